/// A row of `profiles`: a user, as others see them.
package struct Profile: Hashable, Sendable {
    package var id: RowID
    package var username: String?
    package var fullName: String?
    package var avatarURL: String?
    /// `beginner`, `intermediate` or `advanced`.
    package var skillLevel: String?
    package var createdAt: Timestamp
    package var updatedAt: Timestamp

    package init(
        id: RowID, username: String? = nil, fullName: String? = nil, avatarURL: String? = nil,
        skillLevel: String? = nil, createdAt: Timestamp, updatedAt: Timestamp
    ) {
        self.id = id
        self.username = username
        self.fullName = fullName
        self.avatarURL = avatarURL
        self.skillLevel = skillLevel
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}
