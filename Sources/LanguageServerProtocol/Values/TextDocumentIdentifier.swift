import JSON

/// Names a document by its address, as the client spells it.
package struct TextDocumentIdentifier: JSONDecodable, Sendable {
    package let uri: String

    package init(_ node: JSONNode) throws(InvalidParameters) {
        uri = try node.required("uri")
    }
}

/// Names a document and the version that the client has reached.
package struct VersionedTextDocumentIdentifier: JSONDecodable, Sendable {
    package let uri: String
    /// Null from a client that counts no versions.
    package let version: Int?

    package init(_ node: JSONNode) throws(InvalidParameters) {
        uri = try node.required("uri")
        version = try node.optional("version")
    }
}
