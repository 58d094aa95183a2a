import Engine
import Review

/// What of all findings a run is about: some rules, what no earlier review found, what is on changed lines.
struct ReviewNarrowing: Sendable {
    let rules: [RuleGlob]
    let baseline: Baseline?
    let changes: GitChanges?

    /// - Throws: `CommandFailure` where one of them means nothing.
    init(rules: [String], known own: [String], baseline: String?, diff: String?) throws {
        self.rules = try rules.map { try Self.glob($0, own) }
        do {
            self.baseline = try baseline.map { try Baseline(at: $0) }
            changes = try diff.map { try GitChanges(since: $0) }
        } catch {
            throw CommandFailure(description: "\(error)")
        }
    }

    /// The rules that a word names; `own` are the identifiers of a team's.
    private static func glob(_ text: String, _ own: [String]) throws -> RuleGlob {
        let known = RuleSet.builtIn.rules.map(\.id) + own
        guard let glob = RuleGlob(text), KnownRules.may(glob) || own.contains(where: glob.matches) else {
            let nearest = NearestName.of(text, among: known).map { " Did you mean '\($0)'?" }
            throw CommandFailure(
                description: "No rule is called '\(text)'.\(nearest ?? " `codeforge rules` lists them all.")")
        }
        return glob
    }

    /// The part of a file's review that the run is about.
    func part(of file: FileReview, _ fixes: [AppliedFix]) -> FileReview {
        var file = file
        if !rules.isEmpty { file = file.showing { located in rules.contains { $0.matches(located.finding.ruleID) } } }
        if let changes {
            let current = changes.following(fixes, ofFileAt: file.path)
            file = file.waiving(.unchanged) { !current.contains($0, inFileAt: file.path) }
        }
        if let baseline { file = file.waiving(.baseline) { baseline.contains($0.finding, inFileAt: file.path) } }
        return file
    }

    /// What the reader should know of it.
    func notes(for files: [FileReview]) -> [String] {
        guard let baseline, !baseline.isEmpty, baseline.paths.isDisjoint(with: files.map(\.path)) else { return [] }
        return [
            "note: no file of the baseline was reviewed; its paths count from the folder in which it was made"
        ]
    }
}

/// What of a file's findings is shown and counts, whatever its text is: the one place that decides it for a run.
struct ReviewCounting: Sendable {
    let configuration: ReviewConfiguration
    private let dismissals: FolderDismissals
    private let narrowing: ReviewNarrowing
    private let showsDismissed: Bool

    init(
        _ configuration: ReviewConfiguration, _ dismissals: FolderDismissals, _ narrowing: ReviewNarrowing,
        showsDismissed: Bool
    ) {
        self.configuration = configuration
        self.dismissals = dismissals
        self.narrowing = narrowing
        self.showsDismissed = showsDismissed
    }

    /// What is left of a file's review; `fixes` were applied to the file since git was asked.
    func part(of file: FileReview, _ fixes: [AppliedFix] = []) -> FileReview {
        let decisions = configuration.decisions(forFileAt: file.path)
        let shown = file.obeying(configuration.settings(forFileAt: file.path), decisions)
            .obeying(dismissals, decisions, showingDismissed: showsDismissed)
        return narrowing.part(of: shown, fixes)
    }
}
