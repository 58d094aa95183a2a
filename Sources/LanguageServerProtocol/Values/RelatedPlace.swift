import JSON
import Text

/// A place that belongs to a diagnostic, such as where a value comes from.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#diagnosticRelatedInformation
package struct RelatedPlace: JSONEncodable, Hashable, Sendable {
    package var uri: String
    package var range: Range<TextPosition>
    package var message: String

    package init(uri: String, range: Range<TextPosition>, message: String) {
        self.uri = uri
        self.range = range
        self.message = message
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { place in
            place.key("location")
            place.object {
                $0.member("uri", uri)
                $0.member("range", range)
            }
            place.member("message", message)
        }
    }
}
