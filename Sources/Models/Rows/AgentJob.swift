/// A row of `agent_jobs`: work for an agent, from its submission to its end.
package struct AgentJob: Hashable, Sendable {
    package enum Status: String, CaseIterable, Sendable {
        case queued, running, completed, failed, cancelled
        case waitingForInput = "waiting_for_input"
    }

    package var id: RowID
    package var projectID: RowID
    package var userID: RowID
    /// An agent's name, or `pipeline`.
    package var agentType: String
    package var status: Status
    /// 0 to 100.
    package var progress: Double
    package var result: JSONText?
    package var error: String?
    package var celeryTaskID: String?
    package var createdAt: Timestamp
    /// When the job ran first; a later attempt doesn't move it.
    package var startedAt: Timestamp?
    package var completedAt: Timestamp?

    /// The submitted `input_context`, a JSON object.
    package var inputContext: JSONText
    /// What the agent asked last, an array of `ClarificationQuestion`; kept after the answer.
    package var questions: JSONText?
    /// Every answer so far, an array of `ClarificationResponse` in the order given.
    package var answers: JSONText?
    /// How often a worker took the job up since its submission or its last answer.
    package var attempts: Int
    package var leaseOwner: String?
    /// Whether workers of another database run it, a person's own or the team's: this one's never do.
    package var isWorkedElsewhere: Bool

    package init(
        id: RowID, projectID: RowID, userID: RowID, agentType: String, status: Status = .queued,
        progress: Double = 0, result: JSONText? = nil, error: String? = nil, celeryTaskID: String? = nil,
        createdAt: Timestamp, startedAt: Timestamp? = nil, completedAt: Timestamp? = nil,
        inputContext: JSONText, questions: JSONText? = nil, answers: JSONText? = nil,
        attempts: Int = 0, leaseOwner: String? = nil, isWorkedElsewhere: Bool = false
    ) {
        self.id = id
        self.projectID = projectID
        self.userID = userID
        self.agentType = agentType
        self.status = status
        self.progress = progress
        self.result = result
        self.error = error
        self.celeryTaskID = celeryTaskID
        self.createdAt = createdAt
        self.startedAt = startedAt
        self.completedAt = completedAt
        self.inputContext = inputContext
        self.questions = questions
        self.answers = answers
        self.attempts = attempts
        self.leaseOwner = leaseOwner
        self.isWorkedElsewhere = isWorkedElsewhere
    }
}

extension AgentJob.Status {
    /// Whether a job in this state stays in it for ever.
    package var isTerminal: Bool {
        switch self {
        case .completed, .failed, .cancelled: true
        case .queued, .running, .waitingForInput: false
        }
    }

    /// The states that a job may move to from this one; the database refuses every other move.
    package var successors: [AgentJob.Status] {
        switch self {
        case .queued: [.running, .cancelled]
        case .running: [.completed, .failed, .cancelled, .waitingForInput]
        case .waitingForInput: [.running, .cancelled]
        case .completed, .failed, .cancelled: []
        }
    }
}
