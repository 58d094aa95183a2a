import Models

/// The pattern library.
///
/// Everybody signed in reads it; the service writes it.
package protocol PatternStore: Sendable {
    func pattern(_ id: RowID, as caller: Caller) async throws(StoreError) -> PatternEmbedding

    /// The number of patterns that the caller sees.
    func patternCount(as caller: Caller) async throws(StoreError) -> Int

    /// Inserts patterns, replacing those of the same identity; one transaction.
    func savePatterns(_ patterns: [NewPattern], as caller: Caller) async throws(StoreError)

    /// Changes a pattern's score.
    func updatePattern(_ id: RowID, successScore: Double?, as caller: Caller) async throws(StoreError)

    /// Moves the scores of the patterns of a type towards `goal`, by a share of the way (0-1), in one statement.
    ///
    /// A pattern without a score starts at a half. None of that type is no error.
    func movePatternScores(
        ofType type: String, towards goal: Double, by share: Double, as caller: Caller
    ) async throws(StoreError)

    func deletePattern(_ id: RowID, as caller: Caller) async throws(StoreError)

    /// The specification's `match_patterns`: the `count` most similar patterns, most similar first.
    ///
    /// Exact: every pattern is compared. Equal ones come in the order of their identities; patterns without an
    /// embedding are never found, and an all-zero one is similar to nothing (0).
    /// `query` is 1536 finite numbers, not all zero; `count` 0 or more; `type` keeps to one project type.
    func matchPatterns(
        _ query: [Float], count: Int, type: String?, as caller: Caller
    ) async throws(StoreError) -> [PatternMatch]
}

package struct NewPattern: Hashable, Sendable {
    package var id: RowID
    package var projectType: String
    package var embedding: [Float]?
    package var metadata: JSONText?
    package var successScore: Double?

    package init(
        id: RowID = .random(), projectType: String, embedding: [Float]?, metadata: JSONText? = nil,
        successScore: Double? = nil
    ) {
        self.id = id
        self.projectType = projectType
        self.embedding = embedding
        self.metadata = metadata
        self.successScore = successScore
    }
}
