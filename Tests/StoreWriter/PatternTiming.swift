import Models
import SQLiteStorage
import Storage

/// Times `match_patterns`, the first call (which reads the vectors) and those after it.
struct PatternTiming {
    private let store: any Store

    init(database: String) throws {
        store = try SQLiteStore(path: database)
    }

    func run(count: Int) async throws {
        let missing = count - (try await store.patternCount(as: .service))
        if missing > 0 {
            let patterns = (0..<missing).map { NewPattern(projectType: "type\($0 % 8)", embedding: Self.vector()) }
            try await store.savePatterns(patterns, as: .service)
        }
        var milliseconds: [Double] = []
        for call in 0..<52 {
            let query = Self.vector()
            let start = monotonicNanoseconds()
            let found = try await store.matchPatterns(query, count: 10, type: nil, as: .service)
            let elapsed = Double(monotonicNanoseconds() - start) / 1e6
            guard found.count == min(10, count) else { return say("error \(found.count) found") }
            if call == 0 { say("first call \(elapsed) ms") } else { milliseconds.append(elapsed) }
        }
        milliseconds.sort()
        say("\(count) patterns: median \(milliseconds[milliseconds.count / 2]) ms, max \(milliseconds.last ?? 0) ms")
    }

    private static func vector() -> [Float] {
        (0..<PatternEmbedding.dimensions).map { _ in Float.random(in: -1...1) }
    }
}
