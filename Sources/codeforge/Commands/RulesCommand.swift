import ArgumentParser
import Engine
import JSON
import Review

/// `codeforge rules`: what the reviewer looks for.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "List the reviewer's rules, explain one, or test a team's own.",
        discussion: """
            EXAMPLES:
              codeforge rules
              codeforge rules list --language python
              codeforge rules --json
              codeforge rules explain eval/python-eval
              codeforge rules test .codeforge/rules
            """,
        subcommands: [List.self, Explain.self, Test.self], defaultSubcommand: List.self)
}

extension RulesCommand {
    /// `codeforge rules list`, which `codeforge rules` is short for.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the rules. (default)")

        @Flag(help: "Write JSON, with everything that is known of each rule.")
        var json = false

        @Option(
            help: ArgumentHelp("List only the rules that read this language.", valueName: "name"),
            completion: .list(Language.allCases.map(\.id)))
        var language: String?

        func run() throws {
            let rules = Rule.toldHere(try selectedRules())
            if json { return StandardStream.output.write(json: JSONValue.array(rules.map(\.json))) }
            StandardStream.output.write(table(rules))
        }

        private func selectedRules() throws -> [Rule] {
            let all = RuleSets().rules(ofFileAt: "file").rules
            guard let name = language else { return all }
            let language = Language(languageID: name)
            guard language != .plain || name == Language.plain.id else {
                let known = Language.allCases.map(\.id).joined(separator: ", ")
                throw CommandFailure(
                    description: "'\(name)' is no language that rules are written for. Known: \(known).")
            }
            return all.filter { $0.languages.isEmpty || $0.languages.contains(language) }
        }

        private func table(_ rules: [Rule]) -> String {
            let style = TerminalStyle(for: .output)
            let width = rules.map(\.id.count).max() ?? 0
            let rows = rules.map { rule in
                let severity = rule.severity.rawValue.padded(to: 8)
                let cwe = (rule.cwe.map { "CWE-\($0)" } ?? "").padded(to: 8)
                return "\(rule.id.padded(to: width))  \(style.colour(severity, rule.severity))  \(cwe)  \(rule.title)\n"
            }
            let hint = "\(rules.count) rules. `codeforge rules explain ID` says more about one.\n"
            return rows.joined() + "\n" + style.dim(hint)
        }
    }

    /// `codeforge rules explain`.
    struct Explain: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Explain a rule: why it matters, what it reports and what it does not.")

        @Argument(
            help: ArgumentHelp("The rule's identifier, as findings show it.", valueName: "id"),
            completion: .list(RuleSet.builtIn.rules.map(\.id)))
        var id: String

        @Flag(help: "Write JSON, with everything that is known of the rule.")
        var json = false

        func run() throws {
            let set = RuleSets().rules(ofFileAt: "file")
            guard let rule = rule(of: set).flatMap({ Rule.toldHere([$0]).first }) else {
                let nearest = NearestName.of(id, among: set.rules.map(\.id))
                let suggestion = nearest.map { " Did you mean '\($0)'?" } ?? " `codeforge rules` lists them all."
                throw CommandFailure(description: "There is no rule '\(id)'.\(suggestion)")
            }
            if json { return StandardStream.output.write(json: rule.json) }
            StandardStream.output.write(RuleExplanation(rule, style: TerminalStyle(for: .output)).text)
        }

        /// The rule of this identifier, or the only one whose identifier ends with it after a slash.
        private func rule(of set: RuleSet) -> Rule? {
            if let exact = set.rule(id: id) { return exact }
            let matches = set.rules.filter { $0.id.hasSuffix("/" + id) }
            return matches.count == 1 ? matches.first : nil
        }
    }
}

extension Rule {
    /// Without what puts it right, where this folder is a student's.
    fileprivate static func toldHere(_ rules: [Rule]) -> [Rule] {
        StudentFiles(markedAbove: ["file"]).contain("file") ? rules.map(\.withoutSolutions) : rules
    }

    /// Everything that is known of the rule, for scripts.
    fileprivate var json: JSONValue {
        var object: JSONObject = [
            "id": .string(id), "title": .string(title), "severity": .string(severity.rawValue),
            "message": .string(generalMessage), "why": .string(why),
            "languages": .array(languages.map { .string($0.id) }),
            "tags": .array(tags.map { .string($0) }),
            "references": .array(references.map { .string($0) }),
            "has_fix": .bool(hasFix),
            "examples": .array(
                examples.map {
                    ["language": .string($0.language.id), "reported": .bool($0.isBad), "code": .string($0.code)]
                }),
        ]
        if let cwe { object["cwe"] = .string("CWE-\(cwe)") }
        return .object(object)
    }
}

extension String {
    /// The text with spaces after it up to a width in characters.
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(width - count, 0))
    }
}
