import JSON
import Models
import Storage
import Testing

@Suite struct JobContractTests {
    @Test(arguments: StoreBackend.all)
    func `a job runs from its submission to its result, and each step is an event`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        let id = try await world.submit()
        #expect(try await world.store.job(id, as: world.asOwner).status == .queued)

        let claimed = try #require(try await world.claim())
        #expect(claimed.id == id && claimed.status == .running && claimed.attempts == 1)
        #expect(claimed.startedAt != nil && claimed.leaseOwner == "worker")
        try await world.store.reportProgress(
            of: id, worker: "worker", percent: 45, step: "Reading requirements", as: .service)
        let done = try await world.store.completeJob(
            id, worker: "worker", result: JSONText(#"{"app_name":"Walks"}"#), as: .service)
        #expect(done.status == .completed && done.progress == 100 && done.completedAt != nil)
        #expect(done.leaseOwner == nil)

        let events = try await world.store.events(of: id, after: 0, as: world.asOwner)
        #expect(events.map(\.kind) == [.progress, .progress, .complete])
        #expect(
            events.map(\.data.value) == [
                ["progress": 0.0, "status": "running"],
                ["progress": 45.0, "status": "running", "step": "Reading requirements"],
                ["result": ["app_name": "Walks"], "status": "completed"],
            ])
        #expect(try await world.store.events(of: id, after: events[1].sequence, as: world.asOwner) == [events[2]])
    }

    @Test(arguments: StoreBackend.all)
    func `questions end a turn, and answers add up and start the next one`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        let id = try await world.submit()
        for round in 1...2 {
            #expect(try await world.claim()?.id == id)
            let asked = JSONText(#"[{"id":"q\#(round)","question":"Which?"}]"#)
            let waiting = try await world.store.waitForInput(id, worker: "worker", questions: asked, as: .service)
            #expect(waiting.status == .waitingForInput && waiting.questions == asked)
            #expect(try await world.claim() == nil)
            let answer = JSONText(#"[{"question_id":"q\#(round)","answer":"Dogs"}]"#)
            let resumed = try await world.store.respond(to: id, answers: answer, as: .service)
            #expect(resumed.status == .running && resumed.attempts == 0 && resumed.leaseOwner == nil)
        }
        let answers = try await world.store.job(id, as: world.asOwner).answers?.value
        #expect(
            answers == [
                ["question_id": "q1", "answer": "Dogs"], ["question_id": "q2", "answer": "Dogs"],
            ])
        let kinds = try await world.store.events(of: id, after: 0, as: world.asOwner).map(\.kind)
        #expect(kinds == [.progress, .waiting, .progress, .waiting, .progress])
    }

    @Test(arguments: StoreBackend.all)
    func `of a project's pipelines one runs at a time, and other jobs beside it`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        let (first, second) = (try await world.submit("pipeline"), try await world.submit("pipeline"))
        let other = try await world.submit("qa")
        #expect(try await world.claim()?.id == first)
        #expect(try await world.claim()?.id == other)
        #expect(try await world.claim() == nil)
        #expect(try await world.store.hasClaimableJob(as: .service) == false)
        // One that waits for a person does not hold the next one up.
        let asked = JSONText(#"[{"id":"q1","question":"Which?"}]"#)
        _ = try await world.store.waitForInput(first, worker: "worker", questions: asked, as: .service)
        #expect(try await world.store.hasClaimableJob(as: .service))
        #expect(try await world.claim()?.id == second)
        _ = try await world.store.respond(to: first, answers: JSONText("[]"), as: .service)
        #expect(try await world.claim() == nil)
        _ = try await world.store.completeJob(second, worker: "worker", result: JSONText("{}"), as: .service)
        #expect(try await world.claim()?.id == first)
    }

    @Test(arguments: StoreBackend.all)
    func `answers are an array, and only a waiting job takes them`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        let id = try await world.submit()
        #expect(
            await error { () async throws(StoreError) in
                try await world.store.respond(to: id, answers: JSONText("{}"), as: .service)
            } == .invalidInput(field: "answers", reason: "must be a JSON array"))
        #expect(
            await error { () async throws(StoreError) in
                try await world.store.respond(to: id, answers: JSONText("[]"), as: .service)
            } == .conflict(.jobStatus(job: id, current: .queued)))
    }

    @Test(arguments: StoreBackend.all)
    func `a job is taken up again when its lease ends, three times, and then failed`(
        backend: StoreBackend
    ) async throws {
        let world = try await World(backend)
        let id = try await world.submit()
        for attempt in 1...3 {
            #expect(try await world.claim("worker \(attempt)")?.attempts == attempt)
            #expect(try await world.claim("early") == nil, "the lease still holds")
            try await world.advance(by: .seconds(10))
        }
        #expect(try await world.claim("late") == nil)
        let job = try await world.store.job(id, as: world.asOwner)
        #expect(job.status == .failed && job.completedAt != nil)
        #expect(job.error == "The worker stopped without finishing, 3 times. Look at its log and run again.")
    }

    @Test(arguments: StoreBackend.all)
    func `a heartbeat keeps the lease, and a worker that lost it writes nothing`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        let id = try await world.submit()
        _ = try await world.claim("first")
        try await world.advance(by: .seconds(8))
        try await world.store.extendLease(of: id, worker: "first", lease: .seconds(10), as: .service)
        try await world.advance(by: .seconds(8))
        #expect(try await world.claim("second") == nil)
        #expect(try await !world.store.hasClaimableJob(as: .service))
        try await world.advance(by: .seconds(2))
        #expect(try await world.store.hasClaimableJob(as: .service))
        #expect(try await world.claim("second")?.id == id)

        let lost = StoreError.conflict(.leaseLost(job: id))
        #expect(
            await error { () async throws(StoreError) in
                try await world.store.extendLease(of: id, worker: "first", lease: .seconds(10), as: .service)
            } == lost)
        #expect(
            await error { () async throws(StoreError) in
                try await world.store.completeJob(id, worker: "first", result: JSONText("1"), as: .service)
            } == lost)
        #expect(
            await error { () async throws(StoreError) in
                try await world.store.reportProgress(of: id, worker: "first", percent: 1, step: nil, as: .service)
            } == lost)
        #expect(try await world.store.job(id, as: world.asOwner).result == nil)
    }

    @Test(arguments: StoreBackend.local)
    func `a lease from before the machine's restart is over, however far it reached`(
        backend: StoreBackend
    ) async throws {
        let world = try await World(backend)
        let id = try await world.submit()
        for boot in ["second", "third"] {
            #expect(try await world.claim("of \(boot)")?.id == id)
            #expect(try await world.claim("early") == nil)
            world.clock.restart(as: boot)
        }
        #expect(try await world.claim("last")?.attempts == 3)
        world.clock.restart(as: "fourth")
        #expect(try await world.claim("late") == nil)
        #expect(try await world.store.job(id, as: world.asOwner).status == .failed)
    }

    @Test(arguments: StoreBackend.all)
    func `a job given back is taken up at once and has lost no attempt`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        let id = try await world.submit()
        _ = try await world.claim("first")
        try await world.store.releaseJob(id, worker: "first", as: .service)
        let again = try await world.claim("second")
        #expect(again?.id == id && again?.attempts == 1)
    }

    @Test(arguments: StoreBackend.all)
    func `a job is cancelled in every state that is not an end`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        let queued = try await world.submit()
        #expect(try await world.store.cancelJob(queued, as: .service).status == .cancelled)
        #expect(try await world.store.cancelJob(queued, as: .service).status == .cancelled, "again")

        let running = try await world.submit()
        _ = try await world.claim()
        let cancelled = try await world.store.cancelJob(running, as: .service)
        #expect(cancelled.status == .cancelled && cancelled.completedAt != nil && cancelled.leaseOwner == nil)
        #expect(
            await error { () async throws(StoreError) in
                try await world.store.extendLease(of: running, worker: "worker", lease: .seconds(1), as: .service)
            } == .conflict(.jobStatus(job: running, current: .cancelled)))

        let waiting = try await world.submit()
        _ = try await world.claim()
        try await world.store.waitForInput(waiting, worker: "worker", questions: JSONText("[]"), as: .service)
        #expect(try await world.store.cancelJob(waiting, as: .service).status == .cancelled)

        let failed = try await world.submit()
        _ = try await world.claim()
        try await world.store.failJob(failed, worker: "worker", error: "No", as: .service)
        #expect(
            await error { () async throws(StoreError) in try await world.store.cancelJob(failed, as: .service) }
                == .conflict(.jobStatus(job: failed, current: .failed)))
        #expect(try await world.store.events(of: queued, after: 0, as: world.asOwner).map(\.kind) == [.cancelled])
    }

    @Test(arguments: StoreBackend.all)
    func `jobs are taken up in the order of their submission and listed newest first, in pages`(
        backend: StoreBackend
    ) async throws {
        let world = try await World(backend)
        var ids: [RowID] = []
        for _ in 0..<7 { ids.append(try await world.submit()) }
        #expect(try await world.claim()?.id == ids[0])

        let first = try await world.store.jobs(in: world.project, limit: 3, offset: 0, as: world.asOwner)
        #expect(first.items.map(\.id) == Array(ids.reversed()[0..<3]) && first.total == 7 && first.hasMore)
        let last = try await world.store.jobs(in: world.project, limit: 3, offset: 6, as: world.asOwner)
        #expect(last.items.map(\.id) == [ids[0]] && last.total == 7 && !last.hasMore)
        let beyond = try await world.store.jobs(in: world.project, limit: 3, offset: 9, as: world.asOwner)
        #expect(beyond.items.isEmpty && beyond.total == 7 && !beyond.hasMore)
    }

    @Test(arguments: StoreBackend.all, [(0, 0), (101, 0), (-1, 0), (1, -1)])
    func `a page outside the limits is refused`(backend: StoreBackend, page: (limit: Int, offset: Int)) async throws {
        let world = try await World(backend)
        let error = await error { () async throws(StoreError) in
            _ = try await world.store.jobs(
                in: world.project, limit: page.limit, offset: page.offset, as: world.asOwner)
        }
        #expect(error?.code == "invalid_input")
    }

    @Test(arguments: StoreBackend.all, [-0.1, 100.1, .nan, .infinity])
    func `progress outside 0 to 100 is refused and changes nothing`(
        backend: StoreBackend, percent: Double
    ) async throws {
        let world = try await World(backend)
        let id = try await world.submit()
        _ = try await world.claim()
        let error = await error { () async throws(StoreError) in
            try await world.store.reportProgress(of: id, worker: "worker", percent: percent, step: nil, as: .service)
        }
        #expect(error?.code == "invalid_input")
        #expect(try await world.store.job(id, as: world.asOwner).progress == 0)
        #expect(try await world.store.events(of: id, after: 0, as: world.asOwner).count == 1)
    }

    @Test(arguments: StoreBackend.all, ["[]", "1", "{", "", "{}\u{0}"])
    func `an input context that is no JSON object is refused`(backend: StoreBackend, context: String) async throws {
        let world = try await World(backend)
        let error = await error { () async throws(StoreError) in
            try await world.store.submitJob(
                NewJob(
                    projectID: world.project, userID: world.owner, agentType: "qa", inputContext: JSONText(context)),
                as: .service)
        }
        #expect(error?.code == "invalid_input")
    }

    @Test(arguments: StoreBackend.all)
    func `an operation runs to its end when its task is cancelled`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        let id = try await world.submit()
        _ = try await world.claim()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await world.store.failJob(id, worker: "worker", error: "Stopped", as: .service)
        }
        #expect(try await task.value.status == .failed)
    }
}
