import JSON
import Models
import Storage

/// Putting an agent's results into the fields that the specification names.
extension JobWork {
    /// The job's project as it is now.
    package func project() async throws(Failure) -> Project {
        try await working { () throws(StoreError) in try await store.project(job.projectID, as: owner) }
    }

    /// Research: `requirements_spec` and `tech_stack`, and the pitch where the project has no description yet.
    package func storeRequirements(_ document: RequirementsDoc) async throws(Failure) {
        let project = try await project()
        var update = ProjectUpdate(
            requirementsSpec: .some(JSONText(document.json.serialized)), techStack: .some(document.recommendedStack))
        if project.description == nil { update.description = .some(document.elevatorPitch) }
        try await self.update(update)
    }

    /// Wireframe: `architecture_spec`.
    package func storeArchitecture(_ document: WireframeSpec) async throws(Failure) {
        try await update(ProjectUpdate(architectureSpec: .some(JSONText(document.json.serialized))))
    }

    /// How far the project is.
    package func setProjectStatus(_ status: Project.Status) async throws(Failure) {
        if try await project().status != status { try await update(ProjectUpdate(status: status)) }
    }

    private func update(_ update: ProjectUpdate) async throws(Failure) {
        try await working { () throws(StoreError) in
            _ = try await store.updateProject(job.projectID, update, as: owner)
        }
    }

    /// Roadmap: a row of `learning_roadmaps`, whose first module alone is unlocked.
    ///
    /// The row's identity is kept as a checkpoint, so that a second attempt makes no second row.
    package func storeRoadmap(_ roadmap: LearningRoadmap) async throws(Failure) {
        if try await checkpoint("roadmap") != nil { return }
        var modules: [JSONValue] = []
        for (index, module) in roadmap.modules.enumerated() {
            var object = module.json.object ?? JSONObject()
            object["is_locked"] = .bool(index > 0)
            modules.append(.object(object))
        }
        let row = try await working { () throws(StoreError) in
            try await store.createRoadmap(
                modules: JSONText(JSONValue.array(modules).serialized), in: job.projectID, as: owner)
        }
        try await setCheckpoint("roadmap", .string(row.id.text))
        let about: JSONValue = .object([
            "title": .string(roadmap.title), "description": .string(roadmap.description),
            "skill_level": .string(roadmap.skillLevel.rawValue),
        ])
        try await working { () throws(StoreError) in
            try await store.setProjectValue(
                JSONText(about.serialized), for: "roadmap/\(row.id)", in: job.projectID, as: owner)
        }
    }
}
