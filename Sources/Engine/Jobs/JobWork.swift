import JSON
import Models
import Storage

/// A job that this worker holds: everything that it may do with it and with its project.
///
/// Every operation that changes the job fails with `Lost` once somebody cancelled it or another worker took it over,
/// so that nobody's result is overwritten.
package struct JobWork: Sendable {
    package enum Failure: Error, Hashable, Sendable {
        /// The job was cancelled, deleted, or taken over: stop, and say nothing more about it.
        case lost
        /// The database server is not there for a while: the job goes on when its lease has ended.
        case away
        /// The store did not work.
        case failed(String)
    }

    package let job: AgentJob
    /// The name of this turn of a worker.
    package let worker: String
    let store: any Store

    /// Results belong to the job's user.
    var owner: Caller { .user(job.userID) }

    package var input: JSONObject {
        (try? JSONValue(parsing: job.inputContext.text))?.object ?? JSONObject()
    }

    package func extendLease(_ lease: Duration) async throws(Failure) {
        try await working { () throws(StoreError) in
            try await store.extendLease(of: job.id, worker: worker, lease: lease, as: .service)
        }
    }

    /// Whether what the job makes is for a student: its project is in student mode, or lies below one that is.
    package func isStudent() async throws(Failure) -> Bool {
        try await working { () throws(StoreError) in
            let application = Application(store: store, caller: owner)
            if try await store.project(job.projectID, as: owner).mode == .student { return true }
            return try await application.isBelowStudents(job.projectID)
        }
    }

    /// Tells how far the job is (0-100) and what happens now, a sentence for a person.
    package func report(_ percent: Double, _ step: String?) async throws(Failure) {
        // A step names files, and a file's name may hold a token as well as its text.
        let step = step.map(WithheldSecrets.text)
        try await working { () throws(StoreError) in
            try await store.reportProgress(
                of: job.id, worker: worker, percent: min(100, max(0, percent)), step: step, as: .service)
        }
    }

    package func complete(_ result: JSONValue) async throws(Failure) {
        try await keepFilesWithoutFolder()
        try await working { () throws(StoreError) in
            _ = try await store.completeJob(
                job.id, worker: worker, result: JSONText(result.serialized), as: .service)
        }
        await noteOutcome(of: result)
    }

    package func fail(_ reason: String) async throws(Failure) {
        let reason = WithheldSecrets.text(reason)
        try await working { () throws(StoreError) in
            _ = try await store.failJob(job.id, worker: worker, error: reason, as: .service)
        }
    }

    /// Ends the turn until somebody answers.
    package func ask(_ questions: [ClarificationQuestion]) async throws(Failure) {
        var secrets = WithheldSecrets()
        let safe = secrets.taken(from: JSONValue.array(questions.map(\.json)))
        let text = JSONText(safe.serialized)
        try await working { () throws(StoreError) in
            _ = try await store.waitForInput(job.id, worker: worker, questions: text, as: .service)
        }
    }

    /// Gives the job back unharmed.
    package func release() async {
        try? await store.releaseJob(job.id, worker: worker, as: .service)
    }

    func working<R>(_ body: () async throws(StoreError) -> R) async throws(Failure) -> R {
        do {
            return try await body()
        } catch {
            throw Failure(error, in: store)
        }
    }
}

extension JobWork.Failure {
    /// What a failure of the store means for a job; nothing of it says where a shared database is.
    init(_ error: StoreError, in store: any Store) {
        self =
            switch error {
            case .notFound, .conflict(.jobStatus), .conflict(.leaseLost): .lost
            case .unavailable(.noConnection): .away
            case .unavailable(.failed(let reason)) where store.local == nil: .failed("The database failed: \(reason).")
            case .unavailable where store.local == nil:
                .failed("The database cannot be used at the moment. Run the agent again in a while.")
            default: .failed(error.description)
            }
    }
}

/// Steps of a job that are done, so that a worker which takes it up again goes on where the last one died.
extension JobWork {
    /// What a step left behind; `nil` when it was not done yet.
    package func checkpoint(_ step: String) async throws(Failure) -> JSONValue? {
        let text = try await working { () throws(StoreError) in
            try await store.jobCheckpoint(step, of: job.id, as: owner)
        }
        return text.flatMap { try? JSONValue(parsing: $0.text) }
    }

    package func setCheckpoint(_ step: String, _ value: JSONValue) async throws(Failure) {
        try await working { () throws(StoreError) in
            try await store.setJobCheckpoint(JSONText(value.serialized), for: step, of: job.id, as: owner)
        }
    }
}
