import JSON

extension Codec<Bool> {
    /// A truth value: `true`, 1, 1.0, or a text such as `"yes"`.
    static var bool: Codec {
        Codec(
            shape: .bool,
            decode: { node, validation in
                if let bool = node.bool { return bool }
                if let reading = laxBool(node) {
                    return reading
                        ?? validation.fail(
                            "bool_parsing", "Input should be a valid boolean, unable to interpret input")
                }
                return validation.fail("bool_type", "Input should be a valid boolean")
            },
            encode: { $1.bool($0) })
    }
}

extension Codec<Double> {
    /// A number within bounds: a number, a truth value, or a text such as `"1_000.5"`.
    static func number(greaterThan: Int? = nil, atMost: Int? = nil, atLeast: Int? = nil) -> Codec {
        Codec(
            shape: .number(greaterThan: greaterThan, atMost: atMost, atLeast: atLeast),
            decode: { node, validation in
                guard let number = readNumber(node, &validation) else { return nil }
                // Written so that no number, which compares with nothing, fails the first bound there is.
                if let atMost, !(number <= Double(atMost)) {
                    return validation.fail("less_than_equal", "Input should be less than or equal to \(atMost)")
                }
                if let atLeast, !(number >= Double(atLeast)) {
                    return validation.fail(
                        "greater_than_equal", "Input should be greater than or equal to \(atLeast)")
                }
                if let greaterThan, !(number > Double(greaterThan)) {
                    return validation.fail("greater_than", "Input should be greater than \(greaterThan)")
                }
                return number
            },
            encode: { $1.double($0) })
    }

    private static func readNumber(_ node: JSONNode, _ validation: inout Validation) -> Double? {
        if let number = node.double { return number }
        if let bool = node.bool { return bool ? 1 : 0 }
        guard let text = node.string else { return validation.fail("float_type", "Input should be a valid number") }
        return laxDouble(text)
            ?? validation.fail("float_parsing", "Input should be a valid number, unable to parse string as a number")
    }
}

extension Codec<Int> {
    /// A whole number of a range: a number such as 7 or 7.0, a truth value, or a text such as `"7"`.
    static func integer(_ range: ClosedRange<Int>) -> Codec {
        Codec(
            shape: .integer(range),
            decode: { node, validation in
                switch laxInteger(node) {
                case .success(.value(let integer)) where range.contains(integer): integer
                case .success(let integer) where integer > .value(range.upperBound):
                    validation.fail(
                        "less_than_equal", "Input should be less than or equal to \(range.upperBound)")
                case .success:
                    validation.fail(
                        "greater_than_equal", "Input should be greater than or equal to \(range.lowerBound)")
                case .failure(let complaint): validation.fail(complaint.rawValue, complaint.message)
                }
            },
            encode: { $1.int($0) })
    }
}

extension LaxIntegerComplaint {
    fileprivate var message: String {
        switch self {
        case .type: "Input should be a valid integer"
        case .parsing: "Input should be a valid integer, unable to parse string as an integer"
        case .parsingSize: "Unable to parse input string as an integer, exceeded maximum size"
        case .fraction: "Input should be a valid integer, got a number with a fractional part"
        case .notFinite: "Input should be a finite number"
        }
    }
}
