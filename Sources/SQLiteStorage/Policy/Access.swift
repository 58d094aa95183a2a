import GRDB
import Models
import Storage

/// A caller's view of the rows, as SQL.
extension Caller {
    /// The condition under which a policy admits a row of `table`; part of every statement's `where`.
    ///
    /// Columns are unqualified: the statement has no other table with `id`, `user_id` or `project_id` in scope.
    func admits(_ action: StoreError.Action, _ table: StoreTable) -> SQL {
        switch self {
        case .service: return "true"
        case .anonymous: return "false"
        case .user(let user):
            switch Policy.admittingUsers(to: action, table) {
            case nil: return "false"
            case .authenticated: return "true"
            case .ownRow where table == .projects && (action == .select || action == .update):
                return "(user_id = \(user.text) or id in (\(Self.shared(with: user))))"
            case .ownRow where table == .agentJobs: return Self.admitsJob(user)
            case .ownRow: return table == .profiles ? "id = \(user.text)" : "user_id = \(user.text)"
            case .ownProject where table == .dailySessions: return Self.admitsSession(user)
            case .ownProject:
                return "(project_id in (\(Self.owned(by: user))) or project_id in (\(Self.shared(with: user))))"
            }
        }
    }

    private static func owned(by user: RowID) -> SQL { "select id from projects where user_id = \(user.text)" }

    private static func shared(with user: RowID) -> SQL {
        "select project_id from project_members where user_id = \(user.text)"
    }

    /// A job is seen by all who share its project; the owner of a project sees what those do who share it.
    private static func admitsJob(_ user: RowID) -> SQL {
        """
        (user_id = \(user.text) or project_id in (\(shared(with: user))) or (project_id, user_id) in (
          select project_id, user_id from project_members where project_id in (\(owned(by: user)))))
        """
    }

    /// A conversation is its person's; one that names nobody, the project owner's.
    private static func admitsSession(_ user: RowID) -> SQL {
        """
        ((user_id is null and project_id in (\(owned(by: user)))) or (user_id = \(user.text)
          and (project_id in (\(owned(by: user))) or project_id in (\(shared(with: user))))))
        """
    }

    /// Refuses to add a row to a project that the caller doesn't see; for the service, to one that doesn't exist.
    ///
    /// A user gets the same answer for a foreign project and for one that doesn't exist.
    func authorizeInsert(_ table: StoreTable, into project: RowID, _ db: Database) throws {
        try authorize(.insert, table)
        guard try !sees(project, db) else { return }
        throw self == .service ? StoreError.noProject(project) : .forbidden(action: .insert, table: table)
    }

    /// Hides a project, and with it everything in it, from a caller who may not see it.
    func requireProject(_ project: RowID, _ db: Database) throws {
        guard try sees(project, db) else { throw StoreError.noProject(project) }
    }

    private func sees(_ project: RowID, _ db: Database) throws -> Bool {
        let query: SQL = "select 1 from projects where id = \(project.text) and \(admits(.select, .projects))"
        return try Int.fetchOne(db, SQLRequest(literal: query, cached: true)) != nil
    }
}
