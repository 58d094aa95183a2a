import Agents
import Foundation
import JSON
import Models
import Review
import TestSupport
import Testing

/// Cases 11, 16 and 17: code that does what was asked or a refusal, generated apps that withstand odd input, and READMEs
/// that promise nothing.
struct HonestCodeTests {
    private func code(_ path: String, _ description: String, project: ProjectSnapshot = ProjectSnapshot(title: "T"))
        async throws
        -> CodeGenerationResult
    {
        try await OfflineRun(project: project).document(
            CodeGenerationResult.self, from: .code, ["file_path": .string(path), "description": .string(description)])
    }

    private func refusal(_ input: JSONObject, project: ProjectSnapshot = ProjectSnapshot(title: "T")) async throws
        -> String?
    {
        do {
            _ = try await OfflineRun(project: project).outcome(of: .code, input)
            return nil
        } catch let error as AgentError {
            return error.description
        }
    }

    @Test(arguments: [
        ("lib.rs", "A linked list"), ("Dockerfile", "Run a Node server"),
        ("sort.py", "Sort customers by their last order"),
        ("dates.ts", "Format dates and send them by mail"), ("main.c", ""), ("app.kt", "Quicksort"), ("x", "anything"),
        ("style.css", "A dark theme"), ("query.sql", "Orders of last month"),
    ])
    func `what no template does is refused with what would do it`(path: String, description: String) async throws {
        let reason = try #require(try await refusal(["file_path": .string(path), "description": .string(description)]))
        #expect(reason.contains("No code was written"), "\(reason)")
        #expect(reason.contains("model"), "\(reason)")
    }

    @Test func `a routine's file that is there already is said to be there`() async throws {
        let reason = try await refusal(["file_path": "dates.ts", "description": "Format dates", "code": "// mine\n"])
        #expect(reason?.contains("dates.ts is there already") == true, "\(reason ?? "")")
        #expect(reason?.contains("no template") == false)
    }

    @Test func `a planned file is not written for a purpose that it has not`() async throws {
        let project = try await OfflineRun.project(for: "A CRM for dog walkers")
        let path = "src/lib/format.ts"
        #expect(
            try await refusal(["file_path": .string(path), "description": "Quicksort"], project: project)?.contains(
                "nothing was written") == true)
        #expect(try await code(path, "Format dates", project: project).code == project.files[path])
    }

    @Test func `a repair that repairs nothing says so`() async throws {
        let issue: JSONValue = [
            "severity": "critical", "description": "a.py:1: it is slow", "suggestion": "Make it fast",
        ]
        let reason = try await refusal(["file_path": "a.py", "code": "x = slow()\n", "issues": [issue]])
        #expect(reason?.contains("Nothing was changed in a.py") == true)
    }

    @Test func `a repair changes what a rule can fix`() async throws {
        let issue: JSONValue = ["severity": "critical", "description": "a.py:2: x", "suggestion": "y"]
        let code = "import yaml\nconfig = yaml.load(text)\n"
        let findings = review(Array(code.utf8), language: .python, path: "a.py").filter {
            $0.severity == .critical && $0.fix != nil
        }
        try #require(!findings.isEmpty)
        let result = try await OfflineRun().document(
            CodeGenerationResult.self, from: .code, ["file_path": "a.py", "code": .string(code), "issues": [issue]])
        #expect(result.code != code)
        #expect(result.explanation.contains("nothing else changed"))
    }

    @Test func `routines that are known do what they are called`() async throws {
        let folder = try TemporaryFolder()
        try folder.write(try await code("sort.py", "Quicksort").code, to: "sort.py")
        try folder.write(try await code("fib.py", "Fibonacci numbers").code, to: "fib.py")
        try folder.write(try await code("dates.py", "Format dates").code, to: "dates.py")
        try folder.write(try await code("factorial.py", "").code, to: "factorial.py")
        let check = """
            import random, sys
            sys.path.insert(0, sys.argv[1])
            from datetime import date
            import sort, fib, dates, factorial
            for size in range(40):
                values = [random.randint(-9, 9) for _ in range(size)]
                assert sort.quicksort(values) == sorted(values)
            assert [fib.fibonacci(n) for n in range(8)] == [0, 1, 1, 2, 3, 5, 8, 13]
            assert dates.format_date(date(2026, 5, 4)) == "4 May 2026"
            assert factorial.factorial(5) == 120 and factorial.factorial(0) == 1
            """
        let checked = try Tool.run("python3", ["-c", check, folder.path])
        #expect(checked.status == 0, "\(checked.output)")
        for (path, description, probe) in [
            ("sort.js", "Quicksort", "m.quicksort([3,1,2,1]).join() === '1,1,2,3'"),
            (
                "dates.js", "Format dates",
                "m.formatDate(new Date(2026, 4, 4)) === '4 May 2026' && m.isoDay(new Date(2026, 4, 4)) === '2026-05-04'"
            ),
        ] {
            try folder.write(try await code(path, description).code, to: "js/" + path.replacing(".js", with: ".mjs"))
            let script =
                "import('\(folder.path)/js/\(path.replacing(".js", with: ".mjs"))').then(m => process.exit(\(probe) ? 0 : 1))"
            let run = try Tool.run("node", ["-e", script])
            #expect(run.status == 0, "\(path) \(run.output)")
        }
        try folder.write(try await code("fib.c", "Fibonacci").code, to: "fib.c")
        #expect(try await code("src/lib/dates.ts", "Format dates").language == "typescript")
    }

    @Test(arguments: ["FastAPI", "Flask"])
    func `a generated Python app passes its own tests, odd input among them`(stack: String) async throws {
        for idea in ["A CRM for dog walkers", "An online shop for handmade candles with reviews"] {
            let project = try await OfflineRun.project(for: idea, stack: [stack])
            let folder = try TemporaryFolder()
            for (path, text) in project.files { try folder.write(text, to: path) }
            let python = try PythonScript.interpreter()
            let tested = try Tool.run(
                "sh", ["-c", "cd \"$1\" && \"$2\" -m pytest -q -p no:cacheprovider 2>&1", "sh", folder.path, python])
            #expect(tested.status == 0, "\(tested.output)")
            let attacked = try Tool.run(
                "sh",
                [
                    "-c", "cd \"$1\" && PYTHONPATH=. \"$2\" \"$3\"", "sh", folder.path, python,
                    BuiltProgram.packageRoot + "/Tests/AgentsTests/Attacks/attack_\(stack.lowercased()).py",
                ])
            #expect(attacked.status == 0, "\(attacked.output)")
        }
    }

    @Test func `a generated Swift app builds, and never writes over what it could not read`() async throws {
        let project = try await OfflineRun.project(for: "A CRM for dog walkers", stack: ["Swift"])
        let folder = try TemporaryFolder()
        for (path, text) in project.files { try folder.write(text, to: path) }
        let kit = project.files.keys.filter { $0.contains("Kit/") && $0.hasSuffix(".swift") }.sorted().map {
            folder.path + "/" + $0
        }
        try folder.write(
            """
            import Foundation

            @main struct Check {
                static func main() throws {
                    let url = URL(filePath: CommandLine.arguments[1])
                    try Data("half a file".utf8).write(to: url)
                    var file = LibraryFile(url: url)
                    guard (try? file.load()) == nil else { exit(1) }
                    guard (try? file.save(.examples)) == nil else { exit(2) }
                    guard try Data(contentsOf: url) == Data("half a file".utf8) else { exit(3) }
                    try FileManager.default.removeItem(at: url)
                    let examples = try file.load()
                    try file.save(examples)
                    guard try file.load() == Library.examples else { exit(4) }
                }
            }
            """, to: "Check.swift")
        let program = folder.path + "/check"
        let built = try Tool.run("swiftc", ["-parse-as-library", "-o", program] + kit + [folder.path + "/Check.swift"])
        #expect(built.status == 0, "\(built.output)")
        let checked = try Tool.run(program, [folder.path + "/library.json"])
        #expect(checked.status == 0, "\(checked.output)")
        let tested = try Tool.run("swift", ["test", "--package-path", folder.path])
        #expect(tested.status == 0, "\(tested.output)")
    }

    @Test(arguments: [[], ["FastAPI"], ["Flask"], ["HTML"], ["Swift"]])
    func `a README lists what the code does, and names what it lacks as lacking`(stack: [String]) async throws {
        let project = try await OfflineRun.project(
            for: "A CRM for dog walkers with card payments, SMS reminders and a map", stack: stack)
        let readme = try #require(project.files["README.md"])
        let does = try #require(
            readme.components(separatedBy: "## What it does").last?.components(separatedBy: "## Records").first)
        for feature in project.requirements?.coreFeatures ?? [] {
            #expect(!does.contains(feature.description), "\(feature.name)")
        }
        #expect(does.contains("this code has nothing for that"))
        for absent in ["payments", "reminders", "the map"] { #expect(does.contains(absent), "\(absent)\n\(does)") }
        #expect(readme.contains("neither built nor run"))
    }
}
