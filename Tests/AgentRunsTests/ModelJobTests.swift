import Engine
import Foundation
import JSON
import Models
import TestSupport
import Testing

@testable import AgentRuns
@testable import Agents

/// Jobs whose agents are models, from the submission to the rows: agreement, documents, edits, tokens, limits.
@Suite struct ModelJobTests {
    private let bench: ModelJobBench

    init() async throws { bench = try await ModelJobBench() }

    private var application: Application { bench.application }
    private var project: RowID { bench.project }
    private var agreements: ModelAgreements { bench.agreements }

    private static func answer(_ document: JSONValue) -> ModelServer.Step {
        ModelJobBench.answer(document)
    }

    private func allow(_ server: ModelServer) throws { try bench.allow(server) }

    private func run(
        _ agent: String, _ input: JSONObject = [:], server: ModelServer, limit: Int = 0
    ) async throws -> AgentJob {
        try await bench.run(agent, input, server: server, limit: limit)
    }

    private func turn(of id: String) async throws -> AgentJob { try await bench.turn(of: id) }

    private let idea: JSONObject = [
        "user_idea": "Dog walkers keep their walks", "skip_clarification": true,
    ]

    @Test func `nothing goes before a person agreed to what they can read`() async throws {
        let server = try ModelServer([Self.answer(Sample.requirements.json)])
        let waiting = try await run("research", idea, server: server)
        #expect(waiting.status == .waitingForInput)
        #expect(server.requests.isEmpty)
        let question = try #require(waiting.clarificationQuestions.first)
        #expect(
            question.question.contains("\(server.address)/v1")
                && question.options == ["Send it", "Do not send it"])
        let preview = try #require(try await application.consentPreviews(inProject: project).first)
        #expect(preview.url == server.address + "/v1/chat/completions")
        #expect(
            try await application.documents(of: project).consent?.render().contains(preview.payload)
                == true)

        _ = try await application.respond(
            to: waiting.id.text, [ClarificationResponse(questionID: question.id, answer: "1")])
        let done = try await turn(of: waiting.id.text)
        #expect(done.status == .completed, "\(done.error ?? "")")
        // What was shown is what went, to the byte.
        let request = try #require(await server.requests(atLeast: 1).first)
        #expect(request["body"] == (try JSONValue(parsing: preview.payload)))
        #expect(try await application.consentPreviews(inProject: project).isEmpty)
        #expect(try await application.origin(ofJob: done)?.maker == "trial-1 (vllm)")
        #expect(
            try await application.project(project.text).requirementsSpec?.value
                == Sample.requirements.json)
        #expect(try await application.usage(ofProject: project)[done.id]?.total == 15)

        // The agreement holds for the folder and the provider, until it is taken back.
        #expect(try await run("research", idea, server: server).status == .completed)
        #expect(try agreements.revoke(project).map(\.provider) == [.vllm])
        #expect(try await run("research", idea, server: server).status == .waitingForInput)
        #expect(await server.requests(atLeast: 2).count == 2)
    }

    @Test(arguments: ["2", "certainly not"])
    func `who does not agree is told how to, and nothing goes`(answer: String) async throws {
        let server = try ModelServer([ModelStream.right])
        let waiting = try await run("research", idea, server: server)
        _ = try await application.respond(
            to: waiting.id.text, [ClarificationResponse(questionID: "allow-vllm", answer: answer)])
        let failed = try await turn(of: waiting.id.text)
        #expect(failed.status == .failed)
        #expect(
            failed.error?.contains("Nothing was sent to vllm: you did not agree.") == true,
            "\(failed.error ?? "")")
        #expect(server.requests.isEmpty)
    }

    @Test func `a pipeline goes from an idea to files by a model's plan`() async throws {
        let architecture = WireframeSpec(
            siteMap: [PageRoute(path: "/", description: "Walks", components: [])], globalStateNeeds: [],
            themeColors: []
        )
        let server = try ModelServer([
            Self.answer(Sample.requirements.json), Self.answer(architecture.json),
            Self.answer(["files": [["path": "walks.py", "language": "python", "purpose": "Holds walks"]]]
            ),
            Self.answer([
                "file_path": "walks.py", "language": "python", "explanation": "Walks.", "edits": [],
                "code": "def walks():\n    return []\n",
            ]),
            Self.answer([
                "summary": "One remark.",
                "issues": [
                    [
                        "severity": "info", "file": "walks.py", "line": 7, "quote": "return  []",
                        "description": "Always empty.", "suggestion": "Read them.",
                    ]
                ],
            ]), Self.answer(Sample.roadmap.json),
        ])
        try allow(server)
        let job = try await run("pipeline", idea, server: server)
        #expect(job.status == .completed, "\(job.error ?? "")")
        let result = try JSONValue(parsing: try #require(job.result).text)
        #expect(result["files"] == ["walks.py"])
        // The line that the model named is none of the file; its quote is.
        #expect(
            result["qa"]?["issues"]?[0]?["description"] == "walks.py:2: Always empty. `return []`",
            "\(result)")
        let requests = await server.requests(atLeast: 6)
        #expect(requests.count == 6)
        for request in requests { #expect(request["wrong"] == [], "\(request)") }
        #expect(try await application.usage(ofProject: project)[job.id]?.requests == 6)
    }

    @Test func `an edit is applied where its text stands once, and nowhere else`() async throws {
        var composer = SecretComposer(seed: 9)
        let token = composer.github()
        let before = "const token = \"\(token)\";\nexport const limit = 1;\n"
        func edit(_ find: String) -> ModelServer.Step {
            Self.answer([
                "file_path": "limit.ts", "language": "typescript", "explanation": "Raised.", "code": .null,
                "edits": [["find": .string(find), "replace": "limit = 2;"]],
            ])
        }
        // The first stands nowhere; the errors go back, and the second fits.
        let server = try ModelServer([edit("limit = 7;"), edit("limit = 1;")])
        try allow(server)
        let job = try await run(
            "code", ["file_path": "limit.ts", "code": .string(before), "description": "Raise the limit"],
            server: server
        )
        #expect(job.status == .completed, "\(job.error ?? "")")
        let result = try JSONValue(parsing: try #require(job.result).text)
        #expect(result["code"] == .string(before.replacing("limit = 1;", with: "limit = 2;")))
        let requests = await server.requests(atLeast: 2)
        for request in requests { #expect(!request.serialized.contains(token)) }
        #expect(requests.last?["body"]?.serialized.contains("stands nowhere") == true)
    }

    @Test(arguments: ["../outside.ts", "/etc/passwd", ".git/hooks/pre-commit", ".env", "other.ts"])
    func `a model writes no file but the one that was asked for`(path: String) async throws {
        let server = try ModelServer([
            Self.answer([
                "file_path": .string(path), "language": "typescript", "explanation": "", "code": "x\n",
                "edits": [],
            ])
        ])
        try allow(server)
        let job = try await run(
            "code", ["file_path": "page.ts", "description": "A page"], server: server)
        #expect(job.status == .failed)
        #expect(job.error?.contains("no other file may be written") == true, "\(job.error ?? "")")
        #expect(await server.requests(atLeast: 3).count == 3)
    }

    @Test
    func `a request that does not fit into the day's limit is not sent, and the numbers are said`()
        async throws
    {
        let server = try ModelServer([Self.answer(Sample.requirements.json)])
        try allow(server)
        let stopped = try await run("research", idea, server: server, limit: 10)
        #expect(
            stopped.error?.contains(
                "The day's limit of 10 tokens has no room for this request, and nothing was sent: 0 ")
                == true, "\(stopped.error ?? "")")
        #expect(server.requests.isEmpty)

        // What is left is what the answer may have.
        #expect(try await run("research", idea, server: server, limit: 4_000).status == .completed)
        let request = try #require(await server.requests(atLeast: 1).first)
        let most = try #require(request["body"]?["max_tokens"]?.int)
        #expect((200..<4_000).contains(most))
        // An estimate that is too low would let a day end above its limit.
        let prompt = try #require(request["body"]?["messages"]?.serialized).utf8.count
        #expect(4_000 - most >= prompt / 4, "\(prompt) bytes of a prompt leave \(most)")

        // 15 were used: the next one has so many less, and nothing stays set aside.
        #expect(try await run("research", idea, server: server, limit: 4_000).status == .completed)
        let next = await server.requests(atLeast: 2).last?["body"]?["max_tokens"]?.int
        #expect(next == most - 15)
    }

    @Test func `a yes from before a revocation is none when the job goes on`() async throws {
        let server = try ModelServer([Self.answer(Sample.requirements.json)])
        let waiting = try await run("research", idea, server: server)
        let question = try #require(waiting.clarificationQuestions.first?.id)
        _ = try await application.respond(
            to: waiting.id.text, [ClarificationResponse(questionID: question, answer: "1")])
        _ = try await application.revoke(nil, inProject: project)
        #expect(try await turn(of: waiting.id.text).status == .waitingForInput)
        #expect(server.requests.isEmpty)
        _ = try await application.respond(
            to: waiting.id.text, [ClarificationResponse(questionID: question, answer: "1")])
        #expect(try await turn(of: waiting.id.text).status == .completed)
    }

    @Test func `tokens that nobody counted, and those of a broken answer, count for the limit`()
        async throws
    {
        let piece = ModelStream.data(ModelStream.chunk(["content": "{\"app_name\""]))
        let server = try ModelServer([
            ModelStream.chat(deltas: [["content": .string(Sample.requirements.json.serialized)]]),
            ModelServer.Step([piece], then: "cut"), Self.answer(Sample.requirements.json),
        ])
        try allow(server)
        #expect(try await run("research", idea, server: server, limit: 6_000).status == .completed)
        _ = try await run("research", idea, server: server, limit: 6_000)
        let before = server.requests.count
        _ = try await run("research", idea, server: server, limit: 6_000)
        // The first request of each run; while a run goes on, what it has set aside counts as well.
        let most = server.requests.map { $0["body"]?["max_tokens"]?.int ?? 0 }
        try #require(before > 1 && most.count > before, "\(most)")
        #expect(most[1] < most[0] - 100 && most[before] < most[1] - 100, "\(most), \(before)")
    }

    @Test
    func
        `an agreement that is taken back from anywhere stops the next request, one of the same job too`()
        async throws
    {
        let server = try ModelServer([Self.answer(Sample.requirements.json)])
        try allow(server)
        #expect(try await run("research", idea, server: server).status == .completed)
        // By a program with a configuration of its own, which has no such agreement.
        #expect(try await application.revoke(.vllm, inProject: project).isEmpty)
        #expect(!agreements.all(of: project).isEmpty)
        #expect(try await run("research", idea, server: server).status == .waitingForInput)
        #expect(await server.requests(atLeast: 1).count == 1)
    }
}
