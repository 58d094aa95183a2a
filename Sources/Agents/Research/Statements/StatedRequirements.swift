import Models
import Patterns

/// Requirements made of what an idea says, whole and in its words.
///
/// Each statement stands in one place: among the features, or as a line of the constraints. A pattern that the idea is
/// near to proposes little, and only where the idea tells little.
struct StatedRequirements {
    let brief: ProjectBrief
    let demandedStack: [String]

    var reading: IdeaReading { brief.reading }
    private var shape: ProjectShape { brief.shape }
    private var isOwn: Bool { brief.isFarFromAll }
    private static let mostFeatures = 60
    /// An idea that says this much needs no proposals.
    private static let fullIdea = 3
    private static let mostProposals = 3

    /// What is run and not looked at is tried on examples.
    private var runs: Bool { [.commandLine, .library, .dataPipeline, .operations, .macro, .firmware].contains(shape) }
    var wishes: [Wish] { WishReader(said, tongue: brief.tongue).wishes }

    func build() -> RequirementsDoc {
        let features = self.features
        return RequirementsDoc(
            appName: name, elevatorPitch: pitch, targetAudience: personas(features),
            coreFeatures: features.map { feature in
                Feature(
                    name: Clip.text(feature.name, 100),
                    description: Clip.text(feature.text, 500),
                    priority: feature.priority.level)
            },
            recommendedStack: stack, technicalConstraints: constraints(features))
    }

    // MARK: Name and pitch

    private var name: String {
        if reading.givenName == nil, let analogy = brief.analogy { return Clip.text(likened(to: analogy), 100) }
        let named = StatedName(
            brief.statements, reading: reading, fallback: brief.pattern.label, firstWish: wishes.first?.title
        ).text
        // "Announce what they bring" is no name.
        let isClause = ClauseForm(named, brief.tongue).hasVerb && Words.split(named, limit: 4).count > 2
        guard StatedName.given(in: reading.text) == nil, isClause || StatedName.saysLittle(named, brief.tongue),
            let kind = brief.guess?.kind, shape.hasTemplate
        else { return named }
        return ProductTexts.of(brief.tongue).names[kind.id] ?? named
    }

    private func likened(to analogy: Analogy) -> String {
        let object = analogy.object.capitalisedFirst
        return reading.isForeign
            ? "\(object) (\(analogy.product))" : "\(analogy.kind.capitalisedFirst) for \(analogy.object)"
    }

    /// What the idea says up to where it has said what the whole is.
    private var pitch: String {
        let statements = brief.statements
        let end = statements.firstIndex(where: \.isFirst) ?? 0
        var text = statements.prefix(end + 1).map(\.text.capitalisedFirst).joined(separator: ". ")
        if text.isEmpty { text = reading.text.isEmpty ? name : reading.text }
        var further = statements.dropFirst(end + 1)
        while text.unicodeScalars.count < 20, let next = further.popFirst() {
            text += ". " + next.text.capitalisedFirst
        }
        text += "."
        let first = features.filter { $0.priority == .must }.prefix(4).map(\.name)
        if derivation != nil, repeatsOpening, !first.isEmpty {
            let whole = text + " " + ProductTexts.of(brief.tongue).frame("first", first.joined(separator: "; "))
            if whole.unicodeScalars.count <= 500 { return whole }
        }
        if text.unicodeScalars.count < 20 { text = "\(name): \(text) " + Frame.saysNoMore(brief.tongue) }
        return Clip.text(text, 500)
    }

    // MARK: Features

    /// What the idea says up to where it says that it wants no more.
    private var said: [Statement] {
        guard reading.isMinimal, let end = brief.statements.firstIndex(where: { $0.kind == .limit }) else {
            return brief.statements
        }
        return Array(brief.statements[...end])
    }

    private var features: [ProjectPattern.Feature] {
        let tongue = brief.tongue
        var wishes = self.wishes.filter { !isDecidedAgainst($0.clause) && !reading.opposedLosers.contains($0.sentence) }
        if reading.isMinimal { wishes = Array(wishes.prefix(1)) }
        var told = wishes.map { $0.feature(tongue, runs: runs) }
        if let analogy = brief.analogy { told = withAnalogy(analogy, told) }
        // What is done in it is told, also where it stands first.
        let openings = Set(said.filter { $0.kind == .opening && !ClauseForm($0.text, tongue).hasVerb }.map(\.text))
        var derived = self.derived(beside: wishes.filter { !openings.contains($0.sentence) }, shown: told.count)
        if !derived.isEmpty || told.count > 3 && brief.analogy == nil {
            if repeatsOpening {
                told = additions
            } else {
                told = zip(wishes, withoutKind(told, of: wishes)).filter { !openings.contains($0.0.sentence) }.map(\.1)
            }
        }
        if told.isEmpty, derived.isEmpty {
            let whole = said.first { $0.kind == .opening } ?? said.first { $0.kind != .limit && $0.kind != .exclusion }
            let text = whole?.text ?? (reading.text.isEmpty ? name : IdeaReading.withoutLimit(reading.text))
            told = [Statement(text: text.isEmpty ? reading.text : text, kind: .feature).feature(tongue, runs: runs)]
        }
        // Where all is for later, what the program is comes first.
        if !(told + derived).contains(where: { $0.priority == .must }) {
            if let opening = said.first(where: { $0.kind == .opening }) {
                told.insert(opening.feature(tongue, runs: runs).with(.must), at: 0)
            } else if told.isEmpty {
                derived[0] = derived[0].with(.must)
            } else {
                told[0] = told[0].with(.must)
            }
        }
        // "An online shop for jam, pick up on Saturdays, paid by card": the shop is what the whole is.
        if derivation != nil, told.count > 2, let first = wishes.first, told.first?.name == first.title,
            !ClauseForm(first.clause, tongue).hasVerb, first.isPart,
            said.first(where: \.isFirst)?.text.hasPrefix(first.clause) ?? false
        {
            told.removeFirst()
        }
        told = Array(told.prefix(Self.mostFeatures))
        return told + (derived.isEmpty ? proposals(beside: told) : derived)
    }

    /// An answer may have ruled out what the idea had asked for.
    private func isDecidedAgainst(_ text: String) -> Bool {
        reading.opposedLosers.contains { $0 == text || $0.contains(text) }
            || !brief.decisions.isEmpty
                && (OwnWords.isRuledOut(text, by: reading) || OwnWords.isSettled(text, by: reading))
    }

    private func proposals(beside told: [ProjectPattern.Feature]) -> [ProjectPattern.Feature] {
        guard !isOwn, told.count < Self.fullIdea, !reading.isForeign, reading.only.isEmpty else { return [] }
        let all = brief.statements.map(\.text)
        return brief.pattern.features.filter { feature in
            feature.priority != .nice && !feature.isRefused(by: reading, fill: brief.fill)
                && feature.topics.isDisjoint(with: reading.postponed)
                && !all.contains { IdeaTrace.covers(feature, $0, brief) }
        }.prefix(Self.mostProposals).map { feature in
            ProjectPattern.Feature(
                .nice, feature.name, proposed(feature), feature.view,
                of: feature.entity, feature.topics)
        }
    }

    private func proposed(_ feature: ProjectPattern.Feature) -> String {
        let text = brief.fill(feature.text)
        let entities = brief.pattern.entities
        var used: Set<String> = []
        let criteria = PatternCriteria(entities.first { $0.name == feature.entity } ?? entities[0], named: brief.fill)
            .criteria(view: feature.view, topics: feature.topics, unused: &used)
        return AcceptanceCriteria.adding(
            criteria, to: Frame.proposed(text, by: brief.pattern.label), .english, longest: 500)
    }

    /// "Tinder for roommates": what Tinder is known for, of roommates; must be where the idea says nothing else.
    private func withAnalogy(_ analogy: Analogy, _ features: [ProjectPattern.Feature]) -> [ProjectPattern.Feature] {
        let told = features.filter { Analogy($0.name) == nil }
        let known = analogy.features.filter { known in
            !reading.rulesOut(known.name + " " + known.text)
                && !told.contains { Self.saysTheSame($0.name, known.name, besides: analogy.object) }
        }
        if analogy.isUntranslated, told.isEmpty {
            let name = "\(analogy.product) – \(analogy.object)"
            return [ProjectPattern.Feature(.must, name, Frame.assumed(name, analogy), .table, [])]
        }
        return told
            + known.map { known in
                ProjectPattern.Feature(
                    told.isEmpty ? .must : .should, Clip.text(known.name, 100), assumed(known.text, analogy), .table, []
                )
            }
    }

    private func assumed(_ text: String, _ analogy: Analogy) -> String {
        let tongue = brief.tongue
        return AcceptanceCriteria.adding(
            WishCriteria.of(text, deed: WishDeed(text, tongue), rules: [], tongue, runs: false),
            to: Frame.assumed(text.capitalisedFirst, analogy), tongue, longest: 500)
    }

    private static func saysTheSame(_ one: String, _ other: String, besides object: String) -> Bool {
        let common = Set(Words.split(object).map(Words.stem))
        func stems(_ text: String) -> Set<String> {
            Set(Words.split(text).filter { !IdeaShape.stopWords.contains($0) && $0.count > 3 }.map(Words.stem))
                .subtracting(common)
        }
        return !stems(one).isDisjoint(with: stems(other))
    }

    // MARK: People

    /// Whom the request and the idea name; where they name nobody, whoever uses it.
    private func personas(_ features: [ProjectPattern.Feature]) -> [UserPersona] {
        let tongue = brief.tongue
        let wishes = self.wishes
        let goals =
            wishes.isEmpty
            ? features.prefix(3).map(\.name) : wishes.prefix(4).map { WishTitle.shortened($0.deed.text, tongue) }
        // What such people want is known better than the list of all that is wished.
        let goal = derivation?.personas(pain: "").first?.goal ?? StatedPeople.goal(goals, tongue)
        let trouble = Frame.unsaid
        let stated = brief.statedAudience.prefix(3).map { who in
            UserPersona(role: Clip.text(who.capitalisedFirst, 100), goal: goal, painPoint: trouble)
        }
        let introduced = PeopleOfIdea(sentences: brief.sentences, tongue: tongue).personas(
            wanting: goals, trouble: trouble)
        let named = StatedPeople(brief.statements, wishes: wishes, tongue: tongue).personas(wanting: goals)
        var all: [UserPersona] = []
        for persona in stated + (introduced + named).filter({ PersonRole.canBe($0.role, tongue) })
        where !all.contains(where: {
            Words.split($0.role).last.map(Words.stem) == Words.split(persona.role).last.map(Words.stem)
        }) {
            all.append(persona)
        }
        let assumed = derivation?.personas(pain: trouble) ?? []
        guard all.isEmpty else {
            return all.prefix(5).map { ProductTexts.of(tongue).known($0, unsaid: trouble) }
        }
        if !assumed.isEmpty { return isAlone ? Array(assumed.prefix(1)) : assumed }
        let own = ResearchWords.set("selfish", tongue)
        // "Build me …" says nothing of who uses it.
        let asked = tongue == .japanese ? [] : Words.split(IdeaOpening.without(reading.text), limit: 200)
        let isMine = asked.contains(where: own.contains)
        return [
            UserPersona(
                role: isMine ? ResearchTexts.say("who.me", tongue) : Frame.somebody(tongue), goal: goal,
                painPoint: trouble)
        ]
    }

    // MARK: Stack and constraints

    /// An app for Apple's devices alone is written with Apple's own tools, one for Android's with theirs, and a page
    /// without scripts in none.
    private var usualStack: [String] {
        let words = Set(reading.words.map(\.lower))
        let isStatic = !words.isDisjoint(with: [
            "static", "statische", "statisch", "statique", "estatica", "estatico", "statica", "statico",
        ])
        let isScriptless = brief.statements.contains {
            $0.kind != .background && Words.split($0.text).contains("javascript")
        }
        if shape.hasTemplate, isStatic || isScriptless { return ["HTML", "CSS"] }
        let isMac = words.contains("macos") || words.contains("mac")
        if shape == .desktop, isMac, !words.contains("windows"), !words.contains("linux") {
            return ["Swift", "SwiftUI"]
        }
        if shape == .pages {
            // "We have an old iPad at the desk" asks for no app of Apple's.
            let opening = IdeaReading(brief.statements.first(where: \.isFirst)?.text ?? reading.text)
            if StackChoice.isAppleOnly(reading.platforms), StackChoice.isAppleOnly(opening.platforms) {
                return ["Swift", "SwiftUI"]
            }
            if reading.platforms.contains(.android) || reading.platforms.contains(.ios) {
                return reading.platforms.contains(.web) || reading.platforms.contains(.ios) ? [] : ["Kotlin"]
            }
            // What several people share lies in a database.
            let isShared =
                StatedPeople(brief.statements, wishes: wishes, tongue: brief.tongue).personas(wanting: []).count > 1
            if brief.guess != nil || isShared {
                let pages = shape.usualStack(for: reading.text)
                return reading.keepsAllOnDevice || isAlone ? pages : pages + ["PostgreSQL"]
            }
        }
        return shape.usualStack(for: reading.text)
    }

    /// What is demanded or suggested, with the services that the idea works with.
    private var stack: [String] {
        let chosen = chosenStack
        guard demandedStack.isEmpty, !chosen.contains(Frame.noStack(brief.tongue)) else { return chosen }
        let services = StatedStack.services(in: brief.statements).filter { !chosen.contains($0) }
        return chosen + services
    }

    private var chosenStack: [String] {
        if !isOwn {
            // "Name and phone number" makes no program for phones.
            var said = reading
            said.platforms.removeAll { $0 == .mobile }
            return StackChoice(reading: said, demanded: demandedStack, topics: []).technologies
        }
        let usual = usualStack.isEmpty ? [Frame.noStack(brief.tongue)] : usualStack
        let chosen = StackChoice(reading: reading, demanded: demandedStack, topics: [], usual: usual).technologies
        // "Into a Postgres database": what it is written in is still to be said.
        let isUnwritten =
            demandedStack.isEmpty && runs && !usualStack.isEmpty && chosen.allSatisfy(StackChoice.isNoLanguage)
        return isUnwritten ? usualStack.filter { !chosen.contains($0) } + chosen : chosen
    }

    private func constraints(_ features: [ProjectPattern.Feature]) -> String {
        let tongue = brief.tongue
        var lines: [String] = []
        if isOwn {
            let why =
                !shape.hasTemplate
                ? Frame.withoutTemplate(tongue)
                : reading.isMinimal ? Frame.minimal(tongue) : reading.isForeign ? "" : Frame.likeNoPattern(tongue)
            lines.append("\(Frame.ownWords(tongue)) (\(shape.phrase(tongue)))" + (why.isEmpty ? "" : ": \(why)"))
        } else {
            lines.append(
                "Made offline from the pattern “\(brief.pattern.label)” (similarity \(brief.shownSimilarity)): \(OwnWords.ownFeatures)"
            )
        }
        if let analogy = brief.analogy {
            lines.append(
                "“\(analogy.product) for \(analogy.object)” is read as a likeness: the features that say “Assumed” are what \(analogy.product) is known for, and are to be confirmed"
            )
        }
        let suggested = isOwn ? usualStack : stack
        if demandedStack.isEmpty, reading.technologies.isEmpty, !suggested.isEmpty,
            StatedStack(brief.statements, tongue: tongue).technologies.isEmpty
        {
            lines.append(Frame.suggested(suggested, tongue))
        }
        if shape == .service,
            let note = ServiceRecords.note(
                features: features, stack: demandedStack.isEmpty ? reading.technologies : demandedStack)
        {
            lines.append(note)
        }
        if shape.hasTemplate, tongue == .english, let guess = brief.guess,
            let note = ProductRecords.note(of: guess, reading)
        {
            lines.append(note)
        }
        lines += StatedConstraints(brief: brief).lines
        return lines.map { "- " + $0 }.joined(separator: "\n")
    }
}

extension Statement {
    /// A feature of a document: a phrase of its words, and all of them.
    func feature(_ tongue: Tongue, runs: Bool) -> ProjectPattern.Feature {
        Wish(
            title: WishTitle.of(text, tongue), clause: text, sentence: text, deed: WishDeed(text, tongue),
            priority: isNice ? .nice : .must
        ).feature(tongue, runs: runs)
    }
}
