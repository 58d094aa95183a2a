import Patterns

/// Whom an idea may mean by a phrase.
enum PersonRole {
    /// "Roles are employee, manager and admin": each of them.
    static func listed(in text: String, _ tongue: Tongue) -> [String] {
        let line = Words.split(text).joined(separator: " ") + " "
        let openings = ResearchWords.list("roles", tongue).filter { line.hasPrefix($0 + " ") }
        guard let opening = openings.max(by: { $0.count < $1.count }) else { return [] }
        let rest = text.split(separator: " ").dropFirst(opening.split(separator: " ").count).joined(separator: " ")
        return IdeaParts.items(of: rest).compactMap { item in
            var words = item.split(separator: " ").map(String.init)
            if let first = words.first, ClauseForm.links(tongue).contains(first) { words.removeFirst() }
            let role = words.joined(separator: " ").trimmingCharacters(" ,.;:")
            return (1...3).contains(words.count) ? role : nil
        }
    }

    /// Whether words may name somebody: no thing that is kept, no place, and no piece torn off a sentence.
    static func canBe(_ role: String, _ tongue: Tongue) -> Bool {
        guard tongue != .japanese else { return true }
        let words = role.split(separator: " ").map(String.init)
        let plain = words.map { Words.split($0).joined() }
        guard let last = plain.last, !isTorn(words, plain, tongue) else { return false }
        let isPerson = plain.contains {
            StatedPeople.isPerson($0, tongue) || StatedPeople.isPerson(English.plural(of: $0), tongue)
        }
        // "Number of guests", "galleries"
        if indefinite.contains(last) || indefinite.contains(plain[0]) { return false }
        if isPerson { return true }
        if tongue == .english, plain.contains(where: StatedPeople.isPlace) { return false }
        guard tongue == .english else { return true }
        let thing = ProductGuess.thing(in: last, [ProductTexts.of(tongue)], usual: nil)
        return thing.map(peopleThings.contains) ?? true
    }

    /// "Never the", "one of three visits", "sheet music PDFs", "loads CSV".
    private static func isTorn(_ words: [String], _ plain: [String], _ tongue: Tongue) -> Bool {
        let (first, last) = (plain[0], plain[plain.count - 1])
        if StatementWords.never.contains(first) || StatementWords.negatives.contains(first) { return true }
        if words.count > 1, first == "one" { return true }
        if ["of", "in", "to", "the", "a"].contains(last) { return true }
        if tongue != .english, FunctionWords.links.contains(last) || FunctionWords.determiners.contains(last) {
            return true
        }
        if words.contains(where: { $0.count > 2 && $0.dropLast().allSatisfy(\.isUppercase) }) { return true }
        return tongue == .english
            && words.dropLast().contains { $0.hasSuffix("s") && IdeaSentence.isDoing($0.lowercased()) }
    }

    /// What means nobody, or anything.
    private static let indefinite = WordList.set(
        """
        alles nichts etwas das es tout rien cela todo nada algo tutto niente alles niets wszystko nic everything nothing \
        something number amount list galleries pages app site
        """)

    /// Things of the lists that are people.
    static let peopleThings: Set<String> = [
        "customer", "member", "player", "volunteer", "student", "child", "guest", "team",
    ]
}
