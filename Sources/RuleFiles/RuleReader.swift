import Review
import Yams

/// Reads one rule of a rule file.
struct RuleReader {
    typealias Problem = RuleFile.Problem
    typealias Formula = RuleDefinition.Formula

    let isOwn: Bool
    /// Where each pattern and expression stands.
    private(set) var places: [String: (line: Int, column: Int)] = [:]
    /// What is left out of a rule that can be used all the same.
    private(set) var notes: [Problem] = []

    init(isOwn: Bool) {
        self.isOwn = isOwn
    }

    private static let keys: Set<String> = [
        "id", "message", "severity", "languages", "metadata", "examples", "pattern", "patterns", "pattern-either",
        "pattern-regex", "pattern-not-regex", "text-formats", "assigned-secret", "options", "fix", "paths", "mode",
        "pattern-sources", "pattern-sinks", "pattern-sanitizers", "min-version", "max-version", "version",
    ]
    private static let formulaKeys = [
        "pattern", "patterns", "pattern-either", "pattern-regex", "text-formats", "assigned-secret",
    ]

    mutating func definition(_ node: Node) throws(Problem) -> RuleDefinition {
        guard let mapping = node.mapping else { throw Problem(node, "a rule is a mapping") }
        for (key, _) in mapping where !RuleReader.keys.contains(key.string ?? "") {
            // A misspelt key would be lost in silence.
            throw Problem(key, "\(key.string ?? "this") is not a key of a rule that CodeForge reads")
        }
        let id = try string("id", of: node)
        let metadata = node["metadata"]
        if !isOwn, metadata == nil { throw Problem(node, "the key metadata is missing") }
        let formulas = try formulas(node, id)
        if isOwn, let fix = node["fix"] { try check(fix) }
        let message = try string("message", of: node)
        let title = try isOwn ? optionalString("title", of: metadata) ?? id : string("title", of: metadata ?? node)
        let why = try isOwn ? optionalString("why", of: metadata) ?? "" : string("why", of: metadata ?? node)
        let options = node["options"]
        if isOwn { noteOptions(options) }
        let examples = try examples(node["examples"])
        if !isOwn, examples.isEmpty { throw Problem(node, "the key examples is missing") }
        var definition = RuleDefinition(
            id: isOwn && !id.contains("/") ? "own/" + id : id, title: title, message: message, why: why,
            severity: try severity(node), languages: try languages(try required("languages", of: node)),
            cwe: cwe(metadata), references: strings(metadata?["references"]), tags: strings(metadata?["tags"]),
            fix: node["fix"]?.string, fixTitle: metadata?["fix-title"]?.string,
            skipsTests: options?["skip-tests"]?.bool ?? false, skipsScripts: options?["skip-scripts"]?.bool ?? false,
            skipsProse: options?["skip-prose"]?.bool ?? false, formulas: formulas, examples: examples)
        if let paths = node["paths"] {
            definition.includedPaths = strings(paths["include"]).map(PathGlob.expression)
            definition.excludedPaths = strings(paths["exclude"]).map(PathGlob.expression)
        }
        return definition
    }

    /// A metavariable of a fix must be one of a pattern: else its name would be written into the code.
    private func check(_ fix: Node) throws(Problem) {
        func names(_ text: String) -> [Substring] { text.matches(of: #/\$[A-Z_][A-Z_0-9]*/#).map(\.output) }
        let bound = Set(places.keys.flatMap(names))
        for name in names(fix.string ?? "") where !bound.contains(name) {
            throw Problem(fix, "\(name) stands in no pattern of the rule")
        }
    }

    private mutating func noteOptions(_ options: Node?) {
        let own: Set<String> = ["skip-tests", "skip-scripts", "skip-prose"]
        for (key, _) in options?.mapping ?? [:] where !own.contains(key.string ?? "") {
            notes.append(Problem(key, "the option \(key.string ?? "") has no effect here", isFatal: false))
        }
    }

    private func severity(_ node: Node) throws(Problem) -> Severity {
        switch try string("severity", of: node) {
        case "CRITICAL", "ERROR", "HIGH": return .critical
        case "WARNING", "MEDIUM": return .warning
        case "INFO", "LOW", "INVENTORY", "EXPERIMENT": return .info
        case let other: throw Problem(node["severity"], "\(other) is no severity: use ERROR, WARNING or INFO")
        }
    }

    /// The number of the weakness: `CWE-89`, `CWE-89: Improper ...`, or the first of a list.
    private func cwe(_ metadata: Node?) -> Int? {
        guard let text = strings(metadata?["cwe"]).first else { return nil }
        let digits = text.drop { !$0.isNumber }.prefix { $0.isNumber }
        return Int(digits)
    }

    /// Semgrep's names of languages; `generic` and `regex` are all of ours, and JavaScript stands in HTML, too.
    private mutating func languages(_ node: Node) throws(Problem) -> [Language] {
        var languages: [Language] = []
        var unknown: [String] = []
        for name in strings(node) {
            switch name.lowercased() {
            case "generic", "regex", "none": languages += Language.allCases
            case "javascript", "js": languages += [.javascript, .javascriptReact, .html, .astro]
            case "typescript", "ts": languages += [.typescript, .typescriptReact]
            default:
                let language = Language(languageID: name)
                if language == .plain { unknown.append(name) } else { languages.append(language) }
            }
        }
        let names = unknown.joined(separator: ", ")
        if languages.isEmpty || (!isOwn && !unknown.isEmpty) {
            throw Problem(
                node, unknown.isEmpty ? "no language is named" : "\(names): not a language that CodeForge reads")
        }
        if !unknown.isEmpty {
            notes.append(Problem(node, "\(names): not a language that CodeForge reads", isFatal: false))
        }
        var seen: Set<Language> = []
        return languages.filter { seen.insert($0).inserted }
    }

    // MARK: Formulas

    private mutating func formulas(_ node: Node, _ id: String) throws(Problem) -> [Formula] {
        let mode = node["mode"]?.string ?? "search"
        switch mode {
        case "search": break
        case "taint": return try taint(node)
        default: throw Problem(node["mode"], "\(mode) is no mode that CodeForge knows: search or taint")
        }
        for key in ["pattern-sources", "pattern-sinks", "pattern-sanitizers"] where node[key] != nil {
            throw Problem(node[key], "\(key) needs mode: taint")
        }
        var formulas: [Formula] = []
        for key in RuleReader.formulaKeys {
            guard let value = node[key] else { continue }
            var formula = try formula(key, value)
            if key == "pattern-regex", let not = node["pattern-not-regex"], case .expression(let text, _) = formula {
                formula = .expression(text, excluding: [try self.text(not, "pattern-not-regex")])
            }
            formulas.append(formula)
        }
        guard !formulas.isEmpty else { throw Problem(node["id"], "the rule has no pattern") }
        return formulas
    }

    /// `mode: taint`: each sink with the sources that must reach it.
    private mutating func taint(_ node: Node) throws(Problem) -> [Formula] {
        let sources = try parts("pattern-sources", of: node)
        let sinks = try parts("pattern-sinks", of: node)
        let sanitizers = node["pattern-sanitizers"] == nil ? [] : try parts("pattern-sanitizers", of: node)
        return sinks.map { .all([$0, .tainted(sources: sources, sanitizers: sanitizers)]) }
    }

    private mutating func parts(_ key: String, of node: Node) throws(Problem) -> [Formula] {
        let list = try required(key, of: node)
        guard let entries = list.sequence, !entries.isEmpty else { throw Problem(list, "\(key) must be a list") }
        var parts: [Formula] = []
        for entry in entries {
            guard let mapping = entry.mapping else { throw Problem(entry, "an entry of \(key) is no mapping") }
            var formulas: [Formula] = []
            for (name, value) in mapping {
                switch name.string ?? "" {
                case "pattern", "patterns", "pattern-either":
                    formulas.append(try formula(name.string ?? "", value))
                case "exact", "by-side-effect", "control", "not_conflicting":
                    notes.append(Problem(name, "\(name.string ?? "") has no effect here", isFatal: false))
                case let other: throw Problem(name, "\(other) is not a key of \(key) that CodeForge reads")
                }
            }
            guard formulas.count == 1 else { throw Problem(entry, "an entry of \(key) needs one pattern") }
            parts += formulas
        }
        return parts
    }

    private mutating func formula(_ key: String, _ value: Node) throws(Problem) -> Formula {
        switch key {
        case "pattern": return .pattern(try text(value, key))
        case "patterns": return try patterns(value)
        case "pattern-either": return .any(try branches(value, key))
        case "pattern-not": return .not(try text(value, key))
        case "pattern-inside": return .inside(try text(value, key))
        case "pattern-not-inside": return .notInside(try text(value, key))
        case "pattern-regex": return .expression(try expression(value, key), excluding: [])
        case "focus-metavariable": return .focus(try text(value, key))
        case "line-regex": return .line(try text(value, key), isNegated: false)
        case "line-not-regex": return .line(try text(value, key), isNegated: true)
        case "file-mentions": return .file(strings(value), isNegated: false)
        case "file-lacks": return .file(strings(value), isNegated: true)
        case "metavariable-regex", "metavariable-content", "metavariable-kind": return try condition(key, value)
        case "metavariable-pattern": return try metavariablePattern(value)
        case "block-holds":
            return .holds(
                metavariable: try string("metavariable", of: value), strings(try required("words", of: value)),
                isNegated: value["negate"]?.bool ?? false)
        case "repeats-condition": return .repeated(metavariable: try text(value, key))
        case "statement": return .statement(try text(value, key))
        case "followed-by": return .followed(metavariable: try text(value, key))
        case "check":
            if let name = value.string { return .check(name, metavariable: "") }
            return .check(try string("name", of: value), metavariable: try string("metavariable", of: value))
        case "looked-up-as":
            return .lookedUp(metavariable: try string("metavariable", of: value), as: try string("kind", of: value))
        case "says":
            return .says(what: try string("what", of: value), instead: try string("instead", of: value))
        case "text-formats":
            var formats: [Formula] = []
            for entry in value.sequence ?? [] { formats.append(.text(try format(entry))) }
            return .any(formats)
        case "assigned-secret":
            var options: [String: [String]] = [:]
            for (name, values) in value.mapping ?? [:] { options[name.string ?? ""] = strings(values) }
            return .detector("assigned-secret", options)
        default: throw Problem(value, "\(key) is not a key of a pattern that CodeForge reads")
        }
    }

    /// A list of conditions; an expression of lines takes those of other expressions in.
    private mutating func patterns(_ node: Node) throws(Problem) -> Formula {
        var excluded: [String] = []
        var kept: [Node] = []
        for entry in node.sequence ?? [] {
            if let value = entry["pattern-not-regex"], entry.mapping?.count == 1 {
                excluded.append(try expression(value, "pattern-not-regex"))
            } else {
                kept.append(entry)
            }
        }
        if excluded.isEmpty { return .all(try branches(node, "patterns")) }
        guard kept.count == 1, let value = kept[0]["pattern-regex"] else {
            throw Problem(node, "pattern-not-regex stands beside one pattern-regex alone")
        }
        return .expression(try expression(value, "pattern-regex"), excluding: excluded)
    }

    private mutating func text(_ node: Node, _ key: String) throws(Problem) -> String {
        guard let text = node.string else { throw Problem(node, "\(key) must be a text") }
        places[text] = Problem.place(of: node)
        if isOwn, key.hasPrefix("pattern"), !key.hasSuffix("regex"), let reason = UnknownSyntax.reason(in: text) {
            throw Problem(node, reason)
        }
        return isOwn ? text.trimmingSuffix("\n") : text
    }

    private mutating func expression(_ node: Node, _ key: String) throws(Problem) -> String {
        let expression = try text(node, key)
        guard !Self.needsLineEnd(expression) else {
            throw Problem(node, "\(key) is looked for in one line at a time: it cannot hold a line's end")
        }
        places[expression] = Problem.place(of: node)
        return expression
    }

    /// Whether an expression asks for a line's end, other than as one of the bytes of a class: there others do, too.
    private static func needsLineEnd(_ expression: String) -> Bool {
        var (isEscaped, isInClass) = (false, false)
        for byte in expression.utf8 {
            if isEscaped {
                if byte == UInt8(ascii: "n"), !isInClass { return true }
                isEscaped = false
                continue
            }
            switch byte {
            case UInt8(ascii: "\\"): isEscaped = true
            case UInt8(ascii: "["): isInClass = true
            case UInt8(ascii: "]"): isInClass = false
            case UInt8(ascii: "\n"): return true
            default: break
            }
        }
        return false
    }

    private mutating func branches(_ node: Node, _ key: String) throws(Problem) -> [Formula] {
        guard let list = node.sequence else { throw Problem(node, "\(key) must be a list") }
        var formulas: [Formula] = []
        for entry in list { formulas.append(try branch(entry)) }
        return formulas
    }

    /// One entry of a list: one key, and `languages` beside it.
    private mutating func branch(_ node: Node) throws(Problem) -> Formula {
        guard let mapping = node.mapping else { throw Problem(node, "an entry of a list is no mapping") }
        var result: Formula?
        var only: [Language]?
        for (key, value) in mapping {
            if key.string == "languages" {
                only = try languages(value)
            } else if result == nil {
                result = try formula(key.string ?? "", value)
            } else {
                throw Problem(key, "an entry of a list has more than one key, \(key.string ?? "")")
            }
        }
        guard let result else { throw Problem(node, "an entry of a list is empty") }
        return only.map { .languages($0, result) } ?? result
    }

    private mutating func condition(_ key: String, _ node: Node) throws(Problem) -> Formula {
        let name = try string("metavariable", of: node)
        let isNegated = node["negate"]?.bool ?? false
        switch key {
        case "metavariable-regex":
            let regex = try text(try required("regex", of: node), key)
            // Semgrep looks for these from the start of the text on.
            let bound = isOwn && !regex.hasPrefix("^") && !regex.hasPrefix("(?i)^") ? "^(\(regex))" : regex
            places[bound] = places[regex]
            return .regex(metavariable: name, bound, isNegated: isNegated)
        case "metavariable-content":
            return .content(metavariable: name, try text(try required("regex", of: node), key), isNegated: isNegated)
        default: return .kind(metavariable: name, try string("kind", of: node), isNegated: isNegated)
        }
    }

    /// `metavariable-pattern`: what holds for the code that a metavariable stands for.
    private mutating func metavariablePattern(_ node: Node) throws(Problem) -> Formula {
        let name = try string("metavariable", of: node)
        var conditions: [Formula] = []
        for (key, value) in node.mapping ?? [:] {
            switch key.string ?? "" {
            case "metavariable", "language": continue
            case "patterns":
                for entry in value.sequence ?? [] {
                    guard let part = entry.mapping?.first, entry.mapping?.count == 1 else {
                        throw Problem(entry, "an entry of a list has one key")
                    }
                    conditions.append(try condition(on: name, part.key, part.value))
                }
            default: conditions.append(try condition(on: name, key, value))
            }
        }
        guard !conditions.isEmpty else { throw Problem(node, "metavariable-pattern has no pattern") }
        if let language = node["language"], !["regex", "none"].contains(language.string ?? ""),
            conditions.contains(where: { if case .whole = $0 { true } else { false } })
        {
            throw Problem(language, "a pattern of another language in a metavariable is not known; use pattern-regex")
        }
        return conditions.count == 1 ? conditions[0] : .all(conditions)
    }

    /// A condition on the code that a metavariable stands for.
    private mutating func condition(on name: String, _ key: Node, _ value: Node) throws(Problem) -> Formula {
        switch key.string ?? "" {
        case "pattern": return .whole(metavariable: name, [try text(value, "pattern")], isNegated: false)
        case "pattern-not": return .whole(metavariable: name, [try text(value, "pattern-not")], isNegated: true)
        case "pattern-regex":
            return .regex(metavariable: name, try expression(value, "pattern-regex"), isNegated: false)
        case "pattern-not-regex":
            return .regex(metavariable: name, try expression(value, "pattern-not-regex"), isNegated: true)
        case "metavariable-regex": return try condition("metavariable-regex", value)
        case "pattern-either":
            var texts: [String] = []
            var expressions: [String] = []
            for entry in value.sequence ?? [] {
                if let pattern = entry["pattern"], entry.mapping?.count == 1 {
                    texts.append(try text(pattern, "pattern"))
                } else if let regex = entry["pattern-regex"], entry.mapping?.count == 1 {
                    expressions.append(try expression(regex, "pattern-regex"))
                } else {
                    throw Problem(entry, "metavariable-pattern takes plain patterns and expressions")
                }
            }
            let choices: [Formula] =
                (texts.isEmpty ? [] : [.whole(metavariable: name, texts, isNegated: false)])
                + (expressions.isEmpty
                    ? []
                    : [
                        .regex(
                            metavariable: name, expressions.map { "(\($0))" }.joined(separator: "|"), isNegated: false)
                    ])
            guard let first = choices.first else { throw Problem(value, "pattern-either is empty") }
            return choices.count == 1 ? first : .any(choices)
        case let other: throw Problem(key, "\(other) is not a key of metavariable-pattern that CodeForge reads")
        }
    }

    private func format(_ node: Node) throws(Problem) -> RuleDefinition.TextFormat {
        RuleDefinition.TextFormat(
            name: try string("name", of: node), prefixes: strings(try required("prefixes", of: node)),
            before: node["before"]?.int ?? 0, regex: try string("regex", of: node),
            entropy: node["entropy"]?.float ?? 0, startsLine: node["starts-line"]?.bool ?? false,
            excluding: node["excluding"]?.string ?? "", lineExcluding: node["line-excluding"]?.string ?? "")
    }

    private func examples(_ node: Node?) throws(Problem) -> [RuleDefinition.Example] {
        var examples: [RuleDefinition.Example] = []
        for entry in node?.sequence ?? [] {
            let language = Language(languageID: try string("language", of: entry))
            examples += strings(entry["bad"]).map { .init(language, isBad: true, $0) }
            examples += strings(entry["good"]).map { .init(language, isBad: false, $0) }
        }
        return examples
    }

    // MARK: Members

    private func strings(_ node: Node?) -> [String] {
        if let sequence = node?.sequence { return sequence.compactMap(\.string) }
        return node?.string.map { [$0] } ?? []
    }

    private func required(_ key: String, of node: Node) throws(Problem) -> Node {
        guard let value = node[key] else { throw Problem(node, "the key \(key) is missing") }
        return value
    }

    private func string(_ key: String, of node: Node) throws(Problem) -> String {
        guard let text = try required(key, of: node).string else { throw Problem(node[key], "\(key) must be a text") }
        return text.trimmingSuffix("\n")
    }

    private func optionalString(_ key: String, of node: Node?) -> String? {
        node?[key]?.string?.trimmingSuffix("\n")
    }
}

/// Globs of paths as Semgrep's `paths` takes them.
enum PathGlob {
    /// A regular expression that a path in its project matches when the glob names it, or a folder that it is in.
    ///
    /// A glob without a slash in the middle names files and folders at any depth.
    static func expression(_ glob: String) -> String {
        var rest = Substring(glob)
        let isBound = rest.dropLast().contains("/") && !rest.hasPrefix("**/")
        if rest.hasPrefix("/") { rest.removeFirst() }
        if rest.hasPrefix("**/") { rest.removeFirst(3) }
        while rest.hasSuffix("/") { rest.removeLast() }
        var expression = isBound ? "^" : "(^|/)"
        while let character = rest.popFirst() {
            switch character {
            case "*" where rest.hasPrefix("*/"):
                rest.removeFirst(2)
                expression += "(.*/)?"
            case "*" where rest.hasPrefix("*"):
                rest.removeFirst()
                expression += ".*"
            case "*": expression += "[^/]*"
            case "?": expression += "[^/]"
            case ".", "+", "(", ")", "|", "^", "$", "{", "}", "[", "]", "\\": expression += "\\\(character)"
            default: expression.append(character)
            }
        }
        return expression + "(/|$)"
    }
}

extension String {
    func trimmingSuffix(_ suffix: Character) -> String {
        var text = self
        while text.last == suffix { text.removeLast() }
        return text
    }
}
