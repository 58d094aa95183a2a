import Models

/// Files that wait for a person, and whether the person knows.
extension JobFile {
    /// Why a file is not in: nobody knows how far its writing came, and the folder does not hold it.
    static let interrupted = "the program that wrote it ended before it was there"
    /// Why a file is not in that a person left for later.
    package static let leftForApply = "left for codeforge jobs apply"
    /// Why a file is not in that a person did not want.
    package static let leftOut = "you left it out"
    /// Why a file is not in: what an earlier job wrote there was refused, discarded or taken back, and this is the same.
    static let leftOutBefore = "you left this change out before"
    /// What the reason of a file ends with that a person was told of.
    private static let toldMark = "; it waits for you"

    /// Whether the file waits, and no program came to say so.
    var isUntold: Bool {
        guard state == .offered, let reason else { return false }
        return !reason.hasSuffix(Self.toldMark) && reason != Self.leftForApply
    }

    var isInterrupted: Bool { state == .offered && (reason?.hasPrefix(Self.interrupted) ?? false) }

    /// Whether the folder may hold what a program wrote, or an editor showed, that nobody saw to the end.
    var isUnsettled: Bool { state == .writing || state == .shown || (isInterrupted && written != nil) }

    /// The file, noted as told of.
    var told: JobFile {
        var file = self
        file.reason = reason.map { $0 + Self.toldMark }
        return file
    }
}
