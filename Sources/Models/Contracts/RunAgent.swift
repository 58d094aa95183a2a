import JSON

/// Asks for one agent's work: `POST /v1/run-agent`.
package struct RunAgentRequest: Hashable, Sendable {
    package var projectID: String
    package var agentType: AgentType
    package var inputContext: JSONObject

    package init(projectID: String, agentType: AgentType, inputContext: JSONObject) {
        self.projectID = projectID
        self.agentType = agentType
        self.inputContext = inputContext
    }
}

/// Asks for all agents' work, one after the other: `POST /v1/run-pipeline`.
package struct RunPipelineRequest: Hashable, Sendable {
    package var projectID: String
    package var inputContext: JSONObject

    package init(projectID: String, inputContext: JSONObject) {
        self.projectID = projectID
        self.inputContext = inputContext
    }
}

/// Says that the work is in the queue; the answer to both requests.
package struct RunAgentResponse: Hashable, Sendable {
    package var jobID: String
    package var status: JobStatusType
    package var estimatedTime: String

    package init(jobID: String, status: JobStatusType, estimatedTime: String) {
        self.jobID = jobID
        self.status = status
        self.estimatedTime = estimatedTime
    }
}
