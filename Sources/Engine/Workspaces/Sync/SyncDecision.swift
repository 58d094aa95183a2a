import Models

/// What to note about one path, from what stands on the disk, in the store, and what both held when they last agreed.
///
/// A pure function: every case of "who changed what" is a line of it. The folder is the truth and the store only
/// takes note: no case writes or removes a file. A row that is missing says "not noted yet", nothing more.
enum SyncDecision: Sendable, Hashable {
    /// Both sides are as they were, or the store has something that this folder knows nothing of.
    case nothing
    /// Save the disk's content as a new row.
    case insert
    /// Save the disk's content as the row's next version.
    case update
    /// Another editor of the folder came first, or another folder of the project: look at both contents.
    case compare
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
            case (.leftOut, .absent, let wasSynced): wasSynced ? .forget : .nothing
            case (.leftOut, .unchanged, _): .deleteRow
            // A row that this folder never had is another folder's.
            case (.leftOut, .changed, let wasSynced): wasSynced ? .deleteRow : .nothing

            case (.file(.absent), .absent, let wasSynced): wasSynced ? .forget : .nothing
            case (.file(.absent), .unchanged, _): .deleteRow
            case (.file(.absent), .changed, let wasSynced): wasSynced ? .deleteRow : .nothing

            case (.file(.unchanged), .absent, _): .insert
            case (.file(.unchanged), .unchanged, _): .nothing
            case (.file(.unchanged), .changed, _): .compare

            case (.file(.changed), .absent, _): .insert
            case (.file(.changed), .unchanged, _): .update
            case (.file(.changed), .changed, _): .compare
            }
    }
}
