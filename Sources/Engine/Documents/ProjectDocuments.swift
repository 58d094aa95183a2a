import JSON
import Models

/// Everything that a project's documents are rendered from, at one moment.
package struct ProjectDocuments: Sendable {
    package var project: Project
    package var requirements: RequirementsDocument?
    package var architecture: ArchitectureDocument?
    package var roadmap: RoadmapDocument?
    /// The row that `roadmap` shows.
    package var roadmapID: RowID?
    package var questions: QuestionsDocument?
    package var choices: ChoicesDocument?
    package var review: ReviewReport?
    package var jobs: JobsDocument?
    package var student: StudentDocument?
    package var learning: LearningDocument?
    /// In student mode, what is known of the student.
    package var learner = Learner()
    package var consent: ConsentDocument?

    package init(project: Project) { self.project = project }

    /// The text of each document that has something to show.
    package func render() -> [DocumentKind: String] {
        var texts: [DocumentKind: String] = [:]
        texts[.requirements] = requirements?.render()
        texts[.architecture] = architecture?.render()
        texts[.roadmap] = roadmap?.render()
        texts[.questions] = questions?.render()
        texts[.choices] = choices?.render()
        texts[.review] = review?.render()
        texts[.jobs] = jobs?.render()
        texts[.student] = student?.render()
        texts[.learning] = learning?.render()
        texts[.consent] = consent?.render()
        return texts
    }

    /// Whether there is anything to show in a document.
    package func shows(_ kind: DocumentKind) -> Bool {
        switch kind {
        case .requirements: requirements != nil
        case .architecture: architecture != nil
        case .roadmap: roadmap != nil
        case .questions: questions != nil
        case .choices: choices != nil
        case .review: review != nil
        case .jobs: jobs != nil
        case .student: student != nil
        case .learning: learning != nil
        case .consent: consent != nil
        }
    }

    /// What a document asks for that was rendered as `base` and saved as `text`.
    ///
    /// What it asked for as it was rendered is left out: rows went on since, nobody edited that. Two versions of which
    /// nobody has chosen one ask for nothing.
    package func inputs(_ kind: DocumentKind, _ text: String, base: String) -> [DocumentInput] {
        if MarkdownLines(text).conflict != nil { return [] }
        if kind == .requirements {
            if requirements?.isOfAnotherIdea(than: base) == true { return [] }
            return requirements?.edited(text, base: base).map { [.require($0)] } ?? []
        }
        let rendered = read(kind, base).inputs
        return read(kind, text).inputs.filter { !rendered.contains($0) }
    }

    /// Ticks that a person set in a text that was rendered as `base`, of what there is no more.
    package func strayTicks(_ kind: DocumentKind, _ text: String, base: String) -> [DocumentProblem] {
        kind == .roadmap ? roadmap?.strayTicks(text, base: base) ?? [] : []
    }

    /// Joins a new rendering with what a person made of an older one; see `DocumentFolder.merge`.
    ///
    /// A text that says in its own words what the rendering says stays as it is. Two ideas are not joined: the document
    /// begins anew, and who writes it keeps the old one aside.
    package func merged(_ kind: DocumentKind, _ rendering: [UInt8], base: [UInt8], into text: [UInt8]) -> [UInt8] {
        if isOfAnotherIdea(kind, than: base) { return rendering }
        if kind == .requirements, requirements?.isSaid(by: String(decoding: text, as: UTF8.self)) == true {
            return text
        }
        return DocumentFolder.merge(rendering, base: base, into: text)
    }

    /// Whether a document is about another idea than an earlier rendering of it.
    package func isOfAnotherIdea(_ kind: DocumentKind, than base: [UInt8]) -> Bool {
        kind == .requirements && requirements?.isOfAnotherIdea(than: String(decoding: base, as: UTF8.self)) == true
    }

    /// Two versions between which nobody has chosen, where they stand.
    static func conflicts(in text: String) -> [DocumentProblem] {
        let lines = MarkdownLines(text)
        guard let conflict = lines.conflict else { return [] }
        return [
            lines.problem(
                .error, "unresolved-conflict",
                "Two versions stand here. Choose one and remove git's lines, then save: until then this document "
                    + "changes nothing.", at: conflict)
        ]
    }

    /// What a person made of a document.
    package func read(_ kind: DocumentKind, _ text: String) -> ReadDocument {
        let conflicts = Self.conflicts(in: text)
        guard conflicts.isEmpty else { return ReadDocument(problems: conflicts) }
        return switch kind {
        case .requirements: requirements?.read(text) ?? ReadDocument(problems: FoundDocument.problems(kind, in: text))
        case .architecture: architecture?.read(text) ?? ReadDocument()
        case .roadmap: roadmap?.read(text) ?? ReadDocument(problems: FoundDocument.problems(kind, in: text))
        case .questions: questions?.read(text) ?? ReadDocument(problems: FoundDocument.problems(kind, in: text))
        case .choices: choices?.read(text) ?? ReadDocument(problems: FoundDocument.problems(kind, in: text))
        case .review: review?.read(text) ?? ReadDocument()
        case .jobs: jobs?.read(text) ?? ReadDocument()
        // These only show; the question about a consent is in questions.md.
        case .student, .learning, .consent: ReadDocument()
        }
    }
}
