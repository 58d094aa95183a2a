import Patterns

/// Says what a German relative clause says as something to be done: its verb stands at the end there.
enum GermanClause {
    /// "jeden Morgen den Speiseplan schickt" → "jeden Morgen den Speiseplan schicken", "Kunden Kisten vorbestellen" →
    /// "Kunden können Kisten vorbestellen"; as it is where its verb stands elsewhere.
    static func stated(_ clause: String) -> String {
        let words = clause.split(separator: " ").map(String.init)
        guard words.count > 1, let verbs = VerbForms.of(.german), let last = words.last,
            last.first?.isLowercase == true, last.allSatisfy(\.isLetter)
        else { return clause }
        let plain = words.map { Words.split($0).joined() }
        let isElsewhere = zip(words, plain).dropLast().contains { word, plain in
            word.first?.isLowercase == true
                && (modals.contains(plain) || verbs.isFinite(plain) && !verbs.isInfinitive(plain))
        }
        guard !isElsewhere else { return clause }
        let namesPeople =
            PeopleWords.isPerson(plain[0], .german)
            || FunctionWords.determiners.contains(plain[0]) && PeopleWords.isPerson(plain[1], .german)
        if verbs.isInfinitive(plain[plain.count - 1]), words.count > 2, words[0].first?.isUppercase == true, namesPeople
        {
            let length = PeopleWords.isPerson(plain[0], .german) ? 1 : 2
            return (words.prefix(length) + ["können"] + words.dropFirst(length)).joined(separator: " ")
        }
        // "der Lehrer Noten einträgt": somebody does it.
        guard !namesPeople, plain[0] != "der", !modals.contains(plain[0]), plain[0] != "jeder", plain[0] != "jemand"
        else { return clause }
        guard verbs.infinitive(of: plain[plain.count - 1]) != nil else { return clause }
        return words.dropLast().joined(separator: " ") + " " + ending(last)
    }

    private static let modals = WordList.set(
        "sollen soll mussen muss konnen kann durfen darf wollen will werden wird sind ist haben hat wer was wo wann welche"
    )

    /// "schickt" → "schicken", "antwortet" → "antworten", "sammelt" → "sammeln".
    private static func ending(_ verb: String) -> String {
        if verb.hasSuffix("iert") { return verb.dropLast() + "en" }
        if verb.hasSuffix("elt") || verb.hasSuffix("ert") { return verb.dropLast() + "n" }
        return verb.hasSuffix("et") ? verb.dropLast() + "n" : verb.dropLast() + "en"
    }
}
