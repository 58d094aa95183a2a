import Foundation
import JSON
import Models
import Patterns
import Review
import TestSupport
import Testing

@testable import Agents

struct CodeAgentTests {
    private static let ideas = [
        "A CRM for dog walkers", "An online shop for handmade candles with reviews",
        "Keep track of books I lent to friends",
        "A kanban board for a TODO list \"quoted\" `ticks` ${x} */ </script> {braces}",
    ]

    @Test func `a default project has at least 12 source files that type-check with tsc`() async throws {
        for idea in Self.ideas {
            let project = try await OfflineRun.project(for: idea)
            #expect(project.files.keys.count { $0.hasSuffix(".ts") || $0.hasSuffix(".tsx") } >= 12)
            let folder = try written(project)
            let checked = try TypeScript.check(folder)
            #expect(checked.exitCode == 0, "\(idea)\n\(checked.output)")
        }
    }

    @Test(arguments: [[], ["FastAPI"], ["Flask"], ["HTML"], ["Swift"]])
    func `the code agent gives each file of the plan, as it is planned`(stack: [String]) async throws {
        let project = try await OfflineRun.project(for: Self.ideas[0], stack: stack)
        #expect(try await files(of: project) == project.files)
    }

    @Test func `Python projects compile`() async throws {
        for stack in ["FastAPI", "Flask"] {
            let project = try await OfflineRun.project(for: Self.ideas[0], stack: [stack])
            let folder = try written(project)
            let checked = try Tool.run("python3", ["-m", "compileall", "-q", folder.path])
            #expect(checked.status == 0, "\(checked.output)")
            #expect(project.files.keys.count { $0.hasSuffix(".py") } >= 8)
        }
    }

    @Test func `Swift projects parse`() async throws {
        let project = try await OfflineRun.project(for: Self.ideas[1], stack: ["Swift"])
        let folder = try written(project)
        let paths = project.files.keys.filter { $0.hasSuffix(".swift") }.sorted().map { folder.path + "/" + $0 }
        let checked = try Tool.run("swiftc", ["-parse"] + paths)
        #expect(checked.status == 0, "\(checked.output)")
        #expect(paths.count >= 12)
    }

    @Test(arguments: [
        ([], "src/app/page.tsx", "src/app/dogs/page.tsx"), (["FastAPI"], "app/main.py", "app/routers/dogs.py"),
        (["Flask"], "app/templates/home.html", "app/views/dogs.py"), (["HTML"], "index.html", "dogs.html"),
        (
            ["Swift"], "Sources/DogWalkerCrmApp/DogWalkerCrmApp.swift", "Sources/DogWalkerCrmApp/DogList.swift"
        ),
    ])
    func `a page is written where the stack keeps its pages`(stack: [String], home: String, dogs: String) async throws {
        var run = OfflineRun()
        run.project = try await OfflineRun.project(for: Self.ideas[0], stack: stack)
        for (route, path) in [("/", home), ("/dogs", dogs)] {
            let result = try await run.document(CodeGenerationResult.self, from: .code, ["route": .string(route)])
            #expect(result.filePath == path)
            #expect(result.code == run.project.files[path])
        }
        for route in run.project.architecture?.siteMap.map(\.path) ?? [] {
            // A route that the stack's templates have no file for is refused.
            guard let result = try await written(run, ["route": .string(route)]) else { continue }
            #expect(stack.isEmpty == result.filePath.hasSuffix("page.tsx"), "\(route) \(result.filePath)")
            let findings = review(
                Array(result.code.utf8), language: Language(path: result.filePath), path: result.filePath)
            #expect(findings.filter { $0.severity != .info }.isEmpty, "\(route)")
        }
    }

    @Test(arguments: [
        ("Manage any, class, protocol and Task of self for init users, a CRM", "SelfEntry"),
        ("A CRM for protocol walkers", "ProtocolEntry"),
        ("Track class, protocol and Task of self for init users, manage any, sell colors, list paths", "Todo"),
    ])
    func `records of a Swift project type-check, whatever they are called`(idea: String, record: String) async throws {
        let project = try await OfflineRun.project(for: idea, stack: ["Swift"])
        let folder = try written(project)
        let kit = project.files.keys.filter { $0.contains("Kit/") && $0.hasSuffix(".swift") }.sorted()
        let checked = try Tool.run("swiftc", ["-typecheck"] + kit.map { folder.path + "/" + $0 })
        #expect(checked.status == 0, "\(checked.output)")
        #expect(kit.contains { $0.hasSuffix("/\(record).swift") }, "\(kit)")
    }

    @Test func `static projects pass their own tests`() async throws {
        let project = try await OfflineRun.project(for: Self.ideas[1], stack: ["HTML"])
        let folder = try written(project)
        let checked = try Tool.run("node", ["--test", folder.path + "/tests"])
        #expect(checked.status == 0, "\(checked.output)")
    }

    @Test(arguments: [[], ["FastAPI"], ["Flask"], ["HTML"], ["Swift"]])
    func `generated code passes our own reviewer, and holds no unfinished work and no dead link`(stack: [String])
        async throws
    {
        for (_, idea) in Ideas.oneOfEachPattern {
            let project = try await OfflineRun.project(for: idea, stack: stack)
            for (path, text) in project.files {
                let findings = review(Array(text.utf8), language: Language(path: path), path: path)
                    .filter { $0.severity != .info }
                #expect(
                    findings.isEmpty,
                    "\(idea) \(path): \(findings.map { "\($0.ruleID) line \($0.range.startLine + 1)" })")
                for word in ["TO" + "DO", "FIX" + "ME", "XX" + "X", "lorem ipsum"] {
                    #expect(!text.contains(word), "\(path)")
                }
                #expect(ProjectPath.isAcceptable(path), "\(path)")
            }
            checkLinks(in: project.files, idea: idea)
        }
    }

    /// Every link of a page leads to a page, every import to a file.
    private func checkLinks(in files: [String: String], idea: String) {
        for (path, text) in files {
            for link in text.matches(of: /(?:href: |href=)"(\/[^"#]*)"/).map({ String($0.1) }) {
                let page = "src/app" + (link == "/" ? "" : link) + "/page.tsx"
                #expect(files[page] != nil, "\(idea) \(path) → \(link)")
            }
            for name in text.matches(of: /from "@\/([^"]+)"/).map({ String($0.1) }) {
                #expect(files["src/\(name).ts"] != nil || files["src/\(name).tsx"] != nil, "\(path) imports \(name)")
            }
            for link in text.matches(of: /href="([a-z-]+\.html|styles\.css)"/).map({ String($0.1) }) {
                #expect(files[link] != nil, "\(path) → \(link)")
            }
        }
    }

    @Test func `odd plans give valid files or a refusal`() async throws {
        var text = RandomText(seed: 7)
        var run = OfflineRun()
        var count = 0
        for number in 0..<Rounds.oddInputs {
            run.project.requirements = number % 10 == 0 ? nil : text.requirements()
            var input: JSONObject = ["description": .string(text.idea())]
            if let file = OfflineAgents.plannedFiles(for: run.project).randomElement(using: &text.random),
                number % 3 > 0
            {
                input["file_path"] = .string(file.path)
            } else {
                input["file_path"] = .string(
                    text.oneOf(["src/a.ts", "b.tsx", "c.py", "d.swift", "e.html", "f.sql", "g.go", "h", "i.sh"]))
            }
            // An odd description is for nothing that is planned; half of the calls have none.
            if number % 2 == 0 { input["description"] = nil }
            guard let result = try await written(run, input) else { continue }
            #expect(!result.code.isEmpty)
            count += 1
        }
        #expect(count > Rounds.oddInputs / 10)
    }

    /// The code agent's file; nil where it refuses, which takes a reason.
    private func written(_ run: OfflineRun, _ input: JSONObject) async throws -> CodeGenerationResult? {
        do {
            return try await run.document(CodeGenerationResult.self, from: .code, input)
        } catch AgentError.cannot(let reason) {
            #expect(reason.count > 40)
            return nil
        }
    }

    @Test func `odd requirements still give code that parses`() async throws {
        var text = RandomText(seed: 8)
        for stack in [["Next.js"], ["FastAPI"], ["Swift"]] {
            for _ in 0..<6 {
                var project = ProjectSnapshot(title: "Odd", requirements: text.requirements(), techStack: stack)
                for file in OfflineAgents.sourceFiles(for: project) { project.files[file.path] = file.text() }
                let folder = try written(project)
                let checked =
                    switch stack[0] {
                    case "Next.js": try Tool.run("node", ["-e", Self.syntaxCheck, folder.path])
                    case "FastAPI": try Tool.run("python3", ["-m", "compileall", "-q", folder.path])
                    default:
                        try Tool.run(
                            "swiftc",
                            ["-parse"]
                                + project.files.keys.filter { $0.hasSuffix(".swift") }.map { folder.path + "/" + $0 })
                    }
                #expect(checked.status == 0, "\(checked.output.prefix(2000))")
            }
        }
    }

    @Test(arguments: [
        ([], "node_modules/"), (["FastAPI"], "__pycache__/"), (["Flask"], ".venv/"), (["HTML"], "node_modules/"),
        (["Swift"], ".build/"),
    ])
    func `a project brings a gitignore for its dependencies and secrets`(stack: [String], line: String) async throws {
        let project = try await OfflineRun.project(for: Self.ideas[0], stack: stack)
        let lines = try #require(project.files[".gitignore"]).split(separator: "\n").map(String.init)
        for expected in [line, ".env", "!.env.example"] { #expect(lines.contains(expected)) }
    }

    @Test func `an architecture changed by hand still gives a page for each route`() async throws {
        var project = try await OfflineRun.project(for: Self.ideas[0])
        let odd = PageRoute(
            path: "/Über uns/../{team}", description: "Who we are",
            components: [
                Component(name: "TeamBanner", props: [], children: []), Component(name: "1 2", props: [], children: []),
            ])
        project.architecture?.siteMap.append(odd)
        let paths = OfflineAgents.plannedFiles(for: project).map(\.path)
        #expect(paths.contains("src/app/uber-uns/[id]/page.tsx"))
        #expect(paths.contains("src/components/TeamBanner.tsx"))
        #expect(Set(paths).count == paths.count)
    }

    @Test func `a repair round fixes or rewrites what is critical`() async throws {
        var run = OfflineRun()
        run.project = try await OfflineRun.project(for: Self.ideas[0])
        let path = "src/lib/format.ts"
        run.project.files[path] = "export function run(text: string) {\n  return eval(text);\n}\n"
        let issue: JSONValue = [
            "severity": "critical", "description": .string(path + ":2: eval"), "suggestion": "Remove it",
        ]
        let result = try await run.document(
            CodeGenerationResult.self, from: .code, ["file_path": .string(path), "issues": [issue]])
        let critical = review(Array(result.code.utf8), language: .typescript, path: path).filter {
            $0.severity == .critical
        }
        #expect(critical.isEmpty)
        #expect(result.code.contains("formatCents"))
    }

    private func files(of project: ProjectSnapshot) async throws -> [String: String] {
        let run = OfflineRun(project: project)
        var files: [String: String] = [:]
        for file in OfflineAgents.plannedFiles(for: project) {
            let result = try await run.document(
                CodeGenerationResult.self, from: .code, ["file_path": .string(file.path)])
            files[result.filePath] = result.code
        }
        return files
    }

    private func written(_ project: ProjectSnapshot) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (path, text) in project.files { try folder.write(text, to: path) }
        return folder
    }

    /// Syntax alone, for many small projects.
    private static let syntaxCheck = """
        const ts = require(require("node:child_process").execSync("readlink -f $(command -v tsc)").toString().trim()
          .replace(/bin\\/tsc$/, "lib/typescript.js"));
        const fs = require("node:fs"), path = require("node:path");
        let bad = 0;
        const visit = (folder) => fs.readdirSync(folder, { withFileTypes: true }).forEach((entry) => {
          const full = path.join(folder, entry.name);
          if (entry.isDirectory()) return visit(full);
          if (!/\\.tsx?$/.test(full)) return;
          const out = ts.transpileModule(fs.readFileSync(full, "utf8"),
            { reportDiagnostics: true, fileName: full, compilerOptions: { jsx: "preserve", target: "ES2022" } });
          for (const problem of out.diagnostics) { bad++; console.log(full, ts.flattenDiagnosticMessageText(problem.messageText, " ")); }
        });
        visit(process.argv[1]);
        process.exit(bad === 0 ? 0 : 1);
        """
}

extension ProjectPath {
    fileprivate static func isAcceptable(_ path: String) -> Bool { (try? ProjectPath(validating: path)) != nil }
}

/// A real tool of the machine.
enum Tool {
    static func run(_ name: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [name] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}
