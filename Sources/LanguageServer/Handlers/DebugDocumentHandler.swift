import JSONRPC
import LanguageServerProtocol

/// `codeforge/debug/document`: the server's own view of an open document.
struct DebugDocumentHandler: SnapshotHandler {
    func handle(_ request: DebugDocumentRequest, in snapshot: Snapshot) throws(ResponseError)
        -> DebugDocumentRequest.Answer
    {
        let document = try snapshot.document(request.uri)
        return DebugDocumentRequest.Answer(
            uri: document.uri, version: document.version, languageID: document.languageID,
            text: document.buffer.string)
    }
}
