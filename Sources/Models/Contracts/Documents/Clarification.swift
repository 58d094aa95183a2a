/// What an agent has to know before it goes on.
package struct ClarificationQuestion: Contract {
    package var id: String
    package var question: String
    package var options: [String]?

    package static let schema = Schema(
        "ClarificationQuestion", "What an agent has to know before it goes on.",
        Field("id", \ClarificationQuestion.id, .string()),
        Field("question", \ClarificationQuestion.question, .string()),
        Field("options", \ClarificationQuestion.options, .optional(.list(of: .string())), default: nil, schema: .null),
        make: ClarificationQuestion.init(id:question:options:))

    package init(id: String, question: String, options: [String]? = nil) {
        self.id = id
        self.question = question
        self.options = options
    }
}

/// The answer to one question.
package struct ClarificationResponse: Contract {
    package var questionID: String
    package var answer: String

    package static let schema = Schema(
        "ClarificationResponse", "The answer to one question.",
        Field("question_id", \ClarificationResponse.questionID, .string()),
        Field("answer", \ClarificationResponse.answer, .string()),
        make: ClarificationResponse.init(questionID:answer:))

    package init(questionID: String, answer: String) {
        self.questionID = questionID
        self.answer = answer
    }
}
