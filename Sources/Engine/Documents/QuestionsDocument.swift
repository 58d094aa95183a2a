import Models

/// `questions.md`: what agents ask.
///
/// A ticked option or a written answer, once saved, resumes the job.
package struct QuestionsDocument: Sendable {
    /// One job's questions.
    package struct Section: Sendable {
        package var job: String
        /// What the job is about, for the heading.
        package var title: String
        /// Whether the job still waits; otherwise the answers stand.
        package var isWaiting: Bool
        package var questions: [ClarificationQuestion]
        package var answers: [ClarificationResponse]

        package init(
            job: String, title: String, isWaiting: Bool, questions: [ClarificationQuestion],
            answers: [ClarificationResponse]
        ) {
            self.job = job
            self.title = title
            self.isWaiting = isWaiting
            self.questions = questions
            self.answers = answers
        }
    }

    /// Oldest first, so that a new one never moves a place where somebody writes.
    package var sections: [Section]

    /// Longest answer, in characters.
    package static let maxAnswerLength = 4_000

    package init(sections: [Section]) { self.sections = sections }

    package func render() -> String {
        var writer = MarkdownWriter()
        writer.heading(1, "Questions")
        writer.paragraph(
            sections.isEmpty
                ? "Nothing is asked at the moment."
                : "Tick an option or write after “Answer:”, then save. Everything else you write here is kept.")
        for section in sections {
            writer.heading(2, section.title)
            writer.anchor("job", section.job)
            for question in section.questions { render(question, of: section, into: &writer) }
        }
        return writer.text
    }

    /// An answered question keeps its empty fields: what somebody typed there must not collide with what we write.
    private func render(_ question: ClarificationQuestion, of section: Section, into writer: inout MarkdownWriter) {
        writer.heading(3, question.question)
        writer.anchor("question", question.id)
        writer.blank()
        for option in question.options ?? [] { writer.checkbox(false, MarkdownWriter.inline(option)) }
        writer.blank()
        writer.line("Answer:")
        writer.blank()
        if let answer = section.answers.first(where: { $0.questionID == question.id }) {
            writer.line("Answered: " + MarkdownWriter.inline(answer.answer))
        } else if !section.isWaiting {
            writer.line("Closed without an answer.")
        }
    }

    package func read(_ text: String) -> ReadDocument {
        let lines = MarkdownLines(text)
        var read = ReadDocument()
        var found = Self.fields(lines)
        for section in sections {
            var answers: [DocumentInput.Answer] = []
            for question in section.questions {
                let field = found.removeValue(forKey: FieldKey(job: section.job, question: question.id))
                check(question, of: section, field: field, in: lines, answers: &answers, read: &read)
            }
            if section.isWaiting { read.drafts[section.job] = answers }
            if section.isWaiting, answers.count == section.questions.count, !answers.isEmpty {
                read.inputs.append(.respond(job: section.job, answers: answers))
            }
        }
        for (key, field) in found.sorted(by: { $0.value.line < $1.value.line }) where !field.answer.isEmpty {
            read.problems.append(
                lines.problem(
                    .warning, "unknown-question",
                    "No job asks “\(key.question)”. This answer is kept here but goes nowhere.", at: field.line))
        }
        return read
    }

    private func check(
        _ question: ClarificationQuestion, of section: Section, field: Field?, in lines: MarkdownLines,
        answers: inout [DocumentInput.Answer], read: inout ReadDocument
    ) {
        guard let field else {
            guard section.isWaiting else { return }
            read.problems.append(
                lines.problem(
                    .warning, "missing-question",
                    "The question “\(question.question)” was removed from this document. "
                        + "Undo that, or answer it with the command “Answer question”.", at: 0))
            return
        }
        read.items.append(DocumentItem(.question(job: section.job, id: question.id), line: field.line))
        for option in field.options {
            read.items.append(
                DocumentItem(
                    .answer(job: section.job, question: question.id, option: option.text), line: option.line))
        }
        let answer = field.answer
        guard section.isWaiting else {
            let recorded = section.answers.first { $0.questionID == question.id }?.answer
            if !answer.isEmpty, answer != recorded {
                read.problems.append(
                    lines.problem(
                        .warning, "answered-question",
                        "This question was already closed; the job goes on without this edit. "
                            + "Start the agent again to change the answer.", at: field.answerLine))
            }
            return
        }
        if answer.isEmpty {
            read.problems.append(
                lines.problem(
                    .information, "unanswered-question",
                    "The \(section.title) job waits for this answer: tick an option or write after “Answer:”, then save.",
                    at: field.line))
        } else if answer.count > Self.maxAnswerLength {
            read.problems.append(
                lines.problem(
                    .error, "long-answer",
                    "This answer has \(answer.count) characters; \(Self.maxAnswerLength) are allowed. Shorten it and save.",
                    at: field.answerLine))
        } else {
            answers.append(DocumentInput.Answer(question: question.id, text: answer))
        }
    }

    private struct FieldKey: Hashable {
        var job: String
        var question: String
    }

    /// Where a question stands in a saved document, and what was filled in.
    private struct Field {
        var line: Int
        var options: [(text: String, isTicked: Bool, line: Int)] = []
        var written: [String] = []
        var answerLine: Int

        /// Ticked options and written text, joined.
        var answer: String {
            let text = MarkdownLines.trim(written.joined(separator: "\n")[...])
            let parts = options.filter(\.isTicked).map(\.text) + (text.isEmpty ? [] : [String(text)])
            return parts.joined(separator: "; ")
        }
    }

    private static func fields(_ lines: MarkdownLines) -> [FieldKey: Field] {
        var fields: [FieldKey: Field] = [:]
        var job = ""
        var key: FieldKey?
        var isAnswer = false
        for index in lines.lines.indices {
            if let anchor = lines.anchor("job", at: index) {
                (job, key, isAnswer) = (anchor, nil, false)
            } else if let anchor = lines.anchor("question", at: index) {
                let heading = lines.headingLine(before: index)
                let new = FieldKey(job: job, question: anchor)
                (key, isAnswer) = (new, false)
                if fields[new] == nil { fields[new] = Field(line: heading, answerLine: heading) }
            } else if lines.heading(at: index) != nil {
                (key, isAnswer) = (nil, false)
            } else if let key {
                isAnswer = read(index, of: lines, into: &fields[key], isAnswer: isAnswer)
            }
        }
        return fields
    }

    /// - Returns: Whether the next line still belongs to a written answer.
    private static func read(
        _ index: Int, of lines: MarkdownLines, into field: inout Field?, isAnswer: Bool
    ) -> Bool {
        if let value = lines.field("Answer", at: index) {
            if !value.isEmpty || field?.answer.isEmpty != false { field?.answerLine = index }
            field?.written.append(value)
            return true
        }
        if lines.field("Answered", at: index) != nil || lines.trimmed(index) == "Closed without an answer." {
            return false
        }
        if isAnswer {
            field?.written.append(String(lines.trimmed(index)))
        } else if let box = lines.checkbox(at: index) {
            field?.options.append((box.text, box.isTicked, index))
            if box.isTicked { field?.answerLine = index }
        }
        return isAnswer
    }
}
