import JSON
import Models
import Storage

/// A roadmap's row together with what is shown of it.
package struct Roadmap: Sendable {
    package let row: RoadmapRow
    package let document: RoadmapDocument
    /// The modules as they are kept.
    package let modules: JSONValue

    /// The row as the specification names its columns, with the title and level beside it.
    package var json: JSONValue {
        .object([
            "id": .string(row.id.text), "project_id": .string(row.projectID.text),
            "title": .string(document.title), "description": .string(document.description),
            "skill_level": .string(document.skillLevel), "modules": modules,
            "current_step_index": .integer(row.currentStepIndex), "total_steps": .integer(document.steps.count),
            "created_at": .string(row.createdAt.text),
        ])
    }
}

/// Roadmaps and their steps.
extension Application {
    /// The project's roadmap, the newest.
    ///
    /// - Throws: `not_found` where there is none.
    package func roadmap(ofProject project: String) async throws(RequestFailure) -> Roadmap {
        try await knownRoadmap(of: try await projectID(project))
    }

    func currentRoadmap(of project: RowID) async throws(RequestFailure) -> Roadmap? {
        let found = try await storing { () throws(StoreError) -> (RoadmapRow, JSONText?)? in
            guard let row = try await store.roadmaps(of: project, as: caller).first else { return nil }
            return (row, try await store.projectValue("roadmap/\(row.id)", in: project, as: caller))
        }
        guard let (row, about) = found else { return nil }
        let facts = about?.value
        let modules = row.modules.value ?? []
        let document = RoadmapDocument(
            title: facts?["title"]?.string ?? "Learning roadmap", description: facts?["description"]?.string ?? "",
            skillLevel: facts?["skill_level"]?.string ?? "beginner",
            modules: (modules.array ?? []).map(RoadmapModule.init(stored:)), done: RoadmapProgress(row).done)
        return Roadmap(row: row, document: document, modules: modules)
    }

    private func knownRoadmap(of project: RowID) async throws(RequestFailure) -> Roadmap {
        guard let roadmap = try await currentRoadmap(of: project) else {
            throw RequestFailure("not_found", "This project has no roadmap yet. Run the roadmap agent first.")
        }
        return roadmap
    }

    /// Marks steps as done: the current one, or all before `index`, from which on the steps up to the current one are
    /// open again.
    ///
    /// - Throws: `invalid_input` for an index beyond the last step; `conflict` when all steps are done already.
    package func advanceRoadmap(of project: RowID, to index: Int? = nil) async throws(RequestFailure) -> Roadmap {
        let roadmap = try await knownRoadmap(of: project)
        let count = roadmap.document.steps.count
        guard let index else {
            return try await markStep(nil, done: true, of: project)
        }
        guard (0...count).contains(index) else {
            throw .invalidInput(
                ["step_index"], "is \(index); the roadmap has \(count) steps, so it must be 0 to \(count).")
        }
        var wanted = roadmap.document.progress
        wanted.advance(to: index)
        try Self.requireOpen(wanted.done.subtracting(roadmap.document.done), in: wanted, roadmap)
        return try await change(roadmap) { $0.advance(to: index) }
    }

    /// Marks one step as done or open and leaves all others as they are; `nil` is the current step.
    ///
    /// - Throws: `invalid_input` for a step that the roadmap does not have; `conflict` when all steps are done already, or
    ///   the step's module waits for another one.
    package func markStep(
        _ step: Int?, done: Bool, of project: RowID
    ) async throws(RequestFailure) -> Roadmap {
        let roadmap = try await knownRoadmap(of: project)
        let count = roadmap.document.steps.count
        let current = roadmap.document.currentStepIndex
        if step == nil, current >= count {
            throw RequestFailure("conflict", "All \(count) steps of the roadmap are done already.")
        }
        let marked = step ?? current
        guard (0..<count).contains(marked) else {
            throw .invalidInput(["step"], "is \(marked); the roadmap's steps are 0 to \(count - 1).")
        }
        if done { try Self.requireOpen([marked], in: roadmap.document.progress, roadmap) }
        return try await change(roadmap) { $0.mark(marked, done: done) }
    }

    /// - Throws: `conflict` for a step of a module that waits for another one, as a tick in the document is refused.
    private static func requireOpen(
        _ steps: Set<Int>, in progress: RoadmapProgress, _ roadmap: Roadmap
    ) throws(RequestFailure) {
        for step in steps.sorted() where !roadmap.document.done.contains(step) {
            let missing = progress.module(of: step).map(progress.missing(before:)) ?? []
            guard missing.isEmpty else {
                throw RequestFailure(
                    "conflict",
                    "Step \(step) is locked: “\(missing.joined(separator: "”, “"))” comes before it and has open steps. "
                        + "Do those first.")
            }
        }
    }

    /// Marks several steps at once.
    func markSteps(_ steps: [(step: Int, done: Bool)], of project: RowID) async throws(RequestFailure) {
        _ = try await change(try await knownRoadmap(of: project)) { progress in
            for (step, done) in steps { progress.mark(step, done: done) }
        }
    }

    private func change(
        _ roadmap: Roadmap, _ body: @escaping @Sendable (inout RoadmapProgress) -> Void
    ) async throws(RequestFailure) -> Roadmap {
        _ = try await storing { () throws(StoreError) in
            try await store.changeRoadmap(roadmap.row.id, as: caller) { row in
                var progress = RoadmapProgress(row)
                body(&progress)
                progress.write(to: &row)
            }
        }
        return try await currentRoadmap(of: roadmap.row.projectID) ?? roadmap
    }
}
