/// A row of `pattern_embeddings`: an architecture that worked, findable by similarity.
package struct PatternEmbedding: Hashable, Sendable {
    /// The number of components of every embedding.
    package static let dimensions = 1536

    package var id: RowID
    package var projectType: String
    package var embedding: [Float]?
    package var metadata: JSONText?
    /// 0 to 1: how well the pattern worked.
    package var successScore: Double?
    package var createdAt: Timestamp

    package init(
        id: RowID, projectType: String, embedding: [Float]?, metadata: JSONText? = nil, successScore: Double? = nil,
        createdAt: Timestamp
    ) {
        self.id = id
        self.projectType = projectType
        self.embedding = embedding
        self.metadata = metadata
        self.successScore = successScore
        self.createdAt = createdAt
    }
}

/// A row of `match_patterns`' result.
package struct PatternMatch: Hashable, Sendable {
    package var id: RowID
    package var projectType: String
    package var metadata: JSONText?
    package var successScore: Double?
    /// Cosine similarity, -1 to 1: one minus the specification's cosine distance.
    package var similarity: Double

    package init(id: RowID, projectType: String, metadata: JSONText?, successScore: Double?, similarity: Double) {
        self.id = id
        self.projectType = projectType
        self.metadata = metadata
        self.successScore = successScore
        self.similarity = similarity
    }
}
