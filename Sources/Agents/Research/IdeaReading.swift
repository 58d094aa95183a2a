import Patterns

/// What a one-line idea says, as far as its wording shows it.
///
/// Reading never fails: an empty or unreadable idea just says nothing.
struct IdeaReading: Sendable {
    /// The idea in one line: control characters gone, white space collapsed.
    let text: String
    /// The name that the idea gives itself: "called Pawtrail".
    private(set) var givenName: String?
    /// Plural noun phrases of people, lower case: "dog walkers".
    var audience: [String] = []
    /// Noun phrases of what is managed: "handmade candles".
    private(set) var things: [String] = []
    private(set) var wanted: Set<ProjectPattern.Topic> = []
    private(set) var refused: Set<ProjectPattern.Topic> = []
    private(set) var postponed: Set<ProjectPattern.Topic> = []
    /// "Just scheduling": all that the first version shall do.
    private(set) var only: Set<ProjectPattern.Topic> = []
    private(set) var platforms: [Platform] = []
    private(set) var technologies: [String] = []
    /// Demands in whole sentences: privacy laws, places, limits.
    private(set) var demands: [String] = []
    /// Whether the idea says what its users do there.
    private(set) var namesActions = false
    let words: [Word]

    enum Platform: String, Sendable { case ios, android, desktop, mobile, commandLine, web }

    struct Word: Sendable, Hashable {
        let text: String
        let lower: String
        let stem: String
        /// A comma, a full stop or a bracket stands before this word.
        let opensClause: Bool
        /// Somebody's: "gym's"; `lower` and `stem` are those of "gym".
        let isOwner: Bool
    }

    init(_ idea: String) {
        text = Self.oneLine(idea)
        words = Self.split(text)
        givenName = readName()
        readAudience()
        readThings()
        readTopics()
        readPlatforms()
        readTechnologies()
        readDemands()
    }

    /// One activity and one object for an audience such as "dog walkers": "walk" and "dog".
    var trade: (object: String?, activity: String)? {
        guard let who = audience.first else { return nil }
        let one = English.singular(of: who).split(separator: " ").map(String.init)
        guard let agent = one.last, let activity = IdeaVocabulary.activities[agent] else { return nil }
        let lead = one.dropLast().filter { !IdeaVocabulary.sortsOfPeople.contains($0) }
        guard agent != "planner" || lead.isEmpty else { return (nil, lead.joined(separator: " ")) }
        return (lead.isEmpty ? nil : lead.joined(separator: " "), activity)
    }

    /// At most this many words are read for meaning; the text itself is kept whole.
    static let longestRead = 600
    static let longestText = 20_000

    /// Nothing that is invisible, or that turns the direction of a text, gets into a document or into code.
    private static let unprintable: Set<Unicode.GeneralCategory> = [.format, .unassigned, .privateUse, .surrogate]

    /// A joiner is printable inside an emoji only.
    private static func isPrintable(_ scalar: Unicode.Scalar, after last: Unicode.Scalar?) -> Bool {
        if scalar == "\u{200D}", let last {
            return last == "\u{FE0F}" || last.properties.isEmoji && last.value > 0xFF
        }
        return !unprintable.contains(scalar.properties.generalCategory) && scalar != "\u{FFFD}"
    }

    static func oneLine(_ text: String) -> String {
        var line = String.UnicodeScalarView()
        var space = false
        for scalar in text.unicodeScalars.prefix(longestText) {
            let isSpace = scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
            if isSpace {
                space = !line.isEmpty
            } else if Self.isPrintable(scalar, after: line.last) {
                if space { line.append(" ") }
                space = false
                line.append(scalar)
            }
        }
        return String(line)
    }

    /// "gym" of "gym's"; nil for other words, such as "what's".
    private static func owner(in word: String) -> String? {
        guard word.hasSuffix("'s") || word.hasSuffix("\u{2019}s") else { return nil }
        let base = String(word.dropLast(2))
        return IdeaVocabulary.contracted.contains(base.lowercased()) ? nil : base
    }

    private static func split(_ text: String) -> [Word] {
        var words: [Word] = []
        var current = String.UnicodeScalarView()
        var opens = false
        func flush() {
            guard !current.isEmpty else { return }
            while current.last == "'" || current.last == "\u{2019}" || current.last == "-" { current.removeLast() }
            let word = String(current)
            let owner = Self.owner(in: word)
            let lower = Words.split(owner ?? word).joined(separator: "-")
            words.append(
                Word(text: word, lower: lower, stem: Words.stem(lower), opensClause: opens, isOwner: owner != nil))
            current = .init()
            opens = false
        }
        for scalar in text.unicodeScalars {
            if words.count >= longestRead { break }
            let joins = (scalar == "-" || scalar == "'" || scalar == "\u{2019}") && !current.isEmpty
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || joins
                || scalar.properties.generalCategory == .nonspacingMark && !current.isEmpty
            {
                current.append(scalar)
            } else {
                flush()
                if scalar != " " && scalar != "\"" && scalar != "'" { opens = true }
            }
        }
        flush()
        return words
    }
}

extension IdeaReading {
    private mutating func readTopics() {
        var limited = false
        for (index, word) in words.enumerated() {
            if word.opensClause || IdeaVocabulary.refusals.contains(word.lower) { limited = false }
            if IdeaVocabulary.limits.contains(word.lower) { limited = true }
            guard let topic = Self.topicByStem[word.stem] ?? Self.topicByStem[word.lower] else { continue }
            // "for translation agencies" asks for no translations.
            if audience.contains(where: { Words.split($0).contains(word.lower) }) { continue }
            let before = words[max(0, index - 3)..<index].map(\.lower)
            let isRefused = before.contains { IdeaVocabulary.refusals.contains($0) }
            let nearby = words[max(0, index - 1)...min(words.count - 1, index + 1)].map(\.lower)
            // "no payments, reviews later": what stands beside "later" is only put off.
            if nearby.contains(where: { IdeaVocabulary.postponements.contains($0) }) {
                postponed.insert(topic)
            } else if isRefused {
                refused.insert(topic)
            } else {
                wanted.insert(topic)
                if limited { only.insert(topic) }
            }
        }
        // "no payments … takes payments": the refusal is what was meant.
        wanted.subtract(refused)
        wanted.subtract(postponed)
        only.subtract(refused)
    }

    private mutating func readPlatforms() {
        let known: [(String, Platform)] = [
            ("ios", .ios), ("iphone", .ios), ("ipad", .ios), ("android", .android), ("desktop", .desktop),
            ("mac", .desktop),
            ("windows", .desktop), ("mobile", .mobile), ("phone", .mobile), ("phones", .mobile),
            ("smartphone", .mobile),
            ("cli", .commandLine),
            ("web", .web), ("website", .web), ("browser", .web),
        ]
        for word in words {
            guard let platform = known.first(where: { $0.0 == word.lower })?.1, !platforms.contains(platform) else {
                continue
            }
            platforms.append(platform)
        }
    }

    private mutating func readTechnologies() {
        // Compared without dots and dashes, "Next.js" being "next js" here.
        let line = " " + Words.split(text, limit: Self.longestRead).joined(separator: " ") + " "
        for (phrase, name) in IdeaVocabulary.technologies where !technologies.contains(name) {
            guard line.contains(" \(phrase) ") else { continue }
            // "express yourself", "react to posts" and "rust removal" are no technologies.
            let ambiguous = ["react", "express", "rust", "rails", "swift", "flask", "angular"].contains(phrase)
            if ambiguous, !line.contains(" \(phrase) app "), !isWrittenAsName(phrase) { continue }
            technologies.append(name)
        }
    }

    /// Whether a word stands with a capital inside a sentence, or after "in", "with" or "using".
    private func isWrittenAsName(_ word: String) -> Bool {
        words.enumerated().contains { index, candidate in
            guard candidate.lower == word, index > 0 else { return false }
            let before = words[index - 1].lower
            return candidate.text.first?.isUppercase == true || ["in", "with", "using", "and", "on"].contains(before)
        }
    }

    private mutating func readDemands() {
        let known: [(String, String)] = [
            ("gdpr", "GDPR: a record of processing, export and deletion on request, data kept in the EU"),
            ("hipaa", "HIPAA: access log, encryption at rest and in transit, agreements with every processor"),
            ("coppa", "COPPA: a parent's consent before data of a child is kept"),
            ("anonymous", "People can take part without a name; nothing that identifies them is stored"),
            ("anonymously", "People can take part without a name; nothing that identifies them is stored"),
            ("encrypted", "Content is encrypted on the device before it is stored"),
            ("encryption", "Content is encrypted on the device before it is stored"),
            ("private", "Private by default: nothing is public until its owner says so"),
            ("privacy", "Privacy first: no third-party tracking, and only the data that a feature needs"),
            ("self-hosted", "Runs on the owner's own server from one container, without outside services"),
            ("offline", "Everything needed daily works without a connection and is synchronised later"),
            ("accessible", "WCAG 2.2 AA, checked with a screen reader and with the keyboard alone"),
            ("kids", "Made for children: plain words, no advertising, a parent's consent for accounts"),
            ("children", "Made for children: plain words, no advertising, a parent's consent for accounts"),
            ("open-source", "Open source from the first commit, with a licence and a contribution guide"),
            ("multilingual", "All texts come from a catalogue, so that languages can be added without code"),
            ("realtime", "Changes reach other people within one second"),
            ("real-time", "Changes reach other people within one second"),
        ]
        let spoken = Set(words.flatMap { [$0.lower] + $0.lower.split(separator: "-").map(String.init) })
        for (word, demand) in known where spoken.contains(word) && !demands.contains(demand) { demands.append(demand) }
        let line = " " + words.map(\.lower).joined(separator: " ") + " "
        if [" for free ", " free app ", " free to use ", " free of charge ", " free and open "].contains(
            where: line.contains)
        {
            demands.append("Free to use; costs must stay near zero for a small number of users")
        }
        let languages = IdeaVocabulary.languages.filter { spoken.contains($0.lowercased()) }
        if languages.count > 1 { demands.append("All texts in \(English.list(languages))") }
        if let place = readPlace() { demands.append("Made for \(place) first: local currency, formats and language") }
    }

    /// "in Berlin", "around South America": the capitalised words after such a preposition.
    private func readPlace() -> String? {
        let prepositions = ["in", "around", "near", "across", "for"]
        for (index, word) in words.enumerated() where prepositions.contains(word.lower) {
            let names = words[(index + 1)...].prefix(3).prefix { $0.text.first?.isUppercase == true && !$0.opensClause }
            let place = names.map(\.text).joined(separator: " ")
            let isTechnology = names.contains { name in IdeaVocabulary.technologies.contains { $0.name == name.text } }
            let isLanguage = names.contains { IdeaVocabulary.languages.contains($0.text) }
            let isAudience = audience.contains { $0.lowercased().hasPrefix(place.lowercased()) }
            // "the US" and "the UK" are no acronyms of things such as MVP.
            let isCapitals = place == place.uppercased() && !["US", "USA", "UK", "EU", "UAE"].contains(place)
            if !names.isEmpty, !isCapitals, !isTechnology, !isLanguage, !isAudience { return Clip.text(place, 60) }
        }
        return nil
    }

    private static let topicByStem: [String: ProjectPattern.Topic] = {
        var topics: [String: ProjectPattern.Topic] = [:]
        for (topic, words) in IdeaVocabulary.topics {
            for word in words.split(separator: " ") { topics[Words.stem(String(word))] = topic }
        }
        return topics
    }()

}

extension IdeaReading {
    private func readName() -> String? {
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

    private mutating func readAudience() {
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
    private mutating func readActors() {
        for (index, word) in words.enumerated() where index > 0 {
            guard word.opensClause || ["and", "that", "because", "while", "when"].contains(words[index - 1].lower),
                let phrase = peoplePhrase(from: index)
            else { continue }
            let next = words.dropFirst(index).first { $0.opensClause == false && IdeaVocabulary.acts($0.lower) }
            if next != nil { return addAudience(phrase) }
        }
    }

    private mutating func readThings() {
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

    /// Whether the idea is in another language than the documents: its nouns have other plurals.
    var isForeign: Bool { words.count { IdeaVocabulary.foreignWords.contains($0.lower) } >= 2 }

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
        guard Self.topicByStem[Words.stem(parts.last ?? "")] != .payments else { return }
        guard says, things.count < 4, !things.contains(clipped), !audience.contains(clipped) else { return }
        guard Self.topicByStem[Words.stem(clipped)] == nil, !isTechnology(clipped) else { return }
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

/// Texts within the schema's limits, counted in code points as Pydantic counts.
enum Clip {
    static func text(_ text: String, _ limit: Int) -> String {
        guard text.unicodeScalars.count > limit else { return text }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: text.unicodeScalars.prefix(limit - 1))
        return String(view).trimmingSpaces + "…"
    }

    /// Cuts at a word's end where there is one.
    static func words(_ text: String, _ limit: Int) -> String {
        guard text.unicodeScalars.count > limit else { return text }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: text.unicodeScalars.prefix(limit))
        let head = String(view)
        guard let space = head.lastIndex(of: " ") else { return head }
        return String(head[..<space])
    }
}

extension String {
    var trimmingSpaces: String {
        var part = Substring(self)
        while part.first?.isWhitespace == true { part.removeFirst() }
        while part.last?.isWhitespace == true { part.removeLast() }
        return String(part)
    }

    /// The first letter in upper case, the rest as it stands.
    var capitalisedFirst: String { isEmpty ? self : prefix(1).uppercased() + dropFirst() }
}

extension IdeaReading {
    /// This reading, of an idea with its answers, with the people and things that the idea alone named first.
    func keeping(_ first: IdeaReading) -> IdeaReading {
        var merged = self
        merged.audience = first.audience
        merged.things = first.things
        merged.givenName = first.givenName
        return merged
    }
}
