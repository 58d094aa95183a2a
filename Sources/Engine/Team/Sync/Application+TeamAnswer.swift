import JSON
import Models
import Storage

/// The server's part of keeping people's machines in step: takes what is different there, and says how all stands then.
extension Application {
    /// Takes what a machine of the caller's has that is new, and gives everything of the project but its files' texts;
    /// of what did not change since the request's cursor nothing.
    ///
    /// - Throws: `not_found` for a project that the caller does not see; `invalid_input`, `conflict` or `forbidden`
    ///   for something that nobody may bring. What came before it has been taken then: sending it again does no harm.
    package func sync(_ request: TeamSyncRequest, in project: RowID) async throws(RequestFailure) -> JSONValue {
        let row = try await self.project(project.text)
        if let changes = request.project { try await take(changes, of: row) }
        for finding in request.dismissed { try await dismiss(finding, in: project) }
        for finding in request.restored {
            let path = try finding.path.map { text throws(RequestFailure) in try validPath(text) }
            try await restoreFinding(finding.identity, at: path, in: project)
        }
        for job in request.jobs { try await take(job, in: row) }
        for pick in request.picks { try await take(pick, in: project) }
        for roadmap in request.roadmaps { try await take(roadmap, in: project) }
        for session in request.sessions { try await take(session, in: project) }
        return try await state(of: project, for: request)
    }

    private func time(_ text: String?, at key: String) throws(RequestFailure) -> Timestamp? {
        guard let text else { return nil }
        guard let time = Timestamp(text) else {
            throw .invalidInput([key], "'\(text)' is no moment, such as 2026-01-15T10:30:00Z.")
        }
        return time
    }

    /// How long ago a job may have been asked for that comes now.
    private static var longestWait: Duration { .seconds(-86_400) }

    private func id(_ text: String, at key: String) throws(RequestFailure) -> RowID {
        guard let id = RowID(text) else { throw .invalidInput([key], "'\(text)' is no identity.") }
        return id
    }

    // MARK: - Taking

    private func take(_ job: TeamJob, in project: Project) async throws(RequestFailure) {
        let id = try id(job.jobID, at: "job_id")
        guard let user = caller.userID else { throw RequestFailure("forbidden", "Only a person has jobs.") }
        switch job.runsOn {
        case .team: try await takeRequest(job, id, in: project)
        case .here:
            let text = { (value: JSONValue?) in value.map { JSONText($0) } }
            let row = AgentJob(
                id: id, projectID: project.id, userID: user, agentType: job.agentType, status: job.status,
                progress: job.progress, result: text(job.result), error: job.error,
                createdAt: try time(job.createdAt, at: "created_at") ?? .now(),
                startedAt: try time(job.startedAt, at: "started_at"),
                completedAt: try time(job.completedAt, at: "completed_at"),
                inputContext: JSONText(.object(job.inputContext)), questions: text(job.questions),
                answers: text(job.answers))
            let events = job.events.enumerated().map { number, event in
                JobEventRow(
                    sequence: number + 1, jobID: id, kind: event.event, data: JSONText(.object(event.data)),
                    createdAt: row.createdAt)
            }
            try await storing { () throws(StoreError) in
                try await store.recordJob(row, events: events, as: .service)
            }
        }
    }

    /// A job that the team's workers are to run, its answers, or its end: each is done once, however often it comes.
    private func takeRequest(_ job: TeamJob, _ id: RowID, in project: Project) async throws(RequestFailure) {
        let known: AgentJob
        do throws(StoreError) {
            known = try await store.job(id, as: caller)
        } catch {
            guard case .notFound = error else { throw RequestFailure(error) }
            if job.status == .cancelled { return }
            // Nobody gets before the others by a time that is long ago.
            let (asked, now) = (try time(job.createdAt, at: "created_at") ?? .now(), Timestamp.now())
            let moment = min(max(asked, now + Self.longestWait), now)
            do {
                _ = try await submit(
                    id, job.agentType, project: project.id.text, context: job.inputContext, at: moment)
            } catch  where error.code == "conflict" {
                // Another of the caller's machines was faster; nobody else knows of the job.
            }
            return
        }
        guard known.projectID == project.id, known.userID == caller.userID, !known.isWorkedElsewhere else { return }
        if job.status == .cancelled, !known.status.isTerminal {
            try await cancel(job: id.text)
        } else if known.status == .waitingForInput, let answers = job.answers?.array {
            let given = answers.dropFirst(known.answers?.value?.array?.count ?? 0)
            if !given.isEmpty {
                try await storing { () throws(StoreError) in
                    _ = try await store.respond(to: id, answers: JSONText(.array(Array(given))), as: .service)
                }
            }
        }
    }

    /// Changes what still is as the sender knew it; what somebody else changed meanwhile stays, and the answer tells it.
    private func take(_ changes: JSONObject, of row: Project) async throws(RequestFailure) {
        let known = TeamProject.values(of: row)
        var update = ProjectUpdate()
        for (key, change) in changes {
            guard let from = change["from"], let to = change["to"] else {
                throw .invalidInput(["project", key], "must have from and to.")
            }
            if known[key] == from { try TeamProject.set(key, to: to, in: &update) }
        }
        let accepted = update
        guard accepted != ProjectUpdate() else { return }
        try await storing { () throws(StoreError) in
            _ = try await store.updateProject(row.id, accepted, as: caller)
        }
    }

    private func take(_ pick: TeamPick, in project: RowID) async throws(RequestFailure) {
        let choice = try id(pick.choiceID, at: "choice_id")
        try await storing { () throws(StoreError) in
            guard try await store.job(choice, as: caller).projectID == project else {
                throw StoreError.noRow("job", choice)
            }
            try await store.setProjectValue(
                JSONText(.string(pick.optionID)), for: "choice/\(choice)", in: project, as: caller)
        }
    }

    private func take(_ sent: TeamRoadmap, in project: RowID) async throws(RequestFailure) {
        let row = RoadmapRow(
            id: try id(sent.id, at: "id"), projectID: project,
            modules: JSONText(.array(sent.modules.map { .object($0) })), currentStepIndex: sent.currentStepIndex,
            createdAt: try time(sent.createdAt, at: "created_at") ?? .now())
        let (ticked, opened) = (sent.ticked, sent.opened)
        let about = sent.about
        try await storing { () throws(StoreError) in
            let isKnown = try await store.roadmaps(of: project, as: caller).contains { $0.id == row.id }
            if isKnown, ticked != nil || opened != nil {
                try await store.changeRoadmap(row.id, as: caller) { row in
                    var progress = RoadmapProgress(row)
                    for step in ticked ?? [] { progress.mark(step, done: true) }
                    for step in opened ?? [] { progress.mark(step, done: false) }
                    progress.write(to: &row)
                }
            } else {
                try await store.putRoadmap(row, as: caller)
            }
            if let about {
                try await store.setProjectValue(
                    JSONText(.object(about)), for: "roadmap/\(row.id)", in: project, as: caller)
            }
        }
    }

    private func take(_ sent: TeamSession, in project: RowID) async throws(RequestFailure) {
        let row = DailySession(
            id: try id(sent.id, at: "id"), projectID: project,
            transcript: JSONText(.array(sent.transcript.map(\.json))), conceptsCovered: sent.conceptsCovered,
            durationMinutes: sent.durationMinutes, createdAt: try time(sent.createdAt, at: "created_at") ?? .now())
        try await storing { () throws(StoreError) in try await put(row) }
    }

    /// Keeps a conversation that went on here or elsewhere; where it went on in both, all of it is kept.
    func put(_ row: DailySession) async throws(StoreError) {
        var row = row
        do throws(StoreError) {
            let known = try await store.session(row.id, as: caller)
            guard known.projectID == row.projectID else {
                throw StoreError.forbidden(action: .update, table: .dailySessions)
            }
            row.transcript = JSONText(
                .array(Self.joined(known.transcript?.value?.array ?? [], row.transcript?.value?.array ?? [])))
            row.durationMinutes = max(row.durationMinutes, known.durationMinutes)
            let concepts = known.conceptsCovered ?? []
            row.conceptsCovered = concepts + (row.conceptsCovered ?? []).filter { !concepts.contains($0) }
            if row == known { return }
        } catch {
            guard case .notFound = error else { throw error }
        }
        try await store.putSession(row, as: caller)
    }

    /// What two conversations have in common, then what the first has beyond it, then what the second has.
    static func joined(_ known: [JSONValue], _ new: [JSONValue]) -> [JSONValue] {
        let common = zip(known, new).prefix { $0 == $1 }.count
        return known + new.dropFirst(common)
    }

    // MARK: - Telling

    private func state(
        of project: RowID, for request: TeamSyncRequest
    ) async throws(RequestFailure) -> JSONValue {
        // Before the rows are read: what changes meanwhile is told again, and nothing is missed.
        let news = try await storing { () throws(StoreError) in
            try await store.projectNews(of: project, since: request.cursor, as: caller)
        }
        var state: JSONObject = ["cursor": .string(news.cursor)]
        if news.concerns(.projects) {
            state["project"] = .object(TeamProject.values(of: try await self.project(project.text)))
            state["members"] = .array(try await members(of: project).map(\.json))
            state["picks"] = .array(try await picks(in: project))
        }
        if news.concerns(.projects) || news.concerns(.learningRoadmaps) {
            state["roadmaps"] = .array(try await roadmapRecords(of: project))
        }
        if news.concerns(.agentJobs) {
            let known = Set(request.knownJobs.compactMap(RowID.init))
            state["jobs"] = .array(try await jobRecords(of: project, without: known, news.rows(of: .agentJobs)))
        }
        if news.concerns(.dismissedFindings) {
            state["dismissals"] = .array(try await dismissals(in: project).map(\.json))
        }
        if news.concerns(.projectFiles) {
            state["files"] = try await fileRecords(of: project, news.rows(of: .projectFiles))
        }
        let sessions = try await storing { () throws(StoreError) in
            try await store.sessions(of: project, as: caller)
        }
        if request.sessionsDigest != DailySession.digest(of: sessions) {
            state["sessions"] = .array(sessions.map(\.json))
        }
        return .object(state)
    }

    private func picks(in project: RowID) async throws(RequestFailure) -> [JSONValue] {
        try await storing { () throws(StoreError) in
            try await store.projectValues(withPrefix: "choice/", in: project, as: caller).compactMap { key, value in
                guard let option = value.value?.string else { return nil }
                return ["choice_id": .string(String(key.dropFirst(7))), "option_id": .string(option)]
            }
        }
    }

    private func roadmapRecords(of project: RowID) async throws(RequestFailure) -> [JSONValue] {
        try await storing { () throws(StoreError) in
            let about = Dictionary(
                try await store.projectValues(withPrefix: "roadmap/", in: project, as: caller)
                    .map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
            return try await store.roadmaps(of: project, as: caller).map { row in
                var object = row.json.object ?? JSONObject()
                object["about"] = about["roadmap/\(row.id)"]?.value ?? .null
                return .object(object)
            }
        }
    }

    /// Paths and versions: of all files, or of the rows that changed; and what was deleted.
    private func fileRecords(of project: RowID, _ rows: Set<RowID>?) async throws(RequestFailure) -> JSONValue {
        try await storing { () throws(StoreError) in
            let files =
                if let rows { try await store.files(withIDs: rows, in: project, as: caller) } else {
                    try await store.files(in: project, as: caller)
                }
            let removed = try await store.removedFiles(in: project, as: caller)
            func record(_ path: ProjectPath, _ version: Int) -> JSONValue {
                ["path": .string(path.text), "version": .integer(version)]
            }
            return [
                "is_complete": .bool(rows == nil), "items": .array(files.map { record($0.path, $0.version) }),
                "removed": .array(removed.map { record($0.path, $0.version) }),
            ]
        }
    }

    private func jobRecords(
        of project: RowID, without known: Set<RowID>, _ rows: Set<RowID>?
    ) async throws(RequestFailure) -> [JSONValue] {
        let jobs = try await jobs(of: project, rows)
        return try await storing { () throws(StoreError) in
            var records: [JSONValue] = []
            for job in jobs where !(job.status.isTerminal && known.contains(job.id)) {
                let events = try await store.events(of: job.id, after: 0, as: caller)
                // What agents wrote is for whoever asked for it.
                let isOwn = job.userID == caller.userID && job.status == .completed && !job.isWorkedElsewhere
                let files = isOwn ? try await store.jobFiles(of: job.id, as: caller) : []
                records.append(Self.record(job, events, files))
            }
            return records
        }
    }

    /// Newest first: all, or those of the rows that are still there.
    private func jobs(of project: RowID, _ rows: Set<RowID>?) async throws(RequestFailure) -> [AgentJob] {
        try await storing { () throws(StoreError) in
            var jobs: [AgentJob] = []
            if let rows {
                for row in rows {
                    do throws(StoreError) {
                        jobs.append(try await store.job(row, as: caller))
                    } catch {
                        guard case .notFound = error else { throw error }
                    }
                }
                return jobs.sorted { $0.createdAt > $1.createdAt }
            }
            while true {
                let page = try await store.jobs(in: project, limit: 100, offset: jobs.count, as: caller)
                jobs += page.items
                if !page.hasMore || page.items.isEmpty { return jobs }
            }
        }
    }

    private static func record(_ job: AgentJob, _ events: [JobEventRow], _ files: [JobFile]) -> JSONValue {
        [
            "job_id": .string(job.id.text), "user_id": .string(job.userID.text),
            "agent_type": .string(job.agentType), "input_context": job.inputContext.value ?? .null,
            "status": .string(job.status.rawValue), "progress": .double(job.progress),
            "result": job.result?.value ?? .null, "error": job.error.map { .string($0) } ?? .null,
            "questions": job.questions?.value ?? .null, "answers": job.answers?.value ?? .null,
            "created_at": .string(job.createdAt.text), "started_at": job.startedAt.map { .string($0.text) } ?? .null,
            "completed_at": job.completedAt.map { .string($0.text) } ?? .null,
            "worked_elsewhere": .bool(job.isWorkedElsewhere),
            "events": .array(
                events.map { event in
                    // The result stands in the job alone.
                    let data = event.kind == .complete ? ["status": "completed"] : event.data.value ?? .null
                    return ["event": .string(event.kind.rawValue), "data": data]
                }),
            "files": .array(
                files.map { file in
                    [
                        "path": .string(file.path.text), "content": file.content.map { .string($0) } ?? .null,
                        "language": file.language.map { .string($0) } ?? .null,
                        "seen": file.seen.map { .string($0) } ?? .null,
                    ]
                }),
        ]
    }
}
