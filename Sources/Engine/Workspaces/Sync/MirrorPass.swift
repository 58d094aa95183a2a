import Models

/// What one look found out, before anything is done about it.
struct MirrorPass: Sendable {
    let scope: MirrorScope
    /// What was agreed about the files in scope.
    private(set) var agreed: AgreedFiles
    /// Rows that are not as agreed, or that nothing was agreed about.
    private(set) var changedRows: [ProjectPath: ProjectFileInfo] = [:]
    /// Agreed files without a row.
    private(set) var missingRows: Set<ProjectPath> = []
    /// Files whose size, time or identity is not as agreed.
    private(set) var changedFiles: [FoundFile] = []
    /// Agreed files that the walk did not come by.
    private(set) var unseen: [SyncedFile] = []
    private(set) var walk = WalkReport()

    /// - Parameters:
    ///   - scope: the part of the project that the look is about.
    ///   - agreed: what was agreed about the files in scope; of `rows`, nothing is needed beyond `unsynced`.
    ///   - unsynced: where the rows in scope are not as agreed.
    init(scope: MirrorScope, agreed: [SyncedFile], unsynced: [UnsyncedRow]) {
        self.scope = scope
        self.agreed = AgreedFiles(scope == .rows ? unsynced.compactMap(\.agreed) : agreed)
        for difference in unsynced {
            if let row = difference.row {
                changedRows[row.path] = row
            } else if let agreed = difference.agreed {
                missingRows.insert(agreed.path)
            }
        }
    }

    /// Compares the disk with what was agreed, in the whole folder or at the scope's paths.
    mutating func walkDisk(of folder: ProjectFolder, limits: MirrorLimits) throws(SystemError) {
        guard scope != .rows else { return }
        var walk = FolderWalk(of: folder, limits: limits)
        if case .paths(let paths) = scope {
            for path in paths { try walk.run(at: path) { found in note(found) } }
        } else {
            try walk.run { found in note(found) }
        }
        self.walk = walk.report
        unseen = agreed.unseen
    }

    /// Notes what holds a person's text under a name of the product's own.
    mutating func keep(_ path: String) { walk.keep(path) }

    private mutating func note(_ found: FoundFile) {
        if agreed.see(found.path)?.stat.agrees(with: found.stamp) != true { changedFiles.append(found) }
    }

    /// How the store's side of a path compares with what was agreed.
    func row(at path: ProjectPath) -> SyncDecision.Side {
        if changedRows[path] != nil { return .changed }
        return agreed[path] == nil || missingRows.contains(path) ? .absent : .unchanged
    }

    /// Files to look at because of their rows alone.
    var pathsOfRows: [ProjectPath] {
        let seen = Set(changedFiles.map(\.path)).union(unseen.map(\.path))
        return changedRows.keys.filter { !seen.contains($0) } + missingRows.filter { !seen.contains($0) }
    }
}

extension UnsyncedRow {
    /// Where rows are not as agreed; of each, at most one a path.
    static func differences(between agreed: [SyncedFile], and rows: [ProjectFileInfo]) -> [UnsyncedRow] {
        var missing = Dictionary(agreed.map { ($0.path, $0) }) { $1 }
        let changed = rows.compactMap { row -> UnsyncedRow? in
            let known = missing.removeValue(forKey: row.path)
            if let known, known.fileID == row.id, known.version == row.version { return nil }
            return UnsyncedRow(agreed: known, row: row)
        }
        return changed + missing.values.map { UnsyncedRow(agreed: $0, row: nil) }
    }
}

extension FileStat {
    /// Younger files than this may change again without a new time: 50 ms.
    private static let timeGrainNanoseconds: Int64 = 50_000_000

    /// What the file system said when the content was read, at `now` nanoseconds since 1970.
    init(_ stamp: FileStamp, hash: UInt64, now: Int64) {
        let isSettled = now - stamp.modifiedNanoseconds > FileStat.timeGrainNanoseconds
        self.init(
            sizeBytes: stamp.sizeBytes, modifiedNanoseconds: isSettled ? stamp.modifiedNanoseconds : 0,
            inode: stamp.inode, hash: hash)
    }

    /// Whether the file is untouched as far as the file system can tell.
    func agrees(with stamp: FileStamp) -> Bool {
        sizeBytes == stamp.sizeBytes && modifiedNanoseconds == stamp.modifiedNanoseconds && inode == stamp.inode
    }
}
