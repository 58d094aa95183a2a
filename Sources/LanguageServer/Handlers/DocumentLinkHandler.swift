import Engine
import JSONRPC
import LanguageServerProtocol
import Models
import Review

/// `textDocument/documentLink`: the files and rules that the product's own documents name lead there.
///
/// A file has to be there; in `changes.md` it leads to what it would be, where the client can show that.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_documentLink
struct DocumentLinkHandler: DeferringHandler {
    func advertise(in capabilities: inout ServerCapabilities, to client: ClientCapabilities) {
        capabilities.announce(.documentLink, to: client)
    }

    func handle(_ request: DocumentLinkRequest, _ id: RequestID, in session: inout Session) throws(ResponseError) {
        guard let document = session.snapshot.documents[request.document.uri], document.isProductText else {
            return session.outbox.respond(to: id) { $0.null() }
        }
        // Whether a file is there only the disk knows.
        session.answerLater(id) { snapshot in Self.links(in: document, snapshot) }
    }

    private static func links(in document: OpenDocument, _ snapshot: Snapshot) -> [DocumentLink]? {
        // Two names behind the folder's path: `.codeforge/jobs.md`.
        let parts = document.path?.split(separator: "/", omittingEmptySubsequences: false).dropLast(2) ?? []
        let path = parts.joined(separator: "/")
        guard let folder = try? ProjectFolder(path: path.isEmpty ? "/" : path) else { return nil }
        let text = document.buffer.string
        let isOfChanges = document.path?.hasSuffix("/" + ChangesDocument.path) == true
        let job = isOfChanges && snapshot.client.asksForContent ? ChangesDocument.line(in: text)?.job : nil
        return DocumentReference.all(in: text).compactMap { reference in
            guard let target = target(of: reference, in: folder, job, snapshot) else { return nil }
            let range = ByteRange(
                startLine: reference.line, startByte: reference.columns.lowerBound, endLine: reference.line,
                endByte: reference.columns.upperBound)
            return DocumentLink(range: snapshot.range(range, in: document), target: target)
        }
    }

    private static func target(
        of reference: DocumentReference, in folder: ProjectFolder, _ job: String?, _ snapshot: Snapshot
    ) -> String? {
        if snapshot.rule(id: reference.name) != nil {
            return snapshot.client.asksForContent ? ServerContent.rule(reference.name).uri : nil
        }
        let path = try? ProjectPath(validating: reference.name)
        if let job, let path { return ServerContent.file(path, job: job).uri }
        let isOwn = DocumentKind(path: reference.name)?.path == reference.name
        guard path != nil || isOwn, folder.hasFile(reference.name) else { return nil }
        let file = DocumentURI.file(path: folder.shownPath + "/" + reference.name).text
        return reference.fileLine.map { "\(file)#L\($0)" } ?? file
    }
}
