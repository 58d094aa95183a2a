/// What the command line of `codeforge lsp` sets.
package struct ServerOptions: Sendable, Hashable {
    /// The database file; nil means `CODEFORGE_DATABASE`, else the one in the user's data folder.
    package var database: String?
    /// Where log lines go; nil means standard error.
    package var logFile: String?
    /// Overrides the setting `log.level`.
    package var logLevel: LogLevel?
    /// The process whose death ends the server, where it is known before `initialize` names one.
    package var clientProcess: Int32?
    /// Where what is said is written down; nil for an ordinary session.
    package var recording: String?
    /// A folder that exchanges with models are written to, and one that answers instead of models.
    package var modelRecording: String?
    package var modelReplay: String?
    /// The product's version, as `serverInfo` tells it.
    package var version: String

    package init(version: String) {
        self.version = version
    }

    /// What a command line asks for.
    package enum Parsed: Hashable {
        case options(ServerOptions)
        case help
        /// A sentence that says what cannot be understood.
        case wrong(String)
    }

    /// Reads `--option value` and `--option=value`.
    package static func parse(_ arguments: ArraySlice<String>, version: String) -> Parsed {
        var options = ServerOptions(version: version)
        var rest = arguments
        while let argument = rest.popFirst() {
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(parts[0])
            switch name {
            case "--help", "-h": return .help
            case "--stdio" where parts.count == 1: continue
            case "--database", "--log-file", "--log-level", "--clientProcessId", "--record",
                "--record-models", "--replay-models":
                guard let value = parts.count == 2 ? String(parts[1]) : rest.popFirst(), !value.isEmpty else {
                    return .wrong("'\(name)' needs a value.")
                }
                if let problem = options.set(name, to: value) { return .wrong(problem) }
            default:
                return .wrong("'\(argument)' is not an option.")
            }
        }
        return .options(options)
    }

    private mutating func set(_ name: String, to value: String) -> String? {
        switch name {
        case "--database": database = value
        case "--log-file": logFile = value
        case "--record": recording = value
        case "--record-models": modelRecording = value
        case "--replay-models": modelReplay = value
        case "--clientProcessId":
            guard let process = Int32(value), process > 0 else {
                return "'--clientProcessId' must be the number of a process, not '\(value)'."
            }
            clientProcess = process
        default:
            guard let level = LogLevel(rawValue: value) else {
                return "'--log-level' must be error, warning, info or debug, not '\(value)'."
            }
            logLevel = level
        }
        return nil
    }

    /// The command line of the same session without a recording.
    var arguments: [String] {
        let given = [
            ("--database", database), ("--log-file", logFile), ("--log-level", logLevel?.rawValue),
            ("--clientProcessId", clientProcess.map { String($0) }),
            ("--record-models", modelRecording), ("--replay-models", modelReplay),
        ]
        return given.flatMap { name, value in value.map { [name, $0] } ?? [] }
    }
}
