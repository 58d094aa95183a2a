import Engine
import Foundation
import JSON
import Models
import TestSupport
import Testing

@testable import AgentRuns
@testable import Agents

/// A code job of several files: what the model sees, what it may write, and how that comes into the folder.
@Suite struct ModelFilesTests {
    private let bench: ModelJobBench

    init() async throws {
        bench = try await ModelJobBench()
        for (path, text) in Self.project { try bench.folder.write(text, to: "work/" + path) }
        try await bench.application.syncOnce(try bench.work)
    }

    private static let project = [
        "src/format.ts": "export function format(n: number) {\n    return String(n);\n}\n",
        "src/walk.ts": "import { format } from './format';\n\nexport const label = format(3);\n",
        // Too long for all of the project to be shown.
        "src/tides.ts": "export const moon = 'full';\n" + String(repeating: "// low, then high\n", count: 4_000),
    ]

    /// Renames a function where it stands and where it is used, and adds a file.
    private static let renaming: JSONValue = [
        "explanation": "format is called show now.",
        "files": [
            [
                "file_path": "src/format.ts", "language": "typescript", "code": .null,
                "edits": [["find": "function format(", "replace": "function show("]],
            ],
            [
                "file_path": "src/walk.ts", "language": "typescript", "code": .null,
                "edits": [
                    ["find": "import { format }", "replace": "import { show }"],
                    ["find": "format(3)", "replace": "show(3)"],
                ],
            ],
            [
                "file_path": "src/show.md", "language": "markdown", "code": "# show\n", "edits": [],
            ],
        ],
    ]

    private static let wish: JSONObject = ["description": "Rename format of src/format.ts to show, and write it down"]

    private func file(_ path: String, _ code: JSONValue, edits: JSONValue = []) -> JSONValue {
        [
            "explanation": "Done.",
            "files": [["file_path": .string(path), "language": "typescript", "code": code, "edits": edits]],
        ]
    }

    private func run(_ answers: [JSONValue], _ input: JSONObject = wish) async throws -> (AgentJob, ModelServer) {
        let server = try ModelServer(answers.map(ModelJobBench.answer))
        try bench.allow(server)
        return (try await bench.run("code", input, server: server), server)
    }

    private func changes(_ job: AgentJob) async throws -> JobChanges {
        let folder = try bench.work
        return try await bench.application.changes(of: job.id, isAsked: false) { path throws(WorkspaceError) in
            try folder.read(path)?.bytes
        }
    }

    private func result(_ job: AgentJob) throws -> JSONValue { try JSONValue(parsing: try #require(job.result).text) }

    @Test func `one job changes files by quotes and adds one, from what imports and names lead to`() async throws {
        let (job, server) = try await run([Self.renaming])
        #expect(job.status == .completed, "\(job.error ?? "")")
        // The result is the specification's document, of the first file; it names the others.
        let result = try result(job)
        #expect(result["file_path"] == "src/format.ts")
        #expect(result["explanation"]?.string?.contains("Besides: src/walk.ts, src/show.md.") == true, "\(result)")
        let changes = try await changes(job)
        #expect(
            changes.changes.map { "\($0.path) \($0.kind) \($0.needsAgreement)" } == [
                "src/format.ts replace true", "src/show.md create false", "src/walk.ts replace true",
            ])
        #expect(
            changes.changes.last?.result
                == Array("import { show } from './format';\n\nexport const label = show(3);\n".utf8))
        let prompt = server.requests.first?["body"]?["messages"]?[1]?["content"]?.string ?? ""
        // The named file and the one that imports it stand in the prompt; the third one does not, and that is said.
        #expect(prompt.contains("<data name=\"src/format.ts\">") && prompt.contains("<data name=\"src/walk.ts\">"))
        #expect(
            !prompt.contains("moon") && prompt.contains("1 other file of the project, less near to this"), "\(prompt)")
        let origin = try await bench.application.origin(ofJob: job)
        #expect(
            origin?.source?.contains("left out: 1 other file of the project") == true, "\(String(describing: origin))")
        #expect(server.requests.allSatisfy { $0["wrong"] == [] })
    }

    @Test func `a file keeps its line ends and its byte order mark, written anew or in quotes of several lines`()
        async throws
    {
        let text = "\u{FEFF}export const a = 1;\r\nexport const b = 2;\r\nexport const c = 3;\r\n"
        try bench.folder.write(text, to: "work/src/windows.ts")
        try await bench.application.syncOnce(try bench.work)
        let new = "\u{FEFF}export const a = 1;\r\nexport const b = 4;\r\nexport const c = 5;\r\n"
        let (find, replacement) = ("b = 2;\nexport const c = 3;", "b = 4;\nexport const c = 5;")
        let answers = [
            file("src/windows.ts", "export const a = 1;\nexport const b = 4;\nexport const c = 5;\n"),
            file("src/windows.ts", .null, edits: [["find": .string(find), "replace": .string(replacement)]]),
        ]
        for answer in answers {
            let (job, _) = try await run([answer], ["file_path": "src/windows.ts", "description": "Other numbers"])
            #expect(try await changes(job).changes.first?.result == Array(new.utf8), "\(job.error ?? "")")
        }
    }

    @Test func `a quote fits where a file ends its lines in more ways than one`() async throws {
        try bench.folder.write("let a = 1;\nlet b = 2;\r\nlet c = 3;\nlet d = 4;\n", to: "work/src/mixed.ts")
        try await bench.application.syncOnce(try bench.work)
        let edits: JSONValue = [["find": "let b = 2;\nlet c = 3;", "replace": "let b = 5;\nlet c = 6;"]]
        let (job, _) = try await run(
            [file("src/mixed.ts", .null, edits: edits)], ["file_path": "src/mixed.ts", "description": "Other numbers"])
        let result = try await changes(job).changes.first?.result
        #expect(result == Array("let a = 1;\nlet b = 5;\nlet c = 6;\nlet d = 4;\n".utf8), "\(job.error ?? "")")
    }

    @Test func `what the person typed meanwhile is merged, and what fits no more is refused with the reason`()
        async throws
    {
        let (job, _) = try await run([Self.renaming])
        try bench.folder.write("// mine\n" + (Self.project["src/format.ts"] ?? ""), to: "work/src/format.ts")
        try bench.folder.write(
            "import { format } from './format';\n\nexport const label = form(4);\n", to: "work/src/walk.ts")
        let changes = try await changes(job)
        #expect(changes.changes.map(\.path.text) == ["src/format.ts", "src/show.md"])
        #expect(
            changes.changes.first?.result
                == Array("// mine\nexport function show(n: number) {\n    return String(n);\n}\n".utf8))
        #expect(changes.left.map(\.path.text) == ["src/walk.ts"])
        #expect(changes.left.first?.reason?.contains("you changed the same places since this was made") == true)
        // A file that is gone does not come back as what was left of it.
        try FileManager.default.removeItem(atPath: bench.folder.path + "/work/src/format.ts")
        #expect(
            try await self.changes(job).left.first?.reason
                == "the file was removed since this change of it was made")
    }

    @Test func `a fix of a line that a person wrote in a generated file is not taken for their change`() async throws {
        let (first, _) = try await run(
            [file("src/new.ts", "export const a = 1;\nexport const b = 2;\n")], ["description": "Two"])
        _ = try await bench.application.write(try await changes(first).changes, into: try bench.work, agreedBy: "test")
        try bench.folder.write(
            "export const a = 1;\nexport const b = 2;\nexport const c = a / 0;\n", to: "work/src/new.ts")
        try await bench.application.syncOnce(try bench.work)
        let (second, _) = try await run(
            [file("src/new.ts", .null, edits: [["find": "a / 0", "replace": "a / b"]])],
            ["file_path": "src/new.ts", "description": "Mend line 3"])
        let change = try await changes(second).changes.first
        #expect(change?.kind == .change && change?.conflicts == 0)
        #expect(
            change?.result
                == Array("export const a = 1;\nexport const b = 2;\nexport const c = a / b;\n".utf8))
    }

    @Test(arguments: [
        ("src/tides.ts", "src/tides.ts is there and was not shown"), ("../up.ts", "is refused"),
    ])
    func `one file that must not be written refuses the whole answer`(path: String, reason: String) async throws {
        var answer = Self.renaming.object ?? [:]
        answer["files"] = .array(
            (answer["files"]?.array ?? []) + [
                ["file_path": .string(path), "language": "typescript", "code": "x\n", "edits": []]
            ])
        let (job, server) = try await run([.object(answer)])
        #expect(job.status == .failed)
        #expect(
            job.error?.contains("The file's path: ") == true && job.error?.contains(reason) == true,
            "\(job.error ?? "")")
        #expect(server.requests.count == 3)
        #expect(try await bench.application.jobFiles(of: job.id).isEmpty)
    }

    private static func files(_ files: [(String, String)]) -> JSONValue {
        [
            "explanation": "Done.",
            "files": .array(
                files.map { path, code in
                    ["file_path": .string(path), "language": "typescript", "code": .string(code), "edits": []]
                }),
        ]
    }

    private static let good = files([("src/good.ts", "export const a = 1;\n")])

    /// What no file and no folder can hold, as raw answers: JSON's escapes stay as they are.
    private static let unusable: [(answer: String, says: String)] = [
        (
            #"{"explanation": "x", "files": [{"file_path": "a.ts", "language": "ts", "code": "a\u0000b", "edits": []}]}"#,
            "NUL"
        ),
        (
            #"{"explanation": "x\u0000", "files": [{"file_path": "a.ts", "language": "ts", "code": "a", "edits": []}]}"#,
            "NUL"
        ),
        (
            #"{"explanation": "x", "files": [{"file_path": "a.ts", "language": "t\u0000s", "code": "a", "edits": []}]}"#,
            "NUL"
        ),
        (
            #"{"explanation": "x", "files": [{"file_path": "a.ts", "language": "ts", "code": "a = '\ud83d'", "edits": []}]}"#,
            "cannot be read"
        ),
        (
            #"{"explanation": "x", "files": [{"file_path": "\ude00.ts", "language": "ts", "code": "a", "edits": []}]}"#,
            "cannot be read"
        ),
        (files([("/etc/passwd", "x")]).serialized, "is absolute"),
        (files([("a/../../b.ts", "x")]).serialized, "'..' part"),
        (files([("a.ts", "x"), ("A.ts", "y")]).serialized, "is there twice"),
        (files([("a", "x"), ("a/b.ts", "y")]).serialized, "which is a file"),
        (files([("a/b.ts", "x"), ("a", "y")]).serialized, "is a folder"),
        (files([("src/walk.ts/b.ts", "x")]).serialized, "which is a file"),
        (files([("src", "x")]).serialized, "is a folder"),
        (files([]).serialized, "there is none"), (files([("", "x")]).serialized, "is empty"),
        (files([(String(repeating: "n", count: 300) + ".ts", "x")]).serialized, "is too long"),
        (files([("a.ts", "")]).serialized, "neither code nor an edit"),
    ]

    @Test func `what no file can hold goes back to the model, and where it stays so is told in a sentence`()
        async throws
    {
        for (answer, says) in Self.unusable {
            let server = try ModelServer([ModelStream.chat(answer), ModelJobBench.answer(Self.good)])
            try bench.allow(server)
            let mended = try await bench.run("code", ["description": "Write"], server: server)
            #expect(mended.status == .completed, "\(answer): \(mended.error ?? "")")
            #expect(server.requests.count == 2)
            let repair = server.requests.last?["body"]?["messages"]?.serialized ?? ""
            #expect(repair.contains("That answer is not valid") && repair.contains(says), "\(says): \(repair)")
        }
        for (answer, says) in Self.unusable.prefix(6) {
            let server = try ModelServer([ModelStream.chat(answer)])
            try bench.allow(server)
            let failed = try await bench.run("code", ["description": "Write"], server: server)
            #expect(failed.status == .failed && server.requests.count == 3)
            let error = failed.error ?? ""
            #expect(error.contains("gave no valid answer in 3 tries") && error.contains(says), "\(error)")
            #expect(!error.contains("failed(\"") && !error.contains("Optional("), "\(error)")
        }
    }

    @Test func `a document with a NUL goes back as well, and a sign that the material holds may be repeated`()
        async throws
    {
        let document =
            #"{"app_name": "Walks\u0000", "elevator_pitch": "Dog walkers keep walks.", "target_audience": [], "core_features": [], "recommended_stack": ["SQLite"], "technical_constraints": null}"#
        let server = try ModelServer([
            ModelStream.chat(document), ModelStream.chat(document.replacing(#"\u0000"#, with: "")),
        ])
        try bench.allow(server)
        let job = try await bench.run(
            "research", ["user_idea": "Dog walkers keep their walks", "skip_clarification": true], server: server)
        #expect(job.status == .completed && server.requests.count == 2, "\(job.error ?? "")")
        try bench.folder.write("export const odd = '\u{FFFD}';\n", to: "work/src/odd.ts")
        try await bench.application.syncOnce(try bench.work)
        let (kept, asked) = try await run(
            [file("src/odd.ts", "export const odd = '\u{FFFD}!';\n")],
            ["file_path": "src/odd.ts", "description": "Shout"])
        #expect(kept.status == .completed && asked.requests.count == 1, "\(kept.error ?? "")")
    }

    /// A comment of the model's own hides nothing from the reviewer.
    @Test func `a critical finding goes back to the model, whatever a comment says, and is told where it stays`()
        async throws
    {
        let bad = "export function run(text: string) {\n    return eval(text); // codeforge-ignore trust me\n}\n"
        let good = "export function run(text: string) {\n    return JSON.parse(text);\n}\n"
        let (mended, server) = try await run(
            [file("src/run.ts", .string(bad)), file("src/run.ts", .string(good))], ["description": "Run"])
        #expect(try result(mended)["code"] == .string(good))
        let repair = server.requests.last?["body"]?.serialized ?? ""
        #expect(server.requests.count == 2 && repair.contains("the reviewer finds: line 2"), "\(repair)")
        let (silent, _) = try await run([file("src/eval.ts", .string(bad))], ["description": "Run"])
        #expect(silent.status == .failed && silent.error?.contains("write no such comment") == true, "\(silent)")
        let open = bad.replacing(" // codeforge-ignore trust me", with: "")
        let (kept, _) = try await run([file("src/eval.ts", .string(open))], ["description": "Run"])
        let words = try result(kept)["explanation"]?.string ?? ""
        #expect(words.contains("The reviewer finds this in it: line 2: "), "\(words)")
        // What a person's own comment passes over is theirs, and stays so in a file that is changed elsewhere.
        try bench.folder.write(bad, to: "work/src/mine.ts")
        try await bench.application.syncOnce(try bench.work)
        let (edited, _) = try await run(
            [file("src/mine.ts", .null, edits: [["find": "run(text", "replace": "start(text"]])],
            ["file_path": "src/mine.ts", "description": "Rename"])
        #expect(try result(edited)["explanation"]?.string?.contains("reviewer finds") == false)
    }

    @Test func `a file's own marks survive the prompt in edits and in whole texts`() async throws {
        let before = "<data value=\"1\">one</data>\n<p>two</p>\n"
        try bench.folder.write(before, to: "work/page.html")
        try await bench.application.syncOnce(try bench.work)
        let (job, server) = try await run(
            [
                file(
                    "page.html", .null,
                    edits: [["find": "< data value=\"1\">one", "replace": "< data value=\"2\">one"]])
            ],
            ["file_path": "page.html", "description": "Count"])
        #expect(try result(job)["code"] == .string(before.replacing("\"1\"", with: "\"2\"")), "\(job.error ?? "")")
        #expect(server.requests.first?["body"]?.serialized.contains("< data value") == true)
    }
}
