import Foundation
import JSON
import Models
import TestSupport
import Testing

@testable import Engine

/// Secrets in what a person writes to agents: none is kept.
@Suite struct SecretRowTests {
    private static func token(_ number: Int, _ composer: inout SecretComposer) -> String {
        switch number % 10 {
        case 0: composer.github()
        case 1: composer.awsKey()
        case 2: composer.gitlab()
        case 3: composer.npm()
        case 4: composer.stripe()
        case 5: composer.google()
        case 6: composer.slack()
        case 7: composer.sendGrid()
        case 8: composer.databricks()
        default: composer.jwt()
        }
    }

    @Test func `of the secrets in ideas, questions and answers no row and no file of the database holds one`()
        async throws
    {
        let sample = try await JobSample()
        var composer = SecretComposer(seed: 1_000)
        let queue = JobQueue(sample.application, worker: "worker", lease: .seconds(60))
        func sentences(_ count: Int) -> String {
            (0..<count).map { "It calls the API with \(Self.token($0, &composer)) each night." }.joined(separator: " ")
        }
        // A thousand with 56 rounds.
        let rounds = Rounds.number("CODEFORGE_SECRET_ROUNDS", else: 2)
        for round in 0..<rounds {
            let isIdea = round % 2 == 0
            let input: JSONObject =
                isIdea
                ? ["user_idea": .string(sentences(8)), "tech_stack": [.string("Key \(Self.token(round, &composer))")]]
                : [
                    "question": .string(sentences(8)), "hint_level": 0,
                    "extra": ["deep": [.string(sentences(1))]],
                ]
            let id = try await sample.submit(isIdea ? .research : .pedagogy, input)
            let work = try #require(try await queue.claim())
            try await work.ask([ClarificationQuestion(id: "q1", question: "Which?", options: nil)])
            _ = try await sample.application.respond(
                to: id, [ClarificationResponse(questionID: "q1", answer: sentences(10))])
            let again = try #require(try await queue.claim())
            #expect(again.job.clarificationResponses.first?.answer.contains("withheld value 1") == true)
            try await again.complete([:])
        }
        #expect(composer.made.count >= 18 * rounds)
        let kept = try FileManager.default.contentsOfDirectory(atPath: sample.folder.path).sorted()
        #expect(kept.contains("jobs.db"))
        for name in kept {
            let bytes = try Data(contentsOf: URL(filePath: sample.folder.path + "/" + name))
            let text = String(decoding: bytes, as: UTF8.self)
            let leaks = composer.made.filter { text.contains($0) }
            #expect(leaks.isEmpty, "\(name): \(leaks.count) of \(composer.made.count)")
        }
    }

    @Test func `a secret in a path or an address stands in no event, no error, no question and no list of jobs`()
        async throws
    {
        let sample = try await JobSample()
        var composer = SecretComposer(seed: 77)
        let token = composer.github()
        let (path, address) = ("notes/\(token).txt", "https://ada:Zk8vQ2nLx9Fm@git.corp.io/shop.git")
        let id = try await sample.submit(
            .qa, ["file_path": .string(path), "description": .string("Look at \(address)")])
        let queue = JobQueue(sample.application, worker: "worker", lease: .seconds(60))
        let work = try #require(try await queue.claim())
        #expect(work.input["file_path"]?.string == path, "the agent has to find its file")
        try await work.report(10, "Reading \(path)")
        try await work.ask([ClarificationQuestion(id: "q1", question: "Change \(path) of \(address)?", options: nil)])
        _ = try await sample.application.respond(to: id, [ClarificationResponse(questionID: "q1", answer: "yes")])
        let again = try #require(try await queue.claim())
        try await again.fail("\(path) is not there; \(address) does not answer.")
        let job = try await sample.application.job(id)
        let document = try #require(
            try await sample.application.documents(of: sample.project).jobs
        ).render()
        let events = try await sample.application.store.events(
            of: job.id, after: 0, as: sample.application.caller)
        #expect(events.count >= 4)
        let told =
            events.map(\.data.text) + [job.error ?? "", job.title, document]
            + job.clarificationQuestions.map(\.question)
        for text in told {
            for secret in [token, "Zk8vQ2nLx9Fm"] { #expect(!text.contains(secret), "\(text)") }
        }
        #expect(
            job.error
                == "notes/withheld value 2.txt is not there; https:withheld value 1/shop.git does not answer.")
    }

    @Test func `the same secret reads the same within a job, and a file's own text stays whole for its reviewer`()
        throws
    {
        var composer = SecretComposer(seed: 4)
        let token = composer.github()
        let input = try InputContext(
            [
                "description": .string("Use \(token) and \(token)"), "code": .string("let key = '\(token)'"),
                "file_path": "a.js",
            ],
            for: "code"
        ).withoutSecrets(for: "code").object
        #expect(input["description"] == "Use withheld value 1 and withheld value 1")
        #expect(input["code"]?.string?.contains(token) == true && input["file_path"] == "a.js")
        let hint = try InputContext(["code": .string("let key = '\(token)'")], for: "pedagogy").withoutSecrets(
            for: "pedagogy")
        #expect(hint.object["code"] == "let key = 'withheld value 1'")
        // What holds none stays as it is.
        let plain: JSONObject = [
            "user_idea": "Dog walkers keep their walks; 3 of 4 use it daily.", "skip_clarification": true,
        ]
        #expect(try InputContext(plain, for: "research").withoutSecrets(for: "research").object == plain)
    }
}
