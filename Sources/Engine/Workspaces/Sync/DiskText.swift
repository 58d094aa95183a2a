import Glibc
import Models

/// A mirrored file as the disk holds it.
struct DiskText: Sendable {
    let path: ProjectPath
    let text: String
    let stat: FileStat

    /// What reading a file that a walk came by gives.
    enum Reading: Sendable {
        case text(DiskText)
        /// It is gone, or must not be mirrored: too large, no text, credentials.
        case leftOut
        /// It may be what it was or anything else: the system does not let it be read.
        case unreadable
    }

    /// Reads a file as far as it takes to tell what it is.
    static func read(_ path: ProjectPath, in folder: ProjectFolder, limits: MirrorLimits) -> Reading {
        let content: FileContent?
        do {
            content = try folder.read(path.text, limitBytes: limits.fileBytes, textOnly: true)
        } catch {
            if case .system = error { return .unreadable }
            return .leftOut
        }
        guard let content, content.bytes.count <= limits.fileBytes, let text = MirrorPolicy.text(of: content.bytes),
            CredentialFile.kind(of: path, content.bytes) == nil
        else { return .leftOut }
        let stat = FileStat(content.stamp, hash: ContentHash.of(content.bytes), now: now())
        return .text(DiskText(path: path, text: text, stat: stat))
    }

    /// Reads a file; nil when it is gone, must not be mirrored, or cannot be read.
    init?(_ path: ProjectPath, in folder: ProjectFolder, limits: MirrorLimits) {
        guard case .text(let disk) = DiskText.read(path, in: folder, limits: limits) else { return nil }
        self = disk
    }

    private init(path: ProjectPath, text: String, stat: FileStat) {
        self.path = path
        self.text = text
        self.stat = stat
    }

    /// Whether the content is what was agreed, whatever its time says.
    func equals(_ agreed: SyncedFile?) -> Bool {
        agreed?.stat.hash == stat.hash && agreed?.stat.sizeBytes == stat.sizeBytes
    }

    /// The system's clock, in nanoseconds since 1970.
    private static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
