/// Answers a job's questions: `POST /v1/jobs/{job_id}/respond`.
package struct RespondRequest: Hashable, Sendable {
    package var responses: [ClarificationResponse]

    package init(responses: [ClarificationResponse]) {
        self.responses = responses
    }
}

/// Says that the job goes on.
package struct RespondResponse: Hashable, Sendable {
    package var status: JobStatusType
    package var message: String

    package init(status: JobStatusType, message: String) {
        self.status = status
        self.message = message
    }
}
