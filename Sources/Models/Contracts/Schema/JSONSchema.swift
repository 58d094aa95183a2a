import JSON

extension Shape {
    /// The shape as JSON Schema 2020-12, with the same members as Pydantic's `model_json_schema()`.
    var rootSchema: JSONValue {
        var definitions: [String: JSONObject] = [:]
        var schema = jsonSchema(&definitions)
        // What the schema is about stands at its top, not among what it refers to.
        if let name, let root = definitions.removeValue(forKey: name) { schema = root }
        if !definitions.isEmpty {
            let members = definitions.sorted { $0.key < $1.key }
            schema["$defs"] = .object(JSONObject(members.map { ($0.key, .object($0.value)) }))
        }
        return .object(schema)
    }

    /// The name under which the specification knows the shape.
    private var name: String? {
        switch self {
        case .model(let model): model.name
        case .choice(let name, _): name
        default: nil
        }
    }
}

extension ModelShape {
    fileprivate func objectSchema(_ definitions: inout [String: JSONObject]) -> JSONObject {
        var properties = JSONObject()
        for field in fields { properties[field.name] = .object(field.jsonSchema(&definitions)) }
        var schema: JSONObject = ["title": .string(name), "type": "object", "properties": .object(properties)]
        let required = fields.filter(\.isRequired).map { JSONValue.string($0.name) }
        if !required.isEmpty { schema["required"] = .array(required) }
        schema["additionalProperties"] = false
        return schema
    }
}

extension FieldShape {
    fileprivate func jsonSchema(_ definitions: inout [String: JSONObject]) -> JSONObject {
        var schema = shape.jsonSchema(&definitions)
        if schema["$ref"] == nil { schema["title"] = .string(title) }
        if let defaultValue { schema["default"] = defaultValue }
        return schema
    }

    /// The name as words with capitals: `App Name`.
    private var title: String {
        name.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }
}

extension Shape {
    /// The shape's schema; what it refers to by name is added to `definitions`.
    fileprivate func jsonSchema(_ definitions: inout [String: JSONObject]) -> JSONObject {
        switch self {
        case .any: return [:]
        case .bool: return ["type": "boolean"]
        case .string(let rule): return rule.jsonSchema
        case .number(let greaterThan, let atMost, let atLeast):
            return bounded("number", greaterThan: greaterThan, atMost: atMost, atLeast: atLeast)
        case .integer(let range):
            return bounded("integer", atMost: range.upperBound, atLeast: range.lowerBound)
        case .list(let element, let least):
            var schema: JSONObject = ["type": "array", "items": .object(element.jsonSchema(&definitions))]
            if least > 0 { schema["minItems"] = .integer(least) }
            return schema
        case .map(let most):
            var schema: JSONObject = ["type": "object", "additionalProperties": true]
            if let most { schema["maxProperties"] = .integer(most) }
            return schema
        case .optional(let wrapped):
            let inner = wrapped.jsonSchema(&definitions)
            // Anything includes null already; only Pydantic's spelling needs both.
            return ["anyOf": [.object(inner), ["type": "null"]]]
        case .choice(let name, let texts):
            guard let name else { return choiceSchema(texts) }
            var schema = choiceSchema(texts)
            schema["title"] = .string(name)
            definitions[name] = schema
            return reference(to: name)
        case .model(let model):
            if definitions[model.name] == nil {
                definitions[model.name] = model.objectSchema(&definitions)
            }
            return reference(to: model.name)
        }
    }

    private func reference(to name: String) -> JSONObject { ["$ref": .string("#/$defs/\(name)")] }

    private func choiceSchema(_ texts: [String]) -> JSONObject {
        if texts.count == 1, let only = texts.first { return ["type": "string", "const": .string(only)] }
        return ["type": "string", "enum": .array(texts.map(JSONValue.string))]
    }

    private func bounded(_ type: JSONValue, greaterThan: Int? = nil, atMost: Int?, atLeast: Int?) -> JSONObject {
        var schema: JSONObject = ["type": type]
        if let greaterThan { schema["exclusiveMinimum"] = .integer(greaterThan) }
        if let atLeast { schema["minimum"] = .integer(atLeast) }
        if let atMost { schema["maximum"] = .integer(atMost) }
        return schema
    }
}

extension StringRule {
    fileprivate var jsonSchema: JSONObject {
        var schema: JSONObject = ["type": "string"]
        if isSecret {
            schema["format"] = "password"
            schema["writeOnly"] = true
        }
        if length.lowerBound > 0 { schema["minLength"] = .integer(length.lowerBound) }
        if length.upperBound < .max { schema["maxLength"] = .integer(length.upperBound) }
        if let pattern { schema["pattern"] = .string(pattern.source) }
        return schema
    }
}
