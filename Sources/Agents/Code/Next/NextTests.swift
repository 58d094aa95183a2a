import Patterns

/// Tests of a Next.js project.
enum NextTests {
    static func validation(_ model: AppModel) -> String {
        let names = model.entities.flatMap { ["empty\($0.type)", "validate\($0.type)"] } + ["hasProblems"]
        let cases = model.entities.map { entity in
            let valid = zip(entity.fields, entity.examples[0]).map { field, value in
                "      \(field.property): \(NextLibrary.value(value)),"
            }.joined(separator: "\n")
            return """
                describe("\(entity.label)", () => {
                  it("is refused while it is empty", () => {
                    const problems = validate\(entity.type)(empty\(entity.type)());
                    expect(problems.\(entity.title.property)).toBe("Enter \(English.article(for: entity.title.label)) \(entity.title.label).");
                  });

                  it("is accepted when it is complete", () => {
                    const problems = validate\(entity.type)({
                      ...empty\(entity.type)(),
                \(valid)
                    });
                    expect(hasProblems(problems)).toBe(false);
                  });
                });

                """
        }
        return """
            import { describe, expect, it } from "vitest";
            import { \(names.sorted().joined(separator: ", ")) } from "./validation";

            \(cases.joined(separator: "\n"))
            """
    }

    static func repository(_ model: AppModel) -> String {
        let entity = model.main
        return """
            import { describe, expect, it } from "vitest";
            import { load, save, type KeyValueStore } from "./repository";
            import { seed } from "./seed";

            function memory(): KeyValueStore {
              const values = new Map<string, string>();
              return {
                getItem: (key) => values.get(key) ?? null,
                setItem: (key, value) => {
                  values.set(key, value);
                },
              };
            }

            describe("repository", () => {
              it("starts from the examples", () => {
                expect(load(memory())).toEqual(seed);
              });

              it("reads back what was saved", () => {
                const storage = memory();
                const changed = { ...seed, \(entity.plural): seed.\(entity.plural).slice(1) };
                save(storage, changed);
                expect(load(storage)).toEqual(changed);
              });

              it("starts from the examples when the saved text is damaged", () => {
                const storage: KeyValueStore = { ...memory(), getItem: () => "{" };
                expect(load(storage)).toEqual(seed);
              });
            });

            """
    }

    static let format = """
        import { describe, expect, it } from "vitest";
        import { count, formatCents, formatDay, toCents } from "./format";

        describe("format", () => {
          it("shows cents with two digits", () => {
            expect(formatCents(1250)).toBe("12.50");
          });

          it("reads amounts without losing a cent", () => {
            expect(toCents(0.1 + 0.2)).toBe(30);
            expect(toCents(Number.NaN)).toBe(0);
          });

          it("shows days, and says when there is none", () => {
            expect(formatDay("2026-05-04")).toBe("May 4, 2026");
            expect(formatDay("")).toBe("No date");
          });

          it("counts in words", () => {
            expect(count(1, "visit", "visits")).toBe("1 visit");
            expect(count(2, "visit", "visits")).toBe("2 visits");
          });
        });

        """
}
