import JSON

/// Texts of an answer that no file and no document can hold, whatever agent gave it.
enum UnusableText {
    /// What stands for a character that could not be read: half of a surrogate pair, or bytes that are no UTF-8.
    static let replacement: Unicode.Scalar = "\u{FFFD}"
    private static let most = 10

    /// Each as `place: what is wrong`, as a contract tells it.
    static func problems(in answer: JSONValue, mayHoldReplacements: Bool) -> [String] {
        var problems: [String] = []
        func look(_ text: String, _ place: [String], _ what: String) {
            guard problems.count < most else { return }
            let place = place.isEmpty ? "" : "\(place.joined(separator: ".")): "
            if text.utf8.contains(0) {
                problems.append("\(place)\(what) holds a NUL character, which no text may hold.")
            } else if !mayHoldReplacements, text.unicodeScalars.contains(replacement) {
                problems.append(
                    "\(place)\(what) holds a character that cannot be read (half of a surrogate pair, or a broken byte)."
                )
            }
        }
        func visit(_ value: JSONValue, _ place: [String]) {
            guard problems.count < most else { return }
            if let text = value.string {
                look(text, place, "the text")
            } else if let items = value.array {
                for (index, item) in items.enumerated() { visit(item, place + ["\(index)"]) }
            } else if let members = value.object {
                for (name, member) in members {
                    look(name, place, "a name")
                    visit(member, place + [name])
                }
            }
        }
        visit(answer, [])
        return problems
    }
}
