import Models

/// Users.
///
/// Everybody signed in sees every profile and writes only their own; only the service deletes.
package protocol ProfileStore: Sendable {
    func profile(_ id: RowID, as caller: Caller) async throws(StoreError) -> Profile

    /// All profiles, oldest first.
    func profiles(as caller: Caller) async throws(StoreError) -> [Profile]

    /// - Throws: `conflict` when the identity or the user name is taken.
    @discardableResult
    func createProfile(_ profile: NewProfile, as caller: Caller) async throws(StoreError) -> Profile

    @discardableResult
    func updateProfile(
        _ id: RowID, _ update: ProfileUpdate, as caller: Caller
    ) async throws(StoreError) -> Profile

    /// Deletes the profile with its projects and jobs.
    func deleteProfile(_ id: RowID, as caller: Caller) async throws(StoreError)
}

package struct NewProfile: Hashable, Sendable {
    package var id: RowID
    package var username: String?
    package var fullName: String?
    package var avatarURL: String?
    package var skillLevel: String?

    package init(
        id: RowID = .random(), username: String? = nil, fullName: String? = nil, avatarURL: String? = nil,
        skillLevel: String? = nil
    ) {
        self.id = id
        self.username = username
        self.fullName = fullName
        self.avatarURL = avatarURL
        self.skillLevel = skillLevel
    }
}

/// What to change of a profile; `nil` leaves a field as it is, `.some(nil)` empties it.
package struct ProfileUpdate: Hashable, Sendable {
    package var username: String??
    package var fullName: String??
    package var avatarURL: String??
    package var skillLevel: String??

    package init(
        username: String?? = nil, fullName: String?? = nil, avatarURL: String?? = nil, skillLevel: String?? = nil
    ) {
        self.username = username
        self.fullName = fullName
        self.avatarURL = avatarURL
        self.skillLevel = skillLevel
    }
}
