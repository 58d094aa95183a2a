import Engine
import Models

/// A change of a job that an editor took over into a document, whose file is still what it was.
struct UnsavedEdit: Sendable {
    let edits: JobEdits
    let file: JobFile
    /// What the file held when the editor took the change over.
    let disk: [UInt8]?
    /// Whether the change takes back what the job did.
    var isUndo = false

    /// Looks at what was saved: the change, whatever a person made of it, or the text without it.
    ///
    /// - Returns: Whether anything was saved.
    func settle() async -> Bool {
        let saved = (try? edits.disk.read(file.path))?.bytes
        guard saved != disk else { return false }
        let isTakenBack = saved == file.before.map { Array($0.utf8) }
        do {
            if isUndo {
                if isTakenBack { try await edits.application.noteUndone([file]) }
            } else {
                try await edits.application.move(
                    [isTakenBack ? file.with(reason: "taken back in the editor") : file],
                    to: isTakenBack ? .refused : .applied, from: [.shown])
            }
        } catch {
            return false
        }
        edits.folder.mirror.filesChanged([file.path])
        return true
    }

    /// The document was closed: what is not on the disk by now was discarded, and that is a decision.
    ///
    /// Discarding an undo leaves the job's file as it is.
    func settleClosed() async {
        if await settle() || isUndo { return }
        _ = try? await edits.application.move(
            [file.with(reason: "discarded in the editor")], to: .refused, from: [.shown])
    }
}

extension Session {
    /// Goes on with files of jobs that the editor held unsaved until now.
    mutating func settleSavedEdits(_ changes: [FileChange]) {
        guard !jobs.unsavedEdits.isEmpty else { return }
        let connection = snapshot.connection
        for change in changes where change.kind != .deleted {
            guard let path = change.path.flatMap(absolutePath), let edit = jobs.unsavedEdits[path] else { continue }
            Task {
                guard await edit.settle() else { return }
                connection.perform { session in
                    session.jobs.unsavedEdits[path] = nil
                    session.documentsOutdated()
                }
            }
        }
    }

    /// A document was closed: what a job changed in it is saved by now, or discarded.
    mutating func forgetUnsavedEdit(of document: OpenDocument) {
        guard !jobs.unsavedEdits.isEmpty, let path = document.path.flatMap(absolutePath),
            let edit = jobs.unsavedEdits.removeValue(forKey: path)
        else { return }
        let connection = snapshot.connection
        Task {
            await edit.settleClosed()
            connection.perform { $0.documentsOutdated() }
        }
    }

    /// A file of an open folder by the folder's own path, whichever the client uses.
    private func absolutePath(of path: String) -> String? {
        OpenFolder.containing(path, among: snapshot.openFolders).map {
            $0.folder.mirror.folder.absolutePath(of: $0.file)
        }
    }
}
