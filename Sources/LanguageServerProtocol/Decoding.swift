import JSON

extension JSONNode {
    /// A member that must be there.
    package func required<Value: JSONDecodable>(
        _ key: StaticString, as type: Value.Type = Value.self
    ) throws(InvalidParameters) -> Value {
        guard isObject else { throw InvalidParameters("must be an object.") }
        guard let member = self[key] else { throw InvalidParameters("is missing.", path: ["\(key)"]) }
        do {
            return try Value(member)
        } catch {
            throw error.inside("\(key)")
        }
    }

    /// A member that may be absent or null.
    package func optional<Value: JSONDecodable>(
        _ key: StaticString, as type: Value.Type = Value.self
    ) throws(InvalidParameters) -> Value? {
        guard isObject else { throw InvalidParameters("must be an object.") }
        guard let member = self[key], !member.isNull else { return nil }
        do {
            return try Value(member)
        } catch {
            throw error.inside("\(key)")
        }
    }
}

extension Optional<JSONNode> {
    /// The parameters of a message that must have some.
    package func object() throws(InvalidParameters) -> JSONNode {
        guard let self, self.isObject else { throw InvalidParameters("must be an object.") }
        return self
    }
}

extension String: JSONDecodable {
    package init(_ node: JSONNode) throws(InvalidParameters) {
        guard let string = node.string else { throw InvalidParameters("must be a string.") }
        self = string
    }
}

extension Int: JSONDecodable {
    package init(_ node: JSONNode) throws(InvalidParameters) {
        guard let int = node.int else { throw InvalidParameters("must be a whole number.") }
        self = int
    }
}

extension Bool: JSONDecodable {
    package init(_ node: JSONNode) throws(InvalidParameters) {
        guard let bool = node.bool else { throw InvalidParameters("must be true or false.") }
        self = bool
    }
}

extension JSONValue: JSONDecodable {
    package init(_ node: JSONNode) throws(InvalidParameters) { self = node.value }
}

extension Array: JSONDecodable where Element: JSONDecodable {
    package init(_ node: JSONNode) throws(InvalidParameters) {
        guard node.isArray else { throw InvalidParameters("must be an array.") }
        self = []
        reserveCapacity(node.count)
        for element in node.elements {
            do {
                append(try Element(element))
            } catch {
                throw error.inside("\(count)")
            }
        }
    }
}
