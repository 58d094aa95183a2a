import JSON

/// What ties an answer to its request; echoed exactly as it came.
package enum RequestID: Hashable, Sendable {
    case integer(Int)
    case string(String)
    /// A number that is no `Int`, as it was written: `1.5`, `1e3`.
    case number(String)
    case null

    /// Reads an `id` member.
    ///
    /// - Returns: nil for anything that JSON-RPC does not allow as an id.
    package init?(_ node: JSONNode) {
        if let integer = node.int, node.rawBytes.first != UInt8(ascii: "-") || integer != 0 {
            self = .integer(integer)
        } else if let string = node.string {
            self = .string(string)
        } else if node.isNull {
            self = .null
        } else if node.isNumber {
            self = .number(String(decoding: node.rawBytes, as: UTF8.self))
        } else {
            return nil
        }
    }
}
