import Engine
import JSONRPC
import LanguageServerProtocol
import Models

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
            return actions.compactMap { $0.command(appliesEdits: snapshot.client.appliesEdits).map { .command($0) } }
        }
        guard snapshot.client.tagsCodeActions else { return actions.map(CodeActionOrCommand.action) }
        let model = snapshot.settings(at: document.place).model
        return actions.map { action in
            var action = action
            action.isGenerated = action.command.map { Self.isModels(command: $0.command, model) } ?? false
            return .action(action)
        }
    }

    /// Whether a model would do what a command starts.
    private static func isModels(command: String, _ model: ModelSettings) -> Bool {
        if command == "codeforge.runPipeline" { return !model.isOffline }
        // A setting that is wrong is told when the command runs.
        return ProductMethods.role(ofCommand: command).map { (try? model.route(as: $0)) != nil } ?? false
    }
}

extension CodeAction {
    /// The action for a client from before code actions: its command, or the one that has the server apply its fix.
    fileprivate func command(appliesEdits: Bool) -> Command? {
        if let command { return Command(title: title, command: command.command, arguments: command.arguments) }
        guard appliesEdits, let data, data["identity"] != nil else { return nil }
        return Command(title: title, command: FixIssueCommand().name, arguments: [data])
    }
}
