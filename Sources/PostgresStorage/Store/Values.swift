import JSON
import Models
import Storage

/// Values as the server reads them.
enum Values {
    /// A `text[]`.
    static func array(_ texts: [String]?) -> String? {
        guard let texts else { return nil }
        // By bytes: these may be the contents of hundreds of files.
        var bytes: [UInt8] = [UInt8(ascii: "{")]
        bytes.reserveCapacity(texts.reduce(2) { $0 + $1.utf8.count + 3 })
        for text in texts {
            if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(UInt8(ascii: "\""))
            for byte in text.utf8 {
                if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "\"") { bytes.append(UInt8(ascii: "\\")) }
                bytes.append(byte)
            }
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: "}"))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Refuses texts that are not JSON, which the server would refuse without a word of which.
    static func check(json texts: KeyValuePairs<String, JSONText?>) throws(StoreError) {
        for (field, text) in texts {
            guard let text else { continue }
            try StoreError.refuseNUL(in: [field: text.text])
            guard text.value != nil else { throw .invalidInput(field: field, reason: "must be JSON") }
        }
    }

    static func check(texts: [String]?, _ field: String) throws(StoreError) {
        for text in texts ?? [] { try StoreError.refuseNUL(in: [field: text]) }
    }
}

/// The `set` part of an update, of the fields that are to change.
struct Assignments {
    private(set) var values: [String?]
    private var parts: [String] = []

    /// `values` are those of the condition, from `$1` on.
    init(after values: [String?]) {
        self.values = values
    }

    var isEmpty: Bool { parts.isEmpty }
    var sql: String { parts.joined(separator: ", ") }

    /// Leaves the column as it is for `nil`; `.some(nil)` empties it.
    mutating func set(_ column: String, to value: String??) {
        guard let value else { return }
        values.append(value)
        parts.append("\(column) = $\(values.count)")
    }
}

extension PostgresRow {
    /// Every identity that begins with a prefix lies between two identities; nil where none can.
    static func identities(startingWith prefix: String) -> (first: String, last: String)? {
        let lowest = "00000000-0000-0000-0000-000000000000"
        guard prefix.utf8.count <= 36, prefix == prefix.lowercased() else { return nil }
        let first = prefix + lowest.dropFirst(prefix.count)
        let last = prefix + lowest.replacing("0", with: "f").dropFirst(prefix.count)
        guard RowID(first) != nil, RowID(last) != nil else { return nil }
        return (first, last)
    }
}
