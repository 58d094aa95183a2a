import JSON
import Models

/// A folder's `.codeforge/dismissals.json`: what a team dismissed, for a commit, so that it counts where no editor's
/// database is.
///
/// `{"dismissals": [{"path", "rule", "identity", "reason"}]}`, a line each in the order of their paths; the reason may be
/// left out.
package struct DismissalsFile: Sendable, Hashable {
    package static let path = ".codeforge/" + name
    package static let name = "dismissals.json"

    package struct Entry: Sendable, Hashable {
        /// In the folder.
        package var path: String
        package var rule: String
        package var identity: String
        package var reason: String?

        package init(path: String, rule: String, identity: String, reason: String? = nil) {
            self.path = path
            self.rule = rule
            self.identity = identity
            self.reason = reason
        }
    }

    let path: String
    /// Empty where the file cannot be read.
    package let text: [UInt8]
    package private(set) var entries: [Entry] = []
    package private(set) var problems: [DocumentProblem] = []
    /// The identities that were dismissed in each file.
    private(set) var identities: [String: Set<String>] = [:]

    /// Larger files are none that people look at in a commit: 16 MiB.
    private static let maximumBytes = 16 << 20

    /// Has what was dismissed in a file hold for what the file is called now.
    mutating func follow(_ old: String, to new: String) {
        if let dismissed = identities[old] { identities[new, default: []].formUnion(dismissed) }
    }

    /// Reads that of a folder; nil where it has none.
    package init?(inFolder folder: String) {
        let path = folder == "/" ? "/" + Self.path : "\(folder)/\(Self.path)"
        do throws(SystemError) {
            guard let file = try OpenFile.regularFile(at: path) else {
                self.init(path, unreadable: "This is not a regular file.")
                return
            }
            let bytes = try file.read(upTo: Self.maximumBytes, expecting: 4096)
            guard bytes.count <= Self.maximumBytes else {
                self.init(path, unreadable: "This file is larger than 16 MiB.")
                return
            }
            self.init(path, bytes)
        } catch {
            if error.isNotFound { return nil }
            self.init(path, unreadable: "This file cannot be read: \(error).")
        }
    }

    package init(_ path: String, _ text: [UInt8]) {
        self.path = path
        self.text = text
        read()
        for entry in entries { identities[entry.path, default: []].insert(entry.identity) }
    }

    private init(_ path: String, unreadable message: String) {
        self.path = path
        text = []
        problems = [
            DocumentProblem(severity: .warning, code: "unreadable-decisions", message: message, line: 0, columns: 0..<0)
        ]
    }

    private mutating func read() {
        let document: JSONDocument
        do throws(JSONError) {
            document = try JSONDocument(parsing: text)
        } catch {
            let place = error.offset..<error.offset + 1
            problems = [SettingsFile.problem("not-json", "This is not JSON: \(error).", place, in: text)]
            return
        }
        guard let list = document.root["dismissals"], list.kind == .array else {
            return tell("Dismissals are {\"dismissals\": [{\"path\", \"rule\", \"identity\"}]}.", document.root)
        }
        for node in list.elements {
            guard let path = node["path"]?.string, let rule = node["rule"]?.string,
                let identity = node["identity"]?.string
            else {
                tell("A dismissal names a 'path', a 'rule' and an 'identity'.", node)
                continue
            }
            entries.append(Entry(path: path, rule: rule, identity: identity, reason: node["reason"]?.string))
        }
    }

    private mutating func tell(_ message: String, _ node: JSONNode) {
        let bytes = node.rawBytes
        problems.append(
            SettingsFile.problem("wrong-dismissal", message, bytes.startIndex..<bytes.endIndex, in: text))
    }

    /// The file of these dismissals, the same whatever order they come in; of the same one the first counts.
    static func text(of entries: [Entry]) -> String {
        var seen: Set<[String]> = []
        let kept = entries.filter { seen.insert([$0.path, $0.identity]).inserted }
        let sorted = kept.sorted { left, right in
            (left.path, left.rule, left.identity) < (right.path, right.rule, right.identity)
        }
        let lines = sorted.map { entry -> String in
            var object: JSONObject = [
                "path": .string(entry.path), "rule": .string(entry.rule), "identity": .string(entry.identity),
            ]
            if let reason = entry.reason { object["reason"] = .string(reason) }
            return "    " + JSONValue.object(object).serialized.printableJSON
        }
        return "{\n  \"dismissals\": [\n" + lines.joined(separator: ",\n") + (lines.isEmpty ? "" : "\n") + "  ]\n}\n"
    }
}
