import Mentoring
import Models
import Testing

@testable import Agents

/// The mentor looks where the person is: at the line that the question names, that is selected, or at the cursor.
@Suite struct MentorFocusTests {
    private static let code = """
        import os
        def first(name):
            os.system("ls " + name)

        def second(values):
            total = 0
            for value in values:
                total = value
            return total

        def third(text):
            return eval(text)
        """

    private func hint(
        _ question: String, line: Int? = nil, lastLine: Int? = nil, code: String = Self.code
    ) -> String {
        Mentor(
            question: question, code: code, language: "python", level: .beginner,
            at: MentorFocus(line: line, lastLine: lastLine)
        ).safeHint(rung: 0)
    }

    @Test func `what is critical comes first where nothing says which line is meant`() {
        #expect(hint("What is wrong here?").contains("line 3"))
    }

    @Test func `a line in the question, a selection, and the cursor on a finding decide`() {
        #expect(hint("What is wrong on line 12?").contains("line 12"))
        #expect(hint("What is wrong on line 12?", line: 3).contains("line 12"))
        #expect(hint("What is wrong here?", line: 12, lastLine: 12).contains("line 12"))
        #expect(hint("What is wrong here?", line: 12).contains("line 12"))
        let middle = hint("What is wrong here?", line: 5, lastLine: 9)
        #expect(!middle.contains("line 3") && !middle.contains("line 12"), "\(middle)")
        // A line of another function says nothing of what is critical elsewhere.
        #expect(!hint("Why is line 8 like this?").contains("line 3"))
    }

    @Test func `lines have the numbers of the file that the code was taken from`() async throws {
        let outcome = try await OfflineRun().outcome(
            of: .pedagogy,
            [
                "question": "What is wrong here?", "code": "import os\ndef f(x):\n    os.system(x)",
                "language": "python",
                "hint_level": 0, "first_line": 41, "line": 43, "last_line": 43,
            ])
        guard case .guidance(let hint, _, _) = outcome else { throw UnexpectedOutcome() }
        #expect(hint.contains("line 43"), "\(hint)")
    }
}
