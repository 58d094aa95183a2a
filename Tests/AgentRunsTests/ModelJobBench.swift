import Engine
import Foundation
import JSON
import Models
import TestSupport
import Testing

@testable import AgentRuns
@testable import Agents

/// A folder, its project, and jobs whose agents are models: what a scripted server says.
struct ModelJobBench {
    let folder: TemporaryFolder
    let application: Application
    let project: RowID
    let agreements: ModelAgreements

    init() async throws {
        folder = try TemporaryFolder()
        let path = folder.path
        application = try await Application.open(database: path + "/models.db")
        try FileManager.default.createDirectory(atPath: path + "/work", withIntermediateDirectories: true)
        project = try await application.workspace(of: try ProjectFolder(path: path + "/work")).projectID
        agreements = ModelAgreements { name in name == "XDG_CONFIG_HOME" ? path + "/config" : nil }
    }

    static func answer(_ document: JSONValue) -> ModelServer.Step { ModelStream.chat(document.serialized) }

    func settings(_ server: ModelServer, limit: Int = 0) -> ModelSettings {
        var settings = ModelSettings()
        (settings.provider, settings.name) = (.vllm, "trial-1")
        (settings.baseURL, settings.dailyLimit) = (server.address + "/v1", limit)
        return settings
    }

    /// The folder of the project's files.
    var work: ProjectFolder {
        get throws { try ProjectFolder(path: folder.path + "/work") }
    }

    /// Agrees to everything that goes to a server.
    func allow(_ server: ModelServer) throws {
        try agreements.give(project, try #require(try settings(server).defaultRoute()))
    }

    /// Submits a job and runs one turn of it, or takes it up where it was answered.
    func run(
        _ agent: String, _ input: JSONObject = [:], server: ModelServer, limit: Int = 0
    ) async throws -> AgentJob {
        try await turn(of: try await submit(agent, input, server: server, limit: limit))
    }

    /// - Returns: The job's identity.
    func submit(
        _ agent: String, _ input: JSONObject = [:], server: ModelServer, limit: Int = 0
    ) async throws -> String {
        var application = application
        application.models = settings(server, limit: limit)
        if agent == "pipeline" {
            return try await application.runPipeline(
                RunPipelineRequest(projectID: project.text, inputContext: input)
            ).jobID
        }
        return try await application.runAgent(
            RunAgentRequest(
                projectID: project.text, agentType: try #require(AgentType(rawValue: agent)), inputContext: input)
        ).jobID
    }

    func turn(of id: String) async throws -> AgentJob {
        let queue = JobQueue(application, worker: "test", lease: .seconds(60))
        let work = try #require(try await queue.claim())
        let (endpoints, agreements) = (ModelEndpoints { _ in nil }, agreements)
        await JobRun(work: work, queue: queue) { work in
            ModelRoster(work, try await work.models(), endpoints, agreements: agreements, firstPause: 0.001)
        }
        .run()
        await endpoints.shutDown()
        return try await application.job(id)
    }
}
