/// A piece of code with gaps, as a sequence of elements to be found among tokens.
struct Pattern: Sendable {
    /// A part of one of the pattern's arrays.
    struct Slot: BitwiseCopyable, Sendable {
        var start: Int32 = 0
        var end: Int32 = 0
        var range: Range<Int> { Int(start)..<Int(end) }
        var isEmpty: Bool { start == end }
        var count: Int { Int(end - start) }
    }

    /// Plain data, so that matching copies no references.
    struct Element: BitwiseCopyable, Sendable {
        enum Kind: BitwiseCopyable, Sendable {
            /// A token with this text.
            case token
            /// A string with this content, whatever its quotes.
            case string
            /// `"..."`: a string without code in it.
            case anyString
            /// `"$X"`: a string literal, whose content is what the metavariable stands for in conditions.
            case stringVariable
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
        var tokenKind = Token.Kind.word
        /// A metavariable that can be nothing but a word: a member's name after a dot.
        var isName = false
        var hash: UInt32 = 0
        /// Number of the metavariable; -1 for none.
        var variable: Int32 = -1
        /// How many brackets of the pattern are open before it.
        var depth: Int32 = 0
        /// Where its text is in the pattern's `texts`.
        var text = Slot()
        /// Where the hashes of the words that a metavariable may stand for are in `words`; empty for any.
        var alternatives = Slot()
    }

    var elements: [Element]
    /// The element that a document's tokens are looked up by; -1 for a pattern that is not looked up.
    var anchor: Int

    /// Whether it is looked up by the anchor and the token after it, together: `=` alone is on every line.
    var anchorsPair = false
    /// Whether the anchor is an operator between two that are the same, and looked up where two names start alike.
    var anchorsTwins = false
    /// The hashes of operators that must be on the anchor's line, if the anchor is a word of every other line and what
    /// is in brackets ends on it.
    var companions: [UInt32] = []
    /// The hashes of the tokens that must be right before and after the anchor; 0 for no such.
    var hashBefore: UInt32 = 0
    var hashAfter: UInt32 = 0
    /// The chains of names `a.b.c` in it that may be written by what the file imported: `c` after `from a.b import c`.
    var chains: [Chain] = []
    /// The texts of the elements, one after the other.
    var texts: [UInt8]
    /// The hashes of the words that metavariables may stand for.
    var words: [UInt32]

    /// Names with dots between them, of which the first is a pattern element that starts an expression.
    struct Chain: Sendable {
        /// The place of the first among the elements; the others come at every second place after it.
        var start: Int
        var names: [UInt32]
        /// Whether the last of them is a metavariable, which any name is.
        var endsOpen = false

        /// Whether a path of imported names is that of the first names.
        func starts(with path: [UInt32]) -> Bool {
            if endsOpen, path.count == names.count { return path.dropLast() == names.dropLast() }
            return path.count <= names.count && path[...] == names[..<path.count]
        }

        /// The number of the name at an element, if one is there.
        func name(at element: Int) -> Int? {
            let offset = element - start
            return offset >= 0 && offset % 2 == 0 && offset / 2 < names.count ? offset / 2 : nil
        }
    }

    func text(of element: Element) -> ArraySlice<UInt8> {
        texts[element.text.range]
    }

    func alternatives(of element: Element) -> ArraySlice<UInt32> {
        words[element.alternatives.range]
    }

    /// Whether an element is a gap or a value and all there is between two brackets.
    func fillsGroup(at index: Int) -> Bool {
        guard index > 0, index + 1 < elements.count else { return false }
        let element = elements[index]
        guard element.kind == .ellipsis || (element.kind == .metavariable && !element.isName) else { return false }
        let (before, after) = (elements[index - 1], elements[index + 1])
        return before.kind == .token && before.tokenKind == .open && after.kind == .token && after.tokenKind == .close
    }

    /// Whether any of several arguments may be the one that a metavariable stands for.
    var choosesArgument: Bool {
        guard let gap = elements.firstIndex(where: { $0.kind == .leadingArguments }) else { return false }
        return gap > anchor && elements[gap...].contains { $0.variable >= 0 }
    }

    /// The hashes of the tokens that may start a match.
    var triggers: [UInt32] {
        let element = elements[anchor]
        if anchorsTwins { return [TokenHash.twin(element.hash)] }
        if anchorsPair { return [TokenHash.pair(element.hash, elements[anchor + 1].hash)] }
        return element.kind == .metavariable ? Array(alternatives(of: element)) : [element.hash]
    }
}

/// Why a rule's pattern cannot be used.
package struct PatternError: Error, Hashable, CustomStringConvertible {
    package var pattern: String
    package var reason: String

    package var description: String { "The pattern \(pattern) cannot be used: \(reason)." }
}
