import GRDB
import Storage

/// Brings a database's schema up to date.
enum Migrator {
    /// Runs the steps that the database has not had, all in one transaction.
    ///
    /// Several processes may try at once: the first does the work, the others find it done.
    static func migrate(_ database: any DatabaseWriter, path: String) throws {
        try database.writeWithoutTransaction { db in
            guard try version(db) < Migration.latest else { return }
            // Making a table anew would otherwise delete what refers to it: https://www.sqlite.org/foreignkeys.html
            try db.execute(sql: "pragma foreign_keys = off")
            defer { try? db.execute(sql: "pragma foreign_keys = on") }
            try db.inTransaction(.immediate) {
                for migration in Migration.all.dropFirst(try version(db)) { try apply(migration, db) }
                guard try Row.fetchOne(db, sql: "pragma foreign_key_check") == nil else {
                    throw StoreError.unavailable(.failed(reason: "rows of \(path) refer to rows that don't exist"))
                }
                return .commit
            }
        }
    }

    private static func version(_ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "pragma user_version") ?? 0
    }

    private static func apply(_ migration: Migration, _ db: Database) throws {
        if migration.number == 1 { try db.execute(sql: "pragma application_id = \(Schema.applicationID)") }
        try db.execute(sql: migration.sql)
        try db.execute(sql: "pragma user_version = \(migration.number)")
    }
}
