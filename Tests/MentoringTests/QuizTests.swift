import Models
import Testing

@testable import Mentoring

/// The quiz that fits hints to a person.
@Suite struct QuizTests {
    private func quiz(_ verdicts: [Bool]) -> Quiz {
        var quiz = Quiz()
        for isRight in verdicts {
            guard let question = quiz.next else { break }
            quiz.answer(isRight ? question.right : question.options.first { $0 != question.right } ?? "")
        }
        return quiz
    }

    @Test func `answers make questions harder or easier, and lead to a level`() {
        #expect(quiz([true, true, true, true, true]).result == .advanced)
        #expect(quiz([true, true, true]).next == nil)
        #expect(quiz([false, false, false, false, false]).result == .beginner)
        #expect(quiz([true, false, true, false, true]).result == .intermediate)
        #expect(quiz([false, true, false, true, true]).asked == Quiz.length)
    }

    @Test func `every question has its right answer once among all`() {
        #expect(Quiz.questions.count == 12)
        for question in Quiz.questions { #expect(question.options.count { $0 == question.right } == 1) }
        #expect(Set(SkillLevel.allCases.map { level in Quiz.questions.count { $0.level == level } }) == [4])
    }
}
