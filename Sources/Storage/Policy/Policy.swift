import Models

/// The specification's row level security: which rows a policy admits, for each table and operation.
///
/// https://supabase.com/docs/guides/database/postgres/row-level-security names the roles; the rows below are
/// section 2 of the specification, one for one. The service is above them, the anonymous caller below.
/// What members of a shared project may do is beside them: see `MemberStore`.
package enum Policy: String, Sendable {
    /// Every row, for every user.
    case authenticated
    /// The row that names the user: `id` in `profiles`, `user_id` elsewhere.
    case ownRow = "own row"
    /// A row of a project that the user owns.
    case ownProject = "own project"

    /// The policy that admits users; `nil` where there is none, so that only the service may.
    package static func admittingUsers(to action: StoreError.Action, _ table: StoreTable) -> Policy? {
        switch (table, action) {
        case (.profiles, .select): .authenticated
        case (.profiles, .insert), (.profiles, .update): .ownRow
        case (.profiles, .delete): nil
        case (.projects, _): .ownRow
        case (.projectFiles, _), (.learningRoadmaps, _), (.dailySessions, _): .ownProject
        case (.agentJobs, .select): .ownRow
        case (.agentJobs, _): nil
        case (.patternEmbeddings, .select): .authenticated
        case (.patternEmbeddings, _): nil
        }
    }
}

extension Caller {
    /// Refuses what no policy admits, whatever the row; says nothing about the row.
    package func authorize(_ action: StoreError.Action, _ table: StoreTable) throws(StoreError) {
        let isAdmitted =
            switch self {
            case .service: true
            // Reading hides rows instead of refusing.
            case .anonymous: action == .select
            case .user: action == .select || Policy.admittingUsers(to: action, table) != nil
            }
        guard isAdmitted else { throw .forbidden(action: action, table: table) }
    }

    /// Refuses what only the owner of a project that the caller sees, and the service, may do.
    package func requireOwner(_ owner: RowID) throws(StoreError) {
        guard self == .service || userID == owner else { throw .forbidden(action: .update, table: .projects) }
    }

    /// Refuses to write a row that names somebody else as its owner.
    package func authorize(_ action: StoreError.Action, _ table: StoreTable, ownedBy owner: RowID) throws(StoreError) {
        try authorize(action, table)
        if case .user(let user) = self, user != owner { throw .forbidden(action: action, table: table) }
    }
}
