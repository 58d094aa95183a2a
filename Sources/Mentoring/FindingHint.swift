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

    /// The name of the topic that the finding belongs to.
    package var topic: String { words.topic.id }

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

    private static let rows = ByRule<RuleWords>(
        DataFile.rows(PackageResources.rules_txt).compactMap { fields in
            guard fields.count == 4 else { return nil }
            return (
                rule: fields[0], value: RuleWords(question: fields[1], pointer: fields[2], topic: .named(fields[3]))
            )
        })
    /// Worked examples of rules whose family has another one.
    private static let stories = ByRule<MentorTopic>(
        DataFile.rows(PackageResources.stories_txt).flatMap { fields in
            guard fields.count == 2 else { return [(rule: String, value: MentorTopic)]() }
            return fields[1].split(separator: ",").map {
                (rule: String($0.drop { $0 == " " }), value: MentorTopic.named(fields[0]))
            }
        })

    /// Those of the rule, else those of the longest beginning of its name that has some.
    static func of(_ rule: String) -> RuleWords {
        let words =
            rows[rule]
            ?? RuleWords(
                question: "What would $code have to be like for nobody to worry about it?",
                pointer: "Say in your own words what this line is for, then what else it does.", topic: .named(""))
        return stories[rule].map { RuleWords(question: words.question, pointer: words.pointer, topic: $0) } ?? words
    }

    /// The rules and families that have words of their own.
    static var names: [String] { rows.names + stories.names }
}

/// What belongs to rules, or to all whose names begin alike: `correctness/nan-*`.
private struct ByRule<Value: Sendable>: Sendable {
    private let exact: [String: Value]
    /// By the beginning, the longest first.
    private let families: [(start: String, value: Value)]

    init(_ rows: [(rule: String, value: Value)]) {
        exact = Dictionary(
            rows.filter { !$0.rule.hasSuffix("*") }.map { ($0.rule, $0.value) }, uniquingKeysWith: { first, _ in first }
        )
        families = rows.filter { $0.rule.hasSuffix("*") }.map { (String($0.rule.dropLast()), $0.value) }
            .sorted { $0.start.utf8.count > $1.start.utf8.count }
    }

    subscript(rule: String) -> Value? { exact[rule] ?? families.first { rule.hasPrefix($0.start) }?.value }

    var names: [String] { exact.keys + families.map { $0.start + "*" } }
}
