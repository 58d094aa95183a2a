import Engine
import LanguageServerProtocol
import Models

/// Following what is dismissed in the projects of the open folders, by whichever program.
extension Session {
    /// Reads again what is dismissed in a folder: somebody has changed it, or may have.
    mutating func readDismissals(of folder: OpenFolder) {
        guard dismissalReads.begin(folder.uri, (), unless: { true }) else { return }
        beginReadingDismissals(of: folder)
    }

    private mutating func beginReadingDismissals(of folder: OpenFolder) {
        let known = snapshot.dismissals.written
        let (access, connection) = (snapshot.application, snapshot.connection)
        Task {
            let found = try? await access.value().dismissedFindings(in: folder.mirror.workspace.projectID)
            connection.perform { session in
                // Where the store could not be read, it is when it is looked at next.
                if let found { session.take(found, of: folder, knowing: known) }
                if session.dismissalReads.end(folder.uri) != nil { session.beginReadingDismissals(of: folder) }
            }
        }
    }

    /// Has a document's folder looked at where a file is gone in which something was dismissed: this may be that file.
    mutating func followRenamedFile(_ document: OpenDocument) {
        guard !snapshot.dismissals.isEmpty, let path = document.path,
            let (folder, _) = OpenFolder.containing(path, among: snapshot.openFolders)
        else { return }
        folder.mirror.documentOpened()
    }

    /// Shows what the store has; `known` is what of this session's decisions it had when it was read.
    mutating func take(_ found: [DismissedFinding], of folder: OpenFolder, knowing known: [Dismissals.Key: Int]) {
        let keys = found.map { dismissed in
            Dismissals.Key(
                place: dismissed.path.map { folder.mirror.folder.absolutePath(of: $0) } ?? folder.uri,
                identity: dismissed.identity)
        }
        if snapshot.dismissals.replace(of: folder.uri, with: Set(keys), knowing: known) { refreshDiagnostics() }
    }

    /// Follows a decision that the store has taken.
    mutating func dismissalWritten(_ key: Dismissals.Key, isDismissed: Bool, in project: RowID) {
        if isDismissed, let now = snapshot.dismissals.takeOvertaken(key) {
            return storeMove(from: key.place, to: now.place, [key: now])
        }
        snapshot.dismissals.wrote(key, isDismissed: isDismissed)
        readDismissals(in: project)
    }

    /// A file or a folder has another name in the editor: what was dismissed in it stays so, at once.
    ///
    /// Who finds a renamed file by its text needs to have seen it before, which a new project's mirror may not have.
    mutating func dismissalsMoved(from old: String, to new: String) {
        guard let old = DocumentURI(old).folderPath, let new = DocumentURI(new).folderPath, old != new else { return }
        let (from, to) = (snapshot.dismissalPlace(ofFileAt: old), snapshot.dismissalPlace(ofFileAt: new))
        let moves = snapshot.dismissals.move(from: from, to: to)
        if !moves.isEmpty { refreshDiagnostics() }
        storeMove(from: from, to: to, moves)
    }

    /// Has the store follow; `moves` is what of that is shown already.
    private mutating func storeMove(from old: String, to new: String, _ moves: [Dismissals.Key: Dismissals.Key]) {
        openApplication()
        let (snapshot, connection) = (snapshot, snapshot.connection)
        Task {
            do {
                guard let from = try await snapshot.keeper(ofFileAt: old),
                    let to = try await snapshot.keeper(ofFileAt: new), from.project == to.project
                else { return }
                try await from.application.moveDismissals(from: from.file, to: to.file, in: from.project)
                connection.perform { session in
                    for (key, now) in moves {
                        session.snapshot.dismissals.wrote(now, isDismissed: true)
                        session.snapshot.dismissals.wrote(key, isDismissed: false)
                    }
                    session.readDismissals(in: from.project)
                }
            } catch {
                connection.perform { $0.log.write(.warning, "dismissals were not moved", ["error": "\(error)"]) }
            }
        }
    }

    /// Somebody dismissed findings of a project, or took that back; or may have, in any project.
    mutating func readDismissals(in project: RowID? = nil) {
        for folder in snapshot.openFolders where project == nil || folder.mirror.workspace.projectID == project {
            readDismissals(of: folder)
        }
    }
}
