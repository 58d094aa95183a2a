import JSON
import Models
import Storage

/// Projects and files as front ends show them: the specification's columns.
extension Application {
    /// The caller's projects, newest first.
    package func projects() async throws(RequestFailure) -> [Project] {
        try await storing { () throws(StoreError) in try await store.projects(as: caller) }
    }

    package func project(_ id: String) async throws(RequestFailure) -> Project {
        let id = try await projectID(id)
        return try await storing { () throws(StoreError) in try await store.project(id, as: caller) }
    }

    /// Changes what a person may change of a project: title, description, mode, status, tech_stack.
    ///
    /// - Throws: `invalid_input` for another key or a wrong value; nothing is changed then.
    package func updateProject(_ id: String, _ changes: JSONObject) async throws(RequestFailure) -> Project {
        let project = try await project(id)
        var update = ProjectUpdate()
        for (key, value) in changes { try update.set(key, to: value) }
        return try await storing { () throws(StoreError) in
            let changed = try await store.updateProject(project.id, update, as: caller)
            if update.mode == .student {
                try await store.setProjectValue(
                    JSONText(JSONValue.bool(true)), for: StudentMode.markKey, in: project.id, as: caller)
            }
            if update.title != nil {
                try await RequirementsKeeping.noteTitleGiven(in: project.id, store, as: caller)
            }
            return changed
        }
    }

    /// Makes these the project's requirements, as a person wrote them.
    package func setRequirements(_ requirements: RequirementsDoc, of project: RowID) async throws(RequestFailure) {
        try await storing { () throws(StoreError) in
            let row = try await store.project(project, as: caller)
            try await RequirementsKeeping(project: row, store: store, caller: caller)
                .store(requirements, byAgent: false)
        }
    }

    /// A part of a project's files without their content, in the order of their paths.
    package func files(
        ofProject project: String, limit: Int, offset: Int
    ) async throws(RequestFailure) -> Page<ProjectFileInfo> {
        let id = try await projectID(project)
        guard (1...100).contains(limit) else {
            throw .invalidInput(["limit"], "is \(limit); it must be 1 to 100.")
        }
        guard offset >= 0 else { throw .invalidInput(["offset"], "is \(offset); it must be 0 or more.") }
        return try await storing { () throws(StoreError) in
            _ = try await store.project(id, as: caller)
            return try await store.files(in: id, limit: limit, offset: offset, as: caller)
        }
    }

    /// How many files a project has.
    package func fileCount(ofProject project: RowID) async throws(RequestFailure) -> Int {
        try await storing { () throws(StoreError) in try await store.files(in: project, as: caller).count }
    }

    package func file(_ path: String, ofProject project: String) async throws(RequestFailure) -> ProjectFile {
        let id = try await projectID(project)
        let valid: ProjectPath
        do {
            valid = try ProjectPath(validating: path)
        } catch {
            throw .invalidInput(["path"], "is refused. \(error)")
        }
        return try await storing { () throws(StoreError) in
            _ = try await store.project(id, as: caller)
            return try await store.file(valid, in: id, as: caller)
        }
    }

    /// A project's mentor sessions, newest first.
    package func sessions(ofProject project: String) async throws(RequestFailure) -> [DailySession] {
        let id = try await projectID(project)
        return try await storing { () throws(StoreError) in
            _ = try await store.project(id, as: caller)
            return try await store.sessions(of: id, as: caller)
        }
    }
}

extension ProjectUpdate {
    mutating func set(_ key: String, to value: JSONValue) throws(RequestFailure) {
        func text(limit: Int) throws(RequestFailure) -> String {
            guard let text = value.string else { throw .invalidInput([key], "must be a string.") }
            guard text.count <= limit else {
                throw .invalidInput([key], "has \(text.count) characters; \(limit) are allowed.")
            }
            return text
        }
        switch key {
        case "title":
            let title = try text(limit: 200)
            guard title.contains(where: { !$0.isWhitespace }) else { throw .invalidInput([key], "is empty.") }
            self.title = title
        case "description": description = value.isNull ? .some(nil) : .some(try text(limit: 5_000))
        case "mode":
            guard let mode = Project.Mode(rawValue: try text(limit: 50)) else {
                throw .invalidInput([key], "must be 'builder' or 'student'.")
            }
            self.mode = mode
        case "status":
            guard let status = Project.Status(rawValue: try text(limit: 50)) else {
                let known = Project.Status.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
                throw .invalidInput([key], "must be one of \(known).")
            }
            self.status = status
        case "tech_stack":
            guard let items = value.array, items.count <= 50, items.allSatisfy({ $0.string != nil }) else {
                throw .invalidInput([key], "must be an array of at most 50 strings.")
            }
            techStack = .some(items.compactMap(\.string))
        default:
            throw .invalidInput(
                [key], "cannot be changed. A title, description, mode, status and technologies can.")
        }
    }
}

extension Project {
    /// The row as the specification names its columns.
    package var json: JSONValue {
        .object([
            "id": .string(id.text), "user_id": .string(userID.text), "title": .string(title),
            "description": description.map { .string($0) } ?? .null, "mode": .string(mode.rawValue),
            "status": .string(status.rawValue), "requirements_spec": requirementsSpec.json,
            "architecture_spec": architectureSpec.json,
            "tech_stack": techStack.map { .array($0.map { .string($0) }) } ?? .null,
            "created_at": .string(createdAt.text), "updated_at": .string(updatedAt.text),
        ])
    }
}

extension ProjectFileInfo {
    /// The row without its content.
    package var json: JSONObject {
        [
            "id": .string(id.text), "project_id": .string(projectID.text), "path": .string(path.text),
            "language": language.map { .string($0) } ?? .null, "version": .integer(version),
            "created_at": .string(createdAt.text), "updated_at": .string(updatedAt.text),
        ]
    }
}

extension ProjectFile {
    /// The row with its content.
    package var json: JSONValue {
        var object = info.json
        object["content"] = .string(content)
        return .object(object)
    }
}

extension DailySession {
    /// The row as the specification names its columns.
    package var json: JSONValue {
        .object([
            "id": .string(id.text), "project_id": .string(projectID.text), "transcript": transcript.json,
            "concepts_covered": conceptsCovered.map { .array($0.map { .string($0) }) } ?? .null,
            "duration_minutes": .integer(durationMinutes), "created_at": .string(createdAt.text),
        ])
    }
}

extension Optional<JSONText> {
    /// The kept value; null where there is none.
    package var json: JSONValue { flatMap { try? JSONValue(parsing: $0.text) } ?? .null }
}
