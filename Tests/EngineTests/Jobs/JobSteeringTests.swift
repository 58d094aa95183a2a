import JSON
import Models
import Storage
import Testing

@testable import Engine

@Suite struct JobSteeringTests {
    private let question = ClarificationQuestion(id: "q1", question: "What first?", options: ["A", "B"])

    private func check(
        _ code: String, _ location: [String] = [], sourceLocation: SourceLocation = #_sourceLocation,
        _ body: () async throws -> Void
    ) async {
        let error = await #expect(throws: RequestFailure.self, sourceLocation: sourceLocation) { try await body() }
        #expect(error?.code == code, sourceLocation: sourceLocation)
        #expect(error?.location == location, sourceLocation: sourceLocation)
    }

    @Test func `a submitted job is queued, and says how long it may take`() async throws {
        let sample = try await JobSample()
        let agent = try await sample.application.runAgent(
            RunAgentRequest(projectID: sample.project.text, agentType: .qa, inputContext: [:]))
        let pipeline = try await sample.application.runPipeline(
            RunPipelineRequest(projectID: sample.project.text, inputContext: ["user_idea": "A CRM"]))
        #expect((agent.status, agent.estimatedTime) == (.queued, "30s"))
        #expect((pipeline.status, pipeline.estimatedTime) == (.queued, "5m"))
        #expect(try await sample.application.job(pipeline.jobID).agentType == "pipeline")
    }

    @Test func `what belongs to somebody else does not exist`() async throws {
        let sample = try await JobSample()
        let job = try await sample.submit()
        let stranger = try await sample.stranger()
        await check("not_found") { _ = try await stranger.job(job) }
        await check("not_found") { try await stranger.cancel(job: job) }
        await check("not_found") {
            _ = try await stranger.runAgent(
                RunAgentRequest(projectID: sample.project.text, agentType: .qa, inputContext: [:]))
        }
        await check("not_found") { _ = try await stranger.files(ofProject: sample.project.text, limit: 1, offset: 0) }
        #expect(try await sample.application.job(job).status == .queued)
    }

    @Test func `answers must fit the questions`() async throws {
        let sample = try await JobSample()
        let work = try await sample.claimed()
        let (application, id) = (sample.application, work.job.id.text)
        await check("conflict") { _ = try await application.respond(to: id, []) }
        try await work.ask([question])
        await check("invalid_input", ["responses"]) { _ = try await application.respond(to: id, []) }
        func responses(_ pairs: [(String, String)]) -> [ClarificationResponse] {
            pairs.map { ClarificationResponse(questionID: $0.0, answer: $0.1) }
        }
        await check("invalid_input", ["responses", "0", "question_id"]) {
            _ = try await application.respond(to: id, responses([("q2", "A")]))
        }
        await check("invalid_input", ["responses", "1", "question_id"]) {
            _ = try await application.respond(to: id, responses([("q1", "A"), ("q1", "B")]))
        }
        await check("invalid_input", ["responses", "0", "answer"]) {
            _ = try await application.respond(to: id, responses([("q1", " ")]))
        }
        await check("invalid_input", ["responses", "0", "answer"]) {
            _ = try await application.respond(to: id, responses([("q1", String(repeating: "x", count: 5_000))]))
        }
        let answer = try await application.respond(to: id, responses([("q1", "A")]))
        #expect(answer.message == "Agent resumed with clarifications")
        let again = try #require(try await JobQueue(application, worker: "other", lease: .seconds(60)).claim())
        #expect(again.job.clarificationResponses == responses([("q1", "A")]))
    }

    @Test func `all questions are answered at once`() async throws {
        let sample = try await JobSample()
        let work = try await sample.claimed()
        try await work.ask([question, ClarificationQuestion(id: "q2", question: "Who?")])
        let one = [ClarificationResponse(questionID: "q1", answer: "A")]
        await check("invalid_input", ["responses"]) {
            _ = try await sample.application.respond(to: work.job.id.text, one)
        }
        #expect(try await sample.application.job(work.job.id.text).status == .waitingForInput)
    }

    @Test func `a number is kept as the option that it means`() async throws {
        let sample = try await JobSample()
        let work = try await sample.claimed()
        try await work.ask([question])
        let id = work.job.id.text
        await check("invalid_input", ["responses", "0", "answer"]) {
            _ = try await sample.application.respond(to: id, [ClarificationResponse(questionID: "q1", answer: "3")])
        }
        _ = try await sample.application.respond(to: id, [ClarificationResponse(questionID: "q1", answer: "2.")])
        #expect(try await sample.application.job(id).clarificationResponses.map(\.answer) == ["B"])
    }

    @Test func `a job is named by its first characters, where no other begins so`() async throws {
        let sample = try await JobSample()
        var ids: [String] = []
        // Of seventeen identities two begin with the same character.
        for _ in 0..<17 { ids.append(try await sample.submit()) }
        let (stranger, application) = (try await sample.stranger(), sample.application)
        for id in ids {
            let length = (1...36).first { length in ids.count { $0.hasPrefix(id.prefix(length)) } == 1 } ?? 36
            #expect(try await application.job(String(id.prefix(length))).id.text == id)
            #expect(try await application.job(id.prefix(length).uppercased()).id.text == id)
            if length > 1 {
                await check("invalid_input", ["job_id"]) {
                    _ = try await application.job(String(id.prefix(length - 1)))
                }
            }
            await check("not_found") { _ = try await stranger.job(String(id.prefix(8))) }
        }
        for text in ["", "g", "12345678x", "1234567890", "%", "_", "'"] {
            await check("invalid_input", ["job_id"]) { _ = try await application.job(text) }
        }
        let project = sample.project.text
        #expect(try await application.project(String(project.prefix(6))).id.text == project)
        await check("not_found") { _ = try await stranger.project(String(project.prefix(6))) }
    }

    @Test func `short identities in a list are as long as they must be`() throws {
        let ids = ["3af787c7-8748-4331-b3f1-e240eb3e6238", "3af787c7-8740-4331-b3f1-e240eb3e6238"].compactMap(
            RowID.init)
        #expect(ids.map { ids.shortText(of: $0) } == ["3af787c7-8748", "3af787c7-8740"])
        #expect([ids[0]].shortText(of: ids[0]) == "3af787c7")
    }

    @Test func `a cancelled job's questions leave the document, and those that were answered stay`() async throws {
        let sample = try await JobSample()
        let application = sample.application
        let work = try await sample.claimed()
        try await work.ask([question])
        #expect(try await application.documents(of: sample.project).questions?.sections.count == 1)
        #expect(try await application.waitingNews(in: sample.project).map(\.job) == [work.job.id])
        try await application.cancel(job: work.job.id.text)
        #expect(try await application.waitingNews(in: sample.project) == [])
        let text = try #require(try await application.documents(of: sample.project).render()[.questions])
        #expect(!text.contains("What first?") && text.contains("No agent asks anything."))
    }

    @Test func `a cancelled job is lost to its worker`() async throws {
        let sample = try await JobSample()
        let work = try await sample.claimed()
        try await sample.application.cancel(job: work.job.id.text)
        await #expect(throws: JobWork.Failure.lost) { try await work.report(50, "Going on") }
        await #expect(throws: JobWork.Failure.lost) { try await work.complete([:]) }
        #expect(try await sample.application.job(work.job.id.text).status == .cancelled)
    }

    @Test func `a completed job cannot be cancelled`() async throws {
        let sample = try await JobSample()
        let work = try await sample.claimed()
        try await work.complete(["passed": true])
        await check("conflict") { try await sample.application.cancel(job: work.job.id.text) }
    }

    @Test func `everybody who listens hears the same events in the same order`() async throws {
        let sample = try await JobSample()
        let work = try await sample.claimed()
        let other = try await Application.open(database: sample.application.databasePath)
        let (first, second) = (try await sample.application.follow(work.job.id), try await other.follow(work.job.id))
        for percent in [10.0, 20, 90] { try await work.report(percent, "Step \(percent)") }
        try await work.complete(["passed": true])
        var (heard, alsoHeard): ([JobNews], [JobNews]) = ([], [])
        for await news in first { heard.append(news) }
        for await news in second { alsoHeard.append(news) }
        #expect(heard == alsoHeard)
        #expect(heard.map(\.event) == [.progress, .progress, .progress, .progress, .complete])
        #expect(heard.last?.data == ["result": ["passed": true], "status": "completed"])
    }
}
