/// A piece of a line.
///
/// Strings, templates and brackets that hold code nest as groups of opening and closing tokens.
struct Token: BitwiseCopyable, Sendable {
    enum Kind: UInt8, BitwiseCopyable, Sendable {
        case word, number, `operator`, regex, comment
        /// A whole string literal without code in it.
        case string
        /// `(`, `[`, `{` and their counterparts.
        case open, close
        /// The quotes around a text that holds code or goes over several lines, and the text in between.
        case textOpen, text, textClose
        /// What surrounds code in a text: `${` and `}`, `\(` and `)`, ...
        case codeOpen, codeClose

        /// Whether such a token may be what a pattern is looked up by.
        var isKey: Bool { rawValue <= Kind.operator.rawValue || self == .string }
    }

    struct Flags: OptionSet, BitwiseCopyable, Sendable {
        let rawValue: UInt8
        /// First on its line.
        static let startsLine = Flags(rawValue: 1)
        /// A comment lies between it and the token before.
        static let afterComment = Flags(rawValue: 2)
        /// White space or a line's end lies before it.
        static let afterSpace = Flags(rawValue: 4)
        /// A string whose prefix says that it is bytes or raw, a format string's opening, ...
        static let prefixed = Flags(rawValue: 8)
        /// A word that is another name of something: its hash is that of the other one.
        static let alias = Flags(rawValue: 16)
    }

    var kind: Kind
    var flags: Flags
    /// How many bytes at the start and at the end of a string or a text's quotes are not its content.
    var headLength: UInt8
    var tailLength: UInt8
    /// Offsets of its bytes: in its line as the lexer makes it, in the window's bytes afterwards.
    var start: Int32
    var end: Int32
    /// `TokenHash` of its text; of its content for a string.
    var hash: UInt32

    var opensGroup: Bool { kind == .open || kind == .textOpen || kind == .codeOpen }
    var closesGroup: Bool { kind == .close || kind == .textClose || kind == .codeClose }
    var range: Range<Int> { Int(start)..<Int(end) }
    /// The range of a string's content, without prefix and quotes.
    var contentRange: Range<Int> {
        let from = Int(start) + Int(headLength)
        return from..<max(from, Int(end) - Int(tailLength))
    }
}

/// FNV-1a over 32 bits, as tokens and patterns share it.
///
/// Two texts with one hash are told apart where it matters: the matcher compares texts after hashes.
enum TokenHash {
    static let seed: UInt32 = 2_166_136_261

    @inline(__always)
    static func step(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
        (hash ^ UInt32(byte)) &* 16_777_619
    }

    static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
        bytes.reduce(seed) { step($0, $1) }
    }

    /// A hash for two tokens in a row.
    @inline(__always)
    static func pair(_ one: UInt32, _ other: UInt32) -> UInt32 { (one &* 31) ^ (other &* 2_654_435_761) }

    /// A hash for an operator between two names that start alike.
    @inline(__always)
    static func twin(_ sign: UInt32) -> UInt32 { (sign &* 2_246_822_519) ^ 0x5457_494E }

    static func of(_ text: String) -> UInt32 { of(text.utf8) }
}

/// Tests of single bytes.
extension UInt8 {
    @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
    @inline(__always) var isAlphanumeric: Bool { isLetter || isDigit }
    /// Part of an identifier in most languages; every byte outside of ASCII is.
    @inline(__always) var isWord: Bool { isLetter || isDigit || self == 0x5F || self >= 0x80 }
    @inline(__always) var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0C || self == 0x0B }
    @inline(__always) var isUpper: Bool { self &- 0x41 < 26 }
    @inline(__always) var lowered: UInt8 { isUpper ? self | 0x20 : self }
}
