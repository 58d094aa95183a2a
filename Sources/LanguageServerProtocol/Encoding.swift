import JSON

extension JSONWriter {
    /// Writes an object whose members `body` adds.
    package mutating func object(_ body: (inout JSONWriter) -> Void) {
        beginObject()
        body(&self)
        endObject()
    }

    /// Writes one member of an object.
    package mutating func member(_ key: StaticString, _ value: some JSONEncodable) {
        self.key(key)
        value.write(to: &self)
    }

    /// Writes one member of an object, or nothing: an absent property is left out, never null.
    package mutating func member(_ key: StaticString, ifPresent value: (some JSONEncodable)?) {
        guard let value else { return }
        member(key, value)
    }
}

extension String: JSONEncodable {
    package func write(to writer: inout JSONWriter) { writer.string(self) }
}

extension Int: JSONEncodable {
    package func write(to writer: inout JSONWriter) { writer.int(self) }
}

extension Bool: JSONEncodable {
    package func write(to writer: inout JSONWriter) { writer.bool(self) }
}

extension JSONValue: JSONEncodable {}

extension Array: JSONEncodable where Element: JSONEncodable {
    package func write(to writer: inout JSONWriter) {
        writer.beginArray()
        for element in self { element.write(to: &writer) }
        writer.endArray()
    }
}

/// An answer that may be `null`.
extension Optional: JSONEncodable where Wrapped: JSONEncodable {
    package func write(to writer: inout JSONWriter) {
        if let self { self.write(to: &writer) } else { writer.null() }
    }
}

/// The answer of a request that has nothing to say: `null`.
package struct NoAnswer: JSONEncodable, Sendable {
    package init() {}
    package func write(to writer: inout JSONWriter) { writer.null() }
}

extension JSONValue {
    /// The value that an encodable writes.
    package init(encoding value: some JSONEncodable) {
        var writer = JSONWriter()
        value.write(to: &writer)
        self = (try? JSONValue(parsing: writer.bytes)) ?? .null
    }
}
