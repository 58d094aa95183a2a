import JSON
import JSONRPC
import LanguageServerProtocol

/// `codeforge/review/run`: reviews open documents now, publishes what is found and answers with it.
struct ReviewRunHandler: SessionHandler {
    func reviewedDocuments(for request: ReviewRunRequest, in snapshot: Snapshot) -> [String] {
        request.uri.map { [$0] } ?? snapshot.documents.unreviewed
    }

    func handle(_ request: ReviewRunRequest, in session: inout Session) throws(ResponseError) -> JSONValue {
        session.refreshDiagnostics()
        return try FindingList(of: request.uri, in: &session).json
    }
}
