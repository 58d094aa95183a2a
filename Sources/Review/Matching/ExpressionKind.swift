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
    /// A string literal, or a variable that is given nothing but such.
    case literal
    /// `false`, or a variable that may be given that.
    case `false`
}

/// What was found in an expression.
struct ExpressionValue: Sendable {
    var isLoneString = false
    var hasLiteralText = false
    /// The sinks that it is not constant for, that it is a text of literal and dynamic parts for, and that it brings
    /// data of a request to.
    var dynamic: Sinks = []
    var interpolated: Sinks = []
    var request: Sinks = []
    var isName = false
    /// Whether it is a variable of a lone string, and whether it may be the literal `false`.
    var isText = false
    var isFalse = false
    /// Its literal texts, one after the other with a mark for each dynamic part; the beginning of long ones.
    private(set) var content: [UInt8] = []
    private static let longestContent = 4096

    /// A value that nothing is known of.
    static let unknown: ExpressionValue = {
        var value = ExpressionValue()
        value.dynamic = .all
        value.content = [0]
        return value
    }()

    var hasDynamicPart: Bool { !dynamic.isEmpty }
    var isInterpolated: Bool { !interpolated.isEmpty }

    func `is`(_ kind: ExpressionKind, for sink: Sinks) -> Bool {
        switch kind {
        case .string: isLoneString
        case .constant: dynamic.isDisjoint(with: sink)
        case .dynamic: !dynamic.isDisjoint(with: sink)
        case .interpolated: !interpolated.isDisjoint(with: sink)
        case .request: !request.isDisjoint(with: sink)
        case .name: isName
        case .literal: isLoneString || isText
        case .false: isFalse
        }
    }

    /// Adds what flows together with it.
    mutating func merge(_ other: ExpressionValue) {
        isLoneString = false
        isText = false
        isFalse = false
        isName = false
        hasLiteralText = hasLiteralText || other.hasLiteralText
        dynamic.formUnion(other.dynamic)
        interpolated.formUnion(other.interpolated)
        request.formUnion(other.request)
        append(other.content[...])
    }

    /// Makes it one text of all its parts.
    mutating func unite() {
        if hasLiteralText { interpolated.formUnion(dynamic) }
    }

    /// What it is once it has gone through a function that makes it harmless for some sinks.
    func cleaned(for sinks: Sinks) -> ExpressionValue {
        var value = self
        value.dynamic.subtract(sinks)
        value.interpolated.subtract(sinks)
        value.request.subtract(sinks)
        return value
    }

    /// What is known of something that is one or the other.
    func or(_ other: ExpressionValue) -> ExpressionValue {
        var value = self
        value.isLoneString = isLoneString && other.isLoneString
        value.isText = (isLoneString || isText) && (other.isLoneString || other.isText)
        value.isFalse = isFalse || other.isFalse
        value.hasLiteralText = hasLiteralText || other.hasLiteralText
        value.dynamic.formUnion(other.dynamic)
        value.interpolated.formUnion(other.interpolated)
        value.request.formUnion(other.request)
        if content.isEmpty || (dynamic.isEmpty && !other.dynamic.isEmpty) { value.content = other.content }
        return value
    }

    mutating func append(_ text: ArraySlice<UInt8>) {
        let room = ExpressionValue.longestContent - content.count
        if room > 0 { content += text.prefix(room) }
    }
}
