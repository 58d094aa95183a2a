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

    private static let objects = WordList.set("la lo las los le les se me nos lui gli ja je jej mu")

    /// How many words name who does something, where the clause opens with that and a verb follows; nil elsewhere.
    var subjectLength: Int? {
        if tongue == .english, plain.first == "i", plain.count > 2 { return 1 }
        var start = 0
        while start < plain.count, Self.isDeterminer(plain[start]) || plain[start].allSatisfy(\.isNumber) {
            // "La" and "i" alone are pronouns.
            start += 1
        }
        if start < plain.count - 1, ResearchWords.set("pronoun", tongue).contains(plain[start]),
            opensDuty(at: start + 1) || isCopula(at: start + 1) || isVerb(at: start + 1, after: start)
        {
            return start + 1
        }
        guard start < plain.count else { return nil }
        for length in 1...4 {
            let end = start + length
            guard end < plain.count else { return nil }
            let before = plain[end - 1]
            // "El vecino la pide": what is done to it stands before the verb.
            if tongue != .english, tongue != .german, Self.objects.contains(plain[end]), end + 1 < plain.count,
                isVerb(at: end + 1, after: end - 1)
            {
                return end
            }
            if words[end - 1].last.map({ ",;:".contains($0) }) ?? true { return nil }
            if length > 1, isSmall(before), !["de", "of", "di", "da", "do"].contains(before) { return nil }
            if isSmall(plain[start]) { return nil }
            // "Keep everything only on the device": what is to be done opens it.
            if tongue == .english, length > 1, IdeaSentence.isDoing(plain[start]), !English.isPlural(plain[start]) {
                return nil
            }
            // "Add books", "hourly rates": no book is added by anybody called Add.
            if tongue == .english, start == 0, length == 1, plain[end].hasSuffix("s"), !English.isPlural(before),
                IdeaSentence.isDoing(before) || end == words.count - 1, !StatedPeople.isPerson(before, tongue),
                !People.areMeant(by: English.plural(of: before))
            {
                return nil
            }
            // "Three unit types": of several, only a plural does something.
            if tongue == .english, start > 0, isSeveral(plain[start - 1]), !English.isPlural(before) { continue }
            // "Parzellen verwalten": what is to be done, unless people do it.
            if tongue == .german, start == 0, end == words.count - 1, verbs?.isInfinitive(plain[end]) ?? false,
                !StatedPeople.isPerson(before, tongue)
            {
                return nil
            }
            if opensDuty(at: end) || isCopula(at: end) || isVerb(at: end, after: end - 1) { return end }
        }
        return nil
    }

    /// Whether the clause opens with a verb in any form that asks for or tells something.
    var opensWithVerb: Bool {
        guard let first = plain.first, words.count > 1 || tongue != .english else { return false }
        switch tongue {
        case .english:
            guard IdeaSentence.isDoing(first) else { return false }
            let opensObject =
                ClauseForm.isDeterminer(plain[1])
                || [
                    "it", "them", "us", "me", "to", "all", "how", "what", "who", "when", "which", "one", "every",
                    "each",
                ].contains(plain[1])
            // "Invoices from the shop" are things.
            return opensObject || !isSmall(plain[1]) && !first.hasSuffix("s")
                || first.hasSuffix("s") && !isSmall(plain[1]) && !English.isPlural(plain[1]) == false
        case .german: return words[0].first?.isLowercase == true && (verbs?.isFinite(first) ?? false)
        case .japanese: return false
        case .polish: return words[0].hasSuffix("ć") || isPolishVerb(words[0].lowercased())
        default: return (verbs?.isInfinitive(first) ?? false) || (verbs?.isFinite(first) ?? false)
        }
    }

    /// Whether it says who does something, or what is to be done, and nothing yet of what it is done to: "users can block".
    var endsInVerb: Bool {
        guard tongue != .german, tongue != .dutch, tongue != .japanese, let last = plain.last else { return false }
        if words.count == 1 { return tongue == .english ? IdeaSentence.isDoing(last) : opensWithVerb }
        guard let length = subjectLength else { return false }
        let rest = plain[length...].drop { ResearchWords.set("modal", tongue).contains($0) }
        return rest.count == 1 && !Self.isCopula(words[words.count - 1])
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
        case .english: return plain.indices.contains { opensDuty(at: $0) }
        default:
            return plain.indices.dropFirst().contains { isModal(at: $0) }
                || tongue != .german && plain.contains { verbs?.isInfinitive($0) ?? false }
        }
    }

    func isModal(at index: Int) -> Bool {
        index < plain.count && ResearchWords.set("modal", tongue).contains(plain[index])
    }

    /// Whether a word opens what somebody can, shall or may do.
    func opensDuty(at index: Int) -> Bool {
        guard index < plain.count else { return false }
        return tongue == .english ? Self.englishModals.contains(plain[index]) : isModal(at: index)
    }

    private static let englishModals = WordList.set(
        "can could should must may might shall will would cannot cant has have needs need")

    private func isSeveral(_ word: String) -> Bool {
        StatedBound.isNumber(word, .english) && word != "1"
    }

    private func isCopula(at index: Int) -> Bool { index < words.count && Self.isCopula(words[index]) }

    /// "Is", "wird", "est": what only says how something is.
    static func isCopula(_ word: String) -> Bool { copulas.contains(word.lowercased()) }

    private static let copulas: Set<String> = [
        "is", "are", "was", "were", "gets", "get", "ist", "sind", "wird", "werden", "bekommt", "bekommen", "est",
        "sont", "es", "son", "é",
        "são", "è", "sono", "zijn", "wordt", "worden", "krijgt", "krijgen", "jest", "są", "se", "si",
    ]

    private func isVerb(at index: Int, after subject: Int) -> Bool {
        let (raw, word) = (words[index], plain[index])
        guard !word.isEmpty else { return false }
        switch tongue {
        case .english:
            guard IdeaSentence.isDoing(word), index + 1 < words.count || word.hasSuffix("s") else { return false }
            let who = plain[subject]
            // "Rejected requests": what they are like.
            if who.hasSuffix("ed") { return false }
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
                && ![
                    "jeweils", "direkt", "zuerst", "selbst", "sofort", "schon", "oben", "unten", "neben", "zwischen",
                    "wegen", "ebenso", "verlinkt",
                ].contains(word)
        case .polish: return isPolishVerb(raw.lowercased())
        case .dutch: return verbs?.isFinite(word) ?? false
        case .japanese: return false
        default:
            // "Place de marché": no form of "marcher".
            if tongue == .french, ["é", "és", "ée", "ées"].contains(where: raw.hasSuffix) { return false }
            if verbs?.isFinite(word) ?? false { return true }
            let ending =
                switch tongue {
                case .spanish: ["an", "en"]
                case .portuguese: ["am", "em"]
                case .french: ["ent"]
                default: ["ano", "ono"]
                }
            let isPlural =
                index > 0 && (plain[index - 1].hasSuffix("s") || tongue == .italian && plain[index - 1].hasSuffix("i"))
            return isPlural && word.count > 4 && ending.contains(where: word.hasSuffix) && !isSmall(word)
                && raw.first?.isLowercase == true
        }
    }

    private func isPolishVerb(_ word: String) -> Bool {
        let word = word.trimmingCharacters(",.;:")
        return ["moze", "moga", "może", "mogą", "musi", "muszą", "widzi", "widzą", "ma", "mają", "chce", "chcą"]
            .contains(word)
            || word.count > 3
                && [
                    "uje", "ują", "ają", "eje", "sza", "cza", "ela", "awia", "ywa", "iwa", "aje", "ada", "adza", "acza",
                    "wia", "eży",
                ]
                .contains(where: word.hasSuffix)
    }

    private func isSmall(_ word: String) -> Bool {
        word.isEmpty || IdeaVocabulary.boundaries.contains(word) && tongue == .english
            || FunctionWords.links.contains(word)
            || ResearchWords.set("before", tongue).contains(word) || ResearchWords.set("aside", tongue).contains(word)
            || StatementWords.negatives.contains(word) || Tongue.conditions.contains(word)
    }

    static func isDeterminer(_ word: String) -> Bool {
        FunctionWords.determiners.contains(word) || IdeaVocabulary.determiners.contains(word)
            || ["a", "an", "the", "my", "our", "her", "his", "their", "i", "o", "as", "os", "gli"].contains(word)
    }
}
