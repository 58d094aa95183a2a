import Engine
import JSON
import JSONRPC
import LanguageServerProtocol
import Models

/// What the session has done by the store, which is never waited for.
extension Session {
    /// How long after `initialized` the store is opened: the first documents come before.
    private static let patience = Duration.milliseconds(30)

    /// How long after a folder could not be opened it is tried again.
    private static let retryPause = Duration.seconds(5)

    /// Opens the store in the background, a moment after the first documents are there.
    mutating func openApplicationSoon() {
        after(Self.patience) { $0.openApplication() }
    }

    /// Opens the store now, because somebody needs it.
    mutating func openApplication() {
        guard !snapshot.application.isOpening, phase == .initialized else { return }
        snapshot.application.open(options.database)
        let (access, connection) = (snapshot.application, snapshot.connection)
        Task {
            do throws(ResponseError) {
                // Each stretch of the start runs other code: that of one is given back before the next.
                ProgramPages.release()
                let application = try await access.value()
                ProgramPages.release()
                connection.perform { $0.applicationOpened(application) }
            } catch {
                connection.perform { $0.show(.warning, error.message) }
            }
        }
    }

    private mutating func applicationOpened(_ application: Application) {
        databasePath = application.databasePath
        if let reason = application.memoryReason { show(.warning, reason) }
        for folder in snapshot.folders { open(folder, in: application) }
        settleSoon()
        followJobs(application)
        readModesAbove()
        for work in afterOpening { work(&self, application) }
    }

    // MARK: - Folders

    /// Folders were opened or closed in the editor.
    mutating func foldersChanged() {
        let addresses = Set(snapshot.folders.map { DocumentURI(folder: $0.uri) })
        let closed = snapshot.openFolders.filter { !addresses.contains(DocumentURI(folder: $0.uri)) }
        for folder in closed {
            folder.mirror.stop()
            snapshot.projects[folder.uri] = nil
            jobs.watches[folder.uri] = nil
        }
        snapshot.openFolders.removeAll { folder in closed.contains { $0.uri == folder.uri } }
        readModes()
        guard snapshot.application.isOpening else { return }
        let (access, connection, folders) = (snapshot.application, snapshot.connection, snapshot.folders)
        Task {
            guard let application = try? await access.value() else { return }
            connection.perform { session in for folder in folders { session.open(folder, in: application) } }
        }
    }

    /// Finds the folder's project and begins to mirror the folder, unless that has happened.
    private mutating func open(_ folder: LanguageServerProtocol.WorkspaceFolder, in application: Application) {
        guard let path = DocumentURI(folder.uri).path,
            openingFolders.insert(DocumentURI(folder: folder.uri)).inserted
        else { return }
        let connection = snapshot.connection
        let known = snapshot.dismissals.written
        Task {
            do {
                let mirror = try await application.mirror(of: ProjectFolder(path: path)) { event in
                    connection.perform { $0.mirrorReported(event, of: folder.uri) }
                }
                let dismissed = try await application.dismissedFindings(in: mirror.workspace.projectID)
                let isTrusted = try await application.isTrusted(mirror.workspace)
                connection.perform { session in
                    let opened = OpenFolder(uri: folder.uri, mirror: mirror)
                    session.begin(opened, dismissed: dismissed, knowing: known)
                    if isTrusted { session.folderTrusted(path, true) }
                    session.takeDocuments(in: opened)
                    session.offerEarlierFiles(in: opened, application)
                    session.tellWaitingJobs(of: opened, application)
                    session.attendTeam(of: opened, application)
                }
                await mirror.run()
            } catch {
                connection.perform { session in
                    session.openingFolders.remove(DocumentURI(folder: folder.uri))
                    session.openingFailed(folder, "\(error)", application)
                }
            }
        }
    }

    private mutating func openingFailed(
        _ folder: LanguageServerProtocol.WorkspaceFolder, _ reason: String, _ application: Application
    ) {
        guard snapshot.folders.contains(where: { $0.uri == folder.uri }) else { return }
        if mirrorStates[folder.uri]?.stopReason != reason { mirrorStopped(reason, isLasting: false, of: folder.uri) }
        after(Self.retryPause) { session in
            guard session.snapshot.folders.contains(where: { $0.uri == folder.uri }) else { return }
            session.open(folder, in: application)
        }
    }

    private mutating func begin(
        _ folder: OpenFolder, dismissed: [DismissedFinding], knowing known: [Dismissals.Key: Int]
    ) {
        // The editor may have closed the folder meanwhile.
        guard snapshot.folders.contains(where: { $0.uri == folder.uri }) else {
            openingFolders.remove(DocumentURI(folder: folder.uri))
            return folder.mirror.stop()
        }
        snapshot.openFolders.append(folder)
        // Documents that are open by another name than their folder, through a link, are known for its files now.
        let isElsewhere = snapshot.documents.all.contains { snapshot.dismissalPlace(of: $0) != $0.place }
        if isElsewhere, !snapshot.dismissals.isEmpty { refreshDiagnostics() }
        take(dismissed, of: folder, knowing: known)
        // Somebody may have changed it since it was read, and before changes were heard of.
        readDismissals(of: folder)
    }

    // MARK: - Files

    /// The mirrors of the folders follow.
    mutating func filesChanged(_ changes: [FileChange]) {
        if changes.contains(where: { $0.path.map(snapshot.isSettingsFile) ?? false }) { readSettingsFiles() }
        followRuleFiles(changes)
        decisionsChanged(changes)
        for folder in snapshot.openFolders {
            folder.mirror.filesChanged(
                changes.compactMap { $0.path.flatMap(folder.mirror.folder.relativePath) })
        }
        updateFileDiagnostics(changes)
        settleSavedEdits(changes)
        readSavedDocuments(changes)
    }
}
