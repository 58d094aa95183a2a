/// A name in a document's text that may be that of a file, a rule or a command: what stands between backticks, and where
/// a Markdown link leads.
package struct DocumentReference: Hashable, Sendable {
    /// What is named, without the line that may follow it.
    package var name: String
    /// The line that is named behind it, `src/a.ts:12`, from 1 on.
    package var fileLine: Int?
    /// Where it stands: a 0-based line and its bytes there.
    package var line: Int
    package var columns: Range<Int>

    /// Longest name, in bytes.
    private static let maxLength = 500

    /// All of a text, outside of its blocks of code.
    package static func all(in text: String) -> [DocumentReference] {
        let lines = MarkdownLines(text)
        var found: [DocumentReference] = []
        var isInBlock = false
        for line in lines.lines.indices {
            if lines.isFence(line) { isInBlock.toggle() } else if !isInBlock { found += references(lines, line) }
        }
        return found
    }

    private static func references(_ lines: MarkdownLines, _ line: Int) -> [DocumentReference] {
        let bytes = Array(lines.lines[line].utf8)
        var found: [DocumentReference] = []
        func add(_ columns: Range<Int>) {
            guard !columns.isEmpty, columns.count <= maxLength else { return }
            found.append(DocumentReference(bytes[columns], line: line, columns: columns))
        }
        var index = 0
        while index < bytes.count {
            let rest = bytes[(index + 1)...]
            if bytes[index] == UInt8(ascii: "\\") {
                index += 2
            } else if bytes[index] == UInt8(ascii: "`"), let end = rest.firstIndex(of: UInt8(ascii: "`")) {
                add(index + 1..<end)
                index = end + 1
            } else if bytes[index] == UInt8(ascii: "]"), rest.first == UInt8(ascii: "("),
                let end = rest.firstIndex(of: UInt8(ascii: ")"))
            {
                add(index + 2..<end)
                index = end + 1
            } else {
                index += 1
            }
        }
        return found
    }

    private init(_ bytes: ArraySlice<UInt8>, line: Int, columns: Range<Int>) {
        self.line = line
        self.columns = columns
        if let colon = bytes.lastIndex(of: UInt8(ascii: ":")), colon > bytes.startIndex,
            let number = Int(String(decoding: bytes[(colon + 1)...], as: UTF8.self)), number > 0
        {
            name = String(decoding: bytes[..<colon], as: UTF8.self)
            fileLine = number
        } else {
            name = String(decoding: bytes, as: UTF8.self)
        }
    }
}
