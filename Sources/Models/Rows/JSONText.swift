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
