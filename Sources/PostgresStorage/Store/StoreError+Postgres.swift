import Foundation
import Models
import Storage

extension StoreError {
    /// Runs `body` and names its failure in the store's terms.
    static func catching<Value>(_ server: String, _ body: () throws -> Value) -> Result<Value, StoreError> {
        do {
            return .success(try body())
        } catch let error as StoreError {
            return .failure(error)
        } catch let failure as PostgresFailure {
            return .failure(StoreError(failure, server: server))
        } catch {
            return .failure(.unavailable(.failed(reason: "\(error)")))
        }
    }

    /// Names what the server reported.
    ///
    /// The codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
    private init(_ failure: PostgresFailure, server: String) {
        switch failure.sqlState {
        case "": self = .unavailable(.noConnection(server: server, reason: failure.message))
        case "42501": self = .forbidden(action: .insert, table: failure.refusingTable)
        case "23505": self = failure.duplicate
        case "23503": self = failure.missing
        case "23514": self = failure.brokenConstraint
        case "23502": self = .invalidInput(field: failure.column, reason: "must not be missing")
        case "55P03", "57014", "53300": self = .unavailable(.busy(path: server))
        case "53100": self = .unavailable(.diskFull(path: server))
        case "25006": self = .unavailable(.readOnly(path: server))
        case "22P05": self = .invalidInput(field: "A text", reason: "holds a character that the database can't keep")
        case let code where code.hasPrefix("22"):
            self = .invalidInput(field: "A value", reason: "was refused: \(failure.message)")
        case let code where code.hasPrefix("57P") || code.hasPrefix("08"):
            self = .unavailable(.noConnection(server: server, reason: failure.message))
        default: self = .unavailable(.failed(reason: "\(failure.message) (\(failure.sqlState))"))
        }
    }
}

extension PostgresFailure {
    /// The table of `... row-level security policy for table "projects"` and `permission denied for table projects`.
    fileprivate var refusingTable: StoreTable {
        let words = message.split(separator: " ")
        let name = words.lastIndex(of: "table").flatMap { $0 + 1 < words.count ? words[$0 + 1] : nil } ?? ""
        return StoreTable(rawValue: name.filter { $0 != "\"" }) ?? .projects
    }

    /// The column and the value of a detail such as `Key (username)=(ada) already exists`.
    ///
    /// Where row level security holds, the server leaves values out: then the name of the constraint tells the column.
    private var key: (column: String, value: String) {
        let parts = detail.split(separator: ")=(", maxSplits: 1)
        guard parts.count == 2 else { return (constrainedColumn, "") }
        let value = parts[1].range(of: ")", options: .backwards).map { parts[1][..<$0.lowerBound] } ?? parts[1]
        return (String(parts[0].drop { $0 != "(" }.dropFirst()), String(value))
    }

    /// The column of `profiles_username_key`, `profiles_pkey` and `agent_jobs_project_id_fkey`.
    private var constrainedColumn: String {
        let words = constraint.dropFirst(constraint.hasPrefix("\(table)_") ? table.count + 1 : 0).split(separator: "_")
        return words.count < 2 ? "id" : words.dropLast().joined(separator: "_")
    }

    fileprivate var duplicate: StoreError {
        .conflict(.duplicate(field: key.column, value: key.value))
    }

    fileprivate var missing: StoreError {
        let kinds = ["project_id": "project", "user_id": "profile", "job_id": "job", "id": "user"]
        return .noRow(kinds[key.column] ?? "row", key.value)
    }

    /// The schema names its constraints "column must be ...".
    fileprivate var brokenConstraint: StoreError {
        guard constraint.contains(" ") else {
            return .invalidInput(field: column.isEmpty ? constraint : column, reason: "is refused: \(message)")
        }
        let field = constraint.prefix { $0 != " " }
        return .invalidInput(field: String(field), reason: String(constraint.dropFirst(field.count + 1)))
    }
}

extension StoreError {
    /// The error with the value that the server left out, where it is about that field.
    func naming(_ field: String, _ value: String?) -> StoreError {
        switch self {
        case .conflict(.duplicate(field, "")): .conflict(.duplicate(field: field, value: value ?? ""))
        case .notFound(let subject) where subject.kind == field && subject.id.isEmpty: .noRow(field, value ?? "")
        default: self
        }
    }
}
