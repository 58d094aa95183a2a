import Patterns

/// One thing that an idea wants: its heading, its sentence, who does it, how one sees that it is fulfilled.
struct Wish {
    var title: String
    /// The part of the sentence that says it.
    let clause: String
    let sentence: String
    let deed: WishDeed
    var priority: ProjectPattern.Priority
    /// Bounds and rules that the idea says of it elsewhere.
    var rules: [String] = []
    /// What is kept of the thing: "title, artist, year".
    var fields: String?
    /// What stands before the colon of its sentence, where the document says that nowhere else: "Reports".
    var heading: String?
    /// Whether its sentence wishes more than this.
    var isPart = false

    func criteria(_ tongue: Tongue, runs: Bool) -> [String] {
        let own = WishCriteria.of(clause, deed: deed, rules: rules, tongue, runs: runs)
        guard let fields else { return own }
        return [ResearchTexts.say("fields", tongue, ["x": fields])] + own.prefix(1)
    }

    func feature(_ tongue: Tongue, runs: Bool) -> ProjectPattern.Feature {
        let criteria = criteria(tongue, runs: runs)
        let isLong = sentence.unicodeScalars.count > 240 && rules.isEmpty
        let said = isLong || isPart ? (heading.map { "\($0): " } ?? "") + clause : sentence
        var text = said.capitalisedFirst
        if !text.hasSuffix("。") { text += tongue == .japanese ? "。" : "." }
        return ProjectPattern.Feature(
            priority, title, AcceptanceCriteria.adding(criteria, to: text, tongue, longest: 500), .table, [])
    }
}

/// Reads an idea's wishes from its statements: what stands in one sentence is parted, a rule goes to what it is about.
struct WishReader {
    private(set) var wishes: [Wish] = []
    /// Conditions that became wishes, and are no lines of the constraints any more.
    private(set) var turned: Set<String> = []
    private let tongue: Tongue

    init(_ statements: [Statement], tongue: Tongue) {
        self.tongue = tongue
        var rules: [String] = []
        for statement in statements {
            switch statement.kind {
            case .feature: read(statement, isFirst: statement.isFirst)
            case .opening: readOpening(statement, isAlone: statements.count == 1)
            case .condition(.rule), .condition(.measure), .condition(.scale):
                if case .condition(.rule) = statement.kind, isDuty(statement.text) {
                    turned.insert(statement.text)
                    read(statement, isFirst: false)
                } else if statement.kind != .condition(.scale)
                    || !AcceptanceCriteria(statement.text, tongue: tongue).criteria.isEmpty
                {
                    rules.append(statement.text)
                }
            case .exclusion:
                // "Without ads and with at most 3 courts"
                if let bound = Self.bound(endOf: statement.text) { rules.append(bound) }
            case .condition, .background, .limit: continue
            }
        }
        for rule in rules { attach(rule) }
        rank()
        for index in wishes.indices {
            wishes[index].isPart = wishes.count { $0.sentence == wishes[index].sentence } > 1
        }
    }

    /// "It should show …", "the limit should be adjustable": something to be there, whatever opens it.
    private func isDuty(_ text: String) -> Bool {
        if ResearchWords.says("later", tongue, in: text) { return true }
        let words = Words.split(text, limit: 60)
        guard let first = words.first, !StatementWords.negatives.contains(first),
            !StatedBound.opens(words[...])
                || words.contains(where: { ["should", "must", "soll", "muss", "debe", "doit", "deve"].contains($0) })
        else { return false }
        let denying = ResearchWords.set("denying", tongue)
        let parts = WishParting.parts(of: text, tongue)
        let positive = parts.filter { part in !Words.split(part, limit: 60).contains(where: denying.contains) }
        guard !positive.isEmpty, !ResearchWords.set("onlysome", tongue).contains(first) else { return false }
        if StatementWords.runs.contains(first) { return false }
        return positive.contains { part in
            let form = ClauseForm(part, tongue)
            return form.hasVerb && Words.split(part, limit: 4).count > 2
        } && !parts[0].isEmpty
            && (parts.count > 1 || ClauseForm(text, tongue).subjectLength != nil
                || StatementWords.musts.contains(first))
    }

    private mutating func readOpening(_ statement: Statement, isAlone: Bool) {
        // "A booking system for courses": what the kind of program says is wished, too.
        let telling: Set<DeedKind> = [.book, .ask, .search, .notify, .cancel]
        guard isAlone || !telling.isDisjoint(with: DeedKind.all(in: statement.text, tongue)) else { return }
        let name = StatedName.plain(of: statement.text, tongue)
        guard !name.isEmpty else { return }
        let title = Self.whole(name, in: statement.text)
        add(title, clause: statement.text, sentence: statement.text, isFirst: true, statement)
    }

    /// A phrase with what the sentence goes on with, where that is no other part of it and the whole is short.
    private static func whole(_ phrase: String, in text: String) -> String {
        guard let place = text.firstRange(of: phrase) ?? text.firstRange(of: phrase.lowercasedFirst) else {
            return phrase
        }
        let rest = text[place.upperBound...]
        let whole = phrase + rest
        return whole.unicodeScalars.count <= 80 && !rest.contains(where: { ",;:.(–—".contains($0) }) ? whole : phrase
    }

    /// The bound at the end of a part that begins with something else: "without ads and with at most 3 courts".
    private static func bound(endOf part: String) -> String? {
        let words = part.split(separator: " ")
        return words.indices.dropFirst().lazy.map { words[$0...].joined(separator: " ") }
            .first { StatedBound.opens(Words.split($0, limit: 40)[...]) }
    }

    private mutating func read(_ statement: Statement, isFirst: Bool) {
        let text = statement.text
        if isFirst, let (head, addition) = addition(to: text) {
            // "A fundraising page" is what the whole is; "a dashboard showing the energy use" says more, and so does what
            // is done in it.
            let tells =
                ClauseForm(IdeaOpening.without(head), tongue).hasVerb || Self.purpose(of: head, tongue) != nil
            let shows = head.split(separator: " ").contains { $0.hasSuffix("ing") && $0.count > 5 }
            if tells || shows && tongue == .english {
                readSaid(head, of: statement, isFirst: true)
            }
            for part in addition {
                add(WishTitle.of(part, tongue), clause: part, sentence: text, isFirst: true, statement)
            }
        } else {
            readSaid(text, of: statement, isFirst: isFirst)
        }
    }

    /// "A dashboard of our sites, with an alarm and a map": what it is, and what comes with it.
    private func addition(to text: String) -> (head: String, parts: [String])? {
        guard let (head, said) = Self.withTail(of: text, tongue) else { return nil }
        let links = ClauseForm.links(tongue)
        let parts = IdeaParts.items(of: said).flatMap { item in
            item.split(separator: " ").split { links.contains(String($0)) }.map { $0.joined(separator: " ") }
        }.filter { !$0.isEmpty }
        let fields = Set(ProductTexts.of(tongue).fields.values)
        // "A list of books with title, author and year": fields belong to what they are of.
        guard parts.contains(where: { !fields.contains($0) && !fields.contains($0.lowercased()) }) else { return nil }
        return (head, parts)
    }

    /// What stands before and behind the first "with" of a text that tells no deed.
    static func withTail(of text: String, _ tongue: Tongue) -> (head: String, tail: String)? {
        let withs = ResearchWords.set("withs", tongue)
        let words = text.split(separator: " ").map(String.init)
        guard let place = words.indices.dropFirst(2).first(where: { withs.contains(Words.split(words[$0]).joined()) }),
            place + 1 < words.count
        else { return nil }
        let head = words[..<place].joined(separator: " ").trimmingCharacters(" ,")
        let tail = words[(place + 1)...].joined(separator: " ")
        let first = Words.split(words[place + 1]).joined()
        let isApart = words[place - 1].hasSuffix(",")
        let isPlain =
            purpose(of: head, tongue) == nil && !ClauseForm(IdeaOpening.without(head), tongue).hasVerb
            && !head.contains(",") && !ClauseForm(tail, tongue).hasVerb
        guard isApart || isPlain, IdeaParts.colon(in: text) == nil, !possessives.contains(first),
            !StatedBound.opens(Words.split(tail)[...]), !StatedBound.isNumber(first, tongue),
            !first.allSatisfy(\.isNumber), !StatedPeople.isPerson(Words.split(tail, limit: 1).first ?? "", tongue)
        else { return nil }
        return (head, tail)
    }

    private mutating func readSaid(_ text: String, of statement: Statement, isFirst: Bool) {
        if isFirst,
            let (_, all) = Self.purpose(of: text, tongue) ?? Self.purpose(of: StatedName.afterWish(text), tongue)
        {
            var deeds = all
            var fields: String?
            if let (head, rest) = IdeaParts.colon(in: all), isFields(rest) { (deeds, fields) = (head, rest) }
            for part in WishParting.parts(of: deeds, tongue, isDeed: true) {
                add(WishTitle.ofDeed(part, tongue), clause: part, sentence: text, isFirst: true, statement)
            }
            if let fields, !wishes.isEmpty { wishes[wishes.count - 1].fields = fields }
            return
        }
        // "…, so I would like a little web app for the four of us": what it is, and no deed.
        if isFirst {
            let wished = StatedName.afterWish(text)
            if wished != text, wished.count * 2 < text.count, !ClauseForm(wished, tongue).hasVerb { return }
        }
        var said = IdeaOpening.without(text)
        var isList = false
        var heading: String?
        let known = wishes.count
        defer {
            if let heading { for index in wishes.indices.dropFirst(known) { wishes[index].heading = heading } }
        }
        if let (head, rest) = IdeaParts.colon(in: text) {
            let form = ClauseForm(head, tongue)
            if isFields(rest), form.hasVerb {
                add(WishTitle.of(head, tongue), clause: head, sentence: text, isFirst: isFirst, statement)
                if !wishes.isEmpty { wishes[wishes.count - 1].fields = rest }
                return
            }
            if !form.hasVerb, Words.split(head, limit: 9).count < 9, !ResearchWords.says("later", tongue, in: head) {
                said = rest
                isList = true
                // The opening's stands in the pitch.
                if !isFirst { heading = head }
            } else if form.hasVerb, ClauseForm(rest, tongue).hasVerb {
                add(WishTitle.of(head, tongue), clause: head, sentence: text, isFirst: isFirst, statement)
                said = rest
            }
        }
        // "I want to save recipes, scale them and …"
        let isDeed = tongue == .english && said.hasPrefix("to ")
        if isDeed { said.removeFirst(3) }
        let denying = ResearchWords.set("denying", tongue)
        let parts = WishParting.parts(of: said, tongue, isList: isList, isDeed: isDeed)
        for part in parts {
            let words = Words.split(part, limit: 40)
            let isBound = StatedBound.opens(words[...])
            let isDenied =
                words.prefix(2).contains { denying.contains($0) } && !(words.first == "no" && tongue != .english)
            if parts.count > 1, isBound || isDenied, !wishes.isEmpty {
                wishes[wishes.count - 1].rules.append(isBound ? part : Self.bound(endOf: part) ?? part)
                continue
            }
            add(WishTitle.of(part, tongue), clause: part, sentence: text, isFirst: isFirst, statement)
        }
    }

    /// "Title, artist, year": what is kept of a thing, and nothing to be done.
    private func isFields(_ text: String) -> Bool {
        let items = IdeaParts.items(of: text)
        return items.count > 2
            && items.allSatisfy { Words.split($0, limit: 5).count < 5 && !ClauseForm($0, tongue).hasVerb }
    }

    /// "A site where parents report …": what is done in it; nil where the sentence does not say it so.
    ///
    /// `saysTo` where an infinitive tells it, too: "an app to log my runs".
    static func purpose(of text: String, _ tongue: Tongue, saysTo: Bool = true) -> (head: String, deeds: String)? {
        let words = text.split(separator: " ").map(String.init)
        for (index, word) in words.enumerated() where (1...14).contains(index) && index < words.count - 2 {
            let plain = Words.split(word).joined()
            // "Pour que les élèves votent": what it is for.
            if ["pour", "para", "afin"].contains(plain), index + 2 < words.count,
                Words.split(words[index + 1]).joined() == "que"
            {
                return (words[..<index].joined(separator: " "), words[(index + 2)...].joined(separator: " "))
            }
            if saysTo, opensDeed(words, at: index, tongue) {
                return (words[..<index].joined(separator: " "), words[(index + 1)...].joined(separator: " "))
            }
            guard relatives(tongue).contains(plain) else { continue }
            let afterComma =
                words[index - 1].hasSuffix(",") || tongue == .german && index > 1 && words[index - 2].hasSuffix(",")
            // German articles bring a relative clause behind a comma alone.
            if tongue == .german, ["das", "die", "der", "dem", "den"].contains(plain), !afterComma { continue }
            let before = words[..<index].joined(separator: " ")
            if IdeaParts.colon(in: before + " x") != nil { return nil }
            if ClauseForm(IdeaOpening.without(before), tongue).subjectLength != nil { return nil }
            var rest = Array(words[(index + 1)...])
            // "mit dem ich …", "auf der Nachbarn …", "in which members"
            if tongue == .german, let first = rest.first, ["ich", "man", "wir"].contains(first.lowercased()) {
                rest.removeFirst()
            }
            if tongue == .english, let first = rest.first, ["i", "we", "you"].contains(first.lowercased()) {
                rest.removeFirst()
                if let modal = rest.first, ["can", "could", "may"].contains(modal) { rest.removeFirst() }
            }
            guard rest.count > 1 else { return nil }
            return (before.trimmingCharacters(" ,"), rest.joined(separator: " "))
        }
        return nil
    }

    /// "With their CV": it belongs to what stands before.
    private static let possessives = WordList.set(
        "their his her its leur leurs sa son ses ihre ihrem ihren ihrer seinem seiner su sus seu sua seus suas loro hun zijn haar ich jego jej"
    )

    /// "An app to log my runs", "un'app per prenotare": what is done in a program that is named before.
    private static func opensDeed(_ words: [String], at index: Int, _ tongue: Tongue) -> Bool {
        let openings: [Tongue: String] = [
            .english: "to", .french: "pour", .spanish: "para", .portuguese: "para", .italian: "per",
        ]
        guard let opening = openings[tongue], Words.split(words[index]).joined() == opening, index <= 5 else {
            return false
        }
        let next = Words.split(words[index + 1]).joined()
        let isDeed =
            tongue == .english
            ? IdeaSentence.isDoing(next) && !next.hasSuffix("s") : VerbForms.of(tongue)?.isInfinitive(next) ?? false
        return isDeed && ProgramKind.isNamed(among: words[..<index].flatMap { Words.split($0) })
    }

    private static func relatives(_ tongue: Tongue) -> Set<String> {
        switch tongue {
        case .english: ["that", "which", "where", "who"]
        case .german: ["das", "die", "der", "dem", "wo", "womit", "den"]
        case .french: ["qui", "ou"]
        case .spanish: ["que", "donde"]
        case .portuguese: ["que", "onde"]
        case .italian: ["che", "dove"]
        case .dutch: ["die", "dat", "waar", "waarmee"]
        case .polish: ["ktory", "ktora", "ktore", "gdzie"]
        case .japanese: []
        }
    }

    private mutating func add(_ title: String, clause: String, sentence: String, isFirst: Bool, _ statement: Statement)
    {
        let cleaned = IdeaParts.cleaned(title).capitalisedFirst
        // "Because I don't want …": a reason, and nothing wished.
        guard !Self.reasons.contains(Words.split(clause, limit: 1).first ?? "") else { return }
        guard !cleaned.isEmpty, !wishes.contains(where: { $0.title.lowercased() == cleaned.lowercased() }) else {
            return
        }
        wishes.append(
            Wish(
                title: cleaned, clause: clause, sentence: sentence,
                deed: WishDeed(WishTitle.withoutWelcome(IdeaOpening.without(clause), tongue), tongue),
                priority: priority(of: clause, sentence, isFirst: isFirst, statement)))
    }

    // MARK: How much it matters

    private func priority(of clause: String, _ sentence: String, isFirst: Bool, _ statement: Statement)
        -> ProjectPattern.Priority
    {
        if ResearchWords.says("later", tongue, in: clause) { return .nice }
        if statement.isNice || ResearchWords.says("later", tongue, in: sentence),
            IdeaParts.items(of: sentence).count < 3
        {
            return .nice
        }
        if isFirst || ResearchWords.says("stress", tongue, in: sentence) { return .must }
        return ResearchWords.says("soft", tongue, in: sentence) ? .should : .must
    }

    /// Where much is wished, what only brings data in or out, or counts it, comes after the rest.
    private mutating func rank() {
        guard wishes.count(where: { $0.priority == .must }) > 3 else { return }
        for index in wishes.indices.dropFirst() where wishes[index].priority == .must {
            let wish = wishes[index]
            guard !ResearchWords.says("stress", tongue, in: wish.sentence) else { continue }
            let words = Words.split(wish.clause, limit: 4)
            let kinds = DeedKind.all(in: wish.clause, tongue)
            let isSecond =
                kinds.contains(.export) || kinds.contains(.import)
                || words.contains { word in
                    Self.counting.contains { word.hasPrefix($0) }
                } || tongue == .japanese && ["統計", "グラフ"].contains { wish.clause.contains($0) }
            if isSecond { wishes[index].priority = .should }
        }
    }

    private static let reasons = WordList.set("because weil parce perche omdat poniewaz")
    private static let counting = [
        "statist", "estadist", "estatist", "report", "rapport", "raport", "auswert", "informe", "relator", "diagram",
    ]

    // MARK: Rules

    /// A rule goes to the wish that speaks of the same, a bound without one to the first.
    private mutating func attach(_ rule: String) {
        guard !wishes.isEmpty else { return }
        let said = Self.stems(rule)
        let shared = wishes.indices.map { Self.stems(wishes[$0].clause).intersection(said).count }
        if let best = shared.max(), best > 0, let index = shared.firstIndex(of: best) {
            wishes[index].rules.append(rule)
        } else if !AcceptanceCriteria(rule, tongue: tongue).criteria.isEmpty {
            wishes[0].rules.append(rule)
        }
    }

    static func stems(_ text: String) -> Set<String> {
        Set(
            Words.split(text, limit: 80).filter {
                $0.count > 3 && !IdeaShape.stopWords.contains($0) && !FunctionWords.links.contains($0)
                    && !FunctionWords.determiners.contains($0)
            }.map { String($0.prefix(6)) }.map { $0.hasSuffix("s") ? String($0.dropLast()) : $0 })
    }
}
