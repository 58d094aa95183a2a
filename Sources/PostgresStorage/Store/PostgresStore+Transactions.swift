import Models
import Storage

/// The statements of a running transaction.
struct Transaction {
    private let connection: PostgresConnection

    fileprivate init(_ connection: PostgresConnection) {
        self.connection = connection
    }

    @discardableResult
    func query(_ sql: String, _ values: [String?] = []) throws -> PostgresResult {
        try connection.query(sql, values)
    }
}

extension PostgresStore {
    /// Who the database takes the caller for, until the end of the transaction.
    private static let identify = "select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)"

    private static let begin = "begin"
    /// One unchanging view of the rows, for answers that are put together of several statements.
    private static let beginReading = "begin isolation level repeatable read read only"

    /// How often a transaction that met another one is run.
    private static let attempts = 5

    /// Runs statements that read, as a transaction of their own in one exchange with the server.
    ///
    /// On a connection that breaks meanwhile they are run once more on another one.
    func ask<Value: Sendable>(
        _ statements: [PostgresStatement], as caller: Caller,
        _ read: @escaping @Sendable ([PostgresResult]) throws -> Value
    ) async throws(StoreError) -> Value {
        try await run(as: caller) { slot in
            do {
                return try read(Self.exchange(statements, as: caller, slot.connection()))
            } catch let failure as PostgresFailure where failure.isBroken {
                slot.discard()
                return try read(Self.exchange(statements, as: caller, slot.connection()))
            }
        }
    }

    /// Runs one statement that reads.
    func ask<Value: Sendable>(
        _ sql: String, _ values: [String?] = [], as caller: Caller,
        _ read: @escaping @Sendable (PostgresResult) throws -> Value
    ) async throws(StoreError) -> Value {
        try await ask([PostgresStatement(sql, values)], as: caller) { try read($0[0]) }
    }

    /// Runs one statement that writes, as a transaction of its own in one exchange with the server.
    ///
    /// Where the connection breaks meanwhile nobody can tell whether it was done: that is an error, never a second try.
    func tell<Value: Sendable>(
        _ sql: String, _ values: [String?], as caller: Caller,
        _ read: @escaping @Sendable (PostgresResult) throws -> Value
    ) async throws(StoreError) -> Value {
        let statements = [PostgresStatement(sql, values)]
        defer { telling.tell() }
        return try await run(as: caller) { slot in
            for _ in 1..<Self.attempts {
                do {
                    return try read(Self.exchange(statements, as: caller, slot.connection())[0])
                } catch let failure as PostgresFailure where failure.isPassing {}
            }
            return try read(Self.exchange(statements, as: caller, slot.connection())[0])
        }
    }

    /// Runs `body` on one unchanging view of the rows.
    func read<Value: Sendable>(
        as caller: Caller, _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws(StoreError) -> Value {
        try await transaction(Self.beginReading, as: caller) { transaction, _ in try body(transaction) }
    }

    /// Runs `body` as one transaction; again where it met another one, or where its connection broke before the end.
    func write<Value: Sendable>(
        as caller: Caller, _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws(StoreError) -> Value {
        try await write(opening: [], as: caller) { transaction, _ in try body(transaction) }
    }

    /// As above; `body` gets what statements gave that went to the server together with the beginning.
    func write<Value: Sendable>(
        opening statements: [PostgresStatement], as caller: Caller,
        _ body: @escaping @Sendable (Transaction, [PostgresResult]) throws -> Value
    ) async throws(StoreError) -> Value {
        defer { telling.tell() }
        return try await transaction(Self.begin, opening: statements, as: caller, body)
    }

    private func transaction<Value: Sendable>(
        _ begin: String, opening statements: [PostgresStatement] = [], as caller: Caller,
        _ body: @escaping @Sendable (Transaction, [PostgresResult]) throws -> Value
    ) async throws(StoreError) -> Value {
        try await run(as: caller) { slot in
            for attempt in 1... {
                let connection = try slot.connection()
                do {
                    let opened = try Self.start(begin, statements, as: caller, connection)
                    let value = try body(Transaction(connection), opened)
                    do throws(PostgresFailure) {
                        try connection.query("commit")
                    } catch {
                        // Whether it was done is not known: it is not tried again.
                        throw error.isPassing ? error : PostgresFailure(unknownOutcome: error)
                    }
                    return value
                } catch let failure as PostgresFailure {
                    if failure.isBroken { slot.discard() } else { try? connection.execute("rollback") }
                    guard failure.isPassing || failure.isBroken, !failure.isOutcomeUnknown, attempt < Self.attempts
                    else { throw failure }
                } catch {
                    do { try connection.execute("rollback") } catch { slot.discard() }
                    throw error
                }
            }
            throw StoreError.unavailable(.busy(path: ""))
        }
    }

    private func run<Value: Sendable>(
        as caller: Caller, _ body: @escaping @Sendable (ConnectionSlot) throws -> Value
    ) async throws(StoreError) -> Value {
        let server = server
        return try await pool(of: caller).run { slot in StoreError.catching(server) { try body(slot) } }
    }

    private static func exchange(
        _ statements: [PostgresStatement], as caller: Caller, _ connection: PostgresConnection
    ) throws(PostgresFailure) -> [PostgresResult] {
        if let claims = caller.claims {
            return Array(try connection.pipeline([PostgresStatement(identify, claims)] + statements).dropFirst())
        }
        if statements.count == 1 { return [try connection.query(statements[0].sql, statements[0].values)] }
        return try connection.pipeline(statements)
    }

    private static func start(
        _ begin: String, _ statements: [PostgresStatement], as caller: Caller, _ connection: PostgresConnection
    ) throws(PostgresFailure) -> [PostgresResult] {
        var opening = [PostgresStatement(begin)]
        if let claims = caller.claims { opening.append(PostgresStatement(identify, claims)) }
        return Array(try connection.pipeline(opening + statements).dropFirst(opening.count))
    }
}

extension Caller {
    /// The role and the claims of a request; nil for the service, whose connections have its role.
    fileprivate var claims: [String]? {
        switch self {
        case .service: nil
        case .anonymous: ["anon", #"{"role":"anon"}"#]
        case .user(let user): ["authenticated", #"{"sub":"\#(user.text)","role":"authenticated"}"#]
        }
    }
}
