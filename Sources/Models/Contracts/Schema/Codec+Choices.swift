import JSON

extension Codec where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// An enum of the specification, by its name.
    static func enumeration(_ name: String) -> Codec {
        choice(Array(Value.allCases), name: name, errorType: "enum")
    }

    /// One of the cases, where the specification spells a `Literal` out.
    static var literal: Codec { literal(Array(Value.allCases)) }

    /// Just these cases.
    static func literal(_ cases: [Value]) -> Codec { choice(cases, name: nil, errorType: "literal_error") }

    private static func choice(_ cases: [Value], name: String?, errorType: String) -> Codec {
        let texts = cases.map { Array($0.rawValue.utf8) }
        let names = cases.map(\.rawValue)
        let message = "Input should be \(alternatives(names))"
        return Codec(
            shape: .choice(name: name, of: names),
            decode: { node, validation in
                let place = node.withUTF8 { text in texts.firstIndex { text.elementsEqual($0) } }
                guard let place = place ?? nil else { return validation.fail(errorType, message) }
                return cases[place]
            },
            encode: { $1.string($0.rawValue) })
    }
}

/// The texts in quotes: `'a'`, `'a' or 'b'`, `'a', 'b' or 'c'`.
private func alternatives(_ texts: [String]) -> String {
    let quoted = texts.map { "'\($0)'" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
}
