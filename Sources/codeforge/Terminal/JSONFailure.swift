import ArgumentParser
import Engine
import JSON

/// Why a command with `--json` did not do what was asked, as JSON on standard output: `{"error": {"code", "message"}}`,
/// with `loc` where a value is meant, and what else a program may want to know.
///
/// The same stands on standard error in words.
struct JSONFailure {
    /// Whether the command line asks for JSON.
    static var isWanted: Bool {
        // What follows `--` is no option.
        CommandLine.arguments.dropFirst().prefix { $0 != "--" }.contains("--json")
    }

    private let error: JSONObject

    init(code: String, message: String, details: JSONObject = JSONObject()) {
        var error: JSONObject = ["code": .string(code), "message": .string(message)]
        for (key, value) in details { error[key] = value }
        self.error = error
    }

    /// As the program ends with it; `message` is what a person reads.
    init(_ error: any Error, message: String) {
        if let failure = error as? RequestFailure {
            var details = failure.details
            if !failure.location.isEmpty { details["loc"] = .array(failure.location.map { .string($0) }) }
            self.init(code: failure.code, message: failure.message, details: details)
        } else if let failure = error as? CommandFailure {
            self.init(code: "invalid_input", message: failure.description)
        } else {
            let isUsage = CodeForgeCommand.exitCode(for: error) == .validationFailure
            self.init(code: isUsage ? "invalid_input" : "failed", message: message)
        }
    }

    func write() { StandardStream.output.write(json: ["error": .object(error)], pretty: false) }
}
