/// A token of a line of code, for whoever explains the code.
package struct CodeToken: Hashable, Sendable {
    package enum Kind: Sendable { case word, number, string, sign }

    package let kind: Kind
    /// Bytes of the line.
    package let range: Range<Int>

    /// Nil for what is no code: comments, and the words of a text.
    init?(_ token: Token) {
        switch token.kind {
        case .word: kind = .word
        case .number: kind = .number
        case .string, .regex: kind = .string
        case .operator, .open, .close, .codeOpen, .codeClose: kind = .sign
        case .comment, .text, .textOpen, .textClose: return nil
        }
        range = token.range
    }
}
