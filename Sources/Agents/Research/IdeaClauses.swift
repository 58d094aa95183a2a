import Patterns

/// Parts a sentence where something new is said; in doubt it stays whole.
struct ClauseParting {
    private(set) var clauses: [String] = []
    private let isForeign: Bool
    /// Of one sentence; what comes after them stays whole.
    private static let mostClauses = 30
    /// Words of the clause that is being read.
    private var current: [String] = []
    private var isInRelative = false
    /// After ", with": things that go together.
    private var isInWith = false

    init(_ text: String) {
        isForeign = FunctionWords.areForeign(Words.split(text, limit: 200))
        let sides = Self.sides(of: IdeaOpening.without(text))
        for (number, side) in sides.enumerated() {
            isInRelative = false
            isInWith = false
            let words = side.split(separator: " ").map(String.init)
            // "three levels, a high score, two keys": nothing but things.
            let plain = words.prefix(8).map(Self.plain)
            let opensThing =
                plain.first.map { IdeaVocabulary.determiners.contains($0) || $0.allSatisfy(\.isNumber) } ?? false
            let isThings =
                opensThing && side.contains(", ") && Self.subject(of: plain) == nil && !isForeign
                && !OwnName.namesKind(Array(plain.prefix(5)))
            read(words, isList: number > 0 || isThings)
            end()
        }
        clauses = clauses.map(IdeaSentence.cleaned).filter { !$0.isEmpty }
    }

    /// What stands before and after colons and dashes.
    private static func sides(of text: String) -> [String] {
        var sides = [text]
        for mark in [": ", " – ", " — ", " - "] {
            sides = sides.flatMap { side in side.split(separator: mark).map(String.init) }
        }
        return sides
    }

    private mutating func read(_ words: [String], isList: Bool) {
        var index = 0
        let inBrackets = Self.inBrackets(words)
        while index < words.count {
            if !current.isEmpty, clauses.count < Self.mostClauses, !inBrackets[index],
                let skipped = cut(before: index, in: words, isList: isList)
            {
                end()
                index += skipped
                if index >= words.count { break }
            }
            current.append(words[index])
            index += 1
        }
    }

    /// Which words stand behind the first of a bracket: "(drills, ladders)" says one thing.
    private static func inBrackets(_ words: [String]) -> [Bool] {
        var result = [Bool](repeating: false, count: words.count)
        var opened: Int?
        for (index, word) in words.enumerated() {
            if opened == nil, word.hasPrefix("(") { opened = index }
            if let start = opened, word.contains(")") {
                for place in start..<index { result[place + 1] = true }
                opened = nil
            }
        }
        return result
    }

    private mutating func end() {
        if !current.isEmpty { clauses.append(current.joined(separator: " ")) }
        current = []
    }

    /// How many words that only link are passed over where a new clause begins; nil where none does.
    private mutating func cut(before index: Int, in words: [String], isList: Bool) -> Int? {
        let afterComma = words[index - 1].hasSuffix(",")
        let word = Self.plain(words[index])
        let isLink = Self.conjunctions.contains(word)
        let isRelative = Self.relatives.contains(word)
        let isTo = word == "to"
        let isFor = isForeign && Self.purposes.contains(word)
        // ", auf der …", "en la que …": what is said of the thing before.
        if isForeign, clauses.isEmpty, !isInRelative, !isList, current.count > 1,
            let length = Self.relativePhrase(Array(words[index...].prefix(4)), afterComma: afterComma)
        {
            isInRelative = true
            return length
        }
        guard afterComma || isLink || isRelative || isTo || isFor else { return nil }
        if isForeign, afterComma, Self.withWords.contains(word), words.count > index + 2,
            !isInRelative || FunctionWords.determiners.contains(Self.plain(words[index + 1]))
        {
            return current.count > 1 ? 1 : nil
        }
        if isTo, Self.beforeTo.contains(Self.plain(words[index - 1])) { return nil }
        if afterComma, Self.subordinate.contains(word) { return nil }
        if afterComma, word == "with", !isForeign, words.count > index + 2 {
            isInWith = true
            return 1
        }
        var skipped = isLink || isRelative || isTo ? 1 : 0
        var hasModal = false
        while index + skipped < words.count {
            let filler = Self.plain(words[index + skipped])
            let isTold = filler == "to" && Self.plain(words[index + skipped - 1]) == "able"
            guard Self.fillers.contains(filler) || isTold else { break }
            // "and it must not …" is read whole.
            let denies = words[(index + skipped)...].prefix(3).contains {
                RefusalWords.negations.contains(Self.plain($0))
            }
            if denies { break }
            if ["must", "should", "can"].contains(filler) { hasModal = true }
            skipped += 1
        }
        let rest = words[(index + skipped)...].prefix(8).map(Self.plain)
        guard let first = rest.first, !first.isEmpty else { return nil }
        let opening = current.joined(separator: " ")
        if isForeign {
            guard cutsForeign(word, rest, afterComma: afterComma, isList: isList, in: words, at: index) else {
                return nil
            }
            // "die Stimmen zählt": there the article belongs to what follows.
            if isRelative, isInRelative, Self.articlesToo.contains(word) { return 0 }
            if isRelative { isInRelative = true }
            if isFor, !afterComma { return 1 }
            // "quién sale" and "wer fehlt" are said themselves.
            return Self.questions.contains(word) ? 0 : skipped
        }
        // "zero dependencies, works in the browser": what is ruled out ends there.
        let refuses = current.first.map { RefusalWords.openings.contains(Self.plain($0)) } ?? false
        if refuses, afterComma, rest.count > 1, Self.statesOfIt.contains(first) { return skipped }
        // A verb that goes on with what the words before said.
        let isNew =
            (word == "that" || word == "which") && clauses.isEmpty && first.hasSuffix("s") && rest.count > 1
            && !afterComma && !IdeaVocabulary.determiners.contains(first) && !People.areMeant(by: first)
            && !["see", "sees", "show", "shows", "know", "knows", "tell", "tells", "say", "says", "decide", "decides"]
                .contains(Self.plain(words[index - 1]))
        let goesOn =
            IdeaSentence.isDoing(first) || isNew || hasModal && !Self.subordinate.contains(first)
            || isParallel(rest, to: opening, isJoined: afterComma || word == "and")
        if goesOn, !isInWith, current.count > 1 { return skipped }
        if word == "so" || word == "but" || word == "where" || word == "while" || afterComma || word == "and" {
            let asks = ["what", "who", "how", "which", "whose", "whether"].contains(first)
            let isPronoun = Self.pronouns.contains(first) && word == "and" && !afterComma
            if !asks, !isPronoun, Self.opensWithSubject(rest), current.count > 1 || afterComma { return skipped }
            // "…, and a notebook that …"
            if afterComma, word == "and", ["a", "an"].contains(first), rest.count > 2 { return skipped }
            // "…, and it must not store anything".
            let denies = rest.prefix(3).contains(where: RefusalWords.negations.contains)
            if RefusalWords.openings.contains(first) || denies, afterComma || word == "and" { return skipped }
        }
        if isList, afterComma, !isRelative { return isItem(words, from: index) ? skipped : nil }
        return nil
    }

    /// "greets members **and rolls dice**": a second verb in the form of the first, with something after it.
    private func isParallel(_ words: [String], to current: String, isJoined: Bool) -> Bool {
        guard isJoined, words.count > 1, let word = words.first, word.hasSuffix("s"), !word.hasSuffix("ss"),
            let verb = Words.split(FeatureName.core(of: IdeaSentence.cleaned(current)), limit: 1).first,
            verb.hasSuffix("s"), IdeaSentence.isDoing(verb)
        else { return false }
        return !IdeaVocabulary.boundaries.contains(words[1])
    }

    /// "members book", "an instructor confirms it", "the winner is told".
    static func opensWithSubject(_ words: [String]) -> Bool { subject(of: words) != nil }

    /// How many words the subject of a clause has, determiners and numbers with them.
    static func subject(of words: [String]) -> Int? {
        var start = 0
        while start < words.count,
            IdeaVocabulary.determiners.contains(words[start]) || words[start].allSatisfy(\.isNumber)
        {
            start += 1
        }
        let hasDeterminer = start > 0
        if let first = words.first, pronouns.contains(first), words.count > 1 { return 1 }
        for length in 1...3 where start + length < words.count {
            let noun = words[start + length - 1]
            let verb = words[start + length]
            if IdeaVocabulary.boundaries.contains(noun) || noun.isEmpty { return nil }
            if finite.contains(verb) { return start + length }
            let next = start + length + 1 < words.count ? words[start + length + 1] : ""
            let people = People.areMeant(by: noun)
            if people, !IdeaVocabulary.boundaries.contains(verb), !next.isEmpty || IdeaSentence.isDoing(verb) {
                return start + length
            }
            if hasDeterminer, verb.hasSuffix("s"), !verb.hasSuffix("ss"), !verb.hasSuffix("us"), verb.count > 3,
                opensObject(next) || IdeaSentence.isDoing(verb)
            {
                return start + length
            }
        }
        return nil
    }

    private static func opensObject(_ word: String) -> Bool {
        ["it", "them", "what", "who", "how", "whether", "that", "to", "him", "her", "a", "an", "the", "their", "its"]
            .contains(word) || !word.isEmpty && word.allSatisfy(\.isNumber) || IdeaVocabulary.determiners.contains(word)
    }

    /// Whether what follows a comma in a list is an item of its own, and no end of an enumeration inside one.
    private func isItem(_ words: [String], from index: Int) -> Bool {
        let item = words[index...].prefix { !$0.hasSuffix(",") }
        let closing = words[index...].dropFirst(item.count).first.map { [$0] } ?? []
        let plain = (Array(item) + closing).map(Self.plain)
        if plain.count == 1 {
            // "clients, pianos, tunings": all of one word, or the middle of an enumeration.
            return false
        }
        if let first = plain.first, Self.subordinate.contains(first) { return false }
        if let link = plain.firstIndex(where: { Self.conjunctions.contains($0) || $0 == "or" || $0 == "oder" }),
            link > 0
        {
            let (left, right) = (plain[..<link], plain[(link + 1)...])
            if left.count <= 2, right.count <= 3, !IdeaVocabulary.determiners.contains(plain[0]) { return false }
        }
        return true
    }

    private func cutsForeign(
        _ word: String, _ rest: [String], afterComma: Bool, isList: Bool, in words: [String], at index: Int
    ) -> Bool {
        let first = rest.first ?? ""
        if Self.subordinate.contains(first) { return false }
        // "… sieht, welcher Stuhl frei ist": what is seen.
        if afterComma, Self.asking.contains(word), Self.knowing.contains(current.last.map(Self.plain) ?? "") {
            return false
        }
        // "…, aber mit Tieren": how, not what.
        if afterComma, !isList, Self.contrasts.contains(word),
            rest.count < 3 || FunctionWords.links.contains(rest[1]) && !FunctionWords.determiners.contains(rest[1])
        {
            return false
        }
        if afterComma, !isList, Self.places.contains(word), rest.count < 3 { return false }
        // "wer eins braucht, leiht es": who does it, and what.
        let opening = current.first.map(Self.plain) ?? ""
        if afterComma, Self.questions.contains(opening), current.count <= 4, !Self.questions.contains(first) {
            return false
        }
        if RefusalWords.openings.contains(word) || RefusalWords.openings.contains(first) {
            return afterComma || Self.conjunctions.contains(word)
        }
        if Self.relatives.contains(word) {
            // The first relative clause says what the thing named before does; later ones describe something in it.
            if isInRelative || isList {
                // "…, der eine Umfrage postet, die Stimmen zählt und …": the next thing that it does.
                if isInRelative, Self.articlesToo.contains(word), afterComma, rest.count > 2,
                    Self.endsInVerb(current.last),
                    words.count > index + 1, words[index + 1].first?.isUppercase ?? false
                {
                    return true
                }
                return isList && Self.questions.contains(word) && afterComma && current.count > 2
            }
            if Self.articlesToo.contains(word) { return afterComma && current.count >= 2 }
            return clauses.isEmpty && current.count >= 2
        }
        // "una plataforma para intercambiar semillas": what it is for.
        let isNamed = current.count > 1 || current.contains { $0.contains("'") || $0.contains("\u{2019}") }
        if Self.purposes.contains(word), isNamed, clauses.isEmpty, rest.count > 1, Self.isInfinitive(rest[1]) {
            return true
        }
        if Self.questions.contains(word) || Self.questions.contains(first) {
            // "wer hat bezahlt und wer nicht"
            if Self.conjunctions.contains(word), rest.count < 3 { return false }
            return (afterComma || Self.conjunctions.contains(word)) && current.count > 2
        }
        if Self.conjunctions.contains(word) {
            let endsInVerb = Self.endsInVerb(current.last) && current.count > 2
            // "fichas, pedidos y turnos": the last of a list.
            if isList, !afterComma, word != "en", !clauses.isEmpty, current.count > 1, rest.count > 1,
                !FunctionWords.links.contains(first)
            {
                return true
            }
            // "…, e il Comune aggiorna lo stato": somebody else, and what they do.
            if isInRelative, afterComma, FunctionWords.determiners.contains(first), rest.count > 3 { return true }
            if isInRelative {
                return endsInVerb && rest.count > 2
                    || rest.count > 1 && Self.opensForeignObject(rest[1]) && !Self.opensForeignObject(first)
            }
            return afterComma && rest.count > 2
        }
        guard afterComma else { return false }
        return isList || !isInRelative ? isItem(words, from: index) && rest.count > 1 : rest.count > 3
    }

    /// "… auslost und … schreibt": the verb that ends a German clause.
    private static func endsInVerb(_ last: String?) -> Bool {
        var word = last ?? ""
        if word.hasSuffix(",") { word.removeLast() }
        return word.first?.isLowercase == true && word.count > 4 && (word.hasSuffix("t") || word.hasSuffix("en"))
    }

    private static let purposes: Set<String> = ["para", "pour", "per"]
    private static let withWords: Set<String> = ["mit", "con", "avec", "com", "met"]
    private static let statesOfIt: Set<String> = ["works", "runs", "fits", "must", "should", "needs", "has", "is"]
    private static let contrasts: Set<String> = ["aber", "pero", "mais", "ma", "mas", "maar"]
    private static let places: Set<String> = ["auf", "in", "im", "am", "fur", "en", "su", "sur", "em", "sotto", "bei"]
    private static let asking: Set<String> = [
        "wer", "was", "wie", "wo", "wann", "welcher", "welche", "welches", "wem", "wen", "ob", "quien", "que", "qui",
        "chi",
        "quem", "cual", "quale", "qual", "donde", "dove", "onde",
    ]
    private static let knowing: Set<String> = [
        "sieht", "sehen", "weiss", "wissen", "zeigt", "zeigen", "merkt", "erfahrt", "erfahren", "steht", "festgehalten",
        "notiert", "sagt", "sagen", "ve", "ven", "sabe", "saben", "saber", "ver", "voit", "voient", "sait", "savent",
        "savoir", "voir", "vede", "vedono", "sa", "sanno", "sapere", "vedere", "veem", "sabem",
    ]

    /// How many words only link what follows to the thing before: "auf der", "in cui", "dans laquelle", "en la que".
    private static func relativePhrase(_ words: [String], afterComma: Bool) -> Int? {
        let plain = words.map { Self.plain($0) }
        guard plain.count > 2 else { return nil }
        let prepositions: Set<String> = [
            "auf", "in", "mit", "bei", "uber", "durch", "fur", "von", "an", "en", "con", "por", "dans", "avec", "sur",
            "nella",
            "nel", "su", "na", "no", "em", "com", "met",
        ]
        guard prepositions.contains(plain[0]) else { return nil }
        if afterComma, ["der", "dem", "die", "das", "denen", "welcher", "welchem"].contains(plain[1]),
            !plain[2].isEmpty, !["und", "oder"].contains(plain[2])
        {
            // "…, in der Werkstatt" names a place: a verb has to come behind it.
            return words.count > 3 ? 2 : nil
        }
        if ["cui", "laquelle", "lequel", "quale", "qual", "cual", "lesquelles"].contains(plain[1]) { return 2 }
        if ["la", "el", "los", "las", "a", "o"].contains(plain[1]), ["que", "cual", "qual"].contains(plain[2]) {
            return 3
        }
        return nil
    }

    /// "gestionar", "gérer", "gestire"; "notre" and "votre" say whose.
    static func isInfinitive(_ word: String) -> Bool {
        word.utf8.count > 4 && !FunctionWords.determiners.contains(word)
            && ["ar", "er", "ir", "are", "ere", "ire", "dre", "tre", "vre", "oir"].contains { word.hasSuffix($0) }
    }

    private static func opensForeignObject(_ word: String) -> Bool {
        FunctionWords.determiners.contains(word)
            || ["combien", "wer", "was", "cuantos", "cuantas", "quanti", "quante"].contains(word)
    }

    private static func plain(_ word: String) -> String { Words.split(word).joined() }

    private static let conjunctions: Set<String> = [
        "and", "then", "but", "und", "et", "y", "e", "ed", "en", "sowie", "puis",
    ]
    private static let relatives: Set<String> = [
        "that", "which", "where", "while", "so", "who", "der", "die", "das", "qui", "que", "che", "donde", "dove",
    ]
    private static let articlesToo: Set<String> = ["der", "die", "das"]
    private static let questions: Set<String> = ["wer", "wie", "was", "quien", "quem", "chi", "cuantos", "cuantas"]
    private static let pronouns: Set<String> = ["it", "they", "we", "he", "she", "i", "you", "everyone", "everybody"]
    /// "able to", "try to": the verb goes on.
    private static let beforeTo: Set<String> = [
        "able", "try", "tries", "want", "wants", "need", "needs", "has", "have", "possible", "ready", "allowed", "how",
        "like", "likes", "wish", "asked", "due", "up", "next",
    ]
    /// Says when or why, of what stands before.
    private static let subordinate: Set<String> = [
        "wenn", "weil", "damit", "dass", "ob", "falls", "sobald", "si", "cuando", "quand", "quando", "se", "omdat",
        "als",
        "when", "if", "because", "unless", "until", "porque", "parce", "perche", "zodat",
    ]
    private static let fillers: Set<String> = [
        "and", "then", "also", "it", "should", "must", "can", "be", "able", "und", "y",
    ]
    private static let finite: Set<String> = [
        "is", "are", "has", "have", "gets", "get", "can", "must", "should", "may", "will", "shall", "needs", "need",
        "want", "wants", "see", "sees", "goes", "go", "was", "were", "owe", "pay", "pays", "receives", "receive",
        "might", "decides", "decide", "turns", "knows", "know",
    ]
}

/// Words by which something is ruled out.
enum RefusalWords {
    /// Before the thing itself: "no ads", "sin anuncios".
    static let nouns: Set<String> = [
        "without", "ohne", "sin", "sans", "senza", "sem", "zonder", "skip", "exclude", "excluding", "minus", "omit",
        "neither", "nor", "kein", "keine", "keinen", "keinem", "keiner", "keinerlei", "geen", "aucun", "aucune",
        "niente", "nessun", "nessuna", "nessuno", "nada", "ningun", "ninguna", "nenhum", "nenhuma", "weder", "ni",
    ]
    static let negations: Set<String> = [
        "not", "never", "mustnt", "shouldnt", "wont", "dont", "doesnt", "cannot", "nicht", "niemals", "nie", "jamais",
        "nunca", "mai", "nooit", "niet",
    ]
    /// A clause that begins with one of these says what shall not be there.
    static let openings = nouns.union([
        "no", "zero", "nothing", "pas", "jamais", "never", "not", "dont", "nobody", "niemand",
    ])
}
