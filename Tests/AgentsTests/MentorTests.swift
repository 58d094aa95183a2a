import Agents
import JSON
import Testing

/// Cases 4 and 5: the mentor judges nothing that it did not see run, and points at the line that decides.
struct MentorTests {
    private func hint(_ question: String, _ code: String, rung: Int = 0, language: String = "python") async throws
        -> String
    {
        let input: JSONObject = [
            "question": .string(question), "code": .string(code), "language": .string(language),
            "hint_level": .integer(rung),
        ]
        guard case .guidance(let hint, _, _) = try await OfflineRun().outcome(of: .pedagogy, input) else {
            throw UnexpectedOutcome()
        }
        return hint
    }

    private static let isEven = "def is_even(n):\n    return n % 2 == 1\n"
    private static let factorial = "def factorial(n):\n    return n * factorial(n - 1)\n"
    private static let printed = "def add(a, b):\n    total = a + b\n    print(total)\n\nx = add(1, 2)\nprint(x)\n"
    private static let mean =
        "import math\n\ndef mean(values):\n    total = 0\n    for v in values:\n        total += v\n    return total / 2\n"
    private static let anyPositive =
        "def any_positive(xs):\n    for x in xs:\n        if x > 0:\n            return True\n        return False\n"
    private static let largest =
        "// Finds the largest.\nfunction largest(list) {\n  let best = list[0];\n  for (const x of list) {\n    if (x < best) best = x;\n  }\n  return best;\n}\n"

    @Test(arguments: [
        ("Is this correct?", isEven), ("Is this correct?", factorial),
        ("This is not right, it prints None. Why?", printed),
        ("What is the right way to read a file?", ""), ("ok thanks", isEven), ("Am I done?", mean),
        ("Looks fine, right?", anyPositive),
        ("is it ok now", largest), ("I think it's finished. Does it work?", factorial), ("correct?", "x = 1\n"),
    ])
    func `no word in a question makes code right`(question: String, code: String) async throws {
        for rung in 0...3 {
            let whole = try await hint(question, code, rung: rung).lowercased()
            // The question is quoted, and "I cannot say whether it is right" is no verdict.
            let hint = whole.replacing(question.lowercased(), with: "")
                .replacing("cannot say whether it is right.", with: "")
            for verdict in [
                "nothing wrong", "you are done", "is correct", "is right.", "looks good", "well done", "no mistake",
                "works as",
            ] {
                #expect(!hint.contains(verdict), "\(question): \(hint)")
            }
        }
    }

    @Test(arguments: [
        ("Is this correct?", isEven), ("Am I done?", mean), ("does this work?", largest),
        ("Please check my code", factorial),
    ])
    func `who wants a judgement is asked what was run and what came out`(question: String, code: String) async throws {
        let hint = try await hint(question, code)
        #expect(hint.contains("What did you run"), "\(hint)")
        #expect(hint.contains("what came out"), "\(hint)")
    }

    @Test(arguments: [
        ("Is this correct?", isEven, "line 2, `return n % 2 == 1`", "python"),
        ("Is this correct?", factorial, "line 2, `return n * factorial(n - 1)`", "python"),
        ("It prints None. Why?", printed, "line 3, `print(total)`", "python"),
        ("Is this correct?", mean, "line 7, `return total / 2`", "python"),
        ("Am I done?", anyPositive, "line 5, `return False`", "python"),
        ("Is this correct?", largest, "line 5, `if (x < best) best = x;`", "javascript"),
        ("Why is total wrong?", "a = 1\nb = 2\ntotal = a * b\nprint(a)\n", "line 3, `total = a * b`", "python"),
        ("What happens in line 2?", "a = 1\nb = 2\n", "line 2, `b = 2`", "python"),
        (
            "Why does it skip some?", "for x in items:\n    if x < 0:\n        items.remove(x)\n",
            "line 3, `items.remove(x)`",
            "python"
        ),
        ("Why does it never end?", "n = 0\nwhile True:\n    n += 1\n", "line 2, `while True:`", "python"),
    ])
    func `the pointer names the line that matters`(question: String, code: String, spot: String, language: String)
        async throws
    {
        for rung in 0...1 {
            let hint = try await hint(question, code, rung: rung, language: language)
            #expect(hint.contains(spot), "\(hint)")
        }
    }

    @Test func `code that is right gets no other words than code that is wrong`() async throws {
        let right = "def factorial(n):\n    if n == 0:\n        return 1\n    return n * factorial(n - 1)\n"
        let hint = try await hint("Is this correct?", right)
        #expect(hint.contains("cannot say whether it is right"))
        #expect(!hint.contains("without calling itself"))
    }

    @Test func `a question about a way of doing things gets a question about that`() async throws {
        let hint = try await hint("What is the right way to read a file?", "")
        #expect(hint.contains("closes"))
        #expect(!hint.contains("What did you run"))
    }

    @Test func `thanks are taken as thanks, and asked for the run that is missing`() async throws {
        for thanks in ["ok thanks", "Thank you!", "great, makes sense"] {
            #expect(try await hint(thanks, Self.isEven).contains("what you ran"))
        }
    }
}
