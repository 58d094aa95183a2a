import JSONRPC
import LanguageServerProtocol

/// `workspace/diagnostic`: the findings of all open documents.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#workspace_diagnostic
struct WorkspaceDiagnosticHandler: SessionHandler {
    func advertise(in capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
        capabilities.pullsWorkspaceDiagnostics = client.pullsDiagnostics
    }

    func handle(
        _ request: WorkspaceDiagnosticRequest, in session: inout Session
    ) throws(ResponseError) -> WorkspaceDiagnosticRequest.Answer {
        for document in Array(session.snapshot.documents.all) { session.reviewIfChanged(document.uri) }
        let previous = Dictionary(
            request.previousResults.map { (DocumentURI($0.uri), $0.value) }, uniquingKeysWith: { $1 })
        let open = session.snapshot.documents.all.sorted { $0.uri < $1.uri }.map { document in
            let report = DiagnosticReport(
                items: session.snapshot.diagnostics(of: document), previousResultID: previous[DocumentURI(document.uri)]
            )
            return WorkspaceDiagnosticRequest.Answer.Item(uri: document.uri, version: document.version, report: report)
        }
        // What the client still has of closed documents goes away.
        let closed = request.previousResults.filter { session.snapshot.documents[$0.uri] == nil }.map { result in
            let report = DiagnosticReport(items: [], previousResultID: result.value)
            return WorkspaceDiagnosticRequest.Answer.Item(uri: result.uri, version: nil, report: report)
        }
        return WorkspaceDiagnosticRequest.Answer(items: open + closed)
    }
}
