import Models
import Storage

extension PostgresStore {
    package func profile(_ id: RowID, as caller: Caller) async throws(StoreError) -> Profile {
        try await ask("select \(Profile.columns) from public.profiles where id = $1", [id.text], as: caller) {
            guard let row = $0.first else { throw StoreError.noRow("profile", id) }
            return try Profile(row: row)
        }
    }

    package func profiles(as caller: Caller) async throws(StoreError) -> [Profile] {
        try await ask("select \(Profile.columns) from public.profiles order by ordinal", as: caller) {
            try $0.rows.map(Profile.init(row:))
        }
    }

    package func createProfile(_ profile: NewProfile, as caller: Caller) async throws(StoreError) -> Profile {
        try caller.authorize(.insert, .profiles, ownedBy: profile.id)
        try StoreError.refuseNUL(in: [
            "username": profile.username, "full_name": profile.fullName, "avatar_url": profile.avatarURL,
            "skill_level": profile.skillLevel,
        ])
        do {
            return try await tell(
                """
                insert into public.profiles (id, username, full_name, avatar_url, skill_level)
                values ($1, $2, $3, $4, $5) returning \(Profile.columns)
                """,
                [profile.id.text, profile.username, profile.fullName, profile.avatarURL, profile.skillLevel],
                as: caller
            ) { try Profile(row: $0.only("profile")) }
        } catch {
            throw error.naming("username", profile.username).naming("id", profile.id.text)
        }
    }

    package func updateProfile(
        _ id: RowID, _ update: ProfileUpdate, as caller: Caller
    ) async throws(StoreError) -> Profile {
        try caller.authorize(.update, .profiles, ownedBy: id)
        try StoreError.refuseNUL(in: [
            "username": update.username ?? nil, "full_name": update.fullName ?? nil,
            "avatar_url": update.avatarURL ?? nil, "skill_level": update.skillLevel ?? nil,
        ])
        var assignments = Assignments(after: [id.text])
        assignments.set("username", to: update.username)
        assignments.set("full_name", to: update.fullName)
        assignments.set("avatar_url", to: update.avatarURL)
        assignments.set("skill_level", to: update.skillLevel)
        if assignments.isEmpty { return try await profile(id, as: caller) }
        do {
            return try await tell(
                "update public.profiles set \(assignments.sql) where id = $1 returning \(Profile.columns)",
                assignments.values, as: caller
            ) {
                guard let row = $0.first else { throw StoreError.noRow("profile", id) }
                return try Profile(row: row)
            }
        } catch {
            throw error.naming("username", update.username ?? nil)
        }
    }

    package func deleteProfile(_ id: RowID, as caller: Caller) async throws(StoreError) {
        try caller.authorize(.delete, .profiles)
        try await tell("delete from public.profiles where id = $1", [id.text], as: caller) {
            guard $0.changedRows > 0 else { throw StoreError.noRow("profile", id) }
        }
    }
}

extension PostgresResult {
    /// The row of a statement that always gives one.
    func only(_ kind: String) throws(StoreError) -> PostgresRow {
        guard let first else { throw .unavailable(.failed(reason: "a \(kind) was not stored")) }
        return first
    }
}

extension Profile {
    fileprivate static let columns = "id, username, full_name, avatar_url, skill_level, created_at, updated_at"

    fileprivate init(row: PostgresRow) throws {
        self.init(
            id: try row.id("id"), username: try row.optionalText("username"),
            fullName: try row.optionalText("full_name"), avatarURL: try row.optionalText("avatar_url"),
            skillLevel: try row.optionalText("skill_level"), createdAt: try row.time("created_at"),
            updatedAt: try row.time("updated_at"))
    }
}
