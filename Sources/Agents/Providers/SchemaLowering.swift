import JSON

/// Makes of a contract's JSON Schema what an API takes; what is left out is checked when the answer is here.
enum SchemaLowering {
    /// Keywords that the strict subsets refuse, or that made them fail.
    private static let limits: Set<String> = [
        "minLength", "maxLength", "pattern", "format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
        "minItems", "maxItems", "maxProperties", "default", "title", "writeOnly",
    ]

    /// The bounds of what has none in its contract: a small model repeats itself until its tokens are used up.
    private static let (mostItems, longestText) = (12, 600)

    /// As the strict subset, with bounds, for llama.cpp's grammars.
    ///
    /// Longer bounds are left out: a grammar with thousands of repetitions is refused.
    static func bounded(_ schema: JSONValue) -> JSONValue { bounded(strict(schema), like: schema) }

    private static func bounded(_ lowered: JSONValue, like schema: JSONValue) -> JSONValue {
        guard var object = lowered.object else { return lowered }
        switch object["type"]?.string {
        case "string" where object["enum"] == nil:
            object["maxLength"] = .integer(min(schema["maxLength"]?.int ?? longestText, longestText))
            if let least = schema["minLength"]?.int { object["minLength"] = .integer(min(least, 50)) }
        case "array":
            object["maxItems"] = .integer(min(schema["maxItems"]?.int ?? mostItems, mostItems))
            if let least = schema["minItems"]?.int { object["minItems"] = .integer(min(least, mostItems)) }
        default: break
        }
        for key in ["properties", "$defs"] {
            guard let members = object[key]?.object else { continue }
            object[key] = .object(
                JSONObject(members.map { ($0.key, bounded($0.value, like: schema[key]?[$0.key] ?? .null)) }))
        }
        if let items = object["items"] { object["items"] = bounded(items, like: schema["items"] ?? .null) }
        if let choices = object["anyOf"]?.array {
            let own = schema["anyOf"]?.array ?? []
            object["anyOf"] = .array(zip(choices, own).map { bounded($0, like: $1) })
        }
        return .object(object)
    }

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
