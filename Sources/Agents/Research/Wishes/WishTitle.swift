import Patterns

/// A heading of few words: a whole phrase of the clause, never cut within one.
enum WishTitle {
    private static let longest = 70

    static func of(_ clause: String, _ tongue: Tongue) -> String {
        var text = IdeaParts.withoutBrackets(clause).trimmingCharacters(" ,;:.")
        if text.isEmpty { text = clause }
        text = withoutWelcome(IdeaOpening.without(text), tongue)
        if tongue == .japanese { return Clip.text(WishDeed.dictionaryForm(text), 100) }
        text = withoutPlace(text, tongue)
        for opening in [
            "There is a ", "There is an ", "There are ", "There should be a ", "There should be ", "There must be a ",
        ] where text.hasPrefix(opening) {
            text.removeFirst(opening.count)
        }
        let deed = WishDeed(text, tongue)
        if tongue == .german, deed.who == nil, !deed.hasModal { text = german(text) }
        // "Box office can sell too" says who.
        let least = deed.isPronoun ? 1 : 2
        if deed.hasModal, !deed.isDenied || deed.isPronoun, deed.text.split(separator: " ").count > least {
            text = deed.text
        }
        if deed.isPronoun, !deed.isDenied, !deed.hasModal, tongue != .english { text = deed.text }
        if tongue == .english, text.hasPrefix("It "), !deed.hasModal { text = String(text.dropFirst(3)) }
        text = withoutLinks(text, tongue)
        return Clip.text(shortened(text, tongue).capitalisedFirst, 100)
    }

    /// What a program does, as something to be done: "finds duplicate photos" → "Find duplicate photos".
    static func ofDeed(_ clause: String, _ tongue: Tongue) -> String {
        let title = of(clause, tongue)
        var words = title.lowercasedFirst.split(separator: " ").map(String.init)
        guard tongue == .english, words.count > 1, IdeaSentence.isDoing(words[0]) else { return title }
        words[0] = WishDeed.infinitive(words[0], tongue)
        return words.joined(separator: " ").capitalisedFirst
    }

    /// "meine Sammlung verwalte" → "Meine Sammlung verwalten": a clause whose verb stands at its end.
    private static func german(_ text: String) -> String {
        var words = text.split(separator: " ").map(String.init)
        let form = ClauseForm(text, .german)
        guard words.count > 1, let last = words.last, last.first?.isLowercase == true,
            !(VerbForms.of(.german)?.isInfinitive(form.plain[words.count - 1]) ?? false),
            VerbForms.of(.german)?.isFinite(form.plain[words.count - 1] + (last.hasSuffix("e") ? "n" : "")) ?? false,
            form.subjectLength == nil
        else { return text }
        words[words.count - 1] = WishDeed.infinitiveOfGerman(last)
        return words.joined(separator: " ")
    }

    /// Up to the last place where a phrase ends.
    static func shortened(_ text: String, _ tongue: Tongue, to longest: Int = longest) -> String {
        guard text.unicodeScalars.count > longest else { return text }
        let words = text.split(separator: " ").map(String.init)
        var best: Int?
        var length = 0
        for (index, word) in words.enumerated() {
            if index > 0 { length += 1 }
            if length > longest { break }
            if index >= 2 {
                let plain = Words.split(word).joined()
                let isEnd =
                    words[index - 1].hasSuffix(",") || ResearchWords.set("aside", tongue).contains(plain)
                    || ClauseForm.links(tongue).contains(plain)
                    || index >= 3 && ResearchWords.set("before", tongue).contains(plain)
                if isEnd { best = index }
            }
            length += word.unicodeScalars.count
        }
        guard var end = best else { return Clip.words(text, longest).trimmingCharacters(" ,;:") }
        while end > 1, linksOn(words[end - 1], tongue) { end -= 1 }
        return words[..<end].joined(separator: " ").trimmingCharacters(" ,;:–-")
    }

    static func linksOn(_ word: String, _ tongue: Tongue) -> Bool {
        let plain = Words.split(word).joined()
        return ResearchWords.set("before", tongue).contains(plain) || ResearchWords.set("aside", tongue).contains(plain)
            || ClauseForm.links(tongue).contains(plain) || ClauseForm.isDeterminer(plain)
    }

    /// "A page where I can add pieces": adding them.
    private static func withoutPlace(_ text: String, _ tongue: Tongue) -> String {
        guard tongue == .english, let place = text.range(of: " where I can ") ?? text.range(of: " where we can "),
            text[..<place.lowerBound].split(separator: " ").count < 4
        else { return text }
        return String(text[place.upperBound...])
    }

    /// "Nice to have: a replay", "Photos maybe later", "some day a map".
    static func withoutWelcome(_ text: String, _ tongue: Tongue) -> String {
        var kept = text
        if let (head, rest) = IdeaParts.colon(in: text), Words.split(head, limit: 5).count < 5,
            ResearchWords.says("later", tongue, in: head)
        {
            kept = rest
        }
        if tongue == .japanese {
            for phrase in ResearchWords.list("later", tongue) { kept = kept.replacing(phrase, with: "") }
            for end in ["も欲しい", "が欲しい", "は欲しい", "欲しい"] where kept.hasSuffix(end) { kept.removeLast(end.count) }
            return kept.isEmpty ? text : kept
        }
        var words = kept.split(separator: " ").map(String.init)
        var plain = words.map { Words.split($0).joined() }
        let phrases = (ResearchWords.list("later", tongue)).map { $0.split(separator: " ").map(String.init) }
            .sorted { $0.count > $1.count }
        var isCut = true
        while isCut {
            isCut = false
            for phrase in phrases where words.count > phrase.count {
                if plain.starts(with: phrase) {
                    words.removeFirst(phrase.count)
                    plain.removeFirst(phrase.count)
                    isCut = true
                } else if plain.suffix(phrase.count).elementsEqual(phrase) {
                    words.removeLast(phrase.count)
                    plain.removeLast(phrase.count)
                    isCut = true
                }
            }
            while isCut, words.count > 1, let last = words.last, linksOn(last, tongue) || ["at", "but"].contains(last) {
                words.removeLast()
                plain.removeLast()
            }
            while words.count > 1, let first = words.first,
                ["auch", "also", "aussi", "tambien", "también", "też"].contains(first.lowercased())
            {
                words.removeFirst()
                plain.removeFirst()
            }
        }
        let joined = words.joined(separator: " ").trimmingCharacters(" ,;:–-")
        return joined.isEmpty ? text : joined
    }

    private static func withoutLinks(_ text: String, _ tongue: Tongue) -> String {
        var words = text.split(separator: " ").map(String.init)
        let links: Set<String> = [
            "and", "und", "et", "y", "e", "en", "i", "oraz", "to", "also", "oh", "auch", "but", "aber", "please",
            "bitte", "then",
        ]
        while words.count > 2, links.contains(words[0]) { words.removeFirst() }
        // "With search"
        if words.count > 1, ResearchWords.set("withs", tongue).contains(words[0].lowercased()) { words.removeFirst() }
        return words.joined(separator: " ")
    }
}
