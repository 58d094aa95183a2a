import Engine
import LanguageServerProtocol
import Review
import Text

/// What is found in the files of the workspace's folders.
struct WorkspaceReview: Sendable {
    /// A file with findings.
    struct File: Sendable {
        let uri: String
        /// One for each finding, in the same order.
        let diagnostics: [Diagnostic]
        let findings: [Finding]
    }

    private(set) var files: [File] = []
    private(set) var fileCount = 0
    var findingCount: Int { files.reduce(0) { $0 + $1.findings.count } }

    /// Reviews on all cores.
    ///
    /// - Parameters:
    ///   - snapshot: Names the folders, and says which findings are shown.
    ///   - progress: Gets the share that is done, in percent, each once.
    init(of snapshot: Snapshot, progress: @Sendable (Int) -> Void) async {
        await review(ReviewTargets(projects: snapshot.folderPaths), in: snapshot, progress: progress)
    }

    /// Reviews one file of the innermost folder that holds it.
    init(ofFile uri: String, in snapshot: Snapshot) async {
        let path = DocumentURI(uri).path ?? ""
        let holding = snapshot.folderPaths.filter { path.hasPrefix($0 + "/") }
        guard let folder = holding.max(by: { $0.utf8.count < $1.utf8.count }) else { return }
        let targets = ReviewTargets(file: String(path.dropFirst(folder.count + 1)), ofProject: folder)
        await review(targets, in: snapshot) { _ in }
    }

    private mutating func review(
        _ targets: ReviewTargets, in snapshot: Snapshot, progress: @Sendable (Int) -> Void
    ) async {
        guard snapshot.settings.reviewEnabled else { return }
        var percent = 0
        let reviews = await targets.review { done in
            let now = done * 100 / max(targets.targets.count, 1)
            guard now > percent else { return }
            percent = now
            progress(now)
        }
        fileCount = reviews.count
        files = reviews.compactMap { Self.file($0.obeying(snapshot.settings), snapshot) }
    }

    private static func file(_ review: FileReview, _ snapshot: Snapshot) -> File? {
        let findings = review.findings.filter { !snapshot.dismissals.contains($0.finding, at: review.path) }
        guard !findings.isEmpty else { return nil }
        return File(
            uri: DocumentURI.file(path: review.path).text, diagnostics: findings.map { diagnostic($0, snapshot) },
            findings: findings.map(\.finding))
    }

    private static func diagnostic(_ located: LocatedFinding, _ snapshot: Snapshot) -> Diagnostic {
        let finding = located.finding
        let start = position(located.start, located, snapshot.encoding)
        return Diagnostic(
            range: start..<max(start, position(located.end, located, snapshot.encoding)),
            severity: DiagnosticSeverity(finding.severity), code: finding.ruleID,
            codeDescription: snapshot.client.linksDiagnosticCodes ? finding.rule.cweAddress : nil,
            message: finding.message,
            data: snapshot.client.keepsDiagnosticData ? ["identity": .string(finding.identity)] : nil)
    }

    /// A place in code points from one as a position; on other lines than the first a code point counts as one unit.
    private static func position(
        _ place: LocatedFinding.Place, _ located: LocatedFinding, _ encoding: PositionEncoding
    ) -> TextPosition {
        let before = place.column - 1
        guard place.line == located.start.line else { return TextPosition(line: place.line - 1, character: before) }
        let known = located.sourceLine.unicodeScalars.prefix(before)
        let units =
            switch encoding {
            case .utf8: known.reduce(0) { $0 + UTF8.width($1) }
            case .utf16: known.reduce(0) { $0 + UTF16.width($1) }
            case .utf32: known.count
            }
        return TextPosition(line: place.line - 1, character: units + before - known.count)
    }
}
