import Foundation
import JSON
import TestSupport
import Testing

/// `codeforge review --linters`, with programs that write what the real ones wrote.
@Suite struct LinterTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path + "/.git", withIntermediateDirectories: true)
    }

    /// Puts a program into the folder's environment, or another folder.
    private func install(_ name: String, _ script: String, in place: String = ".venv/bin") throws {
        try folder.write("#!/bin/sh\nPATH=/usr/bin:/bin\n\(script)\n", to: "\(place)/\(name)")
        chmod("\(folder.path)/\(place)/\(name)", 0o755)
    }

    private func review(_ arguments: String...) throws -> CommandRun {
        try CommandRun.codeforge(
            ["review"] + arguments, in: folder, environment: ["PATH": folder.path + "/path"])
    }

    private func places(_ run: CommandRun) -> [String] {
        run.output.split(separator: "\n").dropLast().map { line in
            let parts = line.split(separator: " ")
            return "\(parts[0]) \(parts[1]) \(parts[2])"
        }
    }

    private static func ruff(_ path: String) -> String {
        """
        cat <<'EOF'
        [{"code": "S307", "filename": "\(path)", "location": {"row": 1, "column": 5}, "end_location": {"row": 1, \
        "column": 12}, "message": "Use of possibly insecure function", "url": "https://docs.astral.sh/ruff/rules/s"},
        {"code": "B006", "filename": "\(path)", "location": {"row": 2, "column": 9}, "end_location": {"row": 2, \
        "column": 11}, "message": "Do not use mutable data structures", "url": null},
        {"code": "F841", "filename": "\(path)", "location": {"row": 3, "column": 10}, "end_location": {"row": 3, \
        "column": 11}, "message": "Local variable is never used", "url": null}]
        EOF
        exit 1
        """
    }

    private static let python = "x = eval(y)\ndef f(a=[]):\n    é = 1; z = 2\n    return é\n"

    @Test func `comments hide what linters find, and are told of where they hide nothing`() throws {
        let text = """
            x = 1  # codeforge-ignore ruff/S307: no input
            def f(a=[]):  # codeforge-ignore ruff/E501
                é = 1; z = 2  # codeforge-ignore
                return é

            """
        try folder.write(text, to: "a.py")
        try folder.write("y = 1  # codeforge-ignore ruff/S101, shellcheck/SC2086\n", to: "b.py")
        try install("ruff", Self.ruff(folder.path + "/a.py"))
        #expect(
            places(try review("--linters")) == [
                "a.py:2:7: warning correctness/mutable-default", "a.py:2:34: info review/unused-ignore",
                "b.py:1:27: info review/unused-ignore",
            ])
        #expect(
            places(try review()) == [
                "a.py:2:7: warning correctness/mutable-default", "a.py:3:21: info review/unused-ignore",
            ])
    }

    @Test func `what linters find is told beside what rules find, once, and their own environment goes first`() throws {
        try folder.write(Self.python, to: "a.py")
        try install("ruff", Self.ruff(folder.path + "/a.py"))
        try install("ruff", "echo wrong; exit 3", in: "path")
        try install("shellcheck", "touch ran", in: "path")
        let run = try review("--linters")
        #expect(
            places(run) == [
                "a.py:1:5: critical eval/python-eval", "a.py:2:7: warning correctness/mutable-default",
                "a.py:3:10: warning ruff/F841",
            ])
        #expect(run.errors == "")
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/ran"))
        #expect(places(try review("--linter", "ruff", "--rule", "ruff/*")) == ["a.py:3:10: warning ruff/F841"])
        #expect(places(try review()).count == 2, "without the word nothing runs")
    }

    @Test func `decisions, baselines and reports hold for what linters find`() throws {
        try folder.write(Self.python, to: "a.py")
        try install("ruff", Self.ruff(folder.path + "/a.py"))
        let json = try JSONValue(parsing: review("--linters", "--json").output)
        let last = try #require(json["findings"]?.array?.last)
        #expect(last["rule"] == "ruff/F841")
        #expect(last["source"] == "    é = 1; z = 2")
        #expect([last["line"], last["column"], last["end_column"]] == [3, 10, 11])
        let sarif = try JSONValue(parsing: review("--linters", "--format", "sarif").output)
        #expect(sarif["runs"]?[0]?["results"]?.array?.count == 3)
        _ = try review("--linters", "--write-baseline", "known")
        #expect(try review("--linters", "--baseline", "known").exitCode == 0)
        try folder.write(#"{"rules": {"ruff/F*": "critical"}}"#, to: ".codeforge/review.json")
        #expect(places(try review("--linters")).last == "a.py:3:10: critical ruff/F841")
    }

    @Test func `every form is read`() throws {
        try folder.write(Self.python, to: "a.py")
        try folder.write("[ $a == b ]\n", to: "b.sh")
        try folder.write("a:   1\n", to: "c.yml")
        try folder.write("FROM x:1\n", to: "Dockerfile")
        try folder.write("x ==  1;\n", to: "d.js")
        try folder.write("select 1\n", to: "e.sql")
        let path = folder.path
        func print(_ text: String) -> String { "cat <<'EOF'\n\(text)\nEOF" }
        try install(
            "bandit",
            print(
                """
                {"results": [{"filename": "\(path)/a.py", "issue_severity": "LOW", "issue_text": "No.", \
                "line_number": 3, "line_range": [3], "col_offset": 12, "end_col_offset": 13, "test_id": "B999", \
                "issue_cwe": {"id": 78}, "more_info": "https://bandit.readthedocs.io"}]}
                """))
        try install(
            "shellcheck",
            print(
                """
                {"comments": [{"file": "\(path)/b.sh", "line": 1, "endLine": 1, "column": 3, "endColumn": 5, \
                "level": "info", "code": 2086, "message": "Double quote.", "fix": null}]}
                """))
        try install("yamllint", print("\(path)/c.yml:1:4: [error] too many spaces after colon (colons)"))
        try install(
            "hadolint",
            print(
                """
                {"version": "2.1.0", "runs": [{"tool": {"driver": {"rules": [{"id": "DL3006", "helpUri": \
                "https://github.com/hadolint/hadolint/wiki/DL3006"}]}}, "results": [{"ruleId": "DL3006", "level": \
                "warning", "message": {"text": "Tag it."}, "locations": [{"physicalLocation": {"artifactLocation": \
                {"uri": "file://\(path)/Dockerfile"}, "region": {"startLine": 1, "startColumn": 1, "endColumn": 5}}}]}]}]}
                """))
        try install(
            "eslint",
            print(
                """
                [{"filePath": "\(path)/d.js", "messages": [{"ruleId": "eqeqeq", "severity": 2, "message": \
                "Expected '==='.", "line": 1, "column": 3, "endLine": 1, "endColumn": 5}]}]
                """), in: "node_modules/.bin")
        try install(
            "oxlint",
            print(
                """
                {"diagnostics": [{"message": "No.", "code": "eslint(no-unused-expressions)", "severity": "warning", \
                "filename": "\(path)/d.js", "labels": [{"span": {"offset": 0, "length": 8, "line": 1, "column": 1}}]}]}
                """), in: "node_modules/.bin")
        try install(
            "sqlfluff",
            print(
                """
                [{"filepath": "\(path)/e.sql", "violations": [{"start_line_no": 1, "start_line_pos": 1, "code": \
                "CP01", "description": "Upper case.", "end_line_no": 1, "end_line_pos": 7}]}]
                """))
        let run = try review("--linters")
        #expect(
            places(run).filter { !$0.contains("eval/") && !$0.contains("correctness/") } == [
                "Dockerfile:1:1: warning hadolint/DL3006", "a.py:3:12: info bandit/B999",
                "b.sh:1:3: info shellcheck/SC2086", "c.yml:1:4: info yamllint/colons",
                "d.js:1:1: info oxlint/no-unused-expressions", "d.js:1:3: warning eslint/eqeqeq",
                "e.sql:1:1: info sqlfluff/CP01",
            ])
        #expect(run.errors == "")
    }

    @Test func `a secret that a linter quotes is not repeated`() throws {
        let word = "Tr0ub4dor" + "&3xY"
        try folder.write("password = \"\(word)\"  # codeforge-ignore secrets/*\n", to: "a.py")
        try install(
            "bandit",
            """
            cat <<'EOF'
            {"results": [{"filename": "\(folder.path)/a.py", "issue_severity": "LOW", "issue_text": "Possible hardcoded \
            password: '\(word)'", "line_number": 1, "line_range": [1], "col_offset": 11, "test_id": "B105"}]}
            EOF
            """)
        for format in ["text", "json", "sarif", "junit", "github"] {
            let run = try review("--linters", "--fail-on", "info", "--format", format)
            #expect(run.output.contains("bandit/B105"))
            #expect(!run.output.contains(word), "\(format)")
        }
    }

    @Test(arguments: [
        ("echo trouble >&2; exit 4", "it ended with 4, saying: trouble"), ("echo '{'", "what it wrote is not JSON"),
        ("echo '[{}]'", "what it wrote has no 'location' where one belongs"),
        ("kill -9 $$", "it ended with -9"),
    ])
    func `one that fails is told once, and the rest is reviewed`(script: String, message: String) throws {
        for name in ["a", "b"] { try folder.write("debugger;\n", to: "\(name).js") }
        for number in 0..<1200 { try folder.write("", to: "py/\(number).py") }
        try install("ruff", script)
        let run = try review("--linters")
        #expect(run.errors.hasPrefix("warning: ruff did not do its work: \(message)"))
        #expect(run.errors.split(separator: "\n").count == 1)
        #expect(run.output.contains("Found 2 warnings"))
        #expect(run.exitCode == 1)
    }

    @Test func `one that is missing is told where it was named, and no other is called`() throws {
        try folder.write("x = 1\n", to: "a.py")
        let named = try review("--linter", "ruff")
        #expect(named.errors == "warning: ruff is in no environment of the folder and not on PATH\n")
        #expect(named.exitCode == 2, "who names a linter relies on it")
        #expect(try review("--linters").errors == "note: no linter is there for these files\n")
        let unknown = try review("--linter", "rufff")
        #expect(unknown.errors.contains("No linter is called 'rufff'. Known are bandit,"))
        #expect(unknown.exitCode == 2)
    }

    @Test func `names of files are never options or commands`() throws {
        for name in ["--config=x.py", "$(touch trapped).py", "a b;touch trapped.py"] {
            try folder.write("x = 1\n", to: name)
        }
        try install("ruff", "for file; do printf '%s\\n' \"$file\" >> seen; done; echo '[]'")
        #expect(try review("--linters").exitCode == 0)
        let seen = try String(contentsOfFile: folder.path + "/seen", encoding: .utf8).split(separator: "\n")
        #expect(seen.filter { $0.hasPrefix(folder.path + "/") }.count == 3)
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/trapped"))
    }
}
