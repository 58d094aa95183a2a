import Models
import Review

/// What the mentor says of a finding: never what its rule's fix would write.
package struct FindingHint: Sendable {
    private let finding: Finding
    private let place: CodePlace
    private let words: RuleWords
    /// What is marked, as it was written; empty where it may not be quoted.
    private let code: String

    package init(_ finding: Finding, in document: ReviewedDocument) {
        self.finding = finding
        let isQuotable = !finding.holdsSecret
        place = CodePlace(line: finding.range.startLine, of: document, isQuotable: isQuotable)
        words = RuleWords.of(finding.ruleID)
        let bytes = document.buffer.lineBytes(finding.range.startLine)
        let end =
            finding.range.endLine == finding.range.startLine ? min(finding.range.endByte, bytes.count) : bytes.count
        let marked = finding.range.startByte < end ? bytes[finding.range.startByte..<end] : []
        code = isQuotable ? String(decoding: marked.prefix(80), as: UTF8.self) : ""
    }

    /// What the concept is called that the finding is about, for `concepts_covered`.
    package var concept: String { finding.ruleID }

    /// What a diagnostic says: what is wrong, and nothing of how it is put right.
    package static func message(of finding: Finding) -> String { finding.what ?? message(of: finding.rule) }

    /// As `message(of:)`, of any finding of a rule.
    package static func message(of rule: Rule) -> String { "\(rule.studentTitle)." }

    /// What is said of a rule without a place: its title, and a question.
    package static func explanation(of rule: Rule) -> String {
        "\(rule.studentTitle). " + HintText.filling(RuleWords.of(rule.id).question, [:])
    }

    /// As `explanation(of:)`, of one finding.
    package static func explanation(of finding: Finding) -> String {
        message(of: finding) + " " + HintText.filling(RuleWords.of(finding.ruleID).question, [:])
    }

    /// The mentor's words on a rung of the ladder.
    package func hint(_ rung: HintRung, level: SkillLevel) -> String {
        let spot = "Look at \(place.spot). "
        let text =
            switch rung {
            case .question: spot + filled(words.question) + level.prompt
            case .pointer: spot + filled(words.pointer) + reading
            case .example:
                spot + filled(words.pointer) + "\n\nA similar problem, solved: " + words.topic.example
                    + "\n\nWhat of that is the same at \(place.spot)?"
            }
        let what = finding.what.map { "\($0)\n\n" } ?? ""
        return "**\(finding.rule.studentTitle)** (`\(finding.ruleID)`)\n\n" + what + text
    }

    private var reading: String {
        finding.rule.cwe.map { "\n\nTo read: https://cwe.mitre.org/data/definitions/\($0).html" } ?? ""
    }

    private func filled(_ sentence: String) -> String {
        HintText.filling(sentence, code.isEmpty ? [:] : ["$code": code])
    }
}

/// The mentor's words about the findings of a rule.
struct RuleWords: Sendable {
    let question: String
    let pointer: String
    let topic: MentorTopic

    private static let rows: [(rule: String, words: RuleWords)] = DataFile.rows(PackageResources.rules_txt)
        .compactMap { fields in
            guard fields.count == 4 else { return nil }
            let words = RuleWords(question: fields[1], pointer: fields[2], topic: .named(fields[3]))
            return (fields[0], words)
        }

    /// Those of the rule, else those of the longest beginning of its name that has some.
    static func of(_ rule: String) -> RuleWords {
        let fitting = rows.filter { row in
            row.rule.hasSuffix("*") ? rule.hasPrefix(row.rule.dropLast()) : row.rule == rule
        }
        let best = fitting.max {
            $0.rule.utf8.count - ($0.rule.hasSuffix("*") ? 1_000 : 0) < $1.rule.utf8.count
                - ($1.rule.hasSuffix("*") ? 1_000 : 0)
        }
        return best?.words
            ?? RuleWords(
                question: "What would $code have to be like for nobody to worry about it?",
                pointer: "Say in your own words what this line is for, then what else it does.", topic: .named(""))
    }

    /// The rules and families that have words of their own.
    static var names: [String] { rows.map(\.rule) }
}
