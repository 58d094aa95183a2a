import Patterns

/// What an idea's program is called: the name that the idea gives it, else the kind of thing in its own words.
struct StatedName {
    /// At most 100 code points, and never empty.
    let text: String

    init(_ statements: [Statement], reading: IdeaReading, fallback: String, firstWish: String? = nil) {
        let tongue = Tongue(reading.text)
        if let given = Self.given(
            in: statements.isEmpty ? reading.text : statements.map(\.text).joined(separator: ". "))
        {
            text = Clip.text(given, 100)
            return
        }
        let opening = statements.first(where: \.isFirst) ?? statements.first { $0.kind == .feature } ?? statements.first
        // "We're a bell foundry. Customers must see …": whose it is.
        if let opening, Self.isClause(opening.text),
            let who = statements.lazy.filter({ $0.kind == .background }).compactMap({ Self.who(in: $0.text) }).first
        {
            text = Clip.text(who.capitalisedFirst, 100)
            return
        }
        var phrase = opening.map { Self.plain(of: $0.text, tongue) } ?? ""
        if Self.pointsBack(phrase), let today = statements.first(where: { $0.kind == .background }),
            let owned = Self.owned(in: today.text)
        {
            text = Clip.text(owned.capitalisedFirst, 100)
            return
        }
        if phrase.isEmpty || ResearchWords.set("vague", tongue).contains(Words.split(phrase).first ?? ""), let firstWish
        {
            phrase = Self.shortWish(firstWish, tongue)
        }
        if tongue == .german, Self.isBareProject(phrase), let said = opening?.text,
            let object = WishReader.purpose(of: said, tongue)?.deeds.split(separator: " ").first(where: {
                $0.first?.isUppercase ?? false
            })
        {
            phrase = String(object).trimmingCharacters(",.;:")
        }
        text = Clip.text(phrase.isEmpty ? fallback : phrase.capitalisedFirst, 100)
    }

    /// "Raspberry-Projekt": a word that says nothing of what it is about.
    private static func isBareProject(_ phrase: String) -> Bool {
        !phrase.contains(" ") && phrase.lowercased().hasSuffix("projekt")
    }

    /// "Reminds me to phone my clients" → "Reminder to phone my clients".
    private static func shortWish(_ wish: String, _ tongue: Tongue) -> String {
        let short = WishTitle.shortened(wish, tongue, to: 48)
        for opening in ["Reminds me to ", "Remind me to ", "Remind us to ", "Reminds us to "]
        where short.hasPrefix(opening) {
            return "Reminder to " + short.dropFirst(opening.count)
        }
        return short
    }

    /// "An app called Pawtrail", "eine Website namens Haus am See", "an app called “Stammtisch”".
    static func given(in text: String) -> String? {
        let words = text.split(separator: " ").map(String.init)
        let plain = words.map { Words.split($0).joined() }
        let naming = ResearchWords.set("naming", .english)
        for index in words.indices.dropLast() where index > 0 && naming.contains(plain[index]) {
            // "A folder called dupes": a part of it.
            if plain[max(0, index - 2)..<index].contains(where: ResearchWords.set("namedpart", .english).contains) {
                continue
            }
            var rest = Array(words[(index + 1)...])
            if ["is", "ist", "est", "es", "wird", "sera"].contains(plain[index + 1]), rest.count > 1 {
                rest.removeFirst()
            }
            if let quoted = quoted(rest.joined(separator: " ")) { return quoted }
            if let name = written(rest) { return name }
        }
        return nil
    }

    /// What stands in quotation marks at the beginning of a text.
    private static func quoted(_ text: String) -> String? {
        let pairs: [(Character, [Character])] = [
            ("\"", ["\""]), ("“", ["”", "“"]), ("„", ["“", "”", "\""]), ("«", ["»"]), ("»", ["«"]), ("‘", ["’"]),
            ("'", ["'"]), ("「", ["」"]),
        ]
        guard let first = text.first, let ends = pairs.first(where: { $0.0 == first })?.1 else { return nil }
        let name = text.dropFirst().prefix { !ends.contains($0) }.description.trimmingSpaces
        return (1...60).contains(name.count) && text.count > name.count + 1 ? name : nil
    }

    /// Words with capitals, with the small ones between them: "Foxglove & Sons", "Patas da Serra".
    private static func written(_ words: [String]) -> String? {
        let small = ResearchWords.set("innames", .english)
        var taken: [String] = []
        var pending: [String] = []
        for word in words.prefix(8) {
            let plain = Words.split(word).joined()
            let isName = word.first.map { $0.isUppercase || $0.isNumber } ?? false
            if isName {
                taken += pending + [word]
                pending = []
                if let last = word.last, ",.;:!?)".contains(last) { break }
            } else if !taken.isEmpty, pending.count < 2, word == "&" || word == "+" || small.contains(plain),
                word.last.map({ $0.isLetter || "&+".contains($0) }) ?? false
            {
                pending.append(word)
            } else {
                break
            }
        }
        let name = taken.joined(separator: " ").trimmingCharacters(",.;:!?()\"”“")
        return name.count > 1 ? name : nil
    }

    /// What is built, in few words: the kind and what it is for, never a clause.
    static func plain(of text: String, _ tongue: Tongue) -> String {
        if tongue == .japanese { return japanese(text) }
        let head = IdeaParts.withoutBrackets(text)
        var phrase = kind(in: unquoted(IdeaParts.colon(in: head)?.head ?? head), tongue)
        // "A Flask web app where …" says only the kind: what it is about stands behind.
        if phrase.split(separator: " ").count < 4, let (_, deeds) = WishReader.purpose(of: text, tongue) {
            let whole = phrase + " " + relativePart(of: head, after: phrase)
            if whole.unicodeScalars.count <= 48, !whole.contains(","),
                ClauseForm.links(tongue).isDisjoint(with: Set(Words.split(whole)))
            {
                return whole.trimmingSpaces
            }
            if tongue == .english, let object = object(of: deeds) { phrase = phrase + " for " + object }
        }
        return WishTitle.shortened(phrase, tongue, to: 60)
    }

    private static func relativePart(of text: String, after phrase: String) -> String {
        guard let place = text.range(of: phrase) else { return String(repeating: "x", count: 60) }
        // Up to the comma: what comes behind it is another deed.
        return text[place.upperBound...].prefix { $0 != "," }.description.trimmingCharacters(" ,.;")
    }

    /// The first thing that a deed is done to: "keeps its sheet music and who …" → "sheet music".
    private static func object(of deeds: String) -> String? {
        let form = ClauseForm(deeds, .english)
        var index = form.subjectLength ?? 0
        while index < form.plain.count, form.isModal(at: index) { index += 1 }
        guard index < form.plain.count, IdeaSentence.isDoing(form.plain[index]) else { return nil }
        index += 1
        while index < form.plain.count, ClauseForm.isDeterminer(form.plain[index]) { index += 1 }
        var phrase: [String] = []
        while index < form.plain.count, phrase.count < 3 {
            let plain = form.plain[index]
            if IdeaVocabulary.boundaries.contains(plain) || ResearchWords.set("aside", .english).contains(plain)
                || ResearchWords.set("before", .english).contains(plain) || plain == "and" || plain == "or"
                || plain == "how" || plain == "what"
            {
                break
            }
            phrase.append(form.words[index].trimmingCharacters(",.;:"))
            if form.words[index].hasSuffix(",") { break }
            index += 1
        }
        let object = phrase.joined(separator: " ")
        return object.count > 2 && !["me", "us", "it", "them", "you"].contains(object) ? object : nil
    }

    /// Without an organisation's name in quotation marks, and what follows it.
    private static func unquoted(_ text: String) -> String {
        guard let place = text.firstIndex(where: { "\"“„«".contains($0) }), place > text.startIndex else { return text }
        let rest = text[place...].dropFirst()
        let behind =
            rest.firstIndex(where: { "\"”“»".contains($0) }).map { String(rest[rest.index(after: $0)...]) } ?? ""
        return String(text[..<place]) + behind.trimmingCharacters(" ")
    }

    private static func japanese(_ text: String) -> String {
        let head = text.split(whereSeparator: { "。、：:".contains($0) }).first.map(String.init) ?? text
        return Clip.text(head, 40)
    }

    /// Whether a text says what somebody does, and not what the program is.
    private static func isClause(_ text: String) -> Bool {
        if IdeaOpening.isLed(text) { return true }
        let words = Words.split(IdeaOpening.without(text), limit: 5)
        return words.dropFirst().prefix(3).contains(where: modals.contains)
    }

    private static let modals = StatementWords.musts.union(
        WordList.set("can could shall will would may kann konnen doivent peuvent pueden podem possono kunnen zullen"))

    /// "We are a bell foundry", "Wir sind ein Segelverein": who somebody is.
    private static func who(in text: String) -> String? {
        let words = text.split(separator: " ").map(String.init)
        let plain = words.map { Words.split($0).joined() }
        guard let lead = selfTelling.first(where: { plain.starts(with: $0) })?.count else { return nil }
        let rest = zip(words, plain).dropFirst(lead).drop {
            FunctionWords.determiners.contains($1) || IdeaVocabulary.determiners.contains($1) || $1 == "a"
        }
        var phrase: [String] = []
        for (word, plain) in rest.prefix(5) {
            if IdeaVocabulary.boundaries.contains(plain) || StatementWords.relatives.contains(plain) { break }
            if ["and", "und", "et", "y", "e", "en"].contains(plain) { break }
            phrase.append(word)
            if word.hasSuffix(",") { break }
        }
        let name = phrase.joined(separator: " ").trimmingCharacters(",.;:")
        return name.count > 2 ? name : nil
    }

    private static let selfTelling = [
        "we are", "were", "wir sind", "nous sommes", "somos", "nos somos", "siamo", "noi siamo", "wij zijn", "we zijn",
    ].map { $0.split(separator: " ").map(String.init) }

    /// The first noun phrase of a clause, up to where a new clause begins.
    private static func kind(in clause: String, _ tongue: Tongue) -> String {
        var words = afterWish(clause).split(separator: " ").map(String.init)
        while words.count > 1, let first = words.first, isOpener(first) { words.removeFirst() }
        let form = ClauseForm(words.joined(separator: " "), tongue)
        // "The app records bird songs": a kind, and what it does.
        if let length = form.subjectLength, length < 3 {
            let kind = words.prefix(length).joined(separator: " ")
            let deed = WishDeed(words.joined(separator: " "), tongue)
            if tongue == .english, ProgramKind.isNamed(among: form.plain.prefix(length).map { $0 }),
                let object = object(of: deed.text)
            {
                return "\(object.capitalisedFirst) \(kind.lowercased())"
            }
            return WishTitle.shortened(deed.text, tongue, to: 48)
        }
        var phrase: [String] = []
        let verbs = VerbForms.of(tongue)
        for (index, word) in words.enumerated() {
            let plain = Words.split(word).joined()
            let afterComma = phrase.last?.hasSuffix(",") ?? false
            let isRelative =
                StatementWords.relatives.contains(plain) && !articles.contains(plain)
                || articles.contains(plain) && afterComma
            if index > 0, isRelative, plain != "so" || tongue == .english { break }
            if afterComma, phrase.count > 1 { break }
            if index > 0, purposes(tongue).contains(where: { form.plain[index...].starts(with: $0) }),
                tongue != .english
            {
                break
            }
            // "… em Aveiro ver, em tempo real": a verb ends the phrase.
            if index > 2, tongue != .english, tongue != .german, verbs?.isInfinitive(plain) ?? false,
                !ResearchWords.set("before", tongue).contains(form.plain[index - 1])
            {
                break
            }
            if index > 0, form.isModal(at: index),
                tongue != .english || !["to", "only", "get", "need", "just", "also"].contains(plain)
            {
                break
            }
            phrase.append(word)
            if let last = word.last, ";:.".contains(last) { break }
        }
        while phrase.count > 1, let last = phrase.last, linksOn(last) || WishTitle.linksOn(last, tongue) {
            phrase.removeLast()
        }
        if tongue == .polish { phrase = nominative(phrase) }
        return phrase.joined(separator: " ").trimmingCharacters(" ,.;:–—-")
    }

    private static func purposes(_ tongue: Tongue) -> [[String]] {
        ResearchWords.list("purpose", tongue).map { $0.split(separator: " ").map(String.init) }
    }

    /// "wewnętrznego systemu zgłoszeń" → "system zgłoszeń": as the thing is called that is needed.
    private static func nominative(_ phrase: [String]) -> [String] {
        let forms = [
            "systemu": "system", "aplikacji": "aplikacja", "aplikację": "aplikacja", "strony": "strona",
            "stronę": "strona", "programu": "program",
            "narzędzia": "narzędzie", "serwisu": "serwis", "portalu": "portal", "bota": "bot", "gry": "gra",
            "grę": "gra",
        ]
        guard let place = phrase.prefix(3).firstIndex(where: { forms[$0.lowercased()] != nil }) else { return phrase }
        return [forms[phrase[place].lowercased()] ?? phrase[place]] + phrase[(place + 1)...]
    }

    /// Articles that open a relative clause behind a comma alone.
    private static let articles = WordList.set("das die der dem den que so de")

    /// What follows "and want", where a sentence tells of somebody first.
    static func afterWish(_ clause: String) -> String {
        let said = IdeaOpening.without(clause)
        let words = said.split(separator: " ").map(String.init)
        let plain = words.map { Words.split($0).joined() }
        // "Für unseren Verein brauche ich eine Seite"
        if let first = plain.first, whom.contains(first),
            let wish = plain.prefix(10).firstIndex(where: StatementWords.wanting.contains)
        {
            let rest = words[(wish + 1)...].drop { wishing.contains(Words.split($0).joined()) }
            return rest.isEmpty ? said : rest.joined(separator: " ")
        }
        // "My wife and I look after her …, so I would like a little web app": the wish, wherever it stands.
        let wishes = plain.prefix(60).indices.filter { index in
            StatementWords.wanting.contains(plain[index])
                || ["potrzebuje", "potrzebujemy", "chce", "chcemy", "chcialbym", "gesucht"].contains(plain[index])
                || plain[index] == "like" && index > 0 && ["would", "id", "wed"].contains(plain[index - 1])
        }
        guard
            let wish = wishes.last(where: { index in
                index == 0
                    || plain[..<index].suffix(3).contains {
                        StatementWords.we.contains($0) || ["id", "wed"].contains($0)
                    }
                    || index < 8 && ["potrzebuje", "gesucht", "chce"].contains(plain[index])
                    // "We are a school and want a portal"
                    || index < 12 && ["and", "und", "en", "et", "y", "e"].contains(plain[index - 1])
                        && plain.first.map(StatementWords.we.contains) ?? false
            }), wish + 1 < words.count
        else { return said }
        let rest = words[(wish + 1)...].drop {
            ["like", "ist", "wird", "werden", "sind"].contains(Words.split($0).joined())
        }
        return rest.isEmpty ? said : rest.joined(separator: " ")
    }

    private static let whom = WordList.set("for fur pour para per voor")
    private static let wishing = StatementWords.we.union(WordList.set("gern gerne graag noch also um"))

    private static func isOpener(_ word: String) -> Bool {
        let plain = Words.split(word).joined()
        return openers.contains(plain) || FunctionWords.determiners.contains(plain)
            || ["a", "an", "the", "some", "o", "um", "une", "un"].contains(plain) || plain.isEmpty
    }

    private static let openers = WordList.set(
        """
        please could you can would build make create write develop program me us i we want need like to lets id bitte baue \
        erstelle schreibe mir uns brauche brauchen haben een en also so its this is cest ist jest to es
        """)

    private static func linksOn(_ word: String) -> Bool {
        let plain = Words.split(word).joined()
        return IdeaVocabulary.boundaries.contains(plain) || IdeaVocabulary.determiners.contains(plain)
            || FunctionWords.determiners.contains(plain) || FunctionWords.links.contains(plain)
            || StatementWords.relatives.contains(plain)
            || ["a", "an", "the", "for", "of", "to", "-", "–", "+", "what", "how", "if"].contains(word)
    }

    /// "Migrate it to PostgreSQL": what "it" is was said before.
    private static func pointsBack(_ phrase: String) -> Bool {
        let words = Words.split(phrase, limit: 4)
        return words.dropFirst().first.map(
            ["it", "that", "this", "them", "das", "es", "ca", "lo", "het", "dit"].contains) ?? words.isEmpty
    }

    /// "Our warehouse stock on paper": the warehouse stock.
    private static func owned(in text: String) -> String? {
        let words = text.split(separator: " ").map(String.init)
        let plain = words.map { Words.split($0).joined() }
        guard
            let place = plain.firstIndex(where: {
                [
                    "our", "my", "unser", "unsere", "unseren", "mein", "meine", "notre", "nos", "mon", "ma", "nuestro",
                    "nuestra",
                    "nostro", "nostra", "nosso", "nossa", "onze",
                ].contains($0)
            })
        else { return nil }
        let phrase = zip(words, plain).dropFirst(place + 1).prefix { word, plain in
            !IdeaVocabulary.boundaries.contains(plain) && !FunctionWords.links.contains(plain)
                && !["on", "in", "with", "by", "is", "are"].contains(plain)
        }.prefix(4).map(\.0)
        let name = phrase.joined(separator: " ").trimmingCharacters(",.;:()")
        return name.count > 2 ? name : nil
    }
}

extension String {
    /// Without these characters at either end.
    func trimmingCharacters(_ characters: String) -> String {
        var text = Substring(self)
        while let first = text.first, characters.contains(first) { text.removeFirst() }
        while let last = text.last, characters.contains(last) { text.removeLast() }
        return String(text)
    }
}
