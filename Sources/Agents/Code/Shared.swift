import Patterns

/// The README of a generated project: what its code does, and nothing more.
enum ProjectReadme {
    /// `does` is what a person can do with it, one sentence an item; `keeps` says where records are kept.
    static func text(_ model: AppModel, run: String, test: String, does: [String], keeps: String) -> String {
        let records = model.entities.map { "- \($0.label.capitalisedFirst): \(English.list($0.fields.map(\.label)))" }
        let absent =
            model.absent.isEmpty
            ? "" : " The requirements also speak of \(English.list(model.absent)): this code has nothing for that."
        return """
            # \(model.name)

            A first version, written by CodeForge's offline agents from the requirements.
            It was neither built nor run when it was written.

            ## Start

            Run it: \(run).
            Test it: \(test).

            ## What it does

            \(does.map { "- " + $0 }.joined(separator: "\n"))

            \(keeps)\(absent)

            ## Records

            \(records.joined(separator: "\n"))

            Amounts are whole cents, days are ISO dates (`2026-05-04`).
            The examples in it are made up.

            """
    }

    /// The pages of a model, one an item.
    static func pages(_ model: AppModel) -> [String] { model.pages.map { "`\($0.path)`: \($0.deeds)" } }
}

/// Tables for the records, in SQL that PostgreSQL and SQLite both read.
enum SQLSchema {
    static func text(_ model: AppModel) -> String {
        let tables = model.entities.map(table)
        return "-- \(Literal.comment(model.name)): one table for each kind of record.\n\n"
            + tables.joined(separator: "\n")
    }

    private static func table(_ entity: EntityModel) -> String {
        let columns = ["    id text primary key"] + entity.fields.map { "    " + column($0) }
        return "create table \(entity.table) (\n" + columns.joined(separator: ",\n") + "\n);\n"
    }

    private static func column(_ field: FieldModel) -> String {
        switch field.kind {
        case .title: "\(field.column) text not null check (length(\(field.column)) between 1 and 200)"
        case .text, .long, .phone, .link: "\(field.column) text not null default ''"
        case .email: "\(field.column) text not null check (\(field.column) like '%_@_%')"
        case .money: "\(field.column)_cents integer not null default 0 check (\(field.column)_cents >= 0)"
        case .number: "\(field.column) integer not null default 0 check (\(field.column) >= 0)"
        case .date: "\(field.column) date not null"
        case .flag: "\(field.column) boolean not null default false"
        case .choice(let values):
            "\(field.column) text not null check (\(field.column) in (\(values.map(Literal.sql).joined(separator: ", "))))"
        }
    }
}

/// One style sheet for all web stacks: three colours, and tints of them.
enum Stylesheet {
    static func text(_ model: AppModel) -> String {
        let tint = model.background.mixed(with: model.text, share: 0.05)
        let line = model.background.mixed(with: model.text, share: 0.22)
        let quiet = model.background.mixed(with: model.text, share: 0.7)
        return """
            :root {
              --background: \(model.background.hex);
              --surface: \(tint.hex);
              --line: \(line.hex);
              --text: \(model.text.hex);
              --quiet: \(quiet.hex);
              --brand: \(model.brand.hex);
              --on-brand: \(model.background.hex);
              --space: 1rem;
              --radius: 0.5rem;
            }

            * {
              box-sizing: border-box;
            }

            body {
              margin: 0;
              background: var(--background);
              color: var(--text);
              font-family: system-ui, sans-serif;
              line-height: 1.5;
            }

            main {
              max-width: 68rem;
              margin: 0 auto;
              padding: calc(var(--space) * 1.5);
            }

            a {
              color: var(--brand);
            }

            :focus-visible {
              outline: 3px solid var(--brand);
              outline-offset: 2px;
            }

            .skip-link {
              position: absolute;
              left: -999rem;
            }

            .skip-link:focus {
              left: var(--space);
              top: var(--space);
            }

            .nav {
              border-bottom: 1px solid var(--line);
              padding: var(--space) calc(var(--space) * 1.5);
            }

            .nav ul {
              display: flex;
              flex-wrap: wrap;
              gap: var(--space);
              margin: 0;
              padding: 0;
              list-style: none;
            }

            .nav a[aria-current="page"] {
              font-weight: 700;
            }

            .panel,
            .card {
              background: var(--surface);
              border: 1px solid var(--line);
              border-radius: var(--radius);
              padding: var(--space);
              margin-block: var(--space);
            }

            .grid {
              display: grid;
              gap: var(--space);
              grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr));
              padding: 0;
              list-style: none;
            }

            .grid .card {
              margin: 0;
            }

            .quiet {
              color: var(--quiet);
            }

            table {
              border-collapse: collapse;
              width: 100%;
            }

            th,
            td {
              border-bottom: 1px solid var(--line);
              padding: 0.5rem;
              text-align: left;
              vertical-align: top;
            }

            form {
              display: grid;
              gap: var(--space);
              max-width: 32rem;
            }

            .field {
              display: grid;
              gap: 0.25rem;
            }

            .field .error {
              color: var(--text);
              font-weight: 600;
            }

            input,
            select,
            textarea,
            button {
              border: 1px solid var(--quiet);
              border-radius: var(--radius);
              font: inherit;
              padding: 0.5rem 0.75rem;
            }

            input[type="checkbox"] {
              justify-self: start;
            }

            button {
              background: var(--brand);
              border-color: var(--brand);
              color: var(--on-brand);
              cursor: pointer;
            }

            button.plain {
              background: var(--background);
              color: var(--text);
            }

            .board {
              display: grid;
              gap: var(--space);
              grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr));
            }

            .bar {
              background: var(--brand);
              border-radius: var(--radius);
              height: 0.75rem;
            }

            """
    }
}
