import JSON
import Mentoring
import Models
import Storage

/// What is said below the steps of a roadmap: what was decided, and what shows that a step may be done.
extension Application {
    /// How many of a project's files are looked into for what shows that a step is done.
    private static let mostFiles = 200

    /// Notes by the steps' numbers over all modules.
    func stepNotes(
        _ roadmap: RoadmapDocument, _ choices: [ChoicesDocument.Choice], in project: Project
    ) async throws(RequestFailure) -> [Int: [String]] {
        var notes = Self.decisions(roadmap, choices)
        // Builders have their files written; only a student is told of what may be done already.
        guard project.mode == .student else { return notes }
        for (step, evidence) in try await evidence(roadmap, in: project.id) {
            notes[step, default: []].append("Seen: \(evidence), which may be all that the step asks for.")
        }
        return notes
    }

    /// What shows that the step which a student is at is there; nil where nothing does.
    func seenOfCurrentStep(in project: RowID) async throws(RequestFailure) -> (step: String, evidence: String)? {
        guard let roadmap = try await currentRoadmap(of: project)?.document,
            roadmap.steps.indices.contains(roadmap.currentStepIndex)
        else { return nil }
        let current = roadmap.currentStepIndex
        let seen = try await evidence(roadmap, in: project).first { $0.step == current }
        return seen.map { (roadmap.steps[current], $0.evidence) }
    }

    private static func decisions(
        _ roadmap: RoadmapDocument, _ choices: [ChoicesDocument.Choice]
    ) -> [Int: [String]] {
        var notes: [Int: [String]] = [:]
        for (index, step) in roadmap.steps.enumerated() {
            guard let decision = DecidedStep.decision(of: step) else { continue }
            let own = choices.filter { DecidedStep.key($0.decision) == DecidedStep.key(decision) }
            if let decided = own.last(where: { $0.selected != nil }).flatMap(DecidedStep.init) {
                notes[index] = [decided.note]
            } else if !own.isEmpty {
                notes[index] = ["The options are laid out in choices.md: tick one there."]
            }
        }
        return notes
    }

    /// What shows that steps may be done, those of modules that are not locked.
    private func evidence(
        _ roadmap: RoadmapDocument, in project: RowID
    ) async throws(RequestFailure) -> [(step: Int, evidence: String)] {
        let reached = roadmap.steps.enumerated().filter { index, _ in
            roadmap.module(of: index).map { roadmap.missing(before: $0).isEmpty } == true
        }
        let checks = reached.flatMap { index, step in StepCheck.checks(for: step).map { (index, step, $0) } }
        guard !checks.isEmpty else { return [] }
        let (files, folders) = try await storing { () throws(StoreError) -> ([ProjectFileInfo], [Workspace]) in
            let folders = try await store.local?.workspaces(of: project, as: caller) ?? []
            return (try await store.files(in: project, as: caller), folders)
        }
        let looked = files.filter { file in checks.contains { $0.2.looks(at: file.path.text) } }.prefix(Self.mostFiles)
        let needed = looked.filter { file in checks.contains { $0.2.needsContent && $0.2.looks(at: file.path.text) } }
        let contents = try await storing { () throws(StoreError) in
            try await store.contents(of: needed.map(\.path), in: project, as: caller)
        }
        var texts = Dictionary(contents.map { ($0.path.text, $0.content) }, uniquingKeysWith: { first, _ in first })
        for file in looked where texts[file.path.text] == nil { texts[file.path.text] = "" }
        if folders.contains(where: { RepositoryIgnores.repositoryRoot(of: $0.folder) != nil }) { texts[".git"] = "" }
        let ordered = texts.sorted { $0.key < $1.key }
        var seen: Set<Int> = []
        return checks.compactMap { index, step, check in
            guard !seen.contains(index),
                let found = ordered.lazy.compactMap({ check.evidence(for: step, path: $0.key, content: $0.value) })
                    .first
            else { return nil }
            seen.insert(index)
            return (index, found)
        }
    }
}
