import Engine
import JSON
import JSONRPC
import LanguageServerProtocol
import Models
import Text

/// The documents of `.codeforge/`: rendered when rows change, read when somebody saves them.
extension Session {
    /// How long changes are gathered before documents are rendered.
    private static let gathering = Duration.milliseconds(50)

    /// Rows changed that documents show.
    mutating func documentsOutdated() {
        guard !jobs.rendersSoon else { return }
        jobs.rendersSoon = true
        after(Self.gathering) { session in
            session.jobs.rendersSoon = false
            for folder in session.snapshot.openFolders { session.renderDocuments(in: folder) }
        }
    }

    mutating func renderDocuments(in folder: OpenFolder) {
        let (access, connection) = (snapshot.application, snapshot.connection)
        Task {
            guard let application = try? await access.value() else { return }
            let rendering = DocumentRendering(folder: folder, application: application, connection: connection)
            do {
                try await rendering.run()
            } catch {
                connection.perform { $0.log.write(.warning, "documents were not rendered", ["error": "\(error)"]) }
            }
        }
    }

    /// Reads documents that were saved in the editor or changed on the disk.
    mutating func readSavedDocuments(_ changes: [FileChange]) {
        for change in changes {
            guard let path = change.path, let kind = DocumentKind(path: path),
                let folder = snapshot.openFolders.first(where: { $0.mirror.folder.holds(kind.path, at: path) })
            else { continue }
            let text = openDocument(kind, in: folder)?.buffer.copyBytes()
            let (access, connection) = (snapshot.application, snapshot.connection)
            Task {
                guard let application = try? await access.value() else { return }
                let rendering = DocumentRendering(folder: folder, application: application, connection: connection)
                await rendering.read(kind, text ?? DocumentFolder(folder.mirror.folder).text(of: kind) ?? [])
            }
        }
    }

    func openDocument(_ kind: DocumentKind, in folder: OpenFolder) -> OpenDocument? {
        snapshot.documents.all.first { document in
            document.mayBeOwn && document.path.map { folder.mirror.folder.holds(kind.path, at: $0) } ?? false
        }
    }

    /// Takes note of what a folder's documents show now; open ones may have other problems and lenses.
    mutating func documentsRead(_ documents: ProjectDocuments, in folder: OpenFolder) {
        let open = DocumentKind.allCases.compactMap { openDocument($0, in: folder) }
        let before = open.map(snapshot.problems)
        snapshot.projects[folder.uri] = documents
        let changed = zip(open, before).filter { snapshot.problems(of: $0) != $1 }.map(\.0.uri)
        for uri in changed { snapshot.documents.edit(uri) { _ in } }
        if !changed.isEmpty { askForDiagnosticPull() }
        if !open.isEmpty { askForNewLenses() }
    }
}

/// One rendering or reading of a folder's documents, beside the loop.
struct DocumentRendering: Sendable {
    let folder: OpenFolder
    let application: Application
    let connection: ClientConnection

    private var project: RowID { folder.mirror.workspace.projectID }

    func run() async throws {
        let documents = try await application.documents(of: project)
        let texts = documents.render()
        let folder = folder
        if !texts.isEmpty {
            let open = await connection.read { session in
                Dictionary(
                    uniqueKeysWithValues: DocumentKind.allCases.compactMap { kind in
                        session.openDocument(kind, in: folder).map { (kind, $0) }
                    })
            }
            try await application.renderDocuments(of: project, in: folder.mirror.folder) { open[$0] != nil }
            for (kind, document) in open {
                if let text = texts[kind] { try await update(document, kind, text) }
            }
        }
        connection.perform { $0.documentsRead(documents, in: folder) }
    }

    /// Changes a document that the editor shows; where the editor cannot, its text stays until it is closed.
    private func update(_ document: OpenDocument, _ kind: DocumentKind, _ rendering: String) async throws {
        let documents = DocumentFolder(folder.mirror.folder)
        let old = document.buffer.copyBytes()
        let new = documents.merged(rendering, of: kind, into: old)
        let (client, encoding) = await connection.read { ($0.snapshot.client, $0.snapshot.encoding) }
        if new == old {
            if documents.text(of: kind) != nil { try documents.remember(rendering, of: kind) }
            return
        }
        guard client.appliesEdits else { return }
        let minimal = MinimalEdits(from: old, to: new)
        let edits = minimal.changes.map { change in
            TextEdit(
                range: minimal.range(of: change, encoding: encoding),
                newText: String(decoding: change.replacement, as: UTF8.self))
        }
        let edit = WorkspaceEdit(
            [WorkspaceEdit.DocumentEdit(uri: document.uri, version: document.version, edits: edits)],
            isVersioned: client.versionedEdits)
        let answer = try await connection.request(
            "workspace/applyEdit",
            ["label": "CodeForge: update \(kind.fileName)", "edit": JSONValue(encoding: edit)] as JSONValue)
        if answer["applied"]?.bool == true { try documents.remember(rendering, of: kind) }
    }

    /// Does what a saved document asks for, and says what could not be done.
    func read(_ kind: DocumentKind, _ text: [UInt8]) async {
        guard let documents = try? await application.documents(of: project) else { return }
        let read = documents.read(kind, String(decoding: text, as: UTF8.self))
        let rendered = DocumentFolder(folder.mirror.folder).rendering(of: kind) ?? []
        let inputs = read.inputs(beyond: documents.read(kind, String(decoding: rendered, as: UTF8.self)))
        if !inputs.isEmpty {
            let refusals = await application.perform(inputs, in: project)
            try? application.ensureWorker()
            if !refusals.isEmpty { connection.perform { $0.show(.warning, refusals.joined(separator: "\n")) } }
        }
        try? await run()
    }
}
