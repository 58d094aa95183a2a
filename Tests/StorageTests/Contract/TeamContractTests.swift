import JSON
import Models
import Storage
import Testing

/// Rows that come from another database with the identities that they have there.
@Suite struct TeamContractTests {
    private func job(_ world: World, _ status: AgentJob.Status = .running, user: RowID? = nil) -> AgentJob {
        AgentJob(
            id: .random(), projectID: world.project, userID: user ?? world.owner, agentType: "qa", status: status,
            createdAt: Timestamp(milliseconds: 1_790_000_000_000),
            startedAt: Timestamp(milliseconds: 1_790_000_001_000), inputContext: JSONText(#"{"a":1}"#))
    }

    private func event(_ job: AgentJob, _ kind: JobEventRow.Kind, _ data: JSONValue, _ number: Int) -> JobEventRow {
        JobEventRow(sequence: number, jobID: job.id, kind: kind, data: JSONText(data), createdAt: job.createdAt)
    }

    @Test(arguments: StoreBackend.all)
    func `a job that ran elsewhere is kept with its events, and followed to its end`(backend: StoreBackend) async throws
    {
        let world = try await World(backend)
        let store = world.store
        var job = job(world)
        let first = event(job, .progress, ["progress": 0.0, "status": "running"], 1)
        let second = event(job, .progress, ["progress": 40.0, "status": "running", "step": "Reading"], 2)
        job.progress = 40
        job.answers = JSONText(#"[{"answer":"x","question_id":"q1"}]"#)
        for _ in 0..<2 { try await store.recordJob(job, events: [first, second], as: .service) }
        var known = try await store.job(job.id, as: world.asOwner)
        #expect(known.status == .running && known.progress == 40 && known.isWorkedElsewhere)
        #expect(known.answers?.value == job.answers?.value && known.createdAt == job.createdAt)
        #expect(try await world.claim() == nil, "no worker of this database takes it up")

        (job.status, job.progress, job.result) = (.completed, 100, JSONText(#"{"b":2}"#))
        job.completedAt = Timestamp(milliseconds: 1_790_000_002_000)
        let events = [first, second, event(job, .complete, ["status": "completed"], 3)]
        for _ in 0..<2 { try await store.recordJob(job, events: events, as: .service) }
        known = try await store.job(job.id, as: world.asOwner)
        #expect(known.status == .completed && known.result?.value == ["b": 2])
        #expect(known.startedAt == job.startedAt && known.completedAt == job.completedAt)
        #expect(
            try await store.events(of: job.id, after: 0, as: world.asOwner).map(\.kind) == [
                .progress, .progress, .complete,
            ])
    }

    @Test(arguments: StoreBackend.all)
    func `nobody's job is overwritten by what came from elsewhere`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        let store = world.store
        var own = job(world)
        own = AgentJob(
            id: try await world.submit(), projectID: own.projectID, userID: own.userID, agentType: "research",
            status: .completed, createdAt: own.createdAt, inputContext: own.inputContext)
        let mine = job(world)
        try await store.recordJob(mine, events: [], as: .service)
        let others = AgentJob(
            id: mine.id, projectID: world.project, userID: world.other, agentType: "qa", status: .cancelled,
            createdAt: mine.createdAt, inputContext: mine.inputContext)
        for (stranger, current) in [(own, AgentJob.Status.queued), (others, .running)] {
            #expect(
                await error { () async throws(StoreError) in
                    try await store.recordJob(stranger, events: [], as: .service)
                } == .conflict(.jobStatus(job: stranger.id, current: current)))
        }
        #expect(
            await error { () async throws(StoreError) in
                try await store.recordJob(mine, events: [], as: world.asOwner)
            } == .forbidden(action: .insert, table: .agentJobs))
        let nobody = RowID.random()
        let lost = AgentJob(
            id: .random(), projectID: nobody, userID: world.owner, agentType: "qa", createdAt: mine.createdAt,
            inputContext: mine.inputContext)
        #expect(
            await error { () async throws(StoreError) in
                try await store.recordJob(lost, events: [], as: .service)
            } == .noProject(nobody))
    }

    @Test(arguments: StoreBackend.all)
    func `roadmaps and conversations come with their identities, and stay in their projects`(
        backend: StoreBackend
    ) async throws {
        let world = try await World(backend)
        let store = world.store
        let other = try await store.createProject(NewProject(userID: world.other, title: "O"), as: world.asOther).id
        let time = Timestamp(milliseconds: 1_790_000_000_000)
        var roadmap = RoadmapRow(
            id: .random(), projectID: world.project, modules: JSONText(#"[{"title":"M"}]"#), currentStepIndex: 0,
            createdAt: time)
        try await store.putRoadmap(roadmap, as: world.asOwner)
        roadmap.currentStepIndex = 2
        for _ in 0..<2 { try await store.putRoadmap(roadmap, as: world.asOwner) }
        let rows = try await store.roadmaps(of: world.project, as: world.asOwner)
        #expect(rows.map(\.currentStepIndex) == [2] && rows.map(\.createdAt) == [time])
        let moved = RoadmapRow(
            id: roadmap.id, projectID: other, modules: roadmap.modules, currentStepIndex: 0, createdAt: time)
        #expect(
            await error { () async throws(StoreError) in
                try await store.putRoadmap(moved, as: world.asOther)
            } == .forbidden(action: .update, table: .learningRoadmaps))

        var session = DailySession(
            id: .random(), projectID: world.project, transcript: JSONText(#"[{"content":"why?","role":"user"}]"#),
            conceptsCovered: ["loops"], durationMinutes: 1, createdAt: time)
        try await store.putSession(session, as: world.asOwner)
        session.durationMinutes = 5
        for _ in 0..<2 { try await store.putSession(session, as: world.asOwner) }
        let kept = try await store.sessions(of: world.project, as: world.asOwner)
        #expect(kept.map(\.durationMinutes) == [5] && kept.map(\.conceptsCovered) == [["loops"]])
        try await store.addMember(world.other, to: world.project, as: world.asOwner)
        let stranger = session
        let refusal = await error { () async throws(StoreError) in
            try await store.putSession(stranger, as: world.asOther)
        }
        guard case .forbidden(_, .dailySessions) = refusal else {
            return #expect(Bool(false), "\(String(describing: refusal))")
        }
    }

    @Test(arguments: StoreBackend.all)
    func `what was deleted is told until it is there again, and rows are found by identity`(
        backend: StoreBackend
    ) async throws {
        let world = try await World(backend)
        let store = world.store
        let (kept, gone) = (try await world.save("a.txt", "a"), try await world.save("b.txt", "b"))
        let found = try await store.files(withIDs: [kept.id, .random()], in: world.project, as: world.asOwner)
        #expect(found.map(\.path.text) == ["a.txt"])
        #expect(try await store.removedFiles(in: world.project, as: world.asOwner).isEmpty)
        try await store.deleteFile(gone.path, expectedVersion: 1, in: world.project, as: world.asOwner)
        let removed = try await store.removedFiles(in: world.project, as: world.asOwner)
        #expect(removed == [RemovedFile(path: gone.path, version: 1)])
        _ = try await world.save("b.txt", "anew")
        #expect(try await store.removedFiles(in: world.project, as: world.asOwner).isEmpty)
        #expect(
            await error { () async throws(StoreError) in
                _ = try await store.removedFiles(in: world.project, as: world.asOther)
            } == .noProject(world.project))
    }

    @Test(arguments: StoreBackend.all)
    func `a job's files are proposed, moved along their states, and remembered`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        let store = world.store
        let id = try await world.submit()
        let path = try ProjectPath(validating: "a.txt")
        var file = JobFile(
            jobID: id, projectID: world.project, path: path, content: "new", language: "text", seen: "old")
        try await store.proposeFile(file, as: world.asOwner)
        file.content = "newer"
        try await store.proposeFile(file, as: world.asOwner)
        #expect(try await store.jobFiles(of: id, as: world.asOwner).map(\.content) == ["newer"])
        #expect(try await store.jobFiles(of: id, as: world.asOther).isEmpty)
        #expect(try await store.jobFileHistory(in: world.project, as: world.asOwner).isEmpty)
        (file.state, file.before, file.written, file.folder) = (.applied, "old", "newer", "/w")
        let moved = try await store.moveJobFiles([file], from: [.proposed], as: world.asOwner)
        #expect(moved == [path])
        #expect(try await store.moveJobFiles([file], from: [.proposed], as: world.asOwner).isEmpty)
        let history = try await store.jobFileHistory(in: world.project, as: world.asOwner)
        #expect(history.map(\.written) == ["newer"] && history.map(\.before) == ["old"])

        #expect(try await store.jobCheckpoint("code", of: id, as: world.asOwner) == nil)
        for number in 1...2 {
            try await store.setJobCheckpoint(JSONText(.integer(number)), for: "code", of: id, as: world.asOwner)
        }
        #expect(try await store.jobCheckpoint("code", of: id, as: world.asOwner)?.value == 2)
    }
}
