import Review
import Text

/// A token of a line with its text.
package struct LineToken: Sendable {
    package let kind: CodeToken.Kind
    /// As patterns know it: in small letters where the language does not tell them apart.
    let text: String
    /// As it was written.
    let written: String
    let range: Range<Int>

    /// What stands between a text's quotes.
    var content: String {
        String(written.drop { "\"'`".contains($0) }.reversed().drop { "\"'`".contains($0) }.reversed())
    }
}

/// A line of somebody's code, with the function around it.
package struct CodePlace: Sendable {
    /// Counted from 0.
    package let line: Int
    /// As it was written, without blanks around it; empty where nothing of it may be quoted.
    let quoted: String
    let tokens: [LineToken]
    /// The innermost function around the line.
    let function: String?

    /// A line of a document; `isQuotable` is false for one that holds a secret.
    package init(line: Int, of document: ReviewedDocument, isQuotable: Bool) {
        self.line = line
        let bytes = document.buffer.lineBytes(line)
        tokens = Self.tokens(ofLine: line, bytes, document)
        function = Self.function(around: line, document)
        quoted = isQuotable ? Self.shown(bytes) : ""
    }

    /// Longest quotation, in bytes.
    private static let longestQuote = 120

    private static func shown(_ bytes: [UInt8]) -> String {
        let inner = bytes.drop { $0 == 0x20 || $0 == 0x09 }
        let text = String(decoding: inner.prefix(longestQuote), as: UTF8.self).map { $0 == "`" ? "'" : $0 }
        let end = text.reversed().drop { $0 == " " }.reversed()
        return String(end) + (inner.count > longestQuote ? "…" : "")
    }

    private static func tokens(ofLine line: Int, _ bytes: [UInt8], _ document: ReviewedDocument) -> [LineToken] {
        let ignoresCase = document.language == .sql
        var tokens: [LineToken] = []
        for token in document.codeTokens(ofLine: line) {
            var range = token.range
            // `@State` and `#expect` are one token to the reviewer.
            if token.kind == .word, range.count > 1,
                [UInt8(ascii: "@"), UInt8(ascii: "#")].contains(bytes[range.lowerBound])
            {
                let sign = String(decoding: bytes[range.lowerBound..<range.lowerBound + 1], as: UTF8.self)
                let end = range.lowerBound + 1
                tokens.append(LineToken(kind: .sign, text: sign, written: sign, range: range.lowerBound..<end))
                range = end..<range.upperBound
            }
            let written = String(decoding: bytes[range], as: UTF8.self)
            let text = ignoresCase ? written.lowercased() : written
            tokens.append(LineToken(kind: token.kind, text: text, written: written, range: range))
        }
        return tokens
    }

    /// The token at a byte of the line, or the one that ends there.
    func token(at byte: Int) -> Int? {
        tokens.firstIndex { $0.range.contains(byte) } ?? tokens.firstIndex { $0.range.upperBound == byte }
    }

    /// "line 3, `total = price * 2`, in `sum`".
    package var spot: String {
        "line \(line + 1)" + (quoted.isEmpty ? "" : ", `\(quoted)`") + (function.map { ", in `\($0)`" } ?? "")
    }
}

/// Finding the function around a line: only lines that are less indented than all between are looked at.
extension CodePlace {
    /// How far up is looked, in lines.
    private static let reach = 400

    private static func function(around line: Int, _ document: ReviewedDocument) -> String? {
        let buffer = document.buffer
        guard var least = indentation(line, buffer), document.language != .html else { return nil }
        if let name = declaredName(tokens(ofLine: line, buffer.lineBytes(line), document)) { return name }
        for above in stride(from: line - 1, through: max(0, line - reach), by: -1) {
            guard let own = indentation(above, buffer), own < least else { continue }
            least = own
            if let name = declaredName(tokens(ofLine: above, buffer.lineBytes(above), document)) { return name }
            if own == 0 { return nil }
        }
        return nil
    }

    /// How many blanks a line starts with; nil for one of blanks alone.
    private static func indentation(_ line: Int, _ buffer: TextBuffer) -> Int? {
        buffer.withLine(line) { bytes in bytes.firstIndex { $0 != 0x20 && $0 != 0x09 } }
    }

    /// The name of the function that a line declares.
    private static func declaredName(_ tokens: [LineToken]) -> String? {
        if let word = tokens.firstIndex(where: { ["def", "func", "function"].contains($0.text) }) {
            var next = word + 1
            // Go writes the receiver first.
            if next < tokens.count, tokens[next].text == "(" {
                next = (tokens[next...].firstIndex { $0.text == ")" } ?? tokens.count) + 1
            }
            if next < tokens.count, tokens[next].text == "*" { next += 1 }
            return next < tokens.count && tokens[next].kind == .word ? tokens[next].written : nil
        }
        guard tokens.contains(where: { $0.text == "=>" }),
            let word = tokens.firstIndex(where: { ["const", "let", "var"].contains($0.text) }),
            word + 2 < tokens.count, tokens[word + 1].kind == .word,
            tokens[word + 2].text == "=" || tokens[word + 2].text == ":"
        else { return nil }
        return tokens[word + 1].written
    }
}
