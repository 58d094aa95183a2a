import Models
import Testing

@testable import Engine

@Suite struct AnswerReadingTests {
    private let options = ["Scheduling", "Payments", "Messages", "Reports", "Everything"]

    private func read(_ answer: String, _ options: [String]? = nil) -> AnswerReading {
        AnswerReading(
            answer, to: ClarificationQuestion(id: "q1", question: "What first?", options: options ?? self.options))
    }

    @Test(arguments: [
        "2", " 2 ", "2.", "2)", "(2)", "#2", "option 2", "Option 2.", "no. 2", "\u{662}", "２", "payments", "Payments\n",
        "the second", "2nd", "second", "the second one", "two", "Second.",
    ])
    func `a number or a name is that option`(answer: String) {
        #expect(read(answer) == .text("Payments"))
    }

    @Test(arguments: ["1, 3", "1 and 3", "3 1", "1;3", "#1 & #3", "options 1 and 3", "1,3,1"])
    func `several numbers are several options`(answer: String) {
        let texts: Set<AnswerReading> = [.text("Scheduling; Messages"), .text("Messages; Scheduling")]
        #expect(texts.contains(read(answer)))
    }

    @Test func `a range is the options from the one to the other`() {
        #expect(read("2-4") == .text("Payments; Messages; Reports"))
    }

    @Test(arguments: ["7", "0", "-1", "6.", "1, 9", "4-6", "99999999999999999999999", "option 12", "1-1000000"])
    func `a number that no option has is unclear`(answer: String) {
        guard case .unclear(let reason) = read(answer) else { return #expect(Bool(false), "\(read(answer))") }
        #expect(reason.contains("options 1 to 5"))
    }

    @Test(arguments: [
        "3 walkers", "2x", "the second week", "Scheduling, but for 7 dogs", "no payments", "1a", "7 days a week",
    ])
    func `words stay words`(answer: String) {
        #expect(read(answer) == .text(answer))
    }

    @Test(arguments: [
        "I don't know", "I don’t know.", "skip", "yes", "None of these", "1.5", "?", "weiß nicht", "oui", "..!",
    ])
    func `what chooses nothing is asked again`(answer: String) {
        guard case .unclear(let reason) = read(answer) else {
            Issue.record("\(read(answer))")
            return
        }
        #expect(reason.contains("1 to 5") || reason.contains("options 1"))
        #expect(read(answer, []) == .text(answer))
    }

    @Test func `the beginning of one option is that option`() {
        let options = ["Yes, with payments", "No", "Nothing else, notes alone"]
        #expect(read("yes", options) == .text("Yes, with payments"))
        #expect(read("No.", options) == .text("No"))
        #expect(read("nothing else", options) == .text("Nothing else, notes alone"))
    }

    @Test func `without options a number is an answer, and options may be numbers`() {
        #expect(read("7", []) == .text("7"))
        #expect(read("10", ["5", "10", "20"]) == .text("10"))
        #expect(read("2", ["5", "10", "20"]) == .text("10"))
        #expect(read("10; 20", ["5", "10", "20"]) == .text("10; 20"))
    }

    @Test(arguments: ["", "  ", "\n"]) func `nothing is no answer`(answer: String) {
        guard case .unclear(let reason) = read(answer) else { return #expect(Bool(false)) }
        #expect(reason.hasPrefix("is empty"))
    }
}
