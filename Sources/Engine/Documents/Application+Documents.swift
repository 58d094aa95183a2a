import JSON
import Models
import Storage

/// Gathering what documents show, and doing what a saved one asks for.
extension Application {
    /// How many jobs documents tell of.
    private static let shownJobs = 100

    /// What the documents of a project show now.
    ///
    /// - Throws: `not_found` for a project that the caller does not see.
    package func documents(of project: RowID) async throws(RequestFailure) -> ProjectDocuments {
        let row = try await storing { () throws(StoreError) in try await store.project(project, as: caller) }
        var documents = ProjectDocuments(project: row)
        documents.requirements = JSONText.contract(row.requirementsSpec).map(RequirementsDocument.init)
        documents.architecture = JSONText.contract(row.architectureSpec).map(ArchitectureDocument.init)
        let jobs = try await storing { () throws(StoreError) in
            try await store.jobs(in: project, limit: Self.shownJobs, offset: 0, as: caller).items
        }
        if !jobs.isEmpty {
            documents.jobs = JobsDocument(jobs: jobs.map(\.documentLine))
            // A document that there is already shows that nothing is asked any more.
            if jobs.contains(where: { $0.questions != nil }) {
                documents.questions = QuestionsDocument(sections: jobs.reversed().compactMap(\.questionsSection))
            }
            documents.review = jobs.lazy.compactMap(\.review).first.map(ReviewReport.init)
        }
        let choices = try await choices(of: project, jobs: jobs)
        if !choices.isEmpty { documents.choices = ChoicesDocument(choices: choices) }
        if let roadmap = try await currentRoadmap(of: project) {
            documents.roadmapID = roadmap.row.id
            documents.roadmap = roadmap.document
        }
        return documents
    }

    /// Writes a project's documents into a folder; see `DocumentFolder.update`.
    @discardableResult
    package func renderDocuments(
        of project: RowID, in folder: ProjectFolder, except isOpen: (DocumentKind) async -> Bool = { _ in false }
    ) async throws -> [DocumentKind] {
        try await DocumentFolder(folder).update(except: isOpen) { try await documents(of: project).render() }
    }

    /// Does what a saved document asks for.
    ///
    /// - Returns: What could not be done, and why, in a sentence; the document keeps what was written there.
    package func perform(
        _ inputs: [DocumentInput], in project: RowID
    ) async -> [(input: DocumentInput, reason: String)] {
        var refusals: [(input: DocumentInput, reason: String)] = []
        for input in inputs {
            do throws(RequestFailure) {
                switch input {
                case .respond(let job, let answers):
                    _ = try await respond(
                        to: job,
                        answers.map { ClarificationResponse(questionID: $0.question, answer: $0.text) })
                case .advance(let index):
                    _ = try await advanceRoadmap(of: project, to: index)
                case .select(let choice, let option):
                    _ = try await select(option: option, ofChoice: choice)
                }
            } catch {
                refusals.append((input, error.message))
            }
        }
        return refusals
    }
}

extension JSONText {
    /// The document of the specification that a text holds; `nil` for another shape.
    static func contract<Document: Contract>(_ text: JSONText?) -> Document? {
        text.flatMap { try? Document(validating: Array($0.text.utf8)) }
    }
}

extension AgentJob {
    /// What the job is about, in a few words.
    package var title: String {
        let input = (try? JSONValue(parsing: inputContext.text))?.object
        let keys = ["user_idea", "decision_context", "question", "description", "file_path", "route"]
        let about = keys.lazy.compactMap { input?[$0]?.string }.first ?? ""
        let line = about.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        return line.isEmpty ? agentType : "\(agentType): \(line.prefix(80))"
    }

    fileprivate var documentLine: JobsDocument.Line {
        JobsDocument.Line(
            id: id.text, agent: title, status: status.rawValue.replacing("_", with: " "), createdAt: createdAt.text,
            note: error ?? "")
    }

    /// Nil for a job that asked nothing, and for one that was cancelled: nobody has to answer that.
    fileprivate var questionsSection: QuestionsDocument.Section? {
        let asked = clarificationQuestions
        guard !asked.isEmpty, status != .cancelled else { return nil }
        return QuestionsDocument.Section(
            job: id.text, title: title, isWaiting: status == .waitingForInput, questions: asked,
            answers: clarificationResponses)
    }

    /// The QA result of a QA job or of a pipeline.
    fileprivate var review: QAResult? {
        switch agentType {
        case "qa": return JSONText.contract(result)
        case "pipeline":
            guard let qa = result.flatMap({ try? JSONValue(parsing: $0.text) })?["qa"] else { return nil }
            return JSONText.contract(JSONText(qa.serialized))
        default: return nil
        }
    }
}
