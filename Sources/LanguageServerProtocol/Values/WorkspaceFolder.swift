import JSON

/// A folder that is open in the editor.
package struct WorkspaceFolder: JSONDecodable, JSONEncodable, Hashable, Sendable {
    package let uri: String
    package let name: String

    package init(uri: String, name: String) {
        self.uri = uri
        self.name = name
    }

    package init(_ node: JSONNode) throws(InvalidParameters) {
        uri = try node.required("uri")
        name = try node.optional("name") ?? ""
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { folder in
            folder.member("uri", uri)
            folder.member("name", name)
        }
    }
}
