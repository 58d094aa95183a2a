import Foundation
import JSON
import TestSupport
import Testing

/// `.codeforge/review.json` and `.codeforge/dismissals.json` on the command line.
@Suite struct ReviewDecisionTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func review(_ arguments: String..., at path: String = "") throws -> CommandRun {
        try CommandRun(
            BuiltProgram.codeforge, ["review"] + arguments, in: folder.path + path,
            environment: [
                "XDG_DATA_HOME": folder.path + "/.data", "XDG_CONFIG_HOME": folder.path + "/.config", "NO_COLOR": "1",
            ])
    }

    private func decide(_ text: String, in path: String = "") throws {
        try folder.write(text, to: path + ".codeforge/review.json")
    }

    /// `path:line severity rule` of what a run reported.
    private func findings(_ run: CommandRun) -> [String] {
        run.output.split(separator: "\n").dropLast().map { line in
            let parts = line.split(separator: " ")
            return "\(parts[0].split(separator: ":").prefix(2).joined(separator: ":")) \(parts[1]) \(parts[2])"
        }
    }

    @Test func `rules are switched off and weighed by patterns, of which the last that names one holds`() throws {
        try folder.write("eval(x)\nif x == None:\n    pass\n", to: "a.py")
        try folder.write("debugger;\n", to: "b.js")
        try decide(
            #"{"rules": {"*": "off", "correctness/*": "critical", "debug/*": "on", "correctness/nan-*": "off"}}"#)
        let run = try review()
        #expect(
            findings(run) == [
                "a.py:2 critical correctness/none-comparison", "b.js:1 warning debug/debugger-statement",
            ])
        #expect(run.errors == "")
        try decide(#"{"rules": {"debug/*": "info", "eval/*": "info", "correctness/*": "off"}}"#)
        #expect(try review().exitCode == 0)
    }

    @Test func `what is decided for some files goes before what is decided for all`() throws {
        for name in ["src/a.js", "legacy/a.js", "legacy/kept/a.js", "gen/a.js"] {
            try folder.write("debugger;\n", to: name)
        }
        try decide(
            """
            {"rules": {"debug/*": "critical"},
             "paths": [{"files": ["legacy/"], "rules": {"debug/*": "off"}},
                       {"files": "legacy/kept/**", "rules": {"debug/*": "on"}}],
             "exclude": ["gen"]}
            """)
        let run = try review()
        #expect(
            findings(run) == [
                "legacy/kept/a.js:1 warning debug/debugger-statement", "src/a.js:1 critical debug/debugger-statement",
            ])
        #expect(run.output.contains("skipped 1 by .codeforge/review.json"))
        #expect(
            try review("gen/a.js").errors == "note: gen/a.js was not reviewed: .codeforge/review.json excludes it\n")
        #expect(
            try review("a.js", at: "/src").output.hasPrefix("a.js:1:1: critical"), "the nearest above a file counts")
    }

    @Test func `the nearest of nested folders decides alone, for settings too`() throws {
        try decide(#"{"rules": {"eval/*": "off"}}"#)
        try decide(#"{"rules": {"debug/*": "off"}}"#, in: "web/")
        try folder.write(#"{"review.minimumSeverity": "critical"}"#, to: "api/.codeforge/config.json")
        for name in ["web/src/a.js", "api/a.js", "a.js"] { try folder.write("debugger;\neval(x)\n", to: name) }
        let places = findings(try review()).map { $0.prefix { $0 != " " } }
        #expect(places == ["a.js:1", "web/src/a.js:2"])
    }

    @Test func `what is wrong is told at its line, and the rest applies`() throws {
        try folder.write("debugger;\neval(x)\n", to: "a.js")
        try decide(
            """
            {
              "rule": {},
              "rules": {
                "debug/debuger-statement": "off",
                "a b": "off",
                "eval/*": "of",
                "debug/*": "off"
              },
              "paths": [{"rules": {}}, 3],
              "exclude": ["#no", "a[", 7]
            }
            """)
        let run = try review()
        let path = folder.path + "/.codeforge/review.json"
        #expect(
            run.errors.split(separator: "\n").sorted() == [
                "warning: \(path):10: '#no' is no pattern of files as in a .gitignore.",
                "warning: \(path):10: 'a[' is no pattern of files as in a .gitignore.",
                "warning: \(path):10: A pattern of files is a text, such as \"gen/**\".",
                "warning: \(path):2: 'rule' means nothing here; known are 'rules', 'paths', 'exclude'.",
                "warning: \(path):4: No rule is called 'debug/debuger-statement'. Did you mean "
                    + "'debug/debugger-statement'?",
                "warning: \(path):5: 'a b' can name no rule: it is a rule's identifier, or a pattern such as 'sql/*'.",
                "warning: \(path):6: What becomes of 'eval/*' must be one of \"off\", \"on\", \"info\", \"warning\", "
                    + "\"critical\".",
                "warning: \(path):9: 'paths' is a list of {\"files\": GLOB, \"rules\": {...}}.",
                "warning: \(path):9: This part does not say which 'files' it is about.",
            ])
        #expect(findings(run).map { $0.split(separator: " ")[2] } == ["eval/javascript-eval"])
        try decide("{")
        #expect(try review().errors.contains("review.json:1: This is not JSON"))
    }

    @Test func `decisions in a folder where everybody may write are nobody's`() throws {
        try folder.write("debugger;\n", to: "shared/mine/a.js")
        try decide(#"{"exclude": ["*"]}"#, in: "shared/")
        #expect(try review(at: "/shared/mine").exitCode == 0)
        chmod(folder.path + "/shared", 0o1777)
        #expect(try review(at: "/shared/mine").exitCode == 1)
    }

    @Test func `the schema of decisions is printed`() throws {
        let run = try CommandRun.codeforge(["schema", "review.json"], in: folder)
        let schema = try JSONValue(parsing: run.output)
        #expect(schema["properties"]?.object?.keys == ["rules", "exclude", "paths"])
    }

    // MARK: - What a team dismissed

    private func identity() throws -> String {
        let json = try JSONValue(parsing: review("--json").output)
        return try #require(json["findings"]?[0]?["identity"]?.string)
    }

    @Test func `what a team dismissed does not count, wherever the review begins`() throws {
        try folder.write("debugger;\n", to: "web/a.js")
        let entry: JSONValue = [
            "path": "web/a.js", "rule": "debug/debugger-statement", "identity": .string(try identity()),
            "reason": "for the demo",
        ]
        let file: JSONValue = ["dismissals": [entry, ["path": "b"]]]
        try folder.write(file.serialized, to: ".codeforge/dismissals.json")
        for path in ["", "/web"] {
            let run = try review(at: path)
            #expect(run.output == "No findings in 1 file, 1 line; 1 dismissed (--all shows it).\n")
            #expect(run.exitCode == 0)
            #expect(run.errors.contains("dismissals.json:1: A dismissal names a 'path', a 'rule' and an 'identity'."))
        }
        #expect(try review("--all").output.contains("(dismissed)"))
        try folder.write("start();\n  debugger;\n", to: "web/a.js")
        #expect(try review().exitCode == 0)
        try folder.write("debugger;\ndebugger;\n", to: "web/a.js")
        #expect(try review().exitCode == 1)
    }

    @Test func `what a team dismissed goes on in a file that git renamed`() throws {
        func git(_ arguments: String...) throws {
            let identity = ["-c", "user.name=a", "-c", "user.email=a@b.c"]
            let run = try CommandRun("/usr/bin/env", ["git"] + identity + arguments, in: folder.path)
            #expect(run.exitCode == 0, "\(run.errors)")
        }
        try folder.write("debugger;\n", to: "web/a.js")
        let entry: JSONValue = [
            "path": "web/a.js", "rule": "debug/debugger-statement", "identity": .string(try identity()),
        ]
        try folder.write(JSONValue.object(["dismissals": [entry]]).serialized, to: ".codeforge/dismissals.json")
        try git("init", "-q")
        try git("add", "web", ".codeforge")
        try git("commit", "-qm", "one")
        try git("mv", "web/a.js", "web/b.js")
        #expect(try review().output == "No findings in 1 file, 1 line; 1 dismissed (--all shows it).\n")
        try git("commit", "-qm", "two")
        #expect(try review().exitCode == 0)
        // Another file with the same text is none that was dismissed.
        try folder.write("debugger;\n", to: "web/c.js")
        #expect(try review().exitCode == 1)
    }

    @Test func `without a project there is nothing to save`() throws {
        let none = try review("--save-dismissals")
        #expect(none.errors.contains("There is no database at"))
        #expect(none.exitCode == 2)
    }
}
