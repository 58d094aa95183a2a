/// What a comment of ours says about the findings of a line, of a block, or of the whole file.
///
/// `codeforge-ignore RULE: reason` is about its line or, alone on one, the next line; `codeforge-ignore-start RULE` and
/// `codeforge-ignore-end` enclose a block; `codeforge-ignore-file RULE` stands within the first lines. Without a rule
/// all are meant.
struct IgnoreComment: Sendable, Hashable {
    enum Scope: Sendable, Hashable {
        /// The comment's own line, and the next one where no code stands beside it.
        case line(isAlone: Bool)
        case start, end, file
        /// A word behind `codeforge-ignore-` that means nothing.
        case unknown
        /// `/* eslint-disable no-eval */` and `/* eslint-enable */`, which enclose a block as ESLint reads them.
        case foreignStart, foreignEnd
    }

    /// A word behind the keyword that may be a rule's identifier.
    struct Word: Sendable, Hashable {
        let text: String
        /// Bytes of the line.
        let bytes: Range<Int>
    }

    let scope: Scope
    let words: [Word]
    /// Whether the only word ends with the colon that begins a reason, so that it is a name, whatever it says.
    let isNamed: Bool
    /// From the keyword to the end of the words, in bytes of the line.
    let bytes: Range<Int>

    /// As far down as a comment about a file may stand, in lines.
    static let fileLines = 20

    private static let keyword = Array("codeforge".utf8)
    /// More names than a comment has.
    private static let mostWords = 16
    /// How much of a line's end is looked at where comments are not told from other text.
    private static let longest = 2048

    /// Those of a line in its comments or, in a language whose comments are not known, behind a sign that begins one.
    static func all(
        in tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>, _ language: Language
    ) -> [IgnoreComment] {
        let knowsComments = language != .plain && bytes.count <= LineLexer.longestLine
        guard knowsComments else {
            let start = max(0, bytes.count - longest)
            let hasCode = bytes[start...].first { !$0.isSpace }.map { !isSign($0) } ?? true
            return found(in: start..<bytes.count, bytes, needsSign: true, isAlone: !hasCode)
        }
        var all: [IgnoreComment] = []
        for token in tokens where token.kind == .comment && token.end - token.start >= 16 {
            let range = Int(token.start)..<min(Int(token.end), bytes.count)
            if let foreign = foreign(in: range, bytes) {
                all.append(foreign)
                continue
            }
            // Whether code stands beside it is asked of the few that hold one.
            guard !found(in: range, bytes, needsSign: false, isAlone: false).isEmpty else { continue }
            all += found(in: range, bytes, needsSign: false, isAlone: tokens.allSatisfy(\.kind.isBesideComments))
        }
        return all
    }

    private static let (foreignStart, foreignEnd) = (Array("eslint-disable".utf8), Array("eslint-enable".utf8))
    /// More names than such a comment has.
    private static let mostForeignWords = 64

    /// A comment of ESLint about a block; nil for any other.
    private static func foreign(in range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> IgnoreComment? {
        var index = range.lowerBound + 2
        while index < range.upperBound, bytes[index].isSpace { index += 1 }
        guard bytes[range.lowerBound] == UInt8(ascii: "/"), bytes[range.lowerBound + 1] == UInt8(ascii: "*"),
            index < range.upperBound, bytes[index] == UInt8(ascii: "e")
        else { return nil }
        let isStart = begins(at: index, foreignStart, bytes)
        guard isStart || begins(at: index, foreignEnd, bytes) else { return nil }
        let first = index
        index += isStart ? foreignStart.count : foreignEnd.count
        guard index < range.upperBound, bytes[index].isSpace || bytes[index] == UInt8(ascii: "*") else { return nil }
        var words: [Word] = []
        while index < range.upperBound, words.count < mostForeignWords {
            while index < range.upperBound, bytes[index].isSpace || bytes[index] == UInt8(ascii: ",") { index += 1 }
            let start = index
            while index < range.upperBound, isNameByte(bytes[index]) || bytes[index] == UInt8(ascii: "@") { index += 1 }
            // A reason stands behind two dashes.
            guard index > start, bytes[start] != UInt8(ascii: "-"), bytes[start] != UInt8(ascii: "*") else { break }
            words.append(Word(text: String(decoding: bytes[start..<index], as: UTF8.self), bytes: start..<index))
        }
        return IgnoreComment(
            scope: isStart ? .foreignStart : .foreignEnd, words: words, isNamed: false, bytes: first..<index)
    }

    private init(scope: Scope, words: [Word], isNamed: Bool, bytes: Range<Int>) {
        (self.scope, self.words, self.isNamed, self.bytes) = (scope, words, isNamed, bytes)
    }

    private static func found(
        in range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, needsSign: Bool, isAlone: Bool
    ) -> [IgnoreComment] {
        var found: [IgnoreComment] = []
        var index = range.lowerBound
        while index + keyword.count + 7 <= range.upperBound {
            guard bytes[index] == UInt8(ascii: "c"), begins(at: index, keyword, bytes),
                isBehindSign(index, range.lowerBound, bytes, needsSign: needsSign),
                let comment = IgnoreComment(at: index, range.upperBound, bytes, isAlone: isAlone)
            else {
                index += 1
                continue
            }
            found.append(comment)
            index = comment.bytes.upperBound
        }
        return found
    }

    private static func begins(at index: Int, _ text: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        index + text.count <= bytes.count && bytes[index..<index + text.count].elementsEqual(text)
    }

    /// Whether nothing but spaces lies between the sign that begins a comment, or goes on with it, and the keyword.
    private static func isBehindSign(
        _ index: Int, _ start: Int, _ bytes: UnsafeBufferPointer<UInt8>, needsSign: Bool
    ) -> Bool {
        var before = index - 1
        while before >= start, bytes[before].isSpace { before -= 1 }
        if before < start { return !needsSign }
        return isSign(bytes[before])
    }

    /// The last byte of `#`, `//`, `/*`, `--`, `<!--`, `;`, `%`, `{{!`, and of a line within `/* … */`.
    private static func isSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: ";"),
            UInt8(ascii: "%"), UInt8(ascii: "!"), UInt8(ascii: "<"):
            true
        default: false
        }
    }

    /// Reads what stands behind `codeforge` at a place; nil where that is something else.
    private init?(at start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>, isAlone: Bool) {
        var index = start + Self.keyword.count
        guard index < end, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: ":") else { return nil }
        let isColon = bytes[index] == UInt8(ascii: ":")
        index += 1
        while isColon, index < end, bytes[index].isSpace { index += 1 }
        let nameStart = index
        while index < end, bytes[index].isAlphanumeric || bytes[index] == UInt8(ascii: "-") { index += 1 }
        // `codeforge-ignore-- a reason`, `<!-- codeforge-ignore-->`
        var nameEnd = index
        if let dashes = (nameStart..<max(nameStart, index - 1)).first(where: {
            bytes[$0] == UInt8(ascii: "-") && bytes[$0 + 1] == UInt8(ascii: "-")
        }) {
            nameEnd = dashes
        }
        switch String(decoding: bytes[nameStart..<nameEnd], as: UTF8.self) {
        case "ignore", "ignore-line": scope = .line(isAlone: isAlone)
        case "ignore-next-line": scope = .line(isAlone: true)
        case "ignore-start": scope = .start
        case "ignore-end": scope = .end
        case "ignore-file": scope = .file
        case let name where name.hasPrefix("ignore-"): scope = .unknown
        default: return nil
        }
        (words, index, isNamed) = Self.words(from: nameEnd, end, bytes)
        self.bytes = start..<max(index, nameEnd)
    }

    /// The words up to a reason, which `:` behind a word or `--` begins, or another character than identifiers have.
    private static func words(
        from start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> (words: [Word], end: Int, isNamed: Bool) {
        var words: [Word] = []
        var isReason = false
        var index = start
        var last = start
        while words.count < mostWords {
            while index < end,
                bytes[index].isSpace || bytes[index] == UInt8(ascii: ",")
                    || (bytes[index] == UInt8(ascii: ":") && words.isEmpty)
            {
                isReason = isReason || bytes[index] == UInt8(ascii: ":")
                index += 1
            }
            let first = index
            while index < end, isNameByte(bytes[index]) { index += 1 }
            let isWhole =
                index == end || bytes[index].isSpace || bytes[index] == UInt8(ascii: ",")
                || bytes[index] == UInt8(ascii: ":")
            guard index > first, isWhole,
                bytes[first..<index].contains(where: { $0.isLetter || $0 == UInt8(ascii: "*") }),
                bytes[first] != UInt8(ascii: "-"), bytes[index - 1] != UInt8(ascii: "/")
            else { break }
            words.append(Word(text: String(decoding: bytes[first..<index], as: UTF8.self), bytes: first..<index))
            last = index
            if index < end, bytes[index] == UInt8(ascii: ":") { break }
        }
        let endsWithColon = last < end && bytes[last] == UInt8(ascii: ":")
        return (words, last, words.count == 1 && endsWithColon && !isReason)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "*")
    }
}

extension Token.Kind {
    /// Whether it is no code: brackets alone are around a comment in JSX.
    fileprivate var isBesideComments: Bool {
        switch self {
        case .comment, .open, .close, .codeOpen, .codeClose: true
        default: false
        }
    }
}
