import Review
import RuleFiles
import Testing
import Text

/// The findings of a line are the same wherever the review of it starts: at the first line, or where something was typed.
@Suite struct WindowTests {
    /// Types a space and takes it away, on each line by itself.
    private func check(_ language: Language, _ text: String) {
        var document = ReviewedDocument(text: Array(text.utf8), language: language, path: "src/file")
        document.review()
        let expected = document.findings
        for line in 0..<document.buffer.lineCount {
            let end = TextPosition(line: line, character: document.buffer.contentRange(ofLine: line).count)
            document.replace(from: end, to: end, with: " ".utf8, encoding: .utf8)
            document.review()
            document.replace(
                from: end, to: TextPosition(line: line, character: end.character + 1), with: [], encoding: .utf8)
            document.review()
            #expect(document.findings == expected, "line \(line) of\n\(text)")
        }
    }

    @Test func `a branch that numbers alone decide is decided from every line`() {
        let java = "class A {\n  void f(HttpServletRequest request) {\n    String x = request.getParameter(\"x\");\n"
        let use = "    new java.io.FileInputStream(c);\n  }\n}\n"
        check(
            .java, java + "    int n = 86;\n    String c;\n    if (294 - n > 200) c = \"a\";\n    else c = x;\n" + use)
        check(
            .python,
            "def f():\n    x = request.args['x']\n    if 2 * 3 > 5:\n        c = 'a'\n    else:\n        c = x\n"
                + "    open(c)\n")
    }

    @Test func `what closes a group that was never opened is so wherever the window starts`() {
        let rest =
            "ntext) {\n\tx()\n\tid := c.Query(\"id\")\n"
            + "\tc.Data(200, \"text/html\", []byte(\"<p>\"+id+\"</p>\"))\n}\n"
        // Nothing on the first lines calls for a rule, or the first does.
        for first in ["n := 1\n", "text(1)\n", "cmd := exec.Command(\"sh\", \"-c\", \"ls \"+dir)\n"] {
            let found = review(Array((first + rest).utf8), language: .go, path: "src/file")
            #expect(!found.contains { $0.ruleID.hasPrefix("xss/") }, "\(first)")
        }
    }

    /// What is looked for in the lines around a match may be in those without a token next time.
    @Test func `empty lines far above count as such that were looked at`() {
        let rules = RuleSet(
            adding: RuleFile(
                """
                rules:
                  - {id: flow, mode: taint, languages: [generic], severity: ERROR, message: No., pattern-sources: [{pattern: own_source}], pattern-sinks: [{pattern: own_sink(...)}]}

                """, isOwn: true
            ).entries.map(\.rule))
        for empty in ["", "// Nothing."] {
            let text =
                String(repeating: "z = 1\n", count: 5) + empty + "\n\n" + String(repeating: "y = 1\n", count: 78)
                + "own_sink(x)\n"
            var document = ReviewedDocument(text: Array(text.utf8), language: .go, path: "src/file", rules: rules)
            document.review()
            #expect(document.findings.isEmpty)
            let start = TextPosition(line: 5, character: 0)
            document.replace(from: start, to: start, with: "x = own_source".utf8, encoding: .utf8)
            document.review()
            let expected = review(
                document.buffer.copyBytes(), language: .go, path: "src/file", rules: rules)
            #expect(expected.count == 1)
            #expect(document.findings == expected)
        }
    }
}
