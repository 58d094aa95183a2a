import Models
import Storage

/// How a database writes an embedding: `[1,2]` with the extension pgvector, `{1,2}` without.
enum VectorForm: Sendable {
    case vector, array

    init(_ connection: PostgresConnection) throws {
        let row = try connection.query(
            """
            select format_type(atttypid, atttypmod) as type from pg_attribute
            where attrelid = 'public.pattern_embeddings'::regclass and attname = 'embedding'
            """
        ).first
        self = try row?.text("type") == "real[]" ? .array : .vector
    }

    func text(_ numbers: [Float]) -> String {
        let list = numbers.map { "\($0)" }.joined(separator: ",")
        return self == .vector ? "[\(list)]" : "{\(list)}"
    }

    /// Reads either form; nil for another.
    static func numbers(_ text: String) -> [Float]? {
        let parts = text.dropFirst().dropLast().split(separator: ",")
        let numbers = parts.compactMap { Float($0) }
        return numbers.count == parts.count ? numbers : nil
    }
}
