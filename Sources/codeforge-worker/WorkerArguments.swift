import AgentRuns

/// The command line of `codeforge-worker`.
struct WorkerArguments: Sendable {
    struct Invalid: Error, CustomStringConvertible {
        let description: String
    }

    /// `nil`: the user's own.
    var database: String?
    /// A PostgreSQL database that a team shares, as a connection string of libpq; `nil`: a file.
    var serverDatabase: String?
    var options = WorkerOptions()

    static let usage =
        "usage: codeforge-worker [--database FILE | --server-database URL] [--idle-seconds 0-86400] [--jobs 1-16] "
        + "[--lease-seconds 1-600] [--announced]"

    /// Reads the command line and, where it names no database, `CODEFORGE_DATABASE_URL`.
    ///
    /// A password in the variable is not in the list of processes.
    init(arguments: [String], environment: [String: String]) throws(Invalid) {
        var rest = arguments[...]
        var isIdleGiven = false
        while let name = rest.popFirst() {
            if name == "--announced" {
                options.isAnnounced = true
                continue
            }
            guard ["--database", "--server-database", "--idle-seconds", "--jobs", "--lease-seconds"].contains(name)
            else {
                throw Invalid(description: "unknown option \(name)\n\(Self.usage)")
            }
            guard let value = rest.popFirst() else {
                throw Invalid(description: "\(name) needs a value\n\(Self.usage)")
            }
            switch name {
            case "--database": database = value
            case "--server-database": serverDatabase = value
            case "--idle-seconds":
                isIdleGiven = true
                options.idle = .seconds(try Self.number(value, in: 0...86_400, of: name))
            case "--lease-seconds": options.lease = .seconds(try Self.number(value, in: 1...600, of: name))
            default: options.concurrency = try Self.number(value, in: 1...16, of: name)
            }
        }
        guard database == nil || serverDatabase == nil else {
            throw Invalid(description: "--database and --server-database exclude each other\n\(Self.usage)")
        }
        if database == nil, serverDatabase == nil {
            serverDatabase = environment["CODEFORGE_DATABASE_URL"].flatMap { $0.isEmpty ? nil : $0 }
        }
        // Nobody starts a team's worker when there is work: it stays.
        if serverDatabase != nil, !isIdleGiven { options.idle = nil }
    }

    private static func number(_ text: String, in range: ClosedRange<Int>, of name: String) throws(Invalid) -> Int {
        guard let number = Int(text), range.contains(number) else {
            throw Invalid(
                description: "\(name) must be \(range.lowerBound) to \(range.upperBound), not \(text)\n\(usage)")
        }
        return number
    }
}
