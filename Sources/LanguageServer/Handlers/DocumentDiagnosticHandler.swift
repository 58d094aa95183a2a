import JSONRPC
import LanguageServerProtocol

/// `textDocument/diagnostic`: the findings of a document, or that they are those which the client has.
///
/// Offered only to clients that pull; the others get what is found pushed, never both.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_diagnostic
struct DocumentDiagnosticHandler: SnapshotHandler {
    func advertise(in capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
        capabilities.pullsDiagnostics = client.pullsDiagnostics
    }

    func reviewedDocument(for request: DocumentDiagnosticRequest) -> String? { request.document.uri }

    /// A client that opens many files pulls for each.
    var isAnsweredWithOthers: Bool { true }

    func handle(_ request: DocumentDiagnosticRequest, in snapshot: Snapshot) throws(ResponseError) -> DiagnosticReport {
        // A client may pull for a document that it is about to open: what is known of the file is no error.
        guard let document = snapshot.documents[request.document.uri] else {
            return DiagnosticReport(
                items: snapshot.fileDiagnostics[request.document.uri], previousResultID: request.previousResultID)
        }
        return DiagnosticReport(
            items: snapshot.diagnostics(of: document), previousResultID: request.previousResultID)
    }
}

extension DiagnosticReport {
    /// A full report, or "unchanged" where the client's result is the same.
    ///
    /// The result's id is a digest of the diagnostics, so it means the same in every session.
    init(items: [Diagnostic], previousResultID: String?) {
        let resultID = Self.digest(of: items)
        self = resultID == previousResultID ? .unchanged(resultID: resultID) : .full(resultID: resultID, items: items)
    }

    /// FNV-1a over what the client shows.
    private static func digest(of items: [Diagnostic]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        func mix(_ number: Int) { withUnsafeBytes(of: number.littleEndian) { $0.forEach(mix) } }
        for item in items {
            mix(item.range.lowerBound.line)
            mix(item.range.lowerBound.character)
            mix(item.range.upperBound.line)
            mix(item.range.upperBound.character)
            mix(item.severity.rawValue)
            (item.code ?? "").utf8.forEach(mix)
            item.message.utf8.forEach(mix)
        }
        return String(hash, radix: 16)
    }
}
