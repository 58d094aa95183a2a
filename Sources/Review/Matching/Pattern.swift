/// A piece of code with gaps, as a sequence of elements to be found among tokens.
struct Pattern: Sendable {
    struct Element: Sendable {
        enum Kind: Sendable {
            /// A token with this text.
            case token
            /// A string with this content, whatever its quotes.
            case string
            /// `"..."`: a string without code in it.
            case anyString
            /// `$X`: an expression, the same everywhere.
            case metavariable
            /// `...`: any tokens, brackets in pairs.
            case ellipsis
            /// `..., `: the arguments before one, if any.
            case leadingArguments
            /// `, ...`: the arguments after one, if any.
            case trailingArguments
        }

        var kind: Kind
        var text: [UInt8] = []
        var hash: UInt32 = 0
        var tokenKind = Token.Kind.word
        /// Number of the metavariable; -1 for none.
        var variable = -1
        /// The words that a metavariable may stand for, if a rule lists them.
        var alternatives: [UInt32] = []
        /// A metavariable that can be nothing but a word: a member's name after a dot.
        var isName = false
        /// How many brackets of the pattern are open before it.
        var depth = 0
    }

    var elements: [Element]
    /// The element that a document's tokens are looked up by; -1 for a pattern that is not looked up.
    var anchor: Int

    /// The hashes of the tokens that may start a match.
    var triggers: [UInt32] {
        let element = elements[anchor]
        return element.kind == .metavariable ? element.alternatives : [element.hash]
    }
}

/// Why a rule's pattern cannot be used.
package struct PatternError: Error, Hashable, CustomStringConvertible {
    package var pattern: String
    package var reason: String

    package var description: String { "The pattern \(pattern) cannot be used: \(reason)." }
}
