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

    /// Brings the files up to date, but for documents that the editor shows with text of its own.
    func renderFiles() async throws {
        let shown = try await application.documents(of: project)
        if !shown.render().isEmpty {
            try await application.renderDocuments(of: project, in: folder.mirror.folder, for: self)
        }
        let folder = folder
        connection.perform { $0.documentsRead(shown, in: folder) }
    }

    /// Brings the documents up to date into which somebody typed; comes after `renderFiles`, which left them out.
    func updateOpenDocuments() async {
        let folder = folder
        let open = await connection.read { session in
            DocumentKind.allCases.compactMap { kind in session.openDocument(kind, in: folder).map { (kind, $0.uri) } }
        }
        for (kind, uri) in open where await isEdited(uri, documents.state(of: kind)) { await update(uri, kind) }
    }

    /// Changes a document into which somebody typed; where the editor cannot, its text stays until it is closed.
    ///
    /// One edit of a document at a time: an editor that checks no versions would apply the same change twice.
    private func update(_ uri: String, _ kind: DocumentKind) async {
        // Text and rows are looked at once nobody else changes the document: an older rendering must not come last.
        let turn = await connection.read { session -> OpenDocument? in
            guard let document = session.snapshot.documents[uri] else { return nil }
            return session.jobs.updates.begin(uri, ()) ? document : nil
        }
        guard let document = turn else { return }
        let old = document.buffer.copyBytes()
        let shown = try? await application.documents(of: project)
        let rendering = shown?.render()[kind].map { Array($0.utf8) }
        var base = await own(document, kind).rendering
        var isCurrent = false
        var beginsAnew = false
        func leave() { connection.perform { while $0.jobs.updates.end(uri) != nil {} } }
        if let shown, base.isEmpty, !old.isEmpty {
            switch shown.standing(of: kind, old) {
            case .based(let rendering): base = rendering
            case .undecided: return leave()
            case .another: beginsAnew = true
            }
        }
        if let shown, let rendering {
            if beginsAnew || shown.isOfAnotherIdea(kind, than: base) {
                // Without a place for what stands there, it stays where it is.
                guard let path = try? documents.keep(old, of: kind) else { return leave() }
                await kept(kind, as: path)
            }
            let new = beginsAnew ? rendering : shown.merged(kind, rendering, base: base, into: old)
            let stray = shown.strayTicks(
                kind, String(decoding: old, as: UTF8.self), base: String(decoding: base, as: UTF8.self))
            if !stray.isEmpty {
                connection.perform { $0.show(.warning, stray.map(\.message).joined(separator: "\n")) }
            }
            isCurrent = new == old ? true : await ask(document, kind, MinimalEdits(from: old, to: new))
        }
        connection.perform { [isCurrent] session in
            if isCurrent, let rendering, var own = session.snapshot.documents[uri]?.own {
                own.rendering = rendering
                session.snapshot.documents.setOwn(own, of: uri)
            }
            // The user went on typing, or rows went on, while the editor was asked.
            var isOutdated =
                !isCurrent && session.snapshot.documents[uri].map { $0.version != document.version } ?? false
            while session.jobs.updates.end(uri) != nil { isOutdated = true }
            if isOutdated { session.documentsOutdated() }
        }
    }

    /// What is known of an open document; looked up where it was not yet.
    private func own(_ document: OpenDocument, _ kind: DocumentKind) async -> OwnDocument {
        // What was saved before may have been read since this was: the same text is based on something newer then.
        let current = await connection.read { $0.snapshot.documents[document.uri]?.own }
        if let current, current.saved == document.buffer.copyBytes() { return current }
        if let known = document.own { return known }
        return await OwnDocument(text: document.buffer.copyBytes(), kind, in: documents)
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

    /// Does what a saved document asks for, and says what could not be done; `saved` is nil where no editor told of it.
    ///
    /// - Returns: Whether the file says something else than what was rendered.
    func read(_ kind: DocumentKind, as saved: OpenDocument?) async -> Bool {
        let (saysMore, taking, isToldElsewhere) = await take(kind, as: saved)
        // An editor tells of the same saving in several ways.
        if let taking { await tell(taking, isToldElsewhere: isToldElsewhere, isSave: saved != nil) }
        return saysMore
    }

    /// Does what a document asks for that was saved, or changed while no server looked on.
    private func take(
        _ kind: DocumentKind, as saved: OpenDocument?
    ) async -> (saysMore: Bool, DocumentTaking?, isToldElsewhere: Bool) {
        var isUnknown = documents.rendering(of: kind) == nil
        if !isUnknown { isUnknown = await application.lacks(kind, in: project) }
        if isUnknown {
            let untold = await application.adoptDocuments(
                of: project, in: folder.mirror.folder, saved: saved == nil ? nil : kind)
            if let taking = untold.first(where: { $0.kind == kind }) { return (taking.isFound, taking, false) }
        }
        let file = await documents.state(of: kind)
        let folder = folder
        let shown = await connection.read { $0.openDocument(kind, in: folder) }
        // Where the editor wrote the file, what it wrote is based on what the editor had. What it saved before its last
        // save is out of date, though somebody may just have written the same once more.
        let last = shown?.own?.saved
        let document = [saved, shown].compactMap { $0 }.first { document in
            let text = document.buffer.copyBytes()
            return text == file.text && (document.version == shown?.version || shown == nil || last == text)
        }
        let isToldElsewhere = saved == nil && shown != nil
        let text = file.text
        var known: [UInt8]?
        if let document { known = await own(document, kind).rendering }
        // It was opened when nothing was known of what it is based on.
        if known?.isEmpty == true { known = nil }
        // As it was rendered, by whichever program, or read before the editor told of it.
        if text == file.rendering {
            await editorFollowed(kind, text, from: known)
            return (false, nil, isToldElsewhere)
        }
        // A save that was read from the disk alone, before the editor told of it, is known to the file's rendering.
        let base: [UInt8]
        if let known {
            base = DocumentFolder.nearest(to: text, known, file.rendering)
        } else if let own = shown?.own?.rendering(under: file), own != file.rendering {
            base = own
        } else {
            if saved == nil, await documents.operation(on: kind) != nil { return (false, nil, isToldElsewhere) }
            base = await documents.basis(of: kind, file).rendering
        }
        // The file now goes with what the editor's text is based on.
        if base != file.rendering { try? documents.remember(base, of: kind) }
        if text == base { return (true, nil, isToldElsewhere) }
        let taking = await application.take(kind, text, base: base, in: project, folder.mirror.folder) {
            // What they save next is compared with that, though nothing is rendered yet.
            await editorFollowed(kind, text, from: known)
        }
        return (true, taking, isToldElsewhere)
    }

    /// Takes over what was changed in the folder's documents while no server looked on, and says what it took.
    func takeDocuments() async {
        var (news, complaints): ([String], [String]) = ([], [])
        let untold = await application.adoptDocuments(of: project, in: folder.mirror.folder)
        news += untold.compactMap(\.news)
        complaints += untold.flatMap(\.complaints)
        for kind in DocumentKind.asking
        where documents.rendering(of: kind) != nil && documents.text(of: kind) != nil
            && !untold.contains(where: { $0.kind == kind })
        {
            guard let taking = await take(kind, as: nil).1 else { continue }
            news += [taking.news].compactMap { $0 }
            complaints += taking.complaints
        }
        connection.perform { [news, complaints] session in
            if !news.isEmpty { session.show(.info, news.joined(separator: "\n")) }
            if !complaints.isEmpty { session.show(.warning, complaints.joined(separator: "\n")) }
        }
    }

    /// What an editor shows is based on what the file holds, unless it was found to be based on something else
    /// meanwhile; `known` is what it was based on, nil where the editor has not told of the file's text yet.
    private func editorFollowed(_ kind: DocumentKind, _ text: [UInt8], from known: [UInt8]?) async {
        let folder = folder
        _ = await connection.read { session in
            guard let document = session.openDocument(kind, in: folder), var own = document.own else { return }
            let state = DocumentState(text: text, rendering: text)
            if document.buffer.copyBytes() == text {
                own.agreed(on: state)
            } else if known == nil {
                own.unread = state
            } else if own.rendering == known {
                own.rendering = text
            }
            session.snapshot.documents.setOwn(own, of: document.uri)
        }
    }

    /// Says what of a saved document does not count, except where another program that saw the same file was faster.
    private func tell(_ taking: DocumentTaking, isToldElsewhere: Bool, isSave: Bool) async {
        if taking.isFound {
            if let news = taking.news { connection.perform { $0.show(.info, news) } }
            guard await isNews(taking.kind, isSave: isSave), !taking.complaints.isEmpty else { return }
            return connection.perform { $0.show(.warning, taking.complaints.joined(separator: "\n")) }
        }
        var reasons: [String] = []
        if !taking.refusals.isEmpty, let now = try? await application.documents(of: project) {
            let open = now.read(taking.kind, String(decoding: documents.text(of: taking.kind) ?? [], as: UTF8.self))
                .inputs
            reasons = taking.refusals.filter { open.contains($0.input) }.map(\.reason)
        }
        // What cannot count is marked at its line, too, where an editor shows the document.
        let isRequirements = taking.kind == .requirements
        let counts = [.questions, .choices].contains(taking.kind)
        let wrong = taking.problems.first { $0.severity == .error || counts }
        if let wrong, !isToldElsewhere, await isNews(taking.kind, isSave: isSave) {
            let stays = isRequirements ? "The requirements stay as they were: " : ""
            reasons.append("\(stays)\(taking.kind.fileName), line \(wrong.line + 1). \(wrong.message)")
        }
        if let obstacle = taking.obstacle { reasons.append("\(taking.kind.path) \(obstacle)") }
        reasons += taking.problems.filter { $0.code == DocumentProblem.strayTick }.map(\.message)
        guard !reasons.isEmpty else { return }
        connection.perform { [reasons] in $0.show(.warning, reasons.joined(separator: "\n")) }
    }

    /// Whether nobody was told yet of what the file of a document says now: of a file that no editor saved it is heard in
    /// several ways, while who saves once more wants to hear it once more.
    private func isNews(_ kind: DocumentKind, isSave: Bool) async -> Bool {
        let (text, name) = (documents.text(of: kind) ?? [], folder.mirror.folder.path + "/" + kind.path)
        return await connection.read { session in
            session.jobs.toldTexts.updateValue(text, forKey: name) != text || isSave
        }
    }
}

extension DocumentRendering: DocumentViewer {
    func holds(_ kind: DocumentKind, file: DocumentState) async -> Bool {
        let folder = folder
        guard let document = await connection.read({ $0.openDocument(kind, in: folder) }) else { return false }
        return await isEdited(document.uri, file)
    }

    func kept(_ kind: DocumentKind, as path: String) async {
        connection.perform { $0.show(.info, DocumentFolder.sentence(keeping: kind, as: path)) }
    }

    func wrote(_ kind: DocumentKind, from old: DocumentState, to new: DocumentState) async {
        let folder = folder
        connection.perform { $0.documentWritten(kind, in: folder, from: old, to: new) }
    }

    /// Whether the editor shows text of its own; takes note of what it has in common with the file.
    private func isEdited(_ uri: String, _ file: DocumentState) async -> Bool {
        await connection.read { session in
            guard let document = session.snapshot.documents[uri] else { return false }
            // It was opened just now.
            guard var own = document.own else { return document.buffer.copyBytes() != file.text }
            let isEdited = own.meet(document.buffer.copyBytes(), file)
            session.snapshot.documents.setOwn(own, of: uri)
            return isEdited
        }
    }
}

extension Session {
    /// A document's file was written: an editor that shows it unmodified reads it by itself.
    fileprivate mutating func documentWritten(
        _ kind: DocumentKind, in folder: OpenFolder, from old: DocumentState, to new: DocumentState
    ) {
        guard let document = openDocument(kind, in: folder) else { return }
        let text = document.buffer.copyBytes()
        var own = document.own ?? OwnDocument(text: text, file: old, rendering: old.rendering)
        if text == new.text {
            own.agreed(on: new)
        } else if text == old.text || text == own.saved {
            if text == old.text { own.rendering = old.rendering }
            (own.saved, own.unread) = (text, new)
        } else {
            // Somebody typed just now.
            documentsOutdated()
        }
        snapshot.documents.setOwn(own, of: document.uri)
    }
}
