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
    /// Data of a request where the host of an address stands: at its beginning, or behind its scheme.
    case address
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
    /// What stands in `content` for a dynamic part, and for one that holds data of a request.
    static let (dynamicMark, requestMark): (UInt8, UInt8) = (0, 1)

    /// A value that nothing is known of.
    static let unknown: ExpressionValue = {
        var value = ExpressionValue()
        value.dynamic = .all
        value.content = [dynamicMark]
        return value
    }()

    /// Data of a request that nothing else is known of.
    static let requested: ExpressionValue = {
        var value = unknown
        value.request = .all
        value.content = [requestMark]
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
        case .address: !request.isDisjoint(with: sink) && hasRequestedHost
        case .name: isName
        case .literal: isLoneString || isText
        case .false: isFalse
        }
    }

    /// Its literal texts, with the same mark for whatever is no literal.
    var contentWithOneMark: [UInt8] {
        content.contains(ExpressionValue.requestMark)
            ? content.map { $0 == ExpressionValue.requestMark ? ExpressionValue.dynamicMark : $0 } : content
    }

    /// Whether what stands at the place of a URL's host comes from a request, as far as its texts tell.
    private var hasRequestedHost: Bool {
        guard content.contains(ExpressionValue.requestMark) else { return true }
        var place = 0
        while place < content.count, content[place].isAlphanumeric { place += 1 }
        if place < content.count, content[place] == UInt8(ascii: ":") { place += 1 }
        let rest = content[place...]
        if rest.starts(with: "//".utf8) {
            let host = rest.dropFirst(2).prefix { !"/?#".utf8.contains($0) }
            guard let mark = host.first(where: { $0 <= ExpressionValue.requestMark || "%{$".utf8.contains($0) }) else {
                return false
            }
            return mark != ExpressionValue.dynamicMark
        }
        guard let first = content.first else { return true }
        return first == ExpressionValue.requestMark || first == UInt8(ascii: "%") || first == UInt8(ascii: "{")
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
        if content.isEmpty || (dynamic.isEmpty && !other.dynamic.isEmpty)
            || (request.isEmpty && !other.request.isEmpty)
        {
            value.content = other.content
        }
        return value
    }

    /// Marks the place of a part that is not known.
    mutating func appendMark(ofRequest isRequest: Bool) {
        append([isRequest ? ExpressionValue.requestMark : ExpressionValue.dynamicMark])
    }

    mutating func append(_ text: ArraySlice<UInt8>) {
        let room = ExpressionValue.longestContent - content.count
        if room > 0 { content += text.prefix(room) }
    }
}
