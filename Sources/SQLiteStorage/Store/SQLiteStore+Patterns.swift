import Foundation
import GRDB
import Models
import Storage

extension SQLiteStore {
    package func pattern(_ id: RowID, as caller: Caller) async throws(StoreError) -> PatternEmbedding {
        try await read { db in
            let condition = caller.admits(.select, .patternEmbeddings)
            let query: SQL = "select * from pattern_embeddings where id = \(id.text) and \(condition)"
            guard let row = try SQLRequest<Row>(literal: query).fetchOne(db) else {
                throw StoreError.noRow("pattern", id)
            }
            return try PatternEmbedding(row: row)
        }
    }

    package func patternCount(as caller: Caller) async throws(StoreError) -> Int {
        try await read { db in
            let condition = caller.admits(.select, .patternEmbeddings)
            return try SQLRequest<Int>(literal: "select count(*) from pattern_embeddings where \(condition)")
                .fetchOne(db) ?? 0
        }
    }

    package func savePatterns(_ patterns: [NewPattern], as caller: Caller) async throws(StoreError) {
        try await write { db in
            try caller.authorize(.insert, .patternEmbeddings)
            let statement = try db.cachedStatement(
                sql: """
                    insert into pattern_embeddings (id, project_type, embedding, metadata, success_score)
                    values (?, ?, ?, ?, ?)
                    on conflict (id) do update set project_type = excluded.project_type,
                      embedding = excluded.embedding, metadata = excluded.metadata,
                      success_score = excluded.success_score
                    """)
            for pattern in patterns {
                try pattern.check()
                try statement.execute(arguments: [
                    pattern.id.text, pattern.projectType, pattern.embedding.map(Vector.data), pattern.metadata?.text,
                    pattern.successScore,
                ])
            }
        }
    }

    package func updatePattern(
        _ id: RowID, successScore: Double?, as caller: Caller
    ) async throws(StoreError) {
        try await write { db in
            try caller.authorize(.update, .patternEmbeddings)
            try db.execute(
                literal: "update pattern_embeddings set success_score = \(successScore) where id = \(id.text)")
            guard db.changesCount > 0 else { throw StoreError.noRow("pattern", id) }
        }
    }

    package func movePatternScores(
        ofType type: String, towards goal: Double, by share: Double, as caller: Caller
    ) async throws(StoreError) {
        try await write { db in
            try caller.authorize(.update, .patternEmbeddings)
            try db.execute(
                literal: """
                    update pattern_embeddings
                    set success_score = coalesce(success_score, 0.5) + \(share) * (\(goal) - coalesce(success_score, 0.5))
                    where project_type = \(type)
                    """)
        }
    }

    package func deletePattern(_ id: RowID, as caller: Caller) async throws(StoreError) {
        try await write { db in
            try caller.authorize(.delete, .patternEmbeddings)
            try db.execute(literal: "delete from pattern_embeddings where id = \(id.text)")
            guard db.changesCount > 0 else { throw StoreError.noRow("pattern", id) }
        }
    }

    package func matchPatterns(
        _ query: [Float], count: Int, type: String?, as caller: Caller
    ) async throws(StoreError) -> [PatternMatch] {
        try PatternEmbedding.checkQuery(query, count: count)
        let patterns = patterns
        return try await read { db in
            guard caller != .anonymous else { return [] }
            let nearest = try patterns.matrix(db).nearest(to: query, count: count, type: type)
            let statement = try db.cachedStatement(
                sql: "select id, project_type, metadata, success_score from pattern_embeddings where id = ?")
            return try nearest.compactMap { nearest in
                try Row.fetchOne(statement, arguments: [nearest.id.text]).map { row in
                    PatternMatch(
                        id: nearest.id, projectType: try row.text("project_type"), metadata: try row.json("metadata"),
                        successScore: try row.optionalNumber("success_score"), similarity: nearest.similarity)
                }
            }
        }
    }
}

extension PatternEmbedding {
    fileprivate init(row: Row) throws {
        let data = try row.optionalData("embedding")
        self.init(
            id: try row.id("id"), projectType: try row.text("project_type"), embedding: data.map(Vector.floats),
            metadata: try row.json("metadata"), successScore: try row.optionalNumber("success_score"),
            createdAt: try row.time("created_at"))
    }
}
