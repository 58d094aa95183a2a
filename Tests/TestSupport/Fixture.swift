import Foundation
import JSON

/// A conversation in `protocol-fixtures/`: what the client says and everything that the server says, in order.
package struct Fixture: Sendable, CustomStringConvertible {
    /// One message.
    package enum Step: Sendable {
        case client(JSONValue)
        case server(JSONValue)
    }

    /// The path below `protocol-fixtures`, without `.json`.
    package let name: String
    package let about: String
    package let spec: String
    package let capabilities: JSONValue
    package let options: JSONValue?
    /// Files of the workspace, by their path.
    package let files: [(path: String, text: String)]
    package let steps: [Step]
    /// Methods of messages that the server may send at any time: those that are listed must come, others may.
    package let passing: Set<String>

    package var description: String { name }

    /// Reads a file.
    package init(name: String, parsing text: String) throws {
        let json = try JSONValue(parsing: text)
        self.name = name
        guard let about = json["about"]?.string, let spec = json["spec"]?.string,
            let messages = json["messages"]?.array, !messages.isEmpty
        else { throw FixtureError("\(name) needs 'about', 'spec' and 'messages'.") }
        self.about = about
        self.spec = spec
        capabilities = json["capabilities"] ?? [:]
        options = json["initializationOptions"]
        files = (json["files"]?.object ?? JSONObject()).map { ($0.key, $0.value.string ?? "") }
        passing = Set((json["passing"]?.array ?? []).compactMap(\.string))
        steps = try messages.map { message in
            if let client = message["client"] { return .client(client) }
            if let server = message["server"] { return .server(server) }
            throw FixtureError("\(name): each of 'messages' is {\"client\": ...} or {\"server\": ...}.")
        }
    }

    func mentions(_ placeholder: String) -> Bool {
        steps.contains { step in
            switch step {
            case .client(let message), .server(let message): message.serialized.contains(placeholder)
            }
        }
    }

    /// The fixtures of all methods, or of those below a folder of `protocol-fixtures`.
    package static func all() throws -> [Fixture] {
        let root = BuiltProgram.packageRoot + "/protocol-fixtures"
        let paths = (FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? [])
            .filter { $0.hasSuffix(".json") && !$0.hasPrefix("workspaces/") }
        return try paths.sorted().map { path in
            try Fixture(
                name: String(path.dropLast(5)), parsing: String(contentsOfFile: root + "/" + path, encoding: .utf8))
        }
    }
}

/// What is wrong with a fixture, or with how the server played it.
package struct FixtureError: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
