import Models
import Storage
import Synchronization

/// Keeps the pattern library's vectors in memory while they are current.
///
/// A counter in the database tells: triggers move it with every change of a vector, whoever makes it.
final class PatternMemory: Sendable {
    private let held = Mutex<(generation: Int, matrix: PatternMatrix)?>(nil)

    /// The vectors as the transaction sees them.
    func matrix(_ transaction: Transaction) throws -> PatternMatrix {
        let row = try transaction.query("select generation from public.pattern_generation").first
        let generation = try row?.integer("generation") ?? 0
        if let held = held.withLock({ $0 }), held.generation == generation { return held.matrix }
        let rows = try transaction.query(
            """
            select id, project_type, embedding::text as embedding from public.pattern_embeddings
            where embedding is not null order by id
            """
        ).rows
        var matrix = PatternMatrix(capacity: rows.count)
        for row in rows {
            guard let numbers = try VectorForm.numbers(row.text("embedding")) else { continue }
            let (id, type) = (try row.id("id"), try row.text("project_type"))
            numbers.map(\.bitPattern.littleEndian).withUnsafeBytes { matrix.append(id: id, type: type, vector: $0) }
        }
        held.withLock { [matrix] in $0 = (generation, matrix) }
        return matrix
    }
}
