extension Recipe {
    static let formatDates = Recipe(
        names: ["date", "dates"],
        words: ["format", "formats", "formatting", "day", "days", "iso", "readable", "show", "print"],
        purpose: "Formats days and moments",
        code: [
            "typescript": """
            /** A day such as `2026-05-04`, in local time. */
            export function isoDay(date: Date): string {
              const month = String(date.getMonth() + 1).padStart(2, "0");
              const day = String(date.getDate()).padStart(2, "0");
              return `${String(date.getFullYear()).padStart(4, "0")}-${month}-${day}`;
            }

            /** A date as people write it in their language, such as "4 May 2026"; an invalid date is refused. */
            export function formatDate(date: Date, locale = "en-GB"): string {
              if (Number.isNaN(date.getTime())) {
                throw new RangeError("This is no date.");
              }
              return new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric" }).format(date);
            }

            """,
            "javascript": """
            /** A day such as `2026-05-04`, in local time. */
            export function isoDay(date) {
              const month = String(date.getMonth() + 1).padStart(2, "0");
              const day = String(date.getDate()).padStart(2, "0");
              return `${String(date.getFullYear()).padStart(4, "0")}-${month}-${day}`;
            }

            /** A date as people write it in their language, such as "4 May 2026"; an invalid date is refused. */
            export function formatDate(date, locale = "en-GB") {
              if (Number.isNaN(date.getTime())) {
                throw new RangeError("This is no date.");
              }
              return new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric" }).format(date);
            }

            """,
            "python": """
            \"""Formats days.\"""

            from datetime import date


            def iso_day(day: date) -> str:
                \"""A day such as 2026-05-04.\"""
                return day.isoformat()[:10]


            def format_date(day: date) -> str:
                \"""A date as people write it: 4 May 2026.\"""
                return f"{day.day} {day:%B} {day.year}"

            """,
        ])

    static let quicksort = Recipe(
        names: ["quicksort", "qsort"],
        words: ["sort", "sorts", "sorting", "list", "array", "number", "numbers", "integers", "ascending"],
        purpose: "Sorts by quicksort",
        code: [
            "python": """
            \"""Sorts by quicksort.\"""

            from collections.abc import Iterable


            def quicksort(values: Iterable[int]) -> list[int]:
                \"""The values in ascending order, in a new list.\"""
                rest = list(values)
                if len(rest) < 2:
                    return rest
                pivot = rest.pop(len(rest) // 2)
                smaller = [value for value in rest if value < pivot]
                others = [value for value in rest if value >= pivot]
                return [*quicksort(smaller), pivot, *quicksort(others)]

            """,
            "typescript": """
            /** The numbers in ascending order, in a new array. */
            export function quicksort(values: readonly number[]): number[] {
              const [pivot, ...rest] = values;
              if (pivot === undefined) {
                return [];
              }
              const smaller = rest.filter((value) => value < pivot);
              const others = rest.filter((value) => value >= pivot);
              return [...quicksort(smaller), pivot, ...quicksort(others)];
            }

            """,
            "javascript": """
            /** The numbers in ascending order, in a new array. */
            export function quicksort(values) {
              if (values.length === 0) {
                return [];
              }
              const [pivot, ...rest] = values;
              const smaller = rest.filter((value) => value < pivot);
              const others = rest.filter((value) => value >= pivot);
              return [...quicksort(smaller), pivot, ...quicksort(others)];
            }

            """,
            "swift": """
            extension Array where Element: Comparable {
                /// The elements in ascending order, in a new array.
                func quicksorted() -> [Element] {
                    guard count > 1 else { return self }
                    var rest = self
                    let pivot = rest.remove(at: count / 2)
                    let smaller = rest.filter { $0 < pivot }
                    let others = rest.filter { !($0 < pivot) }
                    return smaller.quicksorted() + [pivot] + others.quicksorted()
                }
            }

            """,
        ])

    static let fibonacci = Recipe(
        names: ["fibonacci", "fib"], words: ["number", "numbers", "sequence", "series", "nth"],
        purpose: "Computes Fibonacci numbers",
        code: [
            "c": """
            #include <stdint.h>

            /* The Fibonacci number of an index from 0 to 93, the last that 64 bits hold; 0 beyond. */
            uint64_t fibonacci(unsigned index)
            {
                uint64_t current = 0, next = 1;
                if (index > 93)
                    return 0;
                while (index-- > 0) {
                    uint64_t sum = current + next;
                    current = next;
                    next = sum;
                }
                return current;
            }

            """,
            "python": """
            \"""Computes Fibonacci numbers.\"""


            def fibonacci(index: int) -> int:
                \"""The Fibonacci number of an index from 0: 0, 1, 1, 2, 3, 5.\"""
                if index < 0:
                    raise ValueError("An index from 0 is needed.")
                current, following = 0, 1
                for _ in range(index):
                    current, following = following, current + following
                return current

            """,
            "rust": """
            /// The Fibonacci number of an index from 0; `None` where 64 bits do not hold it.
            pub fn fibonacci(index: u32) -> Option<u64> {
                let (mut current, mut next): (u64, Option<u64>) = (0, Some(1));
                for _ in 0..index {
                    let following = next?;
                    next = current.checked_add(following);
                    current = following;
                }
                Some(current)
            }

            """,
            "typescript": """
            /** The Fibonacci number of an index from 0: 0, 1, 1, 2, 3, 5. */
            export function fibonacci(index: number): bigint {
              if (!Number.isInteger(index) || index < 0) {
                throw new RangeError("A whole number from 0 is needed.");
              }
              let [current, next] = [0n, 1n];
              for (let step = 0; step < index; step += 1) {
                [current, next] = [next, current + next];
              }
              return current;
            }

            """,
        ])

    static let factorial = Recipe(
        names: ["factorial", "factorials"], words: ["number", "numbers"], purpose: "Computes factorials",
        code: [
            "python": """
            \"""Computes factorials.\"""


            def factorial(number: int) -> int:
                \"""1 · 2 · … · number; 1 for 0.\"""
                if number < 0:
                    raise ValueError("A number from 0 is needed.")
                product = 1
                for factor in range(2, number + 1):
                    product *= factor
                return product

            """,
            "typescript": """
            /** 1 · 2 · … · number; 1 for 0. */
            export function factorial(number: number): bigint {
              if (!Number.isInteger(number) || number < 0) {
                throw new RangeError("A whole number from 0 is needed.");
              }
              let product = 1n;
              for (let factor = 2; factor <= number; factor += 1) {
                product *= BigInt(factor);
              }
              return product;
            }

            """,
        ])
}
