import Models

/// Replaces secrets in texts by placeholders before they leave the machine, and puts them back in what comes.
///
/// The same secret has the same placeholder in all texts. Values are replaced where they are known to the byte, whole
/// lines where only these are.
package struct SecretPlaceholders: Sendable {
    private static let prefix = "CODEFORGE_SECRET_"
    /// Shorter values are not looked for elsewhere: they may be anybody's word.
    private static let leastElsewhere = 8

    /// What was replaced; the first is number 1.
    private var hidden: [String] = []

    package init() {}

    /// How many different texts were replaced.
    package var count: Int { hidden.count }

    /// A text without its secrets.
    ///
    /// `path` is the file that it is, which tells how it is read; `text.md` for what a person wrote.
    ///
    /// - Returns: Nil for a file that is there for credentials: nothing of it may go.
    package mutating func hide(_ text: String, path: String) -> String? {
        let bytes = Array(text.utf8)
        guard let path = (try? ProjectPath(validating: path)) ?? (try? ProjectPath(validating: "text.md")),
            CredentialFile.kind(of: path, bytes) == nil
        else { return nil }
        var lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map { Array($0) }
        var goneAt: Set<Int> = []
        // From the end, so that places before stay where they are.
        for span in SecretScan.spans(in: bytes, path: path).reversed() {
            let start = span.lines.lowerBound
            guard lines.indices.contains(start), !goneAt.contains(start) else { continue }
            if let columns = span.columns {
                hide(columns, in: &lines[start], withQuotes: span.holdsQuotes)
            } else {
                let end = span.lines.upperBound == Int.max ? Self.keyEnd(in: lines, from: start) : span.lines.upperBound
                hideLines(start...min(max(end, start), lines.count - 1), in: &lines, &goneAt)
            }
        }
        let kept = lines.indices.filter { !goneAt.contains($0) || !lines[$0].isEmpty }.map { lines[$0] }
        return hideKnown(String(decoding: Array(kept.joined(separator: [10])), as: UTF8.self))
    }

    /// A text with the secrets in their places.
    package func restore(_ text: String) -> String {
        var text = text
        // Longer numbers first: `…_1` begins `…_12` too.
        for number in hidden.indices.reversed() {
            text = text.replacing(Self.prefix + String(number + 1), with: hidden[number])
        }
        return text
    }

    /// Whether a text has a placeholder that stands for nothing.
    package func hasUnknown(in text: String) -> Bool { restore(text).contains(Self.prefix) }

    /// A text for people in which a placeholder reads as what it is.
    package func masked(_ text: String) -> String {
        hidden.isEmpty ? text : text.replacing(Self.prefix, with: "withheld value ")
    }

    /// Whether a file of this name is there for credentials whatever it holds.
    package static func isCredentialName(_ path: ProjectPath) -> Bool {
        if case .credential = CredentialName(path: path) { true } else { false }
    }

    private mutating func placeholder(for text: String) -> String {
        if let known = hidden.firstIndex(of: text) { return Self.prefix + String(known + 1) }
        hidden.append(text)
        return Self.prefix + String(hidden.count)
    }

    private mutating func hide(_ columns: Range<Int>, in line: inout [UInt8], withQuotes: Bool) {
        var range = columns.clamped(to: 0..<line.count)
        let quotes: [UInt8] = [34, 39, 96]
        // Of `name = "value"` the value alone goes.
        if !withQuotes, let last = line[range].lastIndex(where: quotes.contains),
            let first = line[range].firstIndex(of: line[last]), first < last
        {
            range = first + 1..<last
        }
        guard !range.isEmpty else { return }
        let secret = String(decoding: line[range], as: UTF8.self)
        line.replaceSubrange(range, with: placeholder(for: secret).utf8)
    }

    /// Replaces whole lines, their indentation aside, by one placeholder.
    private mutating func hideLines(_ range: ClosedRange<Int>, in lines: inout [[UInt8]], _ gone: inout Set<Int>) {
        let indentation = lines[range.lowerBound].prefix { $0 == 32 || $0 == 9 }
        let joined = Array(lines[range].joined(separator: [10]))
        let ending: [UInt8] = joined.last == 13 ? [13] : []
        let bytes = Array(joined.dropFirst(indentation.count).dropLast(ending.count))
        guard !bytes.isEmpty else { return }
        let mark = placeholder(for: String(decoding: bytes, as: UTF8.self))
        lines[range.lowerBound] = Array(indentation) + Array(mark.utf8) + ending
        for line in range.dropFirst() { lines[line] = [] }
        gone.formUnion(range)
    }

    /// The last line of a private key: that of its end mark, or the last one where there is none.
    private static func keyEnd(in lines: [[UInt8]], from start: Int) -> Int {
        lines[start...].firstIndex { String(decoding: $0, as: UTF8.self).contains("-----END") } ?? lines.count - 1
    }

    private func hideKnown(_ text: String) -> String {
        var text = text
        for (number, secret) in hidden.enumerated() where secret.utf8.count >= Self.leastElsewhere {
            text = text.replacing(secret, with: Self.prefix + String(number + 1))
        }
        return text
    }
}
