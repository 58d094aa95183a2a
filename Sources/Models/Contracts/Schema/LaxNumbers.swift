import JSON

/// Reads a number or a text as a truth value.
///
/// Follows Pydantic's lax mode: https://docs.pydantic.dev/2.13/concepts/conversion_table/
/// - Returns: nil where it is of a kind that is never one; `.some(nil)` where only this value is none.
func laxBool(_ node: JSONNode) -> Bool?? {
    switch node.kind {
    case .string: .some(node.withUTF8(laxBool) ?? nil)
    // Pydantic keeps an integer of 19 digits as a big one, and asks none of those.
    case .number where node.isIntegerLiteral && node.digitCount > 18: nil
    case .number: node.machineInteger.map { $0 == 0 ? false : $0 == 1 ? true : nil }
    default: nil
    }
}

private func laxBool(_ text: UnsafeBufferPointer<UInt8>) -> Bool? {
    func isOne(of words: [StaticString]) -> Bool {
        words.contains { word in
            word.utf8CodeUnitCount == text.count
                && text.indices.allSatisfy { text[$0].lowercasedASCII == word.utf8Start[$0] }
        }
    }
    if isOne(of: ["true", "1", "yes", "on", "t", "y"]) { return true }
    if isOne(of: ["false", "0", "no", "off", "f", "n"]) { return false }
    return nil
}

/// Reads a text as a number: the decimal notations of Python's `float`, with white space around or `_` within.
func laxDouble(_ text: String) -> Double? {
    parseDecimal(trim(text)) ?? withoutUnderscores(text[...]).flatMap { parseDecimal($0[...]) }
}

/// A whole number of any size.
enum LaxInteger: Comparable {
    /// Smaller than every `Int`.
    case below
    case value(Int)
    /// Larger than every `Int`.
    case above
}

/// Why a value is no whole number; the raw value is Pydantic's name for it.
enum LaxIntegerComplaint: String, Error {
    case type = "int_type"
    case parsing = "int_parsing"
    case parsingSize = "int_parsing_size"
    case fraction = "int_from_float"
    case notFinite = "finite_number"
}

/// Reads a value as a whole number, as Pydantic's lax mode does.
func laxInteger(_ node: JSONNode) -> Result<LaxInteger, LaxIntegerComplaint> {
    if let bool = node.bool { return .success(.value(bool ? 1 : 0)) }
    if let text = node.string { return laxInteger(text) }
    guard let double = node.double else { return .failure(.type) }
    if node.isIntegerLiteral { return .success(node.int.map(LaxInteger.value) ?? (double < 0 ? .below : .above)) }
    guard double.isFinite else { return .failure(.notFinite) }
    guard double == double.rounded() else { return .failure(.fraction) }
    return node.machineInteger.map { .success(.value($0)) } ?? .failure(.parsingSize)
}

/// Longest integer in a text, in characters with its sign.
private let longestInteger = 4300

private func laxInteger(_ text: String) -> Result<LaxInteger, LaxIntegerComplaint> {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
    if text.utf8.count - digits.count <= 1, (digits.first ?? 0).isDigit, digits.first != UInt8(ascii: "0"),
        text.utf8.count - digits.count + digits.prefix(while: \.isDigit).count > longestInteger
    {
        return .failure(.parsingSize)
    }
    let integer = parseInteger(text[...]) ?? cleaned(text).flatMap { parseInteger($0[...]) }
    return integer.map { .success($0) } ?? .failure(.parsing)
}

/// Reads `-?(0|[1-9][0-9]*)`.
private func parseInteger(_ text: Substring) -> LaxInteger? {
    let negative = text.utf8.first == UInt8(ascii: "-")
    let digits = text.utf8.dropFirst(negative ? 1 : 0)
    guard !digits.isEmpty, digits.allSatisfy(\.isDigit), text.utf8.count <= longestInteger,
        digits.count == 1 || digits.first != UInt8(ascii: "0")
    else { return nil }
    return Int(text).map(LaxInteger.value) ?? (negative ? .below : .above)
}

/// Takes away what a number in a text may have and JSON's may not: white space around, a plus, leading zeros,
/// a fraction of zeros, underscores.
private func cleaned(_ text: String) -> String? {
    var rest = trim(text)
    if rest.hasPrefix("+") {
        rest = rest.dropFirst()
        if rest.hasPrefix("-") { return nil }
    }
    let negative = rest.hasPrefix("-")
    if negative {
        rest = rest.dropFirst()
        if rest.hasPrefix("-") || rest.hasPrefix("+") { return nil }
    }
    guard let first = rest.utf8.first, first.isDigit else { return nil }
    if first == UInt8(ascii: "0") {
        let significant = rest.drop { $0 == "0" || $0 == "_" }
        switch significant.utf8.first {
        case nil: rest = rest.suffix(1)
        case UInt8(ascii: "."): rest = rest[rest.index(before: significant.startIndex)...]
        case let byte? where byte.isDigit || byte == UInt8(ascii: "-"): rest = significant
        default: return nil
        }
    }
    if let point = rest.firstIndex(of: ".") {
        let fraction = rest[rest.index(after: point)...]
        if !fraction.isEmpty, fraction.utf8.allSatisfy({ $0 == UInt8(ascii: "0") }) { rest = rest[..<point] }
    }
    return (negative ? "-" : "") + (withoutUnderscores(rest) ?? String(rest))
}

/// The text without its underscores; nil where there are none, or where Python would not take them.
private func withoutUnderscores(_ text: Substring) -> String? {
    let bytes = text.utf8
    let underscore = UInt8(ascii: "_")
    guard bytes.contains(underscore), bytes.first != underscore, bytes.last != underscore,
        !zip(bytes, bytes.dropFirst()).contains(where: { $0 == underscore && $1 == underscore })
    else { return nil }
    return String(decoding: bytes.filter { $0 != underscore }, as: UTF8.self)
}

private func trim(_ text: String) -> Substring {
    var rest = text.unicodeScalars[...]
    while let first = rest.first, first.properties.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
    return Substring(rest)
}

/// Reads `[+-]?(inf|infinity|nan|digits[.digits][e[+-]digits])`, where one side of the point may be empty.
private func parseDecimal(_ text: Substring) -> Double? {
    var rest = text.utf8[...]
    let negative = rest.first == UInt8(ascii: "-")
    if negative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    switch String(decoding: rest.map(\.lowercasedASCII), as: UTF8.self) {
    case "inf", "infinity": return negative ? -.infinity : .infinity
    case "nan": return .nan
    default: break
    }
    // Rebuilt with digits on both sides of the point, which every reader takes.
    var literal = negative ? "-0" : "0"
    func takeDigits() -> Int {
        let digits = rest.prefix(while: \.isDigit)
        literal += Substring(digits)
        rest = rest[digits.endIndex...]
        return digits.count
    }
    var count = takeDigits()
    if rest.first == UInt8(ascii: ".") {
        rest = rest.dropFirst()
        literal += "."
        let fraction = takeDigits()
        if fraction == 0 { literal += "0" }
        count += fraction
    }
    guard count > 0 else { return nil }
    if rest.first?.lowercasedASCII == UInt8(ascii: "e") {
        rest = rest.dropFirst()
        literal += "e"
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            literal += sign == UInt8(ascii: "-") ? "-" : ""
            rest = rest.dropFirst()
        }
        guard takeDigits() > 0 else { return nil }
    }
    return rest.isEmpty ? Double(literal) : nil
}

extension JSONNode {
    /// Number of an integer literal's digits.
    fileprivate var digitCount: Int { rawBytes.count - (rawBytes.first == UInt8(ascii: "-") ? 1 : 0) }

    /// The number where it is whole and strictly between the smallest and the largest machine integer.
    fileprivate var machineInteger: Int? {
        guard let double, double > Double(Int.min) else { return nil }
        return int
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }

    fileprivate var lowercasedASCII: UInt8 {
        UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self ? self | 0x20 : self
    }
}
