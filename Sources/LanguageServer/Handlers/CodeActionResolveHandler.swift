import JSON
import JSONRPC
import LanguageServerProtocol

/// `codeAction/resolve`: adds the edit of an action that was offered without it; other actions come back as they are.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#codeAction_resolve
struct CodeActionResolveHandler: SessionHandler {
    func advertise(in capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
        capabilities.resolvesCodeActions = true
    }

    func reviewedDocuments(for request: CodeActionResolveRequest, in snapshot: Snapshot) -> [String] {
        request.action["data"]?["uri"]?.string.map { [$0] } ?? []
    }

    func handle(_ request: CodeActionResolveRequest, in session: inout Session) throws(ResponseError) -> JSONValue {
        var action = request.action
        guard action["edit"] == nil, let data = action["data"], let uri = data["uri"]?.string,
            data["resolve"]?.string == CodeActionKind.fixAll.rawValue
        else { return .object(action) }
        let document = try session.snapshot.document(uri)
        if let edit = session.snapshot.fixingAll(in: document) { action["edit"] = JSONValue(encoding: edit) }
        return .object(action)
    }
}
