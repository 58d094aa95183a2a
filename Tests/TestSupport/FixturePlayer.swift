import Foundation
import JSON

/// Plays a fixture against the built server.
///
/// Around the messages of the file it sends `initialize`, `initialized`, `shutdown` and `exit`. `${root}` stands for the
/// workspace's address, `${path}` for its path, `${github}` for that of a GitHub of its own, `${team}` for that of a
/// team's server that the person is signed in to. In what the server says
/// `${any}` matches any value, `${=name}` any that `${name}` stands for from then on, and a text that holds `${...}` any
/// text in its place. A message that the file neither lists nor calls passing fails.
package struct FixturePlayer {
    private let fixture: Fixture
    private let workspace: TemporaryFolder
    private let github: GitHubServer?
    private let team: TeamServer?
    /// What `${...}` in a text stands for.
    private var values: [String: String]

    package init(_ fixture: Fixture) throws {
        self.fixture = fixture
        github = fixture.mentions("${github}") ? try GitHubServer() : nil
        team = fixture.mentions("${team}") ? try TeamServer() : nil
        workspace = try TemporaryFolder()
        for (path, text) in fixture.files { try workspace.write(text, to: path) }
        values = ["root": workspace.uri, "path": workspace.path, "github": github?.url ?? "", "team": team?.url ?? ""]
    }

    /// Plays it.
    ///
    /// - Throws: a `FixtureError` at the first message that is not as listed.
    package mutating func play() throws {
        let server = try ServerProcess(
            environment: WorkerProcesses.quickWorker.merging(team?.environment ?? [:]) { $1 })
        try server.initialize(root: workspace, capabilities: fixture.capabilities, options: fixture.options)
        for (number, step) in fixture.steps.enumerated() {
            switch step {
            case .client(let message): try server.send(filled(message))
            case .server(let expected): try receive(expected, from: server, number + 1)
            }
        }
        try end(server)
    }

    private mutating func receive(_ expected: JSONValue, from server: ServerProcess, _ number: Int) throws {
        let expected = filled(expected)
        while true {
            let received: JSONValue
            do {
                received = try server.receive()
            } catch {
                throw FixtureError("\(fixture.name), message \(number): \(error) instead of \(expected.serialized)")
            }
            if Self.matches(received, expected) { return note(received, expected) }
            guard isPassing(received) else {
                throw FixtureError(
                    "\(fixture.name), message \(number):\nexpected \(expected.serialized)\n"
                        + "received \(received.serialized)")
            }
        }
    }

    private func isPassing(_ message: JSONValue) -> Bool {
        message["method"]?.string.map(fixture.passing.contains) ?? false
    }

    /// Nothing may come but the answer to `shutdown`.
    private func end(_ server: ServerProcess) throws {
        try server.send(["id": "shutdown", "method": "shutdown"])
        try server.send(["method": "exit"])
        for message in try server.receiveAll() where message["id"] != "shutdown" && !isPassing(message) {
            throw FixtureError("\(fixture.name): not listed: \(message.serialized)")
        }
        let code = try server.exitCode()
        guard code == 0 else { throw FixtureError("\(fixture.name): exit code \(code)") }
    }

    // MARK: - Placeholders

    private func filled(_ value: JSONValue) -> JSONValue {
        switch value {
        case .string(let text): .string(filled(text))
        case .array(let elements): .array(elements.map(filled))
        case .object(let object): .object(JSONObject(object.map { (filled($0.key), filled($0.value)) }))
        default: value
        }
    }

    private func filled(_ text: String) -> String {
        guard text.contains("${") else { return text }
        return values.reduce(text) { $0.replacingOccurrences(of: "${\($1.key)}", with: $1.value) }
    }

    /// Takes note of what `${=name}` stands for.
    private mutating func note(_ received: JSONValue, _ expected: JSONValue) {
        switch (received, expected) {
        case (.string(let text), .string(let name)) where name.hasPrefix("${=") && name.hasSuffix("}"):
            values[String(name.dropFirst(3).dropLast())] = text
        case (.array(let received), .array(let expected)):
            for (value, pattern) in zip(received, expected) { note(value, pattern) }
        case (.object(let received), .object(let expected)):
            for (key, pattern) in expected { if let value = received[key] { note(value, pattern) } }
        default: break
        }
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
        case (.string, .string(let name)) where name.hasPrefix("${=") && name.hasSuffix("}"): return true
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
