import Patterns

/// A name for what an idea describes, from the idea's own nouns.
struct OwnName {
    let brief: ProjectBrief
    let shape: ProjectShape

    private var reading: IdeaReading { brief.reading }

    /// At most 100 code points, and never empty.
    var text: String {
        if let given = reading.givenName { return Clip.text(given, 100) }
        let wishes = brief.sentences.filter { $0.kind == .wish }
        let telling = brief.sentences.first { $0.kind == .wish || $0.kind == .background }
        let first = telling?.text ?? reading.text
        let clauses = IdeaSentence(text: first, kind: .wish).clauses
        let head = Self.head(of: clauses.first { !IdeaSentence.isRefusal($0) } ?? first)
        var words = head
        if Self.isBare(head) {
            // "A web app for a climbing gym": the gym. "An extension that counts words": the words.
            if let subject = subject(of: first) {
                // "Piano tuners" and "CRM": "Piano Tuner CRM".
                let kind = isLatin(head) ? head : []
                let last = English.singular(of: subject[subject.count - 1])
                words = kind.isEmpty ? subject : subject.dropLast() + [last] + kind
            } else if let object = object(in: wishes) {
                words = reading.isForeign ? (head.isEmpty ? object : head) : object + head
            }
        }
        let title = Self.titled(words.isEmpty ? Self.head(of: first, fully: true) : words)
        return Clip.text(title.isEmpty ? "New app" : title, 100)
    }

    /// Whether the kind of program can follow its subject: "Word Extension", but not "Mots Extension".
    private func isLatin(_ head: [String]) -> Bool { !reading.isForeign || shape == .bot && head.count < 3 }

    /// The words of the first noun phrase, without determiners and verbs before it.
    private static func head(of clause: String, fully: Bool = false) -> [String] {
        var words = FeatureName.core(of: clause).split(separator: " ").map(String.init)
        let plainAll = words.map { Words.split($0).joined() }
        // "Every night at 02:00 pull the positions": what is pulled.
        if let first = plainAll.first, ["every", "each", "on", "at", "once"].contains(first),
            let verb = plainAll.firstIndex(where: IdeaSentence.isDoing)
        {
            words = Array(words[verb...])
        }
        if let first = words.first, IdeaSentence.isDoing(Words.split(first).joined()), words.count > 1, !nounToo(first)
        {
            words.removeFirst()
        }
        return nounPhrase(words, fully: fully)
    }

    /// "Book club", "Support desk", "Order list": no command.
    private static func nounToo(_ word: String) -> Bool {
        ["support", "book", "order", "report", "score", "record", "log", "sign", "control"].contains(word.lowercased())
    }

    private static func nounPhrase(_ words: [String], fully: Bool = false) -> [String] {
        var phrase: [String] = []
        for word in words {
            let parts = Words.split(word)
            let plain = parts.joined()
            let isFunction =
                IdeaVocabulary.determiners.contains(plain) || FunctionWords.determiners.contains(plain)
                || FunctionWords.areForeign([plain, plain])
            if phrase.isEmpty, isFunction || skipped.contains(plain) { continue }
            if phrase.isEmpty, plain.allSatisfy(\.isNumber) { continue }
            // "a school's 400 laptops"
            if plain.allSatisfy(\.isNumber), let last = phrase.last,
                last.hasSuffix("'s") || last.hasSuffix("\u{2019}s")
            {
                continue
            }
            // "Coro del paese", "bibliothèque de jouets" belong together; "calendario para …" does not.
            let joins = small.contains(plain) && plain != "of" && phrase.count < 3
            let ends =
                IdeaVocabulary.boundaries.contains(plain) || FunctionWords.links.contains(plain)
                || FunctionWords.determiners.contains(plain) || ["for", "where"].contains(plain)
                || plain.allSatisfy(\.isNumber) || plain.isEmpty
            if ends, !joins { break }
            if !phrase.isEmpty, IdeaSentence.isDoing(plain), !nounToo(plain),
                phrase.last.map({ People.areMeant(by: $0) }) ?? false
            {
                break
            }
            let (clean, closes) = trimmed(word)
            phrase.append(clean)
            if closes || phrase.count == (fully ? 6 : 5) { break }
        }
        while let last = phrase.last, small.contains(last.lowercased()) { phrase.removeLast() }
        return phrase
    }

    /// A word without the marks around it, and whether one behind it ends the phrase.
    private static func trimmed(_ word: String) -> (String, Bool) {
        var text = Substring(word)
        while let first = text.first, !first.isLetter && !first.isNumber { text.removeFirst() }
        for elided in ["un'", "l'", "d'", "un\u{2019}", "l\u{2019}", "d\u{2019}"]
        where text.lowercased().hasPrefix(elided) {
            text = text.dropFirst(elided.count)
        }
        var closes = false
        while let last = text.last, !last.isLetter && !last.isNumber && last != "+" && last != "#" {
            if last != "'" && last != "\u{2019}" { closes = true }
            text.removeLast()
        }
        return (String(text), closes)
    }

    /// For whom or what it is: what follows the first "for" that names no platform.
    private func subject(of sentence: String) -> [String]? {
        let words = sentence.split(separator: " ").map(String.init)
        for (index, word) in words.enumerated() where index > 0 {
            guard ["for", "fur", "para", "pour", "per", "voor"].contains(Words.split(word).joined()) else { continue }
            var rest = Array(words[(index + 1)...])
            // "for keeping score in Mölkky", "pour gérer une AMAP": what is kept.
            if let first = rest.first.map({ Words.split($0).joined() }), rest.count > 1,
                ClauseParting.isGerund(first) || reading.isForeign && ClauseParting.isInfinitive(first)
                    || first == "que"
            {
                rest.removeFirst()
            }
            // "a club of crossword setters": the setters.
            let plain = rest.map { Words.split($0).joined() }
            if let of = plain.prefix(4).firstIndex(of: "of"), of > 0,
                IdeaVocabulary.containers.contains(plain[of - 1]) || plain[of - 1] == "club"
            {
                rest = Array(rest[(of + 1)...])
            }
            let phrase = Self.nounPhrase(rest)
            if !phrase.isEmpty, !Self.isBare(phrase) { return Array(phrase.prefix(4)) }
        }
        return nil
    }

    /// What the first thing that is done is done to: "reads a **CSV**".
    private func object(in wishes: [IdeaSentence]) -> [String]? {
        for sentence in wishes {
            for clause in sentence.clauses {
                var words = FeatureName.core(of: clause).split(separator: " ").map(String.init)
                if reading.isForeign {
                    if sentence.clauses.first == clause, sentence.clauses.count > 1 { continue }
                    words = Array(words.drop { !FunctionWords.determiners.contains(Words.split($0).joined()) })
                } else if let verb = words.first, IdeaSentence.isDoing(Words.split(verb).joined()) {
                    words.removeFirst()
                } else if let subject = ClauseParting.subject(of: words.prefix(8).map { Words.split($0).joined() }) {
                    words.removeFirst(min(words.count, subject + 1))
                } else {
                    continue
                }
                let phrase = Self.nounPhrase(words).prefix(2)
                if !phrase.isEmpty, !Self.isBare(Array(phrase)) {
                    return reading.isForeign
                        ? Array(phrase)
                        : English.singular(of: phrase.joined(separator: " ")).split(separator: " ").map(String.init)
                }
            }
        }
        return nil
    }

    private static func titled(_ words: [String]) -> String {
        words.enumerated().map { index, word in
            let isSmall = index > 0 && small.contains(word.lowercased())
            return isSmall ? word : word.capitalisedFirst
        }.joined(separator: " ")
    }

    /// Whether words only say what sort of program it is.
    static func isBare(_ words: [String]) -> Bool {
        let plain = words.flatMap { Words.split($0) }
        return plain.allSatisfy { word in
            kinds.contains(word) || FunctionWords.links.contains(word) || FunctionWords.determiners.contains(word)
                || word.allSatisfy(\.isNumber)
                || IdeaVocabulary.technologies.contains { $0.words.split(separator: " ").contains { $0 == word } }
        }
    }

    /// Whether a kind of program stands among words.
    static func namesKind(_ words: [String]) -> Bool {
        words.contains { kinds.contains($0) && !skipped.contains($0) || $0.hasSuffix("bot") && $0.count > 3 }
    }

    private static let skipped: Set<String> = [
        "how", "what", "whether", "current", "small", "simple", "single", "little", "is", "are", "big", "one", "new",
        "each", "all", "online", "many", "much", "loud", "next",
    ]
    private static let small: Set<String> = ["de", "del", "di", "du", "des", "da", "do", "of", "von"]

    private static let kinds: Set<String> = Set(
        """
        command line tool cli bot firmware game browser extension discord telegram slack desktop app application program \
        script plugin web page site website iphone ipad ios android macos mac windows linux menu bar utility library \
        model module provider operator package api rest graphql service webhook terminal mobile platform portal software \
        crm helpdesk desk support shop store blog forum wiki dashboard marketplace tracker log board planner online \
        system puzzle arcade action macro spreadsheet skill smartwatch watch vs code vscode chrome firefox jetbrains \
        neovim vim small simple little current frontend backend crate pipeline job integration utility screen thing \
        seite webseite anwendung programm spiel erweiterung browsererweiterung browserspiel werkzeug skript plattform \
        sitio pagina aplicacion juego navegador guion programa plataforma extension biblioteca complemento \
        sito applicazione gioco estensione libreria programma piattaforma \
        application jeu bibliotheque outil logiciel plateforme \
        aplicativo jogo website webapp telegrambot discordbot typescript python rust go
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
}

extension ClauseParting {
    /// "keeping", "gestionar", "gérer": what comes before what a program is about.
    static func isGerund(_ word: String) -> Bool {
        word.hasSuffix("ing") && word.count > 5 && !IdeaVocabulary.thingsInIng.contains(word)
    }
}
