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
        let bytes = Array(hideMarks(in: text).utf8)
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
        return hideKnown(hidePasswords(in: String(decoding: Array(kept.joined(separator: [10])), as: UTF8.self)))
    }

    /// A text with the secrets in their places.
    package func restore(_ text: String) -> String {
        replacingMarks(in: text) { number in
            hidden.indices.contains(number - 1) ? hidden[number - 1] : "\(Self.prefix)\(number)"
        }
    }

    /// Whether a text has a placeholder that stands for nothing.
    package func hasUnknown(in text: String) -> Bool {
        Self.marks(in: text).contains { !hidden.indices.contains($0 - 1) }
    }

    /// The numbers of the placeholders of a text, in order; 0 for one without a number.
    package static func marks(in text: String) -> [Int] {
        text.ranges(of: prefix).map { Int(text[$0.upperBound...].prefix { $0.isASCII && $0.isNumber }) ?? 0 }
    }

    /// A text for people in which a placeholder reads as what it is.
    package func masked(_ text: String) -> String {
        hidden.isEmpty ? text : text.replacing(Self.prefix, with: "withheld value ")
    }

    /// Whether a file of this name is there for credentials whatever it holds.
    package static func isCredentialName(_ path: ProjectPath) -> Bool {
        if case .credential = CredentialName(path: path) { true } else { false }
    }

    /// A text with something else for each placeholder, looked at once: what is put in is not looked at again.
    private func replacingMarks(in text: String, with value: (Int) -> String) -> String {
        var result = ""
        var rest = text[...]
        while let found = rest.firstRange(of: Self.prefix) {
            let digits = rest[found.upperBound...].prefix { $0.isASCII && $0.isNumber }
            result += rest[..<found.lowerBound]
            result += Int(digits).map(value) ?? Self.prefix + digits
            rest = rest[digits.endIndex...]
        }
        return result + rest
    }

    /// A text whose own words look like placeholders: they are replaced as well, so that they come back as they were.
    private mutating func hideMarks(in text: String) -> String {
        guard text.contains(Self.prefix) else { return text }
        var own: [Int: String] = [:]
        for number in Set(Self.marks(in: text)) { own[number] = placeholder(for: "\(Self.prefix)\(number)") }
        return replacingMarks(in: text) { own[$0] ?? "\(Self.prefix)\($0)" }
    }

    /// The passwords of addresses, whatever their host: what an example's host makes likely, it does not make sure.
    private mutating func hidePasswords(in text: String) -> String {
        guard text.contains("://"), text.contains("@") else { return text }
        var text = text
        for found in text.matches(of: Self.login).reversed() {
            let password = found.output.1
            if Self.plainWords.contains(password.lowercased()) || password.hasPrefix(Self.prefix) { continue }
            text.replaceSubrange(password.startIndex..<password.endIndex, with: placeholder(for: String(password)))
        }
        return text
    }

    // Made once; a literal's regular expression is never written to.
    nonisolated(unsafe) private static let login =
        #/[A-Za-z][A-Za-z0-9+.-]*:\/\/[^\s:\/@"'`<>]{0,64}:([^\s@\/"'`<>{}$()\[\]]{3,128})@[A-Za-z0-9\[]/#
    /// What stands for a password in examples, and is none.
    private static let plainWords: Set<String> = [
        "password", "passwd", "pass", "pwd", "pw", "secret", "user", "username", "test", "admin", "root", "guest",
        "xxx",
        "xxxx", "changeme", "token", "key", "your-password", "your_password", "yourpassword", "my-password", "example",
        "postgres", "mysql", "***", "****",
    ]

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
        for (number, secret) in hidden.enumerated()
        where secret.utf8.count >= Self.leastElsewhere && !secret.hasPrefix(Self.prefix) {
            text = text.replacing(secret, with: Self.prefix + String(number + 1))
        }
        return text
    }
}
