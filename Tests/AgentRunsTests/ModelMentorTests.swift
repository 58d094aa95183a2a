import Engine
import JSON
import Models
import TestSupport
import Testing

@testable import AgentRuns
@testable import Agents

/// The mentor by a model: what it is asked, and that nothing of a solution is said, whatever it writes.
@Suite struct ModelMentorTests {
    private let bench: ModelJobBench

    init() async throws { bench = try await ModelJobBench() }

    private static let code = "def is_even(n):\n    return n % 2 == 1\n"

    private func hint(_ text: String) -> ModelServer.Step { ModelJobBench.answer(["hint": .string(text)]) }

    private func ask(
        _ script: [ModelServer.Step], rung: Int = 0, code: String = code, isAgreed: Bool = true
    ) async throws -> (text: String, maker: String, source: String, server: ModelServer) {
        let server = try ModelServer(script)
        if isAgreed { try bench.allow(server) }
        let job = try await bench.run(
            "pedagogy",
            [
                "question": "Is this correct?", "code": .string(code), "language": "python",
                "hint_level": .integer(rung),
                "purpose": "mentor", "line": 42, "last_line": 42, "first_line": 41,
            ], server: server)
        #expect(job.status == .completed, "\(job.error ?? "")")
        let result = try JSONValue(parsing: try #require(job.result).text)
        let origin = try #require(try await bench.application.origin(ofJob: job))
        return (result["guidance"]?.string ?? "", origin.maker, origin.source ?? "", server)
    }

    @Test func `a hint that gives nothing away is the model's, and says so`() async throws {
        let said = "What does `return n % 2 == 1` give for 4, and what did you expect?"
        let (text, maker, _, server) = try await ask([hint(said)])
        #expect(text == said && maker == "trial-1 (vllm)")
        let request = server.requests.first?["body"]?["messages"]?[1]?["content"]?.string ?? ""
        #expect(request.contains("the rung \"question\"") && request.contains("return n % 2 == 1"), "\(request)")
        // The code begins at line 41 of its file, and line 42 is selected.
        let meant = request.components(separatedBy: "asked about").last ?? ""
        #expect(meant.contains("return n % 2 == 1") && !meant.contains("def is_even"), "\(request)")
        #expect(server.requests.first?["wrong"] == [])
    }

    @Test func `a leak goes back, and what comes then is shown`() async throws {
        let (text, maker, _, server) = try await ask([
            hint("Write `return n % 2 == 0`."), hint("Which remainder does an even number leave?"),
        ])
        #expect(text == "Which remainder does an even number leave?" && maker == "trial-1 (vllm)")
        #expect(server.requests.count == 2)
        #expect(
            server.requests.last?["body"]?.serialized.contains("gives away how a line of the student's own code")
                == true)
    }

    @Test(arguments: [
        "Write `return n % 2 == 0`.", "```python\ndef is_even(n):\n    return not n & 1\n```",
        "The answer:\n```\nreturn n % 2 == 0\n```",
    ])
    func `a model that goes on giving it away is not heard: the offline hint stays`(leak: String) async throws {
        let (text, maker, source, server) = try await ask([hint(leak)])
        #expect(maker == "offline" && source.contains("trial-1 (vllm) gave no hint that may be shown"), "\(source)")
        #expect(!text.contains("== 0") && text.contains("?"), "\(text)")
        #expect(server.requests.count == 3)
    }

    @Test func `what a rule's fix would write is given away by nobody`() async throws {
        let (text, maker, _, _) = try await ask(
            [hint("Have you heard of safe_load?")], code: "import yaml\n\ndef load(text):\n    return yaml.load(text)\n"
        )
        #expect(maker == "offline" && !text.contains("safe_load"))
    }

    @Test func `without an agreement nothing is sent and nobody is asked`() async throws {
        let (text, maker, _, server) = try await ask([hint("A question?")], isAgreed: false)
        #expect(maker == "offline" && !text.isEmpty && server.requests.isEmpty)
    }

    @Test func `a server that is away leaves the offline hint, and links of a hint lead nowhere`() async throws {
        let (_, maker, source, _) = try await ask([.failure(401, "{}")])
        #expect(maker == "offline" && source.contains("trial-1 (vllm)"), "\(source)")
        // What a link names is no word of the student's: such a hint is not shown at all.
        let (text, writer, _, _) = try await ask(
            [hint("Look [here](command:help) and ![there](help) \u{1B}red. What do you see?")], rung: 2)
        #expect(writer == "offline", "\(text)")
        #expect(
            !text.contains("](") && !text.contains("![") && !text.contains("<img") && !text.contains("\u{1B}"),
            "\(text)")
    }
}
