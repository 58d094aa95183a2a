import Foundation
import JSON
import TestSupport
import Testing

/// The plugin in a real Neovim, with the built server, on a copy of the sample workspace.
///
/// The scenarios are functions in `editors/neovim/tests/scenarios.lua`.
@Suite struct NeovimTests {
    private func check(
        _ scenario: String, in neovim: Neovim, sees expected: JSONValue, isTold notifications: [JSONValue] = []
    ) throws {
        let result = try JSONValue(parsing: SampleWorkspace().neovim(scenario, in: neovim))
        #expect(result["failure"] == nil)
        #expect(result["seen"] == expected)
        #expect(result["notifications"]?.array ?? [] == notifications)
    }

    @Test(arguments: Neovim.allCases)
    func `of a home folder nothing is mirrored, which is said once, and its files are reviewed`(neovim: Neovim) throws {
        let home = try SampleWorkspace()
        try home.write("if x == None:\n    pass\n", to: "notes.py")
        for path in [".aws/credentials", ".bash_history", ".ssh/id_rsa", ".docker/config.json", ".kube/config"] {
            try home.write("x\n", to: path)
        }
        for number in 0..<1_000 { try home.write("\(number)\n", to: "things/\(number % 10)/\(number).txt") }
        let result = try JSONValue(parsing: home.neovim("home_folder", in: neovim, environment: ["HOME": home.path]))
        #expect(result["failure"] == nil)
        #expect(
            result["seen"] == [
                "found": 1, "files": 0,
                "messages": ["Agents see no files of this home folder. To agree: codeforge.mirrorFolder"],
            ])
        #expect(result["notifications"] == nil)
    }

    @Test(arguments: Neovim.allCases)
    func `a finding is shown, explained, fixed and gone`(neovim: Neovim) throws {
        let comparison: JSONValue = "19:8-29 Information correctness/none-comparison (codeforge)"
        let sharedDefault: JSONValue = "26:38-52 Warning correctness/mutable-default (codeforge)"
        try check(
            "fix_a_finding", in: neovim,
            sees: [
                "diagnostics": [comparison, sharedDefault],
                "hover": [
                    "**Comparison with None by ==** (`correctness/none-comparison`, info)", "",
                    "== asks the object, which may say anything. Compare with None by is.", "",
                    "A class may define == as it likes, as numpy and SQLAlchemy do; there is one None, and is finds it.",
                    "", "Quick fix: Compare with is.",
                ],
                "actions": [
                    "Compare with is", "Ask the mentor: Comparison with None",
                    "Dismiss this finding (correctness/none-comparison)", "Explain correctness/none-comparison",
                    "Fix all CodeForge findings",
                    "Review this file with CodeForge",
                ],
                "before": "    if order.voucher == None:",
                "after": "    if order.voucher is None:",
                "left": [sharedDefault],
            ])
    }

    @Test(arguments: Neovim.allCases)
    func `a mistake shows while it is typed, and goes with an undo`(neovim: Neovim) throws {
        try check("type_and_undo", in: neovim, sees: ["found": ["1:1-9 Warning debug/debugger-statement (codeforge)"]])
    }

    @Test(arguments: Neovim.allCases)
    func `the file's findings fill the quickfix list`(neovim: Neovim) throws {
        try check(
            "review_the_file", in: neovim,
            sees: [
                "api/shop/orders.py:19:8 I correctness/none-comparison",
                "api/shop/orders.py:26:38 W correctness/mutable-default",
            ])
    }

    @Test(arguments: Neovim.allCases)
    func `the workspace's findings fill the quickfix list, of files that are not open too`(neovim: Neovim) throws {
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
        try check("review_the_workspace", in: neovim, sees: .array(expected))
    }

    @Test(arguments: Neovim.allCases)
    func `commands fix and dismiss at the cursor, and take a dismissal back`(neovim: Neovim) throws {
        try check("fix_and_dismiss", in: neovim, sees: ["line": "    if order.voucher is None:", "left": 1])
    }

    @Test(arguments: Neovim.allCases)
    func `every command of the server has a subcommand, and every subcommand its help`(neovim: Neovim) throws {
        let text = try CommandRun.codeforge(["commands", "--json"], in: TemporaryFolder()).output
        let names = try JSONValue(parsing: text)["commands"]?.array?.compactMap { $0["name"]?.string } ?? []
        // One subcommand starts any agent.
        let agents = ["Research", "Wireframe", "Code", "QA", "Pedagogy", "Roadmap"].map { "codeforge.run\($0)" }
        let expected = names.filter { !agents.contains($0) }.sorted()
        #expect(expected.count == names.count - agents.count)
        try check("catalogue", in: neovim, sees: ["run": .array(expected.map { .string($0) }), "unnamed": nil])
    }

    @Test(arguments: Neovim.allCases)
    func `the status window says in sentences which version runs`(neovim: Neovim) throws {
        let version = try CommandRun.codeforge(["--version"], in: TemporaryFolder()).output
        try check("status", in: neovim, sees: ["version": .string(String(version.dropLast())), "braces": 0])
    }

    @Test(arguments: Neovim.allCases)
    func `a question of an agent is answered by saving its document`(neovim: Neovim) throws {
        let result = try JSONValue(parsing: SampleWorkspace().neovim("answer_a_question", in: neovim))
        #expect(result["failure"] == nil)
        let asked = try #require(result["seen"]?.array)
        #expect(asked.map { $0.string?.hasSuffix("Information unanswered-question (codeforge)") } == [true])
    }

    @Test(arguments: Neovim.allCases)
    func `agents are told a file's path in the workspace, wherever Neovim was started`(neovim: Neovim) throws {
        try check("path_in_workspace", in: neovim, sees: "api/shop/orders.py")
    }

    @Test(arguments: Neovim.allCases)
    func `a server that was killed is started again when a buffer is entered`(neovim: Neovim) throws {
        let result = try JSONValue(parsing: SampleWorkspace().neovim("killed_server", in: neovim))
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

    @Test(arguments: Neovim.allCases)
    func `mistakes of the user are told`(neovim: Neovim) throws {
        try check(
            "mistakes", in: neovim, sees: 2,
            isTold: [
                "codeforge: there is no option 'comand'; :help codeforge-options lists them",
                "codeforge: option 'settings' must be a table, not a number",
                "codeforge: there is no agent 'reserch'; there are research, wireframe, code, qa, pedagogy, roadmap",
            ])
    }

    @Test func `Neovim 0.11 without the plugin shows at once that a finding was dismissed from its line's start`()
        throws
    {
        try check(
            "bare", in: .current,
            sees: [
                "11:21-45 Warning secrets/hardcoded-secret (codeforge)",
                "27:9-16 Warning errors/bare-except (codeforge)",
            ])
    }

    @Test(arguments: Neovim.allCases)
    func `a program that is missing is told`(neovim: Neovim) throws {
        try check(
            "missing_program", in: neovim, sees: "",
            isTold: [
                "codeforge: '/nowhere/codeforge' is not on PATH; install it, or set the option 'command'",
                "codeforge: not running for this buffer; see :checkhealth codeforge",
            ])
    }

    @Test(arguments: Neovim.allCases)
    func `a file without a type is reviewed, and fixed in columns that are no bytes`(neovim: Neovim) throws {
        try check(
            "any_text", in: neovim,
            sees: [
                "found": ["1:22-30 Warning debug/debugger-statement (codeforge)"], "line": "let é = '😀😀'; ",
            ])
    }

    @Test(arguments: Neovim.allCases)
    func `settings count from the start, and at once when they change`(neovim: Neovim) throws {
        try check(
            "settings", in: neovim,
            sees: [["26:38-52 Warning correctness/mutable-default (codeforge)"], 0, 1])
    }

    @Test func `Neovim 0.11 enables the server by itself, changed as the user says`() throws {
        try check("natively", in: .current, sees: ["26:38-52 Warning correctness/mutable-default (codeforge)"])
    }

    @Test(arguments: Neovim.allCases)
    func `the health check finds nothing missing`(neovim: Neovim) throws {
        let version = try CommandRun.codeforge(["--version"], in: TemporaryFolder()).output.dropLast()
        let named = ProcessInfo.processInfo.environment["CODEFORGE_WORKER"]
        let beside = URL(filePath: BuiltProgram.codeforge).resolvingSymlinksInPath().deletingLastPathComponent()
        let worker = named ?? beside.path + "/codeforge-worker"
        try check(
            "health", in: neovim,
            sees: [
                "Neovim is 0.7.2 or newer", .string("\(BuiltProgram.codeforge) is version \(version)"),
                .string("agents run in \(worker)"), "reviews 1 of the open buffers",
            ])
    }
}
