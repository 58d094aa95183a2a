import Review
import Testing

@testable import Mentoring

/// That only a repair is called one.
@Suite struct MendedTests {
    private static let code = "import yaml\n\n\ndef load(text):\n    data = yaml.load(text)\n    return data\n"

    private static func reviewed(_ text: String) -> ReviewedDocument {
        var document = ReviewedDocument(text: Array(text.utf8), language: .python, path: "load.py")
        document.review()
        return document
    }

    private static func isMended(_ after: String) throws -> Bool {
        let before = reviewed(code)
        let finding = try #require(before.findings.first { $0.ruleID == "eval/yaml-load" })
        let document = reviewed(after)
        #expect(!document.findings.contains { $0.ruleID == finding.ruleID }, "\(after)")
        return MendedCheck(document).isMended(finding.ruleID, at: AskedLine(finding, in: before))
    }

    @Test(arguments: ["yaml.safe_load(text)", "yaml.load(text, Loader=yaml.SafeLoader)", "json.loads(text)"])
    func `another call in its place is a repair`(call: String) throws {
        #expect(try Self.isMended(Self.code.replacing("yaml.load(text)", with: call)))
    }

    @Test(arguments: [
        "    # data = yaml.load(text)\n    data = None\n", "    # data = yaml.load(text)\n", "",
        "    data = yaml.load(text)  # codeforge-ignore eval/yaml-load\n",
        "    loader = yaml.load\n    data = loader(text)\n", "    data = eval(text)\n",
    ])
    func `what only hides it is none`(line: String) throws {
        #expect(try !Self.isMended(Self.code.replacing("    data = yaml.load(text)\n", with: line)), "\(line)")
    }

    @Test func `a student's title names no repair, and stands for a rule that there is`() throws {
        for (id, title) in StudentTitles.all {
            let rule = try #require(RuleSet.builtIn.rule(id: id), "\(id)")
            #expect(rule.studentTitle == title && !title.lowercased().contains("without"))
        }
        let rule = try #require(RuleSet.builtIn.rule(id: "eval/yaml-load"))
        #expect(!FindingHint.message(of: rule).contains("safe"))
    }
}
