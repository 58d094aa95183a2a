import JSON
import LanguageServerProtocol

/// A progress that code beside the loop reports: one begin, any number of reports, one end.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#workDoneProgress
package struct WorkDoneProgress: Sendable {
    private let token: JSONValue
    private let connection: ClientConnection

    /// Begins a progress under the client's token; without one, under a new token where the client allows that.
    ///
    /// - Returns: nil for a client that shows no progress.
    package static func begin(_ title: String, token: JSONValue?, in snapshot: Snapshot) async -> WorkDoneProgress? {
        guard let token = await accepted(token, in: snapshot) else { return nil }
        let progress = WorkDoneProgress(token: token, connection: snapshot.connection)
        progress.send(["kind": "begin", "title": .string(title), "cancellable": false, "percentage": 0])
        return progress
    }

    private static func accepted(_ token: JSONValue?, in snapshot: Snapshot) async -> JSONValue? {
        if let token { return token }
        guard snapshot.client.workDoneProgress else { return nil }
        let new = JSONValue.string("codeforge-progress-\(UInt64.random(in: .min ... .max))")
        let parameters: JSONValue = ["token": new]
        let answer = try? await snapshot.connection.request("window/workDoneProgress/create", parameters)
        return answer == nil ? nil : new
    }

    /// Says how much is done, in percent.
    package func report(percent: Int) {
        send(["kind": "report", "percentage": .integer(percent)])
    }

    /// Ends the progress.
    package func end(_ message: String) {
        send(["kind": "end", "message": .string(message)])
    }

    private func send(_ value: JSONObject) {
        connection.notify("$/progress", ["token": token, "value": .object(value)] as JSONValue)
    }
}
