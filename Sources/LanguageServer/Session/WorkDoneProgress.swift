import JSON
import LanguageServerProtocol

/// A progress that code beside the loop reports: one begin, any number of reports, one end.
///
/// Nobody waits for the client to accept it: work goes on without a progress until then, or altogether.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#workDoneProgress
package struct WorkDoneProgress: Sendable {
    private let token: JSONValue
    private let connection: ClientConnection

    /// Begins a progress under the client's token; without one, under a new token where the client allows that.
    ///
    /// - Returns: nil for a client that shows no progress.
    package static func begin(_ title: String, token: JSONValue?, in snapshot: Snapshot) -> WorkDoneProgress? {
        guard token != nil || snapshot.client.workDoneProgress else { return nil }
        let own = JSONValue.string("codeforge-progress-\(UInt64.random(in: .min ... .max))")
        let progress = WorkDoneProgress(token: token ?? own, connection: snapshot.connection)
        let isAccepted = token != nil
        progress.connection.perform { session in
            session.progresses[progress.token] = false
            guard !isAccepted else { return progress.begin(title, in: &session) }
            session.ask("window/workDoneProgress/create", ["token": progress.token] as JSONValue) { session, result in
                if case .success = result { progress.begin(title, in: &session) }
            }
        }
        return progress
    }

    /// Shows the progress, unless it has ended meanwhile.
    private func begin(_ title: String, in session: inout Session) {
        guard session.progresses[token] == false else { return }
        session.progresses[token] = true
        send(["kind": "begin", "title": .string(title), "cancellable": false, "percentage": 0], in: &session)
    }

    /// Says how much is done, in percent.
    package func report(percent: Int) {
        connection.perform { session in
            guard session.progresses[token] == true else { return }
            send(["kind": "report", "percentage": .integer(percent)], in: &session)
        }
    }

    /// Ends the progress.
    package func end(_ message: String) {
        connection.perform { session in
            guard session.progresses.removeValue(forKey: token) == true else { return }
            send(["kind": "end", "message": .string(message)], in: &session)
        }
    }

    private func send(_ value: JSONObject, in session: inout Session) {
        session.notify("$/progress", ["token": token, "value": .object(value)] as JSONValue)
    }
}
