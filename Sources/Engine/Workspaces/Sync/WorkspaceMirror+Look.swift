import Models
import Storage

/// One look: find out what changed on either side, decide, carry out.
extension WorkspaceMirror {
    /// Files of one transaction, and their bytes.
    private static let batchFiles = 512
    private static let batchBytes = 8 << 20
    /// How long a file stays away before it counts as deleted: many editors save by moving the old file aside first.
    private static let absence = Duration.milliseconds(50)

    func look(_ asked: MirrorScope) async {
        // What an earlier look could not keep is nowhere noted but on the disk.
        var scope: MirrorScope = missedBecause != nil && asked != .rows ? .everything : asked
        // A file that comes now may be one that went a moment ago.
        if case .paths(let paths) = scope { scope = .paths(paths + missing.subtracting(paths).sorted()) }
        do throws(StoreError) {
            guard try await mayMirror(&scope) else { return }
            var pass = try await load(scope)
            do throws(SystemError) {
                try pass.walkDisk(of: folder, limits: limits(of: pass))
            } catch {
                // Nothing is concluded from a folder that cannot be read, least of all that its files are gone.
                return lookFailed("The folder \(folder.path) cannot be read: \(error).")
            }
            if scope == .everything {
                for path in folder.clearOwnLeftovers() { pass.keep(path) }
            }
            guard FolderIdentity.holds(workspace) else {
                return lookFailed("Another folder stands at \(folder.path) now. Open it again to work in it.")
            }
            if let doubt = sizeDoubt(of: pass) { return await refuse(doubt) }
            let summary = try await carryOut(pass)
            if scope == .everything { finishLook(summary) }
        } catch {
            lookFailed("\(error)", isLasting: error.isLasting)
        }
    }

    private func load(_ scope: MirrorScope) async throws(StoreError) -> MirrorPass {
        if case .paths(let paths) = scope {
            let agreed = try await store.syncedFiles(in: workspace.id, below: paths, as: caller)
            let rows = try await store.files(in: workspace.projectID, below: paths, as: caller)
            let unsynced = UnsyncedRow.differences(between: agreed, and: rows)
            return MirrorPass(scope: scope, agreed: agreed, unsynced: unsynced)
        }
        let agreed = scope == .rows ? [] : try await store.syncedFiles(in: workspace.id, as: caller)
        return MirrorPass(
            scope: scope, agreed: agreed, unsynced: try await store.unsyncedRows(in: workspace.id, as: caller))
    }

    private func carryOut(_ pass: MirrorPass) async throws(StoreError) -> MirrorSummary {
        var summary = MirrorSummary()
        summary.files = pass.walk.files
        summary.report = pass.walk
        var gone = GoneFiles(of: pass, in: folder)
        var batch = MirrorBatch()
        var passing: [ProjectPath] = []
        for found in pass.changedFiles {
            if pass.scope == .everything, pass.agreed[found.path] == nil, found.stamp.isYoung {
                passing.append(found.path)
            }
            switch DiskText.read(found.path, in: folder, limits: limits) {
            case .text(let disk): await add(found.path, disk, of: pass, renamedFrom: &gone, to: &batch, &summary)
            case .leftOut: await add(found.path, nil, of: pass, renamedFrom: &gone, to: &batch, &summary)
            // What was agreed stays: the file may be readable, and unchanged, in a moment.
            case .unreadable: summary.report.skip(.unreadable, found.path.text)
            }
            if batch.saves.count >= Self.batchFiles || batch.bytes >= Self.batchBytes {
                try await commit(&batch, &summary)
            }
        }
        try await addUnseen(of: pass, gone, to: &batch)
        for path in pass.pathsOfRows {
            addRow(at: path, of: pass, to: &batch)
            if batch.saves.count >= Self.batchFiles || batch.bytes >= Self.batchBytes {
                try await commit(&batch, &summary)
            }
        }
        try await commit(&batch, &summary)
        lookAgainLater(at: Array(passing.prefix(Self.batchFiles)))
        return summary
    }

    /// Decides on files that the walk did not come by.
    private func addUnseen(
        of pass: MirrorPass, _ gone: GoneFiles, to batch: inout MirrorBatch
    ) async throws(StoreError) {
        let unseen = pass.unseen.compactMap { file -> (file: SyncedFile, disk: SyncDecision.Disk)? in
            guard !gone.isRenamed(file.path) else { return nil }
            return gone.standing(of: file.path, isCutShort: pass.walk.isCutShort).map { (file, $0) }
        }
        if pass.scope == .everything { missing = [] }
        let absent = unseen.filter { $0.disk == .file(.absent) }.map(\.file.path)
        if !absent.isEmpty { try? await Task.sleep(for: Self.absence) }
        let awaited = pass.scope == .everything || absent.isEmpty ? [] : try await dismissedPaths()
        for (file, disk) in unseen {
            if disk == .file(.absent), folder.presence(of: file.path.text) != .absent {
                lookAgain(at: [file.path])
                continue
            }
            if awaited.contains(file.path), !latelyCame.contains(file) {
                missing.insert(file.path)
                // It may stand under a name that nobody tells of, or come under one.
                beginSoon(.everything)
                continue
            }
            let decision = SyncDecision(disk: disk, row: pass.row(at: file.path), wasSynced: true)
            batch.add(file.path, decision, disk: nil, agreed: file)
        }
    }

    /// The files in which something was dismissed: before their rows go, the whole folder is looked at for them.
    func dismissedPaths() async throws(StoreError) -> Set<ProjectPath> {
        Set(try await store.dismissedFindings(in: workspace.projectID, as: caller).compactMap(\.path))
    }

    /// Decides on a file that is not as agreed; a new file may be an old one under another name.
    private func add(
        _ path: ProjectPath, _ disk: DiskText?, of pass: MirrorPass, renamedFrom gone: inout GoneFiles,
        to batch: inout MirrorBatch, _ summary: inout MirrorSummary
    ) async {
        let agreed = pass.agreed[path]
        guard let disk else {
            let decision = SyncDecision(disk: .leftOut, row: pass.row(at: path), wasSynced: agreed != nil)
            return batch.add(path, decision, disk: nil, agreed: agreed)
        }
        let side: SyncDecision.Side = disk.equals(agreed) ? .unchanged : .changed
        let decision = SyncDecision(disk: .file(side), row: pass.row(at: path), wasSynced: agreed != nil)
        if decision == .insert, agreed == nil, let old = gone.take(matching: disk) {
            guard folder.presence(of: old.path.text) == .absent, let row = await rename(old, to: path) else {
                return batch.add(path, decision, disk: disk, agreed: agreed)
            }
            summary.renamed += 1
            return batch.addRenamed(disk, row: row, from: old)
        }
        if decision == .insert, agreed == nil {
            if let old = latelyGone.take(matching: disk.stat), old != path, folder.presence(of: old.text) == .absent {
                await moveDismissals(from: old, to: path)
            } else if pass.scope != .everything {
                latelyCame.note(path, disk.stat)
            }
        }
        batch.add(path, decision, disk: disk, agreed: agreed)
    }

    private func rename(_ old: SyncedFile, to path: ProjectPath) async -> ProjectFileInfo? {
        let row = try? await store.renameFile(
            old.path, to: path, expectedVersion: old.version, in: workspace.projectID, as: caller)
        guard let row else { return nil }
        expectChange(of: row.id)
        await moveDismissals(from: old.path, to: path)
        return row
    }

    /// What was dismissed in a file stays so under its new name.
    ///
    /// Dismissed there first: a crash in between leaves it dismissed at both names.
    func moveDismissals(from old: ProjectPath, to path: ProjectPath) async {
        do {
            let project = workspace.projectID
            for finding in try await store.dismissedFindings(in: project, as: caller) where finding.path == old {
                try await store.dismissFinding(
                    identity: finding.identity, ruleID: finding.ruleID, path: path, in: project, as: caller)
                try await store.restoreFinding(identity: finding.identity, path: old, in: project, as: caller)
            }
        } catch {
            report(.log("what was dismissed in \(old) is not in \(path): \(error)", isWarning: true))
        }
    }

    /// Decides on a path because of its row: the file was not walked, or is untouched as far as its time tells.
    private func addRow(at path: ProjectPath, of pass: MirrorPass, to batch: inout MirrorBatch) {
        let agreed = pass.agreed[path]
        let disk: SyncDecision.Disk
        var text: DiskText?
        switch DiskText.read(path, in: folder, limits: limits) {
        case .text(let found):
            text = found
            disk = .file(found.equals(agreed) ? .unchanged : .changed)
        case .leftOut:
            disk = folder.presence(of: path.text) == .absent ? .file(.absent) : .leftOut
        case .unreadable: return
        }
        // What the folder leaves out is not taken in because of a row.
        if text != nil, agreed == nil, !isMirrored(path) { return }
        let decision = SyncDecision(disk: disk, row: pass.row(at: path), wasSynced: agreed != nil)
        batch.add(path, decision, disk: text, agreed: agreed)
    }

    /// Whether a walk comes by the path.
    func isMirrored(_ path: ProjectPath) -> Bool {
        var walk = FolderWalk(of: folder, limits: limits)
        var isMirrored = false
        try? walk.run(at: path) { _ in isMirrored = true }
        return isMirrored
    }

    private func finishLook(_ summary: MirrorSummary) {
        for sentence in summary.report.sentences {
            report(.log(sentence, isWarning: summary.report.isWorthAWarning))
        }
        tellLimit(of: summary.report)
        tellKept(summary.report)
        if missedBecause != nil { report(.log("The folder \(folder.path) is mirrored again.", isWarning: false)) }
        missedBecause = nil
        report(.synced(summary))
    }

    /// Tells once a reason that nothing is kept at the moment, and tries again in a while where that may help.
    func lookFailed(_ reason: String, isLasting: Bool = false) {
        if missedBecause != reason { report(.stopped(reason, isLasting: isLasting)) }
        missedBecause = reason
        if !isLasting { retrySoon() }
    }
}
