import Engine
import JSONRPC
import LanguageServerProtocol
import Text

/// `textDocument/documentSymbol`: headings and boxes of the product's own documents; of others it says nothing.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_documentSymbol
struct DocumentSymbolHandler: SnapshotHandler {
    func advertise(in capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
        capabilities.announce(.documentSymbol, to: client)
    }

    func handle(_ request: DocumentSymbolRequest, in snapshot: Snapshot) throws(ResponseError) -> DocumentSymbols? {
        guard let document = snapshot.documents[request.document.uri], document.isProductText else { return nil }
        let symbols = DocumentOutline(document.buffer.string).sections
            .map { symbol($0, in: document.buffer, snapshot.encoding) }
        return snapshot.client.nestsSymbols ? .tree(symbols) : .list(symbols, uri: document.uri)
    }

    private func symbol(
        _ section: DocumentOutline.Section, in buffer: TextBuffer, _ encoding: PositionEncoding
    ) -> DocumentSymbol {
        let boxes = section.boxes.map { box in
            let line = range(of: box.line...box.line, in: buffer, encoding)
            return DocumentSymbol(
                name: box.text.isEmpty ? "…" : box.text, detail: box.isTicked ? "done" : "open", kind: .boolean,
                range: line, selection: line)
        }
        let first = section.lines.lowerBound
        return DocumentSymbol(
            name: section.title.isEmpty ? "…" : section.title, kind: .text,
            range: range(of: section.lines, in: buffer, encoding),
            selection: range(of: first...first, in: buffer, encoding),
            children: boxes + section.sections.map { symbol($0, in: buffer, encoding) })
    }

    /// Whole lines, without the end of the last one.
    private func range(
        of lines: ClosedRange<Int>, in buffer: TextBuffer, _ encoding: PositionEncoding
    ) -> Range<TextPosition> {
        let last = buffer.contentRange(ofLine: lines.upperBound).count
        let end = buffer.position(ofByte: last, inLine: lines.upperBound, encoding: encoding)
        return TextPosition(line: lines.lowerBound, character: 0)..<end
    }
}

extension ServerCapabilities {
    /// Announces a feature of own documents, unless the client is told later for which documents it is.
    mutating func announce(_ feature: DocumentFeature, to client: ClientCapabilities) {
        if !client.registersFeatures.contains(feature) { documentFeatures.append(feature) }
    }
}
