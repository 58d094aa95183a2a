import JSON
import Models
import Storage

/// Roadmaps, sessions and dismissed findings that come from elsewhere.
extension Application {
    /// The project's roadmaps, newest first, as their rows are.
    package func roadmaps(of project: RowID) async throws(RequestFailure) -> [RoadmapRow] {
        try await storing { () throws(StoreError) in
            _ = try await store.project(project, as: caller)
            return try await store.roadmaps(of: project, as: caller)
        }
    }

    package func createRoadmap(_ modules: [RoadmapModule], in project: RowID) async throws(RequestFailure) -> RoadmapRow
    {
        let progress = RoadmapProgress(of: modules)
        let values = modules.indices.map { index -> JSONValue in
            var module = modules[index].json.object ?? JSONObject()
            module["is_locked"] = .bool(!progress.missing(before: index).isEmpty)
            return .object(module)
        }
        return try await storing { () throws(StoreError) in
            _ = try await store.project(project, as: caller)
            return try await store.createRoadmap(modules: JSONText(.array(values)), in: project, as: caller)
        }
    }

    package func createSession(_ request: NewSessionRequest, in project: RowID) async throws(RequestFailure)
        -> DailySession
    {
        let transcript = JSONText(.array(request.transcript.map(\.json)))
        return try await storing { () throws(StoreError) in
            _ = try await store.project(project, as: caller)
            return try await store.createSession(
                transcript: transcript, conceptsCovered: request.conceptsCovered, in: project, as: caller)
        }
    }

    /// - Throws: `not_found` for a session of another project too.
    package func session(_ id: RowID, of project: RowID) async throws(RequestFailure) -> DailySession {
        let session = try await storing { () throws(StoreError) in
            _ = try await store.project(project, as: caller)
            return try await store.session(id, as: caller)
        }
        guard session.projectID == project else {
            throw RequestFailure(.notFound(StoreError.Subject(kind: "session", id: id.text)))
        }
        return session
    }

    /// Adds turns to the end of a conversation.
    package func append(
        _ entries: [SessionEntry], to session: RowID, of project: RowID
    ) async throws(RequestFailure) -> DailySession {
        let session = try await self.session(session, of: project)
        let text = JSONText(.array(entries.map(\.json)))
        return try await storing { () throws(StoreError) in
            try await store.appendToSession(session.id, text, at: .now(), in: project, as: caller)
        }
    }

    /// The findings of a project that somebody dismissed, told as the other use cases are.
    package func dismissals(in project: RowID) async throws(RequestFailure) -> [DismissedFinding] {
        try await storing { () throws(StoreError) in
            _ = try await store.project(project, as: caller)
            return try await store.dismissedFindings(in: project, as: caller)
        }
    }

    package func dismiss(_ request: DismissalRequest, in project: RowID) async throws(RequestFailure) {
        var path: ProjectPath?
        if let text = request.path { path = try validPath(text) }
        let place = path
        try await storing { () throws(StoreError) in
            _ = try await store.project(project, as: caller)
            try await store.dismissFinding(
                identity: request.identity, ruleID: request.ruleID, path: place, in: project, as: caller)
        }
    }

    /// Shows a dismissed finding again; one that was not dismissed is no error.
    package func restoreFinding(
        _ identity: String, at path: ProjectPath?, in project: RowID
    ) async throws(RequestFailure) {
        try await storing { () throws(StoreError) in
            _ = try await store.project(project, as: caller)
            try await store.restoreFinding(identity: identity, path: path, in: project, as: caller)
        }
    }
}

extension RoadmapRow {
    /// The row as the specification names its columns.
    package var json: JSONValue {
        .object([
            "id": .string(id.text), "project_id": .string(projectID.text), "modules": Optional(modules).json,
            "current_step_index": .integer(currentStepIndex), "created_at": .string(createdAt.text),
        ])
    }
}

extension DismissedFinding {
    package var json: JSONValue {
        .object([
            "identity": .string(identity), "rule_id": .string(ruleID), "path": path.map { .string($0.text) } ?? .null,
            "created_at": .string(createdAt.text),
        ])
    }
}
