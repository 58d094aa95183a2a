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
        let jobs = try await storing { () throws(StoreError) in
            try await store.jobs(in: project, limit: Self.shownJobs, offset: 0, as: caller).items
        }
        let roadmap = try await currentRoadmap(of: project)
        // After the rows, for an agent writes it before them: no document is shown without it and a moment later with it.
        let origins = try await origins(in: project)
        documents.requirements = JSONText.contract(row.requirementsSpec).map {
            RequirementsDocument(requirements: $0, origin: origins[DocumentOrigin.key(.requirements)])
        }
        if documents.requirements != nil {
            let generated = try await storing { () throws(StoreError) in
                try await store.projectValue(RequirementsKeeping.generated, in: project, as: caller)
            }
            let found = try await storing { () throws(StoreError) in
                try await store.projectValue(RequirementsKeeping.found, in: project, as: caller)
            }
            documents.requirements?.idea = found?.value?.string ?? RequirementsKeeping.idea(of: generated)
            let written: RequirementsDoc? = JSONText.contract(generated)
            let isAsGenerated = written == documents.requirements?.requirements
            documents.requirements?.isAsGenerated = isAsGenerated
        }
        documents.architecture = JSONText.contract(row.architectureSpec).map {
            ArchitectureDocument(spec: $0, origin: origins[DocumentOrigin.key(.architecture)])
        }
        if !jobs.isEmpty {
            let usage = try await usage(ofProject: project)
            var lines = try await lines(of: jobs)
            for index in lines.indices { lines[index].usage = usage[jobs[index].id]?.sentence }
            documents.jobs = JobsDocument(jobs: lines)
            if !usage.isEmpty { documents.jobs?.today = try await usageToday().sentence }
            // A document that asked something stays one when nothing is asked any more.
            if jobs.contains(where: { $0.questions != nil }) {
                documents.questions = QuestionsDocument(sections: jobs.reversed().compactMap(\.questionsSection))
            }
            documents.consent = try await consentDocument(of: project)
            documents.review = try await lastReview(among: jobs, of: project, origins[DocumentOrigin.key(.review)])
        }
        var choices = try await choices(of: project, jobs: jobs)
        for index in choices.indices { choices[index].origin = origins["made_by/\(choices[index].id)"] }
        if !choices.isEmpty { documents.choices = ChoicesDocument(choices: choices) }
        let wasStudent = try await storing { () throws(StoreError) in
            try await store.projectValue(StudentMode.markKey, in: project, as: caller)
        }
        if row.mode == .student || wasStudent != nil { documents.student = StudentDocument(isOn: row.mode == .student) }
        if row.mode == .student { documents.learner = try await learner(in: project) }
        if let roadmap {
            documents.roadmapID = roadmap.row.id
            documents.roadmap = roadmap.document
            documents.roadmap?.origin = origins[DocumentOrigin.key(.roadmap)]
            documents.roadmap?.notes = try await stepNotes(roadmap.document, choices, in: row)
        }
        if row.mode == .student {
            documents.learning = try await learningDocument(
                of: project, choices, documents.roadmap, documents.learner)
        }
        return documents
    }

    /// How many of the newest jobs with files say what became of these.
    private static let shownOutcomes = 3

    private func lines(of jobs: [AgentJob]) async throws(RequestFailure) -> [JobsDocument.Line] {
        var lines = jobs.map(\.documentLine)
        for index in lines.indices.filter({ lines[$0].mayHoldFiles }).prefix(Self.shownOutcomes) {
            let sentences = try await outcome(of: jobs[index].id).sentences(next: "")
            let changed = jobs[index].result?.value?["requirements_changed"]?.string
            lines[index].note = (sentences + [changed].compactMap { $0 }).joined(separator: " ")
        }
        return lines
    }

    /// What made the project's documents, by where that is kept.
    private func origins(in project: RowID) async throws(RequestFailure) -> [String: DocumentOrigin] {
        let kept = try await storing { () throws(StoreError) in
            try await store.projectValues(withPrefix: "made_by/", in: project, as: caller)
        }
        return Dictionary(
            kept.compactMap { key, value in DocumentOrigin(json: value.value).map { (key, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// The QA agent's newest review, with where its issues are.
    private func lastReview(
        among jobs: [AgentJob], of project: RowID, _ origin: DocumentOrigin?
    ) async throws(RequestFailure) -> ReviewReport? {
        guard let job = jobs.first(where: { $0.review != nil }), let review = job.review else { return nil }
        // A review that was made in builder mode holds solutions.
        if try await isStudent(project), !StudentMode.isForStudents(review.json) { return nil }
        let places = try await storing { () throws(StoreError) in
            try await store.projectValue(IssuePlace.key(job.id), in: project, as: caller)
        }
        return ReviewReport(result: review, places: IssuePlace.list(places?.value), origin: origin)
    }

    /// Writes a project's documents into a folder; see `DocumentFolder.update`.
    @discardableResult
    package func renderDocuments(
        of project: RowID, in folder: ProjectFolder, for viewer: (any DocumentViewer)? = nil
    ) async throws -> [DocumentKind] {
        let changed = try await DocumentFolder(folder).update(for: viewer) {
            RenderedDocuments(try await documents(of: project))
        }
        try FolderMark.set(project, in: folder)
        return changed
    }

    private static let unwritten = "documents/unwritten"

    /// Keeps in mind that a project's documents did not fit into its folder.
    package func note(_ project: RowID, documentsAreUnwritten isUnwritten: Bool) async {
        guard await documentsAreUnwritten(of: project) != isUnwritten else { return }
        try? await storing { () throws(StoreError) in
            try await store.setProjectValue(
                isUnwritten ? JSONText(.bool(true)) : nil, for: Self.unwritten, in: project, as: caller)
        }
    }

    package func documentsAreUnwritten(of project: RowID) async -> Bool {
        let value = try? await storing { () throws(StoreError) in
            try await store.projectValue(Self.unwritten, in: project, as: caller)
        }
        return value != nil
    }

    /// Does what a saved document asks for.
    ///
    /// - Returns: What could not be done, and why, in a sentence; the document keeps what was written there.
    package func perform(
        _ inputs: [DocumentInput], in project: RowID
    ) async -> [(input: DocumentInput, reason: String)] {
        var refusals: [(input: DocumentInput, reason: String)] = []
        let marks = inputs.compactMap { input -> (step: Int, done: Bool)? in
            if case .mark(let step, let done) = input { (step, done) } else { nil }
        }
        if let first = inputs.first(where: { if case .mark = $0 { true } else { false } }) {
            do throws(RequestFailure) {
                try await markSteps(marks, of: project)
            } catch {
                refusals.append((first, error.message))
            }
        }
        for input in inputs {
            do throws(RequestFailure) {
                switch input {
                case .mark: break
                case .respond(let job, let answers):
                    _ = try await respond(
                        to: job,
                        answers.map { ClarificationResponse(questionID: $0.question, answer: $0.text) })
                case .require(let requirements): try await setRequirements(requirements, of: project)
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
        // A path stays whole in the input, for the agent has to find its file.
        return line.isEmpty ? agentType : "\(agentType): \(WithheldSecrets.text(line).prefix(80))"
    }

    fileprivate var documentLine: JobsDocument.Line {
        JobsDocument.Line(
            id: id.text, agent: title, status: status.rawValue.replacing("_", with: " "), createdAt: createdAt.text,
            note: error.map(WithheldSecrets.text) ?? "")
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
