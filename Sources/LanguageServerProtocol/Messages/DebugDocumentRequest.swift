import JSON

/// `codeforge/debug/document`: the server's own view of an open document, for plugins and tests.
package struct DebugDocumentRequest: Request {
    package static let method = "codeforge/debug/document"

    package let uri: String

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        uri = try parameters.object().required("uri")
    }

    /// The document as the server has it.
    package struct Answer: JSONEncodable, Hashable, Sendable {
        package var uri: String
        package var version: Int?
        package var languageID: String
        package var text: String

        package init(uri: String, version: Int?, languageID: String, text: String) {
            self.uri = uri
            self.version = version
            self.languageID = languageID
            self.text = text
        }

        package func write(to writer: inout JSONWriter) {
            writer.object { document in
                document.member("uri", uri)
                document.member("version", version)
                document.member("language_id", languageID)
                document.member("text", text)
            }
        }
    }
}
