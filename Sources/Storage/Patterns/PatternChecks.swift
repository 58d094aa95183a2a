import Models

extension PatternEmbedding {
    /// Refuses what patterns can't be compared with.
    package static func checkQuery(_ query: [Float], count: Int) throws(StoreError) {
        guard query.count == PatternEmbedding.dimensions else {
            throw .invalidInput(field: "query_embedding", reason: "must have 1536 numbers, not \(query.count)")
        }
        guard query.allSatisfy(\.isFinite), query.contains(where: { $0 != 0 }) else {
            throw .invalidInput(field: "query_embedding", reason: "must be finite numbers, not all zero")
        }
        guard count >= 0 else {
            throw .invalidInput(field: "match_count", reason: "must be at least 0, not \(count)")
        }
    }
}

extension NewPattern {
    /// Refuses what no store keeps.
    package func check() throws(StoreError) {
        try StoreError.refuseNUL(in: ["project_type": projectType, "metadata": metadata?.text])
        guard let embedding else { return }
        guard embedding.count == PatternEmbedding.dimensions, embedding.allSatisfy(\.isFinite) else {
            throw .invalidInput(field: "embedding", reason: "must be 1536 finite numbers")
        }
    }
}
