import JSON
import JSONRPC
import LanguageServerProtocol

/// `codeforge/review/list`: what is found in open documents.
struct ReviewListHandler: SessionHandler {
    func reviewedDocuments(for request: ReviewListRequest, in snapshot: Snapshot) -> [String] {
        request.uri.map { [$0] } ?? snapshot.documents.unreviewed
    }

    func handle(_ request: ReviewListRequest, in session: inout Session) throws(ResponseError) -> JSONValue {
        try FindingList(of: request.uri, in: &session).json
    }
}
