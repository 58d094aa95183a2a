import Foundation
import JSON
import TestSupport
import Testing

/// A person who types in a real Emacs with eglot, while the built server has something to say.
@Suite struct EmacsTypingTests {
    @Test func `a question takes no key of somebody who types`() throws {
        let folder = try TemporaryFolder()
        let storage = try TemporaryFolder()
        try folder.write("", to: "notes.txt")
        _ = try CommandRun("/usr/bin/git", ["init", "--quiet"], in: folder.path)
        let script = BuiltProgram.packageRoot + "/editors/emacs/tests/typing.py"
        let run = try CommandRun(
            "/usr/bin/python3", [script], in: folder.path,
            environment: [
                "CODEFORGE_BIN": BuiltProgram.codeforge, "CODEFORGE_DATABASE": storage.path + "/emacs.db",
                "HOME": storage.path,
            ].merging(WorkerProcesses.quickWorker) { $1 })
        #expect(run.exitCode == 0, "\(run.errors)")
        let seen = try JSONValue(parsing: run.output)
        #expect(seen["arrived"] == seen["typed"])
        let questions = seen["questions"]?.string ?? ""
        #expect(questions.contains("\nAnswer:") && !questions.contains("Answered:"))
    }
}
