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
            let earlierErrors = validation.errors.count
            guard let found = table.assign(node, &validation) else {
                return validation.fail("model_type", "Input should be an object")
            }
            var next = 0
            func decodeNext<Member>(_ field: Field<Model, Member>) -> Member? {
                defer { next += 1 }
                return field.decode(found[next], &validation)
            }
            let members = (repeat decodeNext(each fields))
            // An unknown member leaves every known one right; there is no model all the same, and no rule to hold it to.
            guard validation.errors.count == earlierErrors else { return nil }
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
///
/// A class of closures, so that a schema's loop over its fields needs to know no type's layout.
final class Field<Model: Sendable, Value: Sendable>: Sendable {
    let shape: FieldShape
    /// Reads the member from its value, or from nil where it is absent.
    let decode: @Sendable (JSONNode?, inout Validation) -> Value?
    let encode: @Sendable (Model, inout JSONWriter) -> Void

    /// A member that has to be there.
    convenience init(_ name: String, _ get: @escaping @Sendable (Model) -> Value, _ codec: Codec<Value>) {
        self.init(FieldShape(name: name, shape: codec.shape, isRequired: true, defaultValue: nil), get, codec) {
            $0.fail("missing", "Field required")
        }
    }

    /// A member that may be absent, and then has a value that `schema` tells, or (with nil) keeps to itself.
    convenience init(
        _ name: String, _ get: @escaping @Sendable (Model) -> Value, _ codec: Codec<Value>, default fallback: Value,
        schema: JSONValue?
    ) {
        self.init(FieldShape(name: name, shape: codec.shape, isRequired: false, defaultValue: schema), get, codec) {
            _ in
            fallback
        }
    }

    private init(
        _ shape: FieldShape, _ get: @escaping @Sendable (Model) -> Value, _ codec: Codec<Value>,
        whenAbsent: @escaping @Sendable (inout Validation) -> Value?
    ) {
        self.shape = shape
        let name = shape.name
        decode = { node, validation in
            validation.at(.key(name)) { validation in
                guard let node else { return whenAbsent(&validation) }
                return codec.decode(node, &validation)
            }
        }
        encode = { model, writer in
            writer.key(name)
            codec.encode(get(model), &writer)
        }
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
