import JSON

/// Text for a person: Markdown where the client shows it, plain text elsewhere.
package struct MarkupContent: JSONEncodable, Hashable, Sendable {
    package enum Kind: String, Sendable { case markdown, plaintext }

    package var kind: Kind
    package var value: String

    package init(_ kind: Kind, _ value: String) {
        self.kind = kind
        self.value = value
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { content in
            content.member("kind", kind.rawValue)
            content.member("value", value)
        }
    }
}
