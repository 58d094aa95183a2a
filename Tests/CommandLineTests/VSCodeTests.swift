import Foundation
import TestSupport
import Testing

/// The VS Code extension in `editors/vscode`: its types, and its own tests with the built server.
///
/// Node has neither `vscode` nor the client library here; the extension gets both passed, and its tests pass others.
@Suite struct VSCodeTests {
    private let extensionFolder = BuiltProgram.packageRoot + "/editors/vscode"

    @Test func `it is well typed, and does what its tests say`() throws {
        let output = try TemporaryFolder()
        let compiled = try CommandRun("/usr/bin/env", ["tsc", "-p", extensionFolder, "--outDir", output.path], in: "/")
        #expect(compiled.exitCode == 0, "\(compiled.output)")
        // Together they take seconds; one at a time they show nothing but the first failure.
        let files = try FileManager.default.contentsOfDirectory(atPath: output.path + "/test")
        let tests = files.filter { $0.hasSuffix(".test.js") }.sorted().map { output.path + "/test/" + $0 }
        #expect(!tests.isEmpty)
        let run = try CommandRun(
            "/usr/bin/env", ["node", "--test", "--test-reporter", "spec"] + tests, in: extensionFolder,
            environment: [
                "CODEFORGE_BIN": BuiltProgram.codeforge, "CODEFORGE_EXTENSION": extensionFolder, "NO_COLOR": "1",
            ])
        #expect(run.exitCode == 0, "\(run.output)\(run.errors)")
    }

    @Test func `its manifest is what the server says of itself`() throws {
        let script = extensionFolder + "/scripts/manifest.mjs"
        let run = try CommandRun(
            "/usr/bin/env", ["node", script, BuiltProgram.codeforge, "--check"], in: extensionFolder)
        #expect(run.exitCode == 0, "\(run.errors)")
    }
}
