import Patterns

/// One or two ways to see that a wish is fulfilled, made of its own words.
enum WishCriteria {
    static func of(_ clause: String, deed: WishDeed, rules: [String], _ tongue: Tongue, runs: Bool) -> [String] {
        var criteria = bounds(of: clause, tongue)
        for rule in rules {
            let bounds = bounds(of: rule, tongue)
            criteria += bounds.isEmpty ? [ruled(rule, tongue)] : bounds
        }
        criteria += own(clause, deed, tongue)
        if criteria.count < 2 { criteria += Capability.criteria(of: clause, tongue, runs: runs) }
        if criteria.isEmpty, let thing = records(in: clause, tongue) {
            criteria = ["record", "removal"].map { ResearchTexts.say($0, tongue, ["x": thing]) }
        }
        if criteria.count < 2 {
            let kinds = DeedKind.ordered(in: deed.text, tongue) + DeedKind.all(in: clause, tongue)
            let title = short(clause, tongue)
            if runs, criteria.isEmpty, kinds.first != .notify {
                criteria.append(ResearchTexts.say("run", tongue, ["x": title]))
            } else if let kind = kinds.first, case let own = DerivedFeatures.criteria(of: kind, in: clause, tongue),
                !own.isEmpty
            {
                criteria += own
            } else if let kind = kinds.first {
                criteria.append(ResearchTexts.say(kind.rawValue, tongue, ["x": title]))
            } else if criteria.isEmpty {
                criteria.append(ResearchTexts.say(runs ? "run" : "said", tongue, ["x": title]))
            }
        }
        var seen: Set<String> = []
        return Array(criteria.filter { !$0.isEmpty && seen.insert($0).inserted }.prefix(2))
    }

    /// One of the things that a clause names in the plural, where it says nothing else: "spots", "cars".
    private static func records(in clause: String, _ tongue: Tongue) -> String? {
        let words = clause.split(separator: " ").map(String.init)
        guard tongue == .english, (1...3).contains(words.count), English.isPlural(clause.lowercased()),
            !ClauseForm(clause, tongue).hasVerb, words.allSatisfy({ $0.allSatisfy(\.isLetter) }),
            !words.contains(where: { IdeaVocabulary.boundaries.contains($0.lowercased()) || $0.hasSuffix("ed") }),
            !StatedBound.isNumber(words[0].lowercased(), tongue)
        else { return nil }
        return English.singular(of: clause.lowercasedFirst)
    }

    /// What happens on both sides of a number that is said.
    private static func bounds(of text: String, _ tongue: Tongue) -> [String] {
        let line = SpokenLine(text)
        let isFree = tongue != .japanese && ResearchWords.list("costs", tongue).contains(where: line.says)
        // "Until 48 hours before it is free": later it costs, and is not refused.
        if isFree, let bound = StatedBound.all(in: text, tongue: tongue).first, bound.kind == .least {
            return [
                ResearchTexts.say(
                    "free", tongue, ["x": "\(bound.number) \(bound.unit)", "y": "\(bound.number - 1)"])
            ]
        }
        return AcceptanceCriteria(text, tongue: tongue).criteria + StatedThreshold.criteria(in: text, tongue)
    }

    /// What holds of a rule: only some may, or nobody.
    private static func ruled(_ rule: String, _ tongue: Tongue) -> String {
        let words = Words.split(rule, limit: 60)
        let deed = WishDeed(rule, tongue)
        let isOnly = words.prefix(3).contains { ResearchWords.set("onlysome", tongue).contains($0) }
        if isOnly, deed.who != nil { return ResearchTexts.say("only", tongue, ["x": short(deed.text, tongue)]) }
        let isDenied = words.contains(where: ResearchWords.set("denying", tongue).contains) || isOnly
        return ResearchTexts.say(isDenied ? "denied" : "said", tongue, ["x": short(rule, tongue)])
    }

    /// What the clause itself says of when, how often, by whom and not at all.
    private static func own(_ clause: String, _ deed: WishDeed, _ tongue: Tongue) -> [String] {
        var criteria: [String] = []
        let words = Words.split(clause, limit: 80)
        if let first = words.first, Tongue.conditions.contains(first), case let items = IdeaParts.items(of: clause),
            items.count > 1
        {
            let condition = items[0].split(separator: " ").dropFirst().joined(separator: " ")
            let result = items.dropFirst().joined(separator: ", ")
            criteria.append(ResearchTexts.say("cond", tongue, ["c": condition, "r": short(result, tongue)]))
        }
        if let (isEvery, span) = span(in: clause, tongue) {
            criteria.append(ResearchTexts.say(isEvery ? "every" : "time", tongue, ["t": span]))
        }
        let denying = ResearchWords.set("denying", tongue)
        let isDenied =
            tongue == .japanese
            ? clause.contains("禁止") || clause.hasSuffix("ない")
            : words.prefix(10).contains {
                StatementWords.never.contains($0)
                    || ["nobody", "niemand", "nadie", "personne", "cannot", "cant"].contains($0) && denying.contains($0)
            }
        if criteria.isEmpty, isDenied || deed.isDenied {
            criteria.append(ResearchTexts.say("denied", tongue, ["x": short(clause, tongue)]))
        }
        if deed.who != nil, words.prefix(2).contains(where: ResearchWords.set("onlysome", tongue).contains) {
            criteria.append(ResearchTexts.say("only", tongue, ["x": short(deed.text, tongue)]))
        }
        return criteria
    }

    private static func short(_ text: String, _ tongue: Tongue) -> String {
        WishTitle.shortened(IdeaParts.withoutBrackets(text).trimmingCharacters(" ,;:.。"), tongue, to: 60)
    }

    /// "Every 15 minutes", "after 48 hours": how often, or when.
    private static func span(in clause: String, _ tongue: Tongue) -> (isEvery: Bool, span: String)? {
        if tongue == .japanese { return japaneseSpan(in: clause) }
        let words = clause.split(separator: " ").map { String($0).trimmingCharacters(",.;:()") }
        let plain = words.map { Words.split($0).joined() }
        for index in plain.indices.dropLast() where index > 0 {
            let isNumber =
                plain[index].allSatisfy(\.isNumber) && !plain[index].isEmpty
                || StatedBound.isNumber(plain[index], tongue)
            guard isNumber,
                StatedBound.times.contains(plain[index + 1]) || polishTimes.contains(where: plain[index + 1].hasPrefix)
            else { continue }
            let span = words[index] + " " + words[index + 1]
            if Self.everies.contains(plain[index - 1])
                || plain[index - 1] == "les" && index > 1 && plain[index - 2] == "toutes"
            {
                return (true, span)
            }
            if Self.afters.contains(plain[index - 1]) { return (false, span) }
        }
        return nil
    }

    private static func japaneseSpan(in clause: String) -> (isEvery: Bool, span: String)? {
        let characters = Array(clause)
        var number = ""
        for (index, character) in characters.enumerated() {
            if character.isNumber {
                number.append(character)
                continue
            }
            guard !number.isEmpty else { continue }
            let rest = String(characters[index...].prefix(5))
            for unit in ["分", "時間", "日", "週間", "か月"] where rest.hasPrefix(unit) {
                let tail = rest.dropFirst(unit.count)
                if tail.hasPrefix("ごと") || tail.hasPrefix("おき") { return (true, number + unit) }
                if tail.hasPrefix("後") || tail.hasPrefix("経") || tail.hasPrefix("たって") { return (false, number + unit) }
            }
            number = ""
        }
        return nil
    }

    private static let everies: Set<String> = [
        "every", "alle", "cada", "ogni", "elke", "iedere", "co", "toutes", "tous",
    ]
    private static let afters: Set<String> = [
        "after", "nach", "apres", "tras", "despues", "apos", "dopo", "na", "po", "within", "innerhalb", "binnen",
        "entro", "depuis",
    ]
    private static let polishTimes = ["minut", "godzin", "dni", "dzien", "tygodn", "miesi"]
}
