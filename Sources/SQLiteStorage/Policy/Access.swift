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
            case .ownRow: return table == .profiles ? "id = \(user.text)" : "user_id = \(user.text)"
            case .ownProject: return "project_id in (select id from projects where user_id = \(user.text))"
            }
        }
    }

    /// Refuses to add a row to a project that the caller doesn't own; for the service, to one that doesn't exist.
    ///
    /// A user gets the same answer for a foreign project and for one that doesn't exist.
    func authorizeInsert(_ table: StoreTable, into project: RowID, _ db: Database) throws {
        try authorize(.insert, table)
        guard try !owns(project, db) else { return }
        throw self == .service ? StoreError.noProject(project) : .forbidden(action: .insert, table: table)
    }

    /// Hides a project, and with it everything in it, from a caller who may not see it.
    func requireProject(_ project: RowID, _ db: Database) throws {
        guard try owns(project, db) else { throw StoreError.noProject(project) }
    }

    private func owns(_ project: RowID, _ db: Database) throws -> Bool {
        let query: SQL = "select 1 from projects where id = \(project.text) and \(admits(.select, .projects))"
        return try Int.fetchOne(db, SQLRequest(literal: query, cached: true)) != nil
    }
}
