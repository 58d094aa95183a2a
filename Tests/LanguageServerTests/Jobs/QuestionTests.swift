import Foundation
import JSON
import TestSupport
import Testing

/// How an agent's questions reach people in editors, and how their answers are read.
@Suite struct QuestionTests {
    /// An idea about which the research agent asks two things.
    private static let vague: JSONValue = [
        "agent_type": "research", "input_context": ["user_idea": "an app"],
    ]

    private func ask(in session: JobSession) throws -> String {
        let job = try session.submit("codeforge/agent/run", Self.vague)
        _ = try session.event(["waiting"], of: job)
        return job
    }

    private func questions(of job: String, in session: JobSession) throws -> [JSONValue] {
        try session.call("codeforge/job/get", ["job_id": .string(job)])["result"]?["questions"]?.array ?? []
    }

    /// A second editor on the folder, which has it open.
    private func another(
        _ session: JobSession, client: String? = nil, reply: @escaping JobSession.Reply = JobSession.askNothing
    ) throws -> JobSession {
        let other = try JobSession(
            workspace: session.workspace, storage: session.storage, client: client, reply: reply)
        _ = try other.call("codeforge/project/get")
        return other
    }

    @Test(arguments: [false, true])
    func `an answer that cannot be taken is told when it is saved, in an editor or elsewhere`(isOpen: Bool) throws {
        let session = try JobSession(reply: JobSession.askNothing)
        _ = try session.call("codeforge/project/get")
        _ = try ask(in: session)
        try session.until { session.document("questions.md").contains("\nAnswer:\n") }
        let name = ".codeforge/questions.md"
        let (uri, text) = (session.workspace.uri + "/" + name, session.document("questions.md"))
        let lines = text.components(separatedBy: "\n")
        let line = try #require(lines.firstIndex(of: "Answer:")) + 1
        let edited = lines.enumerated().map { $0.offset + 1 == line ? "Answer: 77" : $0.element }
            .joined(separator: "\n")
        if isOpen {
            try session.server.open(uri, "markdown", text)
            try session.server.send([
                "method": "textDocument/didChange",
                "params": [
                    "textDocument": ["uri": .string(uri), "version": 2],
                    "contentChanges": [["text": .string(edited)]],
                ],
            ])
        }
        func told() -> Int { session.shownMessages.count { $0.hasPrefix("questions.md, line \(line). This answer") } }
        try session.workspace.write(edited, to: name)
        if isOpen {
            // Every time that they save it.
            for count in 1...2 {
                try session.server.send([
                    "method": "textDocument/didSave", "params": ["textDocument": ["uri": .string(uri)]],
                ])
                try session.until { told() == count }
            }
        } else {
            let watched: JSONValue = ["changes": [["uri": .string(uri), "type": 2]]]
            try session.server.send(["method": "workspace/didChangeWatchedFiles", "params": watched])
            try session.until { told() == 1 }
            // It is heard of once more, and said once.
            try session.server.send(["method": "workspace/didChangeWatchedFiles", "params": watched])
            _ = try session.call("codeforge/job/list")
            _ = try session.call("codeforge/job/list")
        }
        #expect(told() == (isOpen ? 2 : 1))
    }

    @Test func `what one editor answers leaves the other, whose late answer is told`() throws {
        let first = try JobSession(reply: JobSession.askNothing)
        _ = try first.call("codeforge/project/get")
        let second = try JobSession(workspace: first.workspace, storage: first.storage, reply: JobSession.keepOpen)
        _ = try second.call("codeforge/project/get")
        try second.until { try second.call("codeforge/debug/status")["result"] != nil }
        let job = try ask(in: first)
        _ = try second.event(["waiting"], of: job)
        try second.until { !second.open.isEmpty }
        let prompt = try #require(second.open.first)
        let asked = try questions(of: job, in: first)
        #expect(asked.count == 2)
        let answer = try first.call(
            "codeforge/job/respond",
            [
                "job_id": .string(job),
                "responses": .array(asked.map { ["question_id": $0["id"] ?? .null, "answer": "1"] }),
            ])
        #expect(answer["result"]?["status"] == "running")
        try second.until { second.all("$/cancelRequest").contains { $0["id"] == prompt["id"] } }
        try second.answer(prompt, with: prompt["params"]?["actions"]?[1] ?? .null)
        try second.until {
            second.all("window/showMessage").contains { $0["message"]?.string?.contains("too late") == true }
        }
        #expect(try first.event(JobSession.ends, of: job)["event"] == "complete")
        // The number was read as the option.
        let option = try #require(asked[0]["options"]?[0]?.string)
        try first.until { first.document("questions.md").contains("Answered: \(option)") }
    }

    @Test func `a cancelled job's prompt goes, and its questions leave the document`() throws {
        let session = try JobSession(reply: JobSession.keepOpen)
        let job = try ask(in: session)
        try session.until { !session.open.isEmpty && session.document("questions.md").contains("Answer:") }
        _ = try session.call("codeforge/job/cancel", ["job_id": .string(job)])
        let prompt = try #require(session.open.first)
        try session.until { session.all("$/cancelRequest").contains { $0["id"] == prompt["id"] } }
        try session.until { !session.document("questions.md").contains("Answer:") }
        #expect(session.document("questions.md").contains("No agent asks anything."))
    }

    @Test(arguments: ["Visual Studio Code", "Neovim", "Eglot", "helix", "Kate"])
    func `an editor that comes later hears of the question, and is asked nothing`(client: String) throws {
        let first = try JobSession(reply: JobSession.askNothing)
        let job = try ask(in: first)
        let late = try another(first, client: client, reply: JobSession.keepOpen)
        let event = try late.event(["waiting"], of: job)
        #expect(event["data"]?["questions"]?.array?.count == 2)
        try late.until { !late.all("window/showMessage").isEmpty }
        // Its answer to the request comes after all that went before.
        #expect(try questions(of: String(job.prefix(8)), in: late).count == 2)
        #expect(late.open.isEmpty)
        #expect(late.all("window/showMessage").count == 1)
        #expect(late.all("codeforge/job/event").count { $0["event"] == "waiting" } == 1)
    }

    @Test(arguments: ["Neovim", "Eglot", "emacs", "coc.nvim"])
    func `an editor whose prompts take keys is told in one short line, and asked once its user calls for it`(
        client: String
    ) throws {
        let session = try JobSession(client: client, reply: JobSession.keepOpen)
        let job = try ask(in: session)
        try session.until { !session.all("window/showMessage").isEmpty }
        let message = try #require(session.all("window/showMessage").first?["message"]?.string)
        #expect(message.contains("questions.md"))
        if client == "Neovim" { #expect(message.count <= 44 && !message.contains("\n"), "\(message)") }
        #expect(session.open.isEmpty)
        _ = try session.call("workspace/executeCommand", ["command": "codeforge.answerQuestion"])
        try session.until { session.open.count == 1 }
        try session.answer(session.open[0], with: session.open[0]["params"]?["actions"]?[0] ?? .null)
        try session.until { session.open.count == 1 }
        try session.answer(session.open[0], with: session.open[0]["params"]?["actions"]?[0] ?? .null)
        #expect(try session.event(JobSession.ends, of: job)["event"] == "complete")
    }

    @Test func `eglot without a name is known by its capabilities`() throws {
        let capabilities: JSONValue = [
            "workspace": ["applyEdit": true, "executeCommand": ["dynamicRegistration": false]],
            "textDocument": ["publishDiagnostics": ["relatedInformation": false]],
        ]
        let session = try JobSession(capabilities: capabilities, reply: JobSession.keepOpen)
        _ = try ask(in: session)
        try session.until { !session.all("window/showMessage").isEmpty }
        #expect(session.open.isEmpty)
    }

    @Test func `a plugin that shows questions itself gets the event alone`() throws {
        let session = try JobSession(
            client: "Neovim", options: ["client": ["showsQuestions": true, "fitsMessages": true]],
            reply: JobSession.keepOpen)
        let job = try ask(in: session)
        #expect(try questions(of: job, in: session).count == 2)
        try session.until { session.document("questions.md").contains("Answer:") }
        #expect(session.open.isEmpty && session.all("window/showMessage").isEmpty)
    }

    @Test(arguments: [
        ([("q1", "7"), ("q2", "1")], "Answer 1 names option 7"),
        ([("q1", "0"), ("q2", "1")], "Answer 1 names option 0"),
        ([("q1", "1, 9"), ("q2", "1")], "Answer 1 names option 9"), ([("q1", "1")], "has none for q2"),
        ([("q1", "1"), ("q2", " ")], "Answer 2 is empty"), ([("q1", "1"), ("q9", "1")], "'q9', which was not asked"),
        ([("q1", "1"), ("q1", "2"), ("q2", "1")], "Answer 2 is a second one to q1"),
    ])
    func `answers that cannot be meant are refused, and the job waits on`(
        answers: [(String, String)], message: String
    ) throws {
        let session = try JobSession(reply: JobSession.askNothing)
        let job = try ask(in: session)
        let refused = try session.call(
            "codeforge/job/respond",
            [
                "job_id": .string(job),
                "responses": .array(answers.map { ["question_id": .string($0.0), "answer": .string($0.1)] }),
            ])
        #expect(refused["error"]?["code"] == -32803)
        #expect(refused["error"]?["data"]?["code"] == "invalid_input")
        #expect(refused["error"]?["message"]?.string?.contains(message) == true, "\(refused.serialized)")
        #expect(try session.status(of: job) == "waiting_for_input")
    }

    @Test func `a number in the document means that option, and one that there is not is marked`() throws {
        let session = try JobSession(reply: JobSession.askNothing)
        let job = try ask(in: session)
        try session.until { session.document("questions.md").contains("Answer:") }
        let option = try #require(try questions(of: job, in: session)[1]["options"]?[1]?.string)
        let path = session.workspace.path + "/.codeforge/questions.md"
        let uri = "file://" + path
        func save(_ text: String, version: Int) throws {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            if version == 1 {
                try session.server.open(uri, "markdown", text)
            } else {
                try session.server.send([
                    "method": "textDocument/didChange",
                    "params": [
                        "textDocument": ["uri": .string(uri), "version": .integer(version)],
                        "contentChanges": [["text": .string(text)]],
                    ],
                ])
            }
            try session.server.send([
                "method": "textDocument/didSave", "params": ["textDocument": ["uri": .string(uri)]],
            ])
        }
        let parts = session.document("questions.md").components(separatedBy: "\nAnswer:\n")
        #expect(parts.count == 3)
        try save(parts[0] + "\nAnswer: 99\n" + parts[1] + "\nAnswer: 2.\n" + parts[2], version: 1)
        try session.until {
            session.all("textDocument/publishDiagnostics").contains { publication in
                publication["diagnostics"]?.array?.contains { $0["code"] == "unclear-answer" } == true
            }
        }
        #expect(try session.status(of: job) == "waiting_for_input")
        try save(parts[0] + "\nAnswer: Dogs\n" + parts[1] + "\nAnswer: 2.\n" + parts[2], version: 2)
        #expect(try session.event(JobSession.ends, of: job)["event"] == "complete")
        // This editor takes no edits of what it shows; where it is not open the document is written.
        let other = try another(session)
        try other.until { other.document("questions.md").contains("Answered: \(option)") }
    }

    @Test func `what a command needs is asked for, or told in plain words`() throws {
        let session = try JobSession(client: "Neovim", reply: JobSession.keepOpen)
        _ = try session.call("codeforge/project/get")
        let commands = session.announced["executeCommandProvider"]?["commands"]?.array ?? []
        #expect(commands.count > 20)
        let words = ["user_idea", "input_context", "project_id", "job_id", "params.", "decision_context"]
        for command in commands.compactMap(\.string) {
            try session.server.send([
                "id": .string(command), "method": "workspace/executeCommand", "params": ["command": .string(command)],
            ])
            var said: [String] = []
            try session.until {
                for prompt in session.open { try session.answer(prompt, with: .null) }
                return session.answers[.string(command)] != nil
            }
            let answer = try #require(session.answers[.string(command)])
            if let message = answer["error"]?["message"]?.string { said.append(message) }
            said += session.all("window/showMessage").compactMap { $0["message"]?.string }
            said += session.all("window/showMessageRequest").compactMap { $0["message"]?.string }
            for word in words { #expect(!said.joined().contains(word), "\(command): \(said)") }
            session.forget()
        }
    }
}
