/// How much of a folder is mirrored.
package struct MirrorLimits: Sendable, Hashable {
    /// Files; what goes beyond is left out, and said.
    package var files = 100_000
    /// Files up to which a folder is mirrored without asking: more than most projects have, fewer than most homes.
    package var unaskedFiles = 20_000
    /// Bytes of one file.
    package var fileBytes = 1 << 20
    /// Bytes of all files together: 2 GiB.
    package var totalBytes: Int64 = 2 << 30
    /// Entries looked at, left out ones included.
    package var entries = 2_000_000
    /// Folders inside one another; each is open while those below it are read.
    package var depth = 128

    package static let standard = MirrorLimits()

    /// What is reviewed by the command line, which says for itself what is too large.
    static let review: MirrorLimits = {
        var limits = MirrorLimits()
        (limits.files, limits.fileBytes, limits.totalBytes) = (.max, .max, .max)
        return limits
    }()

    package init() {}
}
