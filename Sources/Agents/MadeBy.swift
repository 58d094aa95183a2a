import Engine
import JSON

/// What made a document: kept beside it, never in it.
package struct MadeBy: Sendable, Hashable {
    /// `offline`.
    package let maker: String
    /// The pattern of the library whose parts the document is made of; nil where none fitted, or none is used.
    package var pattern: String?
    /// How near the idea was to the nearest pattern, 0-1; nil where nothing was compared.
    package var similarity: Double?
    /// In a person's words: from what it was made.
    package var source: String

    package static func offline(from source: String, pattern: String? = nil, similarity: Double? = nil) -> MadeBy {
        MadeBy(maker: DocumentOrigin.offline, pattern: pattern, similarity: similarity, source: source)
    }

    package var json: JSONValue {
        var object: JSONObject = ["maker": .string(maker), "source": .string(source)]
        if let pattern { object["pattern"] = .string(pattern) }
        if let similarity { object["similarity"] = .double((similarity * 100).rounded() / 100) }
        return .object(object)
    }

    /// "offline, from the pattern CRM (similarity 0.83)".
    package var sentence: String { "\(maker), \(source)" }
}
