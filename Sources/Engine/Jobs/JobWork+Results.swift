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
    ///
    /// What a person changed since an agent wrote the requirements of this application stays changed.
    package func storeRequirements(_ document: RequirementsDoc) async throws(Failure) {
        let project = try await project()
        try await working { () throws(StoreError) in
            let requirements = RequirementsKeeping(project: project, store: store, caller: owner)
            try await requirements.store(document, byAgent: true)
        }
    }

    /// Wireframe: `architecture_spec`.
    package func storeArchitecture(_ document: WireframeSpec) async throws(Failure) {
        try await update(ProjectUpdate(architectureSpec: .some(JSONText(document.json.serialized))))
    }

    /// How far the project is; one that a person put away stays away.
    package func setProjectStatus(_ status: Project.Status) async throws(Failure) {
        let known = try await project().status
        if known != status, known != .archived { try await update(ProjectUpdate(status: status)) }
    }

    private func update(_ update: ProjectUpdate) async throws(Failure) {
        try await working { () throws(StoreError) in
            _ = try await store.updateProject(job.projectID, update, as: owner)
        }
    }

    /// Roadmap: a row of `learning_roadmaps`, in which what was done of the one before stays done.
    ///
    /// The row comes last and whole: an editor shows its document the moment it is there, and a person may tick a step in
    /// the next. Its identity is kept as a checkpoint before, so that a second attempt makes no second row.
    package func storeRoadmap(_ roadmap: LearningRoadmap) async throws(Failure) {
        let (project, owner) = (job.projectID, owner)
        let known = try await checkpoint("roadmap")?.string.flatMap { RowID($0) }
        let earlier = try await working { () throws(StoreError) in
            try await store.roadmaps(of: project, as: owner)
        }
        if let known, earlier.contains(where: { $0.id == known }) { return }
        let id = known ?? .random()
        if known == nil { try await setCheckpoint("roadmap", .string(id.text)) }
        var row = RoadmapRow(
            id: id, projectID: project, modules: JSONText(.array(roadmap.modules.map(\.json))), currentStepIndex: 0,
            createdAt: .now())
        var progress = RoadmapProgress(row)
        if let before = earlier.first { progress.adopt(RoadmapProgress(before)) }
        progress.write(to: &row)
        let whole = row
        try await working { () throws(StoreError) in
            try await store.setProjectValue(roadmap.about, for: "roadmap/\(id)", in: project, as: owner)
            try await store.putRoadmap(whole, as: owner)
        }
    }
}
