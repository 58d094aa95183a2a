import JSON

/// How far a job is: `GET /v1/jobs/{job_id}`.
package struct JobStatusResponse: Contract {
    package var jobID: String
    package var status: JobStatusType
    package var agentType: AgentType
    package var projectID: String
    /// Percent, 0-100.
    package var progress: Double
    package var result: JSONValue?
    package var error: String?
    /// ISO 8601, in UTC.
    package var createdAt: String
    package var completedAt: String?

    package static let schema = Schema(
        "JobStatusResponse", "How far a job is: GET /v1/jobs/{job_id}.",
        Field("job_id", \JobStatusResponse.jobID, .uuid),
        Field("status", \JobStatusResponse.status, .enumeration("JobStatusType")),
        Field("agent_type", \JobStatusResponse.agentType, .enumeration("AgentType")),
        Field("project_id", \JobStatusResponse.projectID, .uuid),
        Field("progress", \JobStatusResponse.progress, .number(atMost: 100, atLeast: 0)),
        Field("result", \JobStatusResponse.result, .optional(.any), default: nil, schema: .null),
        Field("error", \JobStatusResponse.error, .optional(.string()), default: nil, schema: .null),
        Field("created_at", \JobStatusResponse.createdAt, .string()),
        Field("completed_at", \JobStatusResponse.completedAt, .optional(.string()), default: nil, schema: .null),
        make: JobStatusResponse.init(jobID:status:agentType:projectID:progress:result:error:createdAt:completedAt:))

    package init(
        jobID: String, status: JobStatusType, agentType: AgentType, projectID: String, progress: Double,
        result: JSONValue?, error: String?, createdAt: String, completedAt: String?
    ) {
        self.jobID = jobID
        self.status = status
        self.agentType = agentType
        self.projectID = projectID
        self.progress = progress
        self.result = result
        self.error = error
        self.createdAt = createdAt
        self.completedAt = completedAt
    }
}

/// Asks for a page of a project's jobs: `GET /v1/jobs/{project_id}/list`.
package struct JobListRequest: Contract {
    package var projectID: String
    package var limit: Int
    package var offset: Int

    package static let schema = Schema(
        "JobListRequest", "Asks for a page of a project's jobs: GET /v1/jobs/{project_id}/list.",
        Field("project_id", \JobListRequest.projectID, .uuid),
        Field("limit", \JobListRequest.limit, .integer(1...100), default: 20, schema: 20),
        Field("offset", \JobListRequest.offset, .integer(0...Int.max), default: 0, schema: 0),
        make: JobListRequest.init(projectID:limit:offset:))

    package init(projectID: String, limit: Int = 20, offset: Int = 0) {
        self.projectID = projectID
        self.limit = limit
        self.offset = offset
    }
}

/// A page of a project's jobs.
package struct JobListResponse: Contract {
    package var items: [JobStatusResponse]
    /// Number of jobs on all pages.
    package var total: Int
    package var hasMore: Bool

    package static let schema = Schema(
        "JobListResponse", "A page of a project's jobs.",
        Field("items", \JobListResponse.items, .list(of: .model)),
        Field("total", \JobListResponse.total, .integer(0...Int.max)),
        Field("has_more", \JobListResponse.hasMore, .bool),
        make: JobListResponse.init(items:total:hasMore:))

    package init(items: [JobStatusResponse], total: Int, hasMore: Bool) {
        self.items = items
        self.total = total
        self.hasMore = hasMore
    }
}

/// Says that a job was cancelled: `POST /v1/jobs/{job_id}/cancel`.
package struct CancelResponse: Contract {
    package var status: JobStatusType

    package static let schema = Schema(
        "CancelResponse", "Says that a job was cancelled: POST /v1/jobs/{job_id}/cancel.",
        Field("status", \CancelResponse.status, .literal([.cancelled])),
        make: CancelResponse.init(status:))

    package init(status: JobStatusType = .cancelled) {
        self.status = status
    }
}
