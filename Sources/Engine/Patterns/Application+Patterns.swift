import JSON
import Models
import Patterns
import Storage

/// The pattern library in the store, and the search in it.
extension Application {
    /// Puts the shipped library in, where the store has none or that of another build.
    ///
    /// The identities are fixed, so that two programs that do this at once store each pattern once. Rows with other
    /// identities are somebody's own, and stay. A pattern's score is kept: it was earned here.
    package func seedPatterns() async throws(RequestFailure) {
        try await storing { () throws(StoreError) in
            let known = await seededPattern(1)?.metadata
            let library = known.flatMap { try? JSONValue(parsing: $0.text) }?["library"]?.string
            guard library != PatternLibrary.version else { return }
            var patterns: [NewPattern] = []
            for (index, seed) in PatternLibrary.seeds.enumerated() {
                guard let id = Self.seedID(index + 1) else { continue }
                let old = await seededPattern(index + 1)
                patterns.append(
                    NewPattern(
                        id: id, projectType: seed.projectType, embedding: seed.embedding,
                        metadata: JSONText(seed.metadata.serialized),
                        successScore: old?.projectType == seed.projectType ? old?.successScore : seed.successScore))
            }
            try await store.savePatterns(patterns, as: .service)
            // What a larger library had beyond these.
            var number = patterns.count + 1
            while let old = await seededPattern(number) {
                try await store.deletePattern(old.id, as: .service)
                number += 1
            }
        }
    }

    private func seededPattern(_ number: Int) async -> PatternEmbedding? {
        guard let id = Self.seedID(number) else { return nil }
        return try? await store.pattern(id, as: .service)
    }

    /// The identity of the shipped pattern with a number, counted from 1.
    private static func seedID(_ number: Int) -> RowID? {
        let digits = String(number, radix: 16)
        return RowID("c0def09e-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits)
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
