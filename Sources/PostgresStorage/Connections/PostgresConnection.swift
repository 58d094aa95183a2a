import CPostgres

/// A statement with its values as texts.
struct PostgresStatement: Sendable {
    let sql: String
    let values: [String?]

    init(_ sql: String, _ values: [String?] = []) {
        (self.sql, self.values) = (sql, values)
    }
}

/// One connection to the server, used from one thread at a time.
///
/// Statements are prepared once and then run by name; a text of a statement holds no values.
final class PostgresConnection {
    private let connection: OpaquePointer
    private var prepared: [String: String] = [:]

    /// What every connection starts with: times in UTC and in ISO form, no endless waits, and commits that wait for
    /// nobody's notification: `ChangeTelling` tells of what they changed.
    private static let settings = """
        set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'iso_8601'; set client_encoding = 'UTF8';
        set search_path = ''; set bytea_output = 'hex'; set extra_float_digits = 1;
        set statement_timeout = '60s'; set lock_timeout = '20s'; set idle_in_transaction_session_timeout = '60s';
        set codeforge.tells = 'later'
        """

    /// Connects, and blocks for at most some seconds.
    ///
    /// - Parameters:
    ///   - url: A connection string or URI of libpq.
    ///   - role: What the connection is from then on; nil for its login.
    /// - Throws: Where there is no library, no server, or no way in.
    init(url: String, role: String?) throws(PostgresFailure) {
        if let problem = cpq_load() { throw PostgresFailure(message: String(cString: problem)) }
        guard let connection = cpq_connectdb(Self.withDefaults(url)) else {
            throw PostgresFailure(message: "out of memory")
        }
        guard cpq_status(connection) == CPQ_CONNECTION_OK else {
            let message = String(cString: cpq_errorMessage(connection))
            cpq_finish(connection)
            throw PostgresFailure(message: message.trimmed)
        }
        self.connection = connection
        cpq_ignoreNotices(connection)
        try execute(Self.settings)
        if let role { try execute("set role \(role)") }
    }

    deinit {
        cpq_finish(connection)
    }

    /// Whether it can be used for another transaction.
    var isUsable: Bool {
        // A server that went away has closed the socket meanwhile, which only reading tells.
        cpq_consumeInput(connection) == 1 && cpq_status(connection) == CPQ_CONNECTION_OK
            && cpq_transactionStatus(connection) == CPQ_TRANSACTION_IDLE
    }

    var socket: Int32 { cpq_socket(connection) }

    /// Runs statements that have no values and whose rows nobody wants.
    func execute(_ sql: String) throws(PostgresFailure) {
        _ = try checked(cpq_exec(connection, sql))
    }

    /// Runs one statement.
    @discardableResult
    func query(_ sql: String, _ values: [String?] = []) throws(PostgresFailure) -> PostgresResult {
        let name = try name(of: sql)
        let result = withCStrings(values) { pointers in
            cpq_execPrepared(connection, name, Int32(values.count), pointers, nil, nil, 0)
        }
        return try checked(result)
    }

    /// Runs statements one after another as one transaction, in one exchange with the server.
    ///
    /// - Returns: What each one gave.
    func pipeline(_ statements: [PostgresStatement]) throws(PostgresFailure) -> [PostgresResult] {
        var names: [String] = []
        for statement in statements { names.append(try name(of: statement.sql)) }
        guard cpq_enterPipelineMode(connection) == 1 else { throw failure() }
        for (name, statement) in zip(names, statements) {
            let isSent = withCStrings(statement.values) { pointers in
                cpq_sendQueryPrepared(connection, name, Int32(statement.values.count), pointers, nil, nil, 0)
            }
            guard isSent == 1 else { throw failure() }
        }
        guard cpq_pipelineSync(connection) == 1 else { throw failure() }
        let outcome = readPipeline()
        guard cpq_exitPipelineMode(connection) == 1 else { throw failure() }
        return try outcome.get()
    }

    /// Reads up to the end of the pipeline, whatever failed on the way.
    private func readPipeline() -> Result<[PostgresResult], PostgresFailure> {
        var results: [PostgresResult] = []
        var problem: PostgresFailure?
        while true {
            guard let result = cpq_getResult(connection) else {
                guard cpq_status(connection) == CPQ_CONNECTION_OK else { return .failure(problem ?? failure()) }
                continue
            }
            if cpq_resultStatus(result) == CPQ_PIPELINE_SYNC {
                cpq_clear(result)
                return problem.map(Result.failure) ?? .success(results)
            }
            do throws(PostgresFailure) {
                results.append(try checked(result))
            } catch {
                problem = problem ?? error
            }
        }
    }

    /// The names of the channels that something was told on since the last look.
    func notifications() -> [String] {
        var names: [String] = []
        while let notification = cpq_notifies(connection) {
            names.append(String(cString: notification.pointee.relname))
            cpq_freemem(notification)
        }
        return names
    }
}

extension PostgresConnection {
    private func name(of sql: String) throws(PostgresFailure) -> String {
        if let name = prepared[sql] { return name }
        let name = "s\(prepared.count)"
        _ = try checked(cpq_prepare(connection, name, sql, 0, nil))
        prepared[sql] = name
        return name
    }

    private func checked(_ result: OpaquePointer?) throws(PostgresFailure) -> PostgresResult {
        guard let result else { throw failure() }
        let status = cpq_resultStatus(result)
        if status == CPQ_COMMAND_OK || status == CPQ_TUPLES_OK { return PostgresResult(result) }
        defer { cpq_clear(result) }
        func field(_ code: Int) -> String {
            cpq_resultErrorField(result, Int32(code)).map { String(cString: $0) } ?? ""
        }
        throw PostgresFailure(
            sqlState: field(CPQ_SQLSTATE),
            message: field(CPQ_MESSAGE_PRIMARY).isEmpty
                ? String(cString: cpq_resultErrorMessage(result)).trimmed : field(CPQ_MESSAGE_PRIMARY),
            detail: field(CPQ_MESSAGE_DETAIL), table: field(CPQ_TABLE_NAME), column: field(CPQ_COLUMN_NAME),
            constraint: field(CPQ_CONSTRAINT_NAME))
    }

    private func failure() -> PostgresFailure {
        PostgresFailure(message: String(cString: cpq_errorMessage(connection)).trimmed)
    }

    /// A server that does not answer is given up after some seconds, on whatever network it is.
    private static func withDefaults(_ url: String) -> String {
        let defaults = [
            ("connect_timeout", "5"), ("application_name", "codeforge"), ("keepalives_idle", "10"),
            ("keepalives_interval", "3"), ("keepalives_count", "3"), ("tcp_user_timeout", "15000"),
        ].filter { !url.contains($0.0) }
        guard url.hasPrefix("postgres://") || url.hasPrefix("postgresql://") else {
            return defaults.reduce(url) { "\($0) \($1.0)=\($1.1)" }
        }
        let first = url.contains("?") ? "&" : "?"
        return url + first + defaults.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
    }
}

extension String {
    fileprivate var trimmed: String {
        String(self[..<(lastIndex { !$0.isWhitespace }.map(index(after:)) ?? startIndex)])
    }
}

/// Gives texts as C strings, NULL for nil, for as long as `body` runs.
///
/// No text holds a NUL: the store refuses those before.
private func withCStrings<Value>(
    _ texts: [String?], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Value
) -> Value {
    var bytes: [CChar] = []
    var starts: [Int?] = []
    for text in texts {
        guard var text else {
            starts.append(nil)
            continue
        }
        starts.append(bytes.count)
        text.withUTF8 { $0.withMemoryRebound(to: CChar.self) { bytes.append(contentsOf: $0) } }
        bytes.append(0)
    }
    return bytes.withUnsafeBufferPointer { bytes in
        let pointers = starts.map { start in start.flatMap { offset in bytes.baseAddress.map { $0 + offset } } }
        return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
    }
}
