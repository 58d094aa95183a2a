import Models

/// Agreed files that a walk did not come by: removed, renamed, or left out now.
struct GoneFiles {
    private var presences: [ProjectPath: ProjectFolder.Presence] = [:]
    /// Files that may live on under another name, by what stays the same.
    private var byInode: [UInt64: SyncedFile] = [:]
    private var byContent: [Content: SyncedFile] = [:]
    private var renamed: Set<ProjectPath> = []
    /// What new files show without being read: each inode, and how many of a size there are.
    private var newInodes: Set<UInt64> = []
    private var newSizes: [Int64: Int] = [:]

    private struct Content: Hashable {
        let hash: UInt64
        let sizeBytes: Int64
    }

    init(of pass: MirrorPass, in folder: ProjectFolder) {
        for file in pass.changedFiles where pass.agreed[file.path] == nil {
            newInodes.insert(file.stamp.inode)
            newSizes[file.stamp.sizeBytes, default: 0] += 1
        }
        for file in pass.unseen {
            let presence = folder.presence(of: file.path.text)
            presences[file.path] = presence
            guard presence == .absent, pass.row(at: file.path) == .unchanged else { continue }
            byInode[file.stat.inode] = file
            byContent[Content(hash: file.stat.hash, sizeBytes: file.stat.sizeBytes)] = file
        }
    }

    /// The file of which a new one is the continuation: the same inode and kind of file, or the same content, where no
    /// other new file could be it.
    mutating func take(matching disk: DiskText) -> SyncedFile? {
        var match: SyncedFile?
        if let file = byInode[disk.stat.inode], disk.equals(file) || file.path.fileExtension == disk.path.fileExtension
        {
            match = file
        } else if disk.stat.sizeBytes > 0, newSizes[disk.stat.sizeBytes, default: 0] <= 1,
            let file = byContent[Content(hash: disk.stat.hash, sizeBytes: disk.stat.sizeBytes)],
            !newInodes.contains(file.stat.inode)
        {
            match = file
        }
        guard let match, renamed.insert(match.path).inserted else { return nil }
        return match
    }

    /// Whether the file was found under another name.
    func isRenamed(_ path: ProjectPath) -> Bool { renamed.contains(path) }

    /// What stands at the path now; nil when that cannot be told.
    func standing(of path: ProjectPath, isCutShort: Bool) -> SyncDecision.Disk? {
        switch presences[path] {
        case .absent: .file(.absent)
        // A walk that ended at a limit did not come by everything that is mirrored.
        case .present where !isCutShort: .leftOut
        case .present, .unknown, nil: nil
        }
    }
}

/// Files that went away or came a while ago: one may go on under another name, told of in two messages, in any order.
struct LateFiles {
    private var files: [(path: ProjectPath, stat: FileStat)] = []
    private static let most = 512

    mutating func note(_ path: ProjectPath, _ stat: FileStat) {
        guard stat.sizeBytes > 0 else { return }
        files.append((path, stat))
        if files.count > Self.most { files.removeFirst() }
    }

    /// The last noted file with the same text: the inode tells nothing of a file that is gone, since the next one that
    /// is made gets it.
    mutating func take(matching stat: FileStat) -> ProjectPath? {
        takeLast { ($0.stat.hash, $0.stat.sizeBytes) == (stat.hash, stat.sizeBytes) }
    }

    /// The last noted file that a gone one goes on in.
    ///
    /// A copy has another inode.
    mutating func take(continuing file: SyncedFile) -> ProjectPath? {
        takeLast { Self.goesOn(file, in: $0) }
    }

    /// Whether a gone file goes on in one of those noted.
    func contains(_ file: SyncedFile) -> Bool { files.contains { Self.goesOn(file, in: $0) } }

    private static func goesOn(_ file: SyncedFile, in new: (path: ProjectPath, stat: FileStat)) -> Bool {
        new.stat.inode == file.stat.inode
            && (new.stat.hash == file.stat.hash || new.path.fileExtension == file.path.fileExtension)
    }

    private mutating func takeLast(where isMatch: ((path: ProjectPath, stat: FileStat)) -> Bool) -> ProjectPath? {
        files.lastIndex(where: isMatch).map { files.remove(at: $0).path }
    }
}

extension ProjectPath {
    /// What follows the last dot of the name; empty without one.
    var fileExtension: Substring {
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
        return name[name.index(after: dot)...]
    }
}
