import Glibc
import JSON
import Review

/// A `.codeforge/review.json` as it stands, and what is wrong in it; the rest of it applies.
package struct ReviewPolicyFile: Sendable, Hashable {
    /// An absolute path, or relative to the current folder.
    package let path: String
    package let text: [UInt8]
    package let policy: ReviewPolicy
    package let problems: [DocumentProblem]

    /// Larger files are no decisions: 1 MiB.
    private static let maximumBytes = 1 << 20

    /// Reads that of a folder; nil where it has none.
    init?(inFolder folder: String) {
        let path = folder == "/" ? "/\(ReviewPolicy.path)" : "\(folder)/\(ReviewPolicy.path)"
        do throws(SystemError) {
            guard let file = try OpenFile.regularFile(at: path) else {
                self.init(path, unreadable: "This is not a regular file.")
                return
            }
            let bytes = try file.read(upTo: Self.maximumBytes, expecting: 4096)
            guard bytes.count <= Self.maximumBytes else {
                self.init(path, unreadable: "This file is larger than 1 MiB.")
                return
            }
            let rules = folder == "/" ? "/.codeforge/rules" : "\(folder)/.codeforge/rules"
            self.init(path, bytes, hasOwnRules: access(rules, F_OK) == 0)
        } catch {
            if error.isNotFound { return nil }
            self.init(path, unreadable: "This file cannot be read: \(error).")
        }
    }

    /// Reads a text; where there are rules of a team's own, a name that the program has not may be one of them.
    package init(_ path: String, _ text: [UInt8], hasOwnRules: Bool) {
        self.path = path
        self.text = text
        var reading = ReviewPolicyReading(text, hasOwnRules: hasOwnRules)
        reading.run()
        (policy, problems) = (reading.policy, reading.problems)
    }

    private init(_ path: String, unreadable message: String) {
        self.path = path
        text = []
        policy = ReviewPolicy()
        problems = [
            DocumentProblem(severity: .warning, code: "unreadable-decisions", message: message, line: 0, columns: 0..<0)
        ]
    }

    /// What is wrong, with the line where it stands.
    package var warnings: [String] { problems.map { "\(path):\($0.line + 1): \($0.message)" } }
}

/// Reads a policy, and notes what is wrong where it stands.
private struct ReviewPolicyReading {
    private let text: [UInt8]
    private(set) var policy = ReviewPolicy()
    private(set) var problems: [DocumentProblem] = []

    private let hasOwnRules: Bool

    init(_ text: [UInt8], hasOwnRules: Bool) {
        self.text = text
        self.hasOwnRules = hasOwnRules
    }

    mutating func run() {
        let document: JSONDocument
        do throws(JSONError) {
            document = try JSONDocument(parsing: text)
        } catch {
            let place = error.offset..<error.offset + 1
            problems = [SettingsFile.problem("not-json", "This is not JSON: \(error).", place, in: text)]
            return
        }
        guard requires(document.root, .object, "Decisions are an object: {\"rules\": {\"debug/*\": \"off\"}}.") else {
            return
        }
        for (key, value) in document.root.members {
            switch key.string {
            case "rules": policy.rules = rules(value)
            case "paths": readParts(value)
            case "exclude": policy.excluded = globs(value, "exclude")
            default: tellUnknown(key, among: ["rules", "paths", "exclude"])
            }
        }
    }

    private mutating func readParts(_ node: JSONNode) {
        guard requires(node, .array, "'paths' is a list of {\"files\": GLOB, \"rules\": {...}}.") else { return }
        for element in node.elements {
            guard requires(element, .object, "'paths' is a list of {\"files\": GLOB, \"rules\": {...}}.") else {
                continue
            }
            var part = ReviewPolicy.Part()
            for (key, value) in element.members {
                switch key.string {
                case "files": part.files = globs(value, "files")
                case "rules": part.rules = rules(value)
                default: tellUnknown(key, among: ["files", "rules"])
                }
            }
            if element["files"] == nil {
                tell("missing-files", "This part does not say which 'files' it is about.", element)
            }
            if !part.files.isEmpty { policy.parts.append(part) }
        }
    }

    private mutating func rules(_ node: JSONNode) -> [ReviewPolicy.RuleLine] {
        guard requires(node, .object, "'rules' is an object: {\"debug/*\": \"off\"}.") else { return [] }
        var lines: [ReviewPolicy.RuleLine] = []
        for (key, value) in node.members {
            let name = key.string ?? ""
            guard let glob = RuleGlob(name) else {
                tell(
                    "wrong-glob",
                    "'\(name)' can name no rule: it is a rule's identifier, or a pattern such as 'sql/*'.", key)
                continue
            }
            if !hasOwnRules, !KnownRules.may(glob) {
                tell("unknown-rule", "No rule is called '\(name)'.\(KnownRules.suggestion(for: name))", key)
            }
            guard let verdict = value.string.flatMap(ReviewPolicy.Verdict.init) else {
                let names = ReviewPolicy.Verdict.names.map { "\"\($0)\"" }.joined(separator: ", ")
                tell("wrong-verdict", "What becomes of '\(name)' must be one of \(names).", value)
                continue
            }
            lines.append(ReviewPolicy.RuleLine(rules: glob, verdict: verdict))
        }
        return lines
    }

    /// A pattern or a list of them.
    private mutating func globs(_ node: JSONNode, _ name: String) -> PathGlobs {
        var globs = PathGlobs()
        let nodes = node.kind == .string ? [node] : Array(node.elements)
        if node.kind != .string {
            guard requires(node, .array, "'\(name)' is a pattern of files, or a list of them.") else { return globs }
        }
        for element in nodes where requires(element, .string, "A pattern of files is a text, such as \"gen/**\".") {
            if !globs.add(element.string ?? "") {
                tell("wrong-glob", "'\(element.string ?? "")' is no pattern of files as in a .gitignore.", element)
            }
        }
        return globs
    }

    private mutating func requires(_ node: JSONNode, _ kind: JSONNode.Kind, _ message: String) -> Bool {
        if node.kind == kind { return true }
        tell("wrong-decision", message, node)
        return false
    }

    private mutating func tellUnknown(_ key: JSONNode, among known: [String]) {
        let name = key.string ?? ""
        let names = known.map { "'\($0)'" }.joined(separator: ", ")
        tell("unknown-key", "'\(name)' means nothing here; known are \(names).", key)
    }

    private mutating func tell(_ code: String, _ message: String, _ node: JSONNode) {
        let bytes = node.rawBytes
        problems.append(SettingsFile.problem(code, message, bytes.startIndex..<bytes.endIndex, in: text))
    }
}
