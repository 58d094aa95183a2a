import JSON

/// Asks for one agent's work: `POST /v1/run-agent`.
package struct RunAgentRequest: Contract {
    package var projectID: String
    package var agentType: AgentType
    package var inputContext: JSONObject

    package static let schema = Schema(
        "RunAgentRequest", "Asks for one agent's work: POST /v1/run-agent.",
        Field("project_id", \RunAgentRequest.projectID, .uuid),
        Field("agent_type", \RunAgentRequest.agentType, .enumeration("AgentType")),
        Field("input_context", \RunAgentRequest.inputContext, .inputContext),
        make: RunAgentRequest.init(projectID:agentType:inputContext:))

    package init(projectID: String, agentType: AgentType, inputContext: JSONObject) {
        self.projectID = projectID
        self.agentType = agentType
        self.inputContext = inputContext
    }
}

/// Asks for all agents' work, one after the other: `POST /v1/run-pipeline`.
package struct RunPipelineRequest: Contract {
    package var projectID: String
    package var inputContext: JSONObject

    package static let schema = Schema(
        "RunPipelineRequest", "Asks for all agents' work, one after the other: POST /v1/run-pipeline.",
        Field("project_id", \RunPipelineRequest.projectID, .uuid),
        Field("input_context", \RunPipelineRequest.inputContext, .inputContext),
        make: RunPipelineRequest.init(projectID:inputContext:))

    package init(projectID: String, inputContext: JSONObject) {
        self.projectID = projectID
        self.inputContext = inputContext
    }
}

/// Says that the work is in the queue; the answer to both requests.
package struct RunAgentResponse: Contract {
    package var jobID: String
    package var status: JobStatusType
    package var estimatedTime: String

    package static let schema = Schema(
        "RunAgentResponse", "Says that the work is in the queue; the answer to both requests.",
        Field("job_id", \RunAgentResponse.jobID, .uuid),
        Field("status", \RunAgentResponse.status, .enumeration("JobStatusType")),
        Field("estimated_time", \RunAgentResponse.estimatedTime, .string()),
        make: RunAgentResponse.init(jobID:status:estimatedTime:))

    package init(jobID: String, status: JobStatusType, estimatedTime: String) {
        self.jobID = jobID
        self.status = status
        self.estimatedTime = estimatedTime
    }
}
