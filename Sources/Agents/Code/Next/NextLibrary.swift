import Patterns

/// The parts of a Next.js project that know no page: types, examples, rules, storage.
enum NextLibrary {
    // MARK: Types

    static func types(_ model: AppModel) -> String {
        let entities = model.entities.map(declaration).joined(separator: "\n")
        let members = model.entities.map { "  \($0.plural): \($0.type)[];" }.joined(separator: "\n")
        return """
            /** Whole cents; sums stay exact. */
            export type Cents = number;

            /** A day as `2026-05-04`. */
            export type ISODate = string;

            \(entities)
            /** Everything that the app keeps. */
            export interface Collections {
            \(members)
            }

            export type CollectionName = keyof Collections;

            """
    }

    private static func declaration(_ entity: EntityModel) -> String {
        var text = ""
        for field in entity.fields {
            guard case .choice(let values) = field.kind else { continue }
            let name = choiceList(entity, field)
            let list = values.map(Literal.string).joined(separator: ", ")
            text += """
                export const \(name) = [\(list)] as const;
                export type \(choiceType(entity, field)) = (typeof \(name))[number];


                """
        }
        let members = entity.fields.map { "  \($0.property): \(type(of: $0, in: entity));" }.joined(separator: "\n")
        return text + """
            export interface \(entity.type) {
              id: string;
            \(members)
            }

            export type \(entity.type)Draft = Omit<\(entity.type), "id">;

            """
    }

    static func choiceList(_ entity: EntityModel, _ field: FieldModel) -> String {
        entity.variable + CodeNames.type(field.label) + "Options"
    }

    private static func choiceType(_ entity: EntityModel, _ field: FieldModel) -> String {
        entity.type + CodeNames.type(field.label)
    }

    private static func type(of field: FieldModel, in entity: EntityModel) -> String {
        switch field.kind {
        case .title, .text, .long, .email, .phone, .link: "string"
        case .money: "Cents"
        case .number: "number"
        case .date: "ISODate"
        case .flag: "boolean"
        case .choice: choiceType(entity, field)
        }
    }

    static func value(_ value: ExampleValue) -> String {
        switch value.kind {
        case .money, .number: String(value.number)
        case .flag: value.number == 1 ? "true" : "false"
        default: Literal.string(value.text)
        }
    }

    // MARK: Examples

    static func seed(_ model: AppModel) -> String {
        let lists = model.entities.map { entity in
            let rows = entity.examples.enumerated().map { number, values in
                let members = zip(entity.fields, values).map { "      \($0.property): \(value($1))," }.joined(
                    separator: "\n")
                return "    {\n      id: \(Literal.string("\(entity.slug)-\(number + 1)")),\n\(members)\n    },"
            }
            return "  \(entity.plural): [\n" + rows.joined(separator: "\n") + "\n  ],"
        }
        return """
            import type { Collections } from "./types";

            /** What a fresh copy starts with; every name is made up. */
            export const seed: Collections = {
            \(lists.joined(separator: "\n"))
            };

            """
    }

    // MARK: Rules

    static func validation(_ model: AppModel) -> String {
        let drafts = model.entities.map { $0.type + "Draft" }.sorted().joined(separator: ", ")
        func has(_ isWanted: (ProjectPattern.Field.Kind) -> Bool) -> Bool {
            model.entities.contains { $0.fields.contains { isWanted($0.kind) } }
        }
        var text = """
            import type { \(drafts) } from "./types";

            /** A sentence for each field that has to change before the record can be saved. */
            export type Problems<Draft> = Partial<Record<keyof Draft, string>>;

            export function hasProblems(problems: object): boolean {
              return Object.keys(problems).length > 0;
            }


            """
        if has({ $0 == .date }) {
            text += """
                function isDay(text: string): boolean {
                  return /^\\d{4}-\\d{2}-\\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
                }


                """
        }
        if has({ $0 == .money || $0 == .number }) {
            text += """
                function isCount(value: number): boolean {
                  return Number.isInteger(value) && value >= 0;
                }


                """
        }
        if has({ $0 == .email }) {
            text += """
                function isEmail(text: string): boolean {
                  const at = text.indexOf("@");
                  return at > 0 && text.indexOf(".", at) > at + 1 && !text.includes(" ");
                }


                """
        }
        if has({ $0 == .link }) {
            text += """
                function isWebAddress(text: string): boolean {
                  return text === "" || text.startsWith("https://");
                }


                """
        }
        return text + model.entities.map(rules).joined(separator: "\n")
    }

    private static func rules(_ entity: EntityModel) -> String {
        let defaults = entity.fields.map { "    \($0.property): \(blank($0))," }.joined(separator: "\n")
        let checks = entity.fields.compactMap(check).joined(separator: "\n")
        return """
            export function empty\(entity.type)(): \(entity.type)Draft {
              return {
            \(defaults)
              };
            }

            export function validate\(entity.type)(draft: \(entity.type)Draft): Problems<\(entity.type)Draft> {
              const problems: Problems<\(entity.type)Draft> = {};
            \(checks)
              return problems;
            }

            """
    }

    private static func blank(_ field: FieldModel) -> String {
        switch field.kind {
        case .title, .text, .long, .email, .phone, .link, .date: "\"\""
        case .money, .number: "0"
        case .flag: "false"
        case .choice(let values): Literal.string(values[0])
        }
    }

    private static func check(_ field: FieldModel) -> String? {
        let value = "draft.\(field.property)"
        switch field.kind {
        case .title:
            return """
                  if (\(value).trim() === "") {
                    problems.\(field.property) = "Enter \(English.article(for: field.label)) \(field.label).";
                  } else if (\(value).length > 200) {
                    problems.\(field.property) = "Use at most 200 characters.";
                  }
                """
        case .email: return condition("!isEmail(\(value))", field, "Enter an address such as name@example.com.")
        case .date: return condition("!isDay(\(value))", field, "Choose a day.")
        case .money, .number: return condition("!isCount(\(value))", field, "Enter zero or more.")
        case .link: return condition("!isWebAddress(\(value))", field, "Enter an address that starts with https://.")
        case .long: return condition("\(value).length > 5000", field, "Use at most 5,000 characters.")
        case .text, .phone, .flag, .choice: return nil
        }
    }

    private static func condition(_ test: String, _ field: FieldModel, _ message: String) -> String {
        """
          if (\(test)) {
            problems.\(field.property) = \(Literal.string(message));
          }
        """
    }

    // MARK: Formats

    static func format(_ model: AppModel) -> String {
        """
        import type { Cents, ISODate } from "./types";

        const amounts = new Intl.NumberFormat("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
        const days = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" });

        export function formatCents(cents: Cents): string {
          return amounts.format(cents / 100);
        }

        /** Reads what a person typed into an amount field; not a number becomes zero. */
        export function toCents(amount: number): Cents {
          return Number.isFinite(amount) ? Math.round(amount * 100) : 0;
        }

        export function formatDay(day: ISODate): string {
          const time = Date.parse(day);
          return Number.isNaN(time) ? "No date" : days.format(time);
        }

        /** "1 visit", "2 visits". */
        export function count(amount: number, one: string, many: string): string {
          return `${amount} ${amount === 1 ? one : many}`;
        }

        """
    }

    // MARK: Storage

    static func repository(_ model: AppModel) -> String {
        let lists = model.entities.map { "    \($0.plural): listOr(stored.\($0.plural), seed.\($0.plural))," }
        return """
            import { seed } from "./seed";
            import type { Collections } from "./types";

            /** The part of `localStorage` that is needed; tests bring their own. */
            export interface KeyValueStore {
              getItem(key: string): string | null;
              setItem(key: string, value: string): void;
            }

            const storageKey = \(Literal.string(model.slug + "/records"));

            function listOr<Item>(value: unknown, fallback: Item[]): Item[] {
              return Array.isArray(value) ? (value as Item[]) : fallback;
            }

            /** Reads what was saved; what is missing or damaged starts from the examples. */
            export function load(storage: KeyValueStore): Collections {
              const stored = parse(storage.getItem(storageKey));
              return {
            \(lists.joined(separator: "\n"))
              };
            }

            export function save(storage: KeyValueStore, collections: Collections): void {
              storage.setItem(storageKey, JSON.stringify(collections));
            }

            function parse(text: string | null): Partial<Record<keyof Collections, unknown>> {
              if (text === null) {
                return {};
              }
              try {
                const value: unknown = JSON.parse(text);
                return typeof value === "object" && value !== null ? value : {};
              } catch (error) {
                console.warn("The saved records could not be read; starting from the examples.", error);
                return {};
              }
            }

            """
    }
}
