import Engine
import LanguageServerProtocol
import Review
import Text

/// What is found in the files of the workspace's folders.
struct WorkspaceReview: Sendable {
    /// Every file that was looked at, with findings or without.
    private(set) var files: [ReviewedFile] = []
    /// What was decided above them.
    private(set) var decisions = ReviewDecisions()

    /// Reviews on all cores.
    ///
    /// - Parameters:
    ///   - snapshot: Names the folders.
    ///   - progress: Gets the share that is done, in percent, each once.
    init(of snapshot: Snapshot, progress: @Sendable (Int) -> Void) async {
        await review(ReviewTargets(projects: snapshot.folderPaths), in: snapshot, progress: progress)
    }

    /// Reviews all files of some folders, from a moment on at which their changes are told.
    init(of folders: [String], watchedBy watch: FolderWatch?, in snapshot: Snapshot) async {
        watch?.add(foldersOf: ReviewTargets(projects: folders).targets.map(\.path))
        let targets = ReviewTargets(projects: folders)
        watch?.add(foldersOf: targets.targets.map(\.path))
        await review(targets, in: snapshot) { _ in }
    }

    /// Reviews some files of the workspace's folders, and all below those that are folders.
    init(at addresses: Set<String>, in snapshot: Snapshot) async {
        let paths = Set(addresses.compactMap { DocumentURI($0).path })
        await review(ReviewTargets(at: paths, ofProjects: snapshot.folderPaths), in: snapshot) { _ in }
    }

    private mutating func review(
        _ targets: ReviewTargets, in snapshot: Snapshot, progress: @Sendable (Int) -> Void
    ) async {
        var percent = 0
        // Folders below those of the workspace may decide as well. What they exclude is looked at nevertheless: it is
        // shown as soon as they don't.
        decisions = snapshot.decisions
        decisions.read(above: targets.targets.map(\.path))
        let rules = RuleSets(knowing: Array(snapshot.ownRules.values))
        let reviews = await targets.review(
            under: { snapshot.settings(at: $0) }, rules: { rules.rules(ofFileAt: $0) },
            progress: { done in
                let now = done * 100 / max(targets.targets.count, 1)
                guard now > percent else { return }
                percent = now
                progress(now)
            })
        files = reviews.filter(\.isReviewed).map { Self.file($0, snapshot) }
    }

    private static func file(_ review: FileReview, _ snapshot: Snapshot) -> ReviewedFile {
        ReviewedFile(
            path: review.path,
            findings: review.findings.map { ($0.finding, diagnostic($0, ofFileAt: review.path, snapshot)) })
    }

    private static func diagnostic(
        _ located: LocatedFinding, ofFileAt path: String, _ snapshot: Snapshot
    ) -> Diagnostic {
        let finding = located.finding
        let flow = snapshot.client.showsRelatedPlaces ? located.flow : []
        return Diagnostic(
            range: range(located.start, located.end, snapshot.encoding),
            severity: DiagnosticSeverity(finding.severity), code: finding.ruleID,
            codeDescription: snapshot.page(about: finding.rule, isStudent: snapshot.isStudent(at: path)),
            message: finding.message,
            related: flow.map {
                RelatedPlace(
                    uri: DocumentURI.file(path: path).text, range: range($0.start, $0.end, snapshot.encoding),
                    message: $0.message)
            },
            data: snapshot.client.keepsDiagnosticData ? ["identity": .string(finding.identity)] : nil)
    }

    private static func range(
        _ first: LocatedFinding.Place, _ last: LocatedFinding.Place, _ encoding: PositionEncoding
    ) -> Range<TextPosition> {
        let start = position(first, encoding)
        return start..<max(start, position(last, encoding))
    }

    private static func position(_ place: LocatedFinding.Place, _ encoding: PositionEncoding) -> TextPosition {
        let units =
            switch encoding {
            case .utf8: place.utf8Offset
            case .utf16: place.utf16Offset
            case .utf32: place.column - 1
            }
        return TextPosition(line: place.line - 1, character: units)
    }
}

/// A file that was reviewed as it is on the disk.
struct ReviewedFile: Sendable {
    let path: String
    /// Everything that was found, whether it is to be shown or not.
    let findings: [(finding: Finding, diagnostic: Diagnostic)]

    var uri: String { DocumentURI.file(path: path).text }

    /// What is to be shown now.
    func shown(in snapshot: Snapshot) -> [(finding: Finding, diagnostic: Diagnostic)] {
        let isStudent = snapshot.isStudent(at: path)
        return findings.compactMap { found, diagnostic in
            guard let finding = snapshot.shown(found, inFileAt: path) else { return nil }
            var diagnostic = diagnostic
            diagnostic.severity = DiagnosticSeverity(finding.severity)
            diagnostic.message = snapshot.message(of: finding, isStudent: isStudent)
            return (finding, diagnostic)
        }
    }
}
