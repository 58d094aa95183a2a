import JSON
import JSONRPC
import LanguageServerProtocol

/// The life of a request.
extension Session {
    /// Refuses what may not be asked now.
    ///
    /// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#lifeCycleMessages
    func checkPhase(for method: String) throws(ResponseError) {
        switch (phase, method == InitializeRequest.method) {
        case (.uninitialized, true), (.initialized, false): return
        case (.uninitialized, false):
            throw ResponseError(.serverNotInitialized, "Send 'initialize' first.")
        case (.initialized, true):
            throw ResponseError(.invalidRequest, "'initialize' may be sent only once.")
        case (.shutDown, _):
            throw ResponseError(.invalidRequest, "The server is shut down; only 'exit' may follow.")
        }
    }

    /// Runs `work` as a task and answers the request with what it gives.
    package mutating func answerLater<Answer: JSONEncodable & Sendable>(
        _ id: RequestID, _ work: @escaping @Sendable (Snapshot) async throws(ResponseError) -> Answer
    ) {
        openApplication()
        let (ticket, snapshot, inbox) = (running.ticket(for: id), self.snapshot, self.inbox)
        let task = Task {
            let result: Result<Answer, ResponseError>
            do throws(ResponseError) {
                result = .success(try await work(snapshot))
            } catch {
                result = .failure(error)
            }
            inbox.post { session in session.answer(ticket, result) }
        }
        running.add(ticket, task)
    }

    /// Answers a request that ran beside the loop, unless that happened already.
    private mutating func answer<Answer: JSONEncodable>(
        _ ticket: RunningRequests.Ticket, _ result: Result<Answer, ResponseError>
    ) {
        guard running.finish(ticket) else { return }
        switch result {
        case .success(let answer): outbox.respond(to: ticket.id) { answer.write(to: &$0) }
        case .failure(let error): outbox.respond(to: ticket.id, error: error)
        }
    }

    /// Tells a client that traces what was handled.
    ///
    /// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#logTrace
    mutating func tell(_ kind: String, _ method: String) {
        guard trace != .off, phase == .initialized else { return }
        notify("$/logTrace", ["message": .string("Handled \(kind) '\(method)'.")] as JSONValue)
    }
}
