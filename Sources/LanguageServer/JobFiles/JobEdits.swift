import Engine
import JSON
import JSONRPC
import LanguageServerProtocol
import Models
import Text

/// Brings a job's files into a folder, as far as a person agrees: through the editor where it shows them, else on the
/// disk.
struct JobEdits: Sendable {
    let job: RowID
    let project: RowID
    let folder: OpenFolder
    let application: Application
    let connection: ClientConnection

    /// What a person wants of the files.
    enum Choice: String, Sendable, CaseIterable {
        case all, new
        case nothing = "none"
    }

    private static let agreedBy = "the editor"
    /// Why a file counts as left that holds neither what it held nor what the job wants.
    private static let misplaced =
        "it changed while the editor asked, so that the change may stand in the wrong place; look at it, and undo it "
        + "in the editor"

    var disk: ProjectFolder { folder.mirror.folder }

    /// What came of thinking of a job's files by itself.
    struct Offer: Sendable {
        let changes: JobChanges
        /// Whether a person is still to be asked about files that exist.
        let mayAsk: Bool
    }

    /// Offers the files of a job that has just ended: new ones come in, for others a person is asked, here by the
    /// editor's own preview, else by whoever gets the offer.
    ///
    /// Each file is thought of once. What is not agreed to now waits until somebody asks for it.
    /// - Parameter isQuiet: whether nobody is to be asked now, as when an editor starts.
    /// - Returns: What the files would do, and whether a person is still to be asked.
    /// - Throws: `conflict` while another program brings the same job's files in.
    func offer(isQuiet: Bool) async throws(ResponseError) -> Offer {
        // A question that nobody called for must not take the keys of somebody who types: the message tells then.
        let takesKeys = await connection.read { $0.snapshot.client.promptsTakeKeys }
        let offer = try await claimed { () async throws -> Offer in
            let editor = await editorTexts()
            let changes = try await plan(isAsked: false, editor)
            // Noted before anything is shown: whatever happens then, nobody is asked twice.
            try await application.note(changes)
            let mayAsk = !changes.asking.isEmpty && !isQuiet && !takesKeys && !editor.confirms
            if !isQuiet, editor.confirms {
                try await edit(changes.changes.filter { $0.kind != .remove || editor.deletesFiles }, editor)
            } else if !mayAsk {
                try await bring(changes.free, editor)
            }
            return Offer(changes: changes, mayAsk: mayAsk)
        }
        changed(offer.changes)
        return offer
    }

    /// Does what a person asks for; where they did not say what they want of files that exist, they are asked.
    func apply(_ choice: Choice?) async throws(ResponseError) {
        let job = job
        let shown = await connection.read { $0.jobs.shownChanges.removeValue(forKey: job) }
        let (changes, mayAsk) = try await claimed(within: Application.claimPatience) {
            () async throws -> (JobChanges, Bool) in
            let editor = await editorTexts()
            let changes = try await plan(isAsked: true, editor)
            try await application.note(changes)
            switch choice {
            case .all:
                // What stands otherwise in the folder than it was shown, nobody has agreed to: it is asked about anew.
                let agreed = changes.changes.filter { change in shown?.contains { $0.isSame(as: change) } ?? true }
                try await bring(agreed, editor)
                if agreed.count < changes.changes.count {
                    changed(changes)
                    return (try await plan(isAsked: true, await editorTexts()), true)
                }
            case .new:
                try await bring(changes.new, editor)
                try await leave(changes.notNew.map(\.file))
            case .nothing: try await leave(changes.changes.map(\.file) + changes.left.filter { $0.state == .offered })
            case nil where changes.asking.isEmpty: try await bring(changes.free, editor)
            case nil where editor.confirms:
                try await edit(changes.changes.filter { $0.kind != .remove || editor.deletesFiles }, editor)
            case nil: return (changes, true)
            }
            return (changes, false)
        }
        if mayAsk { try await ask(about: changes) }
        changed(changes)
    }

    /// What bringing in the files would do now.
    func preview() async throws(ResponseError) -> JobChanges {
        do {
            return try await plan(isAsked: true, await editorTexts())
        } catch {
            throw Self.failure(error)
        }
    }

    // MARK: - Looking

    private func plan(isAsked: Bool, _ editor: EditorTexts) async throws(RequestFailure) -> JobChanges {
        try await application.changes(of: job, isAsked: isAsked, in: disk) { path throws(WorkspaceError) in
            try current(path, editor)
        }
    }

    func current(_ path: ProjectPath, _ editor: EditorTexts) throws(WorkspaceError) -> [UInt8]? {
        try disk.refuseLinks(on: path)
        if let text = editor.texts[path] { return text }
        return try disk.read(path)?.bytes
    }

    func editorTexts() async -> EditorTexts {
        let folder = disk
        return await connection.read { EditorTexts($0.snapshot, in: folder) }
    }

    /// Has the right to the job's files meanwhile; another program is waited for as long as `patience` says.
    ///
    /// - Throws: `conflict` while another program brings the same job's files in.
    func claimed<Value>(
        within patience: Duration = .zero, _ body: () async throws -> Value
    ) async throws(ResponseError) -> Value {
        guard let claim = await application.claimEdits(of: job, within: patience) else {
            throw .failed("conflict", "Another editor or the command line brings these files in. Look at the folder.")
        }
        defer { claim.end() }
        do {
            // Only now is nobody else writing these files.
            try await application.settleInterrupted(of: job, in: disk)
            return try await body()
        } catch {
            throw Self.failure(error)
        }
    }

    private static func failure(_ error: any Error) -> ResponseError {
        switch error {
        case let error as RequestFailure: ResponseError(error)
        case let error as ResponseError: error
        default: .failed("unavailable", "The files were not brought into the folder: \("\(error)".asSentence)")
        }
    }

    func changed(_ changes: JobChanges) {
        folder.mirror.filesChanged(changes.changes.map(\.path))
        connection.perform { $0.documentsOutdated() }
    }

    // MARK: - Doing

    /// Brings in what was agreed to: documents through the editor, all else on the disk.
    private func bring(_ changes: [JobChange], _ editor: EditorTexts) async throws {
        let shown = changes.filter { editor.texts[$0.path] != nil && $0.result != nil && editor.applies }
        let paths = Set(shown.map(\.path))
        _ = try await application.write(
            changes.filter { !paths.contains($0.path) }, into: disk, agreedBy: Self.agreedBy)
        try await edit(shown, editor, needsConfirmation: false)
    }

    private func leave(_ files: [JobFile]) async throws(RequestFailure) {
        try await application.move(
            files.map { $0.with(reason: JobFile.leftOut) }, to: .refused, from: Application.agreeable)
    }

    /// One edit for the editor to show and apply; what it says it did is checked.
    private func edit(
        _ changes: [JobChange], _ editor: EditorTexts, needsConfirmation: Bool = true
    ) async throws {
        let files = changes.map { change in
            change.file.agreed(by: Self.agreedBy, change, in: disk)
        }
        let mine = try await application.move(files, to: .writing, from: Application.agreeable)
        let agreed = zip(changes, files).filter { mine.contains($0.0.path) }
        guard !agreed.isEmpty else { return }
        let edits = agreed.map(\.0).map {
            EditorChange(path: $0.path, current: $0.current, result: $0.result, starter: $0.starter)
        }
        let (isApplied, reason) = await send(edits, editor, needsConfirmation: needsConfirmation)
        let now = await editorTexts()
        var moves: [JobFile.State: [JobFile]] = [:]
        var unsaved: [UnsavedEdit] = []
        for (change, file) in agreed {
            // An editor that stopped half way has made some of the changes, whatever it answers.
            let onDisk = (try? disk.read(change.path))?.bytes
            let text = now.texts[change.path] ?? onDisk
            if text == change.result, onDisk == change.result {
                moves[.applied, default: []].append(file)
            } else if text == change.result {
                moves[.shown, default: []].append(file)
                unsaved.append(UnsavedEdit(edits: self, file: file, disk: onDisk))
            } else if isApplied, text != change.current {
                moves[.refused, default: []].append(file.with(reason: Self.misplaced))
            } else {
                moves[.refused, default: []].append(file.with(reason: reason))
            }
        }
        for (state, files) in moves { try await application.move(files, to: state, from: [.writing]) }
        await waitForSave(of: unsaved)
    }

    /// - Returns: Whether the editor says that it applied the edit, and what it says where it did not.
    func send(
        _ edits: [EditorChange], _ editor: EditorTexts, needsConfirmation: Bool
    ) async -> (isApplied: Bool, reason: String) {
        guard disk.isInPlace else { return (false, ProjectFolder.otherInPlace) }
        let edit = JobWorkspaceEdit(
            changes: edits, editor: editor, folder: disk, needsConfirmation: needsConfirmation)
        let answer = try? await connection.request(
            "workspace/applyEdit",
            ["label": "CodeForge: bring in generated files", "edit": edit.json] as JSONValue)
        let isApplied = answer?["applied"]?.bool == true
        guard isApplied else { return (false, answer?["failureReason"]?.string ?? "not taken in the editor") }
        let folder = disk
        await connection.wait { session in
            let shown = EditorTexts(session.snapshot, in: folder).texts
            return edits.allSatisfy { edit in shown[edit.path].map { $0 == edit.result } ?? true }
        }
        return (true, "not taken in the editor")
    }

    /// The editor shows the changes and has not saved them: until then the disk says nothing about the files.
    func waitForSave(of edits: [UnsavedEdit]) async {
        guard !edits.isEmpty else { return }
        let folder = disk
        let closed = await connection.read { session in
            let shown = EditorTexts(session.snapshot, in: folder).texts
            for edit in edits where shown[edit.file.path] != nil {
                session.jobs.unsavedEdits[folder.absolutePath(of: edit.file.path)] = edit
            }
            return edits.filter { shown[$0.file.path] == nil }
        }
        // What was closed or saved before anybody looked out for it is seen here.
        for edit in closed { await edit.settleClosed() }
        for edit in edits where await edit.settle() {
            _ = await connection.read { $0.jobs.unsavedEdits[folder.absolutePath(of: edit.file.path)] = nil }
        }
    }
}

extension JobFile {
    func with(reason: String) -> JobFile {
        var file = self
        file.reason = reason
        return file
    }
}

extension ClientConnection {
    /// Has the loop look something up.
    func read<Value: Sendable>(_ body: @escaping @Sendable (inout Session) -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            perform { session in continuation.resume(returning: body(&session)) }
        }
    }

    /// Waits until the client has told of something that it did, at most a second.
    ///
    /// A client may answer that it applied an edit before it tells of the change: Neovim 0.7 gathers changes.
    func wait(until condition: @escaping @Sendable (inout Session) -> Bool) async {
        for _ in 0..<50 {
            if await read(condition) { return }
            try? await Task.sleep(for: .milliseconds(20))
        }
    }
}
