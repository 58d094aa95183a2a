/// A step from one version of the schema to the next.
///
/// Steps are append-only: one that was released is never edited, because databases exist that ran it.
/// The first seven mirror the specification's files of the same number and name; ours follow.
struct Migration: Sendable {
    /// The version that the schema has afterwards, kept in SQLite's `user_version`.
    let number: Int
    let name: String
    /// Runs in a transaction, with foreign keys unenforced and checked at its end.
    let sql: String
}

extension Migration {
    /// Every step, in order.
    static let all: [Migration] = [
        .initSchema, .rlsPolicies, .vectorEmbeddings, .matchPatternsRPC, .addDurationMinutes,
        .projectStatusConstraint, .agentJobsRealtime,
        .durableJobs, .workspaces, .changeLog, .stricterRows, .dismissalsByFile, .strictMoves,
        .steadyLeases, .dismissalsInChangeLog, .jobFiles, .fileModes,
        .projectMembers, .teamSync, .projectNews, .learningNews, .folderIdentity,
    ]

    /// The version of the schema that this program knows.
    static var latest: Int { all.count }
}

/// Pieces of SQL that several steps share.
enum Schema {
    /// Marks a file as ours: "CFDB" in SQLite's `application_id`.
    static let applicationID: Int32 = 0x4346_4442

    /// The present moment in the text form of `Timestamp`.
    static let now = "(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"

    /// A random version 4 UUID, for rows that come without an identity.
    static let uuid = """
        (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' \
        || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))))
        """

    // The name of a constraint is what a person reads when it fails: a column, and what it must be.

    static func isUUID(_ column: String) -> String {
        let digits = [8, 4, 4, 4, 12].map { String(repeating: "[0-9a-f]", count: $0) }.joined(separator: "-")
        return "constraint \"\(column) must be a lower-case UUID\" check (\(column) glob '\(digits)')"
    }

    static func isTimestamp(_ column: String) -> String {
        let d = "[0-9]"
        let pattern = "\(d)\(d)\(d)\(d)-\(d)\(d)-\(d)\(d)T\(d)\(d):\(d)\(d):\(d)\(d).\(d)\(d)\(d)Z"
        return "constraint \"\(column) must be a UTC time with milliseconds\" check (\(column) glob '\(pattern)')"
    }

    static func isJSON(_ column: String) -> String {
        "constraint \"\(column) must be JSON\" check (\(column) is null or json_valid(\(column)))"
    }

    static func isJSON(_ column: String, _ type: String) -> String {
        """
        constraint "\(column) must be a JSON \(type)" \
        check (case when json_valid(\(column)) then json_type(\(column)) = '\(type)' else \(column) is null end)
        """
    }

    /// Keeps `updated_at` current for a write that doesn't set it itself.
    static func touch(_ table: String) -> String {
        """
        create trigger \(table)_updated_at after update on \(table) when new.updated_at = old.updated_at
        begin update \(table) set updated_at = \(now) where id = new.id; end;
        """
    }
}
