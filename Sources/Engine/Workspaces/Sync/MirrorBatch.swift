import Models
import Storage

/// What was decided about some files, sorted by how it is carried out.
struct MirrorBatch {
    private(set) var saves: [FileSave] = []
    /// Bytes of the saves.
    private(set) var bytes = 0
    private(set) var compared: [DiskText] = []
    private(set) var deletedRows: [SyncedFile] = []
    private(set) var forgotten: [ProjectPath] = []
    private(set) var remembered: [SyncedFile] = []

    /// Adds a decision about a file, with its content and with what was agreed, where there is such.
    mutating func add(_ path: ProjectPath, _ decision: SyncDecision, disk: DiskText?, agreed: SyncedFile?) {
        switch decision {
        case .nothing:
            // The time changed and the content did not: the next look need not read it again.
            if let disk, let agreed { remembered.append(SyncedFile(agreed, stat: disk.stat)) }
        case .insert:
            if let disk { save(disk, base: .absent) }
        case .update:
            if let disk, let agreed { save(disk, base: .version(agreed.version)) }
        case .compare:
            if let disk { compared.append(disk) }
        case .deleteRow: agreed.map { deletedRows.append($0) }
        case .forget: forgotten.append(path)
        }
    }

    /// A file whose row already has its new path.
    mutating func addRenamed(_ disk: DiskText, row: ProjectFileInfo, from old: SyncedFile) {
        forgotten.append(old.path)
        if disk.equals(old) {
            remember(disk, row)
        } else {
            save(disk, base: .version(row.version))
        }
    }

    mutating func remember(_ disk: DiskText, _ row: ProjectFileInfo) {
        remembered.append(SyncedFile(path: disk.path, fileID: row.id, version: row.version, stat: disk.stat))
    }

    mutating func forget(_ path: ProjectPath) {
        forgotten.append(path)
    }

    /// Adds the disk's content as a version that follows `base`.
    mutating func save(_ disk: DiskText, base: FileSave.Base) {
        saves.append(disk.save(base: base))
        bytes += Int(disk.stat.sizeBytes)
    }
}

extension DiskText {
    /// The disk's content as a version that follows `base`.
    func save(base: FileSave.Base) -> FileSave {
        FileSave(path: path, content: text, language: FileLanguage.name(of: path), base: base, stat: stat)
    }
}

extension SyncedFile {
    init(_ agreed: SyncedFile, stat: FileStat) {
        self.init(path: agreed.path, fileID: agreed.fileID, version: agreed.version, stat: stat)
    }
}
