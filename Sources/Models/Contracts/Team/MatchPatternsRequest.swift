/// The specification's `match_patterns`, for an embedding or for a text: `POST /v1/patterns/match`.
package struct MatchPatternsRequest: Contract {
    package var queryEmbedding: [Double]?
    /// What to embed, where no embedding is given.
    package var query: String?
    package var matchCount: Int
    package var filterType: String?

    package static let schema = Schema(
        "MatchPatternsRequest", "match_patterns, for an embedding or for a text: POST /v1/patterns/match.",
        Field(
            "query_embedding", \MatchPatternsRequest.queryEmbedding, .optional(.list(of: .number())), default: nil,
            schema: nil),
        Field("query", \MatchPatternsRequest.query, .optional(.string(1...20_000)), default: nil, schema: nil),
        Field("match_count", \MatchPatternsRequest.matchCount, .integer(1...100), default: 5, schema: 5),
        Field("filter_type", \MatchPatternsRequest.filterType, .optional(.string(0...200)), default: nil, schema: nil),
        make: MatchPatternsRequest.init(queryEmbedding:query:matchCount:filterType:))

    package init(queryEmbedding: [Double]?, query: String?, matchCount: Int, filterType: String?) {
        self.queryEmbedding = queryEmbedding
        self.query = query
        self.matchCount = matchCount
        self.filterType = filterType
    }
}
