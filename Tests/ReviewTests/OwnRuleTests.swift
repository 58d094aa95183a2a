import Review
import RuleFiles
import Testing
import Text

/// A team's own rules: Semgrep's format, with what lies outside the subset told at its line.
@Suite struct OwnRuleTests {
    private func file(_ text: String) -> RuleFile { RuleFile(text, isOwn: true) }

    /// The lines, from one, that the rules of a file report.
    private func lines(_ rules: String, _ code: String, _ language: Language, path: String? = nil) -> [Int] {
        let file = file(rules)
        #expect(file.problems.isEmpty, "\(file.problems)")
        let set = RuleSet(adding: file.entries.map(\.rule))
        return review(Array(code.utf8), language: language, path: path, rules: set)
            .filter { $0.ruleID.hasPrefix("own/") }.map { $0.range.startLine + 1 }
    }

    private func rule(_ body: String, languages: String = "python", mode: String = "") -> String {
        "rules:\n  - id: it\n    languages: [\(languages)]\n    severity: ERROR\n    message: No.\n" + mode + body
    }

    @Test func `own rules come after the program's and have a name of their own`() {
        let text = rule("    pattern: old_call(...)\n")
        let set = RuleSet(adding: file(text).entries.map(\.rule))
        let found = review(Array("old_call(eval(x))\n".utf8), language: .python, path: nil, rules: set)
        #expect(found.map(\.ruleID).sorted() == ["eval/python-eval", "own/it"])
        #expect(found.first { $0.ruleID == "own/it" }?.severity == .critical)
        #expect(review(Array("old_call(1)\n".utf8), language: .python, path: nil).isEmpty)
    }

    @Test func `patterns, conditions and metavariables`() {
        let text = rule(
            """
                patterns:
                  - pattern-either:
                      - pattern: requests.$METHOD(..., verify=False, ...)
                      - pattern: urlopen($URL)
                  - pattern-not: requests.$METHOD("https://localhost", ...)
                  - pattern-not-inside: "def trusted(...): ..."
            """)
        let code = """
            requests.get(url, verify=False)
            requests.get("https://localhost", verify=False)
            requests.get(url)
            urlopen(x)
            def trusted(x):
                urlopen(x)
            """
        #expect(lines(text, code, .python) == [1, 4])
    }

    @Test func `a branch that says what it finds is told in its own words`() {
        let rules = file(
            rule(
                """
                    pattern-either:
                      - patterns:
                          - pattern: old($X)
                          - says: {what: "$X is lost.", instead: "Call fresh."}
                      - pattern: older(...)

                """))
        #expect(rules.problems.isEmpty, "\(rules.problems)")
        let set = RuleSet(adding: rules.entries.map(\.rule))
        let found = review(Array("old(a)\nolder(b)\n".utf8), language: .python, path: nil, rules: set)
        #expect(found.map(\.message) == ["a is lost. Call fresh.", "No."])
        #expect(found.map(\.what) == ["a is lost.", nil])
    }

    @Test func `code may have to lie in one of several places`() {
        let text = rule(
            """
                patterns:
                  - pattern: old($X)
                  - pattern-either:
                      - pattern-inside: "def one(...): ..."
                      - pattern-inside: "def two(...): ..."

            """)
        let code = "def one():\n    old(1)\ndef two():\n    old(2)\ndef three():\n    old(3)\n"
        #expect(lines(text, code, .python) == [2, 4])
    }

    @Test func `what a branch says has both its parts`() {
        let rules = file(rule("    patterns:\n      - pattern: old($X)\n      - says: {what: \"It is lost.\"}\n"))
        #expect(rules.problems.map(\.reason) == ["the key instead is missing"])
    }

    @Test func `a second pattern of a list holds for the same code`() {
        let text = rule(
            "    patterns:\n      - pattern: $X == $X\n      - pattern-not: 0 == 0\n      - pattern: $A == $B\n")
        #expect(lines(text, "if a == a:\n    pass\nif a == b:\n    pass\n", .python) == [1])
    }

    @Test func `a metavariable's expression starts where its text does`() {
        let text = rule(
            "    patterns:\n      - pattern: $F(...)\n      - metavariable-regex: {metavariable: $F, regex: '(old|older)_.*'}\n"
        )
        let anchored = file(text)
        #expect(!anchored.problems.isEmpty, "nothing to look it up by")
        let member = rule(
            "    patterns:\n      - pattern: api.$F(...)\n      - metavariable-regex: {metavariable: $F, regex: 'old_.*'}\n"
        )
        #expect(lines(member, "api.old_a()\napi.very_old_a()\napi.b()\n", .python) == [1])
    }

    @Test func `any of several arguments may be the one of which the conditions hold`() {
        let text = rule(
            """
                patterns:
                  - pattern-either:
                      - pattern: members = [..., $X, ...]
                      - pattern: run(..., $X, ...)
                  - metavariable-regex: {metavariable: $X, regex: '(all|every)$'}

            """)
        let code = """
            members = [one, two, all]
            members = [one, two]
            run(one, every, two)
            run(one, allow, two)
            members = [every]
            members = []
            run(f(all), [every])
            """
        #expect(lines(text, code, .python) == [1, 3, 5])
        let named = rule(
            """
                patterns:
                  - pattern: run(..., "$S", ...)
                  - metavariable-regex: {metavariable: $S, regex: 'b+$'}

            """)
        #expect(lines(named, "run('a', 'bb', c)\nrun('a', 'c')\nrun(x, 'b')\nrun('a')\n", .python) == [1, 3])
        // One that is bound twice is tried with each, too.
        let twice = rule(
            """
                patterns:
                  - pattern: pair(..., $X, $X, ...)
                  - metavariable-regex: {metavariable: $X, regex: 'b'}

            """)
        #expect(lines(twice, "pair(a, a, b, b)\npair(a, a, b)\npair(b, a, b)\n", .python) == [1])
    }

    @Test func `an expression of lines is found in comments, too, and what lies in an excluded one is not`() {
        let text = rule(
            """
                patterns:
                  - pattern-regex: (TODO|FIXME)\\b
                  - pattern-not-regex: TODO\\(\\w+\\)

            """, languages: "generic")
        #expect(lines(text, "# TODO\nx = 'FIXME it'\n# TODO(ann)\n# TODOS\n", .python) == [1, 2])
        #expect(lines(text, "TODO and FIXME\n", .plain) == [1, 1])
    }

    @Test func `rules hold for the paths that they name`() {
        let text = rule(
            "    pattern: old_call()\n    paths:\n      include: [src/**/*.py, '*.tool']\n      exclude: [gen]\n")
        for (path, isRead) in [
            ("src/a.py", true), ("src/b/c/a.py", true), ("lib/a.py", false), ("x/y.tool", true),
            ("src/gen/a.py", false),
            ("src/gently/a.py", true), ("gen.tool", true),
        ] {
            #expect(lines(text, "old_call()\n", .python, path: path).isEmpty != isRead, "\(path)")
        }
    }

    @Test func `values are followed from sources to sinks, but not through sanitizers`() {
        let text = rule(
            """
                pattern-sources:
                  - pattern: flask.request.args
                pattern-sanitizers:
                  - pattern: clean(...)
                pattern-sinks:
                  - pattern: run(...)
                  - patterns:
                      - pattern: db.execute($SQL, ...)
                      - focus-metavariable: $SQL

            """, mode: "    mode: taint\n")
        func check(_ code: String, _ expected: [Int]) {
            #expect(lines(text, code, .python) == expected, "\(code)")
        }
        check("run(flask.request.args)\n", [1])
        check("run(clean(flask.request.args))\n", [])
        check("run('a')\n", [])
        check("def f():\n    a = flask.request.args.get('x')\n    b = 'x' + a\n    run(b)\n", [4])
        check("def f():\n    a = flask.request.args\n    a = clean(a)\n    run(a)\n", [])
        check("def f():\n    a = flask.request.args\n    if x:\n        a = clean(a)\n    run(a)\n", [5])
        check("def f():\n    a = flask.request.args\n    db.execute('x', a)\n    db.execute(f'{a}')\n", [4])
        check("def f():\n    a = 'x'\n    run(a)\n    a = flask.request.args\n", [])
        check("def f():\n    for a in flask.request.args:\n        run(a.b)\n", [3])
        check("def f():\n    a = flask.request.args\n    run(other(a, 1))\n    run(name=a)\n    run(a=1)\n", [3, 4])
    }

    @Test func `a parameter can be a source`() {
        let text = rule(
            """
                pattern-sources:
                  - patterns:
                      - pattern: "def handler($E, ...): ..."
                      - focus-metavariable: $E
                pattern-sinks:
                  - pattern: run(...)

            """, mode: "    mode: taint\n")
        #expect(lines(text, "def handler(e, c):\n    x = e['a']\n    run(x)\n    run(c)\n", .python) == [3])
        #expect(lines(text, "def other(e, c):\n    run(e)\n", .python) == [])
    }

    @Test func `what is wrong is told at its line, and takes nothing from other rules`() {
        let text = """
            rules:
              - id: good
                languages: [python, cobol]
                severity: WARNING
                message: No.
                pattern: old()
              - id: misspelt
                languages: [python]
                severity: WARNING
                message: No.
                patern: old()
              - id: outside
                languages: [python]
                severity: WARNING
                message: No.
                patterns:
                  - pattern: old()
                  - metavariable-comparison: {metavariable: $X, comparison: $X > 1}
              - id: lookahead
                languages: [python]
                severity: WARNING
                message: No.
                patterns:
                  - pattern: old($X)
                  - metavariable-regex: {metavariable: $X, regex: "(?!a)b"}
              - id: severe
                languages: [python]
                severity: TERRIBLE
                message: No.
                pattern: old()
              - id: open
                languages: [python]
                severity: INFO
                message: No.
                pattern: old(
              - id: eval/python-eval
                languages: [python]
                severity: INFO
                message: No.
                pattern: old()

            """
        let file = file(text)
        #expect(file.entries.map(\.rule.id) == ["own/good"])
        #expect(file.problems.map { $0.line + 1 } == [3, 11, 18, 25, 28, 35, 36])
        #expect(file.problems.map(\.isFatal) == [false, true, true, true, true, true, true])
        let broken = RuleFile("rules:\n  - id: [\n", isOwn: true)
        #expect(broken.entries.isEmpty && broken.problems.count == 1)
        #expect(RuleFile("a: b\n", isOwn: true).problems.count == 1)
        #expect(RuleFile("", isOwn: true).problems.isEmpty)
        #expect(RuleFile("rules: [1, [], {}]\n", isOwn: true).problems.count == 3)
    }

    @Test func `a language may have any number of facts`() {
        var text = "rules:\n"
        for number in 0..<100 {
            text += """
                  - id: rule\(number)
                    languages: [python]
                    severity: INFO
                    message: No.
                    patterns:
                      - pattern: old\(number)()
                      - file-mentions: [module\(number)]

                """
        }
        let code = (0..<100).map { "import module\($0 / 2 * 2)\nold\($0)()\n" }.joined()
        #expect(lines(text, code, .python).count == 50)
    }

    @Test func `a slow rule takes nothing from the program's`() {
        let text = rule("    pattern: $A(..., $B, ..., $C, ..., $D, ..., a(), ...)\n")
        let set = RuleSet(adding: file(text).entries.map(\.rule))
        let code = "f(\(String(repeating: "x, ", count: 3000))eval(y), a(1))\n"
        let found = review(Array(code.utf8), language: .python, path: nil, rules: set)
        #expect(found.contains { $0.ruleID == "eval/python-eval" })
    }

    @Test func `other rules make the findings of a review from scratch`() {
        let set = RuleSet(adding: file(rule("    pattern: old_call(...)\n")).entries.map(\.rule))
        var document = ReviewedDocument(text: Array("eval(x)\nold_call(1)\n".utf8), language: .python, path: nil)
        document.review()
        #expect(document.findings.map(\.ruleID) == ["eval/python-eval"])
        document.setRules(set)
        document.review()
        #expect(document.findings.map(\.ruleID) == ["eval/python-eval", "own/it"])
        document.setRules(.builtIn)
        document.review()
        #expect(document.findings.map(\.ruleID) == ["eval/python-eval"])
    }

    @Test func `tests in comments say what is missed and what is wrong`() {
        let file = file(rule("    pattern: old_call(...)\n"))
        let text = """
            # ruleid: it
            old_call()
            # ok: it
            new_call()
            # ruleid: it
            new_call()
            # ok: it
            old_call()
            # todook: it
            old_call()
            old_call()
            """
        let test = RuleTest(of: file.entries, on: Array(text.utf8), path: "it.py")
        #expect(test.failures.map(\.line) == [6, 8, 11])
        #expect(test.failures.map(\.isMissed) == [true, false, false])
        #expect(test.badCount == 2 && test.goodCount == 2)
    }

    @Test func `a rule that is cut short is told once, and a fix names what its pattern binds`() {
        let text = rule(
            """
                patterns:
                  - pattern: f(...)
                  - pattern-not-inside: "f(...)\\n...\\nnever(...)"

            """)
        let read = file(text)
        #expect(read.problems.isEmpty)
        let set = RuleSet(adding: read.entries.map(\.rule))
        let few = review(Array("f(1)\nf(2)\n".utf8), language: .python, path: nil, rules: set)
        #expect(few.map(\.ruleID) == ["own/it", "own/it"])
        let code = String(repeating: "f(a, b, c, d(e))\n", count: 3000)
        let many = review(Array(code.utf8), language: .python, path: nil, rules: set)
        #expect(many.count { $0.ruleID == "review/rule-limit" } == 1)
        let unbound = file(rule("    pattern: f($X)\n    fix: g($Y)\n"))
        #expect(unbound.entries.isEmpty && unbound.problems.map(\.line) == [6])
        #expect(file(rule("    pattern: f($X)\n    fix: g($X)\n")).problems.isEmpty)
    }

    @Test func `an import is also what comes from the module, or from one in it`() {
        let text = rule("    pattern: import xml\n")
        let code = "import xml\nimport xml.dom\nfrom xml import sax\nfrom xml.etree import ElementTree\nimport xmlrpc\n"
        #expect(lines(text, code, .python) == [1, 2, 3, 4])
    }

    @Test func `a name for nothing but a text is a text, and any name of a module may be imported`() {
        let text = rule(
            """
                patterns:
                  - pattern: tool.web.send(...)
                  - pattern-not: tool.web.$ANY("...", ...)

            """)
        let code = """
            from tool.web import send
            HELLO = "hello"
            send("a text")
            send(HELLO)
            send(other)
            send(HELLO + other)
            """
        #expect(lines(text, code, .python) == [5, 6])
    }

    @Test func `the code of a metavariable has patterns, expressions and what must not be`() {
        let parts = rule(
            """
                patterns:
                  - pattern: f($X)
                  - metavariable-pattern:
                      metavariable: $X
                      patterns:
                        - pattern: g(...)
                        - pattern-not: g(1)

            """)
        #expect(lines(parts, "f(g(1))\nf(g(2))\nf(1 + g(3))\nf(2)\n", .python) == [2, 3])
        let expressions = rule(
            """
                patterns:
                  - pattern: f($X)
                  - metavariable-pattern:
                      metavariable: $X
                      language: regex
                      pattern-either:
                        - pattern-regex: select
                        - pattern-regex: delete

            """)
        #expect(lines(expressions, "f('select 1')\nf('x')\nf('delete')\n", .python) == [1, 3])
        let foreign = file(
            rule(
                """
                    patterns:
                      - pattern: f($X)
                      - metavariable-pattern:
                          metavariable: $X
                          language: json
                          pattern: '{"a": 1}'

                """))
        #expect(foreign.entries.isEmpty && foreign.problems.map(\.line) == [9])
    }

    @Test func `a value of YAML is a text without quotes, too, and a name stays the same where an import gives it`() {
        let text = rule(
            """
                patterns:
                  - pattern: 'uses: "$ACTION"'
                  - metavariable-regex: {metavariable: $ACTION, regex: ^team/}

            """, languages: "yaml")
        let code = "steps:\n  - uses: team/build@v1\n  - uses: \"team/build@v1\"\n  - uses: other/build\n"
        #expect(lines(text, code, .yaml) == [2, 3])
        let inside = rule(
            """
                patterns:
                  - pattern-inside: "$LIB = require('jsonwebtoken');\\n..."
                  - pattern: $LIB.verify(...)

            """, languages: "javascript")
        #expect(lines(inside, "const jwt = require('jsonwebtoken');\njwt.verify(a);\n", .javascript) == [2])
    }

    @Test func `lists of conditions stand in one another, and one alone says what is looked for`() {
        let nested = rule(
            """
                patterns:
                  - pattern-either:
                      - pattern-inside: "def handle($REQ): ..."
                      - patterns:
                          - pattern-inside: "def $NAME($REQ, other): ..."
                          - metavariable-regex: {metavariable: $NAME, regex: on_.*}
                  - pattern: $REQ.body

            """)
        let code = """
            def handle(r):
                r.body
            def on_save(q, other):
                q.body
            def save(q, other):
                q.body
            """
        #expect(lines(nested, code, .python) == [2, 4])
        let alone = rule(
            """
                patterns:
                  - pattern-inside: free($X)
                  - focus-metavariable: $X

            """)
        #expect(lines(alone, "free(a)\nfreed(a)\n", .python) == [1])
    }

    @Test func `a line's end may be one of the bytes of a class, and nothing else`() {
        let text = rule("    pattern-regex: 'key=([a-f0-9]{8})[\\s\\n\\r;]'\n")
        #expect(lines(text, "x = 'key=abcdef12;'\n", .python) == [1])
        #expect(file(rule("    pattern-regex: 'a\\nb'\n")).problems.map(\.line) == [5])
    }
}
