import Patterns

/// One thing that an idea says, whole and in its own words, and what it is.
struct Statement: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        /// Something that the program does or has.
        case feature
        /// What the whole is, said in the beginning, and nothing besides: "booking site for my barber shop".
        case opening
        /// "No display, no bluetooth."
        case exclusion
        /// A condition, a bound, a size, a place or a language: a line of the constraints.
        case condition(ClauseRole)
        /// How it is today.
        case background
        /// "Nothing else."
        case limit
    }

    let text: String
    let kind: Kind
    /// Whether it stands where the idea says what the whole is.
    var isFirst = false

    /// Whether it is only welcome.
    var isNice: Bool {
        let line = SpokenLine(text)
        return StatementWords.nice.contains(where: line.says)
    }

    /// What somebody answered when asked is a wish, whatever opens it.
    var asAnswer: Statement { Statement(text: text, kind: kind == .opening ? .feature : kind) }

    /// The statements of an idea, each part of it in exactly one; what only greets is left out.
    static func all(in idea: String) -> [Statement] { StatementReader(idea).statements }
}

/// Reads an idea's statements, with as little cutting as can be.
private struct StatementReader {
    private(set) var statements: [Statement] = []
    private let tongue: Tongue
    private var hasOpening = false

    init(_ idea: String) {
        tongue = Tongue(idea)
        let parts = IdeaParts.all(in: idea)
        for (index, part) in parts.enumerated() { read(part, isLast: index == parts.count - 1) }
        var seen: Set<String> = []
        statements = statements.filter { seen.insert($0.text.lowercased()).inserted }
    }

    private mutating func add(_ text: String, _ kind: Statement.Kind, isFirst: Bool = false) {
        let said = IdeaParts.cleaned(text)
        if !said.isEmpty { statements.append(Statement(text: said, kind: kind, isFirst: isFirst)) }
    }

    private mutating func read(_ part: String, isLast: Bool) {
        let text = withoutTalk(part)
        guard !text.isEmpty else { return }
        if let (denied, rest) = DeniedKind.read(text, tongue), !hasOpening || tongue == .japanese {
            add(denied, .exclusion)
            if !rest.isEmpty { read(rest, isLast: isLast) }
            return
        }
        if isBackground(text) { return add(text, .background) }
        guard !hasOpening else { return readFurther(text) }
        let words = Words.split(text, limit: 60)
        if IdeaReading.isLimit(text), Words.split(IdeaReading.withoutLimit(text), limit: 3).isEmpty {
            return add(text, .limit)
        }
        // "No more paper": what opens with a refusal says what the program is not.
        if StatementWords.negatives.contains(words.first ?? ""), isExclusion(text) { return add(text, .exclusion) }
        // "Python please. A script that …": what the program is comes behind it.
        if !isLast || !statements.isEmpty, isOnlyStack(text) { return add(text, .condition(.stack)) }
        hasOpening = true
        readOpening(text)
    }

    // MARK: The opening

    private mutating func readOpening(_ said: String) {
        let text = Self.withoutRequest(said)
        for inside in IdeaParts.brackets(in: text) where ClauseRole.of(inside, tongue: tongue) == .platform {
            add(inside, .condition(.platform))
        }
        if let (head, rest) = IdeaParts.colon(in: text), Words.split(head, limit: 30).count <= 20 {
            if isOnlyStack(head) {
                add(head, .condition(.stack))
                return readOpening(rest)
            }
            // "…, mit dem ich meine Sammlung verwalte: Titel, Jahr": what is kept of a thing.
            if WishReader.purpose(of: head, tongue) != nil, case let items = IdeaParts.items(of: rest), items.count > 2,
                items.allSatisfy({
                    Words.split($0, limit: 5).count < 5 && !ClauseForm($0, tongue).hasVerb && !isExclusion($0)
                })
            {
                return add(text, .feature, isFirst: true)
            }
            if isOnlyKind(head) {
                add(head, .opening, isFirst: true)
            } else {
                add(head, .feature, isFirst: true)
            }
            return readList(rest)
        }
        if let (head, refused) = refusedAtEnd(of: text) {
            readOpening(head)
            return add(refused, .exclusion)
        }
        let items = IdeaParts.items(of: text)
        let isList = items.count > 4 && items.allSatisfy { Words.split($0, limit: 3).count > 1 || isExclusion($0) }
        if isList, !hasRelative(items[1...]) {
            add(items[0], isOnlyKind(items[0]) ? .opening : .feature, isFirst: true)
            return readList(items.dropFirst().joined(separator: ", "))
        }
        readItems(items, isFirst: true)
    }

    /// "A tide clock with no ads, accounts or chat": the clock, and what it has not.
    private func refusedAtEnd(of text: String) -> (head: String, refused: String)? {
        guard let place = text.range(of: " with no ") else { return nil }
        let head = String(text[..<place.lowerBound])
        let refused = "no " + text[place.upperBound...]
        let items = IdeaParts.items(of: refused)
        guard let first = items.first, isExclusion(first), Words.split(head, limit: 3).count > 1,
            items.dropFirst().allSatisfy({ isExclusion($0) || continues($0) })
        else { return nil }
        return (head, refused)
    }

    /// "Could you please build me a library": the library.
    private static func withoutRequest(_ text: String) -> String {
        var words = text.split(separator: " ").map(String.init)
        let plain = words.map { Words.split($0).joined() }
        let lead = plain.prefix { requests.contains($0) }.count
        guard lead > 0, lead + 2 < words.count, plain[..<lead].contains(where: making.contains) else { return text }
        words.removeFirst(lead)
        return words.joined(separator: " ")
    }

    private static let making = WordList.set("build make create write develop program code")
    private static let requests = making.union(
        WordList.set("could can would you please kindly help me us to i need want"))

    /// "…, das Rechnungen einliest, Betrag und Datum erkennt": one clause, however many commas it has.
    private func hasRelative(_ items: ArraySlice<String>) -> Bool {
        items.contains { StatementWords.relatives.contains(Words.split($0, limit: 1).first ?? "") }
    }

    /// Whether words only name a kind of program, and for whom or what it is.
    private func isOnlyKind(_ text: String) -> Bool {
        if tongue == .japanese {
            return !text.contains("、")
                && ["アプリ", "ツール", "サイト", "システム", "ノート", "ボット", "ゲーム", "ソフト", "ページ", "サービス"].contains(
                    where: text.hasSuffix)
        }
        let plain = IdeaParts.withoutBrackets(text)
        let words = Words.split(plain, limit: 40)
        guard words.count <= 16, !plain.contains(",") else { return false }
        if Self.pointsBack(text) { return false }
        let wanted = words.drop { StatementWords.wanting.contains($0) || StatementWords.we.contains($0) }
        let infinitive =
            tongue == .english
            && words.indices.dropLast().contains { words[$0] == "to" && IdeaSentence.isDoing(words[$0 + 1]) }
        return !infinitive
            && !wanted.dropFirst(2).contains {
                StatementWords.relatives.contains($0) && $0 != "der" && $0 != "die" && $0 != "das" && $0 != "dem"
            }
            || text.hasSuffix(":")
    }

    /// "Please migrate it to Django": something to be done with what was told of before.
    private static func pointsBack(_ text: String) -> Bool {
        let asked = Words.split(text, limit: 5).drop { ["please", "bitte", "kindly"].contains($0) }
        return asked.dropFirst().first.map(["it", "this", "them"].contains) ?? false
    }

    /// What follows the colon of the opening: each of its items where there are several, else the whole.
    private mutating func readList(_ rest: String) {
        let items = joined(IdeaParts.items(of: rest))
        // "At most 8 per course, a waiting list, cancelling": each by itself, whatever the first is.
        if items.count > 1, items.contains(where: { role(of: $0) == .rule || isExclusion($0) }),
            !hasRelative(items[...])
        {
            for item in WishParting.parts(of: items.joined(separator: ", "), tongue, isList: true) {
                addWhole(withoutLink(item))
            }
            return
        }
        let isList =
            items.count > 2 && items.allSatisfy { Words.split($0, limit: 3).count > 1 || isExclusion($0) }
            || items.count > 3
        // "The trainer enters times, distances, heights": one sentence.
        let isSentence = items.first.map { startsWithSubject($0) } ?? false
        guard isList, !hasRelative(items[...]), !isSentence else {
            return readItems(IdeaParts.items(of: rest), isFirst: false)
        }
        for item in WishParting.parts(of: items.joined(separator: ", "), tongue, isList: true) {
            addWhole(withoutLink(item))
        }
    }

    /// Items with those joined that only go on with the one before: "acompte de 30 %, le solde sur place".
    private func joined(_ items: [String]) -> [String] {
        var result: [String] = []
        for item in items {
            let words = Words.split(item, limit: 4)
            let first = words.first ?? ""
            let goesOn =
                FunctionWords.determiners.contains(first) || Self.going.contains(first)
                || IdeaVocabulary.determiners.contains(first) && !["no"].contains(first)
            if let last = result.last, goesOn, !isExclusion(item), !isExclusion(last), !startsWithSubject(item) {
                result[result.count - 1] = last + ", " + item
            } else {
                result.append(item)
            }
        }
        return result
    }

    private static let going = WordList.set(
        "davon of then otherwise sonst dann aber but or oder ou o ma mais pero maar dont daarvan weil because so which who if wenn si se als"
    )

    private func withoutLink(_ item: String) -> String {
        guard let space = item.firstIndex(of: " "),
            ["and", "und", "et", "y", "e", "en", "ed"].contains(item[..<space].lowercased())
        else { return item }
        return String(item[space...]).trimmingSpaces
    }

    // MARK: Further sentences

    private mutating func readFurther(_ text: String) { readItems(IdeaParts.items(of: text), isFirst: false) }

    /// Takes what is surely no feature out of a sentence, and leaves the rest whole.
    private mutating func readItems(_ all: [String], isFirst: Bool) {
        let items = all.flatMap(withoutCondition)
        let whole = items.joined(separator: ", ")
        // "If the line fails: a message, no commands" holds together.
        let opens = Words.split(whole, limit: 3)
        let isConditional =
            Tongue.conditions.contains(opens.first ?? "") || IdeaParts.colon(in: whole) != nil
            || ["bei", "if", "in"].contains(opens.first ?? "") && opens.contains("ausfall")
        if isConditional, !isFirst { return addWhole(whole) }
        if items.count > 1, isExclusion(items[0]) {
            // "No ads, accounts or chat" goes on; "no login, just a name" says how it is instead.
            if items.dropFirst().allSatisfy({ isExclusion($0) || continues($0) }) { return add(whole, .exclusion) }
            if !items.dropFirst().contains(where: startsWithSubject) {
                // "Keine App, nur Website": how it is instead belongs to it.
                let isInstead =
                    items.count == 2 && Words.split(items[1], limit: 9).count < 7
                    && !StatedBound.opens(Words.split(items[1])[...])
                return add(whole, isInstead ? .exclusion : .condition(.rule))
            }
        }
        var run: [String] = []
        var isRunFirst = isFirst
        func flushed() -> String { run.joined(separator: ", ") }
        var index = 0
        while index < items.count {
            let item = items[index]
            var refused = [item]
            if items.count > 1, isExclusion(item) {
                while index + 1 < items.count,
                    isExclusion(items[index + 1]) || index + 2 == items.count && continues(items[index + 1])
                {
                    index += 1
                    refused.append(items[index])
                }
                if !run.isEmpty { addWhole(flushed(), isFirst: isRunFirst) }
                (run, isRunFirst) = ([], false)
                add(withoutLink(refused.joined(separator: ", ")), .exclusion)
            } else if items.count > 1, index > 0, isOnlyStack(item) {
                if !run.isEmpty { addWhole(flushed(), isFirst: isRunFirst) }
                (run, isRunFirst) = ([], false)
                add(item, .condition(.stack))
            } else if items.count > 1, let role = certainRole(item) {
                if !run.isEmpty { addWhole(flushed(), isFirst: isRunFirst) }
                (run, isRunFirst) = ([], false)
                add(item, role)
            } else {
                if startsWithSubject(item), let last = run.last, Words.split(last, limit: 5).count > 2 {
                    addWhole(flushed(), isFirst: isRunFirst)
                    (run, isRunFirst) = ([], false)
                }
                run.append(item)
            }
            index += 1
        }
        if !run.isEmpty { addWhole(flushed(), isFirst: isRunFirst) }
    }

    /// "No ads and with at most 3 bookings": what is left out, and what holds.
    private func withoutCondition(_ item: String) -> [String] {
        for link in [" and with ", " und mit ", " et avec ", " y con ", " e com ", " e con ", " en met "] {
            guard let place = item.range(of: link) else { continue }
            let head = String(item[..<place.lowerBound])
            guard isExclusion(head) else { continue }
            return [head, link.trimmingSpaces + " " + item[place.upperBound...]]
        }
        return [item]
    }

    /// What a comma item is where that is certain: "works on phones", "python please", "nothing else".
    private func certainRole(_ item: String) -> Statement.Kind? {
        if IdeaReading.isLimit(item), Words.split(IdeaReading.withoutLimit(item), limit: 3).isEmpty { return .limit }
        switch ClauseRole.of(item, tongue: tongue) {
        case .platform: return .condition(.platform)
        case .stack: return .condition(.stack)
        default: return nil
        }
    }

    /// Adds a clause that is not cut any more.
    private mutating func addWhole(_ text: String, isFirst: Bool = false) {
        let text = IdeaParts.cleaned(text)
        guard !text.isEmpty else { return }
        if isFirst, !Self.pointsBack(text) {
            return add(text, isOnlyKind(text) ? .opening : .feature, isFirst: true)
        }
        if isBackground(text) { return add(text, .background) }
        if IdeaReading.isLimit(text), Words.split(IdeaReading.withoutLimit(text), limit: 3).isEmpty {
            return add(text, .limit)
        }
        if isExclusion(text) { return add(text, .exclusion) }
        // "Gratuite": what it costs, and nothing that it does.
        if ["free", "gratis", "gratuit", "gratuite", "gratuito", "gratuita", "kostenlos", "darmowa", "無料"].contains(
            Words.split(text).joined())
        {
            return add(text, .condition(.rule))
        }
        if let role = role(of: text) { return add(text, .condition(role)) }
        add(text, .feature)
    }

    private func role(of text: String) -> ClauseRole? {
        let words = Words.split(text, limit: 60)
        let line = SpokenLine(words: words)
        // "Django because that's what we know"
        let reason = words.firstIndex(where: StatementWords.reasons.contains)
        if isOnlyStack(reason.map { words[..<$0].joined(separator: " ") } ?? text) { return .stack }
        if isOnlyNumber(words) { return .scale }
        if IdeaParts.items(of: text).contains(where: Self.endsDenied) { return .rule }
        if words.prefix(20).contains(where: StatementWords.never.contains),
            StatementWords.musts.contains(words.first ?? "")
        {
            return .rule
        }
        if ["go live", "golive", "deadline"].contains(where: line.says) { return .rule }
        if StatementWords.isNeeded.contains(where: line.says) { return .rule }
        if let role = ClauseRole.of(text, tongue: tongue) { return role }
        guard let first = words.first else { return nil }
        if StatementWords.negatives.contains(first) { return .rule }
        if StatementWords.only.contains(first), words.count > 1 { return .rule }
        if StatementWords.musts.contains(first) { return .rule }
        if StatementWords.runs.contains(first) { return .rule }
        if words.prefix(4).contains(where: StatementWords.never.contains) { return .rule }
        return nil
    }

    /// "Printing the receipt no": denied at its end.
    private static func endsDenied(_ item: String) -> Bool {
        let words = Words.split(item, limit: 30)
        return words.count > 1 && ["nicht", "not", "niet", "no", "non", "nao"].contains(words.last ?? "")
    }

    /// "18 tables", "14 nurses, 6 of them part-time": how much there is of something.
    private func isOnlyNumber(_ words: [String]) -> Bool {
        guard words.count > 1, let first = words.first, first.allSatisfy(\.isNumber) else { return false }
        if words.count <= 3 { return !words.contains(where: StatementWords.relatives.contains) }
        return words.count <= 8 && !Set(words).isDisjoint(with: ["davon", "dont", "waarvan"])
    }

    /// Nothing but technologies: "js", "bitte in C# mit Avalonia".
    private func isOnlyStack(_ text: String) -> Bool {
        guard Words.split(text, limit: 20).count < 20 else { return false }
        let names = StatedStack([Statement(text: text, kind: .feature)], tongue: tongue).technologies
        guard !names.isEmpty else { return false }
        let beside = ResearchWords.set("stackword", tongue)
        let known = Set(names.flatMap { Words.split($0) } + names.map { $0.lowercased() } + ["js", "node"])
        let words = text.split(whereSeparator: { " ,+/()".contains($0) }).map { String($0).trimmingCharacters(".;:!?") }
        return words.allSatisfy { word in
            let plain = Words.split(word)
            return known.contains(word.lowercased())
                || plain.allSatisfy {
                    known.contains($0) || StatementWords.stackFillers.contains($0) || FunctionWords.links.contains($0)
                        || beside.contains($0) || $0.allSatisfy(\.isNumber)
                }
        }
    }

    // MARK: What is told and what is ruled out

    private func withoutTalk(_ part: String) -> String {
        let words = Words.split(part, limit: 40)
        if words.allSatisfy(StatementWords.talk.contains) { return "" }
        if words.count <= 9, StatementWords.talkPhrases.contains(where: { words.starts(with: $0) }) { return "" }
        var items = IdeaParts.items(of: part)
        while items.count > 1, let first = items.first,
            Words.split(first, limit: 9).allSatisfy(StatementWords.talk.contains)
        {
            items.removeFirst()
        }
        while items.count > 1, let last = items.last,
            Words.split(last, limit: 9).allSatisfy(StatementWords.talk.contains),
            !last.isEmpty
        {
            items.removeLast()
        }
        return items.joined(separator: ", ")
    }

    private func isBackground(_ text: String) -> Bool {
        let words = Words.split(text, limit: 60)
        if words.contains(where: StatementWords.wanting.contains) { return false }
        if StatementWords.opensAsBackground(words, tongue) { return true }
        if let first = words.first, StatementWords.today.contains(first) { return true }
        if StatementWords.we.contains(words.first ?? ""), words.prefix(4).contains(where: StatementWords.today.contains)
        {
            return true
        }
        if StatementWords.we.contains(words.first ?? ""),
            words.prefix(5).contains(where: StatementWords.already.contains)
        {
            return true
        }
        // "She hates computers": somebody's taste.
        if words.count < 7, StatementWords.she.contains(words.first ?? ""),
            StatementWords.feels.contains(words.dropFirst().first ?? "")
        {
            return true
        }
        // "My brother has one too"
        if words.count < 9, ["my", "our"].contains(words.first ?? ""), words.count > 2,
            PeopleWords.kin.contains(words[1]), ["has", "had", "said", "says", "thinks"].contains(words[2])
        {
            return true
        }
        return IdeaSentence.kind(of: text, within: tongue) == .background
    }

    /// Whether a clause is nothing but "no", or "without", and a thing of the product.
    private func isExclusion(_ text: String) -> Bool {
        if tongue == .japanese { return DeniedKind.endsJapanese(text) }
        if let (head, _) = IdeaParts.colon(in: text) {
            // "Nada de chat: que se llamen": the chat, and what is done instead.
            return ["nada", "nothing", "nichts", "rien", "niente"].contains(Words.split(head, limit: 1).first ?? "")
                && isExclusion(head)
        }
        let all = Words.split(text, limit: 16)
        var words = Array(all.drop { StatementWords.fillers.contains($0) })
        for tail in StatementWords.ifPossible
        where words.count > tail.count + 1 && words.suffix(tail.count).elementsEqual(tail) {
            words.removeLast(tail.count)
        }
        guard let first = words.first, words.count > 1, words.count <= 12 else { return false }
        let isPas =
            first == "pas"
            && (["de", "du", "des"].contains(words[1]) || text.lowercased().contains("pas d'")
                || text.contains("pas d\u{2019}"))
        let isNada =
            first == "nada" && words[1] == "de"
            || ["nothing", "nichts", "rien", "niente", "nada", "nic"].contains(first)
                && ["with", "mit", "avec", "con", "com", "met", "z"].contains(words[1])
        guard StatementWords.negatives.contains(first) || isPas || isNada else { return false }
        // "No mar" is in the sea, and "no siga" is what it shall not do.
        if first == "no", tongue == .portuguese || tongue == .spanish { return false }
        if first == "no", ["more", "longer", "one", "matter", "need", "later", "less", "fewer"].contains(words[1]) {
            return false
        }
        let rest = words.dropFirst()
        if rest.contains(where: StatementWords.finite.contains) { return false }
        // "No movement for 90 days": a time makes it a condition.
        if rest.contains(where: StatedBound.times.contains) { return false }
        // "Without a developer", "without sending anything": how something is done.
        if StatementWords.prepositions.contains(first) {
            let isDone = rest.prefix(2).contains {
                ClauseParting.isInfinitive($0) && !["avoir"].contains($0) && words.count > 3
            }
            if isDone || ClauseParting.isGerund(words[1]) || rest.contains("zu") { return false }
        }
        // "no X, only Y" in one item.
        return !rest.contains(where: StatementWords.only.subtracting(["so"]).contains)
    }

    /// "Accounts or chat" behind "no ads".
    private func continues(_ item: String) -> Bool {
        let words = Words.split(item, limit: 8)
        guard words.count <= 5, !words.contains(where: StatementWords.finite.contains),
            !words.contains(where: StatementWords.butOnly.contains),
            !words.contains(where: StatementWords.only.contains)
        else { return false }
        return words.count <= 2
            || words.contains {
                ["or", "oder", "ou", "o", "nor", "of", "und", "and", "et", "y", "e", "ni", "noch", "en"].contains($0)
            }
    }

    /// "Die Praxismanagerin erstellt …", "members pay …": somebody who does something.
    private func startsWithSubject(_ item: String) -> Bool {
        var words = Words.split(item, limit: 10)
        if let first = words.first, ["and", "und", "et", "y", "e", "en"].contains(first) { words.removeFirst() }
        let rest = words.drop { FunctionWords.determiners.contains($0) || IdeaVocabulary.determiners.contains($0) }
        guard rest.count > 2, words.count > 5, let noun = rest.first, !StatementWords.negatives.contains(words[0])
        else { return false }
        let next = rest.dropFirst().first ?? ""
        let joins: Set<String> = ["and", "und", "et", "y", "e", "en", "or", "oder", "ou", "o", "of"]
        return StatedPeople.isPerson(noun, tongue) && !joins.contains(next)
    }
}
