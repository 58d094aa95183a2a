/// What libpq reported of a statement or a connection.
struct PostgresFailure: Error {
    /// The server's code; empty where the connection failed.
    ///
    /// The codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
    var sqlState = ""
    var message: String
    var detail = ""
    var table = ""
    var column = ""
    var constraint = ""
    /// It was a commit that was not answered.
    var isOutcomeUnknown = false

    /// The connection is of no use any more.
    var isBroken: Bool { sqlState.isEmpty || sqlState.hasPrefix("57P") || sqlState.hasPrefix("08") }

    /// The transaction met another one and was taken back whole: it may be run again.
    var isPassing: Bool { sqlState == "40001" || sqlState == "40P01" }
}

extension PostgresFailure {
    /// Whether a connection may be had in a moment: the server is being started or has no place left.
    ///
    /// libpq gives no code for a connection that could not be made, but the server's words.
    var mayPass: Bool {
        [
            "Connection refused", "starting up", "shutting down", "in recovery mode", "not yet accepting connections",
            "not accepting commands", "too many clients", "No such file",
        ]
        .contains { message.contains($0) }
    }
}

extension PostgresFailure {
    /// A commit that was not answered.
    init(unknownOutcome failure: PostgresFailure) {
        self = failure
        isOutcomeUnknown = true
        if isBroken {
            message =
                "the connection broke while a change was being made, and nobody knows whether it was made; look "
                + "before you try again (\(failure.message))"
        }
    }
}
