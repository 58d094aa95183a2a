import GRDB
import Models
import Storage

extension SQLiteStore {
    package func profile(_ id: RowID, as caller: Caller) async throws(StoreError) -> Profile {
        try await read { db in try Self.profile(id, as: caller, db) }
    }

    package func profiles(as caller: Caller) async throws(StoreError) -> [Profile] {
        try await read { db in
            let condition = caller.admits(.select, .profiles)
            return try SQLRequest<Row>(literal: "select * from profiles where \(condition) order by rowid")
                .fetchAll(db).map(Profile.init(row:))
        }
    }

    package func createProfile(_ profile: NewProfile, as caller: Caller) async throws(StoreError) -> Profile {
        try await write { db in
            try caller.authorize(.insert, .profiles, ownedBy: profile.id)
            try Self.insert(profile, db)
            return try Self.profile(profile.id, as: .service, db)
        }
    }

    package func updateProfile(
        _ id: RowID, _ update: ProfileUpdate, as caller: Caller
    ) async throws(StoreError) -> Profile {
        try await write { db in
            try caller.authorize(.update, .profiles, ownedBy: id)
            try StoreError.refuseNUL(in: [
                "username": update.username ?? nil, "full_name": update.fullName ?? nil,
                "avatar_url": update.avatarURL ?? nil, "skill_level": update.skillLevel ?? nil,
            ])
            var assignments = Assignments()
            assignments.set("username", to: update.username)
            assignments.set("full_name", to: update.fullName)
            assignments.set("avatar_url", to: update.avatarURL)
            assignments.set("skill_level", to: update.skillLevel)
            try naming("username", update.username ?? nil) {
                try assignments.update("profiles", where: "id = \(id.text)", db)
            }
            return try Self.profile(id, as: caller, db)
        }
    }

    package func deleteProfile(_ id: RowID, as caller: Caller) async throws(StoreError) {
        try await write { db in
            try caller.authorize(.delete, .profiles)
            try db.execute(literal: "delete from profiles where id = \(id.text)")
            guard db.changesCount > 0 else { throw StoreError.noRow("profile", id) }
        }
    }

    package func localUser() async throws(StoreError) -> Profile {
        if let profile = try await read(Self.localProfile) { return profile }
        return try await write { db in
            // Another process may have been faster.
            if let profile = try Self.localProfile(db) { return profile }
            let profile = NewProfile()
            try Self.insert(profile, db)
            try db.execute(literal: "insert into local_user values (1, \(profile.id.text))")
            return try Self.profile(profile.id, as: .service, db)
        }
    }
}

extension SQLiteStore {
    private static func profile(_ id: RowID, as caller: Caller, _ db: Database) throws -> Profile {
        let condition = caller.admits(.select, .profiles)
        let request = SQLRequest<Row>(literal: "select * from profiles where id = \(id.text) and \(condition)")
        guard let row = try request.fetchOne(db) else { throw StoreError.noRow("profile", id) }
        return try Profile(row: row)
    }

    private static func localProfile(_ db: Database) throws -> Profile? {
        try Row.fetchOne(db, sql: "select profiles.* from profiles join local_user on profile_id = id")
            .map(Profile.init(row:))
    }

    private static func insert(_ profile: NewProfile, _ db: Database) throws {
        try StoreError.refuseNUL(in: [
            "username": profile.username, "full_name": profile.fullName, "avatar_url": profile.avatarURL,
            "skill_level": profile.skillLevel,
        ])
        try naming("username", profile.username) {
            try db.execute(
                literal: """
                    insert into profiles (id, username, full_name, avatar_url, skill_level)
                    values (\(profile.id.text), \(profile.username), \(profile.fullName), \(profile.avatarURL),
                      \(profile.skillLevel))
                    """)
        }
    }
}

extension Profile {
    fileprivate init(row: Row) throws {
        self.init(
            id: try row.id("id"), username: try row.optionalText("username"),
            fullName: try row.optionalText("full_name"), avatarURL: try row.optionalText("avatar_url"),
            skillLevel: try row.optionalText("skill_level"), createdAt: try row.time("created_at"),
            updatedAt: try row.time("updated_at"))
    }
}

/// Adds the value to the report of a duplicate, which SQLite leaves out.
private func naming(_ field: String, _ value: String?, _ body: () throws -> Void) throws {
    do {
        try body()
    } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE {
        throw StoreError.conflict(.duplicate(field: field, value: value ?? ""))
    }
}
