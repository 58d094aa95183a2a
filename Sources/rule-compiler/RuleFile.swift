import Review
import Yams

/// Reads a rule file: Semgrep's format with the extra keys that `Sources/Review/Rules/README.md` lists.
package struct RuleFile {
    package let rules: [RuleDefinition]

    /// Where in which file something is wrong.
    package struct Problem: Error, CustomStringConvertible {
        package var file: String
        package var reason: String
        package var description: String { "\(file): \(reason)" }
    }

    package init(_ text: String, file: String) throws {
        guard let root = try Yams.compose(yaml: text), let list = root["rules"]?.sequence else {
            throw Problem(file: file, reason: "it has no list named rules")
        }
        rules = try list.map { try RuleFile.rule($0, file) }
    }

    private static func rule(_ node: Node, _ file: String) throws -> RuleDefinition {
        let reader = MappingReader(node, file: file)
        let metadata = try reader.mapping("metadata")
        var formulas: [RuleDefinition.Formula] = []
        for key in ["pattern", "patterns", "pattern-either", "text-formats", "assigned-secret"] {
            if let value = reader.optional(key) { formulas.append(try formula(key, value, file)) }
        }
        guard !formulas.isEmpty else { throw Problem(file: file, reason: "the rule has no pattern") }
        let options = reader.optional("options")
        let languages = try languages(reader.required("languages"), file)
        let definition = RuleDefinition(
            id: try reader.string("id"), title: try metadata.string("title"), message: try reader.string("message"),
            why: try metadata.string("why"), severity: try severity(reader.string("severity"), file),
            languages: languages, cwe: try cwe(metadata, file), references: strings(metadata.optional("references")),
            tags: strings(metadata.optional("tags")), fix: reader.optional("fix")?.string,
            fixTitle: metadata.optional("fix-title")?.string, skipsTests: options?["skip-tests"]?.bool ?? false,
            skipsScripts: options?["skip-scripts"]?.bool ?? false,
            skipsProse: options?["skip-prose"]?.bool ?? false, formulas: formulas,
            examples: try examples(reader.required("examples"), file))
        try reader.finish()
        return definition
    }

    private static func severity(_ name: String, _ file: String) throws -> Severity {
        switch name {
        case "CRITICAL", "ERROR": return .critical
        case "WARNING": return .warning
        case "INFO": return .info
        default: throw Problem(file: file, reason: "\(name) is no severity: use CRITICAL, WARNING or INFO")
        }
    }

    private static func cwe(_ metadata: MappingReader, _ file: String) throws -> Int? {
        guard let text = metadata.optional("cwe")?.string else { return nil }
        guard let number = Int(text.replacing("CWE-", with: "")) else {
            throw Problem(file: file, reason: "\(text) is no CWE number")
        }
        return number
    }

    static func strings(_ node: Node?) -> [String] {
        if let sequence = node?.sequence { return sequence.compactMap(\.string) }
        return node?.string.map { [$0] } ?? []
    }

    /// Semgrep's names of languages; `generic` is all of ours, and JavaScript stands in HTML, too.
    static func languages(_ node: Node, _ file: String) throws -> [Language] {
        var languages: [Language] = []
        for name in strings(node) {
            switch name {
            case "generic": languages += Language.allCases
            case "javascript", "js": languages += [.javascript, .javascriptReact, .html, .astro]
            case "typescript", "ts": languages += [.typescript, .typescriptReact]
            default:
                let language = Language(languageID: name)
                guard language != .plain else { throw Problem(file: file, reason: "\(name) is no known language") }
                languages.append(language)
            }
        }
        return languages
    }

    // MARK: Formulas

    private static func formula(_ key: String, _ value: Node, _ file: String) throws -> RuleDefinition.Formula {
        switch key {
        case "pattern": return .pattern(try text(value, key, file))
        case "patterns": return .all(try branches(value, key, file))
        case "pattern-either": return .any(try branches(value, key, file))
        case "pattern-not": return .not(try text(value, key, file))
        case "pattern-inside": return .inside(try text(value, key, file))
        case "pattern-not-inside": return .notInside(try text(value, key, file))
        case "focus-metavariable": return .focus(try text(value, key, file))
        case "line-regex": return .line(try text(value, key, file), isNegated: false)
        case "line-not-regex": return .line(try text(value, key, file), isNegated: true)
        case "file-mentions": return .file(strings(value), isNegated: false)
        case "file-lacks": return .file(strings(value), isNegated: true)
        case "metavariable-regex", "metavariable-content", "metavariable-kind":
            return try condition(key, MappingReader(value, file: file))
        case "block-holds":
            let reader = MappingReader(value, file: file)
            return .holds(
                metavariable: try reader.string("metavariable"), strings(try reader.required("words")),
                isNegated: reader.optional("negate")?.bool ?? false)
        case "repeats-condition": return .repeated(metavariable: try text(value, key, file))
        case "text-formats": return .any(try (value.sequence ?? []).map { .text(try format($0, file)) })
        case "assigned-secret":
            var options: [String: [String]] = [:]
            for (name, values) in value.mapping ?? [:] { options[name.string ?? ""] = strings(values) }
            return .detector("assigned-secret", options)
        default: throw Problem(file: file, reason: "\(key) is not a key of a pattern")
        }
    }

    private static func text(_ node: Node, _ key: String, _ file: String) throws -> String {
        guard let text = node.string else { throw Problem(file: file, reason: "\(key) must be a text") }
        return text
    }

    private static func branches(_ node: Node, _ key: String, _ file: String) throws -> [RuleDefinition.Formula] {
        guard let list = node.sequence else { throw Problem(file: file, reason: "\(key) must be a list") }
        return try list.map { try branch($0, file) }
    }

    /// One entry of a list: one key, and `languages` beside it.
    private static func branch(_ node: Node, _ file: String) throws -> RuleDefinition.Formula {
        guard let mapping = node.mapping else { throw Problem(file: file, reason: "an entry of a list is no mapping") }
        var result: RuleDefinition.Formula?
        var only: [Language]?
        for (key, value) in mapping {
            if key.string == "languages" {
                only = try languages(value, file)
            } else if result == nil {
                result = try formula(key.string ?? "", value, file)
            } else {
                throw Problem(file: file, reason: "an entry of a list has more than one key, \(key.string ?? "")")
            }
        }
        guard let result else { throw Problem(file: file, reason: "an entry of a list is empty") }
        return only.map { .languages($0, result) } ?? result
    }

    private static func condition(_ key: String, _ reader: MappingReader) throws -> RuleDefinition.Formula {
        let name = try reader.string("metavariable")
        let isNegated = reader.optional("negate")?.bool ?? false
        switch key {
        case "metavariable-regex":
            return .regex(metavariable: name, try reader.string("regex"), isNegated: isNegated)
        case "metavariable-content":
            return .content(metavariable: name, try reader.string("regex"), isNegated: isNegated)
        default: return .kind(metavariable: name, try reader.string("kind"), isNegated: isNegated)
        }
    }

    private static func format(_ node: Node, _ file: String) throws -> RuleDefinition.TextFormat {
        let reader = MappingReader(node, file: file)
        return RuleDefinition.TextFormat(
            name: try reader.string("name"), prefixes: strings(try reader.required("prefixes")),
            before: reader.optional("before")?.int ?? 0, regex: try reader.string("regex"),
            entropy: reader.optional("entropy")?.float ?? 0,
            startsLine: reader.optional("starts-line")?.bool ?? false,
            excluding: reader.optional("excluding")?.string ?? "",
            lineExcluding: reader.optional("line-excluding")?.string ?? "")
    }

    private static func examples(_ node: Node, _ file: String) throws -> [RuleDefinition.Example] {
        var examples: [RuleDefinition.Example] = []
        for entry in node.sequence ?? [] {
            let reader = MappingReader(entry, file: file)
            let name = try reader.string("language")
            let language = Language(languageID: name)
            examples += strings(reader.optional("bad")).map { .init(language, isBad: true, $0) }
            examples += strings(reader.optional("good")).map { .init(language, isBad: false, $0) }
        }
        return examples
    }
}

/// Reads the members of a mapping and says what is missing.
struct MappingReader {
    private let node: Node
    private let file: String

    init(_ node: Node, file: String) {
        self.node = node
        self.file = file
    }

    func optional(_ key: String) -> Node? { node[key] }

    func required(_ key: String) throws -> Node {
        guard let value = node[key] else { throw RuleFile.Problem(file: file, reason: "the key \(key) is missing") }
        return value
    }

    func string(_ key: String) throws -> String {
        guard let text = try required(key).string else {
            throw RuleFile.Problem(file: file, reason: "\(key) must be a text")
        }
        return text.trimmingSuffix("\n")
    }

    func mapping(_ key: String) throws -> MappingReader { MappingReader(try required(key), file: file) }

    /// Refuses keys that no one reads: a misspelt one would be lost in silence.
    func finish() throws {
        let known: Set<String> = [
            "id", "message", "severity", "languages", "metadata", "examples", "pattern", "patterns", "pattern-either",
            "text-formats", "assigned-secret", "options", "fix",
        ]
        for (key, _) in node.mapping ?? [:] where !known.contains(key.string ?? "") {
            throw RuleFile.Problem(file: file, reason: "\(key.string ?? "") is not a key of a rule")
        }
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: Character) -> String {
        var text = self
        while text.last == suffix { text.removeLast() }
        return text
    }
}
