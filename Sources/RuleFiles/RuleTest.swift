import Review

/// What comments in a file say that rules must report there, as Semgrep's tests have it: `# ruleid: no-eval` on the line
/// before, `# ok: no-eval` where nothing must be; `todoruleid` and `todook` for what is known to go wrong.
///
/// Reference: https://semgrep.dev/docs/writing-rules/testing-rules
package struct RuleTest: Sendable {
    /// A line, counted from one, that is not judged as it is marked.
    package struct Failure: Sendable, Hashable {
        package var rule: String
        package var line: Int
        /// Whether something had to be reported and was not; else it was reported and must not be.
        package var isMissed: Bool
    }

    /// How many lines have to be reported, and how many must not.
    package private(set) var badCount = 0
    package private(set) var goodCount = 0
    package private(set) var failures: [Failure] = []

    /// Reviews a file by the rules of one rule file.
    package init(of entries: [RuleFile.Entry], on text: [UInt8], path: String) {
        let lines = String(decoding: text, as: UTF8.self)
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        let language = Language.detect(languageID: nil, path: path, firstLine: lines.first ?? "")
        // What a rule says of tests and paths is not tried here: the file is one of tests.
        let found = review(text, language: language, path: nil, rules: RuleSet(adding: entries.map(\.rule)))
        let marks = Self.marks(in: lines)
        for rule in entries.map(\.rule) {
            let reported = Set(found.filter { $0.rule == rule }.map { $0.range.startLine })
            let own = marks.filter { Self.names($0.rule, rule.id) }
            let bad = Set(own.filter { $0.kind == "ruleid" }.map(\.line))
            let good = Set(own.filter { $0.kind == "ok" }.map(\.line))
            let known = Set(own.filter { $0.kind == "todook" || $0.kind == "todoruleid" }.map(\.line))
            badCount += bad.count
            goodCount += good.count
            failures += bad.subtracting(reported).map { Failure(rule: rule.id, line: $0 + 1, isMissed: true) }
            failures += reported.subtracting(bad).subtracting(known).map {
                Failure(rule: rule.id, line: $0 + 1, isMissed: false)
            }
        }
        failures.sort { ($0.line, $0.rule) < ($1.line, $1.rule) }
    }

    /// The lines that comments mark; each marks the next line that is none itself.
    private static func marks(in lines: [String]) -> [(kind: String, rule: String, line: Int)] {
        var marks: [(kind: String, rule: String, line: Int)] = []
        var waiting: [(kind: String, rule: String)] = []
        for (number, line) in lines.enumerated() {
            let found = Self.marks(on: line)
            if !found.isEmpty {
                waiting += found
            } else {
                marks += waiting.map { ($0.kind, $0.rule, number) }
                waiting = []
            }
        }
        return marks
    }

    private static let kinds = ["todoruleid", "todook", "ruleid", "ok", "deepruleid", "deepok"]

    private static func marks(on line: String) -> [(kind: String, rule: String)] {
        guard let start = line.firstIndex(where: { !$0.isWhitespace }),
            ["#", "//", "/*", "--", "<!--", ";", "{#", "{/*", "(*", "%", "*", "<%--", "{{!"].contains(where: {
                line[start...].hasPrefix($0)
            })
        else { return [] }
        for kind in kinds {
            guard let sign = line.firstRange(of: "\(kind):") else { continue }
            if let before = line[..<sign.lowerBound].last, before.isLetter { continue }
            let names = line[sign.upperBound...].split(separator: ",").compactMap { part -> String? in
                let name = part.drop(while: \.isWhitespace).prefix {
                    $0.isLetter || $0.isNumber || "-_./".contains($0)
                }
                return name.isEmpty ? nil : String(name)
            }
            return names.map { (kind, $0) }
        }
        return []
    }

    /// Whether a mark's name is a rule's: all of it, or its last part.
    private static func names(_ mark: String, _ id: String) -> Bool {
        let last = id.split(separator: "/").last.map(String.init) ?? id
        return mark == id || mark == last || mark.split(separator: ".").last.map(String.init) == last
    }
}
