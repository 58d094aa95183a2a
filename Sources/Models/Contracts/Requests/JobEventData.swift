import JSON

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
