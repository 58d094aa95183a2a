/// One value of a parsed text.
///
/// A node keeps its document alive and is cheap to copy.
package struct JSONNode: Sendable {
    package enum Kind: Sendable { case null, bool, number, string, array, object }

    let tape: Tape
    let index: Int

    var entry: TapeEntry { tape.entries[index] }

    package var kind: Kind {
        switch entry.kind {
        case .null: .null
        case .true, .false: .bool
        case .integer, .float, .notANumber: .number
        case .string, .escapedString: .string
        case .array: .array
        case .object: .object
        }
    }

    package var isNull: Bool { entry.kind == .null }

    package var bool: Bool? {
        switch entry.kind {
        case .true: true
        case .false: false
        default: nil
        }
    }

    /// The text of a string.
    package var string: String? {
        switch entry.kind {
        case .string: withContent { String(decoding: $0, as: UTF8.self) }
        case .escapedString: String(decoding: decodedContent, as: UTF8.self)
        default: nil
        }
    }

    /// Appends a string's text as UTF-8, copying stretches without escapes whole.
    /// - Returns: false, and nothing appended, where this is no string.
    package func appendUTF8(to target: inout [UInt8]) -> Bool {
        switch entry.kind {
        case .string: withContent { target.append(contentsOf: $0) }
        case .escapedString:
            target.reserveCapacity(target.count + Int(entry.end - entry.start))
            withContent { decodeJSONString($0, into: &target) }
        default: return false
        }
        return true
    }

    /// Calls `body` with a string's text as UTF-8: the source bytes themselves where there are no escapes.
    package func withUTF8<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R? {
        switch entry.kind {
        case .string: withContent(body)
        case .escapedString: decodedContent.withUnsafeBufferPointer(body)
        default: nil
        }
    }

    /// The value's own text, as it stands in the source; a string's with its quotes.
    package var rawBytes: ArraySlice<UInt8> {
        let entry = entry
        let quote = kind == .string ? 1 : 0
        return tape.bytes[Int(entry.start) - quote..<Int(entry.end) + quote]
    }

    /// The value and all that it holds, free of the document.
    ///
    /// Of members with the same key the last one counts.
    package var value: JSONValue {
        switch kind {
        case .null: .null
        case .bool: .bool(entry.kind == .true)
        case .number: numberValue
        case .string: .string(string ?? "")
        case .array: .array(elements.map(\.value))
        case .object: .object(JSONObject(members.lazy.map { ($0.key.string ?? "", $0.value.value) }))
        }
    }

    private var decodedContent: [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(Int(entry.end - entry.start))
        withContent { decodeJSONString($0, into: &decoded) }
        return decoded
    }

    /// Calls `body` with the source bytes of a scalar; of a string with those between its quotes.
    func withContent<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        let entry = entry
        return tape.bytes.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[Int(entry.start)..<Int(entry.end)]))
        }
    }
}
