import Foundation
import GRDB
import Models
import Storage
import Synchronization

/// Keeps the pattern library's vectors in memory while they are current.
///
/// A counter in the database tells: triggers move it with every change of a vector, whoever makes it.
final class PatternCache: Sendable {
    private let held = Mutex<(generation: Int64, matrix: PatternMatrix)?>(nil)

    /// The vectors as the transaction of `db` sees them.
    func matrix(_ db: Database) throws -> PatternMatrix {
        let generation = try Int64.fetchOne(db, sql: "select generation from pattern_generation") ?? 0
        if let held = held.withLock({ $0 }), held.generation == generation { return held.matrix }
        let matrix = try Self.load(db)
        held.withLock { $0 = (generation, matrix) }
        return matrix
    }

    private static func load(_ db: Database) throws -> PatternMatrix {
        let count = try Int.fetchOne(db, sql: "select count(*) from pattern_embeddings where embedding is not null")
        var matrix = PatternMatrix(capacity: count ?? 0)
        let rows = try Row.fetchCursor(
            db,
            sql: "select id, project_type, embedding from pattern_embeddings where embedding is not null order by id")
        while let row = try rows.next() {
            let id = try row.id("id")
            let type = try row.text("project_type")
            try row.withUnsafeData(named: "embedding") { data in
                data?.withUnsafeBytes { matrix.append(id: id, type: type, vector: $0) }
            }
        }
        return matrix
    }
}

/// A vector as it is stored: 32-bit floats, little-endian, one after the other.
enum Vector {
    static func data(_ floats: [Float]) -> Data {
        floats.map(\.bitPattern.littleEndian).withUnsafeBytes { Data($0) }
    }

    static func floats(_ data: Data) -> [Float] {
        var floats: [Float] = []
        data.withUnsafeBytes { PatternMatrix.append($0, to: &floats) }
        return floats
    }
}
