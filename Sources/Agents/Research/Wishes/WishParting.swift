import Patterns

/// Parts a sentence into what is wished in it: each part has a verb or a noun of its own.
///
/// What only goes on with a part stays with it: "with size, era and a photo".
enum WishParting {
    /// `isList` where it follows the colon behind a kind of program: then each item is something by itself.
    ///
    /// `isDeed` where the text begins with what somebody can do, whatever the verb: "scale servings".
    static func parts(of text: String, _ tongue: Tongue, isList: Bool = false, isDeed: Bool = false) -> [String] {
        if tongue == .japanese { return japanese(text) }
        let opening = Words.split(text, limit: 1).first ?? ""
        if Tongue.conditions.contains(opening) { return [text] }
        let segments = joiningNames(segments(of: text, tongue), tongue)
        guard segments.count > 1 else { return [text] }
        let arePlain = !ClauseForm(segments[0].text, tongue).hasVerb && !ClauseForm(text, tongue).hasVerb
        let isNamed = isList || arePlain && segments.count(where: { $0.isComma }) > 1
        // "Plots, waiting list, water meters": items of few words are each by themselves.
        let opensPlainly =
            !ClauseForm(segments[0].text, tongue).hasVerb || ClauseForm(segments[0].text, tongue).endsWithVerb
        let areShort =
            segments.count > 2 && segments.allSatisfy { $0.text.split(separator: " ").count <= 6 }
            && (isList || opensPlainly && segments.count { $0.isComma } > 1)
        var parts: [String] = []
        // "So when somebody buys it, it has to vanish": what follows a condition belongs to it.
        var isConditional = false
        for segment in segments {
            guard let last = parts.last else {
                parts.append(segment.text)
                continue
            }
            let first = Words.split(segment.text, limit: 1).first ?? ""
            let follows = isConditional && segment.isComma
            isConditional =
                !areShort && segment.isComma && ResearchWords.set("aside", tongue).contains(first) && first != "aber"
                && first != "but"
            let isItem =
                areShort && (asking.contains(first) || !goesOn(first, tongue))
                && (segment.isComma
                    || !ClauseForm(last, tongue).hasVerb && !ClauseForm(segment.text, tongue).hasVerb)
            if !follows,
                isItem || opensNew(segment, after: last, tongue, isList: isNamed, isDeed: isDeed && parts.count == 1)
            {
                parts.append(segment.text)
            } else {
                parts[parts.count - 1] = last + segment.joint + segment.text
            }
        }
        return withSubjects(parts.map(IdeaParts.cleaned).filter { !$0.isEmpty }, tongue)
    }

    /// "People create a profile, are matched by language": who is matched stands in the part before.
    private static func withSubjects(_ parts: [String], _ tongue: Tongue) -> [String] {
        guard tongue == .english else { return parts }
        var subject: String?
        return parts.map { part in
            let form = ClauseForm(part, tongue)
            if let length = form.subjectLength {
                subject = form.words[..<length].joined(separator: " ")
                return part
            }
            guard let who = subject, form.words.count > 1,
                carried.contains(form.plain[0])
            else { return part }
            return who + " " + part
        }
    }

    private static let objects = WordList.set("it them a an the my our their your every each")

    /// What opens a part whose subject stands in the part before.
    private static let carried = WordList.set("is are get gets can may must should")

    private struct Segment {
        let text: String
        /// As it was joined to what stands before: ", ", " and ", ", and ".
        let joint: String
        let isComma: Bool
    }

    private static func segments(of text: String, _ tongue: Tongue) -> [Segment] {
        let links = ClauseForm.links(tongue)
        var segments: [Segment] = []
        for (number, item) in IdeaParts.items(of: text).enumerated() {
            var joint = number == 0 ? "" : ", "
            var current: [String] = []
            var depth = 0
            for word in item.split(separator: " ").map(String.init) {
                // "Ein- und ausbuchen" is one.
                if links.contains(word), depth == 0, current.last?.hasSuffix("-") != true {
                    if current.isEmpty {
                        joint += word + " "
                        continue
                    }
                    segments.append(
                        Segment(text: current.joined(separator: " "), joint: joint, isComma: joint.hasPrefix(",")))
                    joint = " " + word + " "
                    current = []
                    continue
                }
                depth += word.count { "(“„«".contains($0) } - word.count { ")”»".contains($0) }
                current.append(word)
            }
            if !current.isEmpty {
                segments.append(
                    Segment(text: current.joined(separator: " "), joint: joint, isComma: joint.hasPrefix(",")))
            }
        }
        return segments
    }

    /// One subject with its name behind it: "her doctor, Mrs Vale, should read it".
    private static func joiningNames(_ segments: [Segment], _ tongue: Tongue) -> [Segment] {
        var result: [Segment] = []
        for segment in segments {
            let opens = ClauseForm(segment.text, tongue).opensDuty(at: 0)
            if opens, segment.isComma, result.count > 1, let name = result.last, name.isComma,
                name.text.first?.isUppercase == true,
                name.text.split(separator: " ").count < 4, case let subject = result[result.count - 2],
                subject.text.split(separator: " ").count < 4
            {
                result.removeLast(2)
                result.append(Segment(text: subject.text + " " + segment.text, joint: subject.joint, isComma: true))
            } else {
                result.append(segment)
            }
        }
        return result
    }

    private static func opensNew(
        _ segment: Segment, after last: String, _ tongue: Tongue, isList: Bool, isDeed: Bool
    ) -> Bool {
        let form = ClauseForm(segment.text, tongue)
        guard let first = form.plain.first else { return false }
        if ResearchWords.set("aside", tongue).contains(first), first != "sin", first != "ohne", first != "sans" {
            return false
        }
        // "…, welcher Schüler sie gab": asked for, and no deed.
        if asking.contains(first) { return false }
        let before = ClauseForm(last, tongue)
        // "The receptionist books and moves appointments": both are done to the same.
        if !segment.isComma, form.subjectLength == nil, form.opensWithVerb, before.endsInVerb { return false }
        if StatedBound.opens(form.plain[...]) { return segment.isComma || isList }
        if segment.isComma, StatementWords.negatives.union(StatementWords.never).contains(first),
            first != "no" || tongue == .english
        {
            return true
        }
        if form.subjectLength != nil { return before.hasVerb || isList || segment.isComma }
        // "…, are matched by language"
        if tongue == .english, segment.isComma, Self.carried.contains(first), before.subjectLength != nil {
            return true
        }
        if form.opensWithVerb { return before.hasVerb || isList || isDeed }
        // "…, scale them for the guests": what stands before an object is a verb.
        if tongue == .english, form.words.count > 1, Self.objects.contains(form.plain[1]),
            !IdeaVocabulary.boundaries.contains(first), !ClauseForm.isDeterminer(first),
            before.opensWithVerb || before.subjectLength != nil || isDeed
        {
            return true
        }
        // "… and pay by card"
        if tongue == .english, form.words.count > 2, IdeaSentence.isDoing(first), !English.isPlural(first),
            ["by", "with", "from", "to"].contains(form.plain[1])
        {
            return before.opensWithVerb || before.subjectLength != nil || isDeed
        }
        if form.endsWithVerb { return before.hasVerb }
        guard isList, segment.isComma, !goesOn(first, tongue) else { return false }
        // "Employees file a request with a place, dates and costs": what is filed goes on.
        return !before.hasVerb || form.words.count > 3
    }

    private static let asking = WordList.set(
        """
        welcher welche welches wer was wie wo ob wann which who what how when whose que quien quienes cuantos cuantas quel quelle \
        quels quelles combien quem quantos quantas quanti quante welk welke hoeveel kto co ile
        """)

    private static func goesOn(_ first: String, _ tongue: Tongue) -> Bool {
        ResearchWords.set("before", tongue).contains(first)
            || ["davon", "of", "then", "otherwise", "sonst", "dann"].contains(first)
    }

    // MARK: Japanese

    private static func japanese(_ text: String) -> [String] {
        var parts: [String] = []
        for piece in text.split(whereSeparator: { "、，".contains($0) }).map(String.init) {
            if let last = parts.last, goesOnJapanese(last) {
                parts[parts.count - 1] = last + "、" + piece
            } else {
                parts.append(piece)
            }
        }
        return parts.map(IdeaParts.cleaned).filter { !$0.isEmpty }
    }

    private static func goesOnJapanese(_ piece: String) -> Bool {
        piece.count < 3
            || [
                "が", "は", "を", "に", "で", "と", "も", "から", "ので", "たら", "れば", "なら", "とき", "時", "場合", "ため", "て", "など", "つつ",
            ]
            .contains(where: piece.hasSuffix)
    }
}
