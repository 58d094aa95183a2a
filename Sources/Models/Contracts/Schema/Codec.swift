import JSON

/// How values of one type stand in a document: read and checked, written, and described.
struct Codec<Value: Sendable>: Sendable {
    let shape: Shape
    /// Reads a value, or notes everything that is wrong with it and returns nil.
    let decode: @Sendable (JSONNode, inout Validation) -> Value?
    let encode: @Sendable (Value, inout JSONWriter) -> Void

    /// Adds a rule of our own on values that are otherwise right.
    ///
    /// - Parameter rule: tells what is wrong, nil where nothing is.
    /// - Returns: the codec with the rule.
    func checked(_ rule: @escaping @Sendable (Value) -> String?) -> Codec {
        let decode = decode
        return Codec(
            shape: shape,
            decode: { node, validation in
                guard let value = decode(node, &validation) else { return nil }
                guard let complaint = rule(value) else { return value }
                return validation.failValue(complaint)
            },
            encode: encode)
    }
}

/// What JSON Schema and the reference page tell of a value.
indirect enum Shape: Sendable {
    case any
    case bool
    case string(StringRule)
    case number(greaterThan: Int?, atMost: Int?, atLeast: Int?)
    case integer(ClosedRange<Int>)
    case list(of: Shape, atLeast: Int)
    case map(atMost: Int?)
    case optional(Shape)
    /// One of a few texts; with a name where the specification declares an enum.
    case choice(name: String?, of: [String])
    case model(ModelShape)
}

/// What a text has to be.
struct StringRule: Sendable {
    /// Fewest and most Unicode code points.
    var length: ClosedRange<Int> = 0...Int.max
    var pattern: Pattern?
    /// A secret is described as one, and never written.
    var isSecret = false
}

/// A regular expression for other programs to read, and the same test in Swift.
struct Pattern: Sendable {
    let source: String
    let matches: @Sendable (UnsafeBufferPointer<UInt8>) -> Bool
}

/// A model as JSON Schema and the reference page see it.
struct ModelShape: Sendable {
    let name: String
    let summary: String
    let fields: [FieldShape]
}

/// A model's member as JSON Schema and the reference page see it.
struct FieldShape: Sendable {
    let name: String
    let shape: Shape
    let isRequired: Bool
    /// What an absent member means, where that is a plain value; a list made anew each time is not.
    let defaultValue: JSONValue?
}
