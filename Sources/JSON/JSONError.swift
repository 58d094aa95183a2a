/// Why a text is not JSON, and where.
package struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What the parser met.
    package enum Kind: String, Sendable {
        case endInList = "EOF while parsing a list"
        case endInObject = "EOF while parsing an object"
        case endInString = "EOF while parsing a string"
        case endInValue = "EOF while parsing a value"
        case expectedColon = "expected `:`"
        case expectedListCommaOrEnd = "expected `,` or `]`"
        case expectedObjectCommaOrEnd = "expected `,` or `}`"
        case expectedIdentifier = "expected ident"
        case expectedValue = "expected value"
        case invalidEscape = "invalid escape"
        case invalidNumber = "invalid number"
        case numberOutOfRange = "number out of range"
        case invalidCodePoint = "invalid unicode code point"
        case controlCharacter = #"control character (\u0000-\u001F) found while parsing a string"#
        case keyMustBeString = "key must be a string"
        case loneSurrogate = "lone leading surrogate in hex escape"
        case trailingComma = "trailing comma"
        case trailingCharacters = "trailing characters"
        case unexpectedEndOfHexEscape = "unexpected end of hex escape"
        case tooDeep = "recursion limit exceeded"
        case tooLarge = "text larger than the limit"
    }

    package let kind: Kind
    /// Index of the offending byte; the length of the text where it ended too soon.
    package let offset: Int
    /// Line of the offending byte, from 1.
    package let line: Int
    /// Column of the offending byte in bytes, from 1; 0 for a line feed itself.
    package let column: Int

    package var description: String { "\(kind.rawValue) at line \(line) column \(column)" }

    init(_ failure: JSONFailure, in bytes: UnsafeBufferPointer<UInt8>) {
        var line = 1
        var lineStart = 0
        for index in 0..<min(failure.offset + 1, bytes.count) where bytes[index] == UInt8(ascii: "\n") {
            line += 1
            lineStart = index + 1
        }
        let end = failure.offset < bytes.count ? failure.offset + 1 : bytes.count
        self.kind = failure.kind
        self.offset = failure.offset
        self.line = line
        self.column = end - lineStart
    }
}

/// A parser's failure before its line and column have been counted.
struct JSONFailure: Error {
    let kind: JSONError.Kind
    let offset: Int
}
