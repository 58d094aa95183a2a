/// Scripts of a static site.
enum StaticScripts {
    static func start(_ entity: EntityModel) -> String {
        let shown = entity.fields.dropFirst().prefix(4).map { field in
            let format: String =
                switch field.kind {
                case .money: "formatCents"
                case .date: "formatDay"
                case .flag: "(value) => (value ? \"yes\" : \"no\")"
                default: "String"
                }
            return "    { name: \"\(field.property)\", label: \"\(field.heading)\", format: \(format) },"
        }
        var imports: [String] = []
        if shown.contains(where: { $0.contains("formatCents") }) { imports.append("formatCents") }
        if shown.contains(where: { $0.contains("formatDay") }) { imports.append("formatDay") }
        let formats = imports.isEmpty ? "" : "import { \(imports.joined(separator: ", ")) } from \"./format.js\";\n"
        return """
            \(formats)import { startRecordsPage } from "./records-page.js";

            startRecordsPage({
              kind: "\(entity.plural)",
              title: "\(entity.title.property)",
              one: \(Literal.string(entity.label)),
              many: \(Literal.string(entity.pluralLabel)),
              facts: [
            \(shown.joined(separator: "\n"))
              ],
            });

            """
    }

    static let recordsPage = """
        import { problemsOf } from "./rules.js";
        import { load, save } from "./storage.js";

        /** Shows the records of one kind, narrows them by a search, and adds and removes them. */
        export function startRecordsPage(page) {
          const storage = window.localStorage;
          const list = document.getElementById("records");
          const form = document.getElementById("record-form");
          const search = document.getElementById("search");
          let records = load(storage);

          function write(changed) {
            records = { ...records, [page.kind]: changed };
            save(storage, records);
            show();
          }

          function show() {
            const words = search.value.trim().toLowerCase();
            const found = records[page.kind].filter((record) => Object.values(record).join(" ").toLowerCase().includes(words));
            document.getElementById("count").textContent = `${found.length} ${found.length === 1 ? page.one : page.many}`;
            list.replaceChildren(...found.map(card));
          }

          function card(record) {
            const item = document.createElement("li");
            item.className = "card";
            item.append(element("h2", record[page.title]));
            const facts = document.createElement("dl");
            for (const fact of page.facts) {
              facts.append(element("dt", fact.label), element("dd", fact.format(record[fact.name])));
            }
            const button = element("button", "Remove");
            button.type = "button";
            button.className = "plain";
            button.addEventListener("click", () => {
              write(records[page.kind].filter((known) => known.id !== record.id));
            });
            item.append(facts, button);
            return item;
          }

          form.addEventListener("submit", (event) => {
            event.preventDefault();
            const record = readForm(form);
            const problems = problemsOf(page.kind, record);
            showProblems(form, problems);
            if (Object.keys(problems).length > 0) {
              return;
            }
            write([...records[page.kind], { id: crypto.randomUUID(), ...record }]);
            form.reset();
            document.getElementById("saved").textContent = "Saved.";
          });
          search.addEventListener("input", show);
          show();
        }

        function element(name, text) {
          const created = document.createElement(name);
          created.textContent = text;
          return created;
        }

        function inputsOf(form) {
          return [...form.elements].filter((input) => input.name);
        }

        function readForm(form) {
          const record = {};
          for (const input of inputsOf(form)) {
            if (input.type === "checkbox") {
              record[input.name] = input.checked;
            } else {
              record[input.name] = input.type === "number" ? Number(input.value) : input.value;
            }
          }
          return record;
        }

        function showProblems(form, problems) {
          for (const input of inputsOf(form)) {
            document.getElementById(`${input.id}-problem`).textContent = problems[input.name] ?? "";
          }
        }

        """
}
