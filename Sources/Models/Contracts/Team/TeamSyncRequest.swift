import JSON

/// Where a project's jobs run: on the person's own machine, or on the team's workers.
package enum TeamJobPlace: String, CaseIterable, Hashable, Sendable {
    case here, team
}

/// One event of a job that ran on somebody's own machine.
package struct TeamJobEvent: Contract {
    package var event: JobEventRow.Kind
    package var data: JSONObject

    package static let schema = Schema(
        "TeamJobEvent", "One event of a job that ran on somebody's own machine.",
        Field("event", \TeamJobEvent.event, .literal),
        Field("data", \TeamJobEvent.data, .map(atMost: 100)),
        make: TeamJobEvent.init(event:data:))

    package init(event: JobEventRow.Kind, data: JSONObject) {
        self.event = event
        self.data = data
    }
}

/// A job of the sender's own, as their machine has it.
package struct TeamJob: Contract {
    package var jobID: String
    package var agentType: String
    package var inputContext: JSONObject
    package var runsOn: TeamJobPlace
    package var status: AgentJob.Status
    package var progress: Double
    package var result: JSONValue?
    package var error: String?
    package var questions: JSONValue?
    package var answers: JSONValue?
    package var createdAt: String
    package var startedAt: String?
    package var completedAt: String?
    /// All of them, oldest first.
    package var events: [TeamJobEvent]

    package static let schema = Schema(
        "TeamJob", "A job of the sender's own, as their machine has it.",
        Field("job_id", \TeamJob.jobID, .uuid),
        Field("agent_type", \TeamJob.agentType, .words(50)),
        Field("input_context", \TeamJob.inputContext, .map(atMost: 100)),
        Field("runs_on", \TeamJob.runsOn, .literal),
        Field("status", \TeamJob.status, .literal),
        Field("progress", \TeamJob.progress, .number(atMost: 100, atLeast: 0), default: 0, schema: 0),
        Field("result", \TeamJob.result, .optional(.any), default: nil, schema: nil),
        Field("error", \TeamJob.error, .optional(.string()), default: nil, schema: nil),
        Field("questions", \TeamJob.questions, .optional(.any), default: nil, schema: nil),
        Field("answers", \TeamJob.answers, .optional(.any), default: nil, schema: nil),
        Field("created_at", \TeamJob.createdAt, .string(1...40)),
        Field("started_at", \TeamJob.startedAt, .optional(.string(1...40)), default: nil, schema: nil),
        Field("completed_at", \TeamJob.completedAt, .optional(.string(1...40)), default: nil, schema: nil),
        Field("events", \TeamJob.events, .list(of: .model), default: [], schema: nil),
        make: TeamJob.init)

    package init(
        _ jobID: String, _ agentType: String, _ inputContext: JSONObject, _ runsOn: TeamJobPlace,
        _ status: AgentJob.Status, _ progress: Double, _ result: JSONValue?, _ error: String?,
        _ questions: JSONValue?, _ answers: JSONValue?, _ createdAt: String, _ startedAt: String?,
        _ completedAt: String?, _ events: [TeamJobEvent]
    ) {
        (self.jobID, self.agentType, self.inputContext, self.runsOn) = (jobID, agentType, inputContext, runsOn)
        (self.status, self.progress, self.result, self.error) = (status, progress, result, error)
        (self.questions, self.answers, self.createdAt) = (questions, answers, createdAt)
        (self.startedAt, self.completedAt, self.events) = (startedAt, completedAt, events)
    }
}

/// What somebody picked of a choice.
package struct TeamPick: Contract {
    package var choiceID: String
    package var optionID: String

    package static let schema = Schema(
        "TeamPick", "What somebody picked of a choice.",
        Field("choice_id", \TeamPick.choiceID, .uuid),
        Field("option_id", \TeamPick.optionID, .string(1...200)),
        make: TeamPick.init(choiceID:optionID:))

    package init(choiceID: String, optionID: String) {
        self.choiceID = choiceID
        self.optionID = optionID
    }
}

/// A roadmap that is new, or what is different in one.
package struct TeamRoadmap: Contract {
    package var id: String
    /// As a row of `learning_roadmaps` has them.
    package var modules: [JSONObject]
    package var currentStepIndex: Int
    /// What the roadmap is called, and for whom it is.
    package var about: JSONObject?
    package var createdAt: String
    /// Steps that were ticked and opened since both sides agreed; `nil` where the modules themselves changed.
    package var ticked: [Int]?
    package var opened: [Int]?

    package static let schema = Schema(
        "TeamRoadmap", "A roadmap that is new, or what is different in one.",
        Field("id", \TeamRoadmap.id, .uuid),
        Field("modules", \TeamRoadmap.modules, .list(of: .map(atMost: 100))),
        Field("current_step_index", \TeamRoadmap.currentStepIndex, .integer(0...100_000)),
        Field("about", \TeamRoadmap.about, .optional(.map(atMost: 20)), default: nil, schema: nil),
        Field("created_at", \TeamRoadmap.createdAt, .string(1...40)),
        Field("ticked", \TeamRoadmap.ticked, .optional(.list(of: .integer(0...100_000))), default: nil, schema: nil),
        Field("opened", \TeamRoadmap.opened, .optional(.list(of: .integer(0...100_000))), default: nil, schema: nil),
        make: TeamRoadmap.init)

    package init(
        _ id: String, _ modules: [JSONObject], _ currentStepIndex: Int, _ about: JSONObject?, _ createdAt: String,
        _ ticked: [Int]?, _ opened: [Int]?
    ) {
        (self.id, self.modules, self.currentStepIndex, self.about) = (id, modules, currentStepIndex, about)
        (self.createdAt, self.ticked, self.opened) = (createdAt, ticked, opened)
    }
}

/// A conversation of the sender's with the mentor.
package struct TeamSession: Contract {
    package var id: String
    package var transcript: [SessionEntry]
    package var conceptsCovered: [String]
    package var durationMinutes: Int
    package var createdAt: String

    package static let schema = Schema(
        "TeamSession", "A conversation of the sender's with the mentor.",
        Field("id", \TeamSession.id, .uuid),
        Field("transcript", \TeamSession.transcript, .list(of: .model), default: [], schema: nil),
        Field("concepts_covered", \TeamSession.conceptsCovered, .list(of: .words(200)), default: [], schema: nil),
        Field("duration_minutes", \TeamSession.durationMinutes, .integer(0...1_000_000), default: 0, schema: 0),
        Field("created_at", \TeamSession.createdAt, .string(1...40)),
        make: TeamSession.init)

    package init(
        _ id: String, _ transcript: [SessionEntry], _ conceptsCovered: [String], _ durationMinutes: Int,
        _ createdAt: String
    ) {
        (self.id, self.transcript, self.conceptsCovered) = (id, transcript, conceptsCovered)
        (self.durationMinutes, self.createdAt) = (durationMinutes, createdAt)
    }
}

/// What is different on somebody's machine, but for files: `POST /v1/projects/{project_id}/sync`; the answer says how
/// all of it stands then, or with a cursor only what changed since.
package struct TeamSyncRequest: Contract {
    /// The last answer's; `nil` for everything.
    package var cursor: String?
    /// Tells whether the sender has all of their conversations as they are; `nil` where they want them anyway.
    package var sessionsDigest: String?
    /// What is changed of the project itself, each member where it still is what the sender knew.
    ///
    /// `{"title": {"from": ..., "to": ...}, ...}`
    package var project: JSONObject?
    /// Jobs whose end the sender knows: they are left out of the answer.
    package var knownJobs: [String]
    package var jobs: [TeamJob]
    package var dismissed: [DismissalRequest]
    package var restored: [DismissalRequest]
    package var picks: [TeamPick]
    package var roadmaps: [TeamRoadmap]
    package var sessions: [TeamSession]

    package static let schema = Schema(
        "TeamSyncRequest",
        "What is different on somebody's machine, but for files: POST /v1/projects/{project_id}/sync.",
        Field("cursor", \TeamSyncRequest.cursor, .optional(.string(0...20_000)), default: nil, schema: nil),
        Field(
            "sessions_digest", \TeamSyncRequest.sessionsDigest, .optional(.string(0...100)), default: nil,
            schema: nil),
        Field("project", \TeamSyncRequest.project, .optional(.map(atMost: 10)), default: nil, schema: nil),
        Field("known_jobs", \TeamSyncRequest.knownJobs, .list(of: .uuid), default: [], schema: nil),
        Field("jobs", \TeamSyncRequest.jobs, .list(of: .model), default: [], schema: nil),
        Field("dismissed", \TeamSyncRequest.dismissed, .list(of: .model), default: [], schema: nil),
        Field("restored", \TeamSyncRequest.restored, .list(of: .model), default: [], schema: nil),
        Field("picks", \TeamSyncRequest.picks, .list(of: .model), default: [], schema: nil),
        Field("roadmaps", \TeamSyncRequest.roadmaps, .list(of: .model), default: [], schema: nil),
        Field("sessions", \TeamSyncRequest.sessions, .list(of: .model), default: [], schema: nil),
        make: TeamSyncRequest.init)

    package init(
        _ cursor: String? = nil, _ sessionsDigest: String? = nil, _ project: JSONObject? = nil,
        _ knownJobs: [String] = [], _ jobs: [TeamJob] = [], _ dismissed: [DismissalRequest] = [],
        _ restored: [DismissalRequest] = [], _ picks: [TeamPick] = [], _ roadmaps: [TeamRoadmap] = [],
        _ sessions: [TeamSession] = []
    ) {
        (self.cursor, self.sessionsDigest, self.project) = (cursor, sessionsDigest, project)
        (self.knownJobs, self.jobs, self.dismissed, self.restored) = (knownJobs, jobs, dismissed, restored)
        (self.picks, self.roadmaps, self.sessions) = (picks, roadmaps, sessions)
    }

    /// Whether it brings anything, beside asking.
    package var bringsSomething: Bool {
        project?.isEmpty == false || !jobs.isEmpty || !dismissed.isEmpty || !restored.isEmpty || !picks.isEmpty
            || !roadmaps.isEmpty || !sessions.isEmpty
    }
}
