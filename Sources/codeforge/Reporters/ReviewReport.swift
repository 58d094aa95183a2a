import Engine
import Review

/// What a run of `codeforge review` found, as every reporter gets it.
struct ReviewReport {
    /// One entry a file, by path.
    let files: [FileReview]
    /// The least severity that counts for the exit code; nil where none does.
    let failsFrom: Severity?
    /// What `--fix` repaired: how many findings of each rule in each file, by path and rule.
    let fixed: [(path: String, rule: String, count: Int)]
    /// The exit code that the program will end with.
    let exitCode: Int32
    let duration: Duration

    /// Every finding with its file's path, by path and place.
    var findings: [(path: String, located: LocatedFinding)] {
        files.flatMap { file in file.findings.map { (file.path, $0) } }
    }

    /// Files that were not reviewed though nothing failed.
    var skipped: [(path: String, reason: SkipReason)] {
        files.compactMap { file in
            if case .skipped(let reason) = file.outcome { (file.path, reason) } else { nil }
        }
    }

    /// Those of the skipped files that had to be reviewed.
    var missed: [(path: String, reason: SkipReason)] { skipped(isMissed: true) }

    /// Those of the skipped files that a folder holds beside its code, or that are left out by decision.
    var passedOver: [(path: String, reason: SkipReason)] { skipped(isMissed: false) }

    private func skipped(isMissed: Bool) -> [(path: String, reason: SkipReason)] {
        files.compactMap { file in
            if case .skipped(let reason) = file.outcome, file.isMissed == isMissed { (file.path, reason) } else { nil }
        }
    }

    /// What was passed over, in one sentence: "Not reviewed: 3 binary, 1 too large (a.js)."; nil where nothing was.
    var passedOverSentence: String? {
        let kinds = Dictionary(grouping: passedOver, by: \.reason.kind)
        guard !kinds.isEmpty else { return nil }
        let parts = kinds.sorted { $0.key < $1.key }.map { kind, files in
            // Pictures and programs stand in every folder; what may be code is named.
            guard files[0].reason != .binary else { return "\(files.count) \(kind)" }
            let names = files.prefix(Self.namedFiles).map(\.path).joined(separator: ", ")
            return "\(files.count) \(kind) (\(names)\(files.count > Self.namedFiles ? ", …" : ""))"
        }
        return "Not reviewed: \(parts.joined(separator: ", "))."
    }

    /// Files that a sentence names.
    private static let namedFiles = 5

    /// What could not be read.
    var failures: [(path: String, reason: String)] {
        files.compactMap { file in
            if case .failed(let reason) = file.outcome { (file.path, reason) } else { nil }
        }
    }

    /// Files that were reviewed with a remark.
    var notes: [(path: String, note: String)] {
        files.compactMap { file in
            if case .reviewed(_, _, let note?) = file.outcome { (file.path, note) } else { nil }
        }
    }

    var reviewedCount: Int { files.count - skipped.count - failures.count }
    /// Those of these that are code of a language that has no rules of its own.
    var secretsOnlyPaths: [String] {
        files.filter { $0.isReviewed && Language.knowsOnlySecrets(ofPath: $0.path) }.map(\.path)
    }

    var lineCount: Int {
        files.reduce(0) { sum, file in
            if case .reviewed(_, let lineCount, _) = file.outcome { sum + lineCount } else { sum }
        }
    }

    /// How many findings of a severity nobody dismissed.
    func count(_ severity: Severity) -> Int {
        files.reduce(0) { $0 + $1.findings.count { $0.finding.severity == severity && !$0.isDismissed } }
    }

    /// How many findings somebody dismissed, shown or not.
    var dismissedCount: Int { count(.dismissed) }

    /// How many findings do not count for a reason.
    func count(_ waiver: Waiver) -> Int { files.reduce(0) { $0 + ($1.waived[waiver] ?? 0) } }

    var showsDismissed: Bool { findings.contains { $0.located.isDismissed } }
}

/// Turns a report into the text of one output format, in which nothing that it quotes steers a terminal or a workflow.
protocol Reporter {
    func text(of report: ReviewReport) -> String
}
