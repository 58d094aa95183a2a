import Agents
import Engine
import JSON
import Models
import TestSupport
import Testing

@testable import AgentRuns

/// A pipeline's rounds: what QA finds critical goes back to the code agent, at most three reviews.
@Suite struct PipelineRoundTests {
    private let folder: TemporaryFolder
    private let application: Application
    private let project: String

    init() async throws {
        folder = try TemporaryFolder()
        application = try await Application.open(database: folder.path + "/runs.db")
        project = try await application.workspace(of: try ProjectFolder(path: folder.path)).projectID.text
    }

    /// Runs a pipeline to its end.
    private func run(_ roster: ScriptedRoster) async throws -> AgentJob {
        let id = try await application.runPipeline(
            RunPipelineRequest(projectID: project, inputContext: ["user_idea": "Walks"])
        ).jobID
        let queue = JobQueue(application, worker: "test", lease: .seconds(60))
        let work = try #require(try await queue.claim())
        await JobRun(work: work, queue: queue) { _ in roster }.run()
        return try await application.job(id)
    }

    /// A pipeline over two files whose reviews find something critical in one of them, `faults` times.
    ///
    /// `meanwhile` is done before each turn of the code agent.
    private func roster(
        faults: Int, meanwhile: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> ScriptedRoster {
        ScriptedRoster(
            plan: .files(
                ["a.ts", "b.ts"].map { PlannedFile(path: $0, language: "typescript", purpose: "Holds \($0)") }),
            scripts: [
                .research: { _, _ in Sample.outcome(Sample.requirements) },
                .wireframe: { _, _ in Sample.outcome(Sample.architecture) },
                .roadmap: { _, _ in Sample.outcome(Sample.roadmap) },
                .code: { task, turn in
                    await meanwhile(turn)
                    return Sample.file(task, "export const turn = \(turn);\n")
                },
                .qa: { task, turn throws(AgentError) in
                    guard turn < faults else {
                        await task.placeIssues([])
                        return Sample.outcome(QAResult(passed: true, issues: [], summary: "Fine."))
                    }
                    let issue = QAIssue(severity: .critical, description: "Wrong \(turn).", suggestion: "Mend it.")
                    guard let path = try? ProjectPath(validating: "b.ts") else { throw .cancelled }
                    await task.placeIssues([IssuePlace(path: path, evidence: .file, certainty: 1)])
                    return Sample.outcome(QAResult(passed: false, issues: [issue], summary: "Not fine."))
                },
            ])
    }

    @Test func `requirements that change meanwhile are told at the end, with what was made from which`() async throws {
        let (application, project) = (application, try #require(RowID(project)))
        var changed = Sample.requirements
        changed.appName = "Runs"
        let renamed = changed
        let roster = roster(faults: 0) { turn in
            if turn == 0 { try? await application.setRequirements(renamed, of: project) }
        }
        let job = try await run(roster)
        #expect(job.status == .completed, "\(job.error ?? "")")
        let result = try JSONValue(parsing: try #require(job.result).text)
        #expect(
            result["requirements_changed"]?.string
                == "The requirements changed while this ran (app name). Made from them as they were before: the "
                + "architecture, the code; made from the changed ones: the roadmap. Run the pipeline again to have all of "
                + "it made from the requirements as they are now.")
        let quiet = try await run(self.roster(faults: 0))
        #expect(try JSONValue(parsing: try #require(quiet.result).text)["requirements_changed"] == nil)
    }

    @Test(arguments: [0, 1, 2])
    func `a review without anything critical ends the rounds`(faults: Int) async throws {
        let roster = roster(faults: faults)
        let job = try await run(roster)
        #expect(job.status == .completed, "\(job.error ?? "")")
        let result = try JSONValue(parsing: try #require(job.result).text)
        #expect(result["rounds"] == .integer(faults + 1))
        #expect(result["qa"]?["passed"] == true)
        let code = await roster.inputs(of: .code)
        // Two files are written, and each round repairs the one that is at fault, with the issue in hand.
        #expect(code.count == 2 + faults)
        for (round, repair) in code.dropFirst(2).enumerated() {
            #expect(repair["file_path"] == "b.ts")
            #expect(repair["code"]?.string == "export const turn = \(round + 1);\n")
            #expect(repair["issues"]?[0]?["description"] == .string("Wrong \(round)."))
        }
    }

    @Test func `after the third review the pipeline ends with what it has, and says that it did not pass`() async throws
    {
        let roster = roster(faults: 9)
        let job = try await run(roster)
        #expect(job.status == .completed)
        let result = try JSONValue(parsing: try #require(job.result).text)
        #expect(result["rounds"] == 3)
        #expect(result["qa"]?["passed"] == false)
        #expect(await roster.inputs(of: .qa).count == 3)
        #expect(await roster.inputs(of: .code).count == 4)
        #expect(try await application.project(project).status == .inProgress)
    }

    @Test func `a plan that is refused ends without code, and a question about it waits`() async throws {
        var roster = roster(faults: 0)
        roster.plan = .refused("No template.")
        let refused = try await run(roster)
        #expect(try JSONValue(parsing: try #require(refused.result).text)["code_refused"] == "No template.")
        roster.plan = .needsInput([ClarificationQuestion(id: "q1", question: "Which?", options: nil)])
        let waiting = try await run(roster)
        #expect(waiting.status == .waitingForInput)
        #expect(waiting.clarificationQuestions.map(\.id) == ["q1"])
    }
}
