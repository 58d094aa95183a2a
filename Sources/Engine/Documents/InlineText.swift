/// Text on one line of Markdown in which nothing begins a construct of Markdown or HTML but code between backticks, and
/// nothing is escaped that would not begin one: people read the documents as they are, too.
///
/// Spec: https://spec.commonmark.org/0.31.2/#inlines
struct InlineText {
    private(set) var text = ""
    private let characters: [Character]
    private var index = 0
    /// Whether brackets could be those of a link or of a box.
    private let mayLink: Bool
    private let emphasisMarks: Int

    init(_ content: String) {
        var line: [Character] = []
        for character in content {
            if character.isNewline || character.isWhitespace {
                if line.last != " ", !line.isEmpty { line.append(" ") }
            } else if !character.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
                line.append(character)
            }
        }
        if line.last == " " { line.removeLast() }
        characters = line
        mayLink =
            line.first == "[" || line.indices.dropLast().contains { line[$0] == "]" && "([:".contains(line[$0 + 1]) }
        emphasisMarks = line.count { $0 == "_" }
        while index < characters.count { next() }
    }

    private mutating func next() {
        let character = characters[index]
        let after = index + 1 < characters.count ? characters[index + 1] : nil
        let before = index > 0 ? characters[index - 1] : nil
        let isEscaped: Bool
        switch character {
        case "`":
            if let end = Self.endOfCode(characters, from: index) {
                text += String(characters[index..<end])
                index = end
                return
            }
            isEscaped = true
        case "<":
            text += after.map { $0.isLetter || "/!?".contains($0) } == true ? "&lt;" : "<"
            index += 1
            return
        case "\\": isEscaped = after.map { $0.isASCII && ($0.isPunctuation || $0.isSymbol) } ?? true
        case "*": isEscaped = index == 0 || before != " " || (after ?? " ") != " "
        case "[", "]": isEscaped = mayLink
        case "#": isEscaped = index == 0
        case "_": isEscaped = emphasisMarks > 1 && !(before.map { $0.isLetter || $0.isNumber } ?? false)
        default: isEscaped = false
        }
        text += (isEscaped ? "\\" : "") + String(character)
        index += 1
    }

    /// Where code ends that begins with backticks here: after as many of them; nil where no code begins.
    static func endOfCode(_ text: [Character], from start: Int) -> Int? {
        var open = start
        while open < text.count, text[open] == "`" { open += 1 }
        // A run that was begun before is no beginning.
        guard open > start, start == 0 || text[start - 1] != "`" else { return nil }
        var index = open
        while index < text.count {
            guard text[index] == "`" else {
                index += 1
                continue
            }
            var end = index
            while end < text.count, text[end] == "`" { end += 1 }
            if end - index == open - start { return end }
            index = end
        }
        return nil
    }
}
