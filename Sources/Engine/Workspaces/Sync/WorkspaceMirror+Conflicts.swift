import Models
import Storage

/// What a person decided.
extension WorkspaceMirror {
    /// Takes the store's version as known, so that what the folder holds is an edit of it.
    func acknowledge(_ path: ProjectPath, version: Int) async {
        offered[path] = nil
        await keepWorkspace(path, version: version)
    }

    /// Ends a conflict in favour of one version; does nothing when it is over already.
    func resolve(_ path: ProjectPath, keeping choice: FileConflict.Choice) async {
        guard let conflict = conflicts.removeValue(forKey: path) else { return }
        switch choice {
        case .workspace:
            await keepWorkspace(path, version: conflict.storeVersion)
        case .store:
            await keepStore(conflict)
        }
    }

    /// Bases the disk's content on the store's version and saves it as the next one.
    private func keepWorkspace(_ path: ProjectPath, version: Int) async {
        do throws(StoreError) {
            guard let disk = DiskText(path, in: folder, limits: limits),
                let row = try await store.contents(of: [path], in: workspace.projectID, as: caller).first,
                row.version == version
            else { return lookAgain(at: [path]) }
            // A hash that no content has makes the next look see a changed file on an unchanged row.
            let stat = FileStat(
                sizeBytes: -1, modifiedNanoseconds: 0, inode: disk.stat.inode, hash: ~disk.stat.hash)
            let known = SyncedFile(path: path, fileID: row.info.id, version: version, stat: stat)
            try await store.recordSynced([known], forgetting: [], in: workspace.id, as: caller)
            lookAgain(at: [path])
        } catch {
            report(.notice("The choice for \(path) could not be kept. \(error)"))
        }
    }

    /// Replaces the disk's content by the store's, through the editor where it shows the file.
    private func keepStore(_ conflict: FileConflict) async {
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
