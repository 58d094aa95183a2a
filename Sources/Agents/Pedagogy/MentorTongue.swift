import Engine
import Patterns

/// A language besides English that the mentor's first rung is written in.
///
/// Its sentences stand in `Data/Tongues`, by what they are for; every language has the same ones.
struct MentorTongue: Sendable {
    let sentences: [String: String]
    /// Small words by which a question is known to be in it.
    private let words: Set<String>
    /// What words of a question are called in English.
    private let english: [String: [String]]

    /// The language of a question; nil for English, and for one that is not known.
    init?(of question: String) {
        let asked = Words.split(question, limit: 80)
        let plain = asked.count(where: Self.plainEnglish.words.contains)
        let scored = Self.all.map { tongue in
            (tongue: tongue, said: asked.filter(tongue.knows), letters: tongue.holdsLetters(of: question))
        }
        // What is spelt alike in two languages is settled by the letters of one.
        let best = scored.max { ($0.said.count, $0.letters ? 1 : 0) < ($1.said.count, $1.letters ? 1 : 0) }
        guard let best, best.said.count > plain, best.said.contains(where: { $0.utf8.count > 3 }) || best.said.count > 1
        else { return nil }
        self = best.tongue
    }

    /// The sentence for something, with what stands in the code for its `{names}`; nil where one of them is missing.
    func sentence(_ key: String, _ values: [String: String] = [:]) -> String? {
        guard var text = sentences[key] else { return nil }
        for (name, value) in values { text = text.replacing("{\(name)}", with: value) }
        return text.contains(kept(#/\{(?:code|name|list|condition|value|call|line|total|seen|wanted|question)\}/#))
            ? nil : text
    }

    /// What a question says, in English words that are known of it, in their order; numbers of lines are read as they are.
    func english(of question: String) -> String {
        Words.split(question, limit: 80).flatMap { english[$0] ?? [] }.filter { $0 != "line" }.joined(separator: " ")
    }

    /// The same with the words that are not known left as they are.
    func rendered(_ question: String) -> String {
        Words.split(question, limit: 80).map { english[$0]?.first ?? $0 }.joined(separator: " ")
    }

    // MARK: The data

    static let all: [MentorTongue] = [
        PackageResources.mentor_es_txt, PackageResources.mentor_pt_txt, PackageResources.mentor_it_txt,
        PackageResources.mentor_fr_txt, PackageResources.mentor_de_txt, PackageResources.mentor_nl_txt,
        PackageResources.mentor_pl_txt,
    ].map(MentorTongue.init(data:))

    private static let plainEnglish = MentorTongue(data: PackageResources.mentor_en_txt)

    private init(data: [UInt8]) {
        var (sentences, words, english): ([String: String], Set<String>, [String: [String]]) = ([:], [], [:])
        for fields in DataLines.rows(data) {
            switch (fields[0], fields.count) {
            case ("words", 2): words = Set(Words.split(fields[1]))
            case ("say", 3):
                for word in Words.split(fields[2]) { english[word, default: []].append(fields[1]) }
            default: sentences[fields[0]] = fields.count == 2 ? fields[1] : nil
            }
        }
        (self.sentences, self.words, self.english) = (sentences, words, english)
    }

    /// Whether a word is one of the language; one that English writes alike says nothing.
    private func knows(_ word: String) -> Bool {
        words.contains(word) || english[word].map { !$0.contains(word) } ?? false
    }

    /// Whether a text has a letter with a sign on it that the language's own sentences have.
    private func holdsLetters(of text: String) -> Bool {
        let own = Set(sentences["letters"]?.unicodeScalars.map(\.self) ?? [])
        return text.unicodeScalars.contains { own.contains($0) }
    }
}

/// Scripts that the mentor reads a little and does not write.
enum UnwrittenScript {
    /// One sentence that says so, in the language of a question; nil where its script is written.
    static func sentence(for question: String) -> String? {
        let letters = question.unicodeScalars.filter(\.properties.isAlphabetic)
        let strange = letters.filter { $0.value > 0x36F }
        guard strange.count * 2 > letters.count else { return nil }
        return all.first { script in strange.contains { script.range.contains($0.value) } }?.sentence
    }

    private static let all: [(range: ClosedRange<UInt32>, sentence: String)] =
        DataLines.rows(PackageResources.scripts_txt).compactMap { fields in
            let ends = fields[0].split(separator: "-").compactMap { UInt32($0, radix: 16) }
            return fields.count == 2 && ends.count == 2 && ends[0] <= ends[1] ? (ends[0]...ends[1], fields[1]) : nil
        }
}

extension MentorIntent {
    /// What somebody wants, by their own words, else by what those are called in English.
    init(_ question: String, in tongue: MentorTongue?) {
        let own = MentorIntent(question)
        guard own == .question, let tongue else {
            self = own
            return
        }
        self = MentorIntent(tongue.rendered(question))
    }
}
