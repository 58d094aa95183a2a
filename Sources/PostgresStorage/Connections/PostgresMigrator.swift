import Models
import Storage

/// Brings a PostgreSQL database's schema up to date; `codeforge-server migrate`.
package enum PostgresMigrator {
    /// What a run did.
    package struct Outcome: Hashable, Sendable {
        /// The names of the steps that the database had not had, in order.
        package var applied: [String]
        /// The number of the last step that it has now.
        package var version: Int
    }

    /// "CFDB" as a number: servers that start together migrate one after another.
    private static let lock = 0x4346_4442

    /// Runs the steps that the database has not had, each in a transaction of its own.
    ///
    /// Running it again changes nothing. The login owns the tables afterwards; it has to be allowed to make roles,
    /// where the server's are not there.
    /// - Throws: `newerSchema` where the database has steps that this program doesn't know, and `failed` where one of
    ///   its steps was another text then; nothing is changed by either.
    @discardableResult
    package static func migrate(url: String) async throws(StoreError) -> Outcome {
        let server = ServerName.of(url)
        let pool = ConnectionPool(url: url, role: nil, server: server, limit: 1)
        defer { pool.close() }
        return try await pool.run { slot in
            StoreError.catching(server) { try migrate(slot.connection(), server) }
        }
    }

    private static func migrate(_ connection: PostgresConnection, _ server: String) throws -> Outcome {
        try connection.execute("set statement_timeout = 0; set lock_timeout = '60s'; set search_path = public")
        try connection.query("select pg_advisory_lock(\(lock))")
        defer { try? connection.execute("select pg_advisory_unlock(\(lock))") }
        try connection.execute(
            """
            set client_min_messages = warning;
            create schema if not exists codeforge;
            create table if not exists codeforge.schema_migrations (
              version int primary key, name text not null, checksum text not null,
              applied_at timestamptz default now() not null);
            """)
        try adoptSupabase(connection)
        let known = try appliedSteps(connection)
        try require(known, server)
        let missing = PostgresMigration.all.filter { known[$0.number] == nil }
        if !missing.isEmpty {
            try apply("the prelude", connection) { try connection.execute(PostgresMigration.prelude) }
        }
        for step in missing {
            try apply(step.name, connection) {
                try connection.execute(step.sql)
                try connection.query(
                    "insert into codeforge.schema_migrations (version, name, checksum) values ($1, $2, $3)",
                    [String(step.number), step.name, step.checksum])
                try connection.execute(
                    """
                    grant usage on schema codeforge to service_role;
                    grant select on codeforge.schema_migrations to service_role
                    """)
            }
        }
        return Outcome(applied: missing.map(\.name), version: PostgresMigration.latest)
    }

    private static func apply(_ name: String, _ connection: PostgresConnection, _ body: () throws -> Void) throws {
        do {
            try connection.execute("begin")
            try body()
            try connection.execute("commit")
        } catch let failure as PostgresFailure where !failure.isBroken {
            try? connection.execute("rollback")
            throw StoreError.unavailable(
                .failed(reason: "\(name) can't be applied: \(failure.message). Nothing of it was kept"))
        }
    }

    /// Takes over the steps that `supabase db push` applied, from its own list.
    private static func adoptSupabase(_ connection: PostgresConnection) throws {
        let list = try connection.query(
            "select to_regclass('supabase_migrations.schema_migrations') is not null as is_there")
        guard try list.first?.bool("is_there") == true else { return }
        let rows = try connection.query("select version, name from supabase_migrations.schema_migrations").rows
        for row in rows {
            guard let number = try Int(row.text("version")),
                let step = PostgresMigration.all.first(where: { $0.number == number }),
                try row.optionalText("name").map({ step.name.hasSuffix($0) }) ?? false
            else { continue }
            try connection.query(
                """
                insert into codeforge.schema_migrations (version, name, checksum) values ($1, $2, $3)
                on conflict do nothing
                """, [String(step.number), step.name, step.checksum])
        }
    }

    private static func appliedSteps(_ connection: PostgresConnection) throws -> [Int: String] {
        let rows = try connection.query("select version, checksum from codeforge.schema_migrations").rows
        return try rows.reduce(into: [:]) { $0[try $1.integer("version")] = try $1.text("checksum") }
    }

    private static func require(_ applied: [Int: String], _ server: String) throws(StoreError) {
        let newest = applied.keys.max() ?? 0
        guard newest <= PostgresMigration.latest else {
            throw .unavailable(.newerSchema(server: server, found: newest, supported: PostgresMigration.latest))
        }
        for step in PostgresMigration.all {
            guard let checksum = applied[step.number], checksum != step.checksum else { continue }
            throw .unavailable(
                .failed(
                    reason:
                        "\(step.name) was another text when it was applied to \(server) (checksum \(checksum), this "
                        + "program's is \(step.checksum)). Use the CodeForge that applied it"))
        }
    }

    /// Refuses a database whose schema is not this program's.
    static func requireCurrent(_ connection: PostgresConnection, _ server: String) throws {
        let applied: [Int: String]
        do {
            applied = try appliedSteps(connection)
        } catch let failure as PostgresFailure where ["42P01", "3F000", "42501"].contains(failure.sqlState) {
            throw StoreError.unavailable(
                .olderVersion(server: server, found: 0, needed: PostgresMigration.latest))
        }
        try require(applied, server)
        let newest = applied.keys.max() ?? 0
        guard newest == PostgresMigration.latest else {
            throw StoreError.unavailable(
                .olderVersion(server: server, found: newest, needed: PostgresMigration.latest))
        }
    }
}
