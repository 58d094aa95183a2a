import Models
import Storage

/// What a person decided.
extension WorkspaceMirror {
    /// Takes the store's version as known, so that what the folder holds is based on it.
    func acknowledge(_ path: ProjectPath, version: Int) async {
        offered[path] = nil
        do throws(StoreError) {
            guard let disk = DiskText(path, in: folder, limits: limits),
                let row = try await store.contents(of: [path], in: workspace.projectID, as: caller).first,
                row.version == version
            else { return lookAgain(at: [path]) }
            let known = SyncedFile(path: path, fileID: row.id, version: version, stat: disk.stat)
            try await store.recordSynced([known], forgetting: [], in: workspace.id, as: caller)
        } catch {
            // The next look that can be kept offers the change again, where that is still to be decided.
            lookFailed("\(error)", isLasting: error.isLasting)
        }
    }

    /// Ends a conflict in favour of one version; does nothing when it is over already.
    func resolve(_ path: ProjectPath, keeping choice: FileConflict.Choice) async {
        guard let conflict = conflicts.removeValue(forKey: path) else { return }
        switch choice {
        case .workspace: await keepWorkspace(conflict)
        case .store: keepStore(conflict)
        }
    }

    /// Saves the disk's content as the version after the store's, if that is still the one that was refused.
    private func keepWorkspace(_ conflict: FileConflict) async {
        guard let disk = DiskText(conflict.path, in: folder, limits: limits) else {
            return lookAgain(at: [conflict.path])
        }
        var batch = MirrorBatch()
        batch.save(disk, base: .version(conflict.storeVersion))
        var summary = MirrorSummary()
        do throws(StoreError) {
            try await commit(&batch, &summary)
        } catch {
            // The next look that can be kept finds the conflict again, and asks again.
            lookFailed("\(error)", isLasting: error.isLasting)
        }
    }

    /// Replaces the disk's content by the store's, through the editor where it shows the file.
    private func keepStore(_ conflict: FileConflict) {
        guard let disk = DiskText(conflict.path, in: folder, limits: limits),
            disk.text == conflict.workspaceContent
        else { return lookAgain(at: [conflict.path]) }
        if openFiles.contains(conflict.path) {
            offered[conflict.path] = conflict.storeVersion
            return report(
                .storeChanged(
                    StoreFileChange(
                        path: conflict.path, content: conflict.storeContent, diskContent: disk.text,
                        version: conflict.storeVersion)))
        }
        do throws(WorkspaceError) {
            try folder.write(conflict.path, conflict.storeContent.utf8)
        } catch {
            report(.notice("The other version of \(conflict.path) was not written. \(error)"))
        }
        lookAgain(at: [conflict.path])
    }
}
