import JSON

extension Codec {
    /// A list; nothing else ever becomes one.
    static func list<Element>(of element: Codec<Element>, atLeast least: Int = 0) -> Codec
    where Value == [Element] {
        Codec(
            shape: .list(of: element.shape, atLeast: least),
            decode: { node, validation in
                guard node.kind == .array else { return validation.fail("list_type", "Input should be a valid array") }
                var values: [Element] = []
                var count = 0
                for child in node.elements {
                    if let value = validation.at(.index(count), { element.decode(child, &$0) }) { values.append(value) }
                    count += 1
                }
                guard count >= least else {
                    let items = least == 1 ? "1 item" : "\(least) items"
                    return validation.fail(
                        "too_short", "List should have at least \(items) after validation, not \(count)")
                }
                return values.count == count ? values : nil
            },
            encode: { values, writer in
                writer.beginArray()
                for value in values { element.encode(value, &writer) }
                writer.endArray()
            })
    }

    /// A value that may be `null`.
    static func optional<Wrapped>(_ wrapped: Codec<Wrapped>) -> Codec where Value == Wrapped? {
        Codec(
            shape: .optional(wrapped.shape),
            decode: { node, validation in
                if node.isNull { return .some(nil) }
                return wrapped.decode(node, &validation).map(Optional.some)
            },
            encode: { value, writer in
                if let value { wrapped.encode(value, &writer) } else { writer.null() }
            })
    }
}

extension Codec where Value: Contract {
    /// Another model, in full.
    static var model: Codec {
        Codec(
            shape: .model(Value.schema.shape),
            decode: { Value.schema.decode($0, &$1) },
            encode: { Value.schema.encode($0, &$1) })
    }
}

extension Codec<JSONValue> {
    /// Any JSON at all.
    static var any: Codec {
        Codec(shape: .any, decode: { node, _ in node.value }, encode: { $0.write(to: &$1) })
    }
}

extension Codec<JSONObject> {
    /// An object with any members, at most so many.
    static func map(atMost most: Int? = nil) -> Codec {
        Codec(
            shape: .map(atMost: most),
            decode: { node, validation in
                guard node.kind == .object else { return validation.fail("dict_type", "Input should be an object") }
                let object = node.value.object ?? JSONObject()
                if let most, object.count > most {
                    return validation.fail(
                        "too_long",
                        "Dictionary should have at most \(most) items after validation, not \(object.count)")
                }
                return object
            },
            encode: { JSONValue.object($0).write(to: &$1) })
    }
}
