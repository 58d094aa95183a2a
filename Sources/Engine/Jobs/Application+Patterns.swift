import JSON
import Models
import Patterns
import Storage

/// The pattern library in the store, and the search in it.
extension Application {
    /// Puts the shipped library in, where the store has no pattern yet.
    ///
    /// The identities are fixed, so that two programs that do this at once store each pattern once.
    package func seedPatterns() async throws(RequestFailure) {
        try await storing { () throws(StoreError) in
            guard try await store.patternCount(as: .service) == 0 else { return }
            let patterns = PatternLibrary.seeds.enumerated().compactMap { index, seed -> NewPattern? in
                let digits = String(index + 1, radix: 16)
                let padded = String(repeating: "0", count: 12 - digits.count) + digits
                return RowID("c0def09e-0000-4000-8000-\(padded)").map { id in
                    NewPattern(
                        id: id, projectType: seed.projectType, embedding: seed.embedding,
                        metadata: JSONText(seed.metadata.serialized), successScore: seed.successScore)
                }
            }
            try await store.savePatterns(patterns, as: .service)
        }
    }

    /// `match_patterns` for a text, embedded here, or for an embedding of 1536 numbers.
    package func matchPatterns(
        text: String, count: Int, type: String?
    ) async throws(RequestFailure) -> [PatternMatch] {
        let embedding = TextEmbedding.embed(text)
        // A text without a word that says something is like nothing.
        guard embedding.contains(where: { $0 != 0 }) else { return [] }
        return try await matchPatterns(embedding: embedding, count: count, type: type)
    }

    package func matchPatterns(
        embedding: [Float], count: Int, type: String?
    ) async throws(RequestFailure) -> [PatternMatch] {
        guard (1...100).contains(count) else {
            throw .invalidInput(["match_count"], "is \(count); it must be 1 to 100.")
        }
        guard embedding.count == PatternEmbedding.dimensions else {
            throw .invalidInput(
                ["query_embedding"], "has \(embedding.count) numbers; it must have \(PatternEmbedding.dimensions).")
        }
        try await seedPatterns()
        return try await storing { () throws(StoreError) in
            try await store.matchPatterns(embedding, count: count, type: type, as: caller)
        }
    }
}

extension PatternMatch {
    /// A row of `match_patterns`' result.
    package var json: JSONValue {
        .object([
            "id": .string(id.text), "project_type": .string(projectType), "metadata": metadata.json,
            "success_score": successScore.map { .double($0) } ?? .null, "similarity": .double(similarity),
        ])
    }
}
