import JSON
import Models

/// The gate before every way out of this machine: what would be sent is searched for secrets first.
///
/// An export passes it, and so must whatever else is going to carry files away.
package struct OutgoingCheck: Sendable {
    /// Files that a person named: they may go as they are.
    private let allowed: Set<ProjectPath>
    /// Files that one task searches.
    private static let filesPerTask = 32

    /// - Throws: `invalid_input` for a text that is no path of a project.
    package init(allowing paths: [String] = []) throws(RequestFailure) {
        var allowed: Set<ProjectPath> = []
        for path in paths {
            do {
                allowed.insert(try ProjectPath(validating: path.hasPrefix("./") ? String(path.dropFirst(2)) : path))
            } catch {
                throw .invalidInput(["allow"], "names no file of a project. \(error)")
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
        if let unknown = allowed.subtracting(known).min() {
            throw .invalidInput(["allow"], "names \(unknown.text.debugDescription), which is no file of the project.")
        }
        let places = await places(in: files) + leftBehind.filter { !allowed.contains($0.path) }
        if !places.isEmpty { throw RequestFailure(secrets: places.sorted()) }
    }

    /// The secrets in files that nobody allowed, in the order of path and line.
    package func places(in files: [ProjectFile]) async -> [SecretPlace] {
        let files = files.filter { !allowed.contains($0.path) }
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
                + "Take them out of the code and change them where they were in use. A file that may go as it is can be"
                + " named: --allow PATH, or \"allow\" in an editor's request.\(hint)",
            details: ["places": .array(places.map(\.json))])
    }
}
