import JSON
import Models

// Rows as they go to a team's server, and as they come from it.

extension DismissedFinding {
    /// What tells one from another in a project.
    var teamKey: String { "\(path?.text ?? "")\n\(identity)" }

    var request: DismissalRequest {
        DismissalRequest(identity: identity, ruleID: ruleID, path: path?.text)
    }
}

extension DismissalRequest {
    init?(teamKey: String, rule: String) {
        guard let end = teamKey.firstIndex(of: "\n") else { return nil }
        let path = String(teamKey[..<end])
        self.init(
            identity: String(teamKey[teamKey.index(after: end)...]), ruleID: rule, path: path.isEmpty ? nil : path)
    }
}

extension RoadmapRow {
    init?(team value: JSONValue, in project: RowID) {
        guard let id = value["id"]?.string.flatMap(RowID.init), let modules = value["modules"],
            let created = value["created_at"]?.string.flatMap(Timestamp.init)
        else { return nil }
        self.init(
            id: id, projectID: project, modules: JSONText(modules),
            currentStepIndex: value["current_step_index"]?.int ?? 0, createdAt: created)
    }

    func dated(_ time: Timestamp) -> RoadmapRow {
        var row = self
        row.createdAt = time
        return row
    }

    /// The modules without how far somebody is.
    var plan: [JSONValue] {
        (modules.value?.array ?? []).map { module in
            var object = module.object ?? JSONObject()
            (object["done_steps"], object["is_locked"]) = (nil, nil)
            return .object(object)
        }
    }
}

extension DailySession {
    init?(team value: JSONValue, in project: RowID) {
        guard let id = value["id"]?.string.flatMap(RowID.init),
            let created = value["created_at"]?.string.flatMap(Timestamp.init)
        else { return nil }
        self.init(
            id: id, projectID: project, transcript: value["transcript"].map { JSONText($0) },
            conceptsCovered: value["concepts_covered"]?.array?.compactMap(\.string),
            durationMinutes: value["duration_minutes"]?.int ?? 0, createdAt: created)
    }

    /// Is another one when the conversation is.
    var signature: String {
        let turns = transcript?.value?.array ?? []
        let hash = ContentHash.of(Array(JSONValue.array(turns).serialized.utf8))
        return "\(turns.count)/\(hash)/\(durationMinutes)/\((conceptsCovered ?? []).count)"
    }

    /// Is another one when any of somebody's conversations is.
    static func digest(of sessions: [DailySession]) -> String {
        digest(of: sessions.map { ($0.id.text, $0.signature) })
    }

    static func digest(of signatures: [(id: String, signature: String)]) -> String {
        let lines = signatures.map { "\($0.id) \($0.signature)" }.sorted().joined(separator: "\n")
        return String(ContentHash.of(Array(lines.utf8)), radix: 16)
    }

    var sent: TeamSession {
        let entries = (transcript?.value?.array ?? []).compactMap { turn -> SessionEntry? in
            guard let role = turn["role"]?.string.flatMap(SessionRole.init) else { return nil }
            return SessionEntry(role: role, content: turn["content"]?.string ?? "")
        }
        return TeamSession(id.text, entries, conceptsCovered ?? [], durationMinutes, createdAt.text)
    }
}

extension AgentJob {
    /// A job of the team's; nil for one of somebody who is not known.
    init?(team value: JSONValue, in project: RowID, people: [RowID: RowID]) {
        guard let id = value["job_id"]?.string.flatMap(RowID.init),
            let user = value["user_id"]?.string.flatMap(RowID.init), people.isEmpty || people[user] != nil,
            let agent = value["agent_type"]?.string,
            let status = value["status"]?.string.flatMap(Status.init),
            let created = value["created_at"]?.string.flatMap(Timestamp.init)
        else { return nil }
        func text(_ key: String) -> JSONText? { value[key].flatMap { $0.isNull ? nil : JSONText($0) } }
        func time(_ key: String) -> Timestamp? { value[key]?.string.flatMap(Timestamp.init) }
        self.init(
            id: id, projectID: project, userID: people[user] ?? user, agentType: agent, status: status,
            progress: value["progress"]?.double ?? 0, result: text("result"), error: value["error"]?.string,
            createdAt: created, startedAt: time("started_at"), completedAt: time("completed_at"),
            inputContext: text("input_context") ?? JSONText("{}"), questions: text("questions"),
            answers: text("answers"))
    }

    /// Is another one when the job is.
    func signature(_ events: Int) -> String {
        "\(status.rawValue)/\(events)/\(answers?.value?.array?.count ?? 0)"
    }

    func sent(_ events: [JobEventRow]) -> TeamJob {
        TeamJob(
            id.text, agentType, inputContext.value?.object ?? JSONObject(), isWorkedElsewhere ? .team : .here, status,
            progress, result?.value, error, questions?.value, answers?.value, createdAt.text, startedAt?.text,
            completedAt?.text,
            events.map { event in
                // The result stands in the job alone.
                let data: JSONObject =
                    event.kind == .complete ? ["status": "completed"] : event.data.value?.object ?? [:]
                return TeamJobEvent(event: event.kind, data: data)
            })
    }
}

extension TeamJob {
    var signature: String { "\(status.rawValue)/\(events.count)/\(answers?.array?.count ?? 0)" }
}

extension JobFile {
    init?(team value: JSONValue, of job: AgentJob) {
        guard let path = value["path"]?.string.flatMap({ try? ProjectPath(validating: $0) }) else { return nil }
        self.init(
            jobID: job.id, projectID: job.projectID, path: path, content: value["content"]?.string,
            language: value["language"]?.string, seen: value["seen"]?.string)
    }
}
