import JSON
import JSONRPC
import LanguageServerProtocol

/// A command that changes the session or is done at once.
package protocol SessionCommand: Sendable {
    static var name: String { get }
    func run(_ arguments: CommandArguments, in session: inout Session) throws(ResponseError) -> JSONValue
}

/// A command that waits for something: the store, another process, the client.
///
/// It can be cancelled. There may be several of one type.
package protocol BackgroundCommand: Sendable {
    var name: String { get }
    func run(_ arguments: CommandArguments, in snapshot: Snapshot) async throws(ResponseError) -> JSONValue
}

/// What a command gets: a list of values, which by this product's custom is one object or plain values in order.
package struct CommandArguments: Sendable {
    package let values: [JSONValue]
    /// Where the client wants progress reported, if it does.
    package let workDoneToken: JSONValue?

    init(_ request: ExecuteCommandRequest) {
        values = request.arguments
        workDoneToken = request.workDoneToken
    }

    /// The first argument where it is an object.
    package var object: JSONObject? { values.first?.object }

    /// A text given as a member of the first argument, or as the argument at `index`.
    ///
    /// - Throws: `InvalidParams` where it is there and no text.
    package func text(_ key: String, at index: Int) throws(ResponseError) -> String? {
        let positional: JSONValue? = object == nil && index < values.count ? values[index] : nil
        guard let value = object?[key] ?? positional, !value.isNull else { return nil }
        guard let text = value.string else {
            throw ResponseError(.invalidParams, "params.arguments: '\(key)' must be a string.")
        }
        return text
    }

    /// As `text`, where the command cannot do without; a person who ran it from a list of commands is told how to.
    package func requiredText(_ key: String, at index: Int) throws(ResponseError) -> String {
        guard let text = try text(key, at: index) else {
            let thing = key == "rule" ? "rule" : "finding"
            throw ResponseError(
                .invalidParams,
                "Which \(thing) is meant? Put the cursor on a finding and choose this from the code actions there.")
        }
        return text
    }
}
