import Foundation
import Review
import RuleFiles
import Testing
import Text

/// Random edits: the findings must be those of a review from scratch.
@Suite struct IncrementalPropertyTests {
    /// What changes the meaning of the lines that follow, in one language or another.
    private static let sparks = [
        "\"", "'", "`", "\"\"\"", "'''", "/*", "*/", "//", "#", "--", "<!--", "-->", "${", "}", "{", "(", ")", "[", "]",
        "\n", "\r\n", "\r", "\\", "\\\n", "<<EOF\n", "EOF\n", "<div>", "</div>", "<script>", "</script>", "\\(", "f\"",
        "r'",
        " = ", ";", ",", " ", "\t", "é", "😀", "key: |\n", "  ", "$", "`${", "#\"", "\"#", "/", "<", ">", ":", ".", "+ ",
        "x", "query", "request.args", "import subprocess\n", "require('child_process')\n", "",
        "import pickle as pk\n", "import os as o\n", "o.system(name)\n", "run('ls ' + name);\n",
        "const { exec: run } = require('child_process');\n", "def page(name):\n    return name\n", "NAME = 'x'\n",
        "NAME = input()\n", "os.system(NAME)\n", "os.system(page(NAME))\n", "    return name\n",
        "if a:\n    name = 'x'\n", "else:\n    name = y\n", "function page(n) { return n; }\n",
        "const page = (n) => n;\n", "exec(page(name));\n", "for name in names:\n", "if (name in x) { return; }\n",
        "def f(name):\n", "function f(name) {\n", "import module3\n", "own_sink(own_source)\n", "own_sink(name)\n",
        "name = own_source\n", "name = own_clean(own_source)\n", "OWN_WORD", "own_call(x)\n",
        "```js\n", "~~~~ python\n", "```\n", "```", "~~~~\n", "\t@eval \"$$x\"\n", "\t", "\\\n",
        "   \"cell_type\": \"code\",\n", "   \"source\": [\n", "    \"os.system(name)\\n\",\n",
        "    \"%%bash\\n\",\n", "   ]\n", "@\"\n", "\"@\n", "<#", "#>", "iex $x\n", "`",
        "codeforge-ignore", "-start", "-end", "-file", " eval/*", " -- why",
    ]

    /// Comments that say which findings are meant, with a sign of most languages.
    private static let ignoring: [String] = ["#", "//", "--", "/*", "<!--", ";"].flatMap { sign in
        ["", "-start", "-end", "-file", "-end eval/*", " eval/*", "-start secrets/*: why", " secrets/none", "-no"].map {
            "\(sign) codeforge-ignore\($0)\(sign == "/*" ? " */" : sign == "<!--" ? " -->" : "")\n"
        }
    }

    /// How often as many edits are made as in an ordinary run: `CODEFORGE_REVIEW_ROUNDS`, 1.
    private static let repetitions =
        ProcessInfo.processInfo.environment["CODEFORGE_REVIEW_ROUNDS"].flatMap(Int.init) ?? 1

    /// A team's own rules of every kind.
    private static let own = RuleFile(
        """
        rules:
          - {id: flow, mode: taint, languages: [generic], severity: ERROR, message: No., pattern-sources: [{pattern: own_source}], pattern-sanitizers: [{pattern: own_clean(...)}], pattern-sinks: [{pattern: own_sink(...)}]}
          - {id: word, languages: [generic], severity: INFO, message: No., pattern-regex: 'OWN_\\w+'}
          - {id: fact, languages: [generic], severity: INFO, message: No., patterns: [{pattern: own_call(...)}, {file-mentions: [module3]}]}

        """, isOwn: true)

    @Test(arguments: Language.allCases)
    func `incremental findings are those from scratch`(language: Language) {
        #expect(Self.own.problems.isEmpty)
        for repetition in 0..<IncrementalPropertyTests.repetitions {
            check(language, seed: 7 + UInt64(repetition))
        }
    }

    /// Edits all over a long text, more of them than are reviewed between two.
    @Test(arguments: Language.allCases)
    func `findings after many edits and reviews cut short are those from scratch`(language: Language) {
        let snippets = IncrementalPropertyTests.snippets(for: language)
        let rules = RuleSet(adding: Self.own.entries.map(\.rule))
        for repetition in 0..<IncrementalPropertyTests.repetitions {
            var random = SplitMix(seed: 23 + UInt64(repetition))
            for _ in 0..<4 {
                let text = (0..<60).map { _ in snippets.randomElement(using: &random) ?? "" }.joined(separator: "\n")
                var document = ReviewedDocument(
                    text: Array(text.utf8), language: language, path: "src/file", rules: rules)
                document.review()
                for _ in 0..<3 {
                    for _ in 0..<24 {
                        edit(&document, snippets, &random)
                        if random.next() % 3 == 0 { document.review(units: 1 + Int(random.next() % 4000)) }
                    }
                    document.review()
                    let expected = review(
                        document.buffer.copyBytes(), language: language, path: "src/file", rules: rules)
                    #expect(document.findings == expected, "\(language), repetition \(repetition)")
                }
            }
        }
    }

    /// Files that hold code of other languages, each with pieces of its own kind.
    private static let hosts: [String: [String]] = [
        "a.md": [
            "```python\nimport os\nos.system('rm ' + name)\n```", "~~~js\neval(code)\n~~~", "```sh\neval \"$x\"\n```",
            "```py\nos.system(name)", "````yaml\n```\n````",
        ],
        "Makefile": ["all:\n\t@eval \"$$x\"", "\teval \"$(X)\" \\\n\teval \"$$y\"", "NAME = $(shell ls)"],
        "a.ipynb": [
            "  {\n   \"cell_type\": \"code\",\n   \"source\": [\n    \"import os\\n\",\n    \"os.system('rm ' + name)\"\n   ]\n  },",
            "  {\n   \"cell_type\": \"markdown\",\n   \"source\": [\n    \"os.system(name)\"\n   ]\n  },",
            "   \"source\": [\n    \"%%bash\\n\",\n    \"eval \\\"$x\\\"\"\n   ]",
        ],
    ]

    @Test(arguments: hosts.keys.sorted())
    func `incremental findings in code of other languages are those from scratch`(path: String) {
        for repetition in 0..<IncrementalPropertyTests.repetitions {
            check(.plain, path: path, Self.hosts[path] ?? [], seed: 11 + UInt64(repetition))
        }
    }

    private func check(_ language: Language, seed: UInt64) {
        check(language, path: "src/file", IncrementalPropertyTests.snippets(for: language), seed: seed)
    }

    private func check(_ language: Language, path: String, _ snippets: [String], seed: UInt64) {
        var random = SplitMix(seed: seed)
        let rules = RuleSet(adding: Self.own.entries.map(\.rule))
        var edits = 0
        for round in 0..<8 {
            let text = (0..<12).map { _ in snippets.randomElement(using: &random) ?? "" }.joined(separator: "\n")
            var document = ReviewedDocument(text: Array(text.utf8), language: language, path: path, rules: rules)
            document.review()
            while edits < (round + 1) * 90 {
                let burst = random.next() % 5 == 0 ? Int(random.next() % 5) + 2 : 1
                for _ in 0..<burst {
                    edits += 1
                    edit(&document, snippets, &random)
                }
                if random.next() % 4 == 0 { document.review(units: 1 + Int(random.next() % 8000)) }
                document.review()
                let expected = review(
                    document.buffer.copyBytes(), language: language, path: path, rules: rules)
                if document.findings != expected {
                    Issue.record("\(language), \(path), seed \(seed), after \(edits) edits:\n\(document.buffer.string)")
                    return
                }
            }
        }
    }

    private func edit(_ document: inout ReviewedDocument, _ snippets: [String], _ random: inout SplitMix) {
        let encoding = PositionEncoding.allCases[Int(random.next() % 3)]
        let start = position(in: document.buffer, &random)
        var end = start
        var new = ""
        switch random.next() % 9 {
        case 0: new = (snippets.randomElement(using: &random) ?? "") + "\n"
        case 1: end = position(in: document.buffer, &random)
        case 2: end = TextPosition(line: start.line + 1, character: 0)
        case 3: end = TextPosition(line: start.line, character: start.character + Int(random.next() % 4))
        case 4: new = IncrementalPropertyTests.ignoring.randomElement(using: &random) ?? ""
        default: new = IncrementalPropertyTests.sparks.randomElement(using: &random) ?? ""
        }
        if document.buffer.byteCount > 6000 { end = TextPosition(line: start.line + 60, character: 0) }
        document.replace(from: start, to: end, with: new.utf8, encoding: encoding)
    }

    private func position(in buffer: TextBuffer, _ random: inout SplitMix) -> TextPosition {
        let line = Int(random.next() % UInt64(buffer.lineCount + 1))
        let length = buffer.contentRange(ofLine: line).count + 2
        return TextPosition(line: line, character: Int(random.next() % UInt64(length)))
    }

    /// The examples of every rule of the language, and some lines without findings.
    private static func snippets(for language: Language) -> [String] {
        var snippets = ["", "value = compute(1, 2)", "if (a) { b() }", "// comment", "text"]
        for rule in RuleSet.builtIn.rules {
            snippets += rule.examples.filter { $0.language == language }.map(\.code)
        }
        return snippets
    }

    @Test func `other names of modules are read anew wherever an import is edited`() {
        var random = SplitMix(seed: 5)
        let imports = [
            "import os as o\n", "import yaml as y\n", "from os import system as s\n", "import pickle as o\n",
        ]
        let uses = ["o.system(a)\n", "y.load(a)\n", "s(a + b)\n", "o.loads(a)\n", "x = 1\n"]
        for round in 0..<40 {
            let text = (0..<12).map { _ in
                (random.next() % 2 == 0 ? imports : uses)[Int(random.next() % 4)]
            }.joined()
            var document = ReviewedDocument(text: Array(text.utf8), language: .python, path: "src/a.py")
            for _ in 0..<6 {
                document.review(units: random.next() % 2 == 0 ? .max : 2_000)
                let first = TextPosition(line: Int(random.next() % 12), character: 0)
                let last = TextPosition(line: first.line + Int(random.next() % 3), character: 0)
                let new = (random.next() % 2 == 0 ? imports : uses)[Int(random.next() % 4)]
                document.replace(from: first, to: last, with: new.utf8, encoding: .utf8)
            }
            while !document.isReviewed { document.review(units: 2_000) }
            let expected = review(document.buffer.copyBytes(), language: .python, path: "src/a.py")
            #expect(document.findings == expected, "round \(round)")
        }
    }
}
