import JSON
import Models
import Storage
import Testing

@testable import Engine

@Suite struct PatternSeedTests {
    @Test func `the library of an older build is replaced, and a person's own patterns and scores stay`() async throws {
        let sample = try await JobSample()
        let store = sample.application.store
        try await sample.application.seedPatterns()
        let count = try await store.patternCount(as: .service)
        let (first, second) = (try id(1), try id(2))
        let fresh = try await store.pattern(first, as: .service)
        let own = NewPattern(projectType: "mine", embedding: fresh.embedding, metadata: JSONText("{\"a\":1}"))
        var old = NewPattern(
            id: first, projectType: "gone", embedding: fresh.embedding?.reversed(), metadata: JSONText("{}"),
            successScore: 0.9)
        try await store.savePatterns([own, old], as: .service)
        try await store.updatePattern(second, successScore: 0.8, as: .service)
        // The older build knew one pattern more.
        old.id = try id(count + 1)
        try await store.savePatterns([old], as: .service)

        try await sample.application.seedPatterns()

        #expect(try await store.pattern(first, as: .service).projectType == fresh.projectType)
        #expect(try await store.pattern(first, as: .service).embedding == fresh.embedding)
        #expect(try await store.pattern(first, as: .service).successScore == 0.5)
        #expect(try await store.pattern(second, as: .service).successScore == 0.8)
        #expect(try await store.pattern(own.id, as: .service).metadata == own.metadata)
        #expect(try await store.patternCount(as: .service) == count + 1)
    }

    @Test func `a library that is there is not written again`() async throws {
        let sample = try await JobSample()
        let store = sample.application.store
        try await sample.application.seedPatterns()
        let last = try id(try await store.patternCount(as: .service))
        try await store.deletePattern(last, as: .service)
        try await sample.application.seedPatterns()
        await #expect(throws: StoreError.self) { try await store.pattern(last, as: .service) }
    }

    @Test func `a pattern's score moves with what the QA agent finds in what was made from it`() async throws {
        let sample = try await JobSample()
        let store = sample.application.store
        let pattern = NewPattern(projectType: "walks", embedding: nil, successScore: 0.5)
        try await store.savePatterns([pattern], as: .service)
        func score() async throws -> Int {
            Int((1_000 * (try await store.pattern(pattern.id, as: .service).successScore ?? 0)).rounded())
        }
        let passed: JSONValue = ["passed": true, "issues": [], "summary": "Nothing."]
        try await sample.claimed().complete(passed)
        // Nothing tells what the project was made from.
        #expect(try await score() == 500)
        let work = try await sample.claimed(worker: "second")
        try await work.setOrigin(DocumentOrigin(maker: "offline", pattern: "walks", similarity: 0.7), of: .research)
        try await work.complete(passed)
        #expect(try await score() == 550)
        let failed = try await sample.claimed(worker: "second")
        try await failed.complete(["passed": false, "issues": [], "summary": "One."])
        #expect(try await score() == 495)
    }

    private func id(_ number: Int) throws -> RowID {
        let digits = String(number, radix: 16)
        return try #require(
            RowID("c0def09e-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits))
    }
}
