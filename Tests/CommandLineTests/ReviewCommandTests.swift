import Foundation
import TestSupport
import Testing

@Suite struct ReviewCommandTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func review(_ arguments: String..., input: String = "") throws -> CommandRun {
        try CommandRun.codeforge(["review"] + arguments, in: folder, input: Array(input.utf8))
    }

    @Test func `each finding is one line, by path and place, with a summary after them`() throws {
        try folder.write("start();\n  debugger;\ndebugger;\n", to: "web/b.js")
        try folder.write("x = 1\neval(text)\n", to: "a.py")
        let run = try review()
        #expect(
            run.output == """
                a.py:2:1: critical eval/python-eval eval runs whatever its argument says; with data from outside that \
                is anybody's code.
                web/b.js:2:3: warning debug/debugger-statement A debugger statement stops every browser that has its \
                tools open.
                web/b.js:3:1: warning debug/debugger-statement A debugger statement stops every browser that has its \
                tools open.
                Found 1 critical, 2 warnings in 2 files, 5 lines.

                """)
        #expect(run.errors == "")
        #expect(run.exitCode == 1)
    }

    @Test(arguments: [("critical", Int32(0)), ("warning", 1), ("info", 1)])
    func `the exit code is 1 from the level of --fail-on on`(level: String, expected: Int32) throws {
        try folder.write("debugger;\n", to: "a.js")
        #expect(try review("--fail-on", level).exitCode == expected)
    }

    @Test func `nothing found ends with 0`() throws {
        try folder.write("start();\n", to: "a.js")
        let run = try review("a.js")
        #expect(run.output == "No findings in 1 file, 1 line.\n")
        #expect(run.exitCode == 0)
    }

    @Test func `a path that does not exist ends with 2, and the others are still reviewed`() throws {
        try folder.write("debugger;\n", to: "a.js")
        let run = try review("a.js", "missing.js")
        #expect(run.output.hasPrefix("a.js:1:1: warning"))
        #expect(run.errors == "error: missing.js: No such file or directory\n")
        #expect(run.exitCode == 2)
    }

    @Test func `a report that cannot be written ends with 2, not as if nothing had been found`() throws {
        try folder.write("start();\n", to: "a.js")
        let run = try CommandRun(
            "/bin/sh", ["-c", "exec \(BuiltProgram.codeforge) review >/dev/full"], in: folder.path)
        #expect(run.errors == "Error: Standard output cannot be written: No space left on device.\n")
        #expect(run.exitCode == 2)
    }

    @Test func `a wrong option ends with 2`() throws {
        let run = try review("--format", "xml")
        #expect(run.output == "")
        #expect(run.errors.contains("'xml' is invalid"))
        #expect(run.exitCode == 2)
    }

    @Test func `of standard input of which nobody says what it is only secrets are looked for, which is said`() throws {
        let run = try review("-", input: "eval(text)\n")
        #expect(run.errors.contains("note: only secrets were looked for in stdin: its language is not known"))
        #expect(try review("-", input: "#!/usr/bin/env python3\neval(text)\n").exitCode == 1)
        for arguments in [["--json", "--format", "sarif"], ["--write-baseline", "-"], [""]] {
            #expect(try CommandRun.codeforge(["review"] + arguments, in: folder).exitCode == 2, "\(arguments)")
        }
    }

    @Test func `standard input is reviewed as the language of its path`() throws {
        let run = try review("-", "--stdin-path", "src/app.py", input: "eval(text)\n")
        #expect(run.output.hasPrefix("src/app.py:1:1: critical eval/python-eval"))
        #expect(run.exitCode == 1)
        #expect(try review("-", input: "eval(text)\n").exitCode == 0)
    }

    @Test func `ignore files, installed packages and compressed code are passed over unless asked for`() throws {
        try folder.write("debugger;\n", to: "kept.js")
        for name in ["out/a.js", "node_modules/p/a.js", "lib.min.js", "mine.js"] {
            try folder.write("debugger;\n", to: name)
        }
        try folder.write("out/\n", to: ".gitignore")
        try folder.write("mine.js\n", to: ".codeforgeignore")
        #expect(try review().output.contains("Found 1 warning in 3 files, 3 lines."))
        #expect(try review("mine.js").exitCode == 1)
        #expect(try review("--no-ignore").output.contains("Found 5 warnings"))
    }

    @Test func `what is code of a language without rules is told`() throws {
        try folder.write("system(x)\n", to: "a.lua")
        try folder.write("read me\n", to: "a.txt")
        try folder.write("x = 1\n", to: "b.py")
        let expected =
            "No findings in 3 files, 3 lines; only secrets were looked for in 1 of a language without rules.\n"
        #expect(try review().output == expected)
    }

    @Test func `a file that is named twice is reported once`() throws {
        try folder.write("debugger;\n", to: "src/a.js")
        #expect(try review("src", "./src/a.js", "src/").output.contains("Found 1 warning in 1 file"))
    }

    @Test func `binary and large files are counted, and named where the user named them`() throws {
        try Data([0x7F, 0x45, 0x4C, 0x46, 0, 0, 1]).write(to: URL(filePath: folder.path + "/program"))
        try folder.write(String(repeating: "x = 1\n", count: 200_000), to: "large.py")
        let walked = try review()
        #expect(walked.output == "No findings in 0 files, 0 lines; skipped 1 binary, 1 too large.\n")
        #expect(walked.errors == "")
        let named = try review("program", "large.py")
        #expect(named.output == "No findings in 1 file, 200000 lines; skipped 1 binary.\n")
        #expect(named.errors == "note: program was not reviewed: binary\n")
        #expect(named.exitCode == 0)
    }

    @Test func `text that is not UTF-8 is reviewed, and said to be so`() throws {
        try Data(Array("s = \"caf".utf8) + [0xE9] + Array("\"; eval(text)\n".utf8))
            .write(to: URL(filePath: folder.path + "/latin1.py"))
        let run = try review()
        #expect(run.output.hasPrefix("latin1.py:1:13: critical"))
        #expect(run.errors == "note: latin1.py is not UTF-8; bytes that are no character were read as U+FFFD\n")
    }

    @Test func `columns count code points, not bytes`() throws {
        try folder.write("😀 = \"é\"; eval(s)\n", to: "a.py")
        #expect(try review().output.hasPrefix("a.py:1:10: critical"))
    }

    @Test func `a file's name and text cannot steer the terminal`() throws {
        try folder.write("debugger;\n", to: "a\u{1B}[2Jb.js")
        let run = try review()
        #expect(!run.output.contains("\u{1B}"))
    }

    @Test func `settings files hide findings, and their mistakes are told`() throws {
        try folder.write("debugger;\n", to: "a.js")
        try folder.write(
            #"{"review": {"disabledRules": ["debug/debugger-statement"]}, "review.minSeverity": "info"}"#,
            to: ".codeforge/config.json")
        let run = try review()
        #expect(run.output == "No findings in 1 file, 1 line.\n")
        #expect(run.errors.contains("'codeforge.review.minSeverity' is not a setting"))
        #expect(run.exitCode == 0)
    }

    @Test func `settings decide what is reviewed at all, and the report says what was not`() throws {
        try folder.write("debugger;\n", to: "a.js")
        try folder.write("debugger;\n//\(String(repeating: " ", count: 100))\n", to: "b.js")
        try folder.write(#"{"review": {"maxFileBytes": 100}}"#, to: ".codeforge/config.json")
        let short = try review()
        #expect(short.output.hasSuffix("Found 1 warning in 1 file, 1 line; skipped 1 too large.\n"))
        #expect(try review("b.js").errors == "note: b.js was not reviewed: 113 bytes, more than the limit of 100\n")

        try folder.write(#"{"review": {"enabled": false}}"#, to: ".codeforge/config.json")
        let off = try review()
        #expect(off.output == "No findings in 0 files, 0 lines; skipped 2 because 'review.enabled' is false.\n")
        #expect(off.exitCode == 0)
        let named = try review("a.js", "-", "--stdin-path", "c.js", input: "debugger;\n")
        #expect(named.output == off.output)
        #expect(named.errors == "note: a.js was not reviewed: the setting 'review.enabled' is false\n")
    }

    @Test func `the result is the same however the threads run`() throws {
        for index in 0..<200 { try folder.write("debugger;\n", to: "f\(index % 7)/\(index).js") }
        let first = try review().output
        #expect(first.split(separator: "\n").count == 201)
        for _ in 0..<3 { #expect(try review().output == first) }
    }

    @Test func `a file whose name no report could show is told of, and the others are reviewed`() throws {
        try folder.write("debugger;\n", to: "real.js")
        try folder.write("debugger;\n", to: "steered\u{1B}[2J.js")
        let run = try review()
        #expect(run.output.contains("Found 1 warning in 1 file, 1 line; skipped 1 with an unusable name."))
        #expect(run.errors.contains("its name has control characters"))
        #expect(!run.errors.contains("\u{1B}"))
        #expect(run.exitCode == 1)
    }

    @Test func `special files and links in folders are passed over`() throws {
        try folder.write("debugger;\n", to: "real.js")
        mkfifo(folder.path + "/pipe.js", 0o600)
        symlink("real.js", folder.path + "/link.js")
        symlink(".", folder.path + "/loop")
        #expect(try review().output.contains("Found 1 warning in 1 file"))
    }
}
