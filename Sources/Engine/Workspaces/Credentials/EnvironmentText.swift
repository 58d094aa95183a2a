import Models

/// A text that gives variables their values and does nothing else: what `.env` is, whatever it is called.
struct EnvironmentText {
    private let bytes: [UInt8]
    private let name: String

    /// Longer texts are no settings of one program.
    private static let longestBytes = 64 << 10
    /// Where no name says what it is, so many variables do.
    private static let leastVariables = 2
    /// What stands before a variable's name in the shells' languages.
    private static let commands = [
        "export ", "set -gx ", "set -x ", "setx ", "set ", "declare -x ", "typeset -x ", "$env:", "env ",
    ]
    /// Lines that a script of variables has besides.
    private static let otherCommands: Set<String> = [
        "set -a", "set +a", "@echo off", "set -o allexport", "set +o allexport",
    ]

    /// A file's text, and its name in lower case.
    init(_ bytes: [UInt8], name: String) {
        self.bytes = bytes
        self.name = name
    }

    /// What the text is; nil where it does more, or where none of the values is a secret.
    var kind: String? {
        guard bytes.count <= Self.longestBytes, let count = variables, count > 0 else { return nil }
        let isNamed = CredentialName.isOfEnvironment(name) || CredentialName.isScript(name)
        guard isNamed || count >= Self.leastVariables else { return nil }
        guard let path = try? ProjectPath(validating: "variables.env"),
            let secret = SecretScan.places(in: bytes, path: path).first
        else { return nil }
        return "environment variables, \(secret.kind) among them"
    }

    /// How many variables it has; nil where a line is something else.
    private var variables: Int? {
        var count = 0
        for line in bytes.split(whereSeparator: { $0 == 10 || $0 == 13 }) {
            let text = String(decoding: line.drop { $0 <= 32 }, as: UTF8.self)
            if text.isEmpty || text.hasPrefix("#") || text.hasPrefix("::") || text.lowercased().hasPrefix("rem ") {
                continue
            }
            if Self.otherCommands.contains(text.lowercased()) { continue }
            guard isVariable(text) else { return nil }
            count += 1
        }
        return count
    }

    private func isVariable(_ line: String) -> Bool {
        let command = Self.commands.first { line.lowercased().hasPrefix($0) }
        var rest = line.dropFirst(command?.count ?? 0)
        if rest.hasPrefix("\"") { rest = rest.dropFirst() }
        let variable = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
        let isUpper = variable.contains { $0.isUppercase } && !variable.contains { $0.isLowercase }
        guard !variable.isEmpty, isUpper || command != nil else { return false }
        let after = rest.dropFirst(variable.count)
        // Fish and `setx` have a space where others have a sign.
        let sign = after.drop { $0 == " " }
        return sign.first == "=" || command.map { $0.hasPrefix("set") && $0 != "set " } == true && after.first == " "
    }
}
