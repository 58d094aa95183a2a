import JSON
import JSONRPC
import LanguageServerProtocol

/// `workspace/executeCommand`: runs one of the commands in `Commands`.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#workspace_executeCommand
struct ExecuteCommandHandler: DeferringHandler {
    func advertise(in capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
        capabilities.commands = Commands.names
    }

    func handle(
        _ request: ExecuteCommandRequest, _ id: RequestID, in session: inout Session
    ) throws(ResponseError) {
        guard let command = Commands.byName[request.command] else {
            throw ResponseError(
                .invalidParams, "params.command: '\(request.command)' is not one of this server's commands.")
        }
        let arguments = CommandArguments(request)
        let changed = session.snapshot.documents.unreviewed
        if session.isReviewed(changed) { return try Self.run(command, arguments, id, in: &session) }
        session.whenReviewed(changed, id) { session throws(ResponseError) in
            try Self.run(command, arguments, id, in: &session)
        }
    }

    private static func run(
        _ command: Commands.Entry, _ arguments: CommandArguments, _ id: RequestID, in session: inout Session
    ) throws(ResponseError) {
        switch command {
        case .session(let command):
            let answer = try command.run(arguments, in: &session)
            session.outbox.respond(to: id) { answer.write(to: &$0) }
        case .background(let command):
            session.answerLater(id) { snapshot throws(ResponseError) in try await command.run(arguments, in: snapshot) }
        }
    }
}
