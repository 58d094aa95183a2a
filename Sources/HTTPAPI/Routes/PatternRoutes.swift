import Engine
import JSON
import Models

/// The pattern library.
enum PatternRoutes {
    static let all: [Route] = [
        Route(
            .post, "/v1/patterns/match", "matchPatterns", "patterns",
            "match_patterns: the architectures most like an embedding, or a text.", .ok("PatternMatches")
        ) { request in
            let asked: MatchPatternsRequest = try request.contract()
            let matches: [PatternMatch]
            if let embedding = asked.queryEmbedding {
                let numbers = embedding.map { Float($0) }
                guard numbers.allSatisfy(\.isFinite) else {
                    throw APIFailure.invalid(["query_embedding"], "must hold finite numbers.")
                }
                // Nothing is like zeros, which have no direction.
                let isZero = numbers.count == PatternEmbedding.dimensions && !numbers.contains { $0 != 0 }
                matches =
                    isZero
                    ? []
                    : try await request.application.matchPatterns(
                        embedding: numbers, count: asked.matchCount, type: asked.filterType)
            } else if let text = asked.query {
                matches = try await request.application.matchPatterns(
                    text: text, count: asked.matchCount, type: asked.filterType)
            } else {
                throw APIFailure.invalid(["query_embedding"], "is missing. Send it, or a text as query.")
            }
            return .json(["matches": .array(matches.map(\.json))])
        }
        .taking(MatchPatternsRequest.self)
    ]
}
