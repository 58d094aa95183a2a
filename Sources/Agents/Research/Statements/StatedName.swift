import Patterns

/// What an idea's program is called: the name that the idea gives it, else the kind of thing in its own words.
struct StatedName {
    /// At most 100 code points, and never empty.
    let text: String

    init(_ statements: [Statement], reading: IdeaReading, fallback: String) {
        if let given = Self.given(in: reading.text) ?? reading.givenName {
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
        let phrase = opening.map { Self.kind(in: $0.text) } ?? ""
        if Self.pointsBack(phrase), let today = statements.first(where: { $0.kind == .background }),
            let owned = Self.owned(in: today.text)
        {
            text = Clip.text(owned.capitalisedFirst, 100)
            return
        }
        text = Clip.text(phrase.isEmpty ? fallback : phrase.capitalisedFirst, 100)
    }

    /// "An app called Pawtrail", "eine App namens „Stammtisch“".
    private static func given(in text: String) -> String? {
        let words = text.split(separator: " ").map(String.init)
        let plain = words.map { Words.split($0).joined() }
        for index in words.indices.dropLast() where naming.contains(plain[index]) {
            var rest = words[(index + 1)...]
            if ["is", "ist", "est", "es", "wird", "sera"].contains(plain[index + 1]), rest.count > 1 {
                rest = rest.dropFirst()
            }
            guard let first = rest.first else { continue }
            let quotes: Set<Character> = ["\"", "“", "„", "«", "'", "‘", "”", "»", "’"]
            if let mark = first.first, quotes.contains(mark) {
                let line = rest.joined(separator: " ").dropFirst()
                let name = line.prefix { !quotes.contains($0) || $0 == "’" || $0 == "'" }.description.trimmingSpaces
                if (1...60).contains(name.count) { return name }
            }
            let name = rest.prefix { word in
                word.first?.isUppercase == true
                    && !(word == first ? false : naming.contains(Words.split(word).joined()))
            }
            var taken: [String] = []
            for word in name.prefix(4) {
                taken.append(word)
                if let last = word.last, !last.isLetter, !last.isNumber { break }
            }
            let joined = taken.joined(separator: " ").trimmingCharacters(",.;:!?()")
            if joined.count > 1 { return joined }
        }
        return nil
    }

    private static let naming = WordList.set(
        "called named titled namens heisst genannt appele appelee nomme nommee sappelle llamada llamado llama chiamata chiamato chiama chamado chamada chama genaamd heet"
    )

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
    private static func kind(in clause: String) -> String {
        var words = afterWish(clause).split(separator: " ").map(String.init)
        while words.count > 1, let first = words.first, isOpener(first) { words.removeFirst() }
        var phrase: [String] = []
        var relative: Int?
        let characters = words.joined(separator: " ")
        let head = IdeaParts.withoutBrackets(IdeaParts.colon(in: characters)?.head ?? characters)
        for word in head.split(separator: " ").map(String.init) {
            let plain = Words.split(word).joined()
            let opensClause =
                StatementWords.relatives.contains(plain) && phrase.count > 0 && !articles.contains(plain)
                || articles.contains(plain) && phrase.last?.hasSuffix(",") == true
            if opensClause, relative == nil {
                if phrase.count > 4 { break }
                relative = phrase.count
            }
            if (phrase + [word]).joined(separator: " ").count > 70 || phrase.count > 11 { break }
            phrase.append(word)
            if word.hasSuffix(","), relative != nil || !isEnumerated(phrase) { break }
        }
        // A relative clause that was cut before it says anything is left out.
        if let relative, phrase.count - relative < 3 { phrase = Array(phrase[..<relative]) }
        while phrase.count > 1, let last = phrase.last, linksOn(last) { phrase.removeLast() }
        return phrase.joined(separator: " ").trimmingCharacters(" ,.;:–—-")
    }

    /// Articles that open a relative clause behind a comma alone.
    private static let articles = WordList.set("das die der dem que so")

    /// "A fast, simple log": what it is like goes on behind the comma.
    private static func isEnumerated(_ phrase: [String]) -> Bool { phrase.count < 2 }

    /// What follows "and want", where a sentence tells of somebody first.
    private static func afterWish(_ clause: String) -> String {
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
        guard let first = plain.first, StatementWords.we.contains(first) || ["i", "we"].contains(first) else {
            return said
        }
        guard let wish = plain.prefix(25).lastIndex(where: StatementWords.wanting.contains), wish + 1 < words.count
        else {
            return said
        }
        return words[(wish + 1)...].joined(separator: " ")
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
        erstelle schreibe mir uns brauche brauchen haben een en also so
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
