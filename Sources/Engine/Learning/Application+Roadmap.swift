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
        let id = try await projectID(project)
        guard let roadmap = try await currentRoadmap(of: id) else {
            throw RequestFailure("not_found", "This project has no roadmap yet. Run the roadmap agent first.")
        }
        return roadmap
    }

    func currentRoadmap(of project: RowID) async throws(RequestFailure) -> Roadmap? {
        let found = try await storing { () throws(StoreError) -> (RoadmapRow, JSONText?)? in
            guard let row = try await store.roadmaps(of: project, as: caller).first else { return nil }
            return (row, try await store.projectValue("roadmap/\(row.id)", in: project, as: caller))
        }
        guard let (row, about) = found else { return nil }
        let facts = about.flatMap { try? JSONValue(parsing: $0.text) }
        let modules = (try? JSONValue(parsing: row.modules.text)) ?? []
        let document = RoadmapDocument(
            title: facts?["title"]?.string ?? "Learning roadmap", description: facts?["description"]?.string ?? "",
            skillLevel: facts?["skill_level"]?.string ?? "beginner",
            modules: (modules.array ?? []).map(RoadmapModule.init(stored:)), currentStepIndex: row.currentStepIndex)
        return Roadmap(row: row, document: document, modules: modules)
    }

    /// Marks steps as done: one more, or all before `index`.
    ///
    /// A module is unlocked once the one before it is done.
    ///
    /// - Throws: `invalid_input` for an index beyond the last step; `conflict` when all steps are done already.
    package func advanceRoadmap(of project: RowID, to index: Int? = nil) async throws(RequestFailure) -> Roadmap {
        guard let roadmap = try await currentRoadmap(of: project) else {
            throw RequestFailure("not_found", "This project has no roadmap yet. Run the roadmap agent first.")
        }
        let count = roadmap.document.steps.count
        if index == nil, roadmap.row.currentStepIndex >= count {
            throw RequestFailure("conflict", "All \(count) steps of the roadmap are done already.")
        }
        let next = index ?? roadmap.row.currentStepIndex + 1
        guard (0...count).contains(next) else {
            throw .invalidInput(
                ["step_index"], "is \(next); the roadmap has \(count) steps, so it must be 0 to \(count).")
        }
        try await storing { () throws(StoreError) in
            _ = try await store.updateRoadmap(
                roadmap.row.id, modules: JSONText(roadmap.unlocked(upTo: next).serialized), currentStepIndex: next,
                as: caller)
        }
        return try await currentRoadmap(of: project) ?? roadmap
    }
}

extension Roadmap {
    /// The modules with `is_locked` as it is once `done` steps are done.
    fileprivate func unlocked(upTo done: Int) -> JSONValue {
        var start = 0
        var result: [JSONValue] = []
        for (index, module) in (modules.array ?? []).enumerated() {
            var object = module.object ?? JSONObject()
            object["is_locked"] = .bool(index > 0 && start > done)
            start += module["steps"]?.array?.count ?? 0
            result.append(.object(object))
        }
        return .array(result)
    }
}

extension RoadmapModule {
    /// A module as it is kept: at least a title and steps, whoever wrote it.
    fileprivate init(stored value: JSONValue) {
        self.init(
            title: value["title"]?.string ?? "", description: value["description"]?.string ?? "",
            steps: (value["steps"]?.array ?? []).compactMap(\.string),
            estimatedHours: value["estimated_hours"]?.double ?? 0,
            prerequisites: (value["prerequisites"]?.array ?? []).compactMap(\.string))
    }
}
