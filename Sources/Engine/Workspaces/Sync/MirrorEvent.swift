import Models

/// What a mirror tells the front end that opened the folder.
package enum MirrorEvent: Sendable, Hashable {
    /// A look at the whole folder ended.
    case synced(MirrorSummary)
    /// Nothing is mirrored until a person agrees to it; it is news where nobody was told of it yet.
    case unasked(MirrorDoubt, isNews: Bool)
    /// Something that a person should read once.
    case notice(String)
    /// Nothing is mirrored, for this reason, until the next `synced`; there is none when the reason is a lasting one.
    case stopped(String, isLasting: Bool)
    /// Something for the log.
    case log(String, isWarning: Bool)
}

/// The outcome of a look at the whole folder.
package struct MirrorSummary: Sendable, Hashable {
    /// Files mirrored now.
    package var files = 0
    package var added = 0
    package var updated = 0
    package var renamed = 0
    package var removed = 0
    package var report = WalkReport()

    package init() {}
}
