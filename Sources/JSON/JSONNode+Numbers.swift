extension JSONNode {
    /// True for a number written without a fraction and without an exponent, of any size.
    package var isIntegerLiteral: Bool { entry.kind == .integer }

    /// The number where it is a whole one that `Int` holds: `7`, and `7.0` and `7e0` too.
    package var int: Int? {
        switch entry.kind {
        case .integer: withContent(parseInteger)
        case .float: double.flatMap { Int(exactly: $0) }
        default: nil
        }
    }

    /// The number, rounded to the nearest double; infinite beyond the largest.
    package var double: Double? {
        switch entry.kind {
        case .integer: int.map(Double.init) ?? withContent(parseDouble)
        case .float: withContent(parseDouble)
        case .notANumber: .nan
        default: nil
        }
    }

    /// The number as a value that loses nothing: what no `Int` and no finite double holds stays a literal.
    var numberValue: JSONValue {
        if entry.kind == .integer {
            return int.map(JSONValue.integer) ?? .bigNumber(literal)
        }
        guard let double else { return .null }
        // For Pydantic a float out of range is an infinity, as if it had been written so.
        return double.isFinite || tape.dialect == .pydantic ? .double(double) : .bigNumber(literal)
    }

    private var literal: String { withContent { String(decoding: $0, as: UTF8.self) } }
}

/// The value of an integer literal, nil where `Int` cannot hold it.
private func parseInteger(_ digits: UnsafeBufferPointer<UInt8>) -> Int? {
    let negative = digits.first == UInt8(ascii: "-")
    var magnitude = 0
    for digit in digits.dropFirst(negative ? 1 : 0) {
        // Built downwards: `Int.min` has no positive twin.
        let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
        let (sum, carry) = product.subtractingReportingOverflow(Int(digit - UInt8(ascii: "0")))
        if overflow || carry { return nil }
        magnitude = sum
    }
    if negative { return magnitude }
    return magnitude == .min ? nil : -magnitude
}

/// The value of a number literal that the parser has checked.
private func parseDouble(_ literal: UnsafeBufferPointer<UInt8>) -> Double {
    // The standard library's parser is exact, and takes every literal of the grammar and `Infinity`.
    Double(String(decoding: literal, as: UTF8.self)) ?? .nan
}
