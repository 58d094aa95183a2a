import Review
import Yams

/// A rule file: Semgrep's format with the extra keys that `Sources/Review/Rules/README.md` lists.
///
/// Reference: https://semgrep.dev/docs/writing-rules/rule-syntax
package struct RuleFile: Sendable {
    /// Something that is wrong with a rule file.
    package struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
        /// Where it stands; lines, and characters in them, count from zero.
        package var line: Int
        package var column: Int
        package var reason: String
        /// Whether the rule in which it stands, or the whole file, is not used because of it.
        package var isFatal: Bool

        package init(line: Int, column: Int, reason: String, isFatal: Bool = true) {
            (self.line, self.column, self.reason, self.isFatal) = (line, column, reason, isFatal)
        }

        package var description: String { "line \(line + 1): \(reason)" }
    }

    /// A rule, and the line that its `id` is on.
    package struct Entry: Sendable {
        package var rule: Rule
        package var line: Int
        package var column: Int
    }

    /// The rules that can be used, in the order of the file.
    package private(set) var entries: [Entry] = []
    private var ids: Set<String> = []
    private static let builtInIDs = Set(RuleSet.builtIn.rules.map(\.id))
    /// By place.
    package private(set) var problems: [Problem] = []

    /// Reads a file; what is wrong with one rule takes nothing from the others.
    ///
    /// `isOwn` says that it is a team's: its rules get `own/` before an identifier without a slash, need
    ///   neither a title nor examples, and must not be named as one that comes with the program.
    package init(_ text: String, isOwn: Bool) {
        do {
            guard let root = try Yams.compose(yaml: text) else { return }
            guard let list = root["rules"], let rules = list.sequence else {
                problems.append(Problem(line: 0, column: 0, reason: "the file has no list named rules"))
                return
            }
            for node in rules { add(node, isOwn) }
        } catch let error as YamlError {
            problems.append(Problem(error))
        } catch {
            problems.append(Problem(line: 0, column: 0, reason: "\(error)"))
        }
        problems.sort { ($0.line, $0.column) < ($1.line, $1.column) }
    }

    private mutating func add(_ node: Node, _ isOwn: Bool) {
        var reader = RuleReader(isOwn: isOwn)
        do throws(Problem) {
            let rule = Rule(try reader.definition(node))
            problems += reader.notes
            let place = Problem.place(of: node["id"] ?? node)
            if isOwn, RuleFile.builtInIDs.contains(rule.id) {
                throw Problem(
                    line: place.line, column: place.column,
                    reason: "\(rule.id) is a rule that comes with CodeForge; choose another identifier")
            }
            if ids.contains(rule.id) {
                throw Problem(
                    line: place.line, column: place.column, reason: "another rule of this file is named \(rule.id), too"
                )
            }
            if check(rule, isOwn, reader.places, place) {
                ids.insert(rule.id)
                entries.append(Entry(rule: rule, line: place.line, column: place.column))
            }
        } catch {
            problems.append(error)
        }
    }

    /// Compiles a rule for each of its languages.
    ///
    /// - Returns: Whether there is one that it can be used for.
    private mutating func check(
        _ rule: Rule, _ isOwn: Bool, _ places: [String: (line: Int, column: Int)], _ place: (line: Int, column: Int)
    ) -> Bool {
        var languages: [PatternError: [Language]] = [:]
        var order: [PatternError] = []
        var isUsable = false
        // What has no tokens is among all languages, and says nothing of a pattern.
        let tokenized = rule.languages.filter { $0 != .plain }
        for language in tokenized.isEmpty ? rule.languages : tokenized {
            let found = rule.problems(for: language, isOwn: isOwn)
            isUsable = isUsable || found.isEmpty
            for problem in found where languages[problem]?.last != language {
                if languages[problem] == nil { order.append(problem) }
                languages[problem, default: []].append(language)
            }
        }
        for problem in order {
            let at = places[problem.pattern] ?? place
            let some = languages[problem] ?? []
            let suffix = some.count < tokenized.count ? " (in \(some.map(\.id).joined(separator: ", ")))" : ""
            problems.append(
                Problem(line: at.line, column: at.column, reason: problem.reason + suffix, isFatal: !isUsable))
        }
        return isUsable
    }
}

extension RuleFile.Problem {
    /// A problem at a node of the file.
    init(_ node: Node?, _ reason: String, isFatal: Bool = true) {
        let place = node.map(Self.place) ?? (line: 0, column: 0)
        self.init(line: place.line, column: place.column, reason: reason, isFatal: isFatal)
    }

    /// What the YAML parser says.
    fileprivate init(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(line: max(0, mark.line - 1), column: max(0, mark.column - 1), reason: "no YAML: \(problem)")
        default: self.init(line: 0, column: 0, reason: "no YAML: \(error)")
        }
    }

    static func place(of node: Node) -> (line: Int, column: Int) {
        guard let mark = node.mark else { return (0, 0) }
        return (max(0, mark.line - 1), max(0, mark.column - 1))
    }
}
