import JSON
import Models
import Storage

/// Projects without a folder: made, deleted and listed by their owner alone.
extension Application {
    /// A part of the caller's projects, newest first.
    package func projects(limit: Int, offset: Int) async throws(RequestFailure) -> Page<Project> {
        Page(try await projects(), limit: limit, offset: offset)
    }

    package func createProject(_ request: NewProjectRequest) async throws(RequestFailure) -> Project {
        guard let user = caller.userID else { throw RequestFailure("forbidden", "Only a person has projects.") }
        let project = NewProject(
            userID: user, title: request.title, description: request.description, mode: request.mode,
            techStack: request.techStack)
        return try await storing { () throws(StoreError) in
            let row = try await store.createProject(project, as: caller)
            try await RequirementsKeeping.noteTitleGiven(in: row.id, store, as: caller)
            if row.mode == .student {
                try await store.setProjectValue(JSONText(.bool(true)), for: StudentMode.markKey, in: row.id, as: caller)
            }
            return row
        }
    }

    /// Deletes the project with everything in it.
    package func deleteProject(_ id: RowID) async throws(RequestFailure) {
        try await storing { () throws(StoreError) in try await store.deleteProject(id, as: caller) }
    }
}
