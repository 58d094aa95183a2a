import JSON
import Models
import Storage

/// Files of a project that are read and written by version.
extension Application {
    /// What became of one file of many.
    package enum FileOutcome: Sendable {
        case saved(ProjectFileInfo)
        case unchanged(ProjectFileInfo)
        case removed
        /// Somebody else changed it; nil where it is gone.
        case conflict(ProjectFileInfo?)
        /// It is never kept, for the reason that the sentence says.
        case refused(String)
    }

    /// Saves one file; `base` is the version that the change was made against, nil for a file that is not there yet.
    ///
    /// - Throws: `conflict` where the file is not as `base` says; `secrets_found` for a file that is there to hold
    ///   credentials.
    package func saveFile(
        _ request: SaveFileRequest, at path: ProjectPath, base: Int?, in project: RowID
    ) async throws(RequestFailure) -> ProjectFileInfo {
        try refuseCredentials(path, request.content)
        let save = Self.save(path, request.content, request.language, base)
        return try await storing { () throws(StoreError) in
            do throws(StoreError) {
                return try await store.saveFile(save, in: project, as: caller)
            } catch {
                // Whoever does not see the project is not told that it is there.
                if case .forbidden = error { _ = try await store.project(project, as: caller) }
                throw error
            }
        }
    }

    /// Saves and removes many files, each by its version; a conflict or a refusal of one holds back no other.
    ///
    /// There is one outcome a save and then one a removal, in order.
    package func changeFiles(
        _ request: ChangeFilesRequest, in project: RowID
    ) async throws(RequestFailure) -> [(path: String, outcome: FileOutcome)] {
        var saves: [FileSave] = []
        var refused: [Int: String] = [:]
        for (index, change) in request.saves.enumerated() {
            let path = try validPath(change.path)
            do throws(RequestFailure) {
                try refuseCredentials(path, change.content)
                saves.append(Self.save(path, change.content, change.language, change.baseVersion))
            } catch {
                refused[index] = error.message
            }
        }
        var removals: [(path: ProjectPath, version: Int)] = []
        for removal in request.removals { removals.append((try validPath(removal.path), removal.version)) }
        let (kept, gone) = (saves, removals)
        let outcomes = try await storing { () throws(StoreError) in
            _ = try await store.project(project, as: caller)
            let saved =
                kept.isEmpty ? [] : try await store.saveFiles(kept, in: project, workspace: nil, as: caller)
            let deleted = gone.isEmpty ? [] : try await store.deleteFiles(gone, in: project, as: caller)
            let left =
                gone.isEmpty
                ? [:]
                : Dictionary(
                    try await store.files(in: project, below: gone.map(\.path), as: caller).map { ($0.path, $0) },
                    uniquingKeysWith: { first, _ in first })
            return (
                saved.map(FileOutcome.init),
                zip(gone, deleted).map { removal, id -> FileOutcome in
                    id == nil ? .conflict(left[removal.path]) : .removed
                }
            )
        }
        var rest = outcomes.0[...]
        let ofSaves = request.saves.enumerated().map { index, change -> (path: String, outcome: FileOutcome) in
            (change.path, refused[index].map(FileOutcome.refused) ?? rest.popFirst() ?? .conflict(nil))
        }
        return ofSaves + zip(gone, outcomes.1).map { ($0.path.text, $1) }
    }

    /// Deletes a file that has the version.
    ///
    /// - Throws: `conflict` where it has another one; `not_found` where there is none.
    package func deleteFile(_ path: ProjectPath, version: Int, in project: RowID) async throws(RequestFailure) {
        try await storing { () throws(StoreError) in
            _ = try await store.project(project, as: caller)
            try await store.deleteFile(path, expectedVersion: version, in: project, as: caller)
        }
    }

    /// Some files with their contents.
    package struct Contents: Sendable {
        package var files: [ProjectFile] = []
        /// Those that are there too, and for which there was no room.
        package var rest: [ProjectPath] = []

        package var json: JSONValue {
            ["items": .array(files.map(\.json)), "rest": .array(rest.map { .string($0.text) })]
        }
    }

    /// Bytes of contents that are read at once, unless a single file has more.
    private static let mostContentBytes = 8 << 20

    /// Files with their contents, as many as there is room for; a path without a file is left out.
    package func contents(of paths: [String], in project: RowID) async throws(RequestFailure) -> Contents {
        var valid: [ProjectPath] = []
        for path in paths { valid.append(try validPath(path)) }
        let wanted = valid
        return try await storing { () throws(StoreError) in
            _ = try await store.project(project, as: caller)
            guard !wanted.isEmpty else { return Contents() }
            let sizes = try await store.sizes(of: wanted, in: project, as: caller)
            let there = wanted.filter { sizes[$0] != nil }
            var bytes = 0
            let count = there.prefix { path in
                let isFirst = bytes == 0
                bytes += max(1, sizes[path] ?? 0)
                return isFirst || bytes <= Self.mostContentBytes
            }.count
            let files = try await store.contents(of: Array(there.prefix(count)), in: project, as: caller)
            return Contents(files: files, rest: Array(there.dropFirst(count)))
        }
    }

    /// A part of a project's files without their content, in the order of their paths.
    package func files(
        in project: RowID, limit: Int, offset: Int
    ) async throws(RequestFailure) -> Page<ProjectFileInfo> {
        try await storing { () throws(StoreError) in
            _ = try await store.project(project, as: caller)
            // The store's own pages are for people who read them.
            if limit > 100 { return Page(try await store.files(in: project, as: caller), limit: limit, offset: offset) }
            return try await store.files(in: project, limit: limit, offset: offset, as: caller)
        }
    }

    /// A file with the text that it has now.
    package func file(_ path: ProjectPath, in project: RowID) async throws(RequestFailure) -> ProjectFile {
        try await storing { () throws(StoreError) in
            _ = try await store.project(project, as: caller)
            return try await store.file(path, in: project, as: caller)
        }
    }

    /// - Throws: `invalid_input` for a text that is no path of a project.
    package func validPath(_ text: String, at key: String = "path") throws(RequestFailure) -> ProjectPath {
        do throws(ProjectPathError) {
            return try ProjectPath(validating: text)
        } catch {
            throw .invalidInput([key], "is refused. \(error)")
        }
    }

    private func refuseCredentials(_ path: ProjectPath, _ content: String) throws(RequestFailure) {
        guard let kind = CredentialFile.kind(of: path, Array(content.utf8)) else { return }
        throw RequestFailure(
            "secrets_found",
            "\(path.text.debugDescription) is a file that holds credentials (\(kind)). It stays out of the project.",
            at: ["path"])
    }

    private static func save(_ path: ProjectPath, _ content: String, _ language: String?, _ base: Int?) -> FileSave {
        FileSave(
            path: path, content: content, language: language ?? FileLanguage.name(of: path),
            base: base.map { .version($0) } ?? .absent)
    }
}

extension Application.FileOutcome {
    fileprivate init(_ outcome: FileSaveOutcome) {
        switch outcome {
        case .saved(let info): self = .saved(info)
        case .unchanged(let info): self = .unchanged(info)
        case .conflict(let current): self = .conflict(current)
        }
    }

    /// `{"outcome": ..., "file": ...}` beside the path; a refusal with its reason.
    package func json(_ path: String) -> JSONValue {
        let (name, file): (String, ProjectFileInfo?) =
            switch self {
            case .saved(let info): ("saved", info)
            case .unchanged(let info): ("unchanged", info)
            case .removed: ("removed", nil)
            case .conflict(let current): ("conflict", current)
            case .refused: ("refused", nil)
            }
        var object: JSONObject = [
            "path": .string(path), "outcome": .string(name), "file": file.map { .object($0.json) } ?? .null,
        ]
        if case .refused(let reason) = self { object["reason"] = .string(reason) }
        return .object(object)
    }
}
