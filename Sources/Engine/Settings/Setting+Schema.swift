import JSON

extension Setting {
    /// A JSON Schema (draft 7, as editors read it) of a settings file.
    ///
    /// Spec: https://json-schema.org/draft-07
    package static var schema: JSONValue {
        [
            "$schema": "http://json-schema.org/draft-07/schema#",
            "title": "CodeForge settings", "type": "object",
            "properties": .object(JSONObject(all.map { ($0.key, $0.schema) })),
        ]
    }

    private var schema: JSONValue {
        var object = kind.schema
        object["default"] = defaultValue
        object["description"] = .string(description)
        return .object(object)
    }
}

extension Setting.Kind {
    fileprivate var schema: JSONObject {
        switch self {
        case .boolean: ["type": "boolean"]
        case .choice(let choices): ["type": "string", "enum": .array(choices.map { .string($0) })]
        case .integer(let range):
            ["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)]
        case .strings: ["type": "array", "items": ["type": "string"]]
        case .linters:
            [
                "oneOf": [
                    ["type": "string", "enum": ["on", "off"]],
                    [
                        "type": "array",
                        "items": ["type": "string", "enum": .array(Linter.names.map { .string($0) })],
                    ],
                ]
            ]
        case .text, .file, .address: ["type": "string"]
        case .routes: ["type": "object", "additionalProperties": ["type": "string"]]
        case .prices:
            [
                "type": "object",
                "additionalProperties": [
                    "type": "object", "required": ["input", "output"],
                    "properties": ["input": ["type": "number"], "output": ["type": "number"]],
                ],
            ]
        }
    }
}
