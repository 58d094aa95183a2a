import Patterns

/// What a one-line idea says, as far as its wording shows it.
///
/// Reading never fails: an empty or unreadable idea just says nothing.
struct IdeaReading: Sendable {
    /// The idea in one line: control characters gone, white space collapsed.
    let text: String
    /// The name that the idea gives itself: "called Pawtrail".
    var givenName: String?
    /// Plural noun phrases of people, lower case: "dog walkers".
    var audience: [String] = []
    /// Noun phrases of what is managed: "handmade candles".
    var things: [String] = []
    var wanted: Set<ProjectPattern.Topic> = []
    var refused: Set<ProjectPattern.Topic> = []
    var postponed: Set<ProjectPattern.Topic> = []
    /// "Just scheduling": all that the first version shall do.
    var only: Set<ProjectPattern.Topic> = []
    var platforms: [Platform] = []
    var technologies: [String] = []
    /// Demands in whole sentences: privacy laws, places, limits.
    var demands: [String] = []
    /// Whether the idea says what its users do there.
    var namesActions = false
    var refusals = RefusedPhrases()
    /// "Nothing else": only what the idea itself says is wanted.
    var isMinimal = false
    /// Topics that are both asked for and ruled out.
    var bothWays: Set<ProjectPattern.Topic> = []
    /// Conflicts that an answer, or their first option, has decided: nothing of them is open any more.
    var settled: Set<IdeaConflict> = []
    /// Sentences that an answer decided against.
    var opposedLosers: Set<String> = []
    let words: [Word]
    /// Whether the idea is in another language than the documents: its nouns have other plurals.
    let isForeign: Bool

    enum Platform: String, Sendable { case ios, android, desktop, mobile, commandLine, web }

    struct Word: Sendable, Hashable {
        let text: String
        let lower: String
        let stem: String
        /// A comma, a full stop or a bracket stands before this word.
        let opensClause: Bool
        /// A full stop, a colon, a question mark or the like stands before it, or nothing.
        let opensSentence: Bool
        /// Somebody's: "gym's"; `lower` and `stem` are those of "gym".
        let isOwner: Bool
    }

    init(_ idea: String) {
        text = Self.oneLine(idea)
        words = Self.split(text)
        isForeign = Tongue(text) != .english
        givenName = readName()
        readAudience()
        readThings()
        refusals = readRefusals()
        isMinimal = Self.isLimit(Self.withoutBounds(text))
        readTopics()
        readPlatforms()
        readTechnologies()
        readDemands()
    }

    /// Reads what a text rules out, and nothing else.
    ///
    /// `isForeign` says whether what it is a part of is in another language than English.
    init(refusalsIn idea: String, isForeign: Bool = false) {
        text = Self.oneLine(idea)
        words = Self.split(text)
        self.isForeign = isForeign || Tongue(text) != .english
        refusals = readRefusals()
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

    /// The text without what it rules out: "no chat" speaks of no chat.
    var plainText: String {
        guard !refusals.positions.isEmpty else { return text }
        return words.enumerated().filter { !refusals.positions.contains($0.offset) }
            .map { ($0.element.opensSentence && $0.offset > 0 ? ". " : "") + $0.element.text }.joined(separator: " ")
    }

    /// The plain text without the channel by which something is told: "by WhatsApp" makes nothing a chat.
    var subjectText: String {
        let by: Set<String> = [
            "by", "via", "over", "through", "using", "por", "per", "par", "uber", "pelo", "mit", "con", "com", "avec",
        ]
        let channels: Set<String> = ["whatsapp", "telegram", "signal", "messenger", "slack", "discord"]
        let words = plainText.split(separator: " ").map(String.init)
        return words.enumerated().filter { index, word in
            index == 0 || !channels.contains(Words.split(word).joined())
                || !by.contains(Words.split(words[index - 1]).joined())
        }.map(\.element).joined(separator: " ")
    }

    /// What stands before a refusal that ends the text: "a tide clock with no chat" → "a tide clock with"; nil where more
    /// follows, so that nothing can be cut off.
    var textBeforeRefusal: String? {
        guard let first = refusals.positions.min(), first > 0,
            words.indices.dropFirst(first).allSatisfy({
                refusals.positions.contains($0) || words[$0].lower == "or" || words[$0].lower == "and"
            }),
            let place = text.ranges(of: words[first].text).last
        else { return nil }
        var opening = String(text[..<place.lowerBound]).split(separator: " ").map(String.init)
        while let last = opening.last, RefusalWords.openings.contains(Words.split(last).joined()) {
            opening.removeLast()
        }
        return opening.isEmpty ? nil : opening.joined(separator: " ")
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
        var opensSentence = true
        func flush() {
            guard !current.isEmpty else { return }
            while current.last == "'" || current.last == "\u{2019}" || current.last == "-" { current.removeLast() }
            let word = String(current)
            let owner = Self.owner(in: word)
            let lower = Words.split(owner ?? word).joined(separator: "-")
            words.append(
                Word(
                    text: word, lower: lower, stem: Words.stem(lower), opensClause: opens, opensSentence: opensSentence,
                    isOwner: owner != nil))
            current = .init()
            opens = false
            opensSentence = false
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
                if ".!?:;".unicodeScalars.contains(scalar) { opensSentence = true }
            }
        }
        flush()
        return words
    }
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
