import Review
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
        "def f(name):\n", "function f(name) {\n",
    ]

    @Test(arguments: Language.allCases)
    func `incremental findings are those from scratch`(language: Language) {
        var random = SplitMix(seed: 7)
        let snippets = IncrementalPropertyTests.snippets(for: language)
        var edits = 0
        for round in 0..<8 {
            let text = (0..<12).map { _ in snippets.randomElement(using: &random) ?? "" }.joined(separator: "\n")
            var document = ReviewedDocument(text: Array(text.utf8), language: language, path: "src/file")
            document.review()
            while edits < (round + 1) * 90 {
                let burst = random.next() % 5 == 0 ? Int(random.next() % 5) + 2 : 1
                for _ in 0..<burst {
                    edits += 1
                    edit(&document, snippets, &random)
                }
                if random.next() % 4 == 0 { document.review(units: 1 + Int(random.next() % 8000)) }
                document.review()
                let expected = review(document.buffer.copyBytes(), language: language, path: "src/file")
                if document.findings != expected {
                    Issue.record("\(language) after \(edits) edits:\n\(document.buffer.string)")
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
        switch random.next() % 8 {
        case 0: new = (snippets.randomElement(using: &random) ?? "") + "\n"
        case 1: end = position(in: document.buffer, &random)
        case 2: end = TextPosition(line: start.line + 1, character: 0)
        case 3: end = TextPosition(line: start.line, character: start.character + Int(random.next() % 4))
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
        for rule in RuleSet.builtIn {
            snippets += rule.examples.filter { $0.language == language }.map(\.code)
        }
        return snippets
    }
}
