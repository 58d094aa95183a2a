import JSON

/// Text of a document as UTF-8, however long: it is copied out of the message once.
package struct DocumentText: JSONDecodable, Sendable {
    package let utf8: [UInt8]

    package init(_ node: JSONNode) throws(InvalidParameters) {
        var bytes: [UInt8] = []
        guard node.appendUTF8(to: &bytes) else { throw InvalidParameters("must be a string.") }
        utf8 = bytes
    }
}
