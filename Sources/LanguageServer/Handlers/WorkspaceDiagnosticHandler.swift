import JSONRPC
import LanguageServerProtocol

/// `workspace/diagnostic`: the findings of all open documents, and what is known of other files.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#workspace_diagnostic
struct WorkspaceDiagnosticHandler: SessionHandler {
    func advertise(in capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
        capabilities.pullsWorkspaceDiagnostics = client.pullsDiagnostics
    }

    func reviewedDocuments(for request: WorkspaceDiagnosticRequest, in snapshot: Snapshot) -> [String] {
        snapshot.documents.unreviewed
    }

    func handle(
        _ request: WorkspaceDiagnosticRequest, in session: inout Session
    ) throws(ResponseError) -> WorkspaceDiagnosticRequest.Answer {
        let previous = Dictionary(
            request.previousResults.map { (DocumentURI($0.uri), $0.value) }, uniquingKeysWith: { $1 })
        let open = session.snapshot.documents.all.sorted { $0.uri < $1.uri }.map { document in
            let report = DiagnosticReport(
                items: session.snapshot.diagnostics(of: document), previousResultID: previous[DocumentURI(document.uri)]
            )
            return WorkspaceDiagnosticRequest.Answer.Item(uri: document.uri, version: document.version, report: report)
        }
        return WorkspaceDiagnosticRequest.Answer(items: open + Self.files(session.snapshot, request.previousResults))
    }

    /// Files that no document is open of; what the client still has of others goes away.
    private static func files(
        _ snapshot: Snapshot, _ previous: [WorkspaceDiagnosticRequest.PreviousResult]
    ) -> [WorkspaceDiagnosticRequest.Answer.Item] {
        let known = previous.filter { snapshot.documents[$0.uri] == nil }
        let addresses = Set(known.map { DocumentURI($0.uri).text })
        let new = snapshot.fileDiagnostics.addresses.filter {
            snapshot.documents[$0] == nil && !addresses.contains($0)
        }
        let files: [(uri: String, result: String?)] = known.map { ($0.uri, $0.value) } + new.map { ($0, nil) }
        return files.map { file in
            let report = DiagnosticReport(items: snapshot.fileDiagnostics[file.uri], previousResultID: file.result)
            return WorkspaceDiagnosticRequest.Answer.Item(uri: file.uri, version: nil, report: report)
        }
    }
}
