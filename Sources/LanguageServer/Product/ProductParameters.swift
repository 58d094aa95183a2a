import Engine
import JSON
import JSONRPC

/// The parameters of a product method, read with the errors that a client expects: InvalidParams for a wrong shape.
package struct ProductParameters: Sendable {
    package let object: JSONObject
    /// Whether a person ran a command, who knows none of the protocol's words.
    let isCommand: Bool

    package init(_ object: JSONObject, isCommand: Bool = false) {
        self.object = object
        self.isCommand = isCommand
    }

    package func text(_ key: String) throws(ResponseError) -> String? {
        guard let value = object[key], !value.isNull else { return nil }
        guard let text = value.string else { throw wrong(key, "must be a string.") }
        return text
    }

    package func requiredText(_ key: String) throws(ResponseError) -> String {
        guard let text = try text(key) else { throw wrong(key, "is missing.") }
        return text
    }

    package func integer(_ key: String) throws(ResponseError) -> Int? {
        guard let value = object[key], !value.isNull else { return nil }
        guard let number = value.int else { throw wrong(key, "must be a whole number.") }
        return number
    }

    package func flag(_ key: String) throws(ResponseError) -> Bool? {
        guard let value = object[key], !value.isNull else { return nil }
        guard let flag = value.bool else { throw wrong(key, "must be true or false.") }
        return flag
    }

    package func object(_ key: String) throws(ResponseError) -> JSONObject? {
        guard let value = object[key], !value.isNull else { return nil }
        guard let object = value.object else { throw wrong(key, "must be an object.") }
        return object
    }

    package func array(_ key: String) throws(ResponseError) -> [JSONValue]? {
        guard let value = object[key], !value.isNull else { return nil }
        guard let array = value.array else { throw wrong(key, "must be an array.") }
        return array
    }

    package func texts(_ key: String) throws(ResponseError) -> [String]? {
        guard let values = try array(key) else { return nil }
        let texts = values.compactMap(\.string)
        guard texts.count == values.count else { throw wrong(key, "must be an array of strings.") }
        return texts
    }

    package func bool(_ key: String) throws(ResponseError) -> Bool? {
        guard let value = object[key], !value.isNull else { return nil }
        guard let bool = value.bool else { throw wrong(key, "must be true or false.") }
        return bool
    }

    /// Where the client wants progress reported: a text or a number.
    package var workDoneToken: JSONValue? {
        guard let token = object["workDoneToken"], token.string != nil || token.int != nil else { return nil }
        return token
    }

    /// The error about a member, with dots below it, such as `responses.0`.
    func wrong(_ key: String, _ problem: String) -> ResponseError {
        guard isCommand else { return ResponseError(.invalidParams, "params.\(key) \(problem)") }
        let location = key.split(separator: ".").map(String.init)
        return ResponseError(
            .invalidParams, "\(ValueName.of(location)) \(problem)",
            data: ["loc": .array(location.map { .string($0) })])
    }
}
