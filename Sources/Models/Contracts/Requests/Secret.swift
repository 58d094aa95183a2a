/// A token or key that no message, log or document can show: it is printed, mirrored and encoded as asterisks.
package struct Secret: Hashable, Sendable {
    /// What stands where the secret would.
    package static let mask = "**********"

    private let text: String

    package init(_ text: String) { self.text = text }

    package var isEmpty: Bool { text.isEmpty }

    /// Hands the text to the one place that needs it, such as a request's header.
    package func reveal<R>(_ use: (String) throws -> R) rethrows -> R { try use(text) }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { Self.mask }
    package var debugDescription: String { Self.mask }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
