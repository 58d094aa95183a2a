import JSON

/// What kind of value a node is, as a question.
extension JSONNode {
    package var isObject: Bool { kind == .object }
    package var isArray: Bool { kind == .array }
    package var isNumber: Bool { kind == .number }
}
