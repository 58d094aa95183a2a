import JSON
import Text

/// Replaces a range of a document.
package struct TextEdit: JSONEncodable, Hashable, Sendable {
    package var range: Range<TextPosition>
    package var newText: String

    package init(range: Range<TextPosition>, newText: String) {
        self.range = range
        self.newText = newText
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { edit in
            edit.member("range", range)
            edit.member("newText", newText)
        }
    }
}

/// Changes to documents, in the oldest form, which every client understands unless a version must be checked.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#workspaceEdit
package struct WorkspaceEdit: JSONEncodable, Hashable, Sendable {
    /// The edits of one document; `version` guards against applying them to another text.
    package struct DocumentEdit: Hashable, Sendable {
        package var uri: String
        package var version: Int?
        package var edits: [TextEdit]

        package init(uri: String, version: Int?, edits: [TextEdit]) {
            self.uri = uri
            self.version = version
            self.edits = edits
        }
    }

    package var documents: [DocumentEdit]
    /// Whether the client knows `documentChanges`, which carry versions.
    package var isVersioned: Bool

    package init(_ documents: [DocumentEdit], isVersioned: Bool) {
        self.documents = documents
        self.isVersioned = isVersioned
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { edit in
            if isVersioned {
                edit.key("documentChanges")
                writeDocumentChanges(to: &edit)
            } else {
                edit.key("changes")
                edit.object { changes in
                    for document in documents {
                        changes.key(document.uri)
                        document.edits.write(to: &changes)
                    }
                }
            }
        }
    }

    private func writeDocumentChanges(to writer: inout JSONWriter) {
        writer.beginArray()
        for document in documents {
            writer.object { change in
                change.key("textDocument")
                change.object { identifier in
                    identifier.member("uri", document.uri)
                    identifier.member("version", document.version)
                }
                change.member("edits", document.edits)
            }
        }
        writer.endArray()
    }
}
