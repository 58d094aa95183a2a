import JSON
import TestSupport
import Testing

/// The plugin in a real Neovim, with the built server, on a copy of the sample workspace.
///
/// The scenarios are functions in `editors/neovim/tests/scenarios.lua`.
@Suite struct NeovimTests {
    private func check(_ scenario: String, sees expected: JSONValue, isTold notifications: [JSONValue] = []) throws {
        let result = try JSONValue(parsing: SampleWorkspace().neovim(scenario))
        #expect(result["failure"] == nil)
        #expect(result["seen"] == expected)
        #expect(result["notifications"]?.array ?? [] == notifications)
    }

    @Test func `a finding is shown, explained, fixed and gone`() throws {
        let comparison: JSONValue = "19:8-29 Information correctness/none-comparison (codeforge)"
        let sharedDefault: JSONValue = "26:38-47 Warning correctness/mutable-default (codeforge)"
        try check(
            "fix_a_finding",
            sees: [
                "diagnostics": [comparison, sharedDefault],
                "hover": [
                    "**Comparison with None by ==** (`correctness/none-comparison`, info)", "",
                    "== asks the object, which may say anything. Compare with None by is.", "",
                    "A class may define == as it likes, as numpy and SQLAlchemy do; there is one None, and is finds it.",
                    "", "Quick fix: Compare with is.",
                ],
                "actions": [
                    "Compare with is", "Dismiss this finding (correctness/none-comparison)",
                    "Explain correctness/none-comparison", "Fix all CodeForge findings",
                    "Review this file with CodeForge",
                ],
                "before": "    if order.voucher == None:",
                "after": "    if order.voucher is None:",
                "left": [sharedDefault],
            ])
    }

    @Test func `a mistake shows while it is typed, and goes with an undo`() throws {
        try check("type_and_undo", sees: ["found": ["1:1-9 Warning debug/debugger-statement (codeforge)"]])
    }

    @Test func `the file's findings fill the quickfix list`() throws {
        try check(
            "review_the_file",
            sees: [
                "api/shop/orders.py:19:8 I correctness/none-comparison",
                "api/shop/orders.py:26:38 W correctness/mutable-default",
            ])
    }

    @Test func `the workspace's findings fill the quickfix list, of files that are not open too`() throws {
        let workspace = try SampleWorkspace()
        let run = try workspace.codeforge("review", "--format", "json")
        let letters: [JSONValue: String] = ["critical": "E", "warning": "W", "info": "I"]
        let findings = try #require(try JSONValue(parsing: run.output)["findings"]?.array)
        let expected = findings.map { finding -> JSONValue in
            func text(_ key: String) -> String { finding[key]?.string ?? finding[key]?.int.map(String.init) ?? "" }
            let letter = letters[finding["severity"] ?? .null] ?? ""
            return .string("\(text("path")):\(text("line")):\(text("column")) \(letter) \(text("rule"))")
        }
        #expect(expected.count > 10)
        try check("review_the_workspace", sees: .array(expected))
    }

    @Test func `commands fix and dismiss at the cursor`() throws {
        try check("fix_and_dismiss", sees: ["line": "    if order.voucher is None:", "left": 0])
    }

    @Test func `the status window names the version that runs`() throws {
        let version = try CommandRun.codeforge(["--version"], in: TemporaryFolder()).output
        try check("status", sees: .string(String(version.dropLast())))
    }

    @Test func `a question of an agent is answered by saving its document`() throws {
        let result = try JSONValue(parsing: SampleWorkspace().neovim("answer_a_question"))
        #expect(result["failure"] == nil)
        let asked = try #require(result["seen"]?.array)
        #expect(asked.map { $0.string?.hasSuffix("Information unanswered-question (codeforge)") } == [true])
    }

    @Test func `agents are told a file's path in the workspace, wherever Neovim was started`() throws {
        try check("path_in_workspace", sees: "api/shop/orders.py")
    }

    @Test func `a server that was killed is started again when a buffer is entered`() throws {
        let result = try JSONValue(parsing: SampleWorkspace().neovim("killed_server"))
        #expect(result["failure"] == nil)
        #expect(result["seen"] == 2)
    }

    @Test func `in an empty folder an idea becomes files, documents and rows, with its question answered`() throws {
        let folder = try TemporaryFolder()
        let database = try TemporaryFolder()
        let file = database.path + "/codeforge.db"
        let result = try JSONValue(
            parsing: SampleWorkspace().neovim(
                "idea_to_files", environment: ["FOLDER": folder.path, "CODEFORGE_DATABASE": file]))
        #expect(result["failure"] == nil)
        let seen = try #require(result["seen"])
        #expect(seen["question"] == "What should the first version for dog walkers cover?")
        #expect(seen["job"] == "completed")
        let documents = ["architecture", "jobs", "questions", "requirements", "review", "roadmap"]
        #expect(seen["documents"] == .array(documents.map { .string(".codeforge/\($0).md") }))
        #expect(try #require(seen["sources"]?.array).count >= 12)
        let checked = try TypeScript.check(folder)
        #expect(checked.exitCode == 0, "\(checked.output)")

        let options = ["--database", file, "--folder", folder.path]
        let project = try JSONValue(parsing: CommandRun.codeforge(["project"] + options, in: folder).output)
        #expect(project["status"] == "completed")
        #expect(project["requirements_spec"]?["app_name"] == "Dog Walker CRM")
        #expect(project["architecture_spec"]?["site_map"]?.array?.isEmpty == false)
        #expect(project["tech_stack"]?.array?.isEmpty == false)
        let files = try CommandRun.codeforge(["project", "files"] + options, in: folder).output
        for source in seen["sources"]?.array ?? [] { #expect(files.contains(source.string ?? "?")) }
    }

    @Test func `mistakes of the user are told`() throws {
        try check(
            "mistakes", sees: 2,
            isTold: [
                "codeforge: there is no option 'comand'; :help codeforge-options lists them",
                "codeforge: option 'settings' must be a table, not a number",
                "codeforge: there is no agent 'reserch'; there are research, wireframe, code, qa, pedagogy, roadmap",
            ])
    }

    @Test func `a program that is missing is told`() throws {
        try check(
            "missing_program", sees: "",
            isTold: [
                "codeforge: '/nowhere/codeforge' is not on PATH; install it, or set the option 'command'",
                "codeforge: not running for this buffer; see :checkhealth codeforge",
            ])
    }

    @Test func `Neovim 0.11 gets a configuration and is told to use it`() throws {
        let command: JSONValue = ["codeforge", "lsp", "--database", "x.db"]
        let markers: JSONValue = [".codeforge", ".git"]
        try check(
            "newer_neovim",
            sees: [
                "config": ["name": "codeforge", "cmd": command, "root_markers": markers], "enabled": "codeforge",
                "runtime": ["cmd": command, "root_markers": markers],
            ])
    }

    @Test func `the health check finds nothing missing`() throws {
        let version = try CommandRun.codeforge(["--version"], in: TemporaryFolder()).output.dropLast()
        try check(
            "health",
            sees: [
                "  - OK: Neovim is 0.7.2 or newer",
                .string("  - OK: \(BuiltProgram.codeforge) is version \(version)"),
                "  - OK: reviews 1 of the open buffers",
            ])
    }
}
