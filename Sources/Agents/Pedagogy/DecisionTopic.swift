import Models
import Patterns

/// A decision that comes up in most projects: three ways of different difficulty.
///
/// They stand in `Data/decisions.txt`.
struct DecisionTopic: Sendable {
    let id: String
    /// As it stands in a sentence: "a decision about **where state lives**".
    let label: String
    /// The languages and frameworks that it is for, as `DecisionSetting` names them; empty for any.
    let languages: Set<String>
    /// The question that settles it.
    let deciding: String
    private(set) var options: [Option]
    /// Stems of the phrases by which a comment speaks of it.
    private let phrases: [[String]]

    struct Option: Sendable {
        var id: String
        var title: String
        var difficulty: SkillLevel
        var pros: [String]
        var cons: [String]
        var teaches: String
        /// Stems of the phrases by which a comment or a dependency names it.
        var names: [[String]] = []
    }

    static let library: [DecisionTopic] = DataLines.rows(PackageResources.decisions_txt).reduce(into: []) {
        topics, fields in
        if fields[0] == "topic", let topic = DecisionTopic(fields: fields) { topics.append(topic) }
        if fields[0] == "option", let option = Option(fields: fields), !topics.isEmpty {
            topics[topics.count - 1].options.append(option)
        }
    }

    /// For a decision that no topic knows: three attitudes that fit any of them.
    static let general = DecisionTopic(
        id: "general", label: "the way forward",
        options: [
            Option(
                id: "smallest", title: "The smallest thing that works", difficulty: .beginner,
                pros: ["Done today, and easy to throw away", "Shows what the real question is"],
                cons: ["Will be replaced", "Tempts to stay"], teaches: "Shows how much can be left out"),
            Option(
                id: "proven", title: "What others use for this", difficulty: .intermediate,
                pros: ["Known mistakes are already made", "Documentation and help exist"],
                cons: ["Brings more than you need", "Its limits become yours"],
                teaches: "Teaches to read other people's designs"),
            Option(
                id: "own", title: "A design of your own for exactly this", difficulty: .advanced,
                pros: ["Fits the problem", "You understand every part"],
                cons: ["You maintain every part", "Takes longest"],
                teaches: "Teaches to find the essence, and to test it"),
        ],
        deciding: "Ask how expensive it is to change your mind in a month.")

    private init(id: String, label: String, options: [Option], deciding: String) {
        (self.id, self.label, self.options, self.deciding) = (id, label, options, deciding)
        (languages, phrases) = ([], [])
    }

    private init?(fields: [String]) {
        guard fields.count == 6 else { return nil }
        (id, label, deciding) = (fields[1], fields[2], fields[5])
        languages = fields[3] == "any" ? [] : Set(fields[3].split(separator: ",").map { String($0).trimmingSpaces })
        phrases = Self.stems(fields[4])
        options = []
    }

    fileprivate static func stems(_ phrases: String) -> [[String]] {
        phrases.split(separator: ",").map { Words.split($0).map(Words.stem) }.filter { !$0.isEmpty }
    }

    /// The topic that a decision is about, among those for what stands around it; nil where none knows its words.
    static func nearest(
        to text: String, alternatives: [String] = [], in setting: DecisionSetting = DecisionSetting()
    ) -> DecisionTopic? {
        let line = " " + Words.split(text, limit: 600).map(Words.stem).joined(separator: " ") + " "
        let fitting = library.filter { $0.languages.isEmpty || !$0.languages.isDisjoint(with: setting.languages) }
        let scored = fitting.enumerated().map { offset, topic in
            let named = alternatives.count { topic.option(named: $0) != nil }
            let own = topic.score(in: line)
            // One way alone may have its name in many matters.
            let said = own + (named > 1 ? 4 * named : own > 0 ? 2 * named : 0)
            // Of two that fit, the one for this language says more.
            return (topic: topic, score: said == 0 ? 0 : 2 * said + (topic.languages.isEmpty ? 0 : 3), offset: offset)
        }
        let best = scored.max { ($0.score, $1.offset) < ($1.score, $0.offset) }
        return best.flatMap { $0.score > 0 ? $0.topic : nil }
    }

    private func score(in line: String) -> Int {
        phrases.reduce(0) { score, stems in
            line.contains(" " + stems.joined(separator: " ") + " ") ? score + stems.count * 2 - 1 : score
        }
    }

    /// The option that a few words name: that of the longest name in them.
    func option(named words: String) -> Option? {
        let stems = Words.split(words, limit: 20).map(Words.stem)
        let line = " " + stems.joined(separator: " ") + " "
        var best: (option: Option, length: Int)?
        for option in options {
            for name in option.names where line.contains(" " + name.joined(separator: " ") + " ") {
                // Among many words one says little.
                if name.count > best?.length ?? 0, name.count * 3 >= stems.count { best = (option, name.count) }
            }
        }
        return best?.option
    }
}

extension DecisionTopic.Option {
    fileprivate init?(fields: [String]) {
        guard fields.count == 8, let difficulty = SkillLevel(rawValue: fields[2]) else { return nil }
        func list(_ text: String) -> [String] { text.split(separator: ";").map { String($0).trimmingSpaces } }
        self.init(
            id: fields[1], title: fields[3], difficulty: difficulty, pros: list(fields[4]), cons: list(fields[5]),
            teaches: fields[6], names: DecisionTopic.stems(fields[7]))
    }
}
