/// What an agent has to know before it goes on.
package struct ClarificationQuestion: Hashable, Sendable {
    package var id: String
    package var question: String
    package var options: [String]?

    package init(id: String, question: String, options: [String]? = nil) {
        self.id = id
        self.question = question
        self.options = options
    }
}

/// The answer to one question.
package struct ClarificationResponse: Hashable, Sendable {
    package var questionID: String
    package var answer: String

    package init(questionID: String, answer: String) {
        self.questionID = questionID
        self.answer = answer
    }
}
