import Patterns

/// An idea with the user's answers, placed in its pattern: all that the requirements are made from.
struct ProjectBrief: Sendable {
    let pattern: ProjectPattern
    var reading: IdeaReading {
        didSet {
            toldFeatures = OwnWords.told(in: sentences, reading: reading)
            tongue = Tongue(reading.text)
            analogy = Self.analogy(sentences, tongue, guess)
            shape = Self.shape(reading, sentences, isLikened: analogy != nil || guess != nil)
        }
    }
    /// The language of the idea.
    private(set) var tongue: Tongue
    /// "Strava for dog walkers", where an idea begins with such words.
    private(set) var analogy: Analogy?
    private(set) var shape: ProjectShape
    /// The idea says next to nothing about what the app does.
    let isVague: Bool
    /// Answered questions in the order in which they were asked.
    let decisions: [Decision]
    /// What the request's `target_audience` names.
    let statedAudience: [String]
    /// How near the idea is to its pattern, 0-1.
    let similarity: Double
    /// The sentences of the idea, and of the answers that add to it.
    let sentences: [IdeaSentence]
    /// All that the idea and the answers say, each of it once.
    let statements: [Statement]
    /// Conflicts that nobody was asked about; the first way was taken.
    var assumed: [IdeaConflict] = []
    /// Whether the idea speaks of what its pattern is about, as far as its words are understood.
    private let fits: Bool
    /// What the idea says beyond naming a kind of project, one feature for each.
    private(set) var toldFeatures: [ProjectPattern.Feature]
    /// What kind of product it is by the words of its opening; nil where none is known.
    let guess: ProductGuess?
    /// Whether the person picked the pattern by an answer.
    var isChosen = false

    init(
        pattern: ProjectPattern, reading: IdeaReading, isVague: Bool, decisions: [Decision], statedAudience: [String],
        similarity: Double = 1, sentences: [IdeaSentence] = [], statements: [Statement] = [], isPlaced: Bool = false
    ) {
        self.pattern = pattern
        self.reading = reading
        self.isVague = isVague
        self.decisions = decisions
        self.statedAudience = statedAudience
        self.similarity = similarity
        self.sentences = sentences
        self.statements = statements
        toldFeatures = OwnWords.told(in: sentences, reading: reading)
        guess = ProductGuess(statements, text: reading.text)
        fits = isPlaced || Self.fits(reading, pattern, similarity)
        tongue = Tongue(reading.text)
        analogy = Self.analogy(sentences, tongue, guess)
        shape = Self.shape(reading, sentences, isLikened: analogy != nil || guess != nil)
    }

    /// Whether the idea is near its pattern, by the similarity that is shown and by what its words say.
    ///
    /// Set with 818 ideas that people would give a pattern and 100 that none is for; a foreign idea, of which fewer
    /// words are known, has to be nearer.
    private static func fits(_ reading: IdeaReading, _ pattern: ProjectPattern, _ similarity: Double) -> Bool {
        let fit = PatternLibrary.fit(of: reading.subjectText, with: pattern.id)
        // Who swaps seeds plans no garden, and who gives books away runs no shop.
        if reading.isForeign, reading.passesThingsOn { return false }
        // "Parking for our office: …" begins with what it is.
        let opening = Set(Words.split(reading.text, limit: 4).map(Words.stem))
        if !reading.isForeign, opening.contains(Words.stem(pattern.label.lowercased())), similarity >= 0.4 {
            return true
        }
        if reading.isForeign { return similarity >= 0.65 && fit.map { $0 >= OwnWords.threshold } ?? true }
        // Where the text names the kind of project, a long one says much besides that makes it less alike.
        guard let fit else { return similarity >= (reading.words.count > 15 ? 0.4 : 0.6) }
        return similarity >= 0.6 && fit >= OwnWords.threshold
    }

    /// What a board or a shop needs is known better by its kind than by the product that it is likened to.
    private static func analogy(
        _ sentences: [IdeaSentence], _ tongue: Tongue, _ guess: ProductGuess?
    ) -> Analogy? {
        let found = sentences.prefix(2).lazy.compactMap { Analogy($0.text, tongue: tongue) }.first
        return found?.lendsWay == false && guess != nil ? nil : found
    }

    /// Whether the pattern is about something else, or no template makes such a program, or nothing but the idea's own
    /// words is wanted.
    var isFarFromAll: Bool {
        if !shape.hasTemplate || reading.isMinimal { return true }
        // The patterns' texts are English, and a document is in one language.
        if reading.isForeign, !isChosen { return true }
        // Who wants a product's way of working wants none of what it is about.
        if !isChosen, let analogy, analogy.lendsWay || !toldFeatures.isEmpty { return true }
        if !isChosen, toldFeatures.count > 1, isAgainstPattern { return true }
        // "A volunteer shift planner" keeps no staff files, however alike the words are.
        if !isChosen, decisions.isEmpty, statements.contains(where: \.isFirst), let guess, guess.isSure,
            !guess.kind.patterns.contains(pattern.id)
        {
            return true
        }
        return !fits || !isChosen && tellsOtherThings
    }
    /// The shape of the program; who likens it to a well-known app wants one.
    private static func shape(
        _ reading: IdeaReading, _ sentences: [IdeaSentence], isLikened: Bool
    ) -> ProjectShape {
        var shape = ProjectShape(reading.text, technologies: reading.technologies)
        // "Sam is nine. We want a game …": what the first wish names.
        if shape.hasTemplate, let wish = sentences.first(where: { $0.kind == .wish }), wish != sentences.first {
            let named = ProjectShape(IdeaOpening.without(wish.text), technologies: reading.technologies)
            if named != .open { shape = named }
        }
        // What is booked, lent or shared by people has pages, also where the idea does not say so; and so has an app.
        let isApp = Words.split(reading.text, limit: 12).contains {
            ["app", "aplicacao", "aplicacion", "application", "appli", "applicazione", "aplikacja", "aplikacje"]
                .contains($0)
        }
        return shape == .open && (isLikened || isApp) ? .pages : shape
    }

    /// Whether a person told what it shall do, so that the pattern has nothing to guess.
    var isTold: Bool { toldFeatures.count > 1 || reading.only.isEmpty && tellsOneThing }

    /// "Una app para repartir gastos": a kind of program, and what it is for.
    private var tellsOneThing: Bool {
        reading.isForeign && toldFeatures.count == 1 && (sentences.first { $0.kind == .wish }?.clauses.count ?? 0) > 1
    }

    /// Whether the idea rules out most of what makes its pattern: a shop where nothing is sold is none.
    private var isAgainstPattern: Bool {
        let core = pattern.features.filter { $0.priority == .must }
        let refused = core.count { $0.isRefused(by: reading, fill: fill) }
        return reading.rulesOut(pattern.label) || !core.isEmpty && refused * 2 > core.count
    }

    /// Whether hardly anything that the idea tells is what the pattern is about.
    private var tellsOtherThings: Bool {
        let told = toldFeatures
        // "A help desk for laundromats": the kind is named, and what is told is told of it.
        let isNamed = similarity >= 0.7 && PatternLibrary.fit(of: reading.subjectText, with: pattern.id) == nil
        guard told.count > 1, !isNamed || reading.isForeign || decisions.contains(where: { !$0.isOption }) else {
            return false
        }
        // What is told in another language shares no words with the pattern's features; its lexicon knows some.
        if reading.isForeign {
            return told.count { PatternLibrary.speaks(of: pattern.id, in: $0.name) } * 2 < told.count
        }
        let known = told.count { feature in pattern.features.contains { IdeaTrace.covers($0, feature.name, self) } }
        return known * 4 < told.count
    }
    /// "0.83".
    var shownSimilarity: String {
        let hundredths = Int((max(0, min(1, similarity)) * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }

    struct Decision: Sendable, Hashable {
        let question: String
        let answer: String
        /// Whether the answer was one of those offered.
        var isOption = true
    }

    /// The audience of somebody who makes it for themselves.
    static let onePerson = "one person"

    /// Whether words stand for anybody, who gives no program its name: "anyone", "all people".
    static func isAnybody(_ who: String) -> Bool {
        Words.split(who).allSatisfy {
            [
                "anyone", "anybody", "everyone", "everybody", "someone", "somebody", "people", "person", "persons",
                "users",
                "user", "all", "any", "others", "folks", "humans", "everything", "whoever",
            ].contains($0)
        }
    }

    /// Plural, lower case: "dog walkers".
    var audience: String {
        // "Sellers and buyers" are nobody where nothing is to be sold.
        namedAudiences.first ?? (reading.rulesOut(pattern.audience) ? "people" : pattern.audience)
    }
    var hasAudience: Bool { !(statedAudience.isEmpty && reading.audience.isEmpty) }

    /// Whom the idea names as the app's users; the other side of their business comes after them.
    var namedAudiences: [String] {
        let read = pattern.isForOperators ? reading.audience.filter { !Self.otherSide.contains($0) } : reading.audience
        return statedAudience + read
    }

    private static let otherSide: Set<String> = [
        "customers", "clients", "guests", "visitors", "patients", "users", "callers", "diners", "buyers", "people",
    ]

    /// One of the audience: "dog walker", "person with a goal".
    var oneOfAudience: String {
        for link in [" and ", " with ", " in ", " from ", " of ", " at "] {
            guard let place = audience.range(of: link) else { continue }
            let head = English.singular(of: String(audience[..<place.lowerBound]))
            return link == " and " ? head : head + audience[place.lowerBound...]
        }
        return English.singular(of: audience)
    }

    /// What people read, talk or play about there, where the idea says it.
    var subjects: [String] {
        pattern.hasTopics ? reading.things.filter { !IdeaVocabulary.anybodysThings.contains($0) } : []
    }

    /// Kinds of record that the idea names beyond those of the pattern, at most three.
    var ownEntities: [ProjectPattern.Entity] {
        var entities: [ProjectPattern.Entity] = []
        if let trade = reading.trade, statedAudience.isEmpty, pattern.isForTrades {
            // Nobody keeps records of yoga or music.
            if let object = trade.object, English.plural(of: object) != object {
                entities.append(OwnEntity.object(object))
            }
            entities.append(OwnEntity.activity(trade.activity))
        }
        // What a shop sells is its products already.
        let hasOwn = !pattern.hasTopics && !pattern.promise.contains("{things}") && !reading.isForeign
        for thing in reading.things where OwnEntity.isNamable(thing) && hasOwn {
            entities.append(OwnEntity.object(English.singular(of: thing)))
        }
        let known = Set(pattern.entities.flatMap { [$0.name, $0.plural] })
        var seen = known
        return Array(entities.filter { seen.insert($0.name).inserted && !known.contains($0.plural) }.prefix(3))
    }

    /// What is managed, plural: "dogs", or the pattern's own thing.
    var things: String {
        (reading.isForeign ? nil : reading.things.first(where: OwnEntity.isNamable)).map {
            English.isPlural($0) ? $0 : English.plural(of: $0)
        }
            ?? pattern.entities[0].plural
    }

    /// Puts the brief's words into a text of the pattern.
    func fill(_ text: String) -> String {
        guard text.contains("{") else { return text }
        let one = oneOfAudience
        let thing = English.singular(of: things)
        return
            text.replacing("{who}", with: audience).replacing("{Who}", with: audience.capitalisedFirst)
            .replacing("{one}", with: one).replacing("{One}", with: one.capitalisedFirst)
            .replacing("{things}", with: things).replacing("{Things}", with: things.capitalisedFirst)
            .replacing("{thing}", with: thing).replacing("{Thing}", with: thing.capitalisedFirst)
    }
}

extension ProjectPattern {
    /// Whether those who run a business use it, rather than those whom they serve.
    var isForOperators: Bool {
        ["crm", "booking", "helpdesk", "restaurant", "inventory", "cms", "saas", "delivery"].contains(id)
    }

    /// Whether what an idea names is what people there read, talk or play about, and nothing that is kept as a record.
    var hasTopics: Bool {
        [
            "news", "video", "education", "forum", "blog", "wiki", "dashboard", "survey", "chat", "social", "music",
            "game", "ai-assistant", "restaurant", "dating", "habit-tracker",
        ].contains(id)
    }

    /// Whether the daily work of a trade is managed in it: the walks of dog walkers, the shoots of photographers.
    var isForTrades: Bool { ["crm", "booking", "project-management"].contains(id) }
}

/// Records that an idea names: their fields and believable examples.
enum OwnEntity {
    static func object(_ name: String) -> ProjectPattern.Entity {
        ProjectPattern.Entity(
            name, samples(for: name),
            [
                .title("name"), .choice("status", "new", "active", "resting"), .date("added on"), .long("notes"),
            ])
    }

    /// Of which nothing is known but its name.
    static func record(_ name: String) -> ProjectPattern.Entity {
        ProjectPattern.Entity(name, samples(for: name), [.title("name"), .date("added on"), .long("notes")])
    }

    static func activity(_ name: String) -> ProjectPattern.Entity {
        ProjectPattern.Entity(
            name, ["Morning \(name)", "Afternoon \(name)", "Weekend \(name)"],
            [
                .title("title"), .date("takes place on"), .number("minutes"),
                .choice("status", "planned", "done", "cancelled"), .long("notes"),
            ])
    }

    /// Whether a phrase can name a type in code: Latin letters, not too long.
    static func isNamable(_ phrase: String) -> Bool {
        let words = Words.split(phrase)
        return (1...3).contains(words.count) && words.allSatisfy { $0.utf8.allSatisfy { (97...122).contains($0) } }
            && words.joined().utf8.count <= 32 && words.joined().utf8.count >= 3
    }

    private static let animals: Set<String> = [
        "dog", "cat", "horse", "puppy", "rabbit", "bird", "pet", "kitten", "pony",
    ]

    private static func samples(for name: String) -> [String] {
        if animals.contains(name) { return ["Bella", "Max", "Luna", "Pepper"] }
        return ["Cedar \(name)", "Harbour \(name)", "Amber \(name)"]
    }
}
