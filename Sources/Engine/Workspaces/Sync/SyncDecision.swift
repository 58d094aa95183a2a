/// What to do about one path, from what stands on the disk, in the store, and what both held when they last agreed.
///
/// A pure function: every case of "who changed what" is a line of it.
enum SyncDecision: Sendable, Hashable {
    /// Both sides are as they were.
    case nothing
    /// Save the disk's content as a new row.
    case insert
    /// Save the disk's content as the row's next version.
    case update
    /// Both changed, or met for the first time: equal contents agree, different ones are a conflict.
    case compare
    /// Bring the store's content to the workspace.
    case bringToDisk
    /// Remove the file, which another writer deleted.
    case removeFromDisk
    /// Delete the row, whose file is gone or no longer mirrored.
    case deleteRow
    /// Forget what was agreed; both are gone.
    case forget

    /// What a side holds, compared with what was agreed.
    enum Side: Sendable, Hashable {
        case absent
        case unchanged
        case changed
    }

    /// What stands on the disk; a file that is there but must not be mirrored is neither absent nor content.
    enum Disk: Sendable, Hashable {
        case file(Side)
        case leftOut
    }

    init(disk: Disk, row: Side, wasSynced: Bool) {
        self =
            switch (disk, row, wasSynced) {
            case (.leftOut, .unchanged, _): .deleteRow
            // The store has something of another writer's, the workspace keeps its own: neither touches the other.
            case (.leftOut, _, let wasSynced): wasSynced ? .forget : .nothing

            case (.file(.absent), .absent, let wasSynced): wasSynced ? .forget : .nothing
            case (.file(.absent), .unchanged, _): .deleteRow
            // Deleted here and changed there: the change is work that would be lost.
            case (.file(.absent), .changed, _): .bringToDisk

            case (.file(.unchanged), .absent, _): .removeFromDisk
            case (.file(.unchanged), .unchanged, _): .nothing
            case (.file(.unchanged), .changed, _): .bringToDisk

            // Deleted there and changed here: kept, as a new file.
            case (.file(.changed), .absent, _): .insert
            case (.file(.changed), .unchanged, _): .update
            case (.file(.changed), .changed, _): .compare
            }
    }
}
