import JSON

/// A model's one description, from which everything follows that is done with the model in JSON.
package struct Schema<Model: Sendable>: Sendable {
    let shape: ModelShape
    let decode: @Sendable (JSONNode, inout Validation) -> Model?
    let encode: @Sendable (Model, inout JSONWriter) -> Void

    /// Describes a model by its members, in the specification's order.
    ///
    /// - Parameters:
    ///   - name: the specification's name for the model.
    ///   - summary: a sentence for the reference page.
    ///   - fields: the members.
    ///   - make: the model's memberwise initialiser.
    init<each Value: Sendable>(
        _ name: String, _ summary: String, _ fields: repeat Field<Model, each Value>,
        make: @escaping @Sendable (repeat each Value) -> Model
    ) {
        var shapes: [FieldShape] = []
        repeat shapes.append((each fields).shape)
        let table = FieldTable(shapes.map(\.name))
        shape = ModelShape(name: name, summary: summary, fields: shapes)
        decode = { node, validation in
            guard let found = table.assign(node, &validation) else {
                return validation.fail("model_type", "Input should be an object")
            }
            var next = 0
            func decodeNext<Member>(_ field: Field<Model, Member>) -> Member? {
                defer { next += 1 }
                return field.decode(found[next], &validation)
            }
            let members = (repeat decodeNext(each fields))
            // Not one is nil where nothing was wrong; where something was, there is no model.
            return try? make(repeat present(each members))
        }
        encode = { model, writer in
            writer.beginObject()
            repeat (each fields).encode(model, &writer)
            writer.endObject()
        }
    }
}

private struct Absent: Error {}

private func present<Value>(_ value: Value?) throws(Absent) -> Value {
    guard let value else { throw Absent() }
    return value
}

/// One member of a model: its key, its place in the Swift value, and its values.
struct Field<Model: Sendable, Value: Sendable>: Sendable {
    let shape: FieldShape
    private let codec: Codec<Value>
    private let path: KeyPath<Model, Value> & Sendable
    private let fallback: Value?

    /// A member that has to be there.
    init(_ name: String, _ path: KeyPath<Model, Value> & Sendable, _ codec: Codec<Value>) {
        shape = FieldShape(name: name, shape: codec.shape, isRequired: true, defaultValue: nil)
        self.codec = codec
        self.path = path
        fallback = nil
    }

    /// A member that may be absent, and then has a value that `schema` tells, or (with nil) keeps to itself.
    init(
        _ name: String, _ path: KeyPath<Model, Value> & Sendable, _ codec: Codec<Value>, default fallback: Value,
        schema: JSONValue?
    ) {
        shape = FieldShape(name: name, shape: codec.shape, isRequired: false, defaultValue: schema)
        self.codec = codec
        self.path = path
        self.fallback = fallback
    }

    func decode(_ node: JSONNode?, _ validation: inout Validation) -> Value? {
        if node == nil, let fallback { return fallback }
        return validation.at(.key(shape.name)) { validation in
            guard let node else { return validation.fail("missing", "Field required") }
            return codec.decode(node, &validation)
        }
    }

    func encode(_ model: Model, _ writer: inout JSONWriter) {
        writer.key(shape.name)
        codec.encode(model[keyPath: path], &writer)
    }
}

/// The keys of a model's members.
private struct FieldTable: Sendable {
    private let keys: [[UInt8]]

    init(_ names: [String]) { keys = names.map { Array($0.utf8) } }

    /// Finds each field's value, and notes every member that is no field's; nil where the node is no object.
    ///
    /// Of members with the same key the last one counts, but each unknown one is noted, as Pydantic does.
    func assign(_ node: JSONNode, _ validation: inout Validation) -> [JSONNode?]? {
        guard node.kind == .object else { return nil }
        var found = [JSONNode?](repeating: nil, count: keys.count)
        var expected = 0
        for member in node.members {
            if let place = member.key.withUTF8({ place(of: $0, expected: expected) }) ?? nil {
                found[place] = member.value
                expected = place + 1
            } else {
                validation.at(.key(member.key.string ?? "")) { validation in
                    let _: Never? = validation.fail("extra_forbidden", "Extra inputs are not permitted")
                }
            }
        }
        return found
    }

    /// Looks for a key, first where it stands when members come in the model's order.
    private func place(of key: UnsafeBufferPointer<UInt8>, expected: Int) -> Int? {
        func matches(_ place: Int) -> Bool { keys[place].count == key.count && key.elementsEqual(keys[place]) }
        if expected < keys.count, matches(expected) { return expected }
        return keys.indices.first(where: matches)
    }
}
