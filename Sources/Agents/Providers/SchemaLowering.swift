import JSON

/// Makes of a contract's JSON Schema what an API takes; what is left out is checked when the answer is here.
enum SchemaLowering {
    /// Keywords that the strict subsets refuse, or that made them fail.
    private static let limits: Set<String> = [
        "minLength", "maxLength", "pattern", "format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
        "minItems", "maxItems", "maxProperties", "default", "title", "writeOnly",
    ]

    /// OpenAI's strict subset, which the compatible servers take too: every object closed, every member required.
    static func strict(_ schema: JSONValue) -> JSONValue { lowered(schema, requiringAll: true) }

    /// Anthropic's subset: every object closed, optional members stay optional.
    static func closed(_ schema: JSONValue) -> JSONValue { lowered(schema, requiringAll: false) }

    private static func lowered(_ schema: JSONValue, requiringAll: Bool) -> JSONValue {
        guard let object = schema.object else { return schema }
        var result = JSONObject()
        for (key, value) in object where !limits.contains(key) {
            switch key {
            case "properties", "$defs":
                result[key] = .object(
                    JSONObject(
                        (value.object ?? JSONObject()).map { ($0.key, lowered($0.value, requiringAll: requiringAll)) }))
            case "items": result[key] = lowered(value, requiringAll: requiringAll)
            case "anyOf": result[key] = .array((value.array ?? []).map { lowered($0, requiringAll: requiringAll) })
            // Some servers know no `const`.
            case "const": result["enum"] = .array([value])
            default: result[key] = value
            }
        }
        if object["type"]?.string == "object" {
            result["additionalProperties"] = false
            let properties = object["properties"]?.object ?? JSONObject()
            if requiringAll { result["required"] = .array(properties.keys.map { .string($0) }) }
        }
        return .object(result)
    }
}
