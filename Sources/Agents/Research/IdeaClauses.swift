import Patterns

/// Parts a sentence where something new is said; in doubt it stays whole.
struct ClauseParting {
    private(set) var clauses: [String] = []
    /// Of one sentence; what comes after them stays whole.
    private static let mostClauses = 30
    /// Words of the clause that is being read.
    private var current: [String] = []
    /// After ", with": things that go together.
    private var isInWith = false

    init(_ text: String, tongue: Tongue) {
        let isForeign = tongue != .english
        let sides = Self.sides(of: IdeaOpening.without(text))
        for (number, side) in sides.enumerated() {
            isInWith = false
            let words = side.split(separator: " ").map(String.init)
            // "three levels, a high score, two keys": nothing but things.
            let plain = words.prefix(8).map(Self.plain)
            let opensThing =
                plain.first.map { IdeaVocabulary.determiners.contains($0) || $0.allSatisfy(\.isNumber) } ?? false
            let isThings =
                opensThing && side.contains(", ") && Self.subject(of: plain) == nil && !isForeign
                && !ProgramKind.isNamed(among: Array(plain.prefix(5)))
            if isForeign {
                clauses +=
                    ForeignParting(
                        words, tongue: tongue, inBrackets: Self.inBrackets(words), isList: number > 0,
                        isLater: !clauses.isEmpty && !ProgramKind.isNamed(among: Array(plain.prefix(4)))
                    ).clauses
                continue
            }
            // "trial appointments, photos with a serial number, …": so do a few words without a verb.
            let head = words.prefix { !$0.hasSuffix(",") }.count + 1
            let opensWithThing =
                number == 0 && (1...3).contains(head) && words.count(where: { $0.hasSuffix(",") }) > 1
                && plain.first.map { !IdeaSentence.isDoing($0) && !RefusalWords.openings.contains($0) } ?? false
                && !plain.prefix(head).contains(where: IdeaVocabulary.boundaries.contains)
                && !ProgramKind.isNamed(among: Array(plain.prefix(head))) && Self.subject(of: plain) == nil
            read(words, isList: number > 0 || isThings || opensWithThing)
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
        // "with at most 5 books": a bound, however it is joined.
        let isBound = StatedBound.opens(words[(index + 1)...].prefix(7).map(Self.plain)[...])
        if word == "with" || word == "and", isBound { return 1 }
        if afterComma, StatedBound.opens(words[index...].prefix(7).map(Self.plain)[...]) { return 0 }
        guard afterComma || isLink || isRelative || isTo else { return nil }
        // "If the radio fails, it stores the reading": one thing.
        if afterComma, !isLink, let opening = current.first, Self.conditions.contains(Self.plain(opening)),
            current.count(where: { $0.hasSuffix(",") }) == 1
        {
            return nil
        }
        if word == "and", !afterComma, let opening = current.first, Self.conditions.contains(Self.plain(opening)) {
            return nil
        }
        // "Nobody should need an account to reserve": what is denied goes on.
        if isTo, let opening = current.first, ["nobody", "no", "never", "without"].contains(Self.plain(opening)) {
            return nil
        }
        if isTo, Self.beforeTo.contains(Self.plain(words[index - 1])) { return nil }
        if afterComma, Self.subordinate.contains(word) { return nil }
        if afterComma, word == "with", words.count > index + 2 {
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
        // "which play it was used in": asked, and nothing that is done.
        if word == "which", afterComma, rest.count > 1, Self.pronouns.contains(rest[1]) { return nil }
        let opening = current.joined(separator: " ")
        // "zero dependencies, works in the browser": what is ruled out ends there.
        let refuses = current.first.map { RefusalWords.openings.contains(Self.plain($0)) } ?? false
        if refuses, afterComma, rest.count > 1, Self.statesOfIt.contains(first) || !goesOnRefusing(words, from: index) {
            isInWith = false
            return skipped
        }
        // "…, and on Friday asks what got done": when, then what.
        if word == "and" || afterComma, ["on", "at", "every", "each"].contains(first),
            rest.dropFirst(2).prefix(2).contains(where: { IdeaSentence.isDoing($0) && $0.hasSuffix("s") }),
            current.count > 1
        {
            return skipped
        }
        // A verb that goes on with what the words before said.
        let isNew =
            (word == "that" || word == "which") && clauses.isEmpty && first.hasSuffix("s") && rest.count > 1
            && !afterComma && !IdeaVocabulary.determiners.contains(first) && !People.areMeant(by: first)
            && !["see", "sees", "show", "shows", "know", "knows", "tell", "tells", "say", "says", "decide", "decides"]
                .contains(Self.plain(words[index - 1]))
        let isTimed =
            (word == "that" || word == "which") && clauses.isEmpty && !afterComma
            && ["every", "each", "once", "twice", "on", "at", "automatically"].contains(first)
            && rest.dropFirst().contains { IdeaSentence.isDoing($0) && $0.hasSuffix("s") }
        let goesOn =
            IdeaSentence.isDoing(first) || isNew || isTimed || hasModal && !Self.subordinate.contains(first)
            || isParallel(rest, to: opening, isJoined: afterComma || word == "and")
        // "subscribe to reports" is no verb's beginning.
        if isTo, first.hasSuffix("s"), !first.hasSuffix("ss"), IdeaSentence.isDoing(first) { return nil }
        let namesKind = isRelative && ProgramKind.isNamed(among: current.map(Self.plain))
        if goesOn, !isInWith, current.count > 1 || namesKind { return skipped }
        // "a game where feeding a dragon means solving tables", "but only within 30 km"
        if word == "where", Self.isGerund(first) { return skipped }
        if word == "but", first == "only" { return skipped }
        // "10 minutes a day max"
        if afterComma, let end = words[index...].prefix(7).firstIndex(where: { $0.hasSuffix(",") || $0 == words.last }),
            ["max", "maximum", "tops", "minimum"].contains(Self.plain(words[end]))
        {
            return skipped
        }
        if word == "so" || word == "but" || word == "where" || word == "while" || afterComma || word == "and" {
            let asks = ["what", "who", "how", "which", "whose", "whether"].contains(first)
            let isPronoun = Self.pronouns.contains(first) && word == "and" && !afterComma
            // "where only members can post": who, and what they do.
            let said = first == "only" ? Array(rest.dropFirst()) : Array(rest)
            if !asks, !isPronoun, Self.opensWithSubject(said), current.count > 1 || afterComma { return skipped }
            // "…, and a notebook that …"
            if afterComma, word == "and", ["a", "an"].contains(first), rest.count > 2 { return skipped }
            // "…, and it must not store anything".
            let denies = rest.prefix(3).contains(where: RefusalWords.negations.contains)
            if RefusalWords.openings.contains(first) || denies, afterComma || word == "and" { return skipped }
        }
        if isList, afterComma, !isRelative { return isItem(words, from: index) ? skipped : nil }
        return nil
    }

    /// "no ads, accounts or chat": behind the comma stands more of what is ruled out.
    private func goesOnRefusing(_ words: [String], from index: Int) -> Bool {
        let rest = words[index...].prefix(7)
        let item = rest.prefix { !$0.hasSuffix(",") }
        if item.count == rest.count, rest.count == 1 || item.count < 1 { return true }
        if item.isEmpty { return true }
        return rest.map(Self.plain).contains { ["or", "nor"].contains($0) }
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
            // "bears raid hives", "seasons change what blooms": many of something, and a verb in its plain form.
            if length == 1, !hasDeterminer, English.isPlural(noun), noun.count > 3, !noun.hasSuffix("ing"),
                IdeaSentence.isPlainVerb(verb), !next.isEmpty, !IdeaVocabulary.boundaries.contains(next)
            {
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

    /// "gestionar", "gérer", "gestire"; "notre" and "votre" say whose.
    static func isInfinitive(_ word: String) -> Bool {
        word.utf8.count > 4 && !FunctionWords.determiners.contains(word)
            && ["ar", "er", "ir", "are", "ere", "ire", "dre", "tre", "vre", "oir"].contains { word.hasSuffix($0) }
    }

    private static func plain(_ word: String) -> String { Words.split(word).joined() }

    private static let conditions: Set<String> = ["if", "when", "whenever", "once", "unless", "after", "as"]
    private static let conjunctions: Set<String> = [
        "and", "then", "but", "und", "et", "y", "e", "ed", "en", "sowie", "puis",
    ]
    private static let relatives: Set<String> = [
        "that", "which", "where", "while", "so", "who", "der", "die", "das", "qui", "que", "che", "donde", "dove",
    ]
    private static let statesOfIt: Set<String> = ["works", "runs", "fits", "must", "should", "needs", "has", "is"]
    private static let pronouns: Set<String> = [
        "it", "they", "we", "he", "she", "i", "you", "everyone", "everybody", "whoever", "anyone", "anybody",
        "somebody",
        "someone",
    ]
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
