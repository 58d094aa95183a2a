import Models

/// A short quiz that finds out how much somebody knows: a right answer makes the next question harder, a wrong one
/// easier.
package struct Quiz: Sendable {
    package struct Question: Sendable, Hashable {
        let level: SkillLevel
        package let text: String
        package let right: String
        /// All answers, in the order in which they are shown.
        package let options: [String]
    }

    /// Most questions that are asked.
    package static let length = 5

    package static let questions: [Question] = DataFile.rows(PackageResources.quiz_txt).enumerated()
        .compactMap { number, fields in
            guard fields.count >= 4, let level = SkillLevel(rawValue: fields[0]) else { return nil }
            let answers = Array(fields[2...])
            // The right one is not always the first.
            let shift = number % answers.count
            return Question(
                level: level, text: fields[1], right: fields[2],
                options: Array(answers[shift...] + answers[..<shift]))
        }

    private var level = SkillLevel.intermediate
    private var verdicts: [(question: Question, isRight: Bool)] = []

    package init() {}

    package var asked: Int { verdicts.count }
    package var right: Int { verdicts.count(where: \.isRight) }

    /// What is to be asked now; nil once enough is known.
    package var next: Question? {
        guard verdicts.count < Self.length, !isSure else { return nil }
        return Self.questions.first { question in
            question.level == level && !verdicts.contains { $0.question == question }
        }
    }

    /// Takes an answer to the next question.
    package mutating func answer(_ option: String) {
        guard let question = next else { return }
        let isRight = option == question.right
        verdicts.append((question, isRight))
        let levels = SkillLevel.allCases
        let index = (levels.firstIndex(of: level) ?? 0) + (isRight ? 1 : -1)
        if levels.indices.contains(index) { level = levels[index] }
    }

    /// Two right answers at the top, or two wrong ones at the bottom, are enough.
    private var isSure: Bool {
        let last = verdicts.suffix(2)
        guard last.count == 2 else { return false }
        return last.allSatisfy { $0.isRight && $0.question.level == .advanced }
            || last.allSatisfy { !$0.isRight && $0.question.level == .beginner }
    }

    /// The highest level at which somebody was right at least as often as wrong.
    package var result: SkillLevel {
        SkillLevel.allCases.reversed().first { level in
            let own = verdicts.filter { $0.question.level == level }
            return !own.isEmpty && own.count(where: \.isRight) * 2 >= own.count
        } ?? .beginner
    }
}
