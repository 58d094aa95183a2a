import Glibc
import JSON
import Models
import SQLiteStorage
import Storage

/// Writes for ever, and says what was acknowledged, for a test that kills it at a random moment.
///
/// Lines: `file PATH VERSION TOKEN` for each of two files saved in one transaction, `submitted JOB`,
/// `ended JOB STATUS TOKEN`, and `violation ...` when two workers hold one job.
struct CrashWriter {
    private let store: any LocalStore
    private let user: RowID
    private let project: RowID
    private let locks: String
    private let worker: String
    private var random = SystemRandomNumberGenerator()

    /// Longer than any pause that a busy machine gives a process, shorter than the test.
    private static let lease = Duration.milliseconds(1500)

    init(database: String, locks: String, worker: String) async throws {
        store = try SQLiteStore(path: database)
        user = try await store.localUser().id
        project = try await store.openWorkspace(
            folder: "/crash", identity: nil, title: "Crash", mode: .builder, as: .user(user)
        ).projectID
        self.locks = locks
        self.worker = worker
    }

    func run() async throws {
        say("ready")
        var versions = [0, 0, 0, 0]
        while true {
            switch Int.random(in: 0..<10) {
            case 0..<4: try await savePair(&versions)
            case 4..<6: try await submit()
            default: try await work()
            }
        }
    }

    /// Two files with one token in one transaction.
    private func savePair(_ versions: inout [Int]) async throws {
        let slot = Int.random(in: 0..<versions.count)
        let token = RowID.random().text
        let saves = try ["left", "right"].map { side in
            FileSave(
                path: try ProjectPath(validating: "\(worker)/\(slot)/\(side).txt"),
                content: token + String(repeating: "\nfill", count: Int.random(in: 0..<3000)), language: nil,
                base: versions[slot] == 0 ? .absent : .version(versions[slot]))
        }
        for (save, outcome) in zip(
            saves, try await store.saveFiles(saves, in: project, workspace: nil, as: .user(user)))
        {
            guard case .saved(let info) = outcome else { return say("violation \(save.path) \(outcome)") }
            say("file \(save.path) \(info.version) \(token)")
            versions[slot] = info.version
        }
    }

    private func submit() async throws {
        let job = try await store.submitJob(
            NewJob(projectID: project, userID: user, agentType: "research", inputContext: JSONText("{}")),
            as: .service)
        say("submitted \(job.id)")
    }

    private func work() async throws {
        guard let job = try await store.claimJob(worker: worker, lease: Self.lease, as: .service) else { return }
        // The kernel gives the lock back when its holder dies, as the store does with the lease.
        let descriptor = open("\(locks)/\(job.id)", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            return say("violation \(job.id) is worked on twice, attempt \(job.attempts)")
        }
        do {
            try await finish(job, lock: descriptor)
        } catch .conflict(let conflict) {
            // Possible after a pause longer than the lease: the store kept the loser out.
            say("lost \(job.id) \(conflict)")
        }
    }

    private func finish(_ job: AgentJob, lock: Int32) async throws(StoreError) {
        for percent in [25.0, 50.0] {
            try await store.reportProgress(
                of: job.id, worker: worker, percent: percent, step: "Working", as: .service)
        }
        let token = RowID.random().text
        switch Int.random(in: 0..<6) {
        case 0:
            _ = try await store.failJob(job.id, worker: worker, error: token, as: .service)
            say("ended \(job.id) failed \(token)")
        case 1 where job.answers == nil:
            // Answered, the job is anybody's again, before this process comes to give the lock back.
            flock(lock, LOCK_UN)
            _ = try await store.waitForInput(
                job.id, worker: worker, questions: JSONText(#"[{"id":"q1","question":"Which?"}]"#), as: .service)
            _ = try await store.respond(to: job.id, answers: JSONText(#"[{"question_id":"q1"}]"#), as: .service)
        case 2:
            _ = try await store.cancelJob(job.id, as: .service)
            say("ended \(job.id) cancelled -")
        default:
            _ = try await store.completeJob(
                job.id, worker: worker, result: JSONText(JSONValue.string(token)), as: .service)
            say("ended \(job.id) completed \(token)")
        }
    }
}
