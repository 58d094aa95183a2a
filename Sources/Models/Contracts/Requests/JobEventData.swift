import JSON

/// What happened to a job: an event of `GET /v1/jobs/{job_id}/stream`.
package enum JobEvent: Hashable, Sendable {
    /// The job is so far; `percent` is 0-100.
    case progress(percent: Double)
    case complete(result: JSONValue)
    case error(String)
    case waiting([ClarificationQuestion])
    case cancelled

    /// The event's name on the wire.
    package var name: String {
        switch self {
        case .progress: "progress"
        case .complete: "complete"
        case .error: "error"
        case .waiting: "waiting"
        case .cancelled: "cancelled"
        }
    }

    /// The event's data on the wire.
    package var data: JSONValue {
        switch self {
        case .progress(let percent): JobProgress(progress: percent).json
        case .complete(let result): JobCompletion(result: result).json
        case .error(let message): JobFailure(error: message).json
        case .waiting(let questions): JobQuestions(questions: questions).json
        case .cancelled: CancelResponse().json
        }
    }

    /// Reads an event that came over a wire.
    /// - Throws: everything that is wrong with the data; an unknown name is wrong at `event`.
    package init(name: String, data: JSONValue) throws(ValidationErrors) {
        switch name {
        case "progress": self = .progress(percent: try JobProgress(validating: data).progress)
        case "complete": self = .complete(result: try JobCompletion(validating: data).result)
        case "error": self = .error(try JobFailure(validating: data).error)
        case "waiting": self = .waiting(try JobQuestions(validating: data).questions)
        case "cancelled":
            _ = try CancelResponse(validating: data)
            self = .cancelled
        default:
            let message = "Input should be 'progress', 'complete', 'error', 'waiting' or 'cancelled'"
            throw ValidationErrors([
                ValidationError(location: [.key("event")], type: "literal_error", message: message)
            ])
        }
    }
}

/// The data of a `progress` event.
package struct JobProgress: Contract {
    package var progress: Double
    package var status: JobStatusType

    package static let schema = Schema(
        "JobProgress", "The data of a progress event.",
        Field("progress", \JobProgress.progress, .number(atMost: 100, atLeast: 0)),
        Field("status", \JobProgress.status, .literal([.running])),
        make: JobProgress.init(progress:status:))

    package init(progress: Double, status: JobStatusType = .running) {
        self.progress = progress
        self.status = status
    }
}

/// The data of a `complete` event.
package struct JobCompletion: Contract {
    package var result: JSONValue
    package var status: JobStatusType

    package static let schema = Schema(
        "JobCompletion", "The data of a complete event.",
        Field("result", \JobCompletion.result, .any),
        Field("status", \JobCompletion.status, .literal([.completed])),
        make: JobCompletion.init(result:status:))

    package init(result: JSONValue, status: JobStatusType = .completed) {
        self.result = result
        self.status = status
    }
}

/// The data of an `error` event.
package struct JobFailure: Contract {
    package var error: String
    package var status: JobStatusType

    package static let schema = Schema(
        "JobFailure", "The data of an error event.",
        Field("error", \JobFailure.error, .string()),
        Field("status", \JobFailure.status, .literal([.failed])),
        make: JobFailure.init(error:status:))

    package init(error: String, status: JobStatusType = .failed) {
        self.error = error
        self.status = status
    }
}

/// The data of a `waiting` event.
package struct JobQuestions: Contract {
    package var questions: [ClarificationQuestion]
    package var status: JobStatusType

    package static let schema = Schema(
        "JobQuestions", "The data of a waiting event.",
        Field("questions", \JobQuestions.questions, .list(of: .model)),
        Field("status", \JobQuestions.status, .literal([.waitingForInput])),
        make: JobQuestions.init(questions:status:))

    package init(questions: [ClarificationQuestion], status: JobStatusType = .waitingForInput) {
        self.questions = questions
        self.status = status
    }
}
