import Models
import Storage

/// One look: find out what changed on either side, decide, carry out.
extension WorkspaceMirror {
    /// Files of one transaction, and their bytes.
    private static let batchFiles = 512
    private static let batchBytes = 8 << 20

    func look(_ scope: MirrorScope) async {
        do throws(StoreError) {
            var pass = try await load(scope)
            do throws(SystemError) {
                try pass.walkDisk(of: folder, limits: limits)
            } catch {
                // Nothing is concluded from a folder that cannot be read, least of all that its files are gone.
                return report(.log("The folder \(folder.path) cannot be read: \(error)."))
            }
            let summary = try await carryOut(pass)
            if scope == .everything { finishLook(summary, of: pass) }
        } catch {
            report(.notice("The folder is not mirrored at the moment. \(error)"))
        }
    }

    private func load(_ scope: MirrorScope) async throws(StoreError) -> MirrorPass {
        if case .paths(let paths) = scope {
            let synced = try await store.syncedFiles(in: workspace.id, below: paths, as: caller)
            let rows = try await store.files(in: workspace.projectID, below: paths, as: caller)
            return MirrorPass(scope: scope, synced: synced, rows: rows)
        }
        let synced = try await store.syncedFiles(in: workspace.id, as: caller)
        let rows = try await store.files(in: workspace.projectID, as: caller)
        return MirrorPass(scope: scope, synced: synced, rows: rows)
    }

    private func carryOut(_ pass: MirrorPass) async throws(StoreError) -> MirrorSummary {
        var summary = MirrorSummary()
        summary.files = pass.walk.files
        var gone = GoneFiles(of: pass, in: folder)
        var batch = MirrorBatch()
        for found in pass.changedFiles {
            let disk = DiskText(found.path, in: folder, limits: limits)
            await add(found.path, disk, of: pass, renamedFrom: &gone, to: &batch, &summary)
            if batch.saves.count >= Self.batchFiles || batch.bytes >= Self.batchBytes {
                try await commit(&batch, &summary)
            }
        }
        for path in pass.unseen where !gone.isRenamed(path) {
            guard let disk = gone.standing(of: path, isCutShort: pass.walk.isCutShort) else { continue }
            let decision = SyncDecision(disk: disk, row: pass.row(at: path), wasSynced: true)
            batch.add(path, decision, disk: nil, agreed: pass.synced[path])
        }
        for path in pass.pathsOfRows {
            batch.add(path, decisionOnRow(at: path, of: pass), disk: nil, agreed: pass.synced[path])
        }
        try await commit(&batch, &summary)
        return summary
    }

    /// Decides on a file that is not as agreed; a new file may be an old one under another name.
    private func add(
        _ path: ProjectPath, _ disk: DiskText?, of pass: MirrorPass, renamedFrom gone: inout GoneFiles,
        to batch: inout MirrorBatch, _ summary: inout MirrorSummary
    ) async {
        let agreed = pass.synced[path]
        guard let disk else {
            let decision = SyncDecision(disk: .leftOut, row: pass.row(at: path), wasSynced: agreed != nil)
            return batch.add(path, decision, disk: nil, agreed: agreed)
        }
        let side: SyncDecision.Side = disk.equals(agreed) ? .unchanged : .changed
        let decision = SyncDecision(disk: .file(side), row: pass.row(at: path), wasSynced: agreed != nil)
        if decision == .insert, agreed == nil, let old = gone.take(matching: disk) {
            guard let row = await rename(old, to: path) else {
                return batch.add(path, decision, disk: disk, agreed: agreed)
            }
            summary.renamed += 1
            return batch.addRenamed(disk, row: row, from: old)
        }
        batch.add(path, decision, disk: disk, agreed: agreed)
    }

    private func rename(_ old: SyncedFile, to path: ProjectPath) async -> ProjectFileInfo? {
        let row = try? await store.renameFile(
            old.path, to: path, expectedVersion: old.version, in: workspace.projectID, as: caller)
        if let row { expectChange(of: row.id) }
        return row
    }

    private func decisionOnRow(at path: ProjectPath, of pass: MirrorPass) -> SyncDecision {
        let agreed = pass.synced[path]
        let disk: SyncDecision.Disk =
            if agreed != nil {
                // Not walked, or seen to be untouched; what the disk really holds is looked at before it is replaced.
                .file(.unchanged)
            } else {
                folder.presence(of: path.text) == .absent ? .file(.absent) : .leftOut
            }
        return SyncDecision(disk: disk, row: pass.row(at: path), wasSynced: agreed != nil)
    }

    private func finishLook(_ summary: MirrorSummary, of pass: MirrorPass) {
        var summary = summary
        summary.report = pass.walk
        for sentence in pass.walk.sentences { report(.log(sentence)) }
        tellLimit(of: pass.walk)
        report(.synced(summary))
    }
}
