import Models
import Storage

extension PostgresStore {
    package func pattern(_ id: RowID, as caller: Caller) async throws(StoreError) -> PatternEmbedding {
        try await ask(
            """
            select id, project_type, embedding::text as embedding, metadata, success_score, created_at
            from public.pattern_embeddings where id = $1
            """, [id.text], as: caller
        ) {
            guard let row = $0.first else { throw StoreError.noRow("pattern", id) }
            return try PatternEmbedding(row: row)
        }
    }

    package func patternCount(as caller: Caller) async throws(StoreError) -> Int {
        try await ask("select count(*) as total from public.pattern_embeddings", as: caller) {
            try $0.first?.integer("total") ?? 0
        }
    }

    package func savePatterns(_ patterns: [NewPattern], as caller: Caller) async throws(StoreError) {
        try caller.authorize(.insert, .patternEmbeddings)
        for pattern in patterns {
            try pattern.check()
            try Values.check(json: ["metadata": pattern.metadata])
        }
        let vectors = vectors
        try await write(as: caller) { transaction in
            for pattern in patterns {
                try transaction.query(
                    """
                    insert into public.pattern_embeddings (id, project_type, embedding, metadata, success_score)
                    values ($1, $2, $3, $4, $5)
                    on conflict (id) do update set project_type = excluded.project_type,
                      embedding = excluded.embedding, metadata = excluded.metadata,
                      success_score = excluded.success_score
                    """,
                    [
                        pattern.id.text, pattern.projectType, pattern.embedding.map(vectors.text),
                        pattern.metadata?.text, pattern.successScore.map { String($0) },
                    ])
            }
        }
    }

    package func updatePattern(
        _ id: RowID, successScore: Double?, as caller: Caller
    ) async throws(StoreError) {
        try caller.authorize(.update, .patternEmbeddings)
        try await tell(
            "update public.pattern_embeddings set success_score = $2 where id = $1",
            [id.text, successScore.map { String($0) }], as: caller
        ) {
            guard $0.changedRows > 0 else { throw StoreError.noRow("pattern", id) }
        }
    }

    package func movePatternScores(
        ofType type: String, towards goal: Double, by share: Double, as caller: Caller
    ) async throws(StoreError) {
        try caller.authorize(.update, .patternEmbeddings)
        try StoreError.refuseNUL(in: ["project_type": type])
        try await tell(
            """
            update public.pattern_embeddings set success_score =
              coalesce(success_score, 0.5) + $2::float8 * ($3::float8 - coalesce(success_score, 0.5))
            where project_type = $1
            """, [type, String(share), String(goal)], as: caller
        ) { _ in }
    }

    package func deletePattern(_ id: RowID, as caller: Caller) async throws(StoreError) {
        try caller.authorize(.delete, .patternEmbeddings)
        try await tell("delete from public.pattern_embeddings where id = $1", [id.text], as: caller) {
            guard $0.changedRows > 0 else { throw StoreError.noRow("pattern", id) }
        }
    }

    /// Exact, like every store: the vectors are compared here, in double precision.
    ///
    /// The SQL function `match_patterns` is for clients of the database.
    package func matchPatterns(
        _ query: [Float], count: Int, type: String?, as caller: Caller
    ) async throws(StoreError) -> [PatternMatch] {
        try PatternEmbedding.checkQuery(query, count: count)
        guard caller != .anonymous else { return [] }
        let patterns = patterns
        return try await read(as: .service) { transaction in
            let nearest = try patterns.matrix(transaction).nearest(to: query, count: count, type: type)
            let rows = try transaction.query(
                """
                select id, project_type, metadata, success_score from public.pattern_embeddings
                where id = any($1::uuid[])
                """, [Values.array(nearest.map(\.id.text))]
            ).rows
            let known = Dictionary(try rows.map { (try $0.id("id"), $0) }, uniquingKeysWith: { first, _ in first })
            return try nearest.compactMap { nearest in
                try known[nearest.id].map { row in
                    PatternMatch(
                        id: nearest.id, projectType: try row.text("project_type"), metadata: try row.json("metadata"),
                        successScore: try row.optionalNumber("success_score"), similarity: nearest.similarity)
                }
            }
        }
    }
}

extension PatternEmbedding {
    fileprivate init(row: PostgresRow) throws {
        self.init(
            id: try row.id("id"), projectType: try row.text("project_type"),
            embedding: try row.optionalText("embedding").flatMap(VectorForm.numbers),
            metadata: try row.json("metadata"), successScore: try row.optionalNumber("success_score"),
            createdAt: try row.time("created_at"))
    }
}
