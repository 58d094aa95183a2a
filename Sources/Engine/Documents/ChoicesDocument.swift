import Models

/// `choices.md`: designs to choose from, with what speaks for and against them.
///
/// Ticking one, once saved, picks it.
package struct ChoicesDocument: Sendable {
    package struct Choice: Sendable {
        package var id: String
        package var framework: ChoiceFramework
        /// What it was asked for, as it was asked.
        package var decision: String
        /// The picked option.
        package var selected: String?
        package var origin: DocumentOrigin?

        package init(id: String, framework: ChoiceFramework, decision: String = "", selected: String?) {
            self.id = id
            self.framework = framework
            self.decision = decision
            self.selected = selected
        }

        /// The picked option with what speaks for and against it.
        package var pick: ImplementationOption? { framework.options.first { $0.id == selected } }
    }

    /// Oldest first.
    package var choices: [Choice]

    package init(choices: [Choice]) { self.choices = choices }

    package func render() -> String {
        var writer = MarkdownWriter()
        writer.heading(1, "Choices")
        writer.paragraph("Tick the option you want, then save. Everything else you write here is kept.")
        for choice in choices {
            writer.heading(2, choice.framework.context)
            writer.anchor("choice", choice.id)
            for option in choice.framework.options { render(option, of: choice, into: &writer) }
            writer.blank()
            writer.paragraph("Recommendation: \(choice.framework.recommendation)")
            writer.origin(choice.origin)
        }
        return writer.text
    }

    private func render(_ option: ImplementationOption, of choice: Choice, into writer: inout MarkdownWriter) {
        writer.heading(3, option.title)
        writer.anchor("option", option.id)
        writer.blank()
        writer.checkbox(choice.selected == option.id, "Choose this (\(option.difficulty.rawValue))")
        writer.blank()
        for pro in option.pros { writer.bullet("For: " + MarkdownWriter.inline(pro)) }
        for con in option.cons { writer.bullet("Against: " + MarkdownWriter.inline(con)) }
        writer.blank()
        writer.line("You learn: " + MarkdownWriter.inline(option.educationalValue))
    }

    package func read(_ text: String) -> ReadDocument {
        let lines = MarkdownLines(text)
        let found = Self.boxes(lines)
        var read = ReadDocument()
        for choice in choices {
            let own = found.filter { $0.choice == choice.id }
            if let first = own.first { read.items.append(DocumentItem(.choice(id: choice.id), line: first.choiceLine)) }
            for box in own {
                read.items.append(DocumentItem(.option(choice: choice.id, id: box.option), line: box.line))
            }
            let known = Set(choice.framework.options.map(\.id))
            let ticked = own.filter { $0.isTicked && known.contains($0.option) }
            let new = ticked.filter { $0.option != choice.selected }
            if ticked.count > 1, new.count != 1 || choice.selected == nil {
                read.problems.append(
                    lines.problem(
                        .warning, "several-options", "Only one option can be chosen. Clear the others and save.",
                        at: ticked[ticked.count - 1].line))
            } else if let pick = new.first {
                read.inputs.append(.select(choice: choice.id, option: pick.option))
            } else if ticked.isEmpty, let cleared = own.first(where: { $0.option == choice.selected }) {
                read.problems.append(
                    lines.problem(
                        .information, "cleared-choice",
                        "This option stays chosen until another one is. Tick one and save.", at: cleared.line))
            }
        }
        return read
    }

    /// The choices that a text has, with the options that it ticks; where that is unclear, with those of before.
    func deciding(_ text: String) -> ChoicesDocument {
        let found = Self.boxes(MarkdownLines(text))
        return ChoicesDocument(
            choices: choices.compactMap { choice in
                let own = found.filter { $0.choice == choice.id }
                guard !own.isEmpty else { return nil }
                var decided = choice
                let ticked = own.filter(\.isTicked)
                if ticked.count <= 1 { decided.selected = ticked.first?.option }
                return decided
            })
    }

    private struct Box {
        var choice: String
        var choiceLine: Int
        var option: String
        var line: Int
        var isTicked: Bool
    }

    private static func boxes(_ lines: MarkdownLines) -> [Box] {
        var boxes: [Box] = []
        var choice: (id: String, line: Int)?
        var option: String?
        for index in lines.lines.indices {
            if let id = lines.anchor("choice", at: index) {
                (choice, option) = ((id, lines.headingLine(before: index)), nil)
            } else if let id = lines.anchor("option", at: index) {
                option = id
            } else if let box = lines.checkbox(at: index), let choice, let current = option {
                boxes.append(
                    Box(
                        choice: choice.id, choiceLine: choice.line, option: current, line: index,
                        isTicked: box.isTicked))
                option = nil
            }
        }
        return boxes
    }
}
