/// A step from one version of a PostgreSQL schema to the next: a file of `Migrations/`, as `supabase db push` takes it.
///
/// Steps are append-only: one that was released is never edited, because databases exist that ran it. The first seven
/// have the specification's names; ours follow.
struct PostgresMigration: Sendable {
    /// The version that the schema has afterwards.
    let number: Int
    let name: String
    let sql: String

    private init(number: Int, name: String, bytes: [UInt8]) {
        (self.number, self.name, sql) = (number, name, String(decoding: bytes, as: UTF8.self))
    }

    /// Tells whether a text was edited, not who did: FNV-1a over its bytes, 64 bits.
    ///
    /// The algorithm: https://datatracker.ietf.org/doc/html/rfc9923
    var checksum: String {
        let hash = sql.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}

extension PostgresMigration {
    /// Every step, in order.
    static let all: [PostgresMigration] = [
        PostgresMigration(number: 1, name: "0001_init_schema", bytes: PackageResources._001_init_schema_sql),
        PostgresMigration(number: 2, name: "0002_rls_policies", bytes: PackageResources._002_rls_policies_sql),
        PostgresMigration(
            number: 3, name: "0003_vector_embeddings", bytes: PackageResources._003_vector_embeddings_sql),
        PostgresMigration(
            number: 4, name: "0004_match_patterns_rpc", bytes: PackageResources._004_match_patterns_rpc_sql),
        PostgresMigration(
            number: 5, name: "0005_add_duration_minutes", bytes: PackageResources._005_add_duration_minutes_sql),
        PostgresMigration(
            number: 6, name: "0006_project_status_constraint",
            bytes: PackageResources._006_project_status_constraint_sql),
        PostgresMigration(
            number: 7, name: "0007_agent_jobs_realtime", bytes: PackageResources._007_agent_jobs_realtime_sql),
        PostgresMigration(number: 8, name: "0008_durable_jobs", bytes: PackageResources._008_durable_jobs_sql),
        PostgresMigration(
            number: 9, name: "0009_project_knowledge", bytes: PackageResources._009_project_knowledge_sql),
        PostgresMigration(number: 10, name: "0010_change_log", bytes: PackageResources._010_change_log_sql),
        PostgresMigration(number: 11, name: "0011_stricter_rows", bytes: PackageResources._011_stricter_rows_sql),
        PostgresMigration(number: 12, name: "0012_server_roles", bytes: PackageResources._012_server_roles_sql),
        PostgresMigration(number: 13, name: "0013_project_members", bytes: PackageResources._013_project_members_sql),
        PostgresMigration(number: 14, name: "0014_team_sync", bytes: PackageResources._014_team_sync_sql),
        PostgresMigration(number: 15, name: "0015_project_news", bytes: PackageResources._015_project_news_sql),
        PostgresMigration(
            number: 16, name: "0016_short_transactions", bytes: PackageResources._016_short_transactions_sql),
        PostgresMigration(number: 17, name: "0017_match_count", bytes: PackageResources._017_match_count_sql),
    ]

    /// The version of the schema that this program knows.
    static var latest: Int { all.count }

    /// What Supabase brings and other databases lack; changes nothing that is there.
    static let prelude = String(decoding: PackageResources.auth_sql, as: UTF8.self)
}
