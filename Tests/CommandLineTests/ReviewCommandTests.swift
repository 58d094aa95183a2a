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
            "No findings in 3 files, 3 lines; only secrets were looked for in 1 of a language without rules (a.lua).\n"
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
        #expect(named.errors == "error: program was not reviewed: binary\n")
        #expect(named.exitCode == 2)
        #expect(walked.exitCode == 0)
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
        #expect(run.errors.contains("'review.minSeverity' is not a setting"))
        #expect(run.exitCode == 0)
    }

    @Test func `a setting hides the findings of a family of rules`() throws {
        try folder.write("debugger;\nif (a == NaN) { b(); }\n", to: "a.js")
        try folder.write(#"{"review.disabledRules": ["debug/*"]}"#, to: ".codeforge/config.json")
        let run = try review()
        #expect(!run.output.contains("debug/debugger-statement"))
        #expect(run.output.contains("correctness/nan-comparison"))
    }

    @Test func `settings decide what is reviewed at all, and the report says what was not`() throws {
        try folder.write("debugger;\n", to: "a.js")
        try folder.write("debugger;\n//\(String(repeating: " ", count: 100))\n", to: "b.js")
        try folder.write(#"{"review": {"maxFileBytes": 100}}"#, to: ".codeforge/config.json")
        let short = try review()
        #expect(short.output.hasSuffix("Found 1 warning in 1 file, 1 line; skipped 1 too large.\n"))
        #expect(try review("b.js").errors == "error: b.js was not reviewed: 113 bytes, more than the limit of 100\n")

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

    private static let formats = ["text", "json", "sarif", "github", "junit"]

    @Test func `a file whose name holds what steers a terminal is reviewed as any other`() throws {
        let names = [
            "line\nbreak.js", "tab\tin.js", "steered\u{1B}[2J.js", "turned\u{202E}sj.js", "back\\slash.js",
            "folder\nwith/inner.js",
        ]
        for name in names { try folder.write("debugger;\n", to: name) }
        try folder.write("debugger;\n", to: "real.js")
        for format in Self.formats {
            let run = try review("--format", format)
            #expect(run.exitCode == 1)
            for sign in ["\u{1B}", "\u{202E}"] { #expect(!run.output.contains(sign) && !run.errors.contains(sign)) }
            let count = run.output.split(separator: "debug/debugger-statement").count - 1
            // Some formats name the rule in more than one place.
            #expect(count >= 7, "\(format): \(run.output)")
        }
    }

    @Test func `of a changed file with an odd name the changed lines are reviewed`() throws {
        func git(_ arguments: String...) throws {
            _ = try CommandRun(
                "/usr/bin/env", ["git", "-c", "user.name=a", "-c", "user.email=a@b"] + arguments, in: folder.path)
        }
        try git("init", "-q")
        try folder.write("let a = 1;\ndebugger;\n", to: "odd\n\u{202E}.js")
        try git("add", "-A")
        try git("commit", "-q", "-m", "one")
        #expect(try review("--diff", "HEAD").exitCode == 0)
        try folder.write("let a = 1;\ndebugger;\neval(location.hash);\n", to: "odd\n\u{202E}.js")
        try folder.write("debugger;\n", to: "new\tfile.js")
        for format in ["github", "junit"] {
            let run = try review("--diff", "HEAD", "--format", format)
            #expect(run.exitCode == 1 && run.output.contains("new"), "\(run.output)")
            #expect(run.output.contains("eval") && run.output.contains("odd"), "\(run.output)")
        }
    }

    @Test func `a named file that was not looked at is told of in every format, and ends with 2`() throws {
        try Data([0x7F, 0x45, 0x4C, 0x46, 0, 0, 1]).write(to: URL(filePath: folder.path + "/program"))
        try folder.write("", to: "huge.js")
        #expect(truncate("\(folder.path)/huge.js", 200 << 20) == 0)
        mkfifo(folder.path + "/pipe.py", 0o600)
        try folder.write("x = 1\n", to: "fine.py")
        for name in ["program", "huge.js", "pipe.py", "/dev/null", "missing.py"] {
            for format in Self.formats {
                let run = try review(name, "fine.py", "--format", format)
                #expect(run.exitCode == 2, "\(name) \(format)")
                #expect(run.errors.contains("error: \(name)"), "\(run.errors)")
                if format != "text" {
                    #expect(run.output.contains(name), "\(name) \(format): \(run.output)")
                    #expect(run.output.lowercased().contains("error"), "\(name) \(format)")
                }
            }
        }
        let piped = try review("-", "--stdin-path", "a.py", input: "\0\0\0\u{1}")
        #expect(piped.exitCode == 2 && piped.errors.contains("a.py was not reviewed: binary"))
    }

    @Test func `one NUL hides no code, and a file of code that is none is told of`() throws {
        try folder.write("const a = 1; \0\ndebugger;\n" + String(repeating: "f();\n", count: 20), to: "nul.js")
        let run = try review()
        #expect(run.output.hasPrefix("nul.js:2:1: warning"), "\(run.output)")
        #expect(run.errors == "note: nul.js holds NULs, which were read as spaces\n")
        for format in ["github", "junit"] {
            #expect(try review("--format", format).output.contains("holds NULs"))
        }
        try FileManager.default.removeItem(atPath: folder.path + "/nul.js")
        // A picture is nobody's code; a file called as code, whose bytes are none, may be anything.
        try Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0xFF, 0xD8]).write(
            to: URL(filePath: folder.path + "/logo.png"))
        let picture = try review()
        #expect(picture.exitCode == 0 && picture.output.contains("skipped 1 binary"))
        #expect(try review("--format", "github").output == "::notice title=codeforge::Not reviewed: 1 binary.\n")
        #expect(try review("--format", "junit").output.contains("Not reviewed: 1 binary."))
        try Data((0..<200).map { UInt8($0) }).write(to: URL(filePath: folder.path + "/packed.py"))
        for format in Self.formats {
            let packed = try review("--format", format)
            #expect(packed.exitCode == 2 && packed.errors.contains("error: packed.py was not reviewed: binary\n"))
            #expect(format == "text" || packed.output.contains("packed.py"))
        }
    }

    @Test func `a name that is no text is told of in every format`() throws {
        let name = Array("\(folder.path)/odd".utf8CString.dropLast()) + [CChar(bitPattern: 0xFF), 0x2E, 0x6A, 0x73, 0]
        let file = fopen(name, "w")
        #expect(file != nil)
        fclose(file)
        for format in Self.formats {
            let run = try review("--format", format)
            #expect(run.exitCode == 2 && run.errors.contains("its name is not UTF-8"), "\(format)")
            #expect(format == "text" || run.output.contains("odd"), "\(format)")
        }
    }

    @Test func `special files and links in folders are passed over`() throws {
        try folder.write("debugger;\n", to: "real.js")
        mkfifo(folder.path + "/pipe.js", 0o600)
        symlink("real.js", folder.path + "/link.js")
        symlink(".", folder.path + "/loop")
        #expect(try review().output.contains("Found 1 warning in 1 file"))
    }
}
