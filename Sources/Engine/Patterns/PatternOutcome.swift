import JSON
import Models
import Storage

/// What became of something that was made from a pattern of the library: it moves the pattern's `success_score`.
///
/// Each outcome of a job counts once, and takes the score a tenth of the way to 1 or to 0.
package enum PatternOutcome: String, Sendable {
    /// The QA agent found nothing critical, or something.
    case passed, failed
    /// A person let the job's files into the folder, did not, or took them back.
    case kept, refused, undone

    private static let share = 0.1

    private var goal: Double {
        switch self {
        case .passed, .kept: 1
        case .failed, .refused, .undone: 0
        }
    }

    /// Counts the outcome for the pattern that the project's requirements were made from; without one, for none.
    func note(
        of job: RowID, in project: RowID, _ store: any Store, as caller: Caller
    ) async throws(StoreError) {
        let origin = try await store.projectValue(DocumentOrigin.key(.requirements), in: project, as: caller)
        guard let pattern = DocumentOrigin(json: origin?.value)?.pattern else { return }
        let key = "outcome/\(job)/\(rawValue)"
        guard try await store.projectValue(key, in: project, as: caller) == nil else { return }
        try await store.setProjectValue(JSONText(.string(pattern)), for: key, in: project, as: caller)
        try await store.movePatternScores(ofType: pattern, towards: goal, by: Self.share, as: .service)
    }
}

extension PatternOutcome {
    /// What it means for a job that a person's decision gave one of its files a state; nil where it decides nothing.
    init?(of state: JobFile.State) {
        switch state {
        case .applied: self = .kept
        case .refused: self = .refused
        case .undone: self = .undone
        case .proposed, .offered, .writing, .shown: return nil
        }
    }
}

extension Application {
    /// Counts what a person made of a job's files; a score that cannot be kept stops nobody.
    ///
    /// Whoever takes some of them and leaves others keeps the job's work.
    func note(_ outcome: PatternOutcome, of job: RowID) async {
        guard let files = try? await store.jobFiles(of: job, as: caller), let project = files.first?.projectID else {
            return
        }
        // What others of the team wrote was made from no pattern.
        if (try? await store.job(job, as: caller))?.agentType == teamJobType { return }
        if outcome == .refused, files.contains(where: { $0.state == .applied || $0.state == .shown }) { return }
        try? await outcome.note(of: job, in: project, store, as: caller)
    }
}

extension JobWork {
    /// Counts what the QA agent found, where the job's result tells.
    func noteOutcome(of result: JSONValue) async {
        let review = job.agentType == "pipeline" ? result["qa"] : job.agentType == "qa" ? result : nil
        guard let passed = review?["passed"]?.bool else { return }
        try? await (passed ? PatternOutcome.passed : .failed).note(of: job.id, in: job.projectID, store, as: owner)
    }
}
