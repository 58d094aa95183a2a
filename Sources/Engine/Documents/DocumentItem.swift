import Models

/// Something in a document that an editor can act on: where it stands, and what it is.
package struct DocumentItem: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// A feature of `requirements.md`.
        case requirement(name: String)
        /// A page of `architecture.md`.
        case route(path: String)
        /// A step of `roadmap.md`, counted over all modules.
        case step(index: Int)
        /// A question of `questions.md`.
        case question(job: String, id: String)
        /// A possible answer to a question, as it stands in the question's options.
        case answer(job: String, question: String, option: String)
        /// A choice of `choices.md`.
        case choice(id: String)
        /// An option of a choice.
        case option(choice: String, id: String)
        /// An issue of `review.md`, counted from 0.
        case issue(index: Int)
        /// A job of `jobs.md`.
        case job(id: String)
    }

    package var kind: Kind
    /// 0-based.
    package var line: Int

    package init(_ kind: Kind, line: Int) {
        self.kind = kind
        self.line = line
    }
}

/// Something in a document that a person should look at.
package struct DocumentProblem: Hashable, Sendable {
    package enum Severity: Hashable, Sendable { case error, warning, information }

    /// The code of a tick of what there is no more: it is seen once, for it is a line of the person's own then.
    package static let strayTick = "unknown-step"

    package var severity: Severity
    /// Stable name of the kind of problem, such as `unanswered-question`.
    package var code: String
    package var message: String
    /// 0-based.
    package var line: Int
    /// Bytes of the line.
    package var columns: Range<Int>
}

/// What a saved document asks for.
package enum DocumentInput: Hashable, Sendable {
    /// All questions of a job have an answer.
    case respond(job: String, answers: [Answer])
    /// A step of the roadmap, counted over all modules, is done, or open again.
    case mark(step: Int, done: Bool)
    /// What the requirements are now.
    case require(RequirementsDoc)
    case select(choice: String, option: String)

    package struct Answer: Hashable, Sendable {
        package var question: String
        package var text: String

        package init(question: String, text: String) {
            self.question = question
            self.text = text
        }
    }
}

/// A document as a person saved it.
package struct ReadDocument: Hashable, Sendable {
    package var items: [DocumentItem] = []
    package var problems: [DocumentProblem] = []
    package var inputs: [DocumentInput] = []
    /// The answers that stand below the questions of each job that waits, whether all of them are there or not.
    package var drafts: [String: [DocumentInput.Answer]] = [:]
}
