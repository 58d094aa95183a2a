import Models
import Storage

/// Carries out what was decided.
extension WorkspaceMirror {
    /// Rows whose contents are in memory at a time.
    private static let contentsAtOnce = 64

    /// Does everything in the batch and empties it.
    func commit(_ batch: inout MirrorBatch, _ summary: inout MirrorSummary) async throws(StoreError) {
        var done = batch
        batch = MirrorBatch()
        try await save(done.saves, &summary)
        if !done.compared.isEmpty || !done.brought.isEmpty {
            held = try await HeldFiles(in: workspace.projectID, store: store, caller: caller)
        }
        try await compare(done.compared, &done, &summary)
        try await bring(done.brought, &done, &summary)
        removeFromDisk(done.removed, &done, &summary)
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
                conflicts[save.path] = nil
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

    /// Both sides changed: equal contents agree, different ones are told.
    private func compare(
        _ files: [DiskText], _ batch: inout MirrorBatch, _ summary: inout MirrorSummary
    ) async throws(StoreError) {
        guard !files.isEmpty else { return }
        let rows = try await contents(of: files.map(\.path))
        let agreed = try await agreements(at: files.map(\.path))
        for disk in files {
            let known = agreed[disk.path]
            // Without a row, or where another editor of this folder brought the row about just now: begin again.
            guard let row = rows[disk.path], !row.isAgreed(known) || row.content == disk.text else {
                lookAgain(at: [disk.path])
                continue
            }
            if row.content == disk.text {
                batch.remember(disk, row.info)
                conflicts[disk.path] = nil
            } else if !held.contains(disk.path) {
                // The file may have been read before it was saved, and let in by that before `held` was.
                guard DiskText(disk.path, in: folder, limits: limits)?.text == disk.text else {
                    lookAgain(at: [disk.path])
                    continue
                }
                tell(
                    FileConflict(
                        path: disk.path, workspaceContent: disk.text, storeContent: row.content,
                        storeVersion: row.version, baseVersion: known?.version),
                    &summary)
            }
        }
    }

    private func tell(_ conflict: FileConflict, _ summary: inout MirrorSummary) {
        summary.conflicts += 1
        if conflicts.updateValue(conflict, forKey: conflict.path) != conflict { report(.conflict(conflict)) }
    }

    /// Brings other writers' changes to the workspace.
    private func bring(
        _ paths: [ProjectPath], _ batch: inout MirrorBatch, _ summary: inout MirrorSummary
    ) async throws(StoreError) {
        for start in stride(from: 0, to: paths.count, by: Self.contentsAtOnce) {
            let part = Array(paths[start..<min(start + Self.contentsAtOnce, paths.count)])
            let rows = try await contents(of: part)
            let agreed = try await agreements(at: part)
            for path in part {
                guard let row = rows[path] else { continue }
                if row.isAgreed(agreed[path]) {
                    lookAgain(at: [path])
                } else {
                    bring(row, agreed[path], &batch, &summary)
                }
            }
        }
    }

    private func bring(
        _ row: ProjectFile, _ agreed: SyncedFile?, _ batch: inout MirrorBatch, _ summary: inout MirrorSummary
    ) {
        let disk = DiskText(row.path, in: folder, limits: limits)
        if let disk, disk.text == row.content {
            return batch.remember(disk, row.info)
        }
        if held.contains(row.path) { return }
        if let disk, !disk.equals(agreed) {
            return tell(
                FileConflict(
                    path: row.path, workspaceContent: disk.text, storeContent: row.content,
                    storeVersion: row.version, baseVersion: agreed?.version), &summary)
        }
        if disk == nil, folder.presence(of: row.path.text) != .absent { return }
        if openFiles.contains(row.path) {
            return offer(
                StoreFileChange(
                    path: row.path, content: row.content, diskContent: disk?.text, version: row.version))
        }
        do throws(WorkspaceError) {
            try folder.write(row.path, row.content.utf8)
            summary.brought += 1
            unwritten.remove(row.path)
            remember(row, &batch)
        } catch {
            diskRefused(row.path, "A change of another writer was not brought to the folder.", error)
        }
    }

    /// Notes that disk and row agree, unless the folder leaves the file out: it is not mirrored back then.
    private func remember(_ row: ProjectFile, _ batch: inout MirrorBatch) {
        var walk = FolderWalk(of: folder, limits: limits)
        var isMirrored = false
        try? walk.run(at: row.path) { _ in isMirrored = true }
        guard isMirrored, let disk = DiskText(row.path, in: folder, limits: limits) else {
            return batch.forget(row.path)
        }
        // Somebody may have written since; then the next look finds a content that was not agreed.
        if disk.text == row.content { batch.remember(disk, row.info) }
    }

    private func removeFromDisk(
        _ files: [SyncedFile], _ batch: inout MirrorBatch, _ summary: inout MirrorSummary
    ) {
        for file in files {
            let disk = DiskText(file.path, in: folder, limits: limits)
            guard disk == nil || disk?.equals(file) == true else {
                lookAgain(at: [file.path])
                continue
            }
            if openFiles.contains(file.path), let disk {
                offer(
                    StoreFileChange(
                        path: file.path, content: nil, diskContent: disk.text, version: file.version + 1))
                continue
            }
            do throws(WorkspaceError) {
                if disk != nil { try folder.remove(file.path) }
                summary.removed += 1
                unwritten.remove(file.path)
                batch.forget(file.path)
            } catch {
                diskRefused(file.path, "A file that another writer deleted stays.", error)
            }
        }
    }

    /// Tells the first file that the folder does not take, logs the others, and tries again where that may help.
    private func diskRefused(_ path: ProjectPath, _ consequence: String, _ error: WorkspaceError) {
        if case .system = error { retrySoon() }
        let isFirst = unwritten.isEmpty
        guard unwritten.insert(path).inserted else { return }
        report(isFirst ? .notice("\(consequence) \(error)") : .log("\(consequence) \(error)", isWarning: true))
    }

    private func offer(_ change: StoreFileChange) {
        guard offered.updateValue(change.version, forKey: change.path) != change.version else { return }
        report(.storeChanged(change))
    }

    private func deleteRows(
        of files: [SyncedFile], _ batch: inout MirrorBatch, _ summary: inout MirrorSummary
    ) async throws(StoreError) {
        guard !files.isEmpty else { return }
        let deleted = try await store.deleteFiles(
            files.map { ($0.path, $0.version) }, in: workspace.projectID, as: caller)
        for (file, row) in zip(files, deleted) {
            if let row {
                expectChange(of: row)
                summary.removed += 1
                batch.forget(file.path)
            } else {
                // Another writer came first: look at both sides as they are now.
                lookAgain(at: [file.path])
            }
        }
    }

    private func contents(of paths: [ProjectPath]) async throws(StoreError) -> [ProjectPath: ProjectFile] {
        let rows = try await store.contents(of: paths, in: workspace.projectID, as: caller)
        return Dictionary(rows.map { ($0.path, $0) }) { $1 }
    }

    /// What is agreed now, which another editor of this folder may have changed since the look began.
    private func agreements(at paths: [ProjectPath]) async throws(StoreError) -> [ProjectPath: SyncedFile] {
        let files = try await store.syncedFiles(in: workspace.id, below: paths, as: caller)
        return Dictionary(files.map { ($0.path, $0) }) { $1 }
    }
}

extension ProjectFile {
    /// Whether the row is what a folder agreed with.
    fileprivate func isAgreed(_ agreed: SyncedFile?) -> Bool {
        agreed?.fileID == id && agreed?.version == version
    }
}
