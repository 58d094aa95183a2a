/// Components through which records are written.
enum NextForms {
    static func form(_ component: ComponentModel) -> String {
        let entity = component.entity
        let inputs = entity.fields.map { input($0, of: entity) }.joined(separator: "\n")
        let lists = entity.fields.compactMap { field -> String? in
            guard case .choice = field.kind else { return nil }
            return NextLibrary.choiceList(entity, field)
        }
        let money = entity.fields.contains { $0.kind == .money } ? "import { toCents } from \"@/lib/format\";\n" : ""
        let types = (lists + ["type \(entity.type)Draft"]).joined(separator: ", ")
        let typeImport =
            lists.isEmpty
            ? "import type { \(entity.type)Draft } from \"@/lib/types\";" : "import { \(types) } from \"@/lib/types\";"
        return """
            "use client";

            import { useState, type FormEvent } from "react";
            import { Field } from "@/components/Field";
            \(money)\(typeImport)
            import { empty\(entity.type), hasProblems, validate\(entity.type), type Problems } from "@/lib/validation";

            interface \(component.name)Props {
              /** The record to change; without it the form makes a new one. */
              initial?: \(entity.type)Draft;
              onSubmit(draft: \(entity.type)Draft): void;
            }

            export function \(component.name)({ initial, onSubmit }: \(component.name)Props) {
              const [draft, setDraft] = useState<\(entity.type)Draft>(initial ?? empty\(entity.type)());
              const [problems, setProblems] = useState<Problems<\(entity.type)Draft>>({});
              const [isSaved, setIsSaved] = useState(false);

              function change(changed: Partial<\(entity.type)Draft>) {
                setDraft({ ...draft, ...changed });
                setIsSaved(false);
              }

              function submit(event: FormEvent<HTMLFormElement>) {
                event.preventDefault();
                const found = validate\(entity.type)(draft);
                setProblems(found);
                if (hasProblems(found)) {
                  return;
                }
                onSubmit(draft);
                setIsSaved(true);
                if (initial === undefined) {
                  setDraft(empty\(entity.type)());
                }
              }

              return (
                <form onSubmit={submit} noValidate>
            \(inputs)
                  <button type="submit">Save \(entity.label)</button>
                  <p role="status">{isSaved ? "Saved." : ""}</p>
                </form>
              );
            }

            """
    }

    private static func input(_ field: FieldModel, of entity: EntityModel) -> String {
        let id = "\(entity.slug)-\(CodeNames.slug(field.label))"
        let property = field.property
        let described = "aria-describedby={problems.\(property) ? \"\(id)-problem\" : undefined}"
        let required = field.isRequired ? "\n          required" : ""
        let control: String
        switch field.kind {
        case .long:
            control = """
                        <textarea
                          id="\(id)"
                          rows={4}
                          value={draft.\(property)}
                          \(described)
                          onChange={(event) => change({ \(property): event.target.value })}
                        />
                """
        case .choice:
            let list = NextLibrary.choiceList(entity, field)
            control = """
                        <select
                          id="\(id)"
                          value={draft.\(property)}
                          onChange={(event) =>
                            change({ \(property): \(list).find((option) => option === event.target.value) ?? draft.\(property) })
                          }
                        >
                          {\(list).map((option) => (
                            <option key={option} value={option}>
                              {option}
                            </option>
                          ))}
                        </select>
                """
        case .flag:
            control = """
                        <input
                          id="\(id)"
                          type="checkbox"
                          checked={draft.\(property)}
                          onChange={(event) => change({ \(property): event.target.checked })}
                        />
                """
        case .money:
            control = number(
                id, value: "draft.\(property) / 100", step: "0.01", described, "toCents(event.target.valueAsNumber)",
                property)
        case .number:
            control = number(
                id, value: "draft.\(property)", step: "1", described,
                "Math.max(0, Math.round(Number(event.target.value)))", property)
        default:
            control = """
                        <input
                          id="\(id)"
                          type="\(inputType(field))"
                          value={draft.\(property)}\(required)
                          \(described)
                          onChange={(event) => change({ \(property): event.target.value })}
                        />
                """
        }
        return
            "      <Field id=\"\(id)\" label=\"\(field.heading)\" problem={problems.\(property)}>\n\(control)\n      </Field>"
    }

    private static func number(
        _ id: String, value: String, step: String, _ described: String, _ read: String, _ property: String
    ) -> String {
        """
                <input
                  id="\(id)"
                  type="number"
                  min="0"
                  step="\(step)"
                  value={\(value)}
                  \(described)
                  onChange={(event) => change({ \(property): \(read) })}
                />
        """
    }

    private static func inputType(_ field: FieldModel) -> String {
        switch field.kind {
        case .email: "email"
        case .phone: "tel"
        case .date: "date"
        case .link: "url"
        default: "text"
        }
    }

    static func details(_ component: ComponentModel) -> String {
        let entity = component.entity
        let facts = entity.fields.map {
            "        <dt>\($0.heading)</dt>\n        <dd>{\(NextComponents.shown($0, of: entity.variable))}</dd>"
        }
        return """
            "use client";

            import { useState } from "react";
            import { \(entity.type)Form } from "@/components/\(entity.type)Form";
            \(NextComponents.formatImport(entity.fields))import type { \(entity.type) } from "@/lib/types";

            interface \(component.name)Props {
              \(entity.variable): \(entity.type);
              onChange(changed: \(entity.type)): void;
              onRemove(id: string): void;
            }

            /** All fields of one \(entity.label), to be read, changed or removed. */
            export function \(component.name)({ \(entity.variable), onChange, onRemove }: \(component.name)Props) {
              const [isEditing, setIsEditing] = useState(false);
              const [isAsking, setIsAsking] = useState(false);

              if (isEditing) {
                return (
                  <section className="panel" aria-label="Change this \(entity.label)">
                    <\(entity.type)Form
                      initial={\(entity.variable)}
                      onSubmit={(draft) => {
                        onChange({ ...draft, id: \(entity.variable).id });
                        setIsEditing(false);
                      }}
                    />
                    <button type="button" className="plain" onClick={() => setIsEditing(false)}>
                      Cancel
                    </button>
                  </section>
                );
              }
              return (
                <section className="panel" aria-label="\(entity.label.capitalisedFirst)">
                  <dl>
            \(facts.joined(separator: "\n").indented(0))
                  </dl>
                  <button type="button" onClick={() => setIsEditing(true)}>
                    Change
                  </button>{" "}
                  {isAsking ? (
                    <button type="button" onClick={() => onRemove(\(entity.variable).id)}>
                      Yes, remove for good
                    </button>
                  ) : (
                    <button type="button" className="plain" onClick={() => setIsAsking(true)}>
                      Remove
                    </button>
                  )}
                </section>
              );
            }

            """
    }
}
