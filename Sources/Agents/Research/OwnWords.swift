import Models
import Patterns

/// Requirements made of an idea's own sentences, where no pattern of the library is like it.
///
/// Nothing is added that the idea does not say; the document tells so in its constraints, where later agents find it.
struct OwnWords {
    let brief: ProjectBrief
    let shape: ProjectShape
    let demandedStack: [String]

    /// Below this fit (`PatternLibrary.fit`) the nearest pattern is about something else.
    ///
    /// Set by a script with the same parts of the measure: of the tests' 848 ideas 1 in 20 was below before those that
    /// name their kind were taken out, and two thirds of 60 ideas that no pattern is for.
    static let threshold: Float = 1.2

    /// What opens the line by which later agents know such a document, in each language.
    private static let openings = Tongue.allCases.map(Frame.ownWords)

    static func areIn(_ requirements: RequirementsDoc) -> Bool {
        guard let constraints = requirements.technicalConstraints else { return false }
        return openings.contains(where: constraints.contains)
    }

    /// The shape that such a document names; nil for one that was made in another way.
    static func shape(of requirements: RequirementsDoc) -> ProjectShape? {
        guard areIn(requirements) else { return nil }
        let line =
            requirements.technicalConstraints?.split(separator: "\n").first { line in
                openings.contains(where: line.contains)
            } ?? ""
        return ProjectShape.allCases.first { shape in
            Tongue.allCases.contains { line.contains("(\(shape.phrase($0)))") }
        } ?? .pages
    }

    private var reading: IdeaReading { brief.reading }
    /// Stands for the stack where the idea names none, and any would be a guess.
    static let noStack = "No technology named yet"

    /// An app for Apple's devices alone is written with Apple's own tools, one for Android's with theirs.
    private var usualStack: [String] {
        let usual =
            shape == .pages && StackChoice.isAppleOnly(reading.platforms)
            ? ["Swift", "SwiftUI"]
            : shape == .desktop && reading.words.contains { ["macos", "mac", "menu"].contains($0.lower) }
                ? ["Swift", "SwiftUI"]
                : shape == .pages && reading.platforms.contains(.android) && !reading.platforms.contains(.web)
                    && !reading.platforms.contains(.ios) ? ["Kotlin"] : shape.usualStack(for: reading.text)
        return usual.isEmpty ? [Self.noStack] : usual
    }

    func build() -> RequirementsDoc {
        let name = OwnName(brief: brief, shape: shape).text
        let features = self.features
        let stack = StackChoice(reading: reading, demanded: demandedStack, topics: [], usual: usualStack)
        return RequirementsDoc(
            appName: name, elevatorPitch: pitch(name), targetAudience: personas(features),
            coreFeatures: features.map {
                Feature(
                    name: $0.name, description: Self.description(of: $0, in: brief.tongue), priority: $0.priority.level)
            },
            recommendedStack: stack.technologies, technicalConstraints: constraints(features))
    }

    // MARK: Features

    /// What a feature is, and how one sees that it is there.
    static func description(of feature: ProjectPattern.Feature, in tongue: Tongue) -> String {
        let text = feature.text.unicodeScalars.count > 250 ? feature.name + "." : feature.text
        return AcceptanceCriteria(feature.name, tongue: tongue).added(to: text, longest: 500)
    }

    /// What the sentences ask for, what the program itself is, and what a product that is named as an example is known
    /// for.
    private var features: [ProjectPattern.Feature] {
        var features = Self.features(of: brief.sentences, reading: reading)
        guard !reading.isMinimal else { return features }
        if let first = brief.sentences.first(where: { $0.kind == .wish }),
            let purpose = Self.purpose(in: first, shape: shape, isForeign: reading.isForeign)
        {
            let said = Set(features.flatMap { Words.split($0.name, limit: 60) })
            let own = Words.split(purpose, limit: 40).filter { $0.count > 3 }
            if !own.isEmpty, own.count(where: said.contains) * 2 < own.count {
                features.insert(Self.feature(named: purpose, purpose), at: 0)
            }
        }
        return withAnalogy(features)
    }

    /// "Tinder for roommates": what Tinder is known for, of roommates; must be where the idea says nothing else.
    private func withAnalogy(_ features: [ProjectPattern.Feature]) -> [ProjectPattern.Feature] {
        guard let analogy = brief.analogy else { return features }
        let names = Words.split(analogy.product)
        let told = features.filter { !Words.split($0.name, limit: 6).starts(with: names) && Analogy($0.name) == nil }
        let known = analogy.features.filter { known in
            !reading.rulesOut(known.name + " " + known.text)
                && !told.contains { Self.saysTheSame($0.name, known.name, besides: analogy.object) }
        }
        let assumed = known.map { known in
            ProjectPattern.Feature(
                told.isEmpty ? .must : .should, Clip.text(known.name, 100),
                Frame.assumed(known.text, analogy), .table, [])
        }
        if analogy.isUntranslated, told.isEmpty {
            let name = "\(analogy.product) – \(analogy.object)"
            return [ProjectPattern.Feature(.must, name, Frame.assumed(name, analogy), .table, [])]
        }
        return told + assumed
    }

    private static func saysTheSame(_ one: String, _ other: String, besides object: String) -> Bool {
        let common = Set(Words.split(object).map(Words.stem))
        func stems(_ text: String) -> Set<String> {
            Set(Words.split(text).filter { !IdeaShape.stopWords.contains($0) && $0.count > 3 }.map(Words.stem))
                .subtracting(common)
        }
        return !stems(one).isDisjoint(with: stems(other))
    }

    /// "Parsing", "reading", but not "wedding".
    private static func isActing(_ word: String) -> Bool {
        ClauseParting.isGerund(word) || word.hasSuffix("ing") && IdeaSentence.isDoing(String(word.dropLast(3)))
    }

    /// What the first clause says the program is for, or is, where no other clause says it: "for parsing statements".
    private static func purpose(in sentence: IdeaSentence, shape: ProjectShape, isForeign: Bool) -> String? {
        guard let opening = sentence.clauses.first, OwnName.namesKind(Words.split(opening, limit: 12)) else {
            return nil
        }
        let words = opening.split(separator: " ").map(String.init)
        let plain = words.map { Words.split($0).joined() }
        if let link = plain.firstIndex(of: "for"), link + 2 < plain.count, Self.isActing(plain[link + 1]) {
            return words[(link + 1)...].joined(separator: " ")
        }
        // A game is what its first words say.
        let content = plain.filter {
            !OwnName.isBare([$0]) && !IdeaVocabulary.determiners.contains($0) && $0.count > 2
        }
        return shape == .game && content.count >= 2 && !isForeign ? opening : nil
    }

    /// One feature for each thing that the sentences ask for.
    ///
    /// Where nothing else is wanted, one for each sentence that says what is done; what only tells how joins the first.
    static func features(of sentences: [IdeaSentence], reading: IdeaReading) -> [ProjectPattern.Feature] {
        if reading.isMinimal { return onlyFeatures(of: sentences, reading: reading) }
        var features: [ProjectPattern.Feature] = []
        for (index, sentence) in sentences.enumerated() where sentence.kind == .wish {
            let said = wishes(in: sentence, isFirst: index == 0, reading: reading)
            // "Quiero una web para mi taller.": what it is, where the next sentences say what it does.
            if index == 0, said.count == 1, sentence.clauses.count == 1, sentence.tongue != .english,
                OwnName.namesKind(Words.split(said[0], limit: 5)), hasLater(sentences, reading)
            {
                continue
            }
            if !said.isEmpty {
                features += said.map { feature(named: $0, sentence.text, isOneOf: said.count) }
            } else if !asksNothing(sentence) && !isRuledOut(sentence.text, by: reading)
                && !isSettled(sentence.text, by: reading) || index == 0 && !hasLater(sentences, reading)
            {
                features.append(feature(named: sentence.clauses.first ?? sentence.text, sentence.text))
            }
        }
        return tidied(features, reading: reading)
    }

    /// Whether another sentence than the first asks for something.
    private static func hasLater(_ sentences: [IdeaSentence], _ reading: IdeaReading) -> Bool {
        sentences.dropFirst().contains {
            $0.kind == .wish && !wishes(in: $0, isFirst: false, reading: reading).isEmpty
        }
    }

    private static func onlyFeatures(of all: [IdeaSentence], reading: IdeaReading) -> [ProjectPattern.Feature] {
        var features: [ProjectPattern.Feature] = []
        var details: [String] = []
        // "Nothing else" is said of what stands before it.
        let end = all.firstIndex { IdeaReading.isLimit($0.text) } ?? all.count - 1
        for (index, sentence) in all.prefix(end + 1).enumerated() where sentence.kind == .wish {
            let text = IdeaReading.withoutLimit(sentence.text)
            guard !text.isEmpty else { continue }
            let said = wishes(in: IdeaSentence(text: text, kind: .wish), isFirst: index == 0, reading: reading)
            if let first = said.first {
                features += ([first] + said.dropFirst()).map { feature(named: $0, text) }
            } else {
                details.append(text)
            }
        }
        let first = features.first?.name ?? details.first ?? reading.text
        let text = ([features.isEmpty ? nil : features[0].text.trimmingFullStop].compactMap { $0 } + details)
            .joined(separator: ". ")
        return tidied([feature(named: first, text)] + features.dropFirst(), reading: reading)
    }

    private static func tidied(
        _ features: [ProjectPattern.Feature], reading: IdeaReading
    ) -> [ProjectPattern.Feature] {
        var features = features.isEmpty ? [feature(named: reading.text, reading.text)] : features
        // Where all is for later, the first thing said is still what the program is.
        if !features.contains(where: { $0.priority == .must }) { features[0] = features[0].with(.must) }
        var seen: Set<String> = []
        return Array(features.filter { seen.insert($0.name.lowercased()).inserted }.prefix(30))
    }

    /// What the sentences tell beyond the kind of project that the first of them names.
    static func told(
        in sentences: [IdeaSentence], reading: IdeaReading, isBeginning: Bool = true
    ) -> [ProjectPattern.Feature] {
        var features: [ProjectPattern.Feature] = []
        for (index, sentence) in sentences.enumerated() where sentence.kind == .wish {
            let isFirst = isBeginning && index == 0
            let said = wishes(in: sentence, isFirst: isFirst, reading: reading)
            if !said.isEmpty {
                features += said.map { feature(named: $0, sentence.text, isOneOf: said.count) }
            } else if !isFirst, !asksNothing(sentence) || sentence.isAnswer,
                sentence.isAnswer || reading.isForeign || asks(sentence.text),
                !isRuledOut(sentence.text, by: reading)
            {
                features.append(feature(named: sentence.text, sentence.text))
            }
        }
        var seen: Set<String> = []
        return Array(features.filter { seen.insert($0.name.lowercased()).inserted }.prefix(30))
    }

    /// Whether all that a sentence says is ruled out, or said by the way.
    private static func asksNothing(_ sentence: IdeaSentence) -> Bool {
        sentence.clauses.allSatisfy {
            IdeaSentence.isRefusal($0, tongue: sentence.tongue) || IdeaAside.tells($0) || sentence.role(of: $0) != nil
        }
    }

    private static func asks(_ text: String) -> Bool {
        Words.split(text, limit: 60).contains {
            ["should", "must", "can", "want", "need", "needs", "please", "also", "let", "lets"].contains($0)
        }
    }

    /// The clauses of a sentence that say something to be there or done; what only names the program is none.
    static func wishes(in sentence: IdeaSentence, isFirst: Bool, reading: IdeaReading) -> [String] {
        said(in: sentence, isFirst: isFirst, reading: reading).flatMap(items)
    }

    /// "Invoices, customers, payments": each by itself, where nothing but plurals is named.
    private static func items(of clause: String) -> [String] {
        let items = clause.replacing(" and ", with: ", ").split(separator: ",").map { String($0).trimmingSpaces }
            .filter { !$0.isEmpty }
        if let things = things(in: items, of: clause) { return things }
        let arePlurals = items.allSatisfy { item in
            let words = Words.split(item, limit: 4)
            return (1...2).contains(words.count) && English.isPlural(words[words.count - 1])
                && (words.count == 1 || !IdeaSentence.isDoing(words[0]))
                && !IdeaVocabulary.boundaries.contains(words[0])
        }
        return items.count > 2 && arePlurals && !FunctionWords.areForeign(Words.split(clause)) ? items : [clause]
    }

    /// "Video calls, payments, a marketplace, chat and a ledger, built in a weekend": each of the things, then the rest.
    private static func things(in items: [String], of clause: String) -> [String]? {
        guard !FunctionWords.areForeign(Words.split(clause, limit: 60)), !clause.contains("(") else { return nil }
        let things = items.prefix { item in
            let words = Words.split(FeatureName.core(of: item), limit: 6)
            guard (1...4).contains(words.count), let first = words.first else { return false }
            let isVerb = IdeaSentence.isDoing(first) && words.count > 1 || ["made", "built", "written"].contains(first)
            return !isVerb && !IdeaVocabulary.boundaries.contains(first) && !first.hasSuffix("ed")
                && !words.dropFirst().contains(where: IdeaVocabulary.boundaries.contains)
                && (words.count < 2 || ClauseParting.subject(of: words) == nil)
        }
        guard things.count > 2, things.count(where: { Words.split($0).count > 1 }) > 0 else { return nil }
        let rest = items[things.count...].joined(separator: ", ")
        let opensRest = Words.split(rest, limit: 1).first ?? ""
        return Array(things) + (rest.isEmpty || opensRest == "for" ? [] : [rest])
    }

    private static func said(in sentence: IdeaSentence, isFirst: Bool, reading: IdeaReading) -> [String] {
        let clauses = sentence.clauses
        let isForeign = sentence.tongue != .english
        return clauses.enumerated().filter { number, clause in
            let words = Words.split(clause, limit: 12)
            guard !words.isEmpty, !IdeaSentence.isRefusal(clause, tongue: sentence.tongue),
                !isRuledOut(clause, by: reading)
            else {
                return false
            }
            if isSettled(clause, by: reading) || sentence.role(of: clause) != nil { return false }
            // "It must work without any server": what is left of it asks for nothing.
            let left = Words.split(
                FeatureName.core(of: IdeaReading(refusalsIn: clause).textBeforeRefusal ?? clause), limit: 3)
            if left.count == 1, clauses.count > 1, ["work", "works", "run", "runs", "be"].contains(left[0]) {
                return false
            }
            if IdeaAside.tells(clause) || clauses.count > 1 && IdeaAside.counts(clause) { return false }
            // "My brother has one too" asks for nothing.
            if words[0] == "my", words.contains(where: { ["has", "have", "is"].contains($0) }) { return false }
            if number > 0 { return words.count > 1 || clauses.count > 2 }
            // "three levels, a high score": nothing but things.
            let opensThing = IdeaVocabulary.determiners.contains(words[0]) || words[0].allSatisfy(\.isNumber)
            if !isFirst, clauses.count > 1, opensThing, words.count > 1, words[1] != "of",
                !OwnName.namesKind(Array(words.prefix(5)))
            {
                return true
            }
            // "Gente que vive sola: una app que …": whom it is for.
            if clauses.count > 1, OwnName.namesKind(Words.split(clauses[1], limit: 3)),
                sentence.text.contains(clause + ":")
            {
                return false
            }
            // "Trial appointments, photos with a number": things, one after the other.
            if !isFirst, !isForeign, clauses.count > 1, (1...4).contains(words.count), !OwnName.namesKind(words),
                !words.contains(where: IdeaVocabulary.boundaries.contains)
            {
                return true
            }
            if isForeign { return clauses.count == 1 || !OwnName.namesKind(words) }
            let core = Words.split(FeatureName.core(of: clause), limit: 12)
            if core.first.map(IdeaSentence.isDoing) ?? false { return true }
            // "Members log the hours": what people do, though a log is a kind of program, too.
            let namesKind = OwnName.namesKind(Array(words.prefix(4))) && (isFirst || !People.areMeant(by: words[0]))
            let opens = ClauseParting.opensWithSubject(words) && !namesKind
            return opens || saysWhen(words)
        }.map(\.element)
    }

    /// "Every night at 02:00 pull …", "On Friday ask …".
    private static func saysWhen(_ words: [String]) -> Bool {
        guard let first = words.first,
            ["every", "each", "on", "at", "once", "twice", "when", "before", "after", "if"].contains(first)
        else { return false }
        return words.dropFirst(2).contains { IdeaSentence.isDoing($0) }
    }

    /// "It is free and costs 3 euros" stands among the conflicts that were settled.
    private static func isSettled(_ text: String, by reading: IdeaReading) -> Bool {
        if reading.settled.contains(.freePaid), !Set(Words.split(text, limit: 40)).isDisjoint(with: ["free", "costs"]) {
            return true
        }
        // "Anonymous, without accounts" decides over "everybody signs in".
        let signs = SpokenLine(text)
        return reading.settled.contains(.anonymousAccounts) && reading.refused.contains(.accounts)
            && ["signs in", "sign in", "logs in", "log in", "an account", "registers"].contains(where: signs.says)
    }

    private static func isRuledOut(_ text: String, by reading: IdeaReading) -> Bool {
        // "Computes the gain, without dependencies" is not ruled out by its own words.
        let plain = IdeaReading(refusalsIn: text).plainText
        if reading.rulesOut(plain) { return true }
        let topics = Set(Words.split(plain, limit: 200).compactMap(IdeaReading.topic))
        return topics.contains { reading.settled.contains(.topic($0)) && reading.refused.contains($0) }
    }

    static func feature(named clause: String, _ sentence: String, isOneOf count: Int = 1) -> ProjectPattern.Feature {
        // "A tide clock with no chat" is a tide clock.
        let refusals = IdeaReading(refusalsIn: clause, isForeign: Tongue(sentence) != .english)
        let isWhole = refusals.refusals.positions.isEmpty || refusals.refusals.isOffline
        let said = isWhole ? clause : FeatureName.withoutLink(refusals.textBeforeRefusal ?? clause)
        let isGerman = Tongue(sentence) == .german
        let done = IdeaAside.withoutWelcome(said.isEmpty ? clause : said)
        let name = FeatureName.title(of: isGerman && clause != sentence ? GermanClause.stated(done) : done)
        // Each of several says what is its own; the constraints trace it to its sentence.
        let isPart = clause != sentence && (count > 1 || Words.split(clause, limit: 4).count > 2)
        let part = IdeaSentence.cleaned(clause)
        let text = isPart ? (isGerman ? GermanClause.stated(part) : part) : sentence.isEmpty ? name : sentence
        let welcome = IdeaAside.welcome(clause) ?? (count == 1 ? IdeaAside.welcome(sentence) : nil)
        return ProjectPattern.Feature(
            welcome ?? .must, name, Clip.text(text.capitalisedFirst + ".", 500), .table, [])
    }

    // MARK: The rest

    private func pitch(_ name: String) -> String {
        let idea = brief.sentences.filter { $0.kind == .wish }.map(\.text.capitalisedFirst).joined(separator: ". ")
        let text = "\(name): \(idea.isEmpty ? reading.text : idea)."
        return Clip.text(text.unicodeScalars.count < 20 ? text + " The idea says no more." : text, 500)
    }

    private func personas(_ features: [ProjectPattern.Feature]) -> [UserPersona] {
        Self.personas(of: brief, features: features)
    }

    /// Only those whom the idea names: with what it says of them.
    static func personas(of brief: ProjectBrief, features: [ProjectPattern.Feature]) -> [UserPersona] {
        let tongue = Tongue(of: brief.reading.words.map(\.lower))
        let named = PeopleOfIdea(sentences: brief.sentences, tongue: tongue)
            .personas(wanting: features.prefix(2).map(\.name))
            .map { persona in
                // "Only members": members.
                guard persona.role.hasPrefix("Only ") else { return persona }
                return UserPersona(
                    role: String(persona.role.dropFirst(5)).capitalisedFirst, goal: persona.goal,
                    painPoint: persona.painPoint)
            }
        let known = Set(named.flatMap { Words.split($0.role).map(Words.stem) })
        // Which words mean people without doing anything is known of English alone.
        let others = brief.reading.isForeign ? stated(brief) : audiences(of: brief, features: features)
        let added = others.filter { persona in
            !Words.split(persona.role).map(Words.stem).contains(where: known.contains)
        }
        let all = Array(
            (named + added).filter { persona in
                !indefinite.contains(persona.role.lowercased())
                    && !["it", "this", "they"].contains(Words.split(persona.role, limit: 1).first ?? "")
            }.prefix(5))
        if !all.isEmpty { return all }
        let does = features.prefix(3).map(\.name).joined(separator: "; ")
        return [
            UserPersona(
                role: Frame.somebody(tongue), goal: Clip.text(does.isEmpty ? brief.reading.text : does, 200),
                painPoint: Clip.text(trouble(of: brief) ?? Frame.notSaidTrouble(tongue), 200))
        ]
    }

    /// Words for anybody, who is nobody to design for.
    private static let indefinite: Set<String> = [
        "whoever", "anyone", "everyone", "everybody", "somebody", "chacun", "chacune", "jeder", "jede", "alle",
        "cada uno",
        "cada una", "ognuno", "ciascuno", "iedereen", "todos", "tutti", "on", "man",
    ]

    /// What the idea tells of today.
    private static func trouble(of brief: ProjectBrief) -> String? {
        brief.sentences.first {
            $0.kind == .background && PeopleOfIdea.tellsTrouble(Words.split($0.text, limit: 60))
        }?.text
    }

    private static func stated(_ brief: ProjectBrief) -> [UserPersona] {
        brief.statedAudience.prefix(3).map { who in
            UserPersona(
                role: Clip.text(who.capitalisedFirst, 100),
                goal: Clip.text(brief.sentences.first?.text ?? brief.reading.text, 200),
                painPoint: Frame.notSaidTrouble(Tongue(of: brief.reading.words.map(\.lower))))
        }
    }

    private static func audiences(of brief: ProjectBrief, features: [ProjectPattern.Feature]) -> [UserPersona] {
        var people: [(who: String, says: String)] = brief.namedAudiences.prefix(3).map { who in
            let last = Words.split(who).last ?? who
            let says = features.first { Words.split($0.name, limit: 40).contains(last) }?.name
            return (who, says ?? features.prefix(3).map(\.name).joined(separator: "; "))
        }
        for feature in features {
            let words = Words.split(feature.name, limit: 12)
            guard let length = ClauseParting.subject(of: words) else { continue }
            let noun = words.prefix(length).drop {
                IdeaVocabulary.determiners.contains($0) || $0.allSatisfy(\.isNumber)
            }
            let who = noun.joined(separator: " ")
            guard !["people", "person", "somebody", "everybody", "nobody"].contains(noun.last ?? ""),
                People.areMeant(by: who) || People.areMeant(by: English.plural(of: who))
            else { continue }
            let known = people.contains {
                let same = Set(Words.split($0.who).map(Words.stem))
                return !same.isDisjoint(with: noun.map(Words.stem))
            }
            if !known { people.append((who, feature.name)) }
        }
        return people.prefix(5).map { who, says in
            UserPersona(
                role: Clip.text(English.singular(of: who).capitalisedFirst, 100),
                goal: Clip.text(says.isEmpty ? brief.reading.text : says.capitalisedFirst, 200),
                painPoint: Clip.text(trouble(of: brief) ?? Frame.notSaidTrouble(.english), 200))
        }
    }

    private func constraints(_ features: [ProjectPattern.Feature]) -> String {
        let tongue = brief.tongue
        let near = Frame.nearest(brief.pattern.label, brief.shownSimilarity, tongue)
        let why =
            (!shape.hasTemplate
                ? Frame.withoutTemplate(tongue)
                : reading.isMinimal ? Frame.minimal(tongue) : Frame.likeNoPattern(tongue)) + "; " + near
        // What only an app with a server does is not said of a tool.
        let demands = reading.demands.filter { shape.hasTemplate || !$0.contains("is synchronised later") }
        var lines = ["\(Frame.ownWords(tongue)) (\(shape.phrase(tongue))): \(why)"] + demands
        if demands.count < reading.demands.count { lines.append(Frame.offline(tongue)) }
        if let analogy = brief.analogy {
            lines.append(
                "“\(analogy.product) for \(analogy.object)” is read as a likeness: the features that say “Assumed” are what \(analogy.product) is known for, and are to be confirmed"
            )
        }
        if demandedStack.isEmpty, reading.technologies.isEmpty, usualStack != [Self.noStack] {
            lines.append(Frame.suggested(usualStack, tongue))
        }
        if shape == .service,
            let note = ServiceRecords.note(
                features: features.map(\.name), stack: demandedStack.isEmpty ? reading.technologies : demandedStack)
        {
            lines.append(note)
        }
        lines += IdeaTrace(brief: brief, features: features, isOwn: true).lines
        lines += brief.decisions.map { "\(Frame.decided(tongue)): \($0.question) \($0.answer)" }
        if !reading.text.isEmpty { lines.append(BriefLine.write(reading.text)) }
        return lines.map { "- " + $0 }.joined(separator: "\n")
    }
}

extension String {
    fileprivate var trimmingFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
    fileprivate var trimmingComma: String { hasSuffix(",") ? String(dropLast()) : self }
}

/// Names of features from the words of a sentence.
enum FeatureName {
    /// What is left of a clause without the words that only open it: "it should beep" → "beep".
    static func core(of clause: String) -> String {
        var words = IdeaOpening.without(clause).split(separator: " ").map(String.init)
        while words.count > 1, let first = words.first, openings.contains(Words.split(first).joined()) {
            let plain = Words.split(first).joined()
            // "write a summary" is something to do; "write a program" opens the idea.
            if ["write", "create", "build", "make"].contains(plain),
                !OwnName.namesKind(words.dropFirst().prefix(6).map { Words.split($0).joined() })
            {
                break
            }
            // "Only members can post": who may, and who may not.
            if plain == "only",
                ClauseParting.subject(of: words.dropFirst().prefix(8).map { Words.split($0).joined() }) != nil
            {
                break
            }
            // "If the radio fails, it stores the reading"
            if plain == "if", clause.contains(", ") { break }
            // "a qué hora"
            if plain == "a", FunctionWords.links.contains(Words.split(words[1]).joined()) { break }
            words.removeFirst()
        }
        return words.joined(separator: " ")
    }

    static func title(of clause: String) -> String {
        let whole = core(of: clause)
        var words = Clip.words(whole, 90).split(separator: " ").map(String.init)
        let isCut = words.joined(separator: " ").unicodeScalars.count < whole.unicodeScalars.count
        // "… which", "… of the": what is cut off does not end in the middle of a phrase.
        while isCut, words.count > 2, let last = words.last, linksOn(last) { words.removeLast() }
        let text = words.joined(separator: " ")
        let end = isCut ? "…" : ""
        return Clip.text(text.isEmpty ? "The idea" : text.trimmingComma.capitalisedFirst + end, 100)
    }

    /// Without the words at its end that lead on to nothing.
    static func withoutLink(_ text: String) -> String {
        var words = text.split(separator: " ").map(String.init)
        while words.count > 1, let last = words.last, linksOn(last) { words.removeLast() }
        return words.joined(separator: " ")
    }

    private static func linksOn(_ word: String) -> Bool {
        let plain = Words.split(word).joined()
        return IdeaVocabulary.boundaries.contains(plain) || IdeaVocabulary.determiners.contains(plain)
            || FunctionWords.determiners.contains(plain) || FunctionWords.links.contains(plain)
    }

    private static let openings: Set<String> = Set(
        """
        a an the i we you it they he she user users people want wants would like to need needs should must can could will \
        shall also please and then so that which who app program tool just only build make me us create write there be is are \
        id ive let lets be able aber pero maar allerdings ideally maybe optionally possibly later if possible nice
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
}
