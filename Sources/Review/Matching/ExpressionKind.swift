/// What sort of value an expression makes: the names that `metavariable-kind` takes.
enum ExpressionKind: String, Sendable, CaseIterable {
    /// Nothing but a string literal.
    case string
    /// Literals and constants, whatever is done with them.
    case constant
    /// Anything that is not `constant`.
    case dynamic
    /// Text that is put together from literal and dynamic parts.
    case interpolated
    /// Holds data of a request or of another source that an attacker chooses.
    case request
    /// A name or a chain of names.
    case name
}

/// What was found in an expression.
struct ExpressionValue: Sendable {
    var isLoneString = false
    var hasLiteralText = false
    var hasDynamicPart = false
    var isInterpolated = false
    var hasRequestData = false
    var isName = false
    /// Its literal texts, one after the other with a mark for each dynamic part; the beginning of long ones.
    private(set) var content: [UInt8] = []
    private static let longestContent = 4096

    func `is`(_ kind: ExpressionKind) -> Bool {
        switch kind {
        case .string: isLoneString
        case .constant: !hasDynamicPart
        case .dynamic: hasDynamicPart
        case .interpolated: isInterpolated
        case .request: hasRequestData
        case .name: isName
        }
    }

    /// Adds what flows together with it.
    mutating func merge(_ other: ExpressionValue) {
        isLoneString = false
        isName = false
        hasLiteralText = hasLiteralText || other.hasLiteralText
        hasDynamicPart = hasDynamicPart || other.hasDynamicPart
        isInterpolated = isInterpolated || other.isInterpolated
        hasRequestData = hasRequestData || other.hasRequestData
        append(other.content[...])
    }

    mutating func append(_ text: ArraySlice<UInt8>) {
        let room = ExpressionValue.longestContent - content.count
        if room > 0 { content += text.prefix(room) }
    }
}
