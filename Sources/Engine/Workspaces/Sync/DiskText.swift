import Glibc
import Models

/// A mirrored file as the disk holds it.
struct DiskText: Sendable {
    let path: ProjectPath
    let text: String
    let stat: FileStat

    /// Reads a file; nil when it is gone or must not be mirrored: too large, no text, a key.
    init?(_ path: ProjectPath, in folder: ProjectFolder, limits: MirrorLimits) {
        guard let content = try? folder.read(path, limitBytes: limits.fileBytes),
            let text = MirrorPolicy.text(of: content.bytes), !MirrorPolicy.isKeyFile(text)
        else { return nil }
        self.path = path
        self.text = text
        stat = FileStat(content.stamp, hash: ContentHash.of(content.bytes), now: DiskText.now())
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
