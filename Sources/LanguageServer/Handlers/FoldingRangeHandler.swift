import Engine
import JSONRPC
import LanguageServerProtocol

/// `textDocument/foldingRange`: sections and blocks of code of the product's own documents; of others it says nothing,
/// so that editors fold them as they do by themselves.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_foldingRange
struct FoldingRangeHandler: SnapshotHandler {
    func advertise(in capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
        capabilities.announce(.foldingRange, to: client)
    }

    func handle(_ request: FoldingRangeRequest, in snapshot: Snapshot) throws(ResponseError) -> [FoldingRange]? {
        guard let document = snapshot.documents[request.document.uri], document.isProductText else { return nil }
        let outline = DocumentOutline(document.buffer.string)
        func lines(of sections: [DocumentOutline.Section]) -> [ClosedRange<Int>] {
            sections.flatMap { [$0.lines] + lines(of: $0.sections) }
        }
        let all = (lines(of: outline.sections) + outline.blocks).filter { $0.count > 1 }
        return all.sorted { $0.lowerBound < $1.lowerBound }.map(FoldingRange.init)
    }
}
