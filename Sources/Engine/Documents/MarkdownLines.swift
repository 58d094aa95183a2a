/// The lines of a saved document, and what the few constructs that CodeForge reads say.
struct MarkdownLines {
    let lines: [Substring]

    /// Lines end where an editor's do: other separators of Unicode stand inside of a line.
    init(_ text: String) {
        lines = text.drop { $0 == "\u{FEFF}" }.split(omittingEmptySubsequences: false) {
            $0 == "\n" || $0 == "\r" || $0 == "\r\n"
        }
    }

    /// The value of an anchor, `<!-- name: value -->`.
    func anchor(_ name: String, at line: Int) -> String? {
        let content = trimmed(line)
        guard content.hasPrefix("<!--"), content.hasSuffix("-->"), content.count >= 8 else { return nil }
        let inner = Self.trim(content.dropFirst(4).dropLast(3))
        guard inner.hasPrefix(name + ":") else { return nil }
        return String(Self.trim(inner.dropFirst(name.count + 1)))
    }

    /// The level and title of a heading, `## Title`.
    func heading(at line: Int) -> (level: Int, title: String)? {
        let content = lines[line]
        let level = content.prefix { $0 == "#" }.count
        guard (1...6).contains(level), content.dropFirst(level).first == " " else { return nil }
        return (level, Self.unescaped(Self.trim(content.dropFirst(level))))
    }

    /// The heading that an anchor belongs to, or the anchor's own line.
    func headingLine(before anchor: Int) -> Int {
        guard let line = lines[..<anchor].lastIndex(where: { !Self.trim($0).isEmpty }), heading(at: line) != nil else {
            return anchor
        }
        return line
    }

    /// What a bullet, `- text`, says; nested ones, too.
    func bullet(at line: Int) -> Substring? {
        let content = trimmed(line)
        guard let mark = content.first, "-*+".contains(mark), content.dropFirst().first == " " else { return nil }
        return Self.trim(content.dropFirst())
    }

    /// Whether a line is text of a paragraph: no heading, bullet, quotation, comment, fence or rule.
    func isProse(_ line: Int) -> Bool {
        let content = trimmed(line)
        guard let first = content.first, first != ">", heading(at: line) == nil, bullet(at: line) == nil else {
            return false
        }
        return !["<!--", "```", "~~~", "---", "***"].contains { content.hasPrefix($0) }
    }

    /// The first line of two versions between which nobody has chosen yet, as git leaves them; nil without any.
    var conflict: Int? {
        guard let start = lines.firstIndex(where: { Self.isMarker($0, "<") }),
            let middle = lines[start...].firstIndex(where: { Self.isMarker($0, "=") }),
            lines[middle...].contains(where: { Self.isMarker($0, ">") })
        else { return nil }
        return start
    }

    private static func isMarker(_ line: Substring, _ sign: Character) -> Bool {
        let rest = line.drop { $0 == sign }
        return line.count - rest.count == 7 && (rest.first ?? " ") == " "
    }

    /// Whether a line opens or closes a block of code.
    func isFence(_ line: Int) -> Bool {
        let content = trimmed(line)
        return content.hasPrefix("```") || content.hasPrefix("~~~")
    }

    /// Whether a box, `- [x] text`, is ticked, and its text.
    func checkbox(at line: Int) -> (isTicked: Bool, text: String)? {
        var content = trimmed(line)
        guard let bullet = content.first, "-*+".contains(bullet) else { return nil }
        content = Self.trim(content.dropFirst())
        guard content.hasPrefix("["), let end = content.firstIndex(of: "]") else { return nil }
        let mark = Self.trim(content[content.index(after: content.startIndex)..<end])
        guard mark.count <= 1, mark.isEmpty || "xX✓✔".contains(mark) else { return nil }
        return (!mark.isEmpty, Self.unescaped(Self.trim(content[content.index(after: end)...])))
    }

    /// The value of a field, `Name: value`.
    func field(_ name: String, at line: Int) -> String? {
        var content = trimmed(line)
        if content.hasPrefix("**\(name):**") {
            content = content.dropFirst(name.count + 5)
        } else if content.hasPrefix(name + ":") {
            content = content.dropFirst(name.count + 1)
        } else {
            return nil
        }
        return String(Self.trim(content))
    }

    func trimmed(_ line: Int) -> Substring { Self.trim(lines[line]) }

    /// The visible part of a line, in bytes.
    func columns(_ line: Int) -> Range<Int> {
        guard lines.indices.contains(line) else { return 0..<0 }
        let blanks = lines[line].prefix { $0 == " " || $0 == "\t" }.utf8.count
        return blanks..<max(blanks, lines[line].utf8.count)
    }

    func problem(
        _ severity: DocumentProblem.Severity, _ code: String, _ message: String, at line: Int
    ) -> DocumentProblem {
        DocumentProblem(severity: severity, code: code, message: message, line: line, columns: columns(line))
    }

    static func trim(_ text: Substring) -> Substring {
        let head = text.drop { $0.isWhitespace }
        guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return head.prefix(0) }
        return head[...last]
    }

    /// Undoes what `MarkdownWriter.inline` does to a text; what is code stays as it is.
    static func unescaped(_ text: Substring) -> String {
        guard text.contains(where: { "\\`&".contains($0) }) else { return String(text) }
        let characters = Array(text)
        var result = ""
        var index = 0
        while index < characters.count {
            let character = characters[index]
            if character == "`", let end = InlineText.endOfCode(characters, from: index) {
                result += String(characters[index..<end])
                index = end
            } else if character == "&", characters[index...].starts(with: "&lt;") {
                result.append("<")
                index += 4
            } else if character == "\\", index + 1 < characters.count, "\\`*[]|#_".contains(characters[index + 1]) {
                result.append(characters[index + 1])
                index += 2
            } else {
                result.append(character)
                index += 1
            }
        }
        return result
    }
}
