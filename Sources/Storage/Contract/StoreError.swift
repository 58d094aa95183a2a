import Models

/// Why a store did not do what it was asked.
package enum StoreError: Error, Hashable, Sendable {
    /// The row does not exist, or not for this caller.
    case notFound(Subject)

    /// No policy admits this write by this caller.
    case forbidden(action: Action, table: StoreTable)

    /// The rows are not as the caller thought; nothing was written.
    case conflict(Conflict)

    /// A value that no caller may store.
    case invalidInput(field: String, reason: String)

    /// The store can't work at all, or not now.
    case unavailable(Unavailability)

    /// What was looked for.
    package struct Subject: Hashable, Sendable {
        package var kind: String
        package var id: String

        package init(kind: String, id: String) {
            self.kind = kind
            self.id = id
        }
    }

    package enum Action: String, CaseIterable, Sendable {
        case select, insert, update, delete
    }
}

extension StoreError {
    package enum Conflict: Hashable, Sendable {
        /// The file has another version than the write was made against; `current` is `nil` when the file is gone.
        case version(path: String, expected: Int?, current: Int?)

        /// The job is in a state that this operation doesn't start from.
        case jobStatus(job: RowID, current: AgentJob.Status)

        /// Another worker took the job over, or its lease was given up.
        case leaseLost(job: RowID)

        /// Another row has this value, which must be unique.
        case duplicate(field: String, value: String)
    }

    package enum Unavailability: Hashable, Sendable {
        case newerVersion(path: String, found: Int, supported: Int)
        /// The tables of a shared database are of a newer version than this program's.
        case newerSchema(server: String, found: Int, supported: Int)
        case notOurs(path: String)
        /// `copy` is where the file's bytes were put aside, when they could be.
        case corrupt(path: String, copy: String?)
        case cannotOpen(path: String, reason: String)
        /// The server of a shared database does not answer, or refuses.
        case noConnection(server: String, reason: String)
        /// The tables of a shared database are of an older version than this program's.
        case olderVersion(server: String, found: Int, needed: Int)
        case readOnly(path: String)
        case diskFull(path: String)
        /// Another process held the database for longer than the busy timeout.
        case busy(path: String)
        case closed
        /// Reading or writing fails for a reason that the system does not tell: a quota, a limit, a broken disk.
        case diskError(path: String, reason: String)
        case failed(reason: String)

        /// Whether the database could be read if only that needed no writing.
        package var hindersWriting: Bool {
            switch self {
            case .readOnly, .diskFull, .diskError: true
            case .newerVersion, .newerSchema, .notOurs, .corrupt, .cannotOpen, .noConnection, .olderVersion,
                .busy, .closed, .failed:
                false
            }
        }
    }
}

extension StoreError {
    /// Whether trying again cannot help while this process runs.
    package var isLasting: Bool {
        switch self {
        case .unavailable(.corrupt), .unavailable(.closed): true
        default: false
        }
    }

    /// The name that a front end sends: `not_found`, `forbidden`, `conflict`, `invalid_input`, `unavailable`.
    package var code: String {
        switch self {
        case .notFound: "not_found"
        case .forbidden: "forbidden"
        case .conflict: "conflict"
        case .invalidInput: "invalid_input"
        case .unavailable: "unavailable"
        }
    }
}

extension StoreError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notFound(let subject):
            "There is no \(subject.kind) \(subject.id.prefix(200)). Check the name or identity and try again."
        case .forbidden(let action, let table):
            "This caller may not \(action.rawValue) rows of \(table.rawValue) here."
        case .conflict(let conflict): conflict.description
        case .invalidInput(let field, let reason): "\(field) \(reason)."
        case .unavailable(let reason): reason.description
        }
    }
}

extension StoreError.Conflict: CustomStringConvertible {
    package var description: String {
        switch self {
        case .version(let path, let expected?, let current?):
            "\(path) changed since it was read (version \(current), expected \(expected)). Reload it and try again."
        case .version(let path, _, nil): "\(path) was deleted since it was read. Reload the project and try again."
        case .version(let path, nil, let current?):
            "\(path) exists already (version \(current)). Read it first and write against its version."
        case .jobStatus(let job, let current):
            [.completed, .failed, .cancelled].contains(current)
                ? "Job \(job) has ended already (\(current.rawValue)): there is nothing to do about it any more."
                : "Job \(job) is \(current.rawValue.replacing("_", with: " ")) at the moment. Look at it, and try again."
        case .leaseLost(let job): "Job \(job) no longer belongs to this worker. Stop working on it."
        case .duplicate(let field, let value): "\(field) \(value.prefix(200)) is taken. Choose another one."
        }
    }
}

extension StoreError.Unavailability: CustomStringConvertible {
    package var description: String {
        switch self {
        case .newerVersion(let path, let found, let supported):
            "The database \(path) was made by a newer CodeForge (schema \(found), this one knows \(supported)). "
                + "Update CodeForge, or name another file with --database. The file was left as it is."
        case .newerSchema(let server, let found, let supported):
            "The database \(server) was migrated by a newer CodeForge (schema \(found), this one knows \(supported)). "
                + "Update this CodeForge. The database was left as it is."
        case .notOurs(let path):
            "The database \(path) belongs to another program. Name another file with --database. "
                + "The file was left as it is."
        case .corrupt(let path, let copy):
            "The database \(path) is damaged, or no database at all, and was left as it is"
                + (copy.map { "; a copy is kept in \($0)" } ?? "")
                + ". Name another file with --database, move this one away to start afresh, or restore a backup "
                + "(codeforge db backup makes them)."
        case .cannotOpen(let path, let reason):
            "The database \(path) can't be opened: \(reason). Check the folder, or name another file with --database."
        case .noConnection(let server, let reason):
            "The database server \(server) can't be used: \(reason). Check that it runs, and the address, user and "
                + "password that CodeForge was given."
        case .olderVersion(let server, let found, let needed):
            "The database \(server) has schema \(found), and this CodeForge needs \(needed). "
                + "Run codeforge-server migrate."
        case .readOnly(let path):
            "The database \(path) can't be written. Check its permissions and the room on its disk, or name another "
                + "file with --database."
        case .diskFull(let path): "The disk that holds the database \(path) is full. Free some space and try again."
        case .busy(let path): "Another process keeps the database \(path) locked. Try again in a moment."
        case .closed: "The database was closed."
        case .diskError(let path, let reason):
            "The database \(path) can't be read or written: \(reason). Check that its disk works and has room, "
                + "within your quota too, and try again."
        case .failed(let reason): "The database failed: \(reason)."
        }
    }
}
