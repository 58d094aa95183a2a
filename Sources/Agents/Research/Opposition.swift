import Patterns

/// Finds two sentences of an idea that cannot both hold, whatever they are about.
enum Opposition {
    private struct Clause {
        let text: String
        let stems: Set<String>
        let isDenied: Bool
        let plain: [String]
    }

    static func all(in text: String, _ tongue: Tongue) -> [IdeaConflict] {
        let sentences = IdeaParts.all(in: text).prefix(60).map { $0 }
        if let found = pair("ondevice", "syncing", in: sentences, tongue)
            ?? pair("anonymous", "whodidit", in: sentences, tongue)
            ?? pair("alone", "others", in: sentences, tongue)
            ?? pair("nohistory", "lookback", in: sentences, tongue)
        {
            return [found]
        }
        let clauses = sentences.map { clause($0, tongue) }.filter { (1...16).contains($0.plain.count) }
        for (index, one) in clauses.enumerated() {
            for other in clauses[(index + 1)...] {
                if let found = opposed(one, other, tongue) { return [found] }
            }
        }
        return []
    }

    /// A sentence that says one thing, and one that says what does not go with it.
    private static func pair(_ first: String, _ second: String, in sentences: [String], _ tongue: Tongue)
        -> IdeaConflict?
    {
        guard let one = sentences.first(where: { says(first, $0, tongue) }),
            let other = sentences.first(where: { says(second, $0, tongue) })
        else { return nil }
        guard one == other else { return .opposed(one, other) }
        // Both in one sentence: its halves.
        let links = ClauseForm.links(tongue).map { " " + $0 + " " } + [", ", "、"]
        for link in links {
            var start = one.startIndex
            while let place = one[start...].range(of: link) {
                let (head, rest) = (String(one[..<place.lowerBound]), String(one[place.upperBound...]))
                if says(first, head, tongue), says(second, rest, tongue) { return .opposed(head, rest) }
                if says(second, head, tongue), says(first, rest, tongue) { return .opposed(rest, head) }
                start = place.upperBound
            }
        }
        return nil
    }

    private static func says(_ key: String, _ text: String, _ tongue: Tongue) -> Bool {
        if tongue == .japanese { return ResearchWords.says(key, tongue, in: text) }
        let line = SpokenLine(text)
        return ResearchWords.list(key, tongue).contains(where: line.says)
    }

    private static func clause(_ text: String, _ tongue: Tongue) -> Clause {
        // "Log in" is one word where it is one thing.
        let joined = text.replacing(#/(?i)\b(log|sign)(ging|ged|s)?[ -](in|up|out)\b/#) { $0.output.1 + $0.output.3 }
        let plain = Words.split(joined, limit: 30)
        let modal = ResearchWords.set("modal", tongue).union([
            "tiene", "tienen", "ever", "always", "time", "immer", "toujours", "siempre",
        ])
        let denying = ResearchWords.set("denying", tongue)
        let stems = plain.filter { word in
            word.count > 3 && !modal.contains(word) && !denying.contains(word) && !IdeaShape.stopWords.contains(word)
                && !FunctionWords.links.contains(word) && !FunctionWords.determiners.contains(word)
                && !ResearchWords.set("pronoun", tongue).contains(word)
        }.map { word in
            let stem = String(word.prefix(6))
            return stem.count > 4 && stem.hasSuffix("s") ? String(stem.dropLast()) : stem
        }
        return Clause(
            text: text, stems: Set(stems),
            isDenied: plain.contains { denying.contains($0) && !($0 == "no" && tongue == .portuguese) }, plain: plain)
    }

    private static func opposed(_ one: Clause, _ other: Clause, _ tongue: Tongue) -> IdeaConflict? {
        let common = one.stems.intersection(other.stems)
        guard !common.isEmpty else { return nil }
        let least = min(one.stems.count, other.stems.count)
        if one.isDenied != other.isDenied {
            let (denied, granted) = one.isDenied ? (one, other) : (other, one)
            let isMost = common.count * 4 >= least * 3
            // With one word in common the denial has to be of everybody, and the other a duty.
            let nobody: Set<String> = [
                "nobody", "niemand", "personne", "nadie", "ninguem", "nessuno", "nikt", "never", "nie", "jamais",
                "nunca", "mai", "nooit", "nigdy",
            ]
            let isWhole =
                common.count > 1
                || denied.plain.prefix(3).contains(where: nobody.contains)
                    && granted.plain.prefix(4).contains { ResearchWords.set("modal", tongue).contains($0) }
            let isExclusion = StatementWords.negatives.contains(denied.plain.first ?? "")
            if isMost, isWhole, !isExclusion { return .opposed(denied.text, granted.text) }
        }
        let everyone = ResearchWords.set("everyone", tongue)
        let only = ResearchWords.set("onlysome", tongue)
        for (all, some) in [(one, other), (other, one)] {
            guard all.plain.prefix(2).contains(where: everyone.contains),
                some.plain.prefix(4).contains(where: only.contains),
                !all.plain.contains(where: only.contains)
            else { continue }
            let verbs = (verb(of: all, tongue), verb(of: some, tongue))
            if common.count > 1 || verbs.0 != nil && verbs.0 == verbs.1 { return .opposed(some.text, all.text) }
        }
        return nil
    }

    /// What somebody can, may or must.
    private static func verb(of clause: Clause, _ tongue: Tongue) -> String? {
        let modal = ResearchWords.set("modal", tongue)
        guard
            let place = clause.plain.indices.dropLast().first(where: {
                modal.contains(clause.plain[$0]) && !ResearchWords.set("onlysome", tongue).contains(clause.plain[$0])
            })
        else { return nil }
        return clause.plain[(place + 1)...].first { !modal.contains($0) }
    }
}
