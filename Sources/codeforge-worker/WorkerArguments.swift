import AgentRuns

/// The command line of `codeforge-worker`.
struct WorkerArguments: Sendable {
    struct Invalid: Error, CustomStringConvertible {
        let description: String
    }

    /// `nil`: the user's own.
    var database: String?
    var options = WorkerOptions()

    static let usage =
        "usage: codeforge-worker [--database FILE] [--idle-seconds 0-86400] [--jobs 1-16] "
        + "[--lease-seconds 1-600] [--announced]"

    init(arguments: [String]) throws(Invalid) {
        var rest = arguments[...]
        while let name = rest.popFirst() {
            if name == "--announced" {
                options.isAnnounced = true
                continue
            }
            guard ["--database", "--idle-seconds", "--jobs", "--lease-seconds"].contains(name) else {
                throw Invalid(description: "unknown option \(name)\n\(Self.usage)")
            }
            guard let value = rest.popFirst() else {
                throw Invalid(description: "\(name) needs a value\n\(Self.usage)")
            }
            switch name {
            case "--database": database = value
            case "--idle-seconds": options.idle = .seconds(try Self.number(value, in: 0...86_400, of: name))
            case "--lease-seconds": options.lease = .seconds(try Self.number(value, in: 1...600, of: name))
            default: options.concurrency = try Self.number(value, in: 1...16, of: name)
            }
        }
    }

    private static func number(_ text: String, in range: ClosedRange<Int>, of name: String) throws(Invalid) -> Int {
        guard let number = Int(text), range.contains(number) else {
            throw Invalid(
                description: "\(name) must be \(range.lowerBound) to \(range.upperBound), not \(text)\n\(usage)")
        }
        return number
    }
}
