import JSON
import Models
import Storage

/// A document of `.codeforge` that lies in the folder while the project has no rows for it: a clone brings what its team
/// committed, and a database may be lost.
///
/// Requirements and a roadmap say all that their rows hold, and are taken over as they stand. What another document
/// asks for was about rows that are gone.
enum FoundDocument {
    /// The documents that can be taken over.
    static let kinds: [DocumentKind] = [.requirements, .roadmap]

    /// What keeps a document from being taken over, each where it stands.
    static func problems(_ kind: DocumentKind, in text: String) -> [DocumentProblem] {
        switch kind {
        case .requirements: return RequirementsReading(text).hindrances
        case .roadmap: return RoadmapReading(text).problems
        default:
            let lines = MarkdownLines(text)
            guard let line = lines.lines.indices.first(where: { lines.checkbox(at: $0) != nil }) else { return [] }
            return [
                lines.problem(
                    .warning, "unknown-document",
                    "The project on this machine knows nothing of what is asked here, so that a tick counts for "
                        + "nothing. Ask anew: run the agent that wrote it.", at: line)
            ]
        }
    }

    /// What to do about a document that cannot be taken over.
    static func advice(_ kind: DocumentKind) -> String {
        let agent = kind == .requirements ? "research" : "roadmap"
        return "is not what this project works from: it was found here, and cannot be read as it stands. Mend what is "
            + "named, or run the \(agent) agent, which writes it anew and keeps this one beside it."
    }
}

extension Application {
    /// Whether a project has nothing of what a document of this kind says.
    package func lacks(_ kind: DocumentKind, in project: RowID) async -> Bool {
        let isMissing = try? await storing { () throws(StoreError) in
            switch kind {
            case .requirements: try await store.project(project, as: caller).requirementsSpec == nil
            case .roadmap: try await store.roadmaps(of: project, as: caller).isEmpty
            default: false
            }
        }
        return isMissing ?? false
    }

    /// Takes over documents that the folder has and the project has nothing of; nothing is written into them.
    ///
    /// - Returns: What was taken over, and what could not be read and why.
    func takeFoundDocuments(of project: RowID, in folder: ProjectFolder) async -> [DocumentTaking] {
        let documents = DocumentFolder(folder)
        var takings: [DocumentTaking] = []
        for kind in FoundDocument.kinds where await lacks(kind, in: project) {
            guard let bytes = documents.text(of: kind), DocumentFolder.isText(bytes) else { continue }
            let text = String(decoding: bytes, as: UTF8.self)
            guard text.contains(where: { !$0.isWhitespace }) else { continue }
            var taking = DocumentTaking(kind)
            taking.isFound = true
            if MarkdownLines(text).conflict != nil {
                taking.problems = ProjectDocuments.conflicts(in: text)
            } else if let operation = await documents.operation(on: kind) {
                taking.obstacle = operation
            } else {
                let problems = FoundDocument.problems(kind, in: text)
                if problems.isEmpty {
                    await documents.alone { await takeFound(text, &taking, documents, in: project) }
                } else {
                    taking.obstacle = FoundDocument.advice(kind)
                    taking.problems = problems
                }
            }
            takings.append(taking)
        }
        return takings
    }

    private func takeFound(
        _ text: String, _ taking: inout DocumentTaking, _ documents: DocumentFolder, in project: RowID
    ) async {
        let kind = taking.kind
        // Another program may have been faster.
        guard await lacks(kind, in: project) else { return }
        do throws(RequestFailure) {
            switch kind {
            case .requirements:
                let requirements = RequirementsReading(text).whole
                let idea = RequirementsDocument.idea(in: text)
                let base = await documents.base(of: requirements, idea)
                try await keepFound(requirements, base: base, idea, of: project)
                taking.taken = ["the requirements of “\(requirements.appName)”"]
            default:
                let reading = RoadmapReading(text)
                guard let roadmap = reading.roadmap else { return }
                try await keepFound(roadmap, done: reading.done, in: project)
                taking.taken = ["the roadmap “\(roadmap.title)”, \(reading.done.count) of its steps done"]
            }
            // What stands there is based on what the rows say now: no line of it is a step back.
            if let rendering = try await self.documents(of: project).render()[kind] {
                try? documents.remember(Array(rendering.utf8), of: kind)
                documents.note(
                    DocumentState(text: Array(text.utf8), rendering: Array(rendering.utf8)), of: kind, isRendered: true)
            }
        } catch {
            taking.obstacle = "was not taken over. \(error.message)"
        }
    }

    private func keepFound(
        _ requirements: RequirementsDoc, base: RequirementsDoc, _ idea: String?, of project: RowID
    ) async throws(RequestFailure) {
        try await storing { () throws(StoreError) in
            let row = try await store.project(project, as: caller)
            try await RequirementsKeeping(project: row, store: store, caller: caller).store(requirements, byAgent: true)
            try await store.setProjectValue(
                JSONText(base.json), for: RequirementsKeeping.generated, in: project, as: caller)
            if let idea {
                try await store.setProjectValue(
                    JSONText(.string(idea)), for: RequirementsKeeping.found, in: project, as: caller)
            }
        }
    }

    private func keepFound(
        _ roadmap: LearningRoadmap, done: Set<Int>, in project: RowID
    ) async throws(RequestFailure) {
        var row = RoadmapRow(
            id: .random(), projectID: project, modules: JSONText(.array(roadmap.modules.map(\.json))),
            currentStepIndex: 0, createdAt: .now())
        RoadmapProgress(of: roadmap.modules, done: done).write(to: &row)
        let whole = row
        try await storing { () throws(StoreError) in
            try await store.setProjectValue(roadmap.about, for: "roadmap/\(whole.id)", in: project, as: caller)
            try await store.putRoadmap(whole, as: caller)
        }
    }
}

extension DocumentFolder {
    /// What an agent that writes the same requirements anew takes for what agents wrote before: nobody knows that, so
    /// that all that stands there counts as a person's, and what they took out since the last commit as taken out.
    fileprivate func base(of mine: RequirementsDoc, _ idea: String?) async -> RequirementsDoc {
        let (path, folder) = (DocumentKind.requirements.path, folder.path)
        let given = await Task(executorPreference: BackgroundThreads.programs) {
            GitVersion(of: path, in: folder)?.text
        }.value
        let before = given.map { RequirementsReading(String(decoding: $0, as: UTF8.self)).whole }
        var base = mine
        if let before, idea == RequirementsKeeping.idea(ofName: before.appName) { base.appName = before.appName }
        base.elevatorPitch = String("– \(mine.elevatorPitch)".prefix(500))
        base.targetAudience = (before?.targetAudience ?? []).filter { old in
            !mine.targetAudience.contains { $0.role == old.role }
        }
        base.coreFeatures = (before?.coreFeatures ?? []).filter { old in
            !mine.coreFeatures.contains { $0.name == old.name }
        }
        base.recommendedStack = (before?.recommendedStack ?? []).filter { !mine.recommendedStack.contains($0) }
        base.technicalConstraints = nil
        return base
    }
}

extension LearningRoadmap {
    /// What is kept of a roadmap beside its row.
    var about: JSONText {
        JSONText([
            "title": .string(title), "description": .string(description), "skill_level": .string(skillLevel.rawValue),
        ])
    }
}
