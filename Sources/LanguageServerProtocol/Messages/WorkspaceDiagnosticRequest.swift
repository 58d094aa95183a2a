import JSON

/// `workspace/diagnostic`: the client pulls the diagnostics of all documents that the server knows.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#workspace_diagnostic
package struct WorkspaceDiagnosticRequest: Request {
    package static let method = "workspace/diagnostic"

    /// What the client has of one document.
    package struct PreviousResult: JSONDecodable, Sendable {
        package let uri: String
        package let value: String

        package init(_ node: JSONNode) throws(InvalidParameters) {
            uri = try node.required("uri")
            value = try node.required("value")
        }
    }

    package let previousResults: [PreviousResult]

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        previousResults = try parameters.object().optional("previousResultIds") ?? []
    }

    /// One report a document.
    package struct Answer: JSONEncodable, Hashable, Sendable {
        package struct Item: JSONEncodable, Hashable, Sendable {
            package var uri: String
            package var version: Int?
            package var report: DiagnosticReport

            package init(uri: String, version: Int?, report: DiagnosticReport) {
                self.uri = uri
                self.version = version
                self.report = report
            }

            package func write(to writer: inout JSONWriter) {
                writer.object { item in
                    item.member("uri", uri)
                    item.member("version", version)
                    report.writeMembers(to: &item)
                }
            }
        }

        package var items: [Item]

        package init(items: [Item]) { self.items = items }

        package func write(to writer: inout JSONWriter) {
            writer.object { $0.member("items", items) }
        }
    }
}
