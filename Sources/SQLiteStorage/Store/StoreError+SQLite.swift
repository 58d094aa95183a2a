import GRDB
import Models
import Storage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension StoreError {
    /// Runs `body` and names its failure in the store's terms.
    static func catching<Value>(_ path: String, _ body: () throws -> Value) -> Result<Value, StoreError> {
        do {
            return .success(try body())
        } catch let error as StoreError {
            return .failure(error)
        } catch let error as DatabaseError {
            return .failure(StoreError(error, path: path))
        } catch {
            return .failure(.unavailable(.failed(reason: "\(error)")))
        }
    }

    /// Names what SQLite reported.
    ///
    /// The codes: https://www.sqlite.org/rescode.html
    private init(_ error: DatabaseError, path: String) {
        switch error.resultCode {
        case .SQLITE_CONSTRAINT: self.init(constraint: error)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .unavailable(.busy(path: path))
        case .SQLITE_FULL: self = .unavailable(.diskFull(path: path))
        case .SQLITE_READONLY: self = .unavailable(.readOnly(path: path))
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .unavailable(.corrupt(path: path, copy: nil))
        case .SQLITE_CANTOPEN, .SQLITE_IOERR: self = .unavailable(Self.whatHinders(path, error))
        case .SQLITE_MISUSE: self = .unavailable(.closed)
        case .SQLITE_TOOBIG: self = .invalidInput(field: "a value", reason: "is larger than a database can hold")
        default: self = .unavailable(.failed(reason: error.message ?? "SQLite code \(error.resultCode.rawValue)"))
        }
    }

    /// Why the system does not let SQLite work with the file, which SQLite itself does not say.
    private static func whatHinders(_ path: String, _ error: DatabaseError) -> Unavailability {
        var disk = statvfs()
        if statvfs(path, &disk) == 0 {
            if disk.f_flag & UInt(ST_RDONLY) != 0 { return .readOnly(path: path) }
            // The smallest thing that SQLite adds to a file beside the database is a page of shared memory.
            if disk.f_bavail * disk.f_frsize < 1 << 16 || disk.f_favail == 0 { return .diskFull(path: path) }
        }
        let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        if access(path, W_OK) != 0 || access(folder, W_OK) != 0 { return .readOnly(path: path) }
        let reason = error.message ?? "SQLite code \(error.extendedResultCode.rawValue)"
        return error.resultCode == .SQLITE_CANTOPEN
            ? .cannotOpen(path: path, reason: reason) : .diskError(path: path, reason: reason)
    }

    private init(constraint error: DatabaseError) {
        let message = error.message ?? ""
        let detail = String(message.drop { $0 != ":" }.drop { $0 == ":" || $0 == " " })
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY:
            self = .conflict(.duplicate(field: detail, value: ""))
        case .SQLITE_CONSTRAINT_FOREIGNKEY:
            self = .notFound(Subject(kind: "row", id: "that this one refers to"))
        default:
            // The schema names its constraints "column must be ...".
            let field = detail.prefix { $0 != " " }
            let reason = detail.dropFirst(field.count).drop { $0 == " " }
            self = .invalidInput(field: String(field), reason: reason.isEmpty ? "is not allowed" : String(reason))
        }
    }
}
