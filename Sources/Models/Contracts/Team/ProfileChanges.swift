/// What a user changes of their profile: `PATCH /v1/profiles/me`.
///
/// A member that is absent stays as it is; `null` empties it.
package struct ProfileChanges: Contract {
    package var username: String?
    package var fullName: String?
    package var avatarURL: String?
    package var skillLevel: SkillLevel?

    package static let schema = Schema(
        "ProfileChanges", "What a user changes of their profile: PATCH /v1/profiles/me.",
        Field("username", \ProfileChanges.username, .optional(.words(100)), default: nil, schema: nil),
        Field("full_name", \ProfileChanges.fullName, .optional(.string(0...200)), default: nil, schema: nil),
        Field("avatar_url", \ProfileChanges.avatarURL, .optional(.string(0...2000)), default: nil, schema: nil),
        Field("skill_level", \ProfileChanges.skillLevel, .optional(.literal), default: nil, schema: nil),
        make: ProfileChanges.init(username:fullName:avatarURL:skillLevel:))

    package init(username: String?, fullName: String?, avatarURL: String?, skillLevel: SkillLevel?) {
        self.username = username
        self.fullName = fullName
        self.avatarURL = avatarURL
        self.skillLevel = skillLevel
    }
}
