import JSON
import Models

/// The gate before every way out of this machine: what would be sent is searched for secrets first.
///
/// An export passes it, and so must whatever else is going to carry files away.
package struct OutgoingCheck: Sendable {
    /// Files, and folders with all that is in them, that a person named: they may go as they are.
    private let allowed: Set<ProjectPath>
    /// Files that one task searches.
    private static let filesPerTask = 32

    /// - Throws: `invalid_input` for a text that is no path of a project.
    package init(allowing paths: [String] = []) throws(RequestFailure) {
        var allowed: Set<ProjectPath> = []
        for path in paths {
            do {
                let path = path.hasPrefix("./") ? path.dropFirst(2) : path[...]
                allowed.insert(try ProjectPath(validating: String(path.hasSuffix("/") ? path.dropLast() : path)))
            } catch {
                throw .invalidInput(["allow"], "names no file or folder of a project. \(error)")
            }
        }
        self.allowed = allowed
    }

    /// Passes files on only when none of them, and none that was left behind, holds a secret.
    ///
    /// - Parameters:
    ///   - files: What would be sent, to the byte.
    ///   - leftBehind: Credential files beside them that stay on this machine whatever is allowed: they stop what is
    ///     under way once, because whoever keeps them in a project may not know.
    /// - Throws: `secrets_found` with every place; `invalid_input` where an allowed file is neither of these.
    package func pass(_ files: [ProjectFile], leftBehind: [SecretPlace] = []) async throws(RequestFailure) {
        let known = Set(files.map(\.path)).union(leftBehind.map(\.path))
        let unknown = allowed.filter { allowed in !known.contains { Self.covers(allowed, $0) } }
        if let unknown = unknown.min() {
            throw .invalidInput(
                ["allow"],
                "names \(WithheldSecrets.path(unknown.text).debugDescription), which is no file or folder of the project."
            )
        }
        let places = await places(in: files) + leftBehind.filter { !isAllowed($0.path) }
        if !places.isEmpty { throw RequestFailure(secrets: places.sorted()) }
    }

    private func isAllowed(_ path: ProjectPath) -> Bool {
        allowed.contains(path) || allowed.contains { Self.covers($0, path) }
    }

    /// Whether a path is another one or a folder above it.
    private static func covers(_ allowed: ProjectPath, _ path: ProjectPath) -> Bool {
        allowed == path || path.text.utf8.starts(with: (allowed.text + "/").utf8)
    }

    /// The secrets in files that nobody allowed, in the order of path and line.
    package func places(in files: [ProjectFile]) async -> [SecretPlace] {
        let files = files.filter { !isAllowed($0.path) }
        return await withTaskGroup(of: [SecretPlace].self) { group in
            for start in stride(from: 0, to: files.count, by: Self.filesPerTask) {
                let part = files[start..<min(start + Self.filesPerTask, files.count)]
                group.addTask { part.flatMap(Self.places) }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        .sorted()
    }

    private static func places(in file: ProjectFile) -> [SecretPlace] {
        let bytes = Array(file.content.utf8)
        if let kind = CredentialFile.kind(of: file.path, bytes) {
            return [SecretPlace(path: file.path, line: nil, kind: kind.description)]
        }
        let name = Array(file.path.text.utf8)
        let inName = SecretScan.places(in: name, path: file.path).map { place in
            SecretPlace(path: place.path, line: nil, kind: place.kind + ", in the file's name")
        }
        return inName + SecretScan.places(in: bytes, path: file.path)
    }
}

extension RequestFailure {
    /// Places that a message names; a program gets all of them.
    private static let shownPlaces = 50

    /// Why nothing was sent.
    init(secrets places: [SecretPlace]) {
        let shown = places.prefix(Self.shownPlaces).map { "\n  \($0)" }.joined()
        let more = places.count > Self.shownPlaces ? "\n  and \(places.count - Self.shownPlaces) more" : ""
        let (verb, noun) = places.count == 1 ? ("holds a secret", "place") : ("hold secrets", "places")
        let files = places.contains { $0.line == nil }
        let hint =
            files
            ? " Credential files stay here in any case; name them in .gitignore or .codeforgeignore to leave them out"
                + " for good, or with --allow to go on without them."
            : ""
        self.init(
            "secrets_found",
            "Nothing was sent: \(places.count) \(noun) \(verb).\(shown)\(more)\n"
                + "Take them out of the code and change them where they were in use. A file that may go as it is, or a folder"
                + " of such files, can be named: --allow PATH, or \"allow\" in an editor's request.\(hint)",
            details: ["places": .array(places.map(\.json))])
    }
}
