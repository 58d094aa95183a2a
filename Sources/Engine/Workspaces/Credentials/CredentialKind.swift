/// What kind of credentials a file holds, in words for a person.
package enum CredentialKind: Sendable, Hashable, CustomStringConvertible {
    /// Variables of an environment: `.env` and its kin, of which everybody knows that they stay at home.
    case environment
    /// Commands that were typed, and what went with them.
    case history
    /// Anything else, such as "npm token".
    case other(String)

    package var description: String {
        switch self {
        case .environment: "environment variables"
        case .history: "history of typed commands"
        case .other(let name): name
        }
    }

    /// Whether such a file lies in many folders, and nobody expects it to leave with them.
    var staysAtHomeByCustom: Bool {
        switch self {
        case .environment, .history: true
        case .other: false
        }
    }
}
