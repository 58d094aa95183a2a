import Foundation
import JSON

/// Plays a fixture against the built server.
///
/// Around the messages of the file it sends `initialize`, `initialized`, `shutdown` and `exit`. `${root}` stands for the
/// workspace's address, `${path}` for its path. In what the server says `${any}` matches any value, and a text that holds
/// `${...}` matches any text in its place. A message that the file does not list fails.
package struct FixturePlayer {
    private let fixture: Fixture
    private let workspace: TemporaryFolder

    package init(_ fixture: Fixture) throws {
        self.fixture = fixture
        workspace = try TemporaryFolder()
        for (path, text) in fixture.files { try workspace.write(text, to: path) }
    }

    /// Plays it.
    ///
    /// - Throws: a `FixtureError` at the first message that is not as listed.
    package func play() throws {
        let server = try ServerProcess()
        try server.initialize(root: workspace, capabilities: fixture.capabilities, options: fixture.options)
        for (number, step) in fixture.steps.enumerated() {
            switch step {
            case .client(let message): try server.send(filled(message))
            case .server(let expected):
                let received: JSONValue
                do {
                    received = try server.receive()
                } catch {
                    throw FixtureError(
                        "\(fixture.name), message \(number + 1): \(error) instead of \(expected.serialized)")
                }
                guard Self.matches(received, filled(expected)) else {
                    throw FixtureError(
                        "\(fixture.name), message \(number + 1):\nexpected \(filled(expected).serialized)\n"
                            + "received \(received.serialized)")
                }
            }
        }
        try end(server)
    }

    /// Nothing may come but the answer to `shutdown`.
    private func end(_ server: ServerProcess) throws {
        try server.send(["id": "shutdown", "method": "shutdown"])
        try server.send(["method": "exit"])
        for message in try server.receiveAll() where message["id"] != "shutdown" {
            throw FixtureError("\(fixture.name): not listed: \(message.serialized)")
        }
        let code = try server.exitCode()
        guard code == 0 else { throw FixtureError("\(fixture.name): exit code \(code)") }
    }

    // MARK: - Placeholders

    private func filled(_ value: JSONValue) -> JSONValue {
        switch value {
        case .string(let text):
            .string(
                text.replacingOccurrences(of: "${root}", with: workspace.uri)
                    .replacingOccurrences(of: "${path}", with: workspace.path))
        case .array(let elements): .array(elements.map(filled))
        case .object(let object): .object(JSONObject(object.map { (filled(key: $0.key), filled($0.value)) }))
        default: value
        }
    }

    private func filled(key: String) -> String {
        key.replacingOccurrences(of: "${root}", with: workspace.uri)
    }

    /// Whether a message is as listed; `jsonrpc` needs no listing.
    private static func matches(_ received: JSONValue, _ expected: JSONValue) -> Bool {
        var received = received.object ?? JSONObject()
        guard received["jsonrpc"] == "2.0" else { return false }
        received = JSONObject(received.filter { $0.key != "jsonrpc" }.map { ($0.key, $0.value) })
        return fits(.object(received), expected)
    }

    private static func fits(_ received: JSONValue, _ expected: JSONValue) -> Bool {
        switch (received, expected) {
        case (_, .string("${any}")): return true
        case (.string(let received), .string(let expected)) where expected.contains("${...}"):
            return fits(received, pieces: expected.components(separatedBy: "${...}"))
        case (.array(let received), .array(let expected)):
            return received.count == expected.count && zip(received, expected).allSatisfy(fits)
        case (.object(let received), .object(let expected)):
            return Set(received.keys) == Set(expected.keys)
                && expected.allSatisfy { member in received[member.key].map { fits($0, member.value) } ?? false }
        default: return received == expected
        }
    }

    /// Whether a text begins and ends with the outer pieces and holds the others in order.
    private static func fits(_ text: String, pieces: [String]) -> Bool {
        guard let first = pieces.first, let last = pieces.last, text.hasPrefix(first), text.hasSuffix(last) else {
            return false
        }
        var rest = text.dropFirst(first.count)
        for piece in pieces.dropFirst() where !piece.isEmpty {
            guard let found = rest.range(of: piece) else { return false }
            rest = rest[found.upperBound...]
        }
        return true
    }
}
