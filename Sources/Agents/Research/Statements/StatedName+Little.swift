import Patterns

extension StatedName {
    /// Whether a name is a sentence, or says only that it is an app.
    static func saysLittle(_ name: String, _ tongue: Tongue) -> Bool {
        if tongue == .japanese { return name.count > 16 || ["アプリ", "ウェブアプリ", "サイト"].contains(name) }
        let words = Words.split(name)
        guard let first = words.first, words.count < 7 else { return true }
        if words.count == 1, bare.contains(first) || ResearchWords.set("vague", tongue).contains(first) { return true }
        let line = words.joined(separator: " ") + " "
        return words.count > 3 && ClauseForm(name, tongue).hasVerb
            || ResearchWords.list("notwish", tongue).contains { line.hasPrefix($0 + " ") }
            || owners.contains(first)
    }

    private static let bare = WordList.set("app site website web page apps")
    private static let owners = WordList.set(
        "my our i we wir unser unsere nasz nasza nous notre nuestro nuestra nosso nossa nostro nostra onze")
}
