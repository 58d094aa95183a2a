import Mentoring
import Models
import Review
import Testing

/// That no text of the mentor holds the solution, and that the check sees one however it is dressed.
@Suite struct SpoilerTests {
    @Test(arguments: [
        ("if x == None:", "if x is None:", "Write `if x is None:`."),
        ("if x == None:", "if x is None:", "How about\n```\nif   value\n  is None:\n```"),
        ("data = yaml.load(text)", "data = yaml.safe_load(text)", "There is yaml . safe_load for that."),
        ("if (n === NaN) {", "if (Number.isNaN(n)) {", "Look at `Number.isNaN(value)`."),
        ("throw 'no'", "throw new Error('no')", "throw new Error(\"other\")"),
        ("assert (a, 'm')", "assert a, 'm'", "assert ready, \"m\""),
    ])
    func `a solution is seen through other names, blanks and quotes`(code: String, solution: String, text: String) {
        #expect(SpoilerCheck(code: code, solution: solution).leaks(into: text))
    }

    @Test(arguments: [
        ("if x == None:", "if x is None:", "Look at `if x == None:`. Which object answers the question?"),
        ("data = yaml.load(text)", "data = yaml.safe_load(text)", "Who wrote the data in `yaml.load(text)`?"),
        ("assert (a, 'm')", "assert a, 'm'", "What is the truth value of `(a, 'm')` in `assert (a, 'm')`?"),
        ("debugger;", "", "What does `debugger;` do in `debugger;`?"),
    ])
    func `the code itself, quoted in a question, is no solution`(code: String, solution: String, text: String) {
        #expect(!SpoilerCheck(code: code, solution: solution).leaks(into: text))
    }

    /// Every rule's examples through every rung and level.
    @Test func `no hint about a rule's example holds what its fix would write`() {
        var looked = 0
        for rule in RuleSet.builtIn.rules {
            for example in rule.examples where example.isBad {
                var document = ReviewedDocument(text: Array(example.code.utf8), language: example.language, path: nil)
                document.review()
                for finding in document.findings {
                    looked += 1
                    check(finding, in: document)
                }
            }
        }
        #expect(looked > 200)
    }

    @Test func `a student is told what such code does, and not what to write`() throws {
        var document = ReviewedDocument(
            text: Array("if (list === []) { go(); }\n".utf8), language: .javascript, path: nil)
        document.review()
        let finding = try #require(document.findings.first { $0.ruleID == "correctness/javascript-mistake" })
        let what = "A list or an object that is written out is a new one, and equal to nothing."
        #expect(FindingHint.message(of: finding) == what)
        #expect(finding.message == what + " Ask for the length, or for Object.keys(value).length.")
        let hint = FindingHint(finding, in: document).hint(.pointer, level: .beginner)
        #expect(hint.contains(what))
        #expect(!hint.contains("Object.keys"))
    }

    private func check(_ finding: Finding, in document: ReviewedDocument) {
        let check = SpoilerCheck(finding, in: document)
        var texts = [FindingHint.message(of: finding), FindingHint.explanation(of: finding)]
        for rung in HintRung.allCases {
            texts += SkillLevel.allCases.map { FindingHint(finding, in: document).hint(rung, level: $0) }
        }
        for text in texts { #expect(check?.leaks(into: text) != true, "\(finding.ruleID): \(text)") }
    }
}
