import Engine
import JSON
import JSONRPC
import Models

/// `codeforge/agent/run`: queues an agent, answers at once.
struct RunAgentMethod: ProductMethod {
    static let method = "codeforge/agent/run"
    static let command: String? = "codeforge.runAgent"
    static let announced = [method, "codeforge/job/event"]

    /// Whether members of the input context may stand beside `agent_type`, as they do in an agent's own command.
    var isFlat = false

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        let name = try parameters.requiredText("agent_type")
        guard let agent = AgentType(rawValue: name) else {
            let known = AgentType.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            throw ResponseError(.invalidInput(["agent_type"], "is '\(name.prefix(100))'; it must be one of \(known)."))
        }
        let input = try parameters.inputContext(isFlat: isFlat)
        let project = try await context.projectID(parameters)
        return try await context.submit(parameters) { application, id throws(RequestFailure) in
            try await application.runAgent(
                RunAgentRequest(projectID: project, agentType: agent, inputContext: input), as: id)
        }
    }

    func completing(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> ProductParameters? {
        var parameters = parameters
        if parameters.object["agent_type"] == nil {
            let agents = AgentType.allCases.map { (title: $0.rawValue, value: $0.rawValue) }
            let picked = try await context.pick("Which agent?", agents, orSay: "There is no agent.")
            guard let picked else { return nil }
            parameters = parameters.with("agent_type", picked)
        }
        if parameters.object["agent_type"] == "code",
            !InputContext.saysWhatToWrite(try parameters.inputContext(isFlat: true))
        {
            throw .failed(
                "invalid_input", "Say what the code agent is to write, or into which file.",
                data: ["loc": ["input_context", "description"]])
        }
        if parameters.object["agent_type"] == "pedagogy",
            !InputContext.saysWhatToTeach(try parameters.inputContext(isFlat: true))
        {
            throw .failed(
                "invalid_input", "Say which decision the options are for.",
                data: ["loc": ["input_context", "decision_context"]])
        }
        return parameters
    }
}

/// `codeforge/pipeline/run`: queues research, wireframe, code and QA as one job.
struct RunPipelineMethod: ProductMethod {
    static let method = "codeforge/pipeline/run"
    static let command: String? = "codeforge.runPipeline"

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        let input = try parameters.inputContext(isFlat: true)
        let project = try await context.projectID(parameters)
        return try await context.submit(parameters) { application, id throws(RequestFailure) in
            try await application.runPipeline(RunPipelineRequest(projectID: project, inputContext: input), as: id)
        }
    }
}

extension ProductParameters {
    private static let own: Set<String> = ["project_id", "agent_type", "input_context", "workDoneToken"]

    /// The input context; where `isFlat`, the other members without one.
    func inputContext(isFlat: Bool) throws(ResponseError) -> JSONObject {
        if let input = try object("input_context") { return input }
        guard isFlat else { return JSONObject() }
        var input = JSONObject()
        for (key, value) in object where !Self.own.contains(key) { input[key] = value }
        return input
    }
}

extension ProductContext {
    /// Queues a job whose events and progress this session shows from the first on.
    func submit(
        _ parameters: ProductParameters,
        _ body: (Application, RowID) async throws(RequestFailure) -> RunAgentResponse
    ) async throws(ResponseError) -> JSONValue {
        let (id, token) = (RowID.random(), parameters.workDoneToken)
        let isTold = parameters.isCommand
        snapshot.connection.perform { $0.jobs.expect(id, token: token, isTold: isTold) }
        do {
            let response = try await using { application throws(RequestFailure) in
                let response = try await body(application, id)
                do throws(RequestFailure) {
                    try application.ensureWorker()
                } catch {
                    // Nobody would ever take the job up.
                    try? await application.cancel(job: id.text)
                    throw error
                }
                return response
            }
            snapshot.connection.perform { $0.jobSubmitted(id) }
            return response.json
        } catch {
            snapshot.connection.perform { $0.jobs.forget(id) }
            throw error
        }
    }
}
