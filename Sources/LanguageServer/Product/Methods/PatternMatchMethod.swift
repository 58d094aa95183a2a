import Engine
import JSON
import JSONRPC

/// `codeforge/pattern/match`: the specification's `match_patterns`, for an embedding or for a text.
struct PatternMatchMethod: ProductMethod {
    static let method = "codeforge/pattern/match"

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        let (count, type) = (try parameters.integer("match_count") ?? 5, try parameters.text("filter_type"))
        let matches: [JSONValue]
        if let numbers = try parameters.array("query_embedding") {
            let embedding = numbers.compactMap { $0.double.map { Float($0) } }
            guard embedding.count == numbers.count, embedding.allSatisfy(\.isFinite) else {
                throw parameters.wrong("query_embedding", "must be an array of numbers.")
            }
            matches = try await context.using { application throws(RequestFailure) in
                try await application.matchPatterns(embedding: embedding, count: count, type: type).map(\.json)
            }
        } else {
            let text = try parameters.requiredText("query")
            matches = try await context.using { application throws(RequestFailure) in
                try await application.matchPatterns(text: text, count: count, type: type).map(\.json)
            }
        }
        return .object(["matches": .array(matches)])
    }
}
