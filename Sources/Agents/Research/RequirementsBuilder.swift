import Models
import Patterns

/// Turns a brief into the requirements document.
struct RequirementsBuilder {
    let brief: ProjectBrief
    /// The request's `tech_stack`.
    let demandedStack: [String]

    private var reading: IdeaReading { brief.reading }
    private var pattern: ProjectPattern { brief.pattern }

    func build() -> RequirementsDoc {
        let features = chosenFeatures()
        let descriptions = described(features)
        var topics = features.reduce(into: Set<ProjectPattern.Topic>()) { $0.formUnion($1.topics) }
        if refusesCards || !takesMoney { topics.remove(.payments) }
        let name = appName()
        return RequirementsDoc(
            appName: name,
            elevatorPitch: pitch(name: name, features: features),
            targetAudience: personas(),
            coreFeatures: zip(features, descriptions).map { feature, description in
                Feature(
                    name: Clip.text(brief.fill(feature.name), 100), description: description,
                    priority: feature.priority.level)
            },
            recommendedStack: StackChoice(
                reading: reading, demanded: demandedStack, topics: topics
            ).technologies,
            technicalConstraints: constraints(features))
    }

    /// What was told has its criteria already; the others get those of the pattern's records, each of them once.
    private func described(_ features: [ProjectPattern.Feature]) -> [String] {
        let told = Set(told.map(\.name))
        let entities = brief.ownEntities + pattern.entities
        var used: Set<String> = []
        return features.map { feature in
            let text = brief.fill(feature.text)
            if told.contains(feature.name) || feature.topics.isEmpty { return Clip.text(text, 500) }
            var entity = entities.first { $0.name == feature.entity } ?? pattern.entities[0]
            if reading.refusesTrade { entity.fields.removeAll { $0.kind == .money } }
            let criteria = PatternCriteria(entity, named: brief.fill)
                .criteria(view: feature.view, topics: feature.topics, unused: &used)
            let isKnown = feature.priority == .must
            let isAsked = isKnown && !feature.topics.isDisjoint(with: reading.wanted.subtracting([.records]))
            let origin =
                isAsked ? "" : " " + ProductTexts.of(.english).frame(isKnown ? "derived" : "assumed", kindNamed)
            return AcceptanceCriteria.adding(criteria, to: text + origin, .english, longest: 500)
        }
    }

    /// The idea's words that its pattern was found by.
    private var kindNamed: String {
        let text = brief.statements.first(where: \.isFirst)?.text ?? reading.text
        // What is ruled out is no reason for anything.
        let opening = (IdeaReading(refusalsIn: text).textBeforeRefusal ?? text).trimmingCharacters(" ,;:")
        let cut = Clip.words(opening, 60)
        return cut == opening ? opening : cut + "…"
    }

    // MARK: Name and pitch

    private func appName() -> String {
        if let given = StatedName.given(in: reading.text) { return Clip.text(given, 100) }
        // What says more than a kind and names nobody is named by its own words.
        if brief.statements.first(where: \.isFirst)?.kind == .feature, brief.namedAudiences.isEmpty,
            reading.things.isEmpty
        {
            return statedName
        }
        var subject = subjectOfName()
        // "A newsletter tool for anyone": what it is, where it is for nobody in particular.
        if ProjectBrief.isAnybody(subject) { return statedName }
        let label = subject.lowercased().hasSuffix(pattern.label.lowercased()) ? "" : pattern.label
        // "Reading habit" and "Habits": "Reading Habits".
        let kind = " " + English.singular(of: label.lowercased())
        if !label.isEmpty, subject.lowercased().hasSuffix(kind) { subject.removeLast(kind.count) }
        let name = [Self.titleCase(subject), label].filter { !$0.isEmpty }.joined(separator: " ")
        return Clip.text(name, 100)
    }

    /// "Only me", "my own recipes only".
    private var isAlone: Bool {
        let line = SpokenLine(reading.text)
        return brief.statedAudience.first == ProjectBrief.onePerson
            || ["only me", "just me", "only for me", "just for me", "for myself"].contains(where: line.says)
    }

    /// Money is taken only where the idea asks for it, or where the kind of project lives by it.
    private var takesMoney: Bool {
        reading.wanted.contains(.payments) || reading.only.contains(.payments) || Clarifications.sells(pattern)
    }

    /// Where cards are ruled out, so is the service that takes them.
    private var refusesCards: Bool {
        reading.refusals.refused.contains { phrase in
            Words.split(phrase).contains { ["card", "cards", "stripe"].contains($0) }
        }
    }

    private var statedName: String {
        let name = StatedName(brief.statements, reading: reading, fallback: pattern.label).text
        // "Restaurant site with menu in two languages" is a restaurant site.
        guard let place = name.range(of: " with "), name[..<place.lowerBound].contains(" ") else { return name }
        return String(name[..<place.lowerBound])
    }

    private func subjectOfName() -> String {
        // "One Person Planner" would be nobody's name.
        if let who = brief.namedAudiences.first(where: { $0 != ProjectBrief.onePerson && !ProjectBrief.isAnybody($0) })
        {
            return who == brief.audience
                ? Clip.words(brief.oneOfAudience, 60) : English.singular(of: Clip.words(who, 60))
        }
        let candidates = [reading.things.first, reading.audience.first, reading.subject, reading.properName]
        // "Recipe Recipes" says nothing twice.
        let label = English.singular(of: pattern.label.lowercased())
        if let thing = candidates.lazy.compactMap({ $0 }).map({ English.singular(of: Clip.words($0, 60)) })
            .first(where: { $0.lowercased() != label })
        {
            return thing
        }
        if let word = pattern.tellingWord(of: reading.nouns), word != label { return word }
        let moods = ["Clear", "Bright", "Steady", "Open", "Brisk", "Calm", "Simple", "Daily"]
        return moods[Int(TextEmbedding.hash(reading.text) % UInt64(moods.count))]
    }

    private static func titleCase(_ phrase: String) -> String {
        phrase.split(separator: " ").map { String($0).capitalisedFirst }.joined(separator: " ")
    }

    private func pitch(name: String, features: [ProjectPattern.Feature]) -> String {
        let people = brief.namedAudiences
        let who = people.isEmpty ? brief.audience : English.list(people)
        let promise = brief.fill(pattern.promise)
        // A promise of what was ruled out is none.
        var text = "\(name) helps \(who) \(reading.rulesOut(promise) ? "with what they asked for" : promise)."
        let own = brief.ownEntities.map(\.plural)
        if !own.isEmpty { text += " It keeps track of \(English.list(own)), too." }
        if !brief.subjects.isEmpty { text += " It is about \(English.list(brief.subjects))." }
        let must = features.filter { $0.priority == .must }.prefix(4).map { Self.inSentence(brief.fill($0.name)) }
        if !must.isEmpty { text += " The first version covers \(English.list(Array(must)))." }
        if !reading.platforms.isEmpty { text += " Made for \(platformList())." }
        return Clip.text(text, 500)
    }

    /// A heading in the middle of a sentence: only words in capitals keep them.
    private static func inSentence(_ name: String) -> String {
        name.split(separator: " ").map { $0 == $0.uppercased() ? String($0) : $0.lowercased() }.joined(separator: " ")
    }

    private func platformList() -> String {
        let names: [IdeaReading.Platform: String] = [
            .ios: reading.platforms.count > 1 ? "iPhone" : "iPhone and iPad", .android: "Android",
            .desktop: "the desktop", .mobile: "phones",
            .web: "the browser",
            .commandLine: "the command line",
        ]
        return English.list(reading.platforms.compactMap { names[$0] })
    }

    /// A salon does nothing by itself: whoever owns it does.
    private func roleName(of written: String) -> String {
        let isOne = written.lowercased() == "{one}"
        if isOne, let last = Words.split(brief.oneOfAudience).last, StatedPeople.isPlace(last) { return "Owner" }
        return Clip.text(brief.fill(written), 100)
    }

    private func personas() -> [UserPersona] {
        let known = pattern.personas.filter { !reading.rulesOut([$0.role, $0.goal, $0.pain].joined(separator: " ")) }
        var personas = known.map {
            UserPersona(
                role: roleName(of: $0.role), goal: Clip.text(brief.fill($0.goal), 200),
                painPoint: Clip.text(brief.fill($0.pain), 200))
        }
        // Everybody whom the idea names is somebody to design for.
        for who in brief.namedAudiences.dropFirst() where !StatedPeople.isPlace(Words.split(who).last ?? "") {
            personas.insert(
                UserPersona(
                    role: Clip.text(English.singular(of: who).capitalisedFirst, 100),
                    goal: Clip.text("Get their part done without being taught how \(brief.audience) work", 200),
                    painPoint: "Today's tools were made for somebody else"), at: 1)
        }
        let one = brief.oneOfAudience
        let role = Clip.text(one.capitalisedFirst, 100)
        // A company does nothing by itself: its people stand there already.
        if let last = Words.split(one).last, StatedPeople.isPlace(last) {
            return isAlone ? Array(personas.prefix(1)) : personas
        }
        let isNamed = personas.contains {
            $0.role.lowercased().contains(one.lowercased()) || $0.role.contains(brief.audience)
        }
        let kind = one.split(separator: " ").last.map(String.init) ?? one
        if isAlone { return Array(personas.prefix(1)) }
        if isNamed { return personas }
        if let same = personas.firstIndex(where: { $0.role.lowercased() == kind.lowercased() }) {
            personas[same].role = role
        } else {
            personas.insert(
                UserPersona(
                    role: role, goal: Clip.text(brief.fill(pattern.promise).capitalisedFirst, 200),
                    painPoint: "Does it today with paper, messages and a spreadsheet"), at: 0)
        }
        return personas
    }

    // MARK: Features

    private func chosenFeatures() -> [ProjectPattern.Feature] {
        var features = ownFeatures() + pattern.features.filter { takesMoney || !$0.topics.contains(.payments) }
        let covered = features.reduce(into: Set<ProjectPattern.Topic>()) { $0.formUnion($1.topics) }
        for topic in ProjectPattern.Topic.allCases where reading.wanted.contains(topic) && !covered.contains(topic) {
            if let common = CommonFeatures.byTopic[topic] { features.append(common) }
        }
        features = features.filter { !$0.isRefused(by: reading, fill: brief.fill) }
        if !reading.only.isEmpty { features = features.filter(belongsToFirstVersion) }
        // Who uses it alone shares nothing.
        if isAlone || reading.keepsAllOnDevice {
            features = features.filter {
                $0.topics.isDisjoint(with: [.sharing, .messaging, .administration, .accounts])
            }
        }
        features = features.map(prioritised)
        features += leftovers(besides: features)
        // A whole sentence says more than the pattern's feature that is about the same.
        features += told.filter { wish in
            holdsBound(wish.text) || Words.split(wish.text, limit: 4).count > 3
                || !features.contains { IdeaTrace.covers($0, wish.text, brief) }
        }
        if !features.contains(where: { $0.priority == .must }) {
            features.insert(coreFeature(), at: 0)
        }
        return ordered(features)
    }

    /// What the idea says besides what it is.
    private var told: [ProjectPattern.Feature] {
        let opening = brief.statements.first(where: \.isFirst)?.text
        return WishReader(brief.statements, tongue: brief.tongue).wishes.filter { wish in
            (wish.sentence != opening || !reading.only.isEmpty || holdsBound(wish.sentence))
                && !OwnWords.isRuledOut(wish.clause, by: reading)
        }.map { $0.feature(brief.tongue, runs: false) }
    }

    /// What the opening says behind what it is, and no feature of the pattern speaks of: "with three stylists", "shipping
    /// only within the EU".
    private func leftovers(besides features: [ProjectPattern.Feature]) -> [ProjectPattern.Feature] {
        guard reading.only.isEmpty, let opening = brief.statements.first(where: \.isFirst)?.text else { return [] }
        let said = Set(
            features.flatMap { Words.split(brief.fill($0.name) + " " + brief.fill($0.text)).map(Words.stem) }
                + brief.namedAudiences.flatMap { Words.split($0).map(Words.stem) })
        let parts = opening.replacing(" with ", with: ", with ").split(separator: ",").dropFirst()
        return parts.flatMap { Self.additions(in: String($0).trimmingSpaces) }.filter { part in
            let words = Words.split(part).filter { !IdeaShape.stopWords.contains($0) && $0.count > 2 }
            return (1...14).contains(Words.split(part).count) && !reading.rulesOut(part)
                && !told.contains { $0.text.contains(part) }
                && (holdsBound(part) || words.contains { !said.contains(Words.stem($0)) })
        }.map { Statement(text: $0, kind: .feature).feature(.english, runs: false) }
    }

    /// "With card payments and shipping labels": each of the two; "with three stylists" is one, as it stands.
    private static func additions(in part: String) -> [String] {
        let words = part.split(separator: " ").map(String.init)
        let said = words.drop { ["with", "and"].contains($0) }
        guard let first = said.first, !StatedBound.isNumber(first, .english), !first.allSatisfy(\.isNumber),
            !ClauseForm(part, .english).hasVerb
        else { return words.count > 1 ? [part] : [] }
        return said.joined(separator: " ").replacing(" and ", with: ",").split(separator: ",")
            .map { String($0).trimmingSpaces.capitalisedFirst }
    }

    /// "At most 5 people per booking": no feature of a pattern says that.
    private func holdsBound(_ text: String) -> Bool {
        AcceptanceCriteria(text, tongue: brief.tongue).text != nil
    }

    private func ordered(_ features: [ProjectPattern.Feature]) -> [ProjectPattern.Feature] {
        var seen: Set<String> = []
        return features.filter { seen.insert($0.name.lowercased()).inserted }.enumerated()
            .sorted { ($0.element.priority, $0.offset) < ($1.element.priority, $1.offset) }.map(\.element)
    }

    /// Features for what the idea names and the pattern does not know.
    private func ownFeatures() -> [ProjectPattern.Feature] {
        brief.subjects.prefix(2).map { subject in
            ProjectPattern.Feature(
                .must, "\(subject.capitalisedFirst) at a glance",
                "Everything about \(subject) on one page: what is new, what {who} liked most, and a way to the rest.",
                .table)
        }
            + brief.ownEntities.map(Self.ownFeature)
    }

    private static func ownFeature(_ entity: ProjectPattern.Entity) -> ProjectPattern.Feature {
        let isActivity = entity.fields.contains { $0.name == "takes place on" }
        return isActivity
            ? ProjectPattern.Feature(
                .must, "\(entity.name.capitalisedFirst) schedule",
                "Planned and finished \(entity.plural) by day, with length, state and notes, as {who} need them.",
                .calendar,
                of: entity.name, [.scheduling])
            : ProjectPattern.Feature(
                .must, "\(entity.name.capitalisedFirst) records",
                "Every \(entity.name) with its state, dates and notes, at hand when {who} need it.", .table,
                of: entity.name)
    }

    /// "Just scheduling": what has that topic, and the records that it cannot do without.
    private func belongsToFirstVersion(_ feature: ProjectPattern.Feature) -> Bool {
        if !feature.topics.isDisjoint(with: reading.only) { return feature.topics.isDisjoint(with: reading.postponed) }
        let isRecords = feature.topics == [.records] || feature.topics == [.records, .search]
        return isRecords && (feature.name == firstRecordsFeature || feature.name.hasSuffix(" records"))
    }

    private var firstRecordsFeature: String? {
        pattern.features.first { $0.topics.contains(.records) && $0.topics.isDisjoint(with: [.payments, .reports]) }?
            .name
    }

    private func prioritised(_ feature: ProjectPattern.Feature) -> ProjectPattern.Feature {
        let topics = feature.topics.subtracting([.records])
        if !topics.isDisjoint(with: reading.postponed) { return feature.with(.nice) }
        let asked = reading.wanted.subtracting([.records])
        // "Card payments" asks for no discount codes.
        if reading.only.isEmpty, feature.priority == .nice, !topics.isDisjoint(with: asked) {
            return feature.with(.should)
        }
        if !reading.only.isEmpty || !topics.isDisjoint(with: asked) { return feature.with(.must) }
        return feature
    }

    private func coreFeature() -> ProjectPattern.Feature {
        let entity = pattern.entities[0]
        return ProjectPattern.Feature(
            .must, "\(entity.name.capitalisedFirst) list",
            "All \(entity.plural) of {who}, to be found, added and changed in seconds.", .table, of: entity.name)
    }

    // MARK: Constraints

    private func constraints(_ features: [ProjectPattern.Feature]) -> String {
        var lines = [
            "Made offline from the pattern “\(pattern.label)” (similarity \(brief.shownSimilarity)): what the idea does not say is the pattern's"
        ]
        // What stays on the device is synchronised with nothing.
        lines += reading.demands.filter { !reading.keepsAllOnDevice || !$0.contains("synchronised") }
        let known = pattern.constraints.map(brief.fill).filter { !reading.rulesOut($0) }
        lines += known.filter { line in
            // A constraint about money says nothing where money was ruled out.
            !reading.refused.contains(.payments) && (reading.only.isEmpty || reading.only.contains(.payments))
                || !["Card", "payment", "Billing", "Money", "Commission", "Prices"].contains { line.contains($0) }
        }
        lines += StatedConstraints(brief: brief).lines
        return lines.map { "- " + $0 }.joined(separator: "\n")
    }
}

/// The line of the constraints that keeps the idea's own words, so that later agents can read them again.
enum BriefLine {
    private static let opening = "Brief: “"

    /// Whole, however long: what a later agent does not find here is lost.
    static func write(_ idea: String) -> String { opening + idea + "”" }

    static func read(_ constraints: String?) -> String? {
        guard let line = constraints?.split(separator: "\n").last(where: { $0.contains(opening) }),
            let start = line.range(of: opening)?.upperBound,
            let end = line[start...].lastIndex(of: "”")
        else { return nil }
        return String(line[start..<end])
    }
}

extension ProjectPattern.Feature {
    func with(_ priority: ProjectPattern.Priority) -> ProjectPattern.Feature {
        ProjectPattern.Feature(priority, name, text, view, of: entity, topics)
    }
}

extension ProjectPattern.Priority {
    var level: PriorityLevel {
        switch self {
        case .must: .mustHave
        case .should: .shouldHave
        case .nice: .niceToHave
        }
    }
}
