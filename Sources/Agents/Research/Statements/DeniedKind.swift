import Patterns

/// What a program is not, and what it is instead: "not another todo app, a timer".
enum DeniedKind {
    /// What is denied, and what follows it in the sentence; nil where the sentence denies no kind of program.
    static func read(_ text: String, _ tongue: Tongue) -> (denied: String, rest: String)? {
        if tongue == .japanese { return readJapanese(text) }
        let words = text.split(separator: " ").map(String.init)
        let plain = words.map { Words.split($0).joined() }
        let openings = ResearchWords.list("notopening", tongue).map { $0.split(separator: " ").map(String.init) }
        guard let opening = openings.filter({ plain.starts(with: $0) }).max(by: { $0.count < $1.count }) else {
            return nil
        }
        // "It is not allowed to …" denies no kind of thing.
        let next = plain.dropFirst(opening.count).first ?? ""
        guard !next.isEmpty, !notKinds.contains(next) else { return nil }
        let end =
            words.indices.dropFirst(opening.count).first { index in
                if words[index].last.map({ ":;".contains($0) }) ?? false { return true }
                guard index + 1 < words.count else { return true }
                if ["–", "—", "-"].contains(words[index + 1]) { return true }
                let follows =
                    ResearchWords.set("instead", tongue).contains(plain[index + 1])
                    || ClauseForm.isDeterminer(plain[index + 1])
                return words[index].hasSuffix(",") && follows
                    || ["but", "sondern", "sino", "maar", "lecz", "ale", "mais"].contains(plain[index + 1])
            } ?? words.count - 1
        guard end - opening.count < 8 else { return nil }
        let denied = words[...end].joined(separator: " ").trimmingCharacters(" ,;:–-")
        var rest = Array(words[(end + 1)...].drop { ["–", "—", "-"].contains($0) })
        while rest.count > 1, leads.contains(Words.split(rest[0]).joined()) { rest.removeFirst() }
        return (denied, rest.joined(separator: " "))
    }

    private static let leads = WordList.set(
        "but just only rather instead sondern nur mais juste seulement sino solo mas ma maar alleen ale lecz tylko bloss einfach"
    )
    private static let notKinds = WordList.set(
        "allowed possible necessary enough clear only just yet sure erlaubt nur moglich permis possible permitido posible permesso toegestaan more mehr to that until if"
    )

    /// "短歌を書きためるアプリではなく、…", "ログインなし", "罰金の機能は要らない".
    private static func readJapanese(_ text: String) -> (denied: String, rest: String)? {
        for link in ["ではなく、", "じゃなくて、", "ではなくて、", "でなく、"] {
            guard let place = text.range(of: link) else { continue }
            return (String(text[..<place.lowerBound]), String(text[place.upperBound...]))
        }
        return endsJapanese(text) && !text.contains("、") ? (text, "") : nil
    }

    static func endsJapanese(_ text: String) -> Bool {
        let text = text.trimmingCharacters("。 、")
        return ResearchWords.list("jadenied", .japanese).contains(where: text.hasSuffix)
    }
}
