import Review
import Testing
import Text

@Suite struct IdentityTests {
    private func document(_ text: String, _ language: Language = .python) -> ReviewedDocument {
        var document = ReviewedDocument(text: Array(text.utf8), language: language, path: "app/main.py")
        document.review()
        return document
    }

    @Test func `an identity stays the same when lines are added before and when white space changes`() {
        let before = document("x = eval(code)\n").findings
        let after = document("import os\n\n\n  x  =  eval(code)\n").findings
        #expect(before.count == 1)
        #expect(before.map(\.identity) == after.map(\.identity))
    }

    @Test func `equal lines have identities of their own`() {
        let findings = document("x = eval(code)\nx = eval(code)\n").findings
        #expect(findings.count == 2)
        #expect(Set(findings.map(\.identity)).count == 2)
    }

    @Test func `a finding leaves with an edit and comes back with its identity`() {
        var document = document("x = eval(code)\ny = 1\n")
        let identities = document.findings.map(\.identity)
        let quote = TextPosition(line: 0, character: 0)
        document.replace(from: quote, to: quote, with: "# ".utf8, encoding: .utf16)
        document.review()
        #expect(document.findings.isEmpty)
        document.replace(from: quote, to: TextPosition(line: 0, character: 2), with: [], encoding: .utf16)
        document.review()
        #expect(document.findings.map(\.identity) == identities)
    }

    @Test func `opening a text that swallows the rest hides its findings until it is closed`() {
        var document = document("a = 1\n\nx = eval(code)\n")
        let place = TextPosition(line: 1, character: 0)
        document.replace(from: place, to: place, with: "\"\"\"".utf8, encoding: .utf8)
        document.review()
        #expect(document.findings.isEmpty)
        let end = TextPosition(line: 1, character: 3)
        document.replace(from: end, to: end, with: "\"\"\"".utf8, encoding: .utf8)
        document.review()
        #expect(document.findings.map(\.range.startLine) == [2])
    }

    @Test func `an import far away decides whether a call is a finding`() {
        let filler = String(repeating: "step();\n", count: 200)
        var document = document("\n\(filler)exec('ls ' + dir);\n", .javascript)
        #expect(document.findings.isEmpty)
        let top = TextPosition(line: 0, character: 0)
        document.replace(from: top, to: top, with: "const { exec } = require('child_process');".utf8, encoding: .utf16)
        document.review()
        #expect(document.findings.map(\.ruleID) == ["command/javascript-exec"])
    }

    @Test func `a test file's findings weigh less`() {
        var document = ReviewedDocument(text: Array("eval(code)\n".utf8), language: .python, path: "tests/test_a.py")
        document.review()
        #expect(document.findings.map(\.severity) == [.warning])
    }
}
