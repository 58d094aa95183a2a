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
                let folder = snapshot.openFolders.first(where: { path == $0.mirror.folder.path + "/" + kind.path })
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
        let path = folder.mirror.folder.path + "/" + kind.path
        return snapshot.documents.all.first { $0.path == path }
    }

    /// Shows what is wrong with the documents of a folder.
    mutating func showProblems(_ documents: ProjectDocuments, in folder: OpenFolder) {
        snapshot.projects[folder.uri] = documents
        for kind in DocumentKind.allCases {
            if let document = openDocument(kind, in: folder) {
                let read = documents.read(kind, document.buffer.string)
                let diagnostics = read.problems.map { snapshot.diagnostic($0, in: document) }
                guard diagnostics != document.otherDiagnostics else { continue }
                snapshot.documents.edit(document.uri) { $0.otherDiagnostics = diagnostics }
            }
        }
        if snapshot.client.refreshesCodeLenses { ask("workspace/codeLens/refresh", JSONValue?.none) }
    }
}

extension Snapshot {
    /// A problem of a document as a diagnostic.
    func diagnostic(_ problem: DocumentProblem, in document: OpenDocument) -> Diagnostic {
        let start = document.buffer.position(
            ofByte: problem.columns.lowerBound, inLine: problem.line, encoding: encoding)
        let end = document.buffer.position(ofByte: problem.columns.upperBound, inLine: problem.line, encoding: encoding)
        let severity: DiagnosticSeverity =
            switch problem.severity {
            case .error: .error
            case .warning: .warning
            case .information: .information
            }
        return Diagnostic(range: start..<end, severity: severity, code: problem.code, message: problem.message)
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
        connection.perform { $0.showProblems(documents, in: folder) }
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
        if !read.inputs.isEmpty {
            let refusals = await application.perform(read.inputs, in: project)
            try? application.ensureWorker()
            if !refusals.isEmpty { connection.perform { $0.show(.warning, refusals.joined(separator: "\n")) } }
        }
        try? await run()
    }
}
