import JSON

/// One thing that is wrong with a document, in Pydantic's terms.
package struct ValidationError: Hashable, Sendable {
    /// A step from a document's root towards the fault.
    package enum Step: Hashable, Sendable {
        case key(String)
        case index(Int)

        /// The key, or the index in digits.
        package var text: String {
            switch self {
            case .key(let key): key
            case .index(let index): String(index)
            }
        }
    }

    /// Where: the keys and indexes from the root; empty for the document itself.
    package let location: [Step]
    /// Which rule, by Pydantic's name for it, such as `string_too_short`.
    package let type: String
    /// What is wrong, in a sentence.
    package let message: String

    package init(location: [Step], type: String, message: String) {
        self.location = location
        self.type = type
        self.message = message
    }

    /// Writes `{"loc": [...], "type": "...", "msg": "..."}`.
    package func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("loc")
        writer.beginArray()
        for step in location {
            switch step {
            case .key(let key): writer.string(key)
            case .index(let index): writer.int(index)
            }
        }
        writer.endArray()
        writer.key("type")
        writer.string(type)
        writer.key("msg")
        writer.string(message)
        writer.endObject()
    }
}

extension ValidationError: CustomStringConvertible {
    /// The location, dotted, and the sentence: `issues.0.severity: Input should be ...`.
    package var description: String {
        let steps = location.map { step in
            switch step {
            case .key(let key): key
            case .index(let index): String(index)
            }
        }
        return location.isEmpty ? message : "\(steps.joined(separator: ".")): \(message)"
    }
}

/// Everything that is wrong with a document, in Pydantic's order; never empty.
package struct ValidationErrors: Error, Hashable, Sendable, CustomStringConvertible {
    package let errors: [ValidationError]

    package init(_ errors: [ValidationError]) { self.errors = errors }

    /// The text is not JSON at all.
    package init(_ error: JSONError) {
        errors = [ValidationError(location: [], type: "json_invalid", message: "Invalid JSON: \(error)")]
    }

    package var description: String { errors.map(\.description).joined(separator: "\n") }

    /// Writes the errors as an array.
    package func write(to writer: inout JSONWriter) {
        writer.beginArray()
        for error in errors { error.write(to: &writer) }
        writer.endArray()
    }
}
