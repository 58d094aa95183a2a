import JSONRPC
import LanguageServerProtocol

/// `textDocument/hover`: explains the finding or the word under the cursor.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_hover
struct HoverHandler: SnapshotHandler {
    func advertise(in capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
        capabilities.hover = true
    }

    func reviewedDocument(for request: HoverRequest) -> String? { request.document.uri }

    func handle(_ request: HoverRequest, in snapshot: Snapshot) throws(ResponseError) -> Hover? {
        guard let document = snapshot.documents[request.document.uri] else { return nil }
        let place = HoverPlace(document: document, position: request.position, snapshot: snapshot)
        for provider in HoverProviders.all {
            if let hover = provider.hover(at: place) { return hover }
        }
        return nil
    }
}
