/// Something wrong in settings, and where it stands; the rest of them applies.
package struct SettingProblem: Sendable, Hashable {
    package enum Kind: String, Sendable {
        case unknownKey = "unknown-setting"
        case wrongValue = "wrong-setting"
        /// Not to be set by a workspace.
        case personal = "personal-setting"
    }

    package let kind: Kind
    /// A sentence, with the nearest known name of an unknown key.
    package private(set) var message: String
    /// The names of the members that lead to the value, as they are written.
    package let place: [String]
    /// The setting that it is about, or the one that an unknown name is nearest to; nil where none is near.
    let setting: String?
    /// The agent, or the part of one's work, whose route it is.
    let role: ModelRole?

    init(_ kind: Kind, _ message: String, at place: [String], about setting: String?, role: ModelRole? = nil) {
        self.kind = kind
        self.message = message
        self.place = place
        self.setting = setting
        self.role = role
    }

    /// Calls settings as files do, in which the editors' prefix is not needed.
    mutating func callSettingsAsInFiles() { message = message.replacing("'codeforge.", with: "'") }
}
