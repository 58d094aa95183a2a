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

    /// How long after documents could not be rendered it is tried again: a lock or a full disk passes without a word.
    private static let renderRetryPause = Duration.seconds(30)

    /// Rows changed that documents show.
    mutating func documentsOutdated() {
        guard !jobs.rendersSoon else { return }
        jobs.rendersSoon = true
        after(Self.gathering) { session in
            session.jobs.rendersSoon = false
            for folder in session.snapshot.openFolders { session.renderDocuments(in: folder) }
        }
    }

    /// Takes over what was changed in a folder's documents while no server looked on, then renders them.
    mutating func takeDocuments(in folder: OpenFolder) {
        let (access, connection) = (snapshot.application, snapshot.connection)
        Task {
            if let application = try? await access.value() {
                await DocumentRendering(folder: folder, application: application, connection: connection)
                    .takeDocuments()
            }
            connection.perform { $0.renderDocuments(in: folder) }
        }
    }

    /// One rendering of a folder at a time: rows that were read earlier must not be shown later.
    mutating func renderDocuments(in folder: OpenFolder) {
        if jobs.renderings.begin(folder.uri, (), unless: { true }) { beginRendering(in: folder) }
    }

    private func beginRendering(in folder: OpenFolder) {
        let (access, connection) = (snapshot.application, snapshot.connection)
        Task {
            let application = try? await access.value()
            let rendering = application.map {
                DocumentRendering(folder: folder, application: $0, connection: connection)
            }
            do {
                try await rendering?.renderFiles()
            } catch {
                connection.perform { session in
                    session.log.write(.warning, "documents were not rendered", ["error": "\(error)"])
                    session.after(Self.renderRetryPause) { $0.documentsOutdated() }
                }
            }
            // The next one begins before an editor has answered: some never do.
            connection.perform { session in
                if session.jobs.renderings.end(folder.uri) != nil { session.beginRendering(in: folder) }
            }
            await rendering?.updateOpenDocuments()
        }
    }

    /// Reads documents that were saved in the editor or changed on the disk.
    mutating func readSavedDocuments(_ changes: [FileChange]) {
        for change in changes {
            guard let path = change.path, let kind = DocumentKind(path: path),
                let folder = snapshot.openFolders.first(where: { $0.mirror.folder.holds(kind.path, at: path) })
            else { continue }
            // What is typed and not saved is nobody's answer yet, whoever else writes the file.
            let document = change.kind == .savedInEditor ? openDocument(kind, in: folder) : nil
            read(kind, as: document, in: folder)
            guard let document, var own = document.own else { continue }
            (own.saved, own.unread) = (document.buffer.copyBytes(), nil)
            snapshot.documents.setOwn(own, of: document.uri)
        }
    }

    private mutating func read(_ kind: DocumentKind, as document: OpenDocument?, in folder: OpenFolder) {
        let name = folder.mirror.folder.path + "/" + kind.path
        guard jobs.reads.begin(name, document, unless: { $0 == nil && document == nil }) else { return }
        beginReading(kind, as: document, in: folder, name)
    }

    private func beginReading(
        _ kind: DocumentKind, as document: OpenDocument?, in folder: OpenFolder, _ name: String
    ) {
        let (access, connection) = (snapshot.application, snapshot.connection)
        Task {
            var saysMore = false
            if let application = try? await access.value() {
                let rendering = DocumentRendering(folder: folder, application: application, connection: connection)
                saysMore = await rendering.read(kind, as: document)
            }
            connection.perform { [saysMore] session in
                // What was rendered stays, also where that was done from another database.
                if saysMore { session.renderDocuments(in: folder) }
                if let next = session.jobs.reads.end(name) { session.beginReading(kind, as: next, in: folder, name) }
            }
        }
    }

    /// Looks up what the text of a document is based on that was just opened.
    mutating func ownDocumentOpened(_ document: OpenDocument) {
        guard document.mayBeOwn, let path = document.path, let kind = DocumentKind(path: path),
            let folder = snapshot.openFolders.first(where: { $0.mirror.folder.holds(kind.path, at: path) })
        else { return }
        let (uri, text, connection) = (document.uri, document.buffer.copyBytes(), snapshot.connection)
        Task {
            let own = await OwnDocument(text: text, kind, in: DocumentFolder(folder.mirror.folder))
            connection.perform { session in
                guard let document = session.snapshot.documents[uri], document.own == nil else { return }
                session.snapshot.documents.setOwn(own, of: uri)
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
        let isFirst = snapshot.projects.updateValue(current(documents), forKey: folder.uri) == nil
        updateModes()
        if isFirst { followRenamedProblems(in: snapshot.documents.all.map(\.uri)) }
        agentIssuesRead(documents, in: folder)
        let changed = zip(open, before).filter { snapshot.problems(of: $0) != $1 }.map(\.0.uri)
        for uri in changed { snapshot.documents.edit(uri) { _ in } }
        if !changed.isEmpty { askForDiagnosticPull() }
        if !open.isEmpty { askForNewLenses() }
        watchDocuments(of: folder)
    }

    /// Hears of documents that are written without the editor's knowledge.
    private mutating func watchDocuments(of folder: OpenFolder) {
        guard jobs.watches[folder.uri] == nil else { return }
        let connection = snapshot.connection
        jobs.watches[folder.uri] = DocumentWatch(folder.mirror.folder) { kind in
            connection.perform { session in
                guard session.snapshot.openFolders.contains(where: { $0.uri == folder.uri }) else { return }
                session.read(kind, as: nil, in: folder)
            }
        }
    }
}
