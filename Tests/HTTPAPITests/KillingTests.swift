import Foundation
import TestSupport
import Testing

/// Three servers, four workers and PostgreSQL under load, killed at random moments by `Killing/kills.py`.
///
/// Few kills in the suite; `CODEFORGE_KILLS=60` by hand, with `CODEFORGE_PROPERTY_SEED` for other moments.
@Suite struct KillingTests {
    @Test func `nothing acknowledged is lost, no job ends twice, and every client hears the end`() throws {
        let script = BuiltProgram.packageRoot + "/Tests/HTTPAPITests/Killing/kills.py"
        let programs = ["codeforge-server", "codeforge-worker"].map { "\(BuiltProgram.folder)/\($0)" }
        let kills = Rounds.number("CODEFORGE_KILLS", else: 3)
        let seed = Rounds.number("CODEFORGE_PROPERTY_SEED", else: 1)
        let run = try CommandRun(
            PythonScript.interpreter(), ["-B", script] + programs + ["--kills", "\(kills)", "--seed", "\(seed)"],
            in: "/")
        #expect(run.exitCode == 0, "\(run.output)\(run.errors)")
    }
}
