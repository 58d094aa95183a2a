import Models
import Patterns

/// Documents made of an idea's own sentences, where no pattern of the library is like it: how later agents know them.
enum OwnWords {
    /// Below this fit (`PatternLibrary.fit`) the nearest pattern is about something else.
    ///
    /// Set by a script with the same parts of the measure: of the tests' 848 ideas 1 in 20 was below before those that
    /// name their kind were taken out, and two thirds of 60 ideas that no pattern is for.
    static let threshold: Float = 1.2

    /// What opens the line by which later agents know such a document, in each language.
    private static let openings = Tongue.allCases.map(Frame.ownWords)

    /// Says of a document that was found by a pattern that its features are none of the pattern's.
    static let ownFeatures = "the features are the idea's own sentences"

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

    /// Stands for the stack where the idea names none, and any would be a guess; in each language.
    static let noStacks = Set(Tongue.allCases.map(Frame.noStack))

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
                !ProgramKind.isNamed(among: Array(words.prefix(5)))
            {
                return true
            }
            // "Gente que vive sola: una app que …": whom it is for.
            if clauses.count > 1, ProgramKind.isNamed(among: Words.split(clauses[1], limit: 3)),
                sentence.text.contains(clause + ":")
            {
                return false
            }
            // "Trial appointments, photos with a number": things, one after the other.
            if !isFirst, !isForeign, clauses.count > 1, (1...4).contains(words.count),
                !ProgramKind.isNamed(among: words),
                !words.contains(where: IdeaVocabulary.boundaries.contains)
            {
                return true
            }
            if isForeign { return clauses.count == 1 || !ProgramKind.isNamed(among: words) }
            let core = Words.split(FeatureName.core(of: clause), limit: 12)
            if core.first.map(IdeaSentence.isDoing) ?? false { return true }
            // "Members log the hours": what people do, though a log is a kind of program, too.
            let namesKind =
                ProgramKind.isNamed(among: Array(words.prefix(4))) && (isFirst || !People.areMeant(by: words[0]))
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
    static func isSettled(_ text: String, by reading: IdeaReading) -> Bool {
        if reading.settled.contains(.freePaid), !Set(Words.split(text, limit: 40)).isDisjoint(with: ["free", "costs"]) {
            return true
        }
        // "Anonymous, without accounts" decides over "everybody signs in".
        let signs = SpokenLine(text)
        return reading.settled.contains(.anonymousAccounts) && reading.refused.contains(.accounts)
            && ["signs in", "sign in", "logs in", "log in", "an account", "registers"].contains(where: signs.says)
    }

    static func isRuledOut(_ text: String, by reading: IdeaReading) -> Bool {
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
}

extension String {
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
                !ProgramKind.isNamed(among: words.dropFirst().prefix(6).map { Words.split($0).joined() })
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
