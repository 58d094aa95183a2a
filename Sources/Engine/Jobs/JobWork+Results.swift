import JSON
import Models
import Storage

/// Putting an agent's results into the fields that the specification names.
extension JobWork {
    /// The job's project as it is now.
    package func project() async throws(Failure) -> Project {
        try await working { () throws(StoreError) in try await store.project(job.projectID, as: owner) }
    }

    /// The text of every file of the project by its path.
    package func files() async throws(Failure) -> [String: String] {
        try await working { () throws(StoreError) in
            let paths = try await store.files(in: job.projectID, as: owner).map(\.path)
            let files = try await store.contents(of: paths, in: job.projectID, as: owner)
            return Dictionary(files.map { ($0.path.text, $0.content) }, uniquingKeysWith: { first, _ in first })
        }
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
    /// The row's identity is kept as a checkpoint, so that a second attempt makes no second row.
    package func storeRoadmap(_ roadmap: LearningRoadmap) async throws(Failure) {
        if try await checkpoint("roadmap") != nil { return }
        let (project, owner) = (job.projectID, owner)
        let row = try await working { () throws(StoreError) in
            let before = try await store.roadmaps(of: project, as: owner).first.map { RoadmapProgress($0) }
            let modules = JSONText(.array(roadmap.modules.map(\.json)))
            let row = try await store.createRoadmap(modules: modules, in: project, as: owner)
            return try await store.changeRoadmap(row.id, as: owner) { row in
                var progress = RoadmapProgress(row)
                if let before { progress.adopt(before) }
                progress.write(to: &row)
            }
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

/// Files that an agent writes.
extension JobWork {
    /// Saves a generated file; what a person changed since the job began is merged in, never overwritten.
    ///
    /// - Throws: `failed` for a path that a project may not have.
    package func storeFile(_ result: CodeGenerationResult) async throws(Failure) {
        let path: ProjectPath
        do {
            path = try ProjectPath(validating: result.filePath)
        } catch {
            throw .failed("The code agent named a file that is refused. \(error)")
        }
        for _ in 0..<5 {
            let current = try await file(path)
            let base = try await base(of: path, current: current)
            let merged = ThreeWayMerge(
                base: Array((base ?? "").utf8), mine: Array((current?.content ?? base ?? "").utf8),
                theirs: Array(result.code.utf8))
            let save = FileSave(
                path: path, content: String(decoding: merged.text, as: UTF8.self), language: result.language,
                base: current.map { .version($0.version) } ?? .absent)
            try await working { () throws(StoreError) in
                try await HeldFiles.hold(path, by: job.id, in: job.projectID, store: store, caller: owner)
            }
            if try await self.save(save) {
                try await setCheckpoint("written/\(path)", .string(result.code))
                return
            }
        }
        throw .failed("\(path) keeps changing while the agent writes it. Stop editing it and run the agent again.")
    }

    /// What the agent started from: its own last version in this job, else what was there before the job.
    private func base(of path: ProjectPath, current: ProjectFile?) async throws(Failure) -> String? {
        if let written = try await checkpoint("written/\(path)") { return written.string }
        if let known = try await checkpoint("before/\(path)") { return known.string }
        try await setCheckpoint("before/\(path)", current.map { .string($0.content) } ?? .null)
        return current?.content
    }

    private func file(_ path: ProjectPath) async throws(Failure) -> ProjectFile? {
        try await working { () throws(StoreError) in
            try await store.contents(of: [path], in: job.projectID, as: owner).first
        }
    }

    /// - Returns: Whether the row was as expected.
    private func save(_ save: FileSave) async throws(Failure) -> Bool {
        let outcomes = try await working { () throws(StoreError) in
            try await store.saveFiles([save], in: job.projectID, workspace: nil, as: owner)
        }
        if case .conflict = outcomes.first { return false }
        return true
    }
}
