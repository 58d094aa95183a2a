import Engine
import JSON
import JSONRPC
import LanguageServerProtocol
import Models
import Text

/// One rendering or reading of a folder's documents, beside the loop.
///
/// A file on the disk goes with the rendering in `.codeforge/.base/`, a document in the editor with the one that it
/// remembers itself: two editors may have the same document open, each with another text.
struct DocumentRendering: Sendable {
    let folder: OpenFolder
    let application: Application
    let connection: ClientConnection

    private var project: RowID { folder.mirror.workspace.projectID }
    private var documents: DocumentFolder { DocumentFolder(folder.mirror.folder) }

    /// Brings the files up to date, but for documents that the editor shows.
    func renderFiles() async throws {
        let shown = try await application.documents(of: project)
        let folder = folder
        if !shown.render().isEmpty {
            // Asked right before a document is written: an editor may have opened it meanwhile.
            try await application.renderDocuments(of: project, in: folder.mirror.folder) { [connection] kind in
                await connection.read { $0.openDocument(kind, in: folder) != nil }
            }
        }
        connection.perform { $0.documentsRead(shown, in: folder) }
    }

    /// Brings the documents up to date that the editor shows; comes after `renderFiles`, which left them out.
    func updateOpenDocuments() async {
        let folder = folder
        let open = await connection.read { session in
            DocumentKind.allCases.compactMap { kind in session.openDocument(kind, in: folder).map { (kind, $0.uri) } }
        }
        for (kind, uri) in open { await update(uri, kind) }
    }

    /// Changes a document that the editor shows; where the editor cannot, its text stays until it is closed.
    ///
    /// One edit of a document at a time: an editor that checks no versions would apply the same change twice.
    private func update(_ uri: String, _ kind: DocumentKind) async {
        // Text and rows are looked at once nobody else changes the document: an older rendering must not come last.
        let turn = await connection.read { session -> OpenDocument? in
            guard let document = session.snapshot.documents[uri] else { return nil }
            return session.jobs.updates.begin(uri, ()) ? document : nil
        }
        guard let document = turn else { return }
        let text = try? await application.documents(of: project).render()[kind]
        let old = document.buffer.copyBytes()
        let rendering = text.map { Array($0.utf8) }
        var isCurrent = false
        if let rendering {
            let new = DocumentFolder.merge(rendering, base: await base(of: document, kind), into: old)
            isCurrent = new == old ? true : await ask(document, kind, MinimalEdits(from: old, to: new))
        }
        connection.perform { [isCurrent] session in
            if isCurrent, let rendering { session.snapshot.documents.setRendering(rendering, of: uri) }
            // The user went on typing, or rows went on, while the editor was asked.
            var isOutdated =
                !isCurrent && session.snapshot.documents[uri].map { $0.version != document.version } ?? false
            while session.jobs.updates.end(uri) != nil { isOutdated = true }
            if isOutdated { session.documentsOutdated() }
        }
    }

    /// - Returns: Whether the editor has made the changes.
    private func ask(_ document: OpenDocument, _ kind: DocumentKind, _ minimal: MinimalEdits) async -> Bool {
        let (client, encoding) = await connection.read { ($0.snapshot.client, $0.snapshot.encoding) }
        guard client.appliesEdits else { return false }
        let edits = minimal.changes.map { change in
            TextEdit(
                range: minimal.range(of: change, encoding: encoding),
                newText: String(decoding: change.replacement, as: UTF8.self))
        }
        let edit = WorkspaceEdit(
            [WorkspaceEdit.DocumentEdit(uri: document.uri, version: document.version, edits: edits)],
            isVersioned: client.versionedEdits)
        let answer = try? await connection.request(
            "workspace/applyEdit",
            ["label": .string("CodeForge: update \(kind.fileName)"), "edit": JSONValue(encoding: edit)] as JSONValue)
        guard answer?["applied"]?.bool == true else { return false }
        let old = document.buffer.copyBytes()
        await connection.wait { session in
            session.snapshot.documents[document.uri].map { $0.buffer.copyBytes() != old } ?? true
        }
        return true
    }

    /// The rendering that a document's text is based on.
    private func base(of document: OpenDocument, _ kind: DocumentKind) async -> [UInt8] {
        if let known = document.rendering { return known }
        return await documents.rendering(of: kind, behind: document.buffer.copyBytes()) ?? []
    }

    /// Does what a saved document asks for, and says what could not be done; `document` is nil where it is not open.
    func read(_ kind: DocumentKind, as document: OpenDocument?) async {
        let text = document?.buffer.copyBytes() ?? documents.text(of: kind) ?? []
        let base: [UInt8]
        if let document {
            base = await self.base(of: document, kind)
        } else {
            base = documents.rendering(of: kind) ?? []
        }
        // As it was rendered, by whichever program.
        if text == base { return }
        // The file now goes with what the editor's text is based on.
        if document != nil { try? documents.remember(base, of: kind) }
        guard let shown = try? await application.documents(of: project) else { return }
        let saved = String(decoding: text, as: UTF8.self)
        let inputs = shown.read(kind, saved).inputs(beyond: shown.read(kind, String(decoding: base, as: UTF8.self)))
        if !inputs.isEmpty {
            let refusals = await application.perform(inputs, in: project)
            try? application.ensureWorker()
            await tell(refusals, of: kind, saved)
        }
    }

    /// Says what was refused, except where another program that saw the same file was faster.
    private func tell(
        _ refusals: [(input: DocumentInput, reason: String)], of kind: DocumentKind, _ saved: String
    ) async {
        guard !refusals.isEmpty, let now = try? await application.documents(of: project) else { return }
        let open = now.read(kind, saved).inputs
        let reasons = refusals.filter { open.contains($0.input) }.map(\.reason)
        guard !reasons.isEmpty else { return }
        connection.perform { $0.show(.warning, reasons.joined(separator: "\n")) }
    }
}
