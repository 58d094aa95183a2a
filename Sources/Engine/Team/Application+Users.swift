import JSON
import Models
import Storage

/// Many users on one store: what a server for a team needs beside the use cases of one person.
extension Application {
    /// The same use cases on behalf of somebody else.
    package func acting(as caller: Caller) -> Application {
        var application = Application(store: store, caller: caller, memoryReason: memoryReason)
        (application.models, application.teamJobs) = (models, teamJobs)
        return application
    }

    /// Makes the user's profile where there is none: whoever was signed in elsewhere is known here from then on.
    package func ensureProfile(of user: RowID) async throws(RequestFailure) {
        do throws(StoreError) {
            _ = try await store.profile(user, as: .user(user))
            return
        } catch {
            guard case .notFound = error else { throw RequestFailure(error) }
        }
        do throws(StoreError) {
            try await store.createProfile(NewProfile(id: user), as: .service)
        } catch {
            // Another request of the same user was first.
            if case .conflict(.duplicate) = error { return }
            throw RequestFailure(error)
        }
    }

    package func profile(_ id: RowID) async throws(RequestFailure) -> Profile {
        try await storing { () throws(StoreError) in try await store.profile(id, as: caller) }
    }

    /// A part of the profiles, oldest first.
    package func profiles(limit: Int, offset: Int) async throws(RequestFailure) -> Page<Profile> {
        let all = try await storing { () throws(StoreError) in try await store.profiles(as: caller) }
        return Page(all, limit: limit, offset: offset)
    }

    /// Changes the caller's own profile; `keys` are the members that were given, the others stay as they are.
    ///
    /// - Throws: `conflict` for a user name that is taken.
    package func updateProfile(_ changes: ProfileChanges, keys: Set<String>) async throws(RequestFailure) -> Profile {
        guard let user = caller.userID else { throw RequestFailure("forbidden", "Only a person has a profile.") }
        let update = ProfileUpdate(
            username: keys.contains("username") ? .some(changes.username) : nil,
            fullName: keys.contains("full_name") ? .some(changes.fullName) : nil,
            avatarURL: keys.contains("avatar_url") ? .some(changes.avatarURL) : nil,
            skillLevel: keys.contains("skill_level") ? .some(changes.skillLevel?.rawValue) : nil)
        return try await storing { () throws(StoreError) in
            try await store.updateProfile(user, update, as: caller)
        }
    }

    /// Whether the store answers; what it says is of no interest.
    package func answers() async -> Bool {
        (try? await store.hasClaimableJob(as: .service)) != nil
    }
}

extension Page {
    /// A part of a whole list.
    init(_ all: [Item], limit: Int, offset: Int) {
        let start = min(max(offset, 0), all.count)
        let end = min(start + max(limit, 0), all.count)
        self.init(items: Array(all[start..<end]), total: all.count, hasMore: end < all.count)
    }
}

extension Profile {
    /// The row as the specification names its columns.
    package var json: JSONValue {
        .object([
            "id": .string(id.text), "username": username.map { .string($0) } ?? .null,
            "full_name": fullName.map { .string($0) } ?? .null, "avatar_url": avatarURL.map { .string($0) } ?? .null,
            "skill_level": skillLevel.map { .string($0) } ?? .null, "created_at": .string(createdAt.text),
            "updated_at": .string(updatedAt.text),
        ])
    }
}
