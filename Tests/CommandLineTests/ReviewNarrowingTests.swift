import Foundation
import JSON
import TestSupport
import Testing

/// What `codeforge review` can be narrowed to: rules, what no earlier review found, lines that changed.
@Suite struct ReviewNarrowingTests {
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

    /// `path:line` of what a run reported.
    private func places(_ run: CommandRun) -> [String] {
        run.output.split(separator: "\n").dropLast().map { line in
            line.split(separator: ":").prefix(2).joined(separator: ":")
        }
    }

    private func git(_ arguments: String...) throws {
        let identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        let run = try CommandRun(
            "/usr/bin/env", ["git"] + identity + arguments, in: folder.path,
            environment: ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"])
        try #require(run.exitCode == 0, "\(run.errors)")
    }

    // MARK: - Rules and exit codes

    @Test func `only the named rules are reported, and never is an exit code of its own`() throws {
        try folder.write("eval(text)\nif x == None:\n    pass\n", to: "a.py")
        let named = try review("--rule", "correctness/*", "--rule", "sql/string-built-query")
        #expect(named.output.contains("Found 1 info in 1 file"))
        #expect(try review("--rule", "eval/*", "--fail-on", "never").exitCode == 0)
        #expect(try review("--rule", "eval/*").exitCode == 1)
    }

    @Test(arguments: [
        ("eval/python-evil", "No rule is called 'eval/python-evil'. Did you mean 'eval/python-eval'?"),
        ("q", "No rule is called 'q'. `codeforge rules` lists them all."),
        ("[", "No rule is called '['. `codeforge rules` lists them all."),
    ])
    func `a rule that nothing is called ends with 2`(name: String, message: String) throws {
        let run = try review("--rule", name)
        #expect(run.errors == "Error: \(message)\n")
        #expect(run.exitCode == 2)
    }

    @Test func `JUnit has a suite a file, and fails what counts for the exit code`() throws {
        try folder.write("eval(text)\nif x == None:\n    pass\n", to: "a & \"b\".py")
        try folder.write("x = 1\n", to: "c.py")
        let run = try review("--format", "junit", ".", "gone.py")
        #expect(run.exitCode == 2)
        let document = try XMLCheck.attributes(run.output)
        #expect(document.filter { $0.hasPrefix("testsuite ") }.count == 3)
        #expect(run.output.contains(#"<testsuites name="codeforge" tests="4" failures="1" errors="1" skipped="1""#))
        #expect(run.output.contains(#"<failure type="eval/python-eval""#))
        #expect(run.output.contains(#"<testcase name="review" classname="c.py" time="0"/>"#))
        let never = try review("--format", "junit", "--fail-on", "never")
        #expect(never.output.contains(#"failures="0" errors="0" skipped="2""#))
    }

    // MARK: - Baselines

    @Test(arguments: ["baseline", "json", "sarif"])
    func `what an earlier review found does not count, wherever its lines moved to`(kind: String) throws {
        try folder.write("debugger;\ndebugger;\n", to: "a b.js")
        let space = try TemporaryFolder()
        let file = space.path + "/known"
        if kind == "baseline" {
            #expect(try review("--write-baseline", file).exitCode == 0)
        } else {
            try review("--format", kind).output.write(toFile: file, atomically: true, encoding: .utf8)
        }
        let same = try review("--baseline", file)
        #expect(same.output == "No findings in 1 file, 2 lines; 2 in the baseline.\n")
        #expect(same.exitCode == 0)
        try folder.write("start();\n\n  debugger;\nend();\ndebugger;\ndebugger;\n", to: "a b.js")
        let more = try review("--baseline", file)
        #expect(places(more) == ["a b.js:6"])
        #expect(more.exitCode == 1)
        let json = try JSONValue(parsing: review("--baseline", file, "--json").output)
        #expect(json["summary"]?["baseline"] == 2)
    }

    @Test func `a baseline is a line a finding in a fixed order, and keeps its mode`() throws {
        try folder.write("debugger;\n", to: "b.js")
        try folder.write("debugger;\n", to: "a.js")
        _ = try review("--write-baseline", "known.json")
        let path = folder.path + "/known.json"
        chmod(path, 0o640)
        let first = try String(contentsOfFile: path, encoding: .utf8)
        #expect(
            first.split(separator: "\n").map { String($0.prefix(19)) }.dropFirst(2).prefix(2) == [
                #"    {"path":"a.js","#, #"    {"path":"b.js","#,
            ])
        _ = try review("--write-baseline", "known.json")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == first)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o640)
    }

    @Test(arguments: [
        ("{", "is not JSON"), ("[]", "is no baseline: it has neither 'findings' nor 'runs'"),
        (#"{"findings": [{"path": "a"}]}"#, "'findings[0]' has no 'path' or 'identity'"),
        (#"{"runs": [{"results": [{"ruleId": "x"}]}]}"#, "a result in it is none of CodeForge"),
    ])
    func `what is no baseline ends with 2 and says why`(text: String, message: String) throws {
        try folder.write(text, to: "known.json")
        let run = try review("--baseline", "known.json")
        #expect(run.errors.contains(message))
        #expect(run.exitCode == 2)
        #expect(try review("--baseline", "gone.json").errors.contains("cannot be read: No such file or directory"))
    }

    @Test(arguments: [
        #"{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "other"}}, "results": []}]}"#,
        #"{"version": "2.1.0", "runs": []}"#,
        #"{"findings": [{"path": "a", "rule": "b", "identity": "c", "note": "d"}]}"#,
        #"{"findings": [], "mine": 1}"#, "notes\n", "{", "[]", #"{"findings": ["a"]}"#,
    ])
    func `what no baseline of ours is, is not replaced by one`(text: String) throws {
        try folder.write("eval(text)\n", to: "a.py")
        try folder.write(text, to: "known.json")
        let run = try review("a.py", "--write-baseline", "known.json")
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("'known.json' is there and is no baseline that --write-baseline made"))
        #expect(try String(contentsOfFile: folder.path + "/known.json", encoding: .utf8) == text)
    }

    @Test func `a report is a baseline to read, not one to replace; a formatted baseline is both`() throws {
        try folder.write("eval(text)\n", to: "a.py")
        for format in ["json", "sarif"] {
            try folder.write(try review("a.py", "--format", format).output, to: "report")
            #expect(try review("a.py", "--baseline", "report").exitCode == 0)
            #expect(try review("a.py", "--write-baseline", "report").exitCode == 2)
        }
        #expect(try review("a.py", "--write-baseline", "known.json").exitCode == 0)
        let made = try String(contentsOfFile: folder.path + "/known.json", encoding: .utf8)
        try folder.write(try JSONValue(parsing: made).serialized, to: "known.json")
        #expect(try review("a.py", "--write-baseline", "known.json").exitCode == 0)
        #expect(try String(contentsOfFile: folder.path + "/known.json", encoding: .utf8) == made)
    }

    @Test func `a baseline of another folder is said to name nothing here`() throws {
        try folder.write("debugger;\n", to: "src/a.js")
        _ = try review("--write-baseline", "known.json")
        let run = try review("--baseline", "../known.json", at: "/src")
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("no file of the baseline was reviewed"))
    }

    // MARK: - Changes

    @Test func `only changed lines count, of renamed, odd and unfollowed files too`() throws {
        try git("init", "-q")
        let odd = "ö \"q\".js"
        try folder.write("debugger;\n", to: odd)
        try folder.write("debugger;\n++ b/kept.js\n", to: "kept.js")
        try folder.write("one();\ntwo();\nthree();\ndebugger;\n", to: "old.js")
        try folder.write("debugger;\n", to: "two words.js")
        try folder.write("*.js -diff\n", to: ".gitattributes")
        try git("add", ".")
        try git("commit", "-qm", "one")
        try git("mv", "old.js", "sub.js")
        try FileManager.default.createDirectory(atPath: folder.path + "/new", withIntermediateDirectories: true)
        try git("mv", "sub.js", "new/name.js")
        try folder.write("one();\ntwo();\nthree();\ndebugger;\ndebugger;\n", to: "new/name.js")
        try folder.write("debugger;\ndebugger;\n", to: "two words.js")
        try folder.write("debugger;\n+++ b/kept.js\n++ b/kept.js\n", to: "kept.js")
        try folder.write("debugger;\n", to: "new/other.js")
        try folder.write("debugger;\ndebugger;\n", to: odd)
        let run = try review("--diff", "HEAD")
        #expect(places(run) == ["new/name.js:5", "new/other.js:1", "two words.js:2", odd + ":2"])
        #expect(run.output.contains("; 4 on lines that did not change"))
        #expect(places(try review("--diff", "HEAD", at: "/new")) == ["name.js:5", "other.js:1"])
        #expect(
            places(try review("--diff", "HEAD", "..", at: "/new")) == [
                "../new/name.js:5", "../new/other.js:1", "../two words.js:2", "../\(odd):2",
            ])
    }

    @Test func `changes count from where the history left the base`() throws {
        try git("init", "-q", "-b", "main")
        try folder.write("start();\n", to: "a.js")
        try folder.write("start();\n", to: "b.js")
        try git("add", ".")
        try git("commit", "-qm", "one")
        try git("checkout", "-qb", "work")
        try folder.write("start();\ndebugger;\n", to: "a.js")
        try git("commit", "-qam", "two")
        try git("checkout", "-q", "main")
        try folder.write("debugger;\nstart();\n", to: "b.js")
        try git("commit", "-qam", "three")
        try git("checkout", "-q", "work")
        let run = try review("--diff", "main")
        #expect(places(run) == ["a.js:2"])
        #expect(run.exitCode == 1)
    }

    @Test func `what changed in a submodule counts as well`() throws {
        try git("init", "-q", "-b", "main")
        try folder.write("start();\n", to: "sub/a.js")
        try folder.write("start();\n", to: "sub/b.js")
        try git("-C", "sub", "init", "-q", "-b", "main")
        try git("-C", "sub", "add", ".")
        try git("-C", "sub", "commit", "-qm", "one")
        try git("-c", "advice.addEmbeddedRepo=false", "add", "sub")
        try git("commit", "-qm", "one")
        #expect(places(try review("--diff", "HEAD")) == [])
        try folder.write("start();\ndebugger;\n", to: "sub/a.js")
        try folder.write("debugger;\n", to: "sub/new.js")
        #expect(places(try review("--diff", "HEAD")) == ["sub/a.js:2", "sub/new.js:1"])
        // Committed there, and then here as well.
        try git("-C", "sub", "add", ".")
        try git("-C", "sub", "commit", "-qm", "two")
        #expect(places(try review("--diff", "HEAD", "sub")) == ["sub/a.js:2", "sub/new.js:1"])
        try git("commit", "-qam", "two")
        #expect(places(try review("--diff", "HEAD")) == [])
        #expect(places(try review("--diff", "HEAD~1")) == ["sub/a.js:2", "sub/new.js:1"])
    }

    @Test func `what git cannot compare with ends with 2 and says why`() throws {
        let none = try review("--diff", "HEAD")
        #expect(none.errors.contains("--diff needs a git repository, and this folder is in none"))
        #expect(none.exitCode == 2)
        try git("init", "-q")
        for base in ["gone", "--output=x"] {
            let run = try review("--diff=\(base)")
            #expect(run.errors.contains("'\(base)' is no commit of this repository"))
            #expect(run.exitCode == 2)
        }
        let missing = try CommandRun(
            BuiltProgram.codeforge, ["review", "--diff", "HEAD"], in: folder.path, environment: ["PATH": "/nowhere"])
        #expect(missing.errors.contains("--diff needs git"))
    }

    @Test func `a repository's settings start no program`() throws {
        try git("init", "-q")
        try folder.write("start();\n", to: "a.js")
        try folder.write("*.js diff=trap\n", to: ".gitattributes")
        try git("add", ".")
        try git("commit", "-qm", "one")
        for (key, value) in [
            ("diff.external", "touch trapped"), ("diff.trap.textconv", "touch trapped;cat"),
            ("diff.trap.command", "touch trapped"), ("core.fsmonitor", "touch trapped"), ("diff.noprefix", "true"),
            ("color.ui", "always"), ("diff.interHunkContext", "9"),
        ] { try git("config", key, value) }
        try folder.write("start();\ndebugger;\n", to: "a.js")
        #expect(places(try review("--diff", "HEAD")) == ["a.js:2"])
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/trapped"))
    }
}

/// A look at XML that fails where it is not well-formed.
private enum XMLCheck {
    /// Each element with its attributes as they stand.
    static func attributes(_ text: String) throws -> [String] {
        let tags = text.matches(of: /<(\/?)([^<>?]+?)(\/?)>/)
        var open: [Substring] = []
        for tag in tags {
            let name = tag.2.prefix { $0 != " " }
            if tag.1 == "/" {
                try #require(open.popLast() == name)
            } else if tag.3.isEmpty {
                open.append(name)
            }
        }
        #expect(open.isEmpty)
        return tags.filter { $0.1.isEmpty }.map { String($0.2) }
    }
}
