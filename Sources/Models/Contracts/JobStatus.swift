import JSON

/// How far a job is: `GET /v1/jobs/{job_id}`.
package struct JobStatusResponse: Hashable, Sendable {
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
package struct JobListRequest: Hashable, Sendable {
    package var projectID: String
    package var limit: Int
    package var offset: Int

    package init(projectID: String, limit: Int = 20, offset: Int = 0) {
        self.projectID = projectID
        self.limit = limit
        self.offset = offset
    }
}

/// A page of a project's jobs.
package struct JobListResponse: Hashable, Sendable {
    package var items: [JobStatusResponse]
    /// Number of jobs on all pages.
    package var total: Int
    package var hasMore: Bool

    package init(items: [JobStatusResponse], total: Int, hasMore: Bool) {
        self.items = items
        self.total = total
        self.hasMore = hasMore
    }
}

/// Says that a job was cancelled: `POST /v1/jobs/{job_id}/cancel`.
package struct CancelResponse: Hashable, Sendable {
    package var status: JobStatusType

    package init(status: JobStatusType = .cancelled) {
        self.status = status
    }
}
