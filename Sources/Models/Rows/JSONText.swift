import JSON

/// A JSON value as it is stored: its text, kept byte for byte.
///
/// A store refuses text that is not JSON; reading a list of rows parses none of it.
package struct JSONText: Hashable, Sendable {
    package var text: String

    package init(_ text: String) {
        self.text = text
    }
}

extension JSONText {
    package init(_ value: JSONValue) {
        text = value.serialized
    }

    /// The value, parsed anew at each use; `nil` for text that is not JSON or is nested too deeply.
    package var value: JSONValue? { try? JSONValue(parsing: text) }
}
