import Glibc

/// Reads a folder one entry at a time, so that a folder of a million takes no more memory than one of ten.
struct FolderEntries: ~Copyable {
    private let stream: OpaquePointer

    /// What the folder itself says about an entry, which saves asking the entry.
    enum Kind {
        case regularFile, folder, link, special, unknown
    }

    init(of folder: borrowing OpenFile) throws(SystemError) {
        let copy = fcntl(folder.descriptor, F_DUPFD_CLOEXEC, 0)
        try check(copy)
        guard let stream = fdopendir(copy) else {
            let failure = SystemError.last
            close(copy)
            throw failure
        }
        rewinddir(stream)
        self.stream = stream
    }

    deinit {
        closedir(stream)
    }

    /// Hands out the next entry; false at the end.
    ///
    /// `body` gets the name, which is valid during the call alone, and the kind.
    func next(_ body: (UnsafePointer<CChar>, Kind) -> Void) throws(SystemError) -> Bool {
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                if errno != 0 { throw SystemError.last }
                return false
            }
            let name = UnsafeRawPointer(entry).advanced(by: FolderEntries.nameOffset).assumingMemoryBound(
                to: CChar.self)
            if name[0] == 46, name[1] == 0 || (name[1] == 46 && name[2] == 0) { continue }
            body(name, FolderEntries.kind(entry.pointee.d_type))
            return true
        }
    }

    private static let nameOffset = MemoryLayout<dirent>.offset(of: \dirent.d_name) ?? 19

    private static func kind(_ type: UInt8) -> Kind {
        switch Int(type) {
        case Int(DT_REG): .regularFile
        case Int(DT_DIR): .folder
        case Int(DT_LNK): .link
        case Int(DT_UNKNOWN): .unknown
        default: .special
        }
    }
}
