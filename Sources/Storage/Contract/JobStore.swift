import Models

/// Agent jobs.
///
/// Their user and those who share their project read them; the service alone writes them.
/// States and moves are those of `AgentJob.Status`. Every change of state and every report of progress adds one event.
package protocol JobStore: Sendable {
    // Reading

    func job(_ id: RowID, as caller: Caller) async throws(StoreError) -> AgentJob

    /// At most `limit` jobs that the caller sees whose identity begins with `prefix`, in the order of the identities.
    func jobs(withPrefix prefix: String, limit: Int, as caller: Caller) async throws(StoreError) -> [RowID]

    /// The project's jobs that the caller sees, newest first.
    ///
    /// - Throws: `invalidInput` unless `limit` is 1-100 and `offset` at least 0; `notFound` for a hidden project.
    func jobs(
        in project: RowID, limit: Int, offset: Int, as caller: Caller
    ) async throws(StoreError) -> Page<AgentJob>

    /// Every job of the caller's (the service: all) that has not ended, oldest first.
    func openJobs(as caller: Caller) async throws(StoreError) -> [AgentJob]

    /// The job's events after the one with `sequence` (0: from the first), in order.
    func events(of job: RowID, after sequence: Int, as caller: Caller) async throws(StoreError) -> [JobEventRow]

    // Submitting and steering

    @discardableResult
    func submitJob(_ job: NewJob, as caller: Caller) async throws(StoreError) -> AgentJob

    /// Ends the job from any state that is not an end; a job that is cancelled already stays so without an error.
    ///
    /// - Throws: `conflict(.jobStatus)` for a job that completed or failed.
    @discardableResult
    func cancelJob(_ id: RowID, as caller: Caller) async throws(StoreError) -> AgentJob

    /// Adds the answers to the job's and lets a worker take it up again, with fresh attempts.
    ///
    /// `answers` is a JSON array.
    /// - Throws: `conflict(.jobStatus)` unless the job is waiting for input.
    @discardableResult
    func respond(to id: RowID, answers: JSONText, as caller: Caller) async throws(StoreError) -> AgentJob

    func deleteJob(_ id: RowID, as caller: Caller) async throws(StoreError)

    // Working

    /// Takes up the oldest job that nobody works on: queued, answered, or left by a worker whose lease ended.
    ///
    /// Leases end by the time that this machine has been awake, and with its restart; the wall clock has no part in it.
    /// A job that three workers left is failed with a reason instead.
    /// The answer is that job, now `running` and leased to `worker`, or `nil` when there is none.
    ///
    /// A job with a project's value for `JobEnvironment.key` is left to workers of that environment, by their `environment`;
    /// nil takes every job, and so does the worker of a database that a team shares.
    func claimJob(
        worker: String, lease: Duration, environment: String?, as caller: Caller
    ) async throws(StoreError) -> AgentJob?

    /// Says that the worker is alive.
    ///
    /// - Throws: `conflict(.jobStatus)` when the job was cancelled, `conflict(.leaseLost)` when another worker has it.
    func extendLease(
        of id: RowID, worker: String, lease: Duration, as caller: Caller
    ) async throws(StoreError)

    /// Sets the progress, 0-100, and adds a `progress` event.
    ///
    /// `step` is what the agent is doing, a sentence for a person.
    func reportProgress(
        of id: RowID, worker: String, percent: Double, step: String?, as caller: Caller
    ) async throws(StoreError)

    /// Ends the job well. Throws as `extendLease` does, like the operations below: nobody's result is overwritten.
    @discardableResult
    func completeJob(
        _ id: RowID, worker: String, result: JSONText, as caller: Caller
    ) async throws(StoreError) -> AgentJob

    @discardableResult
    func failJob(_ id: RowID, worker: String, error: String, as caller: Caller) async throws(StoreError) -> AgentJob

    /// Ends the worker's turn until somebody answers.
    ///
    /// `questions` is a JSON array.
    @discardableResult
    func waitForInput(
        _ id: RowID, worker: String, questions: JSONText, as caller: Caller
    ) async throws(StoreError) -> AgentJob

    /// Gives the job back unharmed, for a worker that is asked to leave; the attempt doesn't count.
    func releaseJob(_ id: RowID, worker: String, as caller: Caller) async throws(StoreError)

    /// Whether `claimJob` would find something to do.
    ///
    /// Only reads: a worker without work asks this every now and then.
    func hasClaimableJob(environment: String?, as caller: Caller) async throws(StoreError) -> Bool
}

extension JobStore {
    /// Takes up the oldest job of any environment.
    package func claimJob(
        worker: String, lease: Duration, as caller: Caller
    ) async throws(StoreError) -> AgentJob? {
        try await claimJob(worker: worker, lease: lease, environment: nil, as: caller)
    }

    package func hasClaimableJob(as caller: Caller) async throws(StoreError) -> Bool {
        try await hasClaimableJob(environment: nil, as: caller)
    }
}

/// Where it is kept which workers may run a job.
package enum JobEnvironment {
    package static let prefix = "environment/"

    /// The key of the project's value, which is the mark of an environment.
    package static func key(_ job: RowID) -> String { prefix + job.text }
}

/// How often a job is taken up before it fails.
package let maximumJobAttempts = 3

package struct NewJob: Hashable, Sendable {
    package var id: RowID
    package var projectID: RowID
    package var userID: RowID
    /// An agent's name, or `pipeline`.
    package var agentType: String
    /// A JSON object.
    package var inputContext: JSONText
    /// Whether workers of another database run it.
    package var isWorkedElsewhere: Bool
    /// When somebody asked for it; nil for now.
    package var createdAt: Timestamp?

    package init(
        id: RowID = .random(), projectID: RowID, userID: RowID, agentType: String, inputContext: JSONText,
        isWorkedElsewhere: Bool = false, createdAt: Timestamp? = nil
    ) {
        self.createdAt = createdAt
        self.id = id
        self.projectID = projectID
        self.userID = userID
        self.agentType = agentType
        self.inputContext = inputContext
        self.isWorkedElsewhere = isWorkedElsewhere
    }
}
