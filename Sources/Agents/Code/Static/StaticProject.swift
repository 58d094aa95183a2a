import Patterns

/// A site of plain HTML, CSS and JavaScript modules: no build, no server, records in the browser.
struct StaticProject {
    let model: AppModel

    var files: [SourceFile] {
        let model = model
        var files = [
            SourceFile("index.html", "html", "Writing the first page") { Self.home(model) },
            SourceFile("styles.css", "css", "Choosing colours and spacing") { Stylesheet.text(model) },
            GitIgnore.file(.staticSite),
            SourceFile("README.md", "markdown", "Explaining the project") {
                ProjectReadme.text(
                    model, run: "python3 -m http.server, then open http://localhost:8000", test: "node --test",
                    does: model.entities.map {
                        "`\($0.slug).html`: lists \($0.pluralLabel), finds them by any word, adds, changes and removes them."
                    }, keeps: "Records are kept in the browser.")
            },
            SourceFile("package.json", "json", "Marking scripts as modules") {
                """
                {
                  "name": \(Literal.string(model.slug)),
                  "private": true,
                  "type": "module",
                  "scripts": { "test": "node --test" }
                }

                """
            },
            SourceFile("scripts/examples.js", "javascript", "Writing believable examples") { Self.examples(model) },
            SourceFile("scripts/rules.js", "javascript", "Deciding what a record must have") { Self.rules(model) },
            SourceFile("scripts/storage.js", "javascript", "Reading and writing records") { Self.storage(model) },
            SourceFile("scripts/format.js", "javascript", "Formatting dates and amounts") { Self.format },
            SourceFile("scripts/records-page.js", "javascript", "Bringing list and form to life") {
                StaticScripts.recordsPage
            },
            SourceFile("tests/rules.test.js", "javascript", "Testing what a record must have") {
                Self.rulesTest(model)
            },
            SourceFile("tests/storage.test.js", "javascript", "Testing reading and writing") {
                Self.storageTest(model)
            },
        ]
        for entity in model.entities {
            files.append(
                SourceFile("\(entity.slug).html", "html", "Writing the page for \(entity.pluralLabel)") {
                    Self.page(entity, model)
                })
            files.append(
                SourceFile("scripts/\(entity.slug).js", "javascript", "Starting the page for \(entity.pluralLabel)") {
                    StaticScripts.start(entity)
                })
        }
        return files
    }

    private static func frame(_ title: String, _ model: AppModel, script: String?, _ content: String) -> String {
        let links = model.entities.map {
            "        <li><a href=\"\($0.slug).html\">\(Literal.html($0.pluralLabel.capitalisedFirst))</a></li>"
        }
        let module = script.map { "\n    <script type=\"module\" src=\"\($0)\"></script>" } ?? ""
        return """
            <!doctype html>
            <html lang="en">
              <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>\(Literal.html(title))</title>
                <link rel="stylesheet" href="styles.css">\(module)
              </head>
              <body>
                <a class="skip-link" href="#content">Skip to the content</a>
                <nav class="nav" aria-label="Main">
                  <ul>
                    <li><a href="index.html">Home</a></li>
            \(links.joined(separator: "\n"))
                  </ul>
                </nav>
                <main id="content">
            \(content)
                </main>
              </body>
            </html>

            """
    }

    private static func home(_ model: AppModel) -> String {
        let cards = model.entities.map { entity in
            "        <li class=\"card\"><h2><a href=\"\(entity.slug).html\">\(Literal.html(entity.pluralLabel.capitalisedFirst))</a></h2>"
                + "<p class=\"quiet\">List, find, add, change and remove \(Literal.html(entity.pluralLabel)).</p></li>"
        }
        return frame(
            model.name, model, script: nil,
            """
                  <h1>\(Literal.html(model.name))</h1>
                  <p>\(Literal.html(model.pitch))</p>
                  <ul class="grid">
            \(cards.joined(separator: "\n"))
                  </ul>
            """)
    }

    private static func page(_ entity: EntityModel, _ model: AppModel) -> String {
        let fields = entity.fields.map { field in
            let id = CodeNames.slug(field.label)
            return """
                        <div class="field">
                          <label for="\(id)">\(Literal.html(field.kind == .money ? field.heading + " (cents)" : field.heading))</label>
                          \(control(field, id: id))
                          <span class="error" id="\(id)-problem" role="alert"></span>
                        </div>
                """
        }
        return frame(
            "\(entity.pluralLabel.capitalisedFirst) · \(model.name)", model, script: "scripts/\(entity.slug).js",
            """
                  <h1>\(Literal.html(entity.pluralLabel.capitalisedFirst))</h1>
                  <div class="field">
                    <label for="search">Search</label>
                    <input id="search" type="search">
                  </div>
                  <p id="count" class="quiet" role="status"></p>
                  <ul id="records" class="grid"></ul>
                  <h2>New \(Literal.html(entity.label))</h2>
                  <form id="record-form" novalidate>
            \(fields.joined(separator: "\n"))
                    <button type="submit">Save \(Literal.html(entity.label))</button>
                    <p id="saved" role="status"></p>
                  </form>
            """)
    }

    private static func control(_ field: FieldModel, id: String) -> String {
        let common = "id=\"\(id)\" name=\"\(field.property)\" aria-describedby=\"\(id)-problem\""
        switch field.kind {
        case .long: return "<textarea \(common) rows=\"4\"></textarea>"
        case .flag: return "<input \(common) type=\"checkbox\">"
        case .money, .number: return "<input \(common) type=\"number\" min=\"0\" step=\"1\" value=\"0\">"
        case .email: return "<input \(common) type=\"email\">"
        case .phone: return "<input \(common) type=\"tel\">"
        case .date: return "<input \(common) type=\"date\" required>"
        case .link: return "<input \(common) type=\"url\">"
        case .title: return "<input \(common) type=\"text\" required maxlength=\"200\">"
        case .text: return "<input \(common) type=\"text\">"
        case .choice(let values):
            let options = values.map { "<option>\(Literal.html($0))</option>" }.joined()
            return "<select \(common)>\(options)</select>"
        }
    }

    private static func examples(_ model: AppModel) -> String {
        let lists = model.entities.map { entity in
            let rows = entity.examples.enumerated().map { number, values in
                let members = zip(entity.fields, values).map { "\($0.property): \(NextLibrary.value($1))" }.joined(
                    separator: ", ")
                return "    { id: \(Literal.string("\(entity.slug)-\(number + 1)")), \(members) },"
            }
            return "  \(entity.plural): [\n" + rows.joined(separator: "\n") + "\n  ],"
        }
        return "/** What a fresh copy starts with; every name is made up. */\nexport const examples = {\n"
            + lists.joined(separator: "\n") + "\n};\n"
    }

    private static func rules(_ model: AppModel) -> String {
        let kinds = model.entities.map { entity in
            let rows = entity.fields.map { "    \($0.property): \"\(rule($0))\"," }.joined(separator: "\n")
            return "  \(entity.plural): {\n\(rows)\n  },"
        }
        return """
            /** The rule of each field. */
            export const rules = {
            \(kinds.joined(separator: "\n"))
            };

            const checks = {
              required: (value) => (String(value).trim() === "" ? "This is needed." : ""),
              email: (value) => (/^[^@ ]+@[^@ ]+[.][^@ ]+$/.test(value) ? "" : "Enter an address such as name@example.com."),
              day: (value) => (Number.isNaN(Date.parse(value)) ? "Choose a day." : ""),
              count: (value) => (Number.isInteger(value) && value >= 0 ? "" : "Enter zero or more."),
              link: (value) => (value === "" || value.startsWith("https://") ? "" : "Enter an address that starts with https://."),
              any: () => "",
            };

            /** A sentence for each field that has to change before the record can be saved. */
            export function problemsOf(kind, record) {
              const problems = {};
              for (const [name, rule] of Object.entries(rules[kind])) {
                const problem = checks[rule](record[name]);
                if (problem !== "") {
                  problems[name] = problem;
                }
              }
              return problems;
            }

            """
    }

    private static func rule(_ field: FieldModel) -> String {
        switch field.kind {
        case .title: "required"
        case .email: "email"
        case .date: "day"
        case .money, .number: "count"
        case .link: "link"
        case .text, .long, .phone, .flag, .choice: "any"
        }
    }

    private static func storage(_ model: AppModel) -> String {
        """
        import { examples } from "./examples.js";

        const storageKey = \(Literal.string(model.slug + "/records"));

        /** Reads all records; what is missing or damaged starts from the examples. */
        export function load(storage) {
          const stored = parse(storage.getItem(storageKey));
          const records = {};
          for (const [kind, fallback] of Object.entries(examples)) {
            records[kind] = Array.isArray(stored[kind]) ? stored[kind] : fallback;
          }
          return records;
        }

        export function save(storage, records) {
          storage.setItem(storageKey, JSON.stringify(records));
        }

        function parse(text) {
          if (text === null) {
            return {};
          }
          try {
            return JSON.parse(text) ?? {};
          } catch (error) {
            console.warn("The saved records could not be read; starting from the examples.", error);
            return {};
          }
        }

        """
    }

    private static let format = """
        const amounts = new Intl.NumberFormat("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
        const days = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" });

        export function formatCents(cents) {
          return amounts.format(cents / 100);
        }

        export function formatDay(day) {
          const time = Date.parse(day);
          return Number.isNaN(time) ? "No date" : days.format(time);
        }

        """

    private static func rulesTest(_ model: AppModel) -> String {
        let cases = model.entities.map { entity in
            """
            test("\(entity.label): the examples are complete", () => {
              for (const record of examples.\(entity.plural)) {
                assert.deepEqual(problemsOf("\(entity.plural)", record), {});
              }
            });

            """
        }
        return """
            import assert from "node:assert/strict";
            import { test } from "node:test";
            import { examples } from "../scripts/examples.js";
            import { problemsOf } from "../scripts/rules.js";

            \(cases.joined(separator: "\n"))
            test("an empty title is refused", () => {
              const record = { ...examples.\(model.main.plural)[0], \(model.main.title.property): "" };
              assert.equal(problemsOf("\(model.main.plural)", record).\(model.main.title.property), "This is needed.");
            });

            """
    }

    private static func storageTest(_ model: AppModel) -> String {
        """
        import assert from "node:assert/strict";
        import { test } from "node:test";
        import { examples } from "../scripts/examples.js";
        import { load, save } from "../scripts/storage.js";

        function memory() {
          const values = new Map();
          return { getItem: (key) => values.get(key) ?? null, setItem: (key, value) => values.set(key, value) };
        }

        test("starts from the examples", () => {
          assert.deepEqual(load(memory()), examples);
        });

        test("reads back what was saved", () => {
          const storage = memory();
          const changed = { ...examples, \(model.main.plural): [] };
          save(storage, changed);
          assert.deepEqual(load(storage), changed);
        });

        """
    }
}
