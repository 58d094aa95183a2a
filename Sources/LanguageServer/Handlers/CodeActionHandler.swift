import JSONRPC
import LanguageServerProtocol

/// `textDocument/codeAction`: fixes, explanations and reviews for a range of the text.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_codeAction
struct CodeActionHandler: SnapshotHandler {
    func advertise(in capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
        capabilities.codeActionKinds = CodeActionKind.allCases.map(\.rawValue)
    }

    func reviewedDocument(for request: CodeActionRequest) -> String? { request.document.uri }

    func handle(_ request: CodeActionRequest, in snapshot: Snapshot) throws(ResponseError) -> [CodeActionOrCommand] {
        guard let document = snapshot.documents[request.document.uri] else { return [] }
        let place = CodeActionPlace(document: document, request: request, snapshot: snapshot)
        let actions = CodeActionProviders.all.flatMap { $0.actions(at: place) }
        guard snapshot.client.codeActionLiterals else {
            return actions.compactMap { action in action.command.map { .command($0.titled(action.title)) } }
        }
        return actions.map(CodeActionOrCommand.action)
    }
}

extension Command {
    /// The same command under the title of the action that runs it.
    fileprivate func titled(_ title: String) -> Command {
        Command(title: title, command: command, arguments: arguments)
    }
}
