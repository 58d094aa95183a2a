import Patterns

// Who and what the idea is about: its name, its people, its things.
extension IdeaReading {
    func readName() -> String? {
        for (index, word) in words.enumerated()
        where ["called", "named", "titled", "namens", "llamada"].contains(word.lower) {
            let rest = words[(index + 1)...].prefix(4)
            let name = rest.enumerated().prefix { offset, next in
                !next.opensClause && next.text.first?.isUppercase == true || offset == 0
            }
            let joined = name.map(\.element.text).joined(separator: " ")
            if !joined.isEmpty { return Clip.text(joined, 60) }
        }
        return nil
    }

    mutating func readAudience() {
        for (index, word) in words.enumerated() {
            switch word.lower {
            case "for", "fur", "para", "pour":
                // "for sharing tax documents": what is shared follows the verb.
                if let next = words.dropFirst(index + 1).first?.lower, IdeaVocabulary.manages(next),
                    next.hasSuffix("ing") || ["para", "pour"].contains(word.lower)
                {
                    continue
                }
                let phrase = nounPhrase(from: index + 1, longest: 6, acrossAnd: true)
                if Self.isPeople(phrase) {
                    addAudience(phrase)
                } else if Self.isPeople(English.plural(of: phrase)) {
                    addAudience(English.plural(of: phrase))
                } else {
                    addThing(phrase)
                }
            case "help", "helps", "let", "lets", "allow", "allows", "enable", "enables", "where", "so", "connect",
                "connects",
                "by", "between", "among", "helping", "letting", "connecting":
                if let phrase = peoplePhrase(from: index + 1) { addAudience(phrase) }
            case "with" where words[..<index].contains { $0.lower.hasPrefix("connect") }:
                if let phrase = peoplePhrase(from: index + 1) { addAudience(phrase) }
            default: break
            }
        }
        if audience.isEmpty, let phrase = peoplePhrase(from: 0), words.count > 1 { addAudience(phrase) }
        if audience.isEmpty { readActors() }
    }

    /// "…: smallholders share machinery", "…, clients should pick a slot": people who begin a clause and do something.
    mutating func readActors() {
        for (index, word) in words.enumerated() where index > 0 {
            guard word.opensClause || ["and", "that", "because", "while", "when"].contains(words[index - 1].lower),
                let phrase = peoplePhrase(from: index)
            else { continue }
            let next = words.dropFirst(index).first { $0.opensClause == false && IdeaVocabulary.acts($0.lower) }
            if next != nil { return addAudience(phrase) }
        }
    }

    mutating func readThings() {
        for (index, word) in words.enumerated() {
            if IdeaVocabulary.manages(word.lower), isVerb(at: index) {
                // "rent out power tools"
                let particle = words.dropFirst(index + 1).first.map {
                    ["out", "up", "off", "away", "down", "back"].contains($0.lower)
                }
                let start = index + (particle == true ? 2 : 1)
                let phrase = nounPhrase(from: start, longest: 4, acrossAnd: false)
                if !phrase.isEmpty { namesActions = true }
                addThing(phrase)
            } else if ["about", "of"].contains(word.lower), index > 0,
                !IdeaVocabulary.beforeOf.contains(words[index - 1].lower)
            {
                addThing(nounPhrase(from: index + 1, longest: 4, acrossAnd: false))
            }
        }
    }

    /// What the idea is about, where it names neither people nor things: the first noun after "my", "the" or "with".
    var subject: String? {
        let head = nounPhrase(from: 0, longest: 4, acrossAnd: false)
        if let first = head.split(separator: " ").first.map(String.init), !IdeaVocabulary.manages(first),
            !IdeaVocabulary.imperatives.contains(first), let subject = subject(in: head)
        {
            return subject
        }
        for (index, word) in words.enumerated() {
            let opens =
                IdeaVocabulary.determiners.contains(word.lower) || ["with", "on", "in", "from"].contains(word.lower)
            guard opens, index + 1 < words.count, !words[index + 1].opensClause else { continue }
            if let subject = subject(in: nounPhrase(from: index + 1, longest: 3, acrossAnd: false)) { return subject }
        }
        return nil
    }

    /// Words that may be nouns, in order.
    var nouns: [String] {
        words.map(\.lower).filter { word in
            !IdeaVocabulary.endsOfSubject.contains(word) && !IdeaVocabulary.imperatives.contains(word)
                && !IdeaVocabulary.onlyVerbs.contains(word) && !Self.emptyThings.contains(word)
        }
    }

    /// A name inside a sentence: "Japan".
    var properName: String? {
        words.enumerated().first { index, word in
            index > 0 && !word.opensClause && word.text.first?.isUppercase == true && word.lower.utf8.count > 2
                && word.text != word.text.uppercased() && !isTechnology(word.text)
        }?.element.text
    }

    /// What is left of a phrase without verbs after it and without the kind of app: "nail bar", "meditation".
    private func subject(in text: String) -> String? {
        var phrase = text.split(separator: " ").map(String.init)
        if let owner = phrase.lastIndex(where: { $0.hasSuffix("'s") || $0.hasSuffix("\u{2019}s") }) {
            phrase.removeSubrange(...owner)
        }
        if let verb = phrase.dropFirst().firstIndex(where: IdeaVocabulary.manages) { phrase.removeSubrange(verb...) }
        if let end = phrase.firstIndex(where: Self.endsSubject) { phrase.removeSubrange(end...) }
        while let last = phrase.last, IdeaVocabulary.kindsOfApp.contains(last) { phrase.removeLast() }
        phrase = Array(phrase.prefix(3))
        let subject = phrase.joined(separator: " ")
        guard let first = phrase.first, let last = phrase.last, !IdeaVocabulary.relatives.contains(first),
            !IdeaVocabulary.contracted.contains(first), !Self.isPeople(first),
            !phrase.allSatisfy(Self.emptyThings.contains), !isProperName(subject),
            OwnEntity.isNamable(subject), phrase.count > 1 || !Self.isActivity(last)
        else { return nil }
        return subject
    }

    /// Whether a word says what somebody does or how, so that no noun goes on there: "my barber **still** uses …".
    private static func endsSubject(_ word: String) -> Bool {
        let plain = Words.split(word).joined()
        return IdeaVocabulary.endsOfSubject.contains(plain) || emptyThings.contains(plain)
            || plain.hasSuffix("s") && IdeaVocabulary.endsOfSubject.contains(String(plain.dropLast()))
    }

    /// "phoning" is an activity, "wedding" a thing.
    private static func isActivity(_ word: String) -> Bool {
        word.hasSuffix("ing") && !IdeaVocabulary.thingsInIng.contains(word)
    }

    /// Whether a phrase is written with capitals inside a sentence: "Bristol", "South America".
    private func isProperName(_ phrase: String) -> Bool {
        Words.split(phrase).allSatisfy { part in
            words.enumerated().contains { index, word in
                index > 0 && !word.opensClause && word.lower == part && word.text.first?.isUppercase == true
                    && word.text != word.text.uppercased()
            }
        }
    }

    /// A word such as "book" or "order" is a verb at the start, after "to", "and", "can", a comma or people.
    private func isVerb(at index: Int) -> Bool {
        guard index > 0 else { return true }
        let word = words[index].lower
        if word.hasSuffix("ing") {
            return !["a", "an", "the"].contains(words[index - 1].lower) && index + 1 < words.count
        }
        let before = words[index - 1].lower
        let isThirdPerson = word.hasSuffix("s") && IdeaVocabulary.relatives.contains(before)
        return words[index].opensClause || Self.isPeople(before) || isThirdPerson
            || [
                "to", "and", "can", "or", "me", "us", "them", "i", "we", "you", "who", "that", "they", "and", "must",
                "should",
                "easily", "themselves", "will", "let", "help", "could", "people",
            ].contains(before)
    }

    /// Up to `longest` words until a boundary, without leading determiners, in lower case.
    private func nounPhrase(from start: Int, longest: Int, acrossAnd: Bool) -> String {
        var phrase: [String] = []
        var index = start
        while index < words.count, phrase.count < longest {
            let word = words[index]
            if word.opensClause, index > start { break }
            if acrossAnd, word.lower == "and", let last = phrase.last, Self.isPeople(last) {
                let next = nounPhrase(from: index + 1, longest: 3, acrossAnd: false)
                return Self.isPeople(next)
                    ? (phrase + ["and", next]).joined(separator: " ") : phrase.joined(separator: " ")
            }
            if word.lower == "of", let last = phrase.last, IdeaVocabulary.containers.contains(last) {
                // "a chain of bakeries": the bakeries.
                phrase = []
                index += 1
                continue
            }
            if IdeaVocabulary.boundaries.contains(word.lower), !isPartOfWord(at: index) { break }
            if !phrase.isEmpty, ["among", "between"].contains(word.lower) { break }
            // "vegetables directly to restaurants"
            if !phrase.isEmpty, word.lower.hasSuffix("ly"), !IdeaVocabulary.nounsInLy.contains(word.lower) { break }
            if !phrase.isEmpty, IdeaVocabulary.determiners.contains(word.lower) { break }
            if phrase.isEmpty, IdeaVocabulary.determiners.contains(word.lower) || Int(word.lower) != nil {
                index += 1
                continue
            }
            if !phrase.isEmpty, IdeaVocabulary.managingVerbs.contains(word.lower),
                Self.isPeople(phrase.last ?? "") || IdeaVocabulary.onlyVerbs.contains(word.lower)
            {
                break
            }
            phrase.append(spelling(of: word, at: index))
            index += 1
        }
        return phrase.joined(separator: " ")
    }

    /// "hand made", "home built": the boundary belongs to the word before.
    private func isPartOfWord(at index: Int) -> Bool {
        index > 0 && ["hand", "home", "self", "custom"].contains(words[index - 1].lower)
            && ["made", "built", "written"].contains(words[index].lower)
    }

    /// A word in the middle of a sentence: "YouTube", "German" and "CRM" keep their capitals.
    private func spelling(of word: Word, at index: Int) -> String {
        let isInside = index > 0 && !word.opensClause
        let keeps =
            word.text.dropFirst().contains(where: \.isUppercase) || isInside && word.text.first?.isUppercase == true
        return keeps ? word.text : word.text.lowercased()
    }

    /// The words from `start` to the first plural of people, where one comes within five words.
    private func peoplePhrase(from start: Int) -> String? {
        var phrase: [String] = []
        for (index, word) in words.enumerated().dropFirst(start).prefix(5) {
            // "Match retired engineers with …": whom somebody does something to, after the verb.
            if phrase.isEmpty, index == start, !Self.isPeople(word.lower), IdeaVocabulary.acts(word.lower) { continue }
            if word.lower == "of", let last = phrase.last, IdeaVocabulary.containers.contains(last) {
                phrase = []
                continue
            }
            if IdeaVocabulary.boundaries.contains(word.lower) || (word.opensClause && !phrase.isEmpty) { return nil }
            if phrase.isEmpty, IdeaVocabulary.determiners.contains(word.lower) || Int(word.lower) != nil { continue }
            if ["wants", "want", "needs", "need", "has", "have"].contains(word.lower) { return nil }
            if phrase.isEmpty, Self.isCommand(word.lower) { continue }
            phrase.append(word.isOwner ? word.lower : spelling(of: word, at: index))
            if Self.isPeople(word.lower), !word.isOwner { return phrase.joined(separator: " ") }
        }
        return nil
    }

    /// "help", "tells": what comes before whom somebody speaks of.
    private static func isCommand(_ word: String) -> Bool {
        IdeaVocabulary.imperatives.contains(word) || IdeaVocabulary.onlyVerbs.contains(word)
            || word.hasSuffix("s") && IdeaVocabulary.imperatives.contains(String(word.dropLast()))
    }

    static func isPeople(_ phrase: String) -> Bool { People.areMeant(by: phrase) }

    private mutating func addAudience(_ phrase: String) {
        let clipped = Clip.words(phrase.replacing("\u{2019}s ", with: " ").replacing("'s ", with: " "), 60)
        guard clipped.unicodeScalars.count > 2, audience.count < 3, !audience.contains(clipped) else { return }
        guard !["people", "users", "others", "individuals"].contains(clipped) else { return }
        // "For the browser" names where it runs.
        let machines = ["browser", "computer", "printer", "server", "scanner", "router", "reader", "monitor", "timer"]
        guard !machines.contains(English.singular(of: Words.split(clipped).last ?? "")) else { return }
        audience.append(clipped)
    }

    private mutating func addThing(_ phrase: String) {
        // "our café's takings": the takings.
        let owned = phrase.split(separator: " ").split { $0.hasSuffix("'s") || $0.hasSuffix("\u{2019}s") }.last ?? []
        let clipped = Clip.words(owned.joined(separator: " "), 48)
        let parts = Words.split(clipped)
        let says = parts.contains { $0.count > 2 && !Self.emptyThings.contains($0) }
        guard !Self.isPeople(English.plural(of: clipped)) else { return }
        guard !isProperName(clipped), parts.count > 1 || !Self.isActivity(parts.last ?? "") else { return }
        guard parts.count > 1 || !IdeaVocabulary.kindsOfApp.contains(clipped) else { return }
        guard !Self.isPeople(clipped), !IdeaVocabulary.relatives.contains(parts.first ?? "") else { return }
        guard !["out", "up", "off", "down", "in", "away"].contains(parts.last ?? "") else { return }
        guard !parts.contains(where: IdeaVocabulary.endsOfSubject.contains) else { return }
        guard Self.topic(of: parts.last ?? "") != .payments else { return }
        guard says, things.count < 4, !things.contains(clipped), !audience.contains(clipped) else { return }
        guard Self.topic(of: clipped) == nil, !isTechnology(clipped) else { return }
        things.append(clipped)
    }

    private func isTechnology(_ phrase: String) -> Bool {
        ["ios", "iphone", "android", "mvp", "mobile", "windows", "mac", "web"].contains(phrase.lowercased())
            || IdeaVocabulary.technologies.contains { $0.name.lowercased() == phrase.lowercased() }
    }

    private static let emptyThings: Set<String> = [
        "app", "apps", "application", "website", "site", "platform", "tool", "system", "software", "thing", "things",
        "stuff",
        "something", "everything", "anything", "free", "sale", "rent", "hire", "fun", "mvp", "now", "how", "what",
        "when",
        "their", "them", "each", "one", "other", "others", "me", "us", "web", "way", "ways", "track", "online", "day",
        "life",
        "work", "time", "version", "hour", "partner", "someone", "part-time", "full-time", "part", "full", "result",
        "results", "link", "links", "touch", "advance", "general", "trial", "week", "people", "the", "and", "all",
        "help", "use", "see", "much", "home", "internet", "minute", "minutes", "number", "numbers", "place", "places",
        "lot", "lots", "late", "nobody", "somebody", "everybody", "whether", "count", "screen", "year", "month",
        "town", "phone", "idea", "question", "questions", "hand", "point", "points", "somewhere",
    ]
}
