import Engine
import Glibc
import Models

/// Finds the token for a team's server: by the token command, or in a file that its owner alone can read.
///
/// It is never an argument, a row or a line of a log, and no workspace file can say where it is.
package struct TeamToken: Sendable {
    private static let commandTimeout = Duration.seconds(60)

    /// A shell command that prints the token; empty for none.
    let command: String
    /// The file; nil without a home.
    let path: String?

    /// As a person's own settings say.
    package init(
        _ settings: Settings, environment: @escaping @Sendable (String) -> String? = DatabaseLocation.environment
    ) {
        command = settings.team.tokenCommand
        path = TeamTokenFile.path(environment)
    }

    /// - Throws: `unauthenticated` where there is none or it must not be used, with what to do.
    func find() async throws(RequestFailure) -> Secret {
        let found = command.isEmpty ? try file() : try await output()
        guard let found else {
            throw RequestFailure(
                "unauthenticated",
                "There is no token for the team's server. Run codeforge team login URL with the token on standard "
                    + "input, or set codeforge.team.tokenCommand in your own config.json.")
        }
        guard found.reveal({ !$0.isEmpty && $0.utf8.allSatisfy { (0x21...0x7E).contains($0) } }) else {
            throw RequestFailure(
                "unauthenticated", "What should be the token has blanks or other characters that no token has.")
        }
        return found
    }

    private func file() throws(RequestFailure) -> Secret? {
        try path.flatMap { path throws(RequestFailure) in try TeamTokenFile.read(path) }
    }

    private func output() async throws(RequestFailure) -> Secret? {
        guard let bytes = try? await KeyCommand(text: command, timeout: Self.commandTimeout).run() else {
            throw RequestFailure(
                "unauthenticated", "The command of codeforge.team.tokenCommand gave no token. Try it in a terminal.")
        }
        let line = String(decoding: bytes.prefix(8 << 10), as: UTF8.self).split(whereSeparator: \.isNewline).first
        return line.map { Secret(String($0).trimmingSpaces) }
    }
}
