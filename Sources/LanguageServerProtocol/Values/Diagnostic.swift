import JSON
import Text

/// How bad a diagnostic is, as the client shows it.
package enum DiagnosticSeverity: Int, Sendable {
    case error = 1
    case warning = 2
    case information = 3
    case hint = 4
}

/// A problem shown in the text.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#diagnostic
package struct Diagnostic: JSONEncodable, Hashable, Sendable {
    package var range: Range<TextPosition>
    package var severity: DiagnosticSeverity
    package var code: String?
    /// Address of a page about the code; left out for clients that do not know it.
    package var codeDescription: String?
    package var message: String
    /// Other places that belong to it; left out for clients that do not show them.
    package var related: [RelatedPlace]
    /// Comes back unchanged in the context of a code action request.
    package var data: JSONValue?

    package static let source = "codeforge"

    package init(
        range: Range<TextPosition>, severity: DiagnosticSeverity, code: String? = nil, codeDescription: String? = nil,
        message: String, related: [RelatedPlace] = [], data: JSONValue? = nil
    ) {
        self.range = range
        self.severity = severity
        self.code = code
        self.codeDescription = codeDescription
        self.message = message
        self.related = related
        self.data = data
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { diagnostic in
            diagnostic.member("range", range)
            diagnostic.member("severity", severity.rawValue)
            diagnostic.member("code", ifPresent: code)
            if let codeDescription {
                diagnostic.key("codeDescription")
                diagnostic.object { $0.member("href", codeDescription) }
            }
            diagnostic.member("source", Self.source)
            diagnostic.member("message", message)
            if !related.isEmpty { diagnostic.member("relatedInformation", related) }
            diagnostic.member("data", ifPresent: data)
        }
    }
}
