import Patterns

/// Who does what in a clause: "Patients should book online" → patients, and booking online.
struct WishDeed {
    /// As written, without an article; nil where nobody or a pronoun does it.
    private(set) var who: String?
    /// What is done, as something to be done where its language allows.
    private(set) var text: String
    private(set) var hasModal = false
    private(set) var isPronoun = false
    private(set) var isDenied = false

    init(_ clause: String, _ tongue: Tongue) {
        text = clause
        if tongue == .japanese {
            readJapanese(clause)
            return
        }
        let form = ClauseForm(clause, tongue)
        guard let length = form.subjectLength else { return }
        let subject = Array(form.words[..<length])
        let named = subject.drop { word in
            let plain = Words.split(word).joined()
            return ClauseForm.isDeterminer(plain) || plain.allSatisfy(\.isNumber)
                || ResearchWords.set("onlysome", tongue).contains(plain)
        }
        let pronouns = ResearchWords.set("pronoun", tongue)
        isPronoun = named.allSatisfy { pronouns.contains(Words.split($0).joined()) }
        if !isPronoun { who = named.joined(separator: " ").trimmingCharacters(",;:.\"“”") }
        var rest = Array(form.words[length...])
        // "The commission is 5 %": nothing is done; but "kids get points".
        let gets =
            tongue == .english && ["get", "gets"].contains(rest.first)
            && !["ed", "en"].contains(where: (rest.dropFirst().first ?? "ed").hasSuffix)
        if let verb = rest.first, ClauseForm.isCopula(verb), !gets {
            isDenied = rest.prefix(3).contains {
                ResearchWords.set("denying", tongue).contains(Words.split($0).joined())
            }
            who = nil
            isPronoun = false
            return
        }
        var modals = 0
        while modals < rest.count - 1, ResearchWords.set("modal", tongue).contains(Words.split(rest[modals]).joined()) {
            modals += 1
        }
        hasModal = modals > 0
        let denials = ResearchWords.set("denying", tongue)
        isDenied = rest.prefix(max(modals, 1) + 2).contains { denials.contains(Words.split($0).joined()) }
        rest.removeFirst(modals)
        if tongue == .german, !hasModal { rest = Self.verbLast(rest) }
        if !hasModal, let first = rest.first { rest[0] = Self.infinitive(first, tongue) }
        let joined = rest.joined(separator: " ")
        if !joined.isEmpty { text = joined }
    }

    /// "legen anonyme Umfragen an" → "anonyme Umfragen anlegen".
    private static func verbLast(_ words: [String]) -> [String] {
        guard let verb = words.first, verb.first?.isLowercase == true else { return words }
        var rest = Array(words.dropFirst())
        // Up to the comma, where a clause of its own begins.
        let end = rest.firstIndex { $0.hasSuffix(",") }.map { $0 + 1 } ?? rest.count
        var main = Array(rest[..<end])
        let tail = Array(rest[end...])
        let comma = main.last?.hasSuffix(",") ?? false
        if comma, let last = main.popLast() { main.append(String(last.dropLast())) }
        var infinitive = infinitiveOfGerman(verb)
        if let last = main.last, separable.contains(last) {
            main.removeLast()
            infinitive = last + infinitive
        }
        main.append(infinitive + (comma ? "," : ""))
        rest = main + tail
        return rest
    }

    private static let separable: Set<String> = [
        "an", "ein", "auf", "zu", "ab", "aus", "vor", "frei", "mit", "nach", "weiter", "zurück", "her", "hin", "hoch",
        "um", "bei", "fest",
    ]

    static func infinitiveOfGerman(_ verb: String) -> String {
        if verb.hasSuffix("en") || verb.hasSuffix("ern") || verb.hasSuffix("eln") { return verb }
        let irregular = [
            "sieht": "sehen", "gibt": "geben", "liest": "lesen", "trägt": "tragen", "lädt": "laden", "nimmt": "nehmen",
            "bekommt": "bekommen", "wählt": "wählen", "erhält": "erhalten",
        ]
        if let known = irregular[verb] { return known }
        if verb.hasSuffix("e") { return verb + "n" }
        if verb.hasSuffix("iert") { return verb.dropLast() + "en" }
        if verb.hasSuffix("elt") || verb.hasSuffix("ert") { return verb.dropLast() + "n" }
        if verb.hasSuffix("et") { return verb.dropLast() + "n" }
        return verb.hasSuffix("t") ? verb.dropLast() + "en" : verb
    }

    static func infinitive(_ verb: String, _ tongue: Tongue) -> String {
        switch tongue {
        case .english:
            guard IdeaSentence.isDoing(verb.lowercased()), verb.hasSuffix("s"), !verb.hasSuffix("ss") else {
                return verb
            }
            if verb.hasSuffix("ies") { return verb.dropLast(3) + "y" }
            let base = String(verb.dropLast())
            if ["shes", "ches", "xes", "sses"].contains(where: verb.hasSuffix) { return String(verb.dropLast(2)) }
            return base
        case .french, .spanish, .portuguese, .italian: return VerbForms.of(tongue)?.infinitive(written: verb) ?? verb
        default: return verb
        }
    }

    // MARK: Japanese

    private mutating func readJapanese(_ clause: String) {
        let characters = Array(clause)
        for (index, character) in characters.enumerated() where "がはも".contains(character) && (2...8).contains(index) {
            let name = String(characters[..<index])
            guard Self.japanesePeople.contains(where: name.hasSuffix) else { continue }
            who = name
            text = Self.dictionaryForm(String(characters[(index + 1)...]).trimmingCharacters("、 "))
            return
        }
        text = Self.dictionaryForm(clause)
    }

    /// "登録し" → "登録する".
    static func dictionaryForm(_ text: String) -> String {
        text.hasSuffix("し") && !text.hasSuffix("なし") ? text.dropLast() + "する" : text
    }

    private static let japanesePeople = [
        "者", "員", "長", "人", "書", "客", "師", "生", "親", "民", "ユーザー", "スタッフ", "選手", "担当", "子ども", "子供", "メンバー", "先生", "コーチ",
        "家族",
    ]
}

extension VerbForms {
    /// The infinitive of a verb of a Romance language, with the accents of its stem: "réservent" → "réserver".
    func infinitive(written: String) -> String? {
        let plain = Words.split(written).joined()
        if isInfinitive(plain) { return written }
        guard let verb = infinitives.filter({ isForm(plain, of: $0) }).min() else { return nil }
        let stem = verb.dropLast(2)
        let letters = Array(written)
        guard letters.count >= stem.count, Words.split(String(letters[..<stem.count])).joined() == stem else {
            return verb
        }
        return String(letters[..<stem.count]) + verb.suffix(2)
    }
}
