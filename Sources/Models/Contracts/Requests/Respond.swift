/// Answers a job's questions: `POST /v1/jobs/{job_id}/respond`.
package struct RespondRequest: Contract {
    package var responses: [ClarificationResponse]

    package static let schema = Schema(
        "RespondRequest", "Answers a job's questions: POST /v1/jobs/{job_id}/respond.",
        Field("responses", \RespondRequest.responses, .responses),
        make: RespondRequest.init(responses:))

    package init(responses: [ClarificationResponse]) {
        self.responses = responses
    }
}

/// Says that the job goes on.
package struct RespondResponse: Contract {
    package var status: JobStatusType
    package var message: String

    package static let schema = Schema(
        "RespondResponse", "Says that the job goes on.",
        Field("status", \RespondResponse.status, .enumeration("JobStatusType")),
        Field("message", \RespondResponse.message, .string()),
        make: RespondResponse.init(status:message:))

    package init(status: JobStatusType, message: String) {
        self.status = status
        self.message = message
    }
}
