import Foundation
import JSON
import Models
import TestSupport
import Testing

/// Requests that schemathesis makes from the description of the API, right ones and wrong ones.
///
/// https://schemathesis.readthedocs.io/en/stable/reference/checks/
@Suite struct GeneratedRequestTests {
    /// Requests for each operation, at random; with `CODEFORGE_PROGRAM_ROUNDS` so many, and all kinds there are.
    private static let examples = Rounds.number("CODEFORGE_PROGRAM_ROUNDS", else: 3)
    private static let phases =
        Rounds.number("CODEFORGE_PROGRAM_ROUNDS", else: 0) == 0 ? "fuzzing" : "coverage,fuzzing,stateful"

    @Test func `no request that is made from the description shows a fault`() async throws {
        let server = try RunningServer(environment: ["CODEFORGE_WORKER": "/nonexistent"])
        let token = try await TestToken.of(.random())
        let bin = URL(filePath: try PythonScript.interpreter()).deletingLastPathComponent().path
        let folder = try TemporaryFolder()
        let run = try CommandRun(
            bin + "/st",
            [
                "--config-file", BuiltProgram.packageRoot + "/Tests/HTTPAPITests/Generated/schemathesis.toml",
                "run", "http://127.0.0.1:\(server.port)/openapi.json", "--header", "Authorization: Bearer \(token)",
                // Streams go on; GitHub is not here.
                "--exclude-path-regex", "(/stream|/metrics|/github)$", "--phases", Self.phases,
                "--max-examples", "\(Self.examples)", "--generation-allow-x00", "false", "--generation-database",
                "none",
                "--seed", "1", "--no-color",
            ], in: folder.path)
        #expect(run.exitCode == 0, "\(run.output.suffix(20_000))")
        #expect(!server.log.contains("\"level\":\"error\""))
    }
}
