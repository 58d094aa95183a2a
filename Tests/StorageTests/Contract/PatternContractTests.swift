import JSON
import Models
import Storage
import Testing

@Suite struct PatternContractTests {
    @Test(arguments: StoreBackend.all)
    func `matches are those of a slow, exact search, in its order`(backend: StoreBackend) async throws {
        let store = try await backend.make(TestClock())
        var random = SplitMix(state: 7)
        var patterns = (0..<400).map { number in
            NewPattern(
                projectType: "type\(number % 3)", embedding: random.vector(), metadata: JSONText("{\"n\":\(number)}"),
                successScore: 0.5)
        }
        // Ones that single precision can't tell apart, and one with no direction at all.
        for number in 0..<20 {
            var near = patterns[0].embedding ?? []
            near[number] += 1e-5 * Float(number)
            patterns.append(NewPattern(projectType: "type0", embedding: near))
        }
        patterns.append(NewPattern(projectType: "type1", embedding: Array(repeating: 0, count: 1536)))
        patterns.append(NewPattern(projectType: "type1", embedding: nil))
        // Ones whose length single precision can't square.
        for scale in [1e-25, 1e25] as [Float] {
            patterns.append(NewPattern(projectType: "type2", embedding: random.vector().map { $0 * scale }))
        }
        try await store.savePatterns(patterns, as: .service)

        for (query, count, type) in [
            (random.vector(), 10, nil), (patterns[0].embedding ?? [], 25, nil), (random.vector(), 7, "type1"),
            (random.vector(), 1000, nil), (random.vector(), 0, nil), (random.vector(), 5, "unknown"),
        ] as [([Float], Int, String?)] {
            let found = try await store.matchPatterns(query, count: count, type: type, as: .user(.random()))
            let expected = reference(patterns, query, count, type)
            #expect(found.map(\.id) == expected.map(\.id))
            #expect(zip(found, expected).allSatisfy { abs($0.similarity - $1.similarity) < 1e-5 })
        }
    }

    @Test(arguments: StoreBackend.all)
    func `a match shows the pattern's columns, and changes are seen at once`(backend: StoreBackend) async throws {
        let store = try await backend.make(TestClock())
        var random = SplitMix(state: 1)
        let query = random.vector()
        let pattern = NewPattern(
            projectType: "saas", embedding: query, metadata: JSONText(#"{"name":"SaaS"}"#), successScore: 0.25)
        try await store.savePatterns([pattern], as: .service)
        let match = try #require(try await store.matchPatterns(query, count: 1, type: nil, as: .service).first)
        #expect(match.id == pattern.id && match.projectType == "saas" && match.successScore == 0.25)
        #expect(match.metadata?.value == ["name": "SaaS"] && abs(match.similarity - 1) < 1e-9)

        try await store.savePatterns(
            [NewPattern(id: pattern.id, projectType: "saas", embedding: query.map { -$0 })], as: .service)
        #expect(
            abs(try await store.matchPatterns(query, count: 1, type: nil, as: .service)[0].similarity + 1) < 1e-9)
        try await store.deletePattern(pattern.id, as: .service)
        #expect(try await store.matchPatterns(query, count: 1, type: nil, as: .service).isEmpty)
    }

    @Test(arguments: StoreBackend.all)
    func `a vector of another size, without direction or not finite is refused`(backend: StoreBackend) async throws {
        let store = try await backend.make(TestClock())
        let ones = Array(repeating: Float(1), count: 1536)
        let queries: [[Float]] = [
            [], Array(ones.dropLast()), ones + [1], ones.map { _ in 0 }, [.nan] + ones.dropLast(),
        ]
        for query in queries {
            let error = await error { () async throws(StoreError) in
                _ = try await store.matchPatterns(query, count: 1, type: nil, as: .service)
            }
            #expect(error?.code == "invalid_input")
        }
        for embedding: [Float] in [[], Array(ones.dropLast()), [.infinity] + ones.dropLast()] {
            let error = await error { () async throws(StoreError) in
                try await store.savePatterns([NewPattern(projectType: "saas", embedding: embedding)], as: .service)
            }
            #expect(error == .invalidInput(field: "embedding", reason: "must be 1536 finite numbers"))
        }
        let anonymous = try await store.matchPatterns(ones, count: 5, type: nil, as: .anonymous)
        #expect(anonymous.isEmpty)
    }

    /// Cosine similarity in double precision, one pattern after the other.
    private func reference(
        _ patterns: [NewPattern], _ query: [Float], _ count: Int, _ type: String?
    ) -> [(id: RowID, similarity: Double)] {
        let matches = patterns.compactMap { pattern -> (id: RowID, similarity: Double)? in
            guard let embedding = pattern.embedding, type == nil || pattern.projectType == type else { return nil }
            var (dot, left, right) = (0.0, 0.0, 0.0)
            for (a, b) in zip(embedding, query) {
                dot += Double(a) * Double(b)
                left += Double(a) * Double(a)
                right += Double(b) * Double(b)
            }
            return (pattern.id, left > 0 ? dot / (left.squareRoot() * right.squareRoot()) : 0)
        }
        return Array(matches.sorted { ($1.similarity, $0.id) < ($0.similarity, $1.id) }.prefix(count))
    }
}

/// A small generator with a seed.
///
/// The algorithm: https://prng.di.unimi.it/splitmix64.c
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func vector() -> [Float] {
        (0..<1536).map { _ in Float.random(in: -1...1, using: &self) }
    }
}
