import Foundation
import JSON
import TestSupport
import Testing

/// Kate and Emacs, set up as README says, driven by their keys, with the built server.
///
/// What they do stands in `editors/kate/tests` and `editors/emacs/tests`.
@Suite struct OtherEditorTests {
    private let folder: TemporaryFolder
    private let data: TemporaryFolder
    private let original: String

    init() throws {
        (folder, data) = (try TemporaryFolder(), try TemporaryFolder())
        original = try String(
            contentsOfFile: SampleWorkspace.original + "/api/shop/suppliers.py", encoding: .utf8)
        try folder.write(original, to: "suppliers.py")
        _ = try CommandRun("/usr/bin/git", ["init", "--quiet"], in: folder.path)
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8)
    }

    /// What `codeforge` prints about the folder.
    private func codeforge(_ arguments: String...) throws -> String {
        try CommandRun.codeforge(arguments + ["--database", data.path + "/test.db"], in: folder).output
    }

    @Test func `a quick fix in Kate repairs the finding at the cursor and does nothing else`() throws {
        let run = try CommandRun(
            BuiltProgram.packageRoot + "/editors/kate/tests/quick-fix",
            [BuiltProgram.codeforge, folder.path, data.path + "/test.db"], in: folder.path)
        try #require(run.exitCode == 0, "\(run.errors)")
        let first = original.replacing("yaml.load(file, Loader=yaml.Loader)", with: "yaml.safe_load(file)")
        #expect(try text("first.py") == first)
        // With the line of the finding selected.
        #expect(try text("suppliers.py") == first.replacing("except:", with: "except Exception:"))
        #expect(try !text("sent.log").contains("workspace/executeCommand"))
        #expect(try codeforge("jobs", "list") == "No jobs.\n")
        let left = try codeforge("review", "suppliers.py")
        #expect(left.contains("secrets/hardcoded-secret"))
        #expect(!left.contains("dismissed"))
    }

    @Test(arguments: ["eglot", "lsp"])
    func `in Emacs a command asks for what it cannot do without`(client: String) throws {
        let result = data.path + "/result.json"
        let run = try CommandRun(
            "/usr/bin/env",
            ["timeout", "90", "emacs", "--batch", "-l", BuiltProgram.packageRoot + "/editors/emacs/tests/commands.el"],
            in: folder.path,
            environment: [
                "HOME": data.path, "CODEFORGE_BIN": BuiltProgram.codeforge, "CLIENT": client,
                "CODEFORGE_DATABASE": data.path + "/test.db", "FILE": folder.path + "/suppliers.py", "RESULT": result,
            ].merging(WorkerProcesses.quickWorker) { $1 })
        try #require(run.exitCode == 0, "\(run.errors)")
        let seen = try JSONValue(parsing: String(contentsOfFile: result, encoding: .utf8))
        #expect(seen["mentor"]?.string?.contains("What is a mutable default?") == true)
        #expect(seen["place"]?.string?.contains("yaml.load(") == true)
        #expect(seen["decision"]?.string?.contains("Postgres or SQLite?") == true)
        #expect(seen["refactor"]?.string?.contains("Select the lines that you mean") == true)
        #expect(try codeforge("jobs", "list").contains("pedagogy: Postgres or SQLite?"))
    }

    @Test(arguments: ["findings.el", "lsp-findings.el"])
    func `in Emacs findings are dismissed and fixed from the start of their lines`(script: String) throws {
        let result = data.path + "/result.json"
        let run = try CommandRun(
            "/usr/bin/env",
            ["timeout", "60", "emacs", "--batch", "-l", BuiltProgram.packageRoot + "/editors/emacs/tests/" + script],
            in: folder.path,
            environment: [
                "HOME": data.path, "CODEFORGE_BIN": BuiltProgram.codeforge,
                "CODEFORGE_DATABASE": data.path + "/test.db", "FILE": folder.path + "/suppliers.py", "RESULT": result,
            ])
        try #require(run.exitCode == 0, "\(run.errors)")
        let seen = try JSONValue(parsing: String(contentsOfFile: result, encoding: .utf8))
        let (secret, load, handler) = ("secrets/hardcoded-secret", "eval/yaml-load", "errors/bare-except")
        func rules(_ moment: String) -> [String]? {
            seen[moment]?.array?.compactMap { finding in
                [secret, load, handler].first { finding.string?.contains($0) ?? false }
            }
        }
        #expect(rules("shown") == [secret, load, handler])
        #expect(rules("dismissed") == [secret, handler])
        #expect(rules("fixed") == [secret])
        #expect(try text("suppliers.py") == original.replacing("except:", with: "except Exception:"))
        #expect(try codeforge("review", "suppliers.py").contains("1 dismissed (--all shows it)"))
    }
}
