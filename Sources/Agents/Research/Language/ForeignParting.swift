import Patterns

/// Parts what somebody says in another language than English where a new thing is said.
///
/// A new clause begins where both sides of a comma or an "and" have a verb, and where things are named one after the
/// other without any; what a verb is said of stays with it: "escolhem tamanho, sabor e data".
struct ForeignParting {
    private(set) var clauses: [String] = []
    private let words: [String]
    private let plain: [String]
    private let tongue: Tongue
    private let verbs: VerbForms?
    /// Whether nothing but things is named: what stands behind a colon.
    private let isList: Bool
    /// Whether a clause stands before: then nothing names the program any more.
    private let isLater: Bool
    private var isVerb: [Bool] = []
    private var inBrackets: [Bool] = []
    private var start = 0
    private var isInRelative = false
    /// The words that opened what is said of the program: "où", "auf der".
    private var relative: [String] = []
    /// How many things without a verb were parted so far.
    private var parted = 0

    init(_ words: [String], tongue: Tongue, inBrackets: [Bool], isList: Bool, isLater: Bool) {
        self.words = words
        self.tongue = tongue
        self.isList = isList
        self.isLater = isLater
        self.inBrackets = inBrackets
        plain = words.map { Words.split($0).joined() }
        verbs = VerbForms.of(tongue)
        isVerb = words.indices.map(readsAsVerb)
        read()
    }

    private mutating func read() {
        var index = 1
        while index < words.count {
            if index > start, let skipped = cut(before: index) {
                end(before: index)
                start = min(index + skipped, words.count)
                index = start + 1
            } else {
                index += 1
            }
        }
        end(before: words.count)
    }

    private mutating func end(before index: Int) {
        if start < index { clauses.append(words[start..<index].joined(separator: " ")) }
    }

    // MARK: Where a clause begins

    /// How many linking words are passed over where a new clause begins; nil where none does.
    private mutating func cut(before index: Int) -> Int? {
        guard !inBrackets[index], !words[index].lowercased().hasPrefix("qué") || words[index - 1].hasSuffix(",") else {
            return nil
        }
        let afterComma = words[index - 1].hasSuffix(",")
        let word = plain[index]
        let isLink = Self.links.contains(word)
        let left = start..<index
        let isOpening = clauses.isEmpty && !isLater && !hasVerb(left)
        if isOpening, let skipped = opensRelative(at: index, afterComma: afterComma) {
            isInRelative = true
            relative = Array(plain[index..<index + skipped])
            // "in dem man eine Bude führt": whoever it is.
            let next = index + skipped
            return next + 1 < words.count && Self.anybody.contains(plain[next]) ? skipped + 1 : skipped
        }
        if isOpening, let skipped = opensPurpose(at: index) { return skipped }
        // "avec au plus 3 enfants", "con un máximo de 5 libros": a bound, however it is joined.
        if Self.withWords.contains(word), StatedBound.opens(plain[(index + 1)...]) { return 1 }
        guard afterComma || isLink else { return nil }
        var skipped = isLink ? 1 : 0
        guard index + skipped < words.count else { return nil }
        var first = plain[index + skipped]
        if Self.withWords.contains(first), StatedBound.opens(plain[(index + skipped + 1)...]) { return skipped + 1 }
        if StatedBound.opens(plain[(index + skipped)...]) { return skipped }
        // "où … et où …", "auf der … und auf der …": the same words open the next thing.
        if let length = opensRelativeAgain(at: index + skipped) { return skipped + length }
        // "Que pese menos de 5 kB" opens a sentence of its own.
        // "…, que revise cada 6 horas": another thing that it does.
        if ["que", "qui", "che"].contains(first), hasVerb(index + skipped + 1..<min(words.count, index + skipped + 4)) {
            skipped += 1
            first = plain[min(index + skipped, words.count - 1)]
        } else if Tongue.conditions.contains(first) || Self.reasons.contains(first) {
            return nil
        }
        // "Si no confirma, avisa a su hijo": one thing.
        if afterComma, !isLink, let opening = plain[start..<index].first, Tongue.conditions.contains(opening),
            words[start..<index].count(where: { $0.hasSuffix(",") }) == 1
        {
            return nil
        }
        let segment = index + skipped..<nextBoundary(after: index + skipped)
        if RefusalWords.openings.contains(first), first != "no" || tongue == .spanish || tongue == .italian {
            return skipped
        }
        if Self.bounds.contains(first), afterComma, segment.count > 2 { return skipped }
        // "sin publicidad, y al final un diploma": so does it where a thing with an article comes.
        if isLink, afterComma, let opening = plain[left].first, RefusalWords.nouns.contains(opening), segment.count > 2,
            !["ni", "nor", "noch", "ou", "o", "oder", "nem", "ne", "of"].contains(word),
            plain[segment].prefix(4).contains(where: FunctionWords.determiners.contains)
        {
            return skipped
        }
        // "sin facturación y para un solo ordenador": what is ruled out ends there.
        if isLink, let opening = plain[left].first, RefusalWords.nouns.contains(opening),
            Self.purposes.contains(first) || ["fur", "pour", "voor"].contains(first)
        {
            return skipped
        }
        if afterComma, segment.count > 1, let last = segment.last, Self.bounds.contains(plain[last]) { return skipped }
        let said = (hasVerb(left), hasVerb(segment))
        if Self.withWords.contains(word), afterComma {
            let opensThing = index + 1 < words.count && FunctionWords.determiners.contains(plain[index + 1])
            return !said.0 || opensThing && !isInRelative ? (words.count > index + 2 ? 1 : nil) : nil
        }
        // "sieht, welche Boje frei ist": what is seen.
        if Self.asking.contains(first) {
            if isVerbLast, afterComma, !isLink, said.0 { return nil }
            if isVerb[index - 1] || segment.count < 3 && !said.0 { return nil }
        }
        if isVerbLast, isInRelative { return said.0 && said.1 ? skipped : nil }
        switch said {
        case (true, true):
            // "los reservan", "réservent elles-mêmes": too little to stand alone.
            return segment.count > 2 || afterComma && segment.count > 1 && !VerbLists.clitics.contains(first)
                ? skipped : nil
        case (false, true):
            // "Imker und Kunden tauschen": one subject of two.
            if isLink, !afterComma, index - start <= 2 { return nil }
            return skipped
        case (true, false):
            if parted > 0, afterComma, segment.count > 1 { return skipped }
            return nil
        case (false, false): return partsThings(at: index, afterComma: afterComma, isLink: isLink, skipped, segment)
        }
    }

    /// "fichas, pedidos y turnos": things one after the other.
    private mutating func partsThings(
        at index: Int, afterComma: Bool, isLink: Bool, _ skipped: Int, _ segment: Range<Int>
    ) -> Int? {
        guard isList || isLater || parted > 0 || index - start > 1 else { return nil }
        if afterComma, !isLink {
            // One word each: all of them are one thing.
            guard segment.count > 1 || parted > 0 && segment.upperBound == words.count else { return nil }
            // "…, rue, ville et pays"
            if segment.count == 1, index - start == 1 { return nil }
            parted += 1
            return skipped
        }
        guard isLink, parted > 0 || isList && afterComma || afterComma && segment.count > 1 else { return nil }
        guard segment.count > 1 || index - start > 1, !FunctionWords.links.contains(plain[segment.lowerBound]) else {
            return nil
        }
        parted += 1
        return skipped
    }

    private func nextBoundary(after index: Int) -> Int {
        var next = index + 1
        while next < words.count {
            let ends = words[next - 1].hasSuffix(",") || Self.links.contains(plain[next])
            if ends, !inBrackets[next] { return next }
            next += 1
        }
        return words.count
    }

    /// How many words only link what follows to the program that was named: "qui", "auf der", "en la que".
    private func opensRelative(at index: Int, afterComma: Bool) -> Int? {
        let rest = index + 1..<min(words.count, index + 14)
        guard index + 1 < words.count else { return nil }
        let word = plain[index]
        let next = plain[index + 1]
        var length: Int?
        switch tongue {
        case .german:
            if afterComma, ["der", "die", "das", "wo", "womit", "worin", "wodurch", "welche", "welcher"].contains(word)
            {
                length = 1
            } else if Self.prepositions.contains(word), afterComma,
                ["der", "dem", "die", "das", "denen", "welcher", "welchem"].contains(next)
            {
                length = 2
            }
        case .french:
            let isWhere = words[index].lowercased().hasPrefix("où")
            if ["qui", "dont", "que"].contains(word) || isWhere {
                length = 1
            } else if Self.prepositions.contains(word), ["laquelle", "lequel", "lesquels", "lesquelles"].contains(next)
            {
                length = 2
            }
        case .spanish, .portuguese, .italian:
            if ["que", "che", "donde", "dove", "onde"].contains(word) {
                length = 1
            } else if Self.prepositions.contains(word), ["cui", "quale", "cual", "qual", "que"].contains(next) {
                length = 2
            } else if Self.prepositions.contains(word), ["la", "el", "los", "las", "a", "o"].contains(next),
                index + 2 < words.count, ["que", "cual", "qual"].contains(plain[index + 2])
            {
                length = 3
            }
        case .dutch:
            if ["die", "dat", "waar", "waarmee", "waarin", "waarop", "waarbij", "waarmee"].contains(word) {
                length = 1
            }
        case .english, .polish, .japanese: break
        }
        guard let length, index + length < words.count else { return nil }
        if tongue == .german || tongue == .dutch {
            let end = words[rest].firstIndex { $0.hasSuffix(".") } ?? rest.upperBound
            return (rest.lowerBound..<end).contains { isVerb[$0] } || endsInVerb(rest) ? length : nil
        }
        return rest.prefix(8).contains { isVerb[$0] } ? length : nil
    }

    /// How many words open one more thing that is said of the program, as the first of them was opened.
    private func opensRelativeAgain(at index: Int) -> Int? {
        guard isInRelative, !relative.isEmpty, index + relative.count < words.count else { return nil }
        // German articles are the same words; a preposition before them tells them apart.
        guard !isVerbLast || relative.count > 1 else { return nil }
        let isSame = Array(plain[index..<index + relative.count]) == relative
        let isWhere = words[index].lowercased().hasPrefix("où") || ["donde", "dove", "onde"].contains(plain[index])
        guard isSame && (relative != ["ou"] || isWhere) || isWhere else { return nil }
        let length = isSame ? relative.count : 1
        // "où chacun …, in dem man …": whoever it is.
        let next = index + length
        return next + 1 < words.count && isVerbLast && Self.anybody.contains(plain[next]) ? length + 1 : length
    }

    /// "para repartir", "pour que les voisins …", "um Rezepte zu teilen", "zum Teilen von …".
    private func opensPurpose(at index: Int) -> Int? {
        guard index + 1 < words.count else { return nil }
        let next = plain[index + 1]
        func isAct(_ at: Int) -> Bool {
            guard at < words.count else { return false }
            return verbs?.isInfinitive(plain[at]) ?? false || ClauseParting.isInfinitive(plain[at])
        }
        switch (tongue, plain[index]) {
        case (.spanish, "para"), (.portuguese, "para"), (.portuguese, "pra"), (.french, "pour"), (.italian, "per"):
            if next == "que" || next == "quon" { return index + 2 < words.count ? 2 : nil }
            if ["se", "sich", "le", "la", "les"].contains(next), isAct(index + 2) { return 1 }
            return isAct(index + 1) ? 1 : nil
        case (.german, "um"):
            return words[index - 1].hasSuffix(",") && plain[index...].prefix(12).contains("zu") ? 1 : nil
        case (.german, "zum"): return isAct(index + 1) ? 1 : nil
        case (.dutch, "om"): return plain[index...].prefix(12).contains("te") ? 1 : nil
        default: return nil
        }
    }

    // MARK: Verbs

    private var isVerbLast: Bool { tongue == .german || tongue == .dutch }

    /// Whether a verb of the clause itself stands among words, and not one of what is said about a thing in it.
    private func hasVerb(_ range: Range<Int>) -> Bool {
        var isAside = false
        for index in range.clamped(to: 0..<words.count) {
            if index > range.lowerBound {
                if ["que", "qui", "che", "quien", "chi", "dass", "dat"].contains(plain[index]),
                    !range.prefix(while: { $0 < index }).contains(where: { isVerb[$0] })
                {
                    isAside = true
                }
                if words[index - 1].hasSuffix(",") { isAside = false }
            }
            if isVerb[index], !isAside { return true }
        }
        return isVerbLast && isInRelative && endsInVerb(range)
    }

    /// A word in small letters at the end that looks like a German verb.
    private func endsInVerb(_ range: Range<Int>) -> Bool {
        guard tongue == .german, let last = range.clamped(to: 0..<words.count).last else { return false }
        return words[last].first?.isLowercase == true && plain[last].count > 4
            && (plain[last].hasSuffix("t") || plain[last].hasSuffix("en")) && !FunctionWords.links.contains(plain[last])
    }

    private func readsAsVerb(at index: Int) -> Bool {
        guard let verbs else { return false }
        let word = plain[index]
        let opens = index == 0 || words[index - 1].hasSuffix(",") || Self.links.contains(plain[index - 1])
        let before = opens ? "" : plain[index - 1]
        if tongue == .german, index > 0, words[index].first?.isUppercase == true { return false }
        if ["zu", "te"].contains(before) { return false }
        // "jogo" and "web" name the program.
        if index == 0, ProgramKind.isNamed(among: [word]) { return false }
        if followsRelative(at: index) { return true }
        if verbs.isFinite(word) {
            if before.isEmpty || VerbLists.clitics.contains(before) && before != "en" { return true }
            // "cada um marca": everybody.
            if index > 1, Self.each.contains(plain[index - 2]), ["um", "uma", "uno", "una", "un"].contains(before) {
                return true
            }
            let isNoun = FunctionWords.determiners.contains(before) || Self.prepositions.contains(before)
            if isNoun {
                if tongue == .german { return word.hasSuffix("t") && !Self.prepositions.contains(before) }
                return verbs.isPlural(word) && FunctionWords.determiners.contains(before)
            }
            return true
        }
        guard verbs.isInfinitive(word) || !isVerbLast && ClauseParting.isInfinitive(word) && word.count > 5 else {
            return false
        }
        if isVerbLast {
            return index + 1 == words.count || words[index].hasSuffix(",") || Self.links.contains(plain[index + 1])
        }
        return opens || Self.purposes.contains(before) && verbs.isInfinitive(word)
    }

    /// "que **valide**", "qui me **rappelle**": what else should stand there.
    private func followsRelative(at index: Int) -> Bool {
        guard !isVerbLast, index > 0, words[index].first?.isLowercase == true, plain[index].count > 3 else {
            return false
        }
        var before = index - 1
        if before > 0,
            ["me", "se", "te", "nos", "le", "les", "lo", "mi", "si", "ci", "nao", "no", "ne"].contains(plain[before])
        {
            before -= 1
        }
        guard ["que", "qui", "che"].contains(plain[before]), !words[before].hasSuffix(","),
            before > 0 || plain.count > 3
        else { return false }
        let word = plain[index]
        return !FunctionWords.determiners.contains(word) && !FunctionWords.links.contains(word)
            && !Self.asking.contains(word) && !PeopleWords.isPerson(word, tongue)
            && !(before > 0 && Self.prepositions.contains(plain[before - 1]))
            && !(before > 0 && verbs?.isFinite(plain[before - 1]) ?? false)
    }

    // MARK: Words

    private static let links = WordList.set(
        "und et y e ed en sowie puis luego despues depois dann danach poi pero aber mais mas ma maar sondern alors")
    private static let reasons = WordList.set(
        "weil damit dass ob da porque parce perche omdat zodat als wie como come comme car denn pues pois")
    private static let withWords = WordList.set("mit con avec com met")
    private static let purposes = WordList.set("para pra pour per que")
    private static let prepositions = WordList.set(
        """
        de del di du des da do dos das dal della delle a al aux au alla allo en em in im na no nas nos nel nella con com avec \
        mit met por pour para per von vom zum zur auf bei beim fur uber durch gegen sur dans sul sulla chez sans sin sem senza \
        ohne zonder van voor naar op aan uit por pelo pela
        """)
    private static let anybody = WordList.set("man ich on je nous ik")
    private static let each = WordList.set("cada ogni")
    private static let asking = WordList.set(
        """
        wer was wie wo wann welcher welche welches wem wen ob quien quienes qui chi quem cual cuales quale qual donde dove \
        onde cuando quando cuanto cuantos cuantas combien quanti quante wat waar wanneer
        """)
    /// "max 5 libros", "höchstens drei": a bound of its own.
    private static let bounds = WordList.set(
        """
        max maximo maxima maximal maximum massimo hochstens mindestens minimo minimum minimal minimo maximaal solo nur \
        seulement alleen apenas somente uniquement
        """)
}
