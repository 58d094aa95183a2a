import Patterns

/// What a clause's words show of it: who does something there, with which verb, in nine languages.
struct ClauseForm {
    let words: [String]
    let plain: [String]
    private let tongue: Tongue
    private let verbs: VerbForms?

    init(_ text: String, _ tongue: Tongue) {
        words = text.split(separator: " ").map(String.init)
        plain = words.map { Words.split($0).joined() }
        self.tongue = tongue
        verbs = VerbForms.of(tongue)
    }

    /// Those by which an "and" is said.
    static func links(_ tongue: Tongue) -> Set<String> {
        switch tongue {
        case .english: ["and", "&"]
        case .german: ["und"]
        case .french: ["et"]
        case .spanish: ["y", "e"]
        case .portuguese: ["e"]
        case .italian: ["e", "ed"]
        case .dutch: ["en"]
        case .polish: ["i", "oraz", "a"]
        case .japanese: []
        }
    }

    /// How many words name who does something, where the clause opens with that and a verb follows; nil elsewhere.
    var subjectLength: Int? {
        var start = 0
        while start < plain.count, Self.isDeterminer(plain[start]) || plain[start].allSatisfy(\.isNumber) {
            // "La" and "i" alone are pronouns.
            start += 1
        }
        if start < plain.count - 1, ResearchWords.set("pronoun", tongue).contains(plain[start]),
            isModal(at: start + 1) || isVerb(at: start + 1, after: start)
        {
            return start + 1
        }
        guard start < plain.count else { return nil }
        for length in 1...4 {
            let end = start + length
            guard end < plain.count else { return nil }
            let before = plain[end - 1]
            if words[end - 1].last.map({ ",;:".contains($0) }) ?? true { return nil }
            if length > 1, isSmall(before), !(length > 1 && ["de", "of", "di", "da", "do"].contains(before)) { return nil }
            if isSmall(plain[start]) { return nil }
            if isModal(at: end) || isCopula(at: end) || isVerb(at: end, after: end - 1) { return end }
        }
        return nil
    }

    /// Whether the clause opens with a verb in any form that asks for or tells something.
    var opensWithVerb: Bool {
        guard let first = plain.first, words.count > 1 || tongue != .english else { return false }
        switch tongue {
        case .english: return IdeaSentence.isDoing(first) && !isSmall(plain[1]) || isModal(at: 0)
            || IdeaSentence.isDoing(first) && (["the", "a", "an", "it", "them", "my", "our", "their", "to", "on", "for", "in", "from", "all", "how", "what", "who", "when", "which", "with"].contains(plain[1]))
        case .german: return words[0].first?.isLowercase == true && (verbs?.isFinite(first) ?? false)
        case .japanese: return false
        case .polish: return words[0].hasSuffix("ć") || isPolishVerb(words[0].lowercased())
        default: return (verbs?.isInfinitive(first) ?? false) || (verbs?.isFinite(first) ?? false)
        }
    }

    /// Whether it ends with a verb, as German clauses do: "tageweise reservieren".
    var endsWithVerb: Bool {
        guard let last = plain.last, tongue == .german || tongue == .dutch, words.count > 1,
            words[words.count - 1].first?.isLowercase == true
        else { return false }
        return (verbs?.isInfinitive(last) ?? false) || (verbs?.isFinite(last) ?? false)
    }

    var hasVerb: Bool {
        if subjectLength != nil || opensWithVerb || endsWithVerb { return true }
        switch tongue {
        case .english: return plain.indices.contains { isModal(at: $0) && !["to", "only", "also", "not", "then", "just", "need"].contains(plain[$0]) }
        default: return plain.indices.dropFirst().contains { isModal(at: $0) }
            || tongue != .german && plain.contains { verbs?.isInfinitive($0) ?? false }
        }
    }

    func isModal(at index: Int) -> Bool {
        index < plain.count && ResearchWords.set("modal", tongue).contains(plain[index])
    }

    private func isCopula(at index: Int) -> Bool {
        let word = words[index].lowercased()
        return Self.copulas.contains(word)
    }

    private static let copulas: Set<String> = [
        "is", "are", "was", "were", "gets", "get", "ist", "sind", "wird", "werden", "bekommt", "bekommen", "est", "sont", "es", "son", "é",
        "são", "è", "sono", "zijn", "wordt", "worden", "krijgt", "krijgen", "jest", "są", "se", "si",
    ]

    private func isVerb(at index: Int, after subject: Int) -> Bool {
        let (raw, word) = (words[index], plain[index])
        guard !word.isEmpty else { return false }
        switch tongue {
        case .english:
            guard IdeaSentence.isDoing(word), index + 1 < words.count || word.hasSuffix("s") else { return false }
            let who = plain[subject]
            let isThird = word.hasSuffix("s") && !word.hasSuffix("ss")
            if ResearchWords.set("pronoun", tongue).contains(who) { return true }
            let isPlural = English.isPlural(who) || ["people", "children", "men", "women", "staff"].contains(who)
            return isThird ? !isPlural || English.singular(of: who) == who : isPlural
        case .german:
            guard raw.first?.isLowercase == true else { return false }
            if verbs?.isFinite(word) ?? false { return true }
            // Lower case behind a noun, with a verb's ending.
            return words[subject].first?.isUppercase == true && word.count > 4
                && ["en", "ern", "eln", "t"].contains(where: word.hasSuffix) && !isSmall(word)
                && !["jeweils", "direkt", "zuerst", "selbst", "sofort", "schon", "oben", "unten", "neben", "zwischen", "wegen", "ebenso", "verlinkt"].contains(word)
        case .polish: return isPolishVerb(raw.lowercased())
        case .dutch: return verbs?.isFinite(word) ?? false
        case .japanese: return false
        default:
            if verbs?.isFinite(word) ?? false { return true }
            let ending =
                switch tongue {
                case .spanish: ["an", "en"]
                case .portuguese: ["am", "em"]
                case .french: ["ent"]
                default: ["ano", "ono"]
                }
            let isPlural = index > 0 && (plain[index - 1].hasSuffix("s") || tongue == .italian && plain[index - 1].hasSuffix("i"))
            return isPlural && word.count > 4 && ending.contains(where: word.hasSuffix) && !isSmall(word)
                && raw.first?.isLowercase == true
        }
    }

    private func isPolishVerb(_ word: String) -> Bool {
        let word = word.trimmingCharacters(",.;:")
        return ["moze", "moga", "może", "mogą", "musi", "muszą", "widzi", "widzą", "ma", "mają", "chce", "chcą"].contains(word)
            || word.count > 3
                && ["uje", "ują", "ają", "eje", "sza", "cza", "ela", "awia", "ywa", "iwa", "aje", "ada", "adza", "acza", "wia", "eży"]
                    .contains(where: word.hasSuffix)
    }

    private func isSmall(_ word: String) -> Bool {
        word.isEmpty || IdeaVocabulary.boundaries.contains(word) && tongue == .english || FunctionWords.links.contains(word)
            || ResearchWords.set("before", tongue).contains(word) || ResearchWords.set("aside", tongue).contains(word)
            || StatementWords.negatives.contains(word) || Tongue.conditions.contains(word)
    }

    static func isDeterminer(_ word: String) -> Bool {
        FunctionWords.determiners.contains(word) || IdeaVocabulary.determiners.contains(word)
            || ["a", "an", "the", "my", "our", "her", "his", "their", "i", "o", "as", "os", "gli"].contains(word)
    }
}
