import Patterns

/// An idea's sentences, and what each of them is.
struct IdeaSentence: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        /// Something that the program shall do or be.
        case wish
        /// "No payments."
        case refusal
        /// "Nothing else."
        case limit
        /// In what it is to be written: "In Rust."
        case stack
        /// What is the case today, said to explain.
        case background
    }

    /// As it was written, without the full stop.
    let text: String
    let kind: Kind
    /// Whether it is what somebody answered when asked: then it is a wish, whatever its form.
    let isAnswer: Bool
    /// The parts that each say one thing: "reads a file, checks each row and prints the errors".
    ///
    /// What stands before a colon, or before "that", is a part of its own.
    let clauses: [String]
    /// Its language; that of the whole idea where it is too short to tell.
    let tongue: Tongue

    init(text: String, kind: Kind, isAnswer: Bool = false, within tongue: Tongue? = nil) {
        self.text = text
        self.kind = kind
        self.isAnswer = isAnswer
        self.tongue = Self.tongue(of: text, within: tongue)
        clauses = ClauseParting(text, tongue: self.tongue).clauses
    }

    var asAnswer: IdeaSentence {
        IdeaSentence(text: text, kind: kind == .background ? .wish : kind, isAnswer: true, within: tongue)
    }

    private static func tongue(of text: String, within whole: Tongue?) -> Tongue {
        let words = Words.split(text, limit: 200)
        let own = Tongue(of: words)
        // A short sentence tells little of which of two languages that are alike it is in.
        if own != .english, let whole, whole != .english { return words.count < 25 ? whole : own }
        guard own == .english, let whole, whole != .english else { return own }
        let english = ["the", "and", "of", "is", "are", "with", "should", "must", "for", "it", "a"]
        return words.contains(where: english.dropLast().contains) ? .english : whole
    }

    /// What the clause at a place is besides a wish.
    func role(of clause: String) -> ClauseRole? { ClauseRole.of(clause, tongue: tongue) }

    /// The sentences of a text, at most a hundred; bullets and line breaks part them too.
    static func all(in idea: String) -> [IdeaSentence] {
        var parts: [String] = []
        var current = ""
        let characters = Array(IdeaReading.lines(idea))
        let inBrackets = bracketed(characters)
        for (index, character) in characters.enumerated() {
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            // "ladders, drills... and all that" goes on.
            let goesOn =
                character == "." && index > 0 && characters[index - 1] == "."
                && characters[(index + 1)...].first { $0 != " " }?.isLowercase ?? false
            let ends =
                "!?;\n".contains(character) || character == "。"
                || character == "." && (next == " " || next == "\n") && !goesOn
            if ends, !inBrackets[index] {
                parts.append(current)
                current = ""
            } else {
                current.append(character)
            }
        }
        parts.append(current)
        let tongue = Tongue(idea)
        return parts.map { cleaned($0) }.filter { !$0.isEmpty }.prefix(100).map {
            IdeaSentence(text: $0, kind: kind(of: $0, within: tongue), within: tongue)
        }
    }

    /// Which characters stand in brackets that are closed on their line: what is said there ends no sentence.
    private static func bracketed(_ characters: [Character]) -> [Bool] {
        var result = [Bool](repeating: false, count: characters.count)
        var opened: Int?
        for (index, character) in characters.enumerated() {
            if character == "\n" {
                opened = nil
            } else if character == "(" {
                opened = opened ?? index
            } else if character == ")", let start = opened {
                for place in start...index { result[place] = true }
                opened = nil
            }
        }
        return result
    }

    static func cleaned(_ part: String) -> String {
        var text = part.trimmingSpaces
        while let first = text.first, "-*•–,.…:".contains(first) { text = String(text.dropFirst()).trimmingSpaces }
        while let last = text.last, ".,:…".contains(last) { text = String(text.dropLast()).trimmingSpaces }
        return text.contains {
            $0.isLetter || $0.isNumber || $0.unicodeScalars.contains { $0.properties.isEmojiPresentation }
        }
            ? text : ""
    }

    static func kind(of text: String, within tongue: Tongue) -> Kind {
        let words = Words.split(text, limit: 60)
        guard !words.isEmpty else { return .background }
        if IdeaReading.isLimit(text), Words.split(IdeaReading.withoutLimit(text), limit: 3).isEmpty { return .limit }
        let clauses = ClauseParting(text, tongue: Self.tongue(of: text, within: tongue)).clauses
        let spoken = Self.tongue(of: text, within: tongue)
        if !clauses.isEmpty, clauses.allSatisfy({ isRefusal($0, tongue: spoken) }) { return .refusal }
        let said = Set(words).subtracting(IdeaShape.stopWords).subtracting(FunctionWords.links).subtracting([
            "written", "built", "made", "stack", "backend", "frontend", "please",
        ])
        let named = words.count > 8 ? [] : Set(IdeaReading(text).technologies.flatMap { Words.split($0) })
        // "Flask because that's what we know"
        if let reason = words.firstIndex(where: reasons.contains), (1...4).contains(reason),
            case let technologies = Set(IdeaReading(text).technologies.flatMap { Words.split($0) }),
            words[..<reason].allSatisfy({
                technologies.contains($0) || ["and", "und", "y", "et", "e", "with", "please"].contains($0)
            })
        {
            return .stack
        }
        if words.count <= 8, !said.isEmpty, said.allSatisfy({ isTechnology($0) || named.contains($0) }) {
            return .stack
        }
        if PeopleOfIdea.introduces(text, words) { return .background }
        return tellsOfToday(words) ? .background : .wish
    }

    /// "We run a café", "Today a list lies on the table", "Many members are old": said to explain.
    private static func tellsOfToday(_ all: [String]) -> Bool {
        let words = Array(all[IdeaOpening.length(of: all)...])
        let asks: Set<String> = [
            "should", "must", "can", "could", "want", "wants", "need", "needs", "please", "would", "app", "program",
            "it",
            "site", "tool", "may", "soll", "muss", "debe", "doit", "deve", "will", "shall", "able",
        ]
        guard let first = words.first else { return false }
        let second = words.dropFirst().first ?? ""
        let isOld = Set(words).isDisjoint(with: asks.subtracting(["it", "app", "program", "site", "tool", "will"]))
        if isOld,
            [
                "today", "currently", "nowadays", "heute", "bisher", "hoy", "actualmente", "aujourdhui", "oggi",
                "vandaag", "hoje",
            ].contains(first)
        {
            return true
        }
        guard Set(words).isDisjoint(with: asks) else { return false }
        // "My sister has a nail salon", "She does everything on paper"
        if ["he", "she"].contains(first), presents.contains(second) { return true }
        // "We're a food bank"
        if ["were", "im"].contains(first), ["a", "an", "the", "two", "three"].contains(second) { return true }
        if first == "my", Set(words).isDisjoint(with: ["that", "too", "also"]),
            words.prefix(4).contains(where: presents.contains)
        {
            return true
        }
        // "Our society has 84 plots"
        if first == "our", words.prefix(5).contains(where: { ["has", "have"].contains($0) }) { return true }
        if words.suffix(2).contains("mess") { return true }
        if ["we", "i", "wir", "ich"].contains(first) {
            return [
                "run", "are", "am", "have", "own", "keep", "live", "work", "sind", "haben", "bin", "habe", "betreiben",
                "betreibe", "leite", "fuhre", "fuhren",
            ].contains(second)
        }
        // "Somos una asociación", "Nous sommes un club", "Gestisco un rifugio"
        let isWe = ["nous", "je", "noi", "io", "nosotros", "yo", "eu"].contains(first)
        if first == "jai" || tellingOfUs.contains(isWe ? second : first),
            !words.contains(where: { ["que", "che", "qui"].contains($0) })
        {
            return true
        }
        if ["many", "most"].contains(first) { return words.prefix(4).contains { ["are", "have"].contains($0) } }
        return words.suffix(3).contains("mess") || first == "last" && second != "name"
    }

    private static let presents: Set<String> = [
        "has", "does", "runs", "owns", "did", "uses", "keeps", "writes", "is", "was", "works",
    ]
    /// "We are", "I run": in languages that leave out who does it, too.
    static let tellingOfUs: Set<String> = [
        "somos", "soy", "tengo", "tenemos", "dirijo", "llevo", "llevamos", "sommes", "suis", "avons", "tiens", "tenons",
        "siamo", "sono", "abbiamo", "gestisco", "gestiamo", "sou", "tenho", "temos", "trabalho", "trabajo",
    ]

    /// Whether a clause only says what shall not be: "no display", "it must never record anything".
    static func isRefusal(_ clause: String, tongue: Tongue = .english) -> Bool {
        let words = Words.split(FeatureName.core(of: clause), limit: 12)
        guard let first = words.first else { return false }
        // "No celular" is on the telephone.
        if tongue == .portuguese, first == "no" { return false }
        var said = Words.split(clause, limit: 12)
        // "Es gibt weder Werbung noch Zufall", "il n'y a pas de pub"
        for opening in [["es", "gibt"], ["gibt", "es"], ["il", "ny", "a"], ["ny", "a"], ["y", "a"]]
        where said.starts(with: opening) {
            said.removeFirst(opening.count)
        }
        if RefusalWords.openings.contains(first) || RefusalWords.openings.contains(said.first ?? "") {
            let reading = IdeaReading.phrases(in: clause)
            return !reading.positions.isEmpty || reading.isOffline || reading.isRule
        }
        return IdeaReading.phrases(in: clause).isRule && said.prefix(5).contains { RefusalWords.negations.contains($0) }
    }

    private static let reasons: Set<String> = [
        "because", "since", "weil", "denn", "da", "porque", "parce", "car", "perche", "pois", "omdat",
    ]

    private static func isTechnology(_ word: String) -> Bool {
        IdeaVocabulary.technologies.contains { $0.words.split(separator: " ").contains { $0 == word } }
    }

    /// Whether a word at the start of a clause says what is done.
    static func isDoing(_ word: String) -> Bool {
        if IdeaVocabulary.manages(word) { return true }
        if word.count > 6, ["ises", "izes", "ifies"].contains(where: word.hasSuffix) { return true }
        let base =
            word.hasSuffix("es") && doing.contains(String(word.dropLast(2)))
            ? String(word.dropLast(2))
            : word.hasSuffix("ies")
                ? String(word.dropLast(3)) + "y"
                : word.hasSuffix("s") ? String(word.dropLast()) : word
        return doing.contains(base) || doing.contains(word)
    }

    /// "raid", "change": the form that many things do something in.
    static func isPlainVerb(_ word: String) -> Bool {
        doing.contains(word) || IdeaVocabulary.managingVerbs.contains(word) && !word.hasSuffix("ing")
    }

    private static let doing: Set<String> = Set(
        """
        read write check print parse convert show send play blink fetch open close save load copy move delete remove add \
        draw render export import sync merge sort filter search match replace rename resize compress encrypt decrypt hash \
        validate format lint compile build run start stop restart deploy upload download stream measure sample log warn \
        alert notify remind answer reply greet ask mute kick ban translate summarise summarize transcribe count sum total \
        calculate compute predict train score rank block hide highlight mark tag label group split join list display \
        detect scan watch listen turn switch toggle dim open lock unlock drive steer jump shoot collect dodge spawn \
        connect pair publish subscribe poll retry cache serve host call emit receive store keep track clean crop rotate \
        plot simulate solve generate create make let open accept reject approve tell give take put get use control post \
        report back restore mirror archive extract transform tokenize highlight fill click type scroll inject record \
        pull push finetune tune evaluate react choose pick confirm warn recognise recognize underline nag measure sleep bring \
        charge pay choose propose vote rank announce check format steer weigh drop compute clean ship deliver visit \
        assign mend repair sign upload download solve borrow return lend swap offer propose book cancel join leave pass \
        transcode classify cluster aggregate backfill deduplicate fetch refresh \
        raid change attack defend build grow bloom earn spend unlock explore fight move roam hunt gather survive die win \
        lose hit throw catch flip slide swipe tap drag scroll type pause resume skip replay \
        ping flag escalate approve verify authenticate encrypt obfuscate redact anonymise anonymize pseudonymise mask \
        extend shorten expand collapse inline trace profile lint bundle minify render parse stream buffer batch queue \
        schedule throttle retry log audit dispatch route forward redirect proxy tunnel mount unmount \
        estimate forecast budget bill invoice refund tip charge price quote haggle bargain reward grade mark correct \
        suggest recommend personalise personalize adapt learn teach train practise practice revise memorise memorize \
        inspect check fill complete finish start stop end begin close reopen freeze thaw heat cool dim brighten vibrate \
        beep buzz ring call text mail email message chat talk speak say listen hear see view look watch read write draw \
        paint colour color shape cut paste copy duplicate clone fork branch merge split join connect disconnect link \
        unlink attach detach embed extract insert append prepend prefix suffix rewrite rephrase shorten spell \
        subscribe unsubscribe follow unfollow like share post comment report block mute ban invite \
        weigh scan swab test diagnose treat prescribe dose inject vaccinate monitor alert alarm water feed walk groom \
        cook bake brew order deliver pick pack ship receive stock restock count reserve book rent hire lease lend borrow \
        return swap trade sell buy donate collect recycle dispose empty load unload move carry lift park drive ride fly \
        sail row swim run jump climb hike cycle track navigate locate map geofence measure survey photograph film
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
}

extension IdeaReading {
    /// An idea with its line breaks, and with nothing else that is not printed.
    static func lines(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).prefix(200).map { oneLine(String($0)) }.joined(separator: "\n")
    }
}
