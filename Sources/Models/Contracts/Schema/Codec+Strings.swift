import JSON

extension Codec<String> {
    /// A text of so many Unicode code points.
    static func string(_ length: ClosedRange<Int> = 0...Int.max, matching pattern: Pattern? = nil) -> Codec {
        let rule = StringRule(length: length, pattern: pattern)
        return Codec(
            shape: .string(rule),
            decode: { node, validation in
                switch node.withUTF8(rule.complaint) {
                case .none: validation.fail("string_type", "Input should be a valid string")
                case .some(.none): node.string
                case .some(.some(let complaint)): validation.fail(complaint.type, complaint.message)
                }
            },
            encode: { $1.string($0) })
    }

    static func string(_ length: PartialRangeFrom<Int>) -> Codec { .string(length.lowerBound...Int.max) }
}

extension Codec<Secret> {
    /// A secret text of at least one code point, written as asterisks.
    static var secret: Codec {
        Codec(
            shape: .string(StringRule(length: 1...Int.max, isSecret: true)),
            decode: { node, validation in
                guard let text = node.string else {
                    return validation.fail("string_type", "Input should be a valid string")
                }
                guard !text.isEmpty else {
                    return validation.fail("too_short", "Value should have at least 1 item after validation, not 0")
                }
                return Secret(text)
            },
            encode: { $1.string($0.description) })
    }
}

extension StringRule {
    /// What is wrong with a text, nil where nothing is.
    fileprivate func complaint(_ text: UnsafeBufferPointer<UInt8>) -> (type: String, message: String)? {
        // A code point takes one to four bytes: most texts need no counting.
        if text.count > length.upperBound || text.count / 4 <= length.lowerBound {
            let count = text.codePointCount
            if count < length.lowerBound {
                let bound = characters(length.lowerBound)
                return ("string_too_short", "String should have at least \(bound)")
            }
            if count > length.upperBound {
                return ("string_too_long", "String should have at most \(characters(length.upperBound))")
            }
        }
        if let pattern, !pattern.matches(text) {
            return ("string_pattern_mismatch", "String should match pattern '\(pattern.source)'")
        }
        return nil
    }

    private func characters(_ count: Int) -> String { count == 1 ? "1 character" : "\(count) characters" }
}

extension UnsafeBufferPointer<UInt8> {
    /// Number of code points in valid UTF-8: of bytes that do not continue a character.
    fileprivate var codePointCount: Int { reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }
}
