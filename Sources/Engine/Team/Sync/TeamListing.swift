import JSON
import Models
import Storage

/// The files of a project as the team's server listed them, and the moment up to which that is known.
///
/// What was agreed about each file is known anyway: only what differs from it is kept beside, as a value of the project.
/// A look that does not come to its end leaves the moment of the one before, and what it did is told again.
package struct TeamListing: Hashable, Sendable {
    /// The server's name of the moment; nil before the first look.
    var cursor: String?
    /// When the server was asked; by it is told how much of its log it still has.
    var askedAt: Timestamp?
    var versions: [ProjectPath: Int] = [:]
    var removed: [ProjectPath: Int] = [:]

    /// Where it is kept.
    static let key = "team/files"

    init(_ text: JSONText?, agreed: [TeamFile]) {
        for file in agreed where file.version > 0 { versions[file.path] = file.version }
        guard let kept = text?.value, let cursor = kept["cursor"]?.string else { return }
        (self.cursor, askedAt) = (cursor, kept["asked_at"]?.string.flatMap(Timestamp.init))
        for (path, version) in Self.paths(kept["ahead"]) { versions[path] = version }
        for (path, version) in Self.paths(kept["removed"]) {
            versions[path] = nil
            // A version of 0 is of a file that is missing without a word.
            if version > 0 { removed[path] = version }
        }
    }

    /// What is to be kept, where these were agreed about.
    func kept(agreed: [TeamFile]) -> JSONText {
        var (ahead, gone) = (JSONObject(), JSONObject())
        var rest = versions
        for file in agreed {
            let version = rest.removeValue(forKey: file.path)
            if let version {
                if version != file.version { ahead[file.path.text] = .integer(version) }
            } else if file.version > 0 {
                gone[file.path.text] = .integer(removed[file.path] ?? 0)
            }
        }
        for (path, version) in rest { ahead[path.text] = .integer(version) }
        return JSONText([
            "cursor": cursor.map { .string($0) } ?? .null, "asked_at": askedAt.map { .string($0.text) } ?? .null,
            "ahead": .object(ahead), "removed": .object(gone),
        ])
    }

    /// Takes what the server says of files, if anything: all of them, or those that changed.
    mutating func take(_ files: JSONValue?, upTo cursor: String) {
        (self.cursor, askedAt) = (cursor, .now())
        guard let files else { return }
        if files["is_complete"] == true { versions = [:] }
        removed = [:]
        for value in files["removed"]?.array ?? [] {
            guard let (path, version) = Self.file(value) else { continue }
            (removed[path], versions[path]) = (version, nil)
        }
        for value in files["items"]?.array ?? [] {
            guard let (path, version) = Self.file(value) else { continue }
            versions[path] = version
        }
    }

    private static func file(_ value: JSONValue) -> (ProjectPath, Int)? {
        guard let path = value["path"]?.string.flatMap({ try? ProjectPath(validating: $0) }),
            let version = value["version"]?.int
        else { return nil }
        return (path, version)
    }

    private static func paths(_ value: JSONValue?) -> [(ProjectPath, Int)] {
        (value?.object ?? JSONObject()).compactMap { key, value in
            guard let path = try? ProjectPath(validating: key), let version = value.int else { return nil }
            return (path, version)
        }
    }
}
