import Engine
import JSON
import JSONRPC
import LanguageServerProtocol

/// How far a folder is mirrored.
struct MirrorState: Sendable {
    /// What came of the last look at the whole folder.
    var summary: MirrorSummary?
    /// Why changes are not kept at the moment.
    var stopReason: String?
    /// Why nothing is mirrored until a person agrees.
    var doubt: MirrorDoubt?
}

/// What the mirror of a folder tells.
extension Session {
    mutating func mirrorReported(_ event: MirrorEvent, of folder: String) {
        switch event {
        case .synced(let summary):
            mirrorStates[folder] = MirrorState(summary: summary)
            settleSoon()
            log.write(.info, "a folder is mirrored", ["files": "\(summary.files)", "added": "\(summary.added)"])
        case .stopped(let reason, let isLasting): mirrorStopped(reason, isLasting: isLasting, of: folder)
        case .unasked(let doubt, let isNews): mirrorWaits(doubt, isNews: isNews, of: folder)
        case .notice(let text): show(.warning, text)
        case .log(let text, let isWarning): log.write(isWarning ? .warning : .info, "mirror", ["text": text])
        }
    }

    /// Notes that a folder is not mirrored until somebody agrees, and says so where that is news.
    private mutating func mirrorWaits(_ doubt: MirrorDoubt, isNews: Bool, of folder: String) {
        mirrorStates[folder] = MirrorState(doubt: doubt)
        settleSoon()
        log.write(.info, "a folder is not mirrored until agreed", ["folder": folder, "because": doubt.name])
        guard isNews else { return }
        show(.info, "\(doubt.summary) To agree: codeforge.mirrorFolder")
    }

    /// How long the same reason is not told again: a disk may be full and not full by turns.
    private static let stopQuiet = Duration.seconds(60)

    /// Says once that changes are not kept, however many folders meet with the reason.
    mutating func mirrorStopped(_ reason: String, isLasting: Bool, of folder: String) {
        let now = ContinuousClock().now
        let isKnown = toldStops[reason].map { now - $0 < Self.stopQuiet } ?? false
        mirrorStates[folder, default: MirrorState()].stopReason = reason
        log.write(.warning, "a folder is not mirrored", ["folder": folder, "reason": reason])
        guard !isKnown else { return }
        toldStops[reason] = now
        let outlook =
            isLasting
            ? "Restart the editor then." : "CodeForge keeps trying, and then brings everything up to date by itself."
        show(
            .warning,
            "Changes of your files are not kept at the moment; the review goes on in memory. \(reason) \(outlook)")
    }
}
