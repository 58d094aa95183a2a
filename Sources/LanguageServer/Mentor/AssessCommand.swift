import Engine
import JSON
import JSONRPC
import Mentoring
import Models

/// `codeforge.assess`: asks some questions, each after the answer to the one before, and keeps the level that comes out.
struct AssessCommand: BackgroundCommand {
    let name = "codeforge.assess"

    func run(_ arguments: CommandArguments, in snapshot: Snapshot) async throws(ResponseError) -> JSONValue {
        let context = ProductContext(snapshot: snapshot, application: try await snapshot.application.value())
        var quiz = Quiz()
        while let question = quiz.next {
            let options = question.options.map { (title: $0, value: $0) }
            // Who closes a question ends the quiz, and nothing changes.
            let text = "Question \(quiz.asked + 1) of at most \(Quiz.length). \(question.text)"
            guard let answer = try await context.pick(text, options, orSay: "") else {
                return context.sayUnchanged("Hints stay fitted to the level that they were.")
            }
            quiz.answer(answer)
        }
        let (level, right, asked) = (quiz.result, quiz.right, quiz.asked)
        let kept = try await context.using { application throws(RequestFailure) in
            try await application.setSkillLevel(level.rawValue)
        }
        snapshot.connection.perform { session in
            session.levelChanged(to: kept)
            session.show(
                .info, "\(right) of \(asked) right: hints are fitted to the level “\(kept.rawValue)” now.",
                isCalledFor: true)
        }
        return ["skill_level": .string(kept.rawValue), "asked": .integer(asked), "right": .integer(right)]
    }
}
