import Models
import Storage

/// Carries out what was decided.
extension WorkspaceMirror {
    /// Does everything in the batch and empties it.
    func commit(_ batch: inout MirrorBatch, _ summary: inout MirrorSummary) async throws(StoreError) {
        var done = batch
        batch = MirrorBatch()
        try await save(done.saves, &summary)
        try await compare(done.compared, &done, &summary)
        try await deleteRows(of: done.deletedRows, &done, &summary)
        guard !done.remembered.isEmpty || !done.forgotten.isEmpty else { return }
        try await store.recordSynced(done.remembered, forgetting: done.forgotten, in: workspace.id, as: caller)
    }

    private func save(_ saves: [FileSave], _ summary: inout MirrorSummary) async throws(StoreError) {
        guard !saves.isEmpty else { return }
        let outcomes = try await store.saveFiles(
            saves, in: workspace.projectID, workspace: workspace.id, as: caller)
        var again: [ProjectPath] = []
        for (save, outcome) in zip(saves, outcomes) {
            switch outcome {
            case .saved(let row):
                expectChange(of: row.id)
                if row.version == 1 { summary.added += 1 } else { summary.updated += 1 }
            case .unchanged:
                break
            case .conflict:
                // Another writer came first: look at both sides as they are now.
                again.append(save.path)
            }
        }
        lookAgain(at: again)
    }

    /// The row is not what was agreed: equal contents agree; else the row follows the folder.
    ///
    /// Where the project has another folder too, that one may have written the row, and each keeps what it has.
    private func compare(
        _ files: [DiskText], _ batch: inout MirrorBatch, _ summary: inout MirrorSummary
    ) async throws(StoreError) {
        guard !files.isEmpty else { return }
        let found = try await store.contents(of: files.map(\.path), in: workspace.projectID, as: caller)
        let rows = Dictionary(found.map { ($0.path, $0) }) { $1 }
        let isOnlyFolder = try await store.workspaces(of: workspace.projectID, as: caller).count == 1
        var saves: [FileSave] = []
        for disk in files {
            if rows[disk.path]?.content == disk.text, let row = rows[disk.path] {
                batch.remember(disk, row.info)
            } else if isOnlyFolder {
                saves.append(disk.save(base: rows[disk.path].map { .version($0.version) } ?? .absent))
            } else {
                report(
                    .log("\(disk.path) differs between folders of one project; each keeps its own", isWarning: true))
            }
        }
        try await save(saves, &summary)
    }

    private func deleteRows(
        of files: [SyncedFile], _ batch: inout MirrorBatch, _ summary: inout MirrorSummary
    ) async throws(StoreError) {
        guard !files.isEmpty else { return }
        let deleted = try await store.deleteFiles(
            files.map { ($0.path, $0.version) }, in: workspace.projectID, as: caller)
        var (changed, gone) = ([SyncedFile](), [SyncedFile]())
        for (file, row) in zip(files, deleted) {
            if let row {
                expectChange(of: row)
                summary.removed += 1
                batch.forget(file.path)
                gone.append(file)
            } else {
                changed.append(file)
            }
        }
        try await followDismissals(in: gone)
        try await deleteChangedRows(of: changed, &batch, &summary)
    }

    /// What was dismissed in files that are gone goes along to where their text stands now.
    private func followDismissals(in gone: [SyncedFile]) async throws(StoreError) {
        guard !gone.isEmpty else { return }
        let dismissed = try await dismissedPaths()
        for file in gone {
            if dismissed.contains(file.path), let new = latelyCame.take(continuing: file),
                folder.presence(of: new.text) == .present
            {
                await moveDismissals(from: file.path, to: new)
                continue
            }
            latelyGone.note(file.path, file.stat)
        }
    }

    /// Another editor of the folder saved the file before it went away: its row goes too, unless it is another folder's.
    private func deleteChangedRows(
        of files: [SyncedFile], _ batch: inout MirrorBatch, _ summary: inout MirrorSummary
    ) async throws(StoreError) {
        guard !files.isEmpty else { return }
        let rows = try await store.files(in: workspace.projectID, below: files.map(\.path), as: caller)
        let isOnlyFolder = try await store.workspaces(of: workspace.projectID, as: caller).count == 1
        for file in files {
            batch.forget(file.path)
            guard isOnlyFolder, let row = rows.first(where: { $0.path == file.path }) else { continue }
            let isBack = DiskText(file.path, in: folder, limits: limits) != nil && isMirrored(file.path)
            let deleted =
                isBack
                ? []
                : try await store.deleteFiles(
                    [(file.path, row.version)], in: workspace.projectID, as: caller)
            if let identity = deleted.first ?? nil {
                expectChange(of: identity)
                summary.removed += 1
            } else {
                // Somebody wrote it in this moment: look at both sides as they are now.
                lookAgain(at: [file.path])
            }
        }
    }
}
