import Patterns

/// The components that show one kind of record.
enum NextComponents {
    static func text(_ component: ComponentModel, _ model: AppModel) -> String {
        switch component.kind {
        case .table: table(component, model)
        case .form: NextForms.form(component)
        case .details: NextForms.details(component)
        case .cards: cards(component, model)
        case .board: board(component)
        case .calendar: calendar(component)
        case .summary: summary(component)
        case .thread: NextInteraction.thread(component)
        case .checkout: NextInteraction.checkout(component)
        case .signIn: NextInteraction.signIn
        case .settings: NextInteraction.settings(model)
        case .welcome: welcome(model)
        case .navigation: NextShell.navigation(model)
        case .panel: panel(component)
        }
    }

    /// How a field's value is shown: an expression of TypeScript.
    static func shown(_ field: FieldModel, of record: String) -> String {
        switch field.kind {
        case .money: "formatCents(\(record).\(field.property))"
        case .date: "formatDay(\(record).\(field.property))"
        case .flag: "\(record).\(field.property) ? \"yes\" : \"no\""
        default: "\(record).\(field.property)"
        }
    }

    static func formatImport(_ fields: [FieldModel], also extra: [String] = []) -> String {
        var names = extra
        if fields.contains(where: { $0.kind == .money }) { names.append("formatCents") }
        if fields.contains(where: { $0.kind == .date }) { names.append("formatDay") }
        let unique = Set(names).sorted()
        return unique.isEmpty ? "" : "import { \(unique.joined(separator: ", ")) } from \"@/lib/format\";\n"
    }

    private static func hasDetails(_ entity: EntityModel, _ model: AppModel) -> Bool {
        model.pages.contains { $0.path == "/\(entity.slug)/[id]" }
    }

    private static func head(_ component: ComponentModel, client: Bool, imports: String, props: String) -> String {
        let entity = component.entity
        return (client ? "\"use client\";\n\n" : "") + imports
            + """
            import type { \(entity.type) } from "@/lib/types";

            interface \(component.name)Props {
            \(props)
            }


            """
    }

    private static func table(_ component: ComponentModel, _ model: AppModel) -> String {
        let entity = component.entity
        let columns = Array(entity.fields.filter { $0.kind != .long }.prefix(5))
        let titled = "{\(shown(entity.title, of: entity.variable))}"
        let first =
            hasDetails(entity, model)
            ? "<Link href={`/\(entity.slug)/${\(entity.variable).id}`}>\(titled)</Link>" : titled
        let cells = columns.dropFirst().map { "                <td>{\(shown($0, of: entity.variable))}</td>" }.joined(
            separator: "\n")
        let headings = columns.map { "              <th scope=\"col\">\($0.heading)</th>" }.joined(separator: "\n")
        let link = hasDetails(entity, model) ? "import Link from \"next/link\";\n" : ""
        let imports =
            link
            + "import { useMemo, useState } from \"react\";\nimport { EmptyState } from \"@/components/EmptyState\";\n"
            + formatImport(columns, also: ["count"])
        return head(component, client: true, imports: imports, props: "  \(entity.plural): \(entity.type)[];")
            + """
            /** Every \(entity.label), found by any word in it. */
            export function \(component.name)({ \(entity.plural) }: \(component.name)Props) {
              const [words, setWords] = useState("");
              const found = useMemo(() => {
                const wanted = words.trim().toLowerCase();
                return \(entity.plural)
                  .filter((\(entity.variable)) => Object.values(\(entity.variable)).join(" ").toLowerCase().includes(wanted))
                  .sort((left, right) => left.\(entity.title.property).localeCompare(right.\(entity.title.property)));
              }, [\(entity.plural), words]);

              return (
                <section className="panel" aria-label="\(entity.pluralLabel.capitalisedFirst)">
                  <div className="field">
                    <label htmlFor="\(entity.slug)-search">Search</label>
                    <input
                      id="\(entity.slug)-search"
                      type="search"
                      value={words}
                      onChange={(event) => setWords(event.target.value)}
                    />
                  </div>
                  <p className="quiet" role="status">
                    {count(found.length, \(Literal.string(entity.label)), \(Literal.string(entity.pluralLabel)))}
                  </p>
                  {found.length === 0 ? (
                    <EmptyState title="Nothing found">Try another word, or add a new \(entity.label).</EmptyState>
                  ) : (
                    <table>
                      <thead>
                        <tr>
            \(headings)
                        </tr>
                      </thead>
                      <tbody>
                        {found.map((\(entity.variable)) => (
                          <tr key={\(entity.variable).id}>
                            <td>\(first)</td>
            \(cells)
                          </tr>
                        ))}
                      </tbody>
                    </table>
                  )}
                </section>
              );
            }

            """
    }

    private static func cards(_ component: ComponentModel, _ model: AppModel) -> String {
        let entity = component.entity
        let rest = Array(entity.fields.dropFirst().prefix(4))
        let title = "{\(entity.variable).\(entity.title.property)}"
        let linked =
            hasDetails(entity, model)
            ? "<Link href={`/\(entity.slug)/${\(entity.variable).id}`}>\(title)</Link>" : title
        let facts = rest.map {
            "              <dt>\($0.heading)</dt>\n              <dd>{\(shown($0, of: entity.variable))}</dd>"
        }
        let imports =
            (hasDetails(entity, model) ? "import Link from \"next/link\";\n" : "")
            + "import { EmptyState } from \"@/components/EmptyState\";\n" + formatImport(rest)
        return head(component, client: false, imports: imports, props: "  \(entity.plural): \(entity.type)[];")
            + """
            /** One card for each \(entity.label). */
            export function \(component.name)({ \(entity.plural) }: \(component.name)Props) {
              if (\(entity.plural).length === 0) {
                return <EmptyState title="Nothing here yet">The first \(entity.label) will appear here.</EmptyState>;
              }
              return (
                <ul className="grid">
                  {\(entity.plural).map((\(entity.variable)) => (
                    <li className="card" key={\(entity.variable).id}>
                      <h2>\(linked)</h2>
                      <dl>
            \(facts.joined(separator: "\n"))
                      </dl>
                    </li>
                  ))}
                </ul>
              );
            }

            """
    }

    private static func board(_ component: ComponentModel) -> String {
        let entity = component.entity
        guard let choice = entity.choice else { return panel(component) }
        let list = NextLibrary.choiceList(entity, choice.field)
        let property = choice.field.property
        return """
            "use client";

            import { count } from "@/lib/format";
            import { \(list), type \(entity.type) } from "@/lib/types";

            interface \(component.name)Props {
              \(entity.plural): \(entity.type)[];
              onMove(moved: \(entity.type)): void;
            }

            /** \(entity.pluralLabel.capitalisedFirst) in columns by \(choice.field.label); moved with a labelled select, so that the keyboard works too. */
            export function \(component.name)({ \(entity.plural), onMove }: \(component.name)Props) {
              return (
                <div className="board">
                  {\(list).map((column) => {
                    const inColumn = \(entity.plural).filter((\(entity.variable)) => \(entity.variable).\(property) === column);
                    return (
                      <section className="panel" key={column} aria-label={column}>
                        <h2>{column}</h2>
                        <p className="quiet">{count(inColumn.length, \(Literal.string(entity.label)), \(Literal.string(entity.pluralLabel)))}</p>
                        <ul className="grid">
                          {inColumn.map((\(entity.variable)) => (
                            <li className="card" key={\(entity.variable).id}>
                              <strong>{\(entity.variable).\(entity.title.property)}</strong>
                              <div className="field">
                                <label htmlFor={`move-${\(entity.variable).id}`}>Move to</label>
                                <select
                                  id={`move-${\(entity.variable).id}`}
                                  value={\(entity.variable).\(property)}
                                  onChange={(event) => {
                                    const target = \(list).find((option) => option === event.target.value);
                                    if (target !== undefined) {
                                      onMove({ ...\(entity.variable), \(property): target });
                                    }
                                  }}
                                >
                                  {\(list).map((option) => (
                                    <option key={option} value={option}>
                                      {option}
                                    </option>
                                  ))}
                                </select>
                              </div>
                            </li>
                          ))}
                        </ul>
                      </section>
                    );
                  })}
                </div>
              );
            }

            """
    }

    private static func calendar(_ component: ComponentModel) -> String {
        let entity = component.entity
        guard let date = entity.date else { return panel(component) }
        let note =
            entity.choice.map { " <span className=\"quiet\">{\(entity.variable).\($0.field.property)}</span>" } ?? ""
        let imports =
            "import { EmptyState } from \"@/components/EmptyState\";\nimport { formatDay } from \"@/lib/format\";\n"
        return head(component, client: false, imports: imports, props: "  \(entity.plural): \(entity.type)[];")
            + """
            function byDay(\(entity.plural): \(entity.type)[]): [string, \(entity.type)[]][] {
              const days = new Map<string, \(entity.type)[]>();
              for (const \(entity.variable) of \(entity.plural)) {
                const day = days.get(\(entity.variable).\(date.property)) ?? [];
                days.set(\(entity.variable).\(date.property), [...day, \(entity.variable)]);
              }
              return [...days].sort(([left], [right]) => left.localeCompare(right));
            }

            /** \(entity.pluralLabel.capitalisedFirst) grouped by day, earliest first. */
            export function \(component.name)({ \(entity.plural) }: \(component.name)Props) {
              if (\(entity.plural).length === 0) {
                return <EmptyState title="Nothing planned">Add the first \(entity.label) below.</EmptyState>;
              }
              return (
                <ol className="grid">
                  {byDay(\(entity.plural)).map(([day, planned]) => (
                    <li className="card" key={day}>
                      <h2>
                        <time dateTime={day}>{formatDay(day)}</time>
                      </h2>
                      <ul>
                        {planned.map((\(entity.variable)) => (
                          <li key={\(entity.variable).id}>
                            {\(entity.variable).\(entity.title.property)}\(note)
                          </li>
                        ))}
                      </ul>
                    </li>
                  ))}
                </ol>
              );
            }

            """
    }

    private static func summary(_ component: ComponentModel) -> String {
        let entity = component.entity
        guard let choice = entity.choice else { return panel(component) }
        let list = NextLibrary.choiceList(entity, choice.field)
        let sum = entity.money.map { money in
            """
                  <p>
                    {\(Literal.string(money.heading))} in all: {formatCents(\(entity.plural).reduce((total, \(entity.variable)) => total + \(entity.variable).\(money.property), 0))}
                  </p>

            """
        }
        return """
            import { \(entity.money == nil ? "count" : "count, formatCents") } from "@/lib/format";
            import { \(list), type \(entity.type) } from "@/lib/types";

            interface \(component.name)Props {
              \(entity.plural): \(entity.type)[];
            }

            /** How many \(entity.pluralLabel) there are, by \(choice.field.label). */
            export function \(component.name)({ \(entity.plural) }: \(component.name)Props) {
              const rows = \(list).map((label) => ({
                label,
                amount: \(entity.plural).filter((\(entity.variable)) => \(entity.variable).\(choice.field.property) === label).length,
              }));
              const largest = Math.max(1, ...rows.map((row) => row.amount));

              return (
                <section className="panel" aria-label="\(entity.pluralLabel.capitalisedFirst) at a glance">
                  <h2>{count(\(entity.plural).length, \(Literal.string(entity.label)), \(Literal.string(entity.pluralLabel)))}</h2>
            \(sum ?? "")      <table>
                    <tbody>
                      {rows.map((row) => (
                        <tr key={row.label}>
                          <th scope="row">{row.label}</th>
                          <td>{row.amount}</td>
                          <td aria-hidden="true">
                            <div className="bar" style={{ width: `${(row.amount / largest) * 100}%` }} />
                          </td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </section>
              );
            }

            """
    }

    private static func welcome(_ model: AppModel) -> String {
        let links = model.menu.filter { !$0.isHome }.map {
            "  { href: \(Literal.string($0.path)), title: \(Literal.string($0.title)), text: \(Literal.string($0.deeds)) },"
        }
        return """
            import Link from "next/link";

            const areas: { href: string; title: string; text: string }[] = [
            \(links.joined(separator: "\n"))
            ];

            /** What the app is for, and the way to each of its areas. */
            export function WelcomePanel() {
              return (
                <section className="panel" aria-labelledby="welcome-title">
                  <h1 id="welcome-title">\(Literal.jsx(model.name))</h1>
                  <p>\(Literal.jsx(model.pitch))</p>
                  <ul className="grid">
                    {areas.map((area) => (
                      <li className="card" key={area.href}>
                        <h2>
                          <Link href={area.href}>{area.title}</Link>
                        </h2>
                        <p className="quiet">{area.text}</p>
                      </li>
                    ))}
                  </ul>
                </section>
              );
            }

            """
    }

    /// For a component that only an edited architecture knows: the records, in short.
    static func panel(_ component: ComponentModel) -> String {
        let entity = component.entity
        let needsMove = component.kind == .board
        let props =
            "  \(entity.plural): \(entity.type)[];" + (needsMove ? "\n  onMove?(moved: \(entity.type)): void;" : "")
        return head(
            component, client: false, imports: "import { EmptyState } from \"@/components/EmptyState\";\n", props: props
        )
            + """
            /** \(entity.pluralLabel.capitalisedFirst) in short. */
            export function \(component.name)({ \(entity.plural) }: \(component.name)Props) {
              if (\(entity.plural).length === 0) {
                return <EmptyState title="Nothing here yet">The first \(entity.label) will appear here.</EmptyState>;
              }
              return (
                <section className="panel" aria-label="\(entity.pluralLabel.capitalisedFirst)">
                  <ul>
                    {\(entity.plural).map((\(entity.variable)) => (
                      <li key={\(entity.variable).id}>{\(entity.variable).\(entity.title.property)}</li>
                    ))}
                  </ul>
                </section>
              );
            }

            """
    }
}
