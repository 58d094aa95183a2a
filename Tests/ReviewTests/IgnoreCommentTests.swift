import Review
import Testing
import Text

/// Comments that say which findings are meant.
@Suite struct IgnoreCommentTests {
    /// `line:rule` of what is found, both as people count.
    private func found(_ text: String, _ language: Language = .python, path: String = "src/a.py") -> [String] {
        review(Array(text.utf8), language: language, path: path).map { "\($0.range.startLine + 1):\($0.ruleID)" }
    }

    private static let eval = "eval/python-eval"

    @Test(arguments: [
        "eval(x)  # codeforge-ignore eval/python-eval: it is ours",
        "eval(x)  # codeforge-ignore eval/python-eval -- it is ours",
        "eval(x)  # codeforge-ignore sql/*, eval/* sql/injection-from-request is for another line",
        "# codeforge-ignore-next-line eval/*\neval(x)", "eval(x)  # codeforge-ignore-line",
        "eval(x)  # type: ignore  # codeforge-ignore: eval/*", "#codeforge-ignore\neval(x)",
        "f(\n    x,  # codeforge-ignore\n    eval(\n        x))  # codeforge-ignore eval/*",
    ])
    func `a reason, several rules and patterns are read`(text: String) {
        #expect(found(text).filter { $0.hasSuffix(Self.eval) } == [])
    }

    @Test(arguments: [
        (Language.javascript, "// codeforge-ignore\n", "eval(x);"),
        (.javascript, "/* codeforge-ignore */\n", "eval(x);"),
        (.javascript, "/*\n * codeforge-ignore eval/*\n */", "eval(x);"), (.python, "# codeforge-ignore\n", "eval(x)"),
        (
            .typescriptReact, "const a = <div>\n{/* codeforge-ignore */}\n",
            "<b dangerouslySetInnerHTML={{__html: x}}/></div>"
        ),
        (.sql, "-- codeforge-ignore\n", "DELETE FROM users;"), (.shell, "# codeforge-ignore\n", "eval \"$a\""),
        (.html, "<!-- codeforge-ignore -->\n", "<script>eval(x)</script>"),
        (.yaml, "# codeforge-ignore\n", "password: Tr0ub4dor&3xY"),
        (.go, "// codeforge-ignore\n", "password := \"Tr0ub4dor&3xY\""),
        (.swift, "// codeforge-ignore\n", "let password = \"Tr0ub4dor&3xY\""),
        (.php, "<?php\n// codeforge-ignore\n", "eval($x);"),
    ])
    func `every language's comments count, for the next line and a block`(
        language: Language, comment: String, code: String
    ) {
        func count(_ text: String) -> Int { found(text, language, path: "src/a").count { !$0.contains("review/") } }
        let without = count(comment.replacing("codeforge-ignore", with: "note") + code + "\n")
        #expect(without > 0, "\(language) has no such finding")
        #expect(count(comment + code + "\n") < without, "\(language): next line")
        let start = comment.replacing("codeforge-ignore", with: "codeforge-ignore-start")
        #expect(count(start + "\n\n" + code + "\n") < without, "\(language): block")
        let file = comment.replacing("codeforge-ignore", with: "codeforge-ignore-file")
        #expect(count(file + "\n\n" + code + "\n") < without, "\(language): file")
    }

    @Test func `a block ends where it says, by rule or as a whole`() {
        let text = """
            eval(a)
            # codeforge-ignore-start eval/*: ours
            eval(b)
            # codeforge-ignore-start secrets/*
            eval(c)
            password = "Tr0ub4dor&3xY"
            # codeforge-ignore-end eval/*
            eval(d)
            password = "Tr0ub4dor&3xZ"
            # codeforge-ignore-end
            password = "Tr0ub4dor&3xQ"
            """
        #expect(found(text) == ["1:\(Self.eval)", "8:\(Self.eval)", "11:secrets/hardcoded-secret"])
    }

    @Test func `a block without an end goes to the end of the file`() {
        #expect(found("# codeforge-ignore-start\neval(a)\n\neval(b)\n") == [])
    }

    @Test func `a comment about the file stands within its first lines`() {
        let lines = String(repeating: "x()\n", count: 18)
        #expect(found("#!/usr/bin/python\n\(lines)# codeforge-ignore-file eval/*\neval(a)\n") == [])
        #expect(
            found("x()\nx()\n\(lines)# codeforge-ignore-file eval/*\neval(a)\n") == [
                "21:review/unused-ignore", "22:\(Self.eval)",
            ])
    }

    @Test(arguments: [
        "t = '# codeforge-ignore-file'\neval(x)", "t = '''\n# codeforge-ignore-start\n'''\neval(x)",
        "eval('# codeforge-ignore' + x)", "# see `codeforge-ignore`\neval(x)", "# codeforge-ignored\neval(x)",
        "print(x)\ncodeforge-ignore\neval(x)",
    ])
    func `what is in a text, or only speaks of such comments, hides nothing`(text: String) {
        #expect(found(text).count { $0.hasSuffix(Self.eval) } == 1)
        #expect(found(text).count { $0.contains("review/") } == 0)
    }

    @Test func `secrets and every severity are hidden, from the line before as well`() {
        #expect(found("# codeforge-ignore secrets/*: made up\npassword = \"Tr0ub4dor&3xY\"\n") == [])
        #expect(found("h = hashlib.md5(x)  # codeforge-ignore\nif x == None: pass  # codeforge-ignore\n") == [])
    }

    @Test(arguments: [
        ("eval(x)  # codeforge-ignore eval/python-evil", ["1:eval/python-eval", "1:review/unknown-rule"]),
        ("eval(x)  # codeforge-ignore nosuch: ours", ["1:eval/python-eval", "1:review/unknown-rule"]),
        ("eval(x)  # codeforge-ignore python-eval", ["1:eval/python-eval", "1:review/unknown-rule"]),
        ("eval(x)  # codeforge-ignore S307", ["1:eval/python-eval", "1:review/unknown-rule"]),
        ("eval(x)  # codeforge-ignore: ours: see the wiki", []),
        ("x = 1  # codeforge-ignore", ["1:review/unused-ignore"]),
        ("eval(x)  # codeforge-ignore eval/* secrets/*", ["1:review/unused-ignore"]),
        ("eval(x)  # codeforge-ignore command/python-shell", ["1:eval/python-eval", "1:review/unused-ignore"]),
        ("print(1)  # codeforge-ignore\neval(text)", ["1:review/unused-ignore", "2:eval/python-eval"]),
        ("# codeforge-ignore-end\nx = 1", ["1:review/unused-ignore"]),
        ("# codeforge-ignore-begin eval/*\neval(x)", ["1:review/unused-ignore", "2:eval/python-eval"]),
        (
            "# codeforge-ignore-start sql/*\neval(x)\n# codeforge-ignore-end",
            ["1:review/unused-ignore", "2:eval/python-eval"]
        ),
        ("x = 1  # codeforge-ignore agent/qa", []),
    ])
    func `a name of no rule and a comment that hides nothing are marked`(text: String, expected: [String]) {
        #expect(found(text) == expected)
    }

    @Test func `a remark is at its word, has its words, and is information`() throws {
        let findings = review(
            Array("eval(x)  # codeforge-ignore eval/*, eval/pyhton-eval\n".utf8), language: .python, path: "a.py")
        let finding = try #require(findings.first)
        #expect(findings.count == 1)
        #expect(finding.severity == .info)
        #expect(finding.message == "No rule is called 'eval/pyhton-eval', so this ignores nothing.")
        #expect(finding.range == ByteRange(startLine: 0, startByte: 36, endLine: 0, endByte: 52))
    }

    @Test func `what a file's place silences is no reason to mark a comment`() {
        let quiet = RuleSet.builtIn.rules.first { $0.definition.skipsTests && $0.languages.contains(.python) }
        if let quiet { #expect(found("x = 1  # codeforge-ignore \(quiet.id)", path: "tests/test_a.py") == []) }
    }

    @Test func `comments for other checkers count or do not, as it is set`() {
        let text = Array("eval(x)  # nosec\npassword = \"Tr0ub4dor&3xY\"  # gitleaks:allow\n".utf8)
        var document = ReviewedDocument(text: text, language: .python, path: "a.py")
        document.review()
        #expect(document.findings.isEmpty)
        document.honorOtherTools(false)
        #expect(document.findings.map(\.ruleID) == [Self.eval, "secrets/hardcoded-secret"])
        document.replaceAll(with: text)
        document.review()
        #expect(document.findings.count == 2)
        document.honorOtherTools(true)
        #expect(document.findings.isEmpty)
    }

    @Test func `a keystroke in a long file with such comments costs its line`() {
        let lines = (0..<20_000).map { $0 % 50 == 0 ? "eval(x\($0))  # codeforge-ignore eval/*" : "x\($0) = \($0)" }
        var document = ReviewedDocument(
            text: Array(lines.joined(separator: "\n").utf8), language: .python, path: "a.py")
        document.review()
        #expect(document.findings.isEmpty)
        let place = TextPosition(line: 10_000, character: 0)
        document.replace(from: place, to: place, with: "# codeforge-ignore-start\n".utf8, encoding: .utf8)
        #expect(document.review(units: .max) < 200_000)
        #expect(document.findings.map(\.ruleID) == [])
    }

    @Test func `each of many blocks within one another is of use, and ends where one of its rules does`() {
        let open = String(repeating: "# codeforge-ignore-start eval/*\neval(x)\n", count: 40)
        #expect(found(open) == [])
        let closed =
            "# codeforge-ignore-start eval/*\n# codeforge-ignore-start sql/*, eval/*\n# codeforge-ignore-end sql/*\n"
            + "eval(x)\n# codeforge-ignore-end eval/*\neval(y)\n"
        #expect(found(closed) == ["2:review/unused-ignore", "2:review/unused-ignore", "6:\(Self.eval)"])
    }

    @Test func `blocks that ESLint passes over hide what their rules name`() {
        func lines(_ text: String) -> [String] { found(text, .javascript, path: "src/a.js") }
        let rule = "eval/javascript-eval"
        #expect(lines("/* eslint-disable no-eval */\neval(a)\n/* eslint-enable no-eval */\neval(b)\n") == ["4:\(rule)"])
        #expect(lines("/* eslint-disable no-eval -- ours */\neval(a)\n/* eslint-enable */\neval(b)\n") == ["4:\(rule)"])
        #expect(
            lines("/* eslint-disable no-eval, no-console */\neval(a)\n/* eslint-enable no-console */\neval(b)\n") == [])
        // Without names, or for other rules, it hides nothing critical; a line comment is none about a block.
        #expect(lines("/* eslint-disable */\neval(a)\ndebugger\n/* eslint-enable */\ndebugger\n").count == 2)
        #expect(lines("/* eslint-disable no-console */\neval(a)\n") == ["2:\(rule)"])
        #expect(lines("// eslint-disable no-eval\neval(a)\n") == ["2:\(rule)"])
        let text = Array("/* eslint-disable no-eval */\neval(a)\n".utf8)
        #expect(review(text, language: .javascript, path: "a.js", honorsOtherTools: false).map(\.ruleID) == [rule])
    }

    @Test func `remarks are made on comments in code of other languages, too`() {
        let text = "-- codeforge-ignore eval/nope\nlocal x = 1\n-- codeforge-ignore\n"
        #expect(found(text, .plain, path: "a.lua") == ["1:review/unknown-rule", "3:review/unused-ignore"])
        #expect(found("; codeforge-ignore eval/nope\n", .plain, path: "a.ini") == ["1:review/unknown-rule"])
        #expect(found(text, .plain, path: "notes.txt") == [])
    }
}
