import Foundation
import JSON
import TestSupport
import Testing

/// Names and texts that try to steer the terminal that shows them, or the workflow that runs the program.
@Suite struct HostileTextTests {
    /// What no line may hold or begin with, after everything that may stand in a name.
    private static let attack =
        "\u{1B}]0;owned\u{7}\u{1B}[2J\u{9B}31m\u{202E}\u{2066}\u{200F}\r\n::error file=a.py::pwned\n ::add-mask::x\n"
        + "##[error]x\n##vso[task.setvariable]x\u{7F}\u{85}\u{2028}::stop-commands::x"

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func codeforge(_ arguments: [String], environment: [String: String] = [:]) throws -> CommandRun {
        try CommandRun.codeforge(arguments, in: folder, environment: environment)
    }

    private func expectHarmless(
        _ run: CommandRun, ownCommands: Int = 0, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        for text in [run.output, run.errors] {
            let steering = text.unicodeScalars.filter { scalar in
                switch scalar.value {
                case 0x09, 0x0A: false
                case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
                default: false
                }
            }
            #expect(steering.isEmpty, "\(steering)", sourceLocation: sourceLocation)
            #expect(!text.contains("##[") && !text.contains("##vso["), sourceLocation: sourceLocation)
        }
        let lines = (run.output + run.errors).split(separator: "\n")
        let commands = lines.filter { $0.drop(while: \.isWhitespace).hasPrefix("::") }
        #expect(commands.count == ownCommands, "\(commands)", sourceLocation: sourceLocation)
        #expect(
            !commands.contains { $0.contains("stop-commands") && !$0.contains("file=") }, sourceLocation: sourceLocation
        )
    }

    private func writeSettings() throws {
        let settings: JSONValue = [
            Self.attack: true, "review.minimumSeverity": .string(Self.attack),
            "review.disabledRules": .string(Self.attack), "log": [Self.attack: .string(Self.attack)],
        ]
        try folder.write(settings.serialized, to: ".codeforge/config.json")
    }

    /// A line of source that is found fault with.
    private static let source = "debugger;  // " + attack.replacing("\r\n", with: " ").replacing("\n", with: " ")

    /// Three files, one with a name that holds all that a name can.
    private func writeFiles() throws {
        try folder.write("debugger;\n", to: Self.attack.replacing("/", with: "") + ".js")
        try folder.write(Self.source + "\n", to: "a.js")
        try folder.write("debugger;\n", to: "::error ::a.js")
    }

    @Test(arguments: ["text", "json", "sarif", "github"])
    func `a review's settings and files steer nothing, in any format`(format: String) throws {
        try writeSettings()
        try writeFiles()
        let run = try codeforge(["review", "--format", format])
        #expect(run.exitCode == 1, "\(run.errors)")
        #expect(run.errors.contains("warning: "))
        // In GitHub's format each finding is a command of our own: three debuggers, two characters that turn the text.
        expectHarmless(run, ownCommands: format == "github" ? 5 : 0)
        if format == "json" {
            let found = try JSONValue(parsing: run.output)["findings"]?.array ?? []
            // Escaped, not changed: a script reads what stands in the file.
            #expect(found.contains { $0["source"]?.string == Self.source })
        }
        let missing = try codeforge(["review", "none" + Self.attack, "--format", format])
        #expect(missing.exitCode == 2)
        expectHarmless(missing, ownCommands: format == "github" ? 1 : 0)
    }

    @Test(arguments: [[], ["--json"]])
    func `what the doctor found steers nothing`(arguments: [String]) throws {
        try writeSettings()
        let run = try codeforge(["doctor"] + arguments, environment: ["CODEFORGE_WORKER": "/none/" + Self.attack])
        #expect(run.exitCode == 1)
        expectHarmless(run)
        expectHarmless(try codeforge(["doctor", "--database", folder.path + "/" + Self.attack] + arguments))
    }

    @Test func `arguments that are refused steer nothing`() throws {
        for arguments in [
            [Self.attack], ["review", "--format", Self.attack], ["rules", "explain", Self.attack],
            ["schema", Self.attack], ["run", "research", "--context", Self.attack], ["jobs", "show", Self.attack],
            ["db", "check", "--database", Self.attack], ["lsp", Self.attack], ["lsp", "--log-level", Self.attack],
            ["db", "export", "/none/" + Self.attack],
        ] {
            let run = try codeforge(arguments)
            #expect(run.exitCode != 0)
            expectHarmless(run)
        }
    }

    @Test func `jobs, projects and files of a database steer nothing`() throws {
        let database = folder.path + "/store.db"
        try writeFiles()
        let idea: JSONValue = ["user_idea": .string("A shop for tea " + Self.attack)]
        let run = try CommandRun.codeforge(
            ["run", "research", "--context", idea.serialized, "--skip-clarification", "--database", database],
            in: folder, environment: WorkerProcesses.quickWorker)
        expectHarmless(run)
        for arguments in [
            ["jobs", "list"], ["jobs", "list", "--json"], ["project", "show"], ["project", "list"],
            ["project", "files"], ["project", "files", "--json"], ["db", "export"],
            ["validate", "RequirementsDoc"],
        ] {
            let more = arguments[0] == "validate" ? [] : ["--database", database]
            let input = Array("{\"x\": \"\u{9B}\u{202E}##[error]\"}\n".utf8)
            let run = try CommandRun.codeforge(arguments + more, in: folder, input: input)
            expectHarmless(run)
        }
    }

    @Test func `no log line of the server can be made to look like another`() throws {
        let uri = "file:///none/x\" injected=1\n\(Self.attack)"
        let log = folder.path + "/server.log"
        let server = try ServerProcess(arguments: ["--log-file", log, "--log-level", "debug"])
        let folders = JSONValue.array([["uri": .string(uri), "name": "x"]])
        try server.send([
            "id": 1, "method": "initialize", "params": ["capabilities": [:], "workspaceFolders": folders],
        ])
        _ = try server.answer(to: 1)
        try server.send(["method": "initialized", "params": [:]])
        // That the folder cannot be opened is told, and logged with its name.
        while try server.receive()["method"] != "window/showMessage" {}
        #expect(try server.shutDown() == 0)
        let text = try String(contentsOfFile: log, encoding: .utf8)
        expectHarmless(try CommandRun("/bin/cat", [log], in: folder.path))
        let levels = ["error ", "warning ", "info ", "debug "]
        #expect(text.split(separator: "\n").allSatisfy { line in levels.contains { line.hasPrefix($0) } })
        #expect(text.contains(#"x\" injected=1"#), "\(text)")
    }
}
