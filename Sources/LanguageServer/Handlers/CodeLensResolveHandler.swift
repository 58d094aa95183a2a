import JSON
import JSONRPC
import LanguageServerProtocol

/// `codeLens/resolve`: counts the findings of a document whose lens came without its command; others come back as they
/// are.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#codeLens_resolve
struct CodeLensResolveHandler: SnapshotHandler {
    func reviewedDocument(for request: CodeLensResolveRequest) -> String? { request.lens["data"]?["uri"]?.string }

    func handle(_ request: CodeLensResolveRequest, in snapshot: Snapshot) throws(ResponseError) -> JSONValue {
        var lens = request.lens
        guard lens["command"] == nil, let uri = lens["data"]?["uri"]?.string else { return .object(lens) }
        // Closed meanwhile: an editor that asks all the same shows the lens no longer.
        if let document = snapshot.documents[uri] {
            lens["command"] = JSONValue(encoding: FindingCountLens.command(for: document, in: snapshot))
        }
        return .object(lens)
    }
}
