/// On whose behalf an operation runs; what the specification's policies are decided on.
package enum Caller: Hashable, Sendable {
    /// A signed-in user: `auth.uid()` is this identity, `auth.role()` is `authenticated`.
    case user(RowID)

    /// The back end itself, whom no policy restricts.
    case service

    /// Nobody: no row exists for it and it may write nothing.
    case anonymous

    package var userID: RowID? {
        if case .user(let id) = self { id } else { nil }
    }
}
