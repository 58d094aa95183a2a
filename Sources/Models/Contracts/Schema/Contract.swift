import JSON

/// A document of the specification that crosses a border: from a model provider, a client, a database, to any of them.
package protocol Contract: Hashable, Sendable {
    /// The model's description.
    static var schema: Schema<Self> { get }
}

extension Contract {
    /// Reads a document.
    /// - Throws: everything that is wrong with it.
    package init(validating node: JSONNode) throws(ValidationErrors) {
        var validation = Validation()
        let model = Self.schema.decode(node, &validation)
        guard let model, validation.errors.isEmpty else { throw ValidationErrors(validation.errors) }
        self = model
    }

    /// Reads a document from its text, as Pydantic's `model_validate_json`.
    /// - Throws: everything that is wrong with it; for a text that is not JSON that alone.
    package init(validating text: [UInt8]) throws(ValidationErrors) {
        let document: JSONDocument
        do throws(JSONError) {
            document = try JSONDocument(parsing: text, limits: .contract, dialect: .pydantic)
        } catch {
            throw ValidationErrors(error)
        }
        try self.init(validating: document.root)
    }

    /// Reads a document from a value.
    package init(validating value: JSONValue) throws(ValidationErrors) {
        try self.init(validating: Array(value.serialized.utf8))
    }

    /// Writes the document: every member in the specification's order, absent ones as `null`, secrets as asterisks.
    package func write(to writer: inout JSONWriter) { Self.schema.encode(self, &writer) }

    /// The document as a value.
    package var json: JSONValue {
        var writer = JSONWriter()
        write(to: &writer)
        // What a writer wrote is JSON; the only thing that could fail is nesting far beyond any contract's.
        return (try? JSONDocument(parsing: writer.bytes, limits: .unbounded).root.value) ?? .null
    }

    /// The model as JSON Schema, draft 2020-12.
    package static var jsonSchema: JSONValue { Codec<Self>.model.shape.rootSchema }
}
