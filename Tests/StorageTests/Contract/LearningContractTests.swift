import JSON
import Models
import Storage
import Testing

/// What several programs do at once to what is learned.
@Suite struct LearningContractTests {
    private func entries(_ name: String) -> JSONText {
        JSONText([
            ["role": "user", "content": .string(name)], ["role": "mentor", "content": .string("About \(name)?")],
        ])
    }

    @Test(arguments: StoreBackend.all)
    func `questions that are asked at once are all kept, in one conversation of the day`(
        backend: StoreBackend
    ) async throws {
        let world = try await World(backend)
        try await withThrowingTaskGroup { group in
            for number in 0..<11 {
                group.addTask {
                    try await world.store.appendToSession(
                        nil, entries("q\(number)"), at: .now(), in: world.project, as: world.asOwner)
                }
            }
            try await group.waitForAll()
        }
        let sessions = try await world.store.sessions(of: world.project, as: world.asOwner)
        #expect(sessions.count == 1)
        let transcript = try #require(sessions.first?.transcript?.value?.array)
        let asked = transcript.filter { $0["role"] == "user" }.compactMap { $0["content"]?.string }
        #expect(asked.sorted() == (0..<11).map { "q\($0)" }.sorted())
        // Nobody's answer stands apart from its question.
        for (question, answer) in zip(transcript, transcript.dropFirst()) where question["role"] == "user" {
            #expect(answer["content"]?.string == "About \(question["content"]?.string ?? "")?")
        }
    }

    @Test(arguments: StoreBackend.all)
    func `another day begins another conversation, and one that is named goes on`(
        backend: StoreBackend
    ) async throws {
        let world = try await World(backend)
        let (store, project) = (world.store, world.project)
        let first = try await store.appendToSession(nil, entries("a"), at: .now(), in: project, as: world.asOwner)
        let tomorrow = Timestamp.now() + .seconds(90_000)
        let second = try await store.appendToSession(nil, entries("b"), at: tomorrow, in: project, as: world.asOwner)
        #expect(second.id != first.id)
        let again = try await store.appendToSession(
            first.id, entries("c"), at: first.createdAt + .seconds(600), in: project, as: world.asOwner)
        #expect(again.id == first.id && again.durationMinutes == 10)
        #expect(again.transcript?.value?.array?.count == 4)
        // A pause of an hour is none of activity; what follows it is.
        let afterPause = first.createdAt + .seconds(4_200)
        for (seconds, minutes) in [(0, 10), (300, 15)] {
            let later = try await store.appendToSession(
                first.id, entries("e"), at: afterPause + .seconds(seconds), in: project, as: world.asOwner)
            #expect(later.durationMinutes == minutes)
        }
        #expect(
            await error { () async throws(StoreError) in
                _ = try await store.appendToSession(
                    first.id, entries("d"), at: tomorrow, in: project, as: world.asOther)
            } == .notFound(.init(kind: "session", id: first.id.text)))
    }

    @Test(arguments: StoreBackend.all)
    func `changes of a roadmap that are made at once all count`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        let row = try await world.store.createRoadmap(
            modules: JSONText("[]"), in: world.project, as: world.asOwner)
        try await withThrowingTaskGroup { group in
            for number in 0..<8 {
                group.addTask {
                    _ = try await world.store.changeRoadmap(row.id, as: world.asOwner) { row in
                        let known = row.modules.value?.array ?? []
                        row.modules = JSONText(.array(known + [.integer(number)]))
                        row.currentStepIndex += 1
                    }
                }
            }
            try await group.waitForAll()
        }
        let changed = try await world.store.roadmap(row.id, as: world.asOwner)
        #expect(changed.currentStepIndex == 8)
        #expect(Set(changed.modules.value?.array ?? []) == Set((0..<8).map { .integer($0) }))
        #expect(
            await error { () async throws(StoreError) in
                _ = try await world.store.changeRoadmap(row.id, as: world.asOther) { _ in }
            } == .notFound(.init(kind: "roadmap", id: row.id.text)))
    }

    @Test(arguments: StoreBackend.all)
    func `the scores of a type move a share of the way, and no others`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        let (known, new, other) = (RowID.random(), RowID.random(), RowID.random())
        try await world.store.savePatterns(
            [
                NewPattern(id: known, projectType: "crm", embedding: nil, successScore: 0.8),
                NewPattern(id: new, projectType: "crm", embedding: nil),
                NewPattern(id: other, projectType: "shop", embedding: nil, successScore: 0.8),
            ], as: .service)
        try await world.store.movePatternScores(ofType: "crm", towards: 1, by: 0.5, as: .service)
        try await world.store.movePatternScores(ofType: "none", towards: 1, by: 0.5, as: .service)
        var scores: [Double?] = []
        for id in [known, new, other] { scores.append(try await world.store.pattern(id, as: .service).successScore) }
        #expect(scores.map { ($0 ?? -1) * 100 }.map { Int($0.rounded()) } == [90, 75, 80])
        #expect(
            await error { () async throws(StoreError) in
                try await world.store.movePatternScores(ofType: "crm", towards: 0, by: 1, as: world.asOwner)
            } == .forbidden(action: .update, table: .patternEmbeddings))
    }
}
