import Patterns

/// A name for what an idea describes, from the idea's own nouns.
struct OwnName {
    let brief: ProjectBrief
    let shape: ProjectShape

    private var reading: IdeaReading { brief.reading }

    /// At most 100 code points, and never empty.
    var text: String {
        if let given = reading.givenName { return Clip.text(given, 100) }
        if let analogy = brief.analogy { return Clip.text(likened(to: analogy), 100) }
        if let owner = introduced { return Clip.text("\(owner)'s \(shape == .game ? "Game" : "App")", 100) }
        if let game = kindPhrase { return Clip.text(Self.titled(game), 100) }
        let wishes = brief.sentences.filter { $0.kind == .wish }
        // Who somebody is says nothing of what the program is.
        let telling =
            brief.sentences.first {
                $0.kind == .wish
                    || $0.kind == .background && !PeopleOfIdea.introduces($0.text, Words.split($0.text, limit: 40))
            }
            ?? wishes.first
        let first = telling?.text ?? reading.text
        let clauses = IdeaSentence(text: first, kind: .wish).clauses
        let isToday = telling?.kind == .background
        let head = head(
            of: isToday
                ? Self.afterTelling(first)
                : clauses.first { !IdeaSentence.isRefusal($0) && !Self.namesTechnologyOnly($0) } ?? first)
        var words = head
        // "A free, self-hosted newsletter builder" parts behind the comma.
        if head.isEmpty, !isToday { words = self.head(of: first) }
        if Self.isBare(words) {
            // "A web app for a climbing gym": the gym. "An extension that counts words": the words.
            if let subject = subject(of: first) {
                // "Web-App für unsere Hausgemeinschaft": one word alone would not say what it is.
                if reading.isForeign, subject.count == 1, let phrase = kindWithSubject(subject[0], in: first) {
                    return Clip.text(phrase, 100)
                }
                // "Piano tuners" and "CRM": "Piano Tuner CRM".
                let head = words
                let kind = isLatin(head) ? head.filter { !Self.isTechnology($0) } : []
                let last = Self.singular(subject)
                words = kind.isEmpty ? subject : subject.dropLast() + [last] + kind
            } else if let object = object(in: wishes) {
                // "Bot de Telegram" says more than what it is about; "Outil" does not.
                words =
                    reading.isForeign
                    ? (head.count > 1 ? head : object) : object + head.filter { !Self.isTechnology($0) }
            }
        }
        // "Booking for a climbing hall": the hall's.
        if words.count == 1, !reading.isForeign, !Self.isBare(words), let subject = subject(of: first),
            Words.split(first).firstIndex(of: "for")
                == Words.split(first).firstIndex(of: words[0].lowercased()).map({ $0 + 1 })
        {
            words = subject.dropLast() + [Self.singular(subject)] + words
        }
        let title = Self.titled(words.isEmpty ? self.head(of: first, fully: true) : words)
        return Clip.text(title.isEmpty ? "New app" : title, 100)
    }

    /// The idea's own words from its kind to whom or what it is for: "Juego de navegador para niños"; nil for long ones.
    private func kindWithSubject(_ subject: String, in sentence: String) -> String? {
        let words = FeatureName.core(of: IdeaOpening.without(sentence)).split(separator: " ").map(String.init)
        let start = words.prefix(4).firstIndex { word in
            let plain = Words.split(word).joined()
            return !FunctionWords.determiners.contains(plain) && Self.isBare([word])
        }
        guard let start, let end = words.firstIndex(where: { Self.trimmed($0).0 == subject }), start < end,
            end - start < 8, !words[start..<end].contains(where: { $0.hasSuffix(",") || $0.hasSuffix(":") })
        else { return nil }
        let phrase = (words[start..<end] + [subject]).joined(separator: " ")
        let elided = ["un'", "l'", "d'", "un\u{2019}", "l\u{2019}", "d\u{2019}"].first {
            phrase.lowercased().hasPrefix($0)
        }
        return phrase.count > 60 ? nil : String(phrase.dropFirst(elided?.count ?? 0)).capitalisedFirst
    }

    /// "Strava for dog walkers": "Dog Walker Activity Log"; in other languages what it is for, and the likeness.
    private func likened(to analogy: Analogy) -> String {
        let object = analogy.object.split(separator: " ").map(String.init)
        guard !reading.isForeign else { return "\(Self.titled(object)) (\(analogy.product))" }
        return Self.titled(object.dropLast() + [Self.singular(object)]) + " " + analogy.kind
    }

    /// Whom the first sentence introduces by name: "Maria, 71, lives alone".
    private var introduced: String? {
        guard !reading.isForeign, let first = brief.sentences.first, first.kind == .background,
            PeopleOfIdea.introduces(first.text, Words.split(first.text, limit: 40)),
            let word = first.text.split(separator: " ").first, word.first?.isUppercase == true,
            !IdeaVocabulary.determiners.contains(word.lowercased())
        else { return nil }
        return word.filter(\.isLetter)
    }

    /// What a game's first words call it: "Turn Based Hex Strategy Game".
    private var kindPhrase: [String]? {
        guard shape == .game, !reading.isForeign, let first = brief.sentences.first(where: { $0.kind == .wish }),
            let clause = first.clauses.first
        else { return nil }
        let words = IdeaOpening.without(clause).split(separator: " ").map(String.init)
        let plain = words.map { Words.split($0).joined() }
        guard let kind = plain.firstIndex(of: "game"), (2...6).contains(kind) else { return nil }
        let phrase = words[...kind].drop { IdeaVocabulary.determiners.contains(Words.split($0).joined()) }
        return phrase.count > 2 ? phrase.map { Self.trimmed($0).0 } : nil
    }

    /// Whether the kind of program can follow its subject: "Word Extension", but not "Mots Extension".
    private func isLatin(_ head: [String]) -> Bool { !reading.isForeign || shape == .bot && head.count < 3 }

    /// The words of the first noun phrase, without determiners and verbs before it.
    private func head(of clause: String, fully: Bool = false) -> [String] {
        var words = FeatureName.core(of: clause).split(separator: " ").map(String.init)
        let plainAll = words.map { Words.split($0).joined() }
        // "Every night at 02:00 pull the positions": what is pulled.
        if let first = plainAll.first, ["every", "each", "on", "at", "once"].contains(first),
            let verb = plainAll.firstIndex(where: IdeaSentence.isDoing)
        {
            words = Array(words[verb...])
        }
        if let first = words.first, IdeaSentence.isDoing(Words.split(first).joined()), words.count > 1,
            !Self.nounToo(first)
        {
            words.removeFirst()
        }
        // "Für unsere Praxis brauche ich …": the practice.
        if reading.isForeign, let first = plainAll.first, ["fur", "para", "pour", "per", "voor"].contains(first) {
            words.removeFirst()
        }
        return nounPhrase(words, fully: fully)
    }

    /// "Book club", "Support desk", "Order list": no command.
    private static func nounToo(_ word: String) -> Bool {
        ["support", "book", "order", "report", "score", "record", "log", "sign", "control"].contains(word.lowercased())
    }

    private func nounPhrase(_ words: [String], fully: Bool = false) -> [String] {
        var phrase: [String] = []
        let isGerman = reading.isForeign && FunctionWords.areGerman(reading.words.map(\.lower))
        for word in words {
            // German nouns are written with capitals: what follows them in small letters is a verb, or how it is done.
            if isGerman, let last = phrase.last, last.first?.isUppercase == true, word.first?.isLowercase == true,
                !["von", "und"].contains(word)
            {
                break
            }
            if !phrase.isEmpty, word.hasPrefix("(") { break }
            let parts = Words.split(word)
            let plain = parts.joined()
            let isFunction =
                IdeaVocabulary.determiners.contains(plain) || FunctionWords.determiners.contains(plain)
                || FunctionWords.areForeign([plain, plain])
            if phrase.isEmpty, isFunction || Self.skipped.contains(plain) { continue }
            if phrase.isEmpty, plain.allSatisfy(\.isNumber) { continue }
            // "A free, self-hosted newsletter builder": what it is like is not what it is.
            if phrase.isEmpty, !reading.isForeign,
                Self.praising.contains(plain) || Self.manners.contains(where: plain.hasSuffix) && word.contains("-")
                    || word.hasSuffix(",") && Self.qualifies(word) || word.hasPrefix("self-")
            {
                continue
            }
            // "The city's bus positions": the positions.
            if phrase.isEmpty, !reading.isForeign, word.hasSuffix("'s") || word.hasSuffix("\u{2019}s"),
                isOwnerPassedOver(word)
            {
                continue
            }
            // "a school's 400 laptops"
            if plain.allSatisfy(\.isNumber), let last = phrase.last,
                last.hasSuffix("'s") || last.hasSuffix("\u{2019}s")
            {
                continue
            }
            // "Coro del paese", "bibliothèque de jouets" belong together; "calendario para …" does not.
            let joins = Self.small.contains(plain) && plain != "of" && phrase.count < 3
            let ends =
                IdeaVocabulary.boundaries.contains(plain) || FunctionWords.links.contains(plain)
                || FunctionWords.determiners.contains(plain) || ["for", "where"].contains(plain)
                || plain.allSatisfy(\.isNumber) || plain.isEmpty
            if ends, !joins { break }
            if !phrase.isEmpty, IdeaSentence.isDoing(plain), !Self.nounToo(plain),
                phrase.last.map({ People.areMeant(by: $0) }) ?? false
            {
                break
            }
            let (clean, closes) = Self.trimmed(word)
            // "D'une ligue": what is left of the elision leads on.
            if !phrase.isEmpty, clean != word, FunctionWords.determiners.contains(Words.split(clean).joined()) { break }
            phrase.append(clean)
            if closes || phrase.count == (fully ? 6 : 5) { break }
        }
        while let last = phrase.last, Self.small.contains(last.lowercased()) { phrase.removeLast() }
        return phrase
    }

    private static let praising: Set<String> = [
        "free", "open", "fast", "quick", "easy", "modern", "lightweight", "minimal", "minimalist", "private", "secure",
        "offline", "good", "nice", "better", "cheap", "friendly", "lean", "basic",
    ]

    /// "Privacy-first", "keyboard-friendly".
    private static let manners = ["first", "friendly", "based", "only", "hosted", "free"]

    /// Whether a word before a comma only tells what something is like: "privacy-first,", "fast,".
    private static func qualifies(_ word: String) -> Bool {
        let plain = Words.split(word)
        guard let last = plain.last else { return false }
        return word.contains("-") || praising.contains(last) || last.hasSuffix("able") || last.hasSuffix("ive")
            || last.hasSuffix("ful")
    }

    /// Whoever has the thing gives the program no name where it is somebody with an article: "the city's".
    private func isOwnerPassedOver(_ word: String) -> Bool { word.first?.isLowercase == true }

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
            let plain = Words.split(word).joined()
            // What a relative clause does for somebody is not what the program is for.
            if reading.isForeign,
                ["qui", "que", "che", "donde", "dove", "cui"].contains(plain) || word.lowercased() == "où"
            {
                return nil
            }
            if plain == "fur" || plain == "furs", words[..<index].contains(where: { $0.hasSuffix(",") }),
                shape != .bot
            {
                return nil
            }
            // "Per stop" is English, and for nobody.
            guard plain == "for" || reading.isForeign && ["fur", "furs", "para", "pour", "per", "voor"].contains(plain)
            else { continue }
            var rest = Array(words[(index + 1)...])
            // "for up to 7 days" says how long.
            if StatedBound.opens(rest.prefix(7).map { Words.split($0).joined() }[...]) { continue }
            // "for keeping score in Mölkky", "pour gérer une AMAP": what is kept.
            if let first = rest.first.map({ Words.split($0).joined() }), rest.count > 1,
                ClauseParting.isGerund(first) && !reading.isForeign
                    || reading.isForeign && ClauseParting.isInfinitive(first) && rest[0].first?.isUppercase == false
                    || first == "que"
            {
                rest.removeFirst()
            }
            // "a club of crossword setters": the setters.
            let said = rest.map { Words.split($0).joined() }
            if let of = said.prefix(4).firstIndex(of: "of"), of > 0,
                IdeaVocabulary.containers.contains(said[of - 1]) || said[of - 1] == "club"
            {
                rest = Array(rest[(of + 1)...])
            }
            var phrase = nounPhrase(rest)
            // "rifugio per cani": for whom it is belongs to its name.
            let plainRest = rest.map { Words.split($0).joined() }
            if reading.isForeign, phrase.count == 1,
                let at = rest.firstIndex(where: { $0.hasPrefix(phrase[0]) }), !rest[at].hasSuffix(","),
                at + 2 < rest.count,
                ["per", "para", "pour"].contains(plainRest[at + 1]),
                !FunctionWords.determiners.contains(plainRest[at + 2]), !ClauseParting.isInfinitive(plainRest[at + 2])
            {
                phrase += [rest[at + 1], Self.trimmed(rest[at + 2]).0]
            }
            // "For anyone" is for nobody in particular.
            if ProjectBrief.isAnybody(phrase.joined(separator: " ")) { continue }
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
                    if sentence.clauses.first == clause, sentence.clauses.count > 1,
                        Self.namesKind(Words.split(clause, limit: 6))
                    {
                        continue
                    }
                    if let named = foreignObject(of: words) { return named }
                    // "vérifie les liens": what comes behind the first article; a clause without one names it itself.
                    let article = words.firstIndex { FunctionWords.determiners.contains(Words.split($0).joined()) }
                    words = Array(words[(article ?? 0)...])
                    words = Self.afterPeople(words) ?? words
                } else if let verb = words.first, IdeaSentence.isDoing(Words.split(verb).joined()) {
                    words.removeFirst()
                } else if let subject = ClauseParting.subject(of: words.prefix(8).map { Words.split($0).joined() }) {
                    words.removeFirst(min(words.count, subject + 1))
                } else {
                    continue
                }
                var phrase = nounPhrase(words).prefix(2)
                while let last = phrase.last, Self.small.contains(last.lowercased()) { phrase.removeLast() }
                if !phrase.isEmpty, !Self.isBare(Array(phrase)) {
                    return reading.isForeign
                        ? Array(phrase)
                        : phrase.dropLast() + [Self.singular(Array(phrase))]
                }
            }
        }
        return nil
    }

    /// What a clause's verb is done to: "Doppelte Fotos", "Conta de Restaurante"; nil where no verb is known in it.
    private func foreignObject(of words: [String]) -> [String]? {
        let tongue = Tongue(of: reading.words.map(\.lower))
        guard let verbs = VerbForms.of(tongue) else { return nil }
        let words = words.prefix { !$0.hasPrefix("(") }.map { $0 }
        let plain = words.map { Words.split($0).joined() }
        let isVerb = { (word: String) in verbs.isFinite(word) || verbs.isInfinitive(word) }
        var rest: [String]
        if tongue == .german || tongue == .dutch, let last = plain.last, isVerb(last) {
            rest = words.dropLast()
            // "jeden Morgen um 7 Uhr den Speiseplan schickt": when, then what.
            if let time = plain.first, ["jeden", "jede", "jedes", "elke", "taglich", "um"].contains(time),
                let article = plain.dropFirst(2).firstIndex(where: {
                    ["den", "die", "das", "einen", "eine", "ein", "de", "het"].contains($0)
                })
            {
                rest = Array(words[article..<max(article, words.count - 1)])
            }
            if let first = plain.first, PeopleWords.isPerson(first, tongue) { rest.removeFirst() }
        } else if let verb = plain.prefix(8).firstIndex(where: isVerb) {
            rest = Array(words[(verb + 1)...])
            // "Spullen plaatsen met foto"
            if verb > 0, tongue == .german || tongue == .dutch, nounPhrase(rest).isEmpty {
                rest = Array(words[..<verb])
            }
        } else {
            return nil
        }
        let phrase = nounPhrase(rest).prefix(4)
        return phrase.isEmpty || Self.isBare(Array(phrase)) ? nil : Array(phrase)
    }

    /// One of what the last word names; a name stays as it is written: "YouTube Shorts".
    private static func singular(_ phrase: [String]) -> String {
        guard let last = phrase.last else { return "" }
        let isName = phrase.dropLast().contains {
            $0.dropFirst().contains(where: \.isUppercase) && $0 != $0.uppercased()
        }
        return isName ? last : English.singular(of: last)
    }

    /// "La gente segnala buche", "los vecinos puedan prestarse herramientas": what people do it to.
    private static func afterPeople(_ words: [String]) -> [String]? {
        let plain = words.map { Words.split($0).joined() }
        guard plain.count > 2, foreignPeople.contains(plain[1]) else { return nil }
        var index = 2
        if index + 1 < plain.count, ["del", "de", "di", "della", "du", "des", "do", "da"].contains(plain[index]) {
            index += 2
        }
        if index < plain.count, modals.contains(plain[index]) { index += 1 }
        // The verb.
        index += 1
        return index < plain.count ? Array(words[index...]) : nil
    }

    private static let foreignPeople: Set<String> = [
        "gente", "vecinos", "usuarios", "clientes", "miembros", "socios", "alumnos", "personas", "utenti", "soci",
        "clienti",
        "vicini", "persone", "membri", "gens", "membres", "utilisateurs", "clients", "voisins", "eleves", "personnes",
        "pessoas", "vizinhos", "alunos", "membros", "usuarias", "leute", "besucher", "nutzer", "mitglieder", "kunden",
        "nachbarn", "mitarbeiter",
    ]
    private static let modals: Set<String> = [
        "puedan", "pueden", "puede", "pueda", "possano", "possono", "puo", "podem", "possam", "peuvent", "puissent",
        "peut",
        "konnen", "sollen", "deben", "devono", "doivent",
    ]

    /// "Laravel please": what comes behind it is the program.
    private static func namesTechnologyOnly(_ clause: String) -> Bool {
        let words = clause.split(separator: " ").map(String.init)
        return words.allSatisfy {
            isTechnology($0) || ["please", "bitte", "and", "+", "only"].contains($0.lowercased())
        }
    }

    private static func isTechnology(_ word: String) -> Bool {
        let plain = Words.split(word).joined(separator: " ")
        return IdeaVocabulary.technologies.contains { $0.words == plain }
    }

    /// "We are a repair café" → "a repair café": what follows the verb that tells of today.
    private static func afterTelling(_ sentence: String) -> String {
        let words = IdeaOpening.without(sentence).split(separator: " ").map(String.init)
        let verb = words.prefix(5).firstIndex { word in
            let plain = Words.split(word).joined()
            return IdeaSentence.tellingOfUs.contains(plain) || telling.contains(plain)
        }
        guard let verb, verb + 1 < words.count else { return sentence }
        return words[(verb + 1)...].joined(separator: " ")
    }

    private static let telling: Set<String> = [
        "are", "am", "were", "im", "have", "has", "own", "owns", "run", "runs", "is", "sind", "bin", "haben", "habe",
        "betreiben",
        "betreibe", "leite", "fuhre", "fuhren",
    ]

    private static func titled(_ words: [String]) -> String {
        words.enumerated().map { index, word in
            let isSmall = index > 0 && (small.contains(word.lowercased()) || ["per", "para", "pour"].contains(word))
            return isSmall ? word : word.capitalisedFirst
        }.joined(separator: " ")
    }

    /// Whether words only say what sort of program it is.
    static func isBare(_ words: [String]) -> Bool {
        let plain = words.flatMap { Words.split($0) }
        return plain.allSatisfy { word in
            kinds.contains(word) || word == "a" || kindEndings.contains { word.hasSuffix($0) }
                || FunctionWords.links.contains(word)
                || FunctionWords.determiners.contains(word)
                || word.allSatisfy(\.isNumber)
                || IdeaVocabulary.technologies.contains { $0.words.split(separator: " ").contains { $0 == word } }
        }
    }

    /// Whether a kind of program stands among words.
    static func namesKind(_ words: [String]) -> Bool {
        words.contains { word in
            // "Un'app", "l'outil" are one word here.
            let elided = ["un", "l", "quest"].contains {
                word.hasPrefix($0) && elidable.contains(String(word.dropFirst($0.count)))
            }
            return kinds.contains(word) && !skipped.contains(word) || word.hasSuffix("bot") && word.count > 3 || elided
                || kindEndings.contains { word.hasSuffix($0) && word.count > $0.count }
        }
    }

    private static let elidable: Set<String> = [
        "app", "appli", "applicazione", "application", "outil", "extension", "estensione", "aplicacion",
    ]
    private static let kindEndings = ["werkzeug", "programm", "plattform", "anwendung", "software"]
    private static let skipped: Set<String> = [
        "how", "what", "whether", "current", "small", "simple", "single", "little", "is", "are", "big", "one", "new",
        "each", "all", "online", "many", "much", "loud", "next", "tiny", "internal",
    ]
    private static let small: Set<String> = ["de", "del", "di", "du", "des", "da", "do", "of", "von", "à"]

    private static let kinds: Set<String> = Set(
        """
        command line tool cli bot firmware game browser extension discord telegram slack desktop app application program \
        script plugin web page site website iphone ipad ios android macos mac windows linux menu bar utility library \
        model module provider operator package api rest graphql service webhook terminal mobile platform portal software \
        escritorio micrologiciel crm helpdesk desk support shop store blog forum wiki dashboard marketplace tracker log board planner online \
        system puzzle arcade action macro spreadsheet skill smartwatch watch vs code vscode chrome firefox jetbrains \
        neovim vim small simple little current frontend backend crate pipeline job integration utility screen thing \
        seite webseite anwendung programm spiel erweiterung browsererweiterung browserspiel werkzeug skript plattform \
        sitio pagina aplicacion juego navegador guion programa plataforma extension biblioteca complemento \
        sito applicazione gioco estensione libreria programma piattaforma \
        application jeu bibliotheque outil logiciel plateforme \
        appli projekt project projet proyecto progetto projeto gestionale gestion gestionnaire verwaltung sistema herramienta internal tiny \
        strumento strumenti ferramenta hulpmiddel gereedschap instrument interno interna interne intern riga comando comandos commande ligne linha linea movil movel mobil kommandozeile kommandozeilenwerkzeug konsole \
        kommandozeilenprogramm builder place aplicativo jogo website webapp telegrambot discordbot typescript python rust go
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
}

extension ClauseParting {
    /// "keeping", "gestionar", "gérer": what comes before what a program is about.
    static func isGerund(_ word: String) -> Bool {
        word.hasSuffix("ing") && word.count > 5 && !IdeaVocabulary.thingsInIng.contains(word)
    }
}
