import Foundation
import JSON
import TestSupport
import Testing

/// `codeforge review --fix`.
@Suite struct ReviewFixTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func fix(_ arguments: String...) throws -> CommandRun {
        try CommandRun.codeforge(["review", "--fix"] + arguments, in: folder)
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
    }

    private static let comparison = "if x == None or x == None:\n    eval(x)\n"

    @Test func `what can be repaired is, and what is left is reported`() throws {
        try folder.write(Self.comparison, to: "a.py")
        chmod(folder.path + "/a.py", 0o755)
        let run = try fix()
        #expect(try text("a.py") == "if x is None or x is None:\n    eval(x)\n")
        #expect(run.errors == "fixed: a.py: correctness/none-comparison (2)\n")
        #expect(run.output.contains("Found 1 critical in 1 file, 2 lines."))
        #expect(run.exitCode == 1)
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path + "/a.py")[.posixPermissions] as? Int
        #expect(mode == 0o755)
        let again = try fix()
        #expect(again.errors == "")
    }

    @Test func `JSON tells what was fixed`() throws {
        try folder.write("if x == None:\r\n    pass\r\n", to: "a.py")
        let json = try JSONValue(parsing: fix("--json").output)
        #expect(json["fixed"] == [["path": "a.py", "rule": "correctness/none-comparison", "count": 1]])
        #expect(json["findings"] == [])
        #expect(try text("a.py") == "if x is None:\r\n    pass\r\n")
    }

    @Test func `only what is reported is repaired`() throws {
        try folder.write(Self.comparison, to: "a.py")
        _ = try fix("--rule", "eval/*")
        #expect(try text("a.py") == Self.comparison)
        _ = try CommandRun.codeforge(["review", "--write-baseline", "known"], in: folder)
        _ = try fix("--baseline", "known")
        #expect(try text("a.py") == Self.comparison)
        try folder.write(#"{"review.disabledRules": ["correctness/none-comparison"]}"#, to: ".codeforge/config.json")
        _ = try fix()
        #expect(try text("a.py") == Self.comparison)
    }

    @Test func `with changed lines alone, those are repaired`() throws {
        func git(_ arguments: String...) throws {
            let run = try CommandRun(
                "/usr/bin/env", ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"] + arguments,
                in: folder.path, environment: ["GIT_CONFIG_GLOBAL": "/dev/null"])
            try #require(run.exitCode == 0, "\(run.errors)")
        }
        try git("init", "-q")
        try folder.write("one();\ndebugger;\n", to: "a.js")
        try git("add", ".")
        try git("commit", "-qm", "one")
        try folder.write("debugger;\none();\ndebugger;\ntwo();\ndebugger;\n", to: "a.js")
        let run = try fix("--diff", "HEAD")
        #expect(try text("a.js").split(separator: "\n").filter { $0.contains("debugger") }.count == 1)
        #expect(run.output.contains("1 on lines that did not change"))
    }

    @Test func `repositories below the named folder are repaired only when they are named`() throws {
        let comparison = "if x == None:\n    pass\n"
        for name in ["a.py", "sub/b.py", "sub/deep/c.py", "lib/module/d.py", "sub/inner/e.py"] {
            try folder.write(comparison, to: name)
        }
        // A checkout, a submodule, and a checkout in a checkout.
        try folder.write("ref: refs/heads/main\n", to: "sub/.git/HEAD")
        try folder.write("gitdir: ../../.git/modules/module\n", to: "lib/module/.git")
        try folder.write("ref: refs/heads/main\n", to: "sub/inner/.git/HEAD")
        let run = try fix()
        #expect(try text("a.py").contains("is None"))
        for name in ["sub/b.py", "sub/deep/c.py", "lib/module/d.py", "sub/inner/e.py"] {
            #expect(try text(name) == comparison, "\(name)")
        }
        #expect(run.errors.contains("note: lib/module is a repository of its own, so 1 file in it was not fixed."))
        #expect(run.errors.contains("note: sub is a repository of its own, so 3 files in it were not fixed. "))
        #expect(run.output.contains("sub/deep/c.py"), "what is left is reported")
        _ = try fix(".", "sub/deep")
        #expect(try text("sub/deep/c.py").contains("is None") && text("sub/b.py") == comparison)
        _ = try fix("sub")
        #expect(try text("sub/b.py").contains("is None") && text("sub/inner/e.py") == comparison)
        _ = try fix("sub/inner/e.py")
        #expect(try text("sub/inner/e.py").contains("is None") && text("lib/module/d.py") == comparison)
    }

    @Test func `a link that leads out of the repository is not written through`() throws {
        let elsewhere = try TemporaryFolder()
        try elsewhere.write(Self.comparison, to: "a.py")
        try folder.write("ref: refs/heads/main\n", to: ".git/HEAD")
        try folder.write(Self.comparison, to: "own.py")
        let files = FileManager.default
        try files.createSymbolicLink(atPath: folder.path + "/sym.py", withDestinationPath: elsewhere.path + "/a.py")
        try files.createSymbolicLink(atPath: folder.path + "/near.py", withDestinationPath: "own.py")
        let run = try fix("sym.py")
        #expect(run.errors.contains("note: sym.py was not fixed: it is a link to "), "\(run.errors)")
        #expect(try String(contentsOfFile: elsewhere.path + "/a.py", encoding: .utf8) == Self.comparison)
        #expect(run.output.contains("correctness/none-comparison"))
        _ = try fix("near.py")
        #expect(try text("own.py") != Self.comparison)
    }

    @Test func `a student's files stay as they are`() throws {
        try folder.write("# Student mode\n\nStudent mode is on.\n", to: "mine/.codeforge/student.md")
        for name in ["mine/a.py", "b.py"] { try folder.write("if x == None:\n    pass\n", to: name) }
        let run = try fix()
        #expect(run.errors.contains("note: mine/a.py was not fixed: its project is in student mode"))
        #expect(try text("mine/a.py").contains("== None"))
        #expect(try text("b.py").contains("is None"))
    }

    @Test func `a file that another program is writing stays as it is`() throws {
        try folder.write(Self.comparison, to: "a.py")
        let writer = open(folder.path + "/a.py", O_WRONLY)
        defer { close(writer) }
        let run = try fix()
        #expect(run.errors == "note: a.py was not fixed: it changed meanwhile, or another program is writing it\n")
        #expect(try text("a.py") == Self.comparison)
        #expect(run.output.contains("correctness/none-comparison"))
    }

    @Test func `text that is not UTF-8 is left, and so is standard input`() throws {
        let bytes = Array("# caf".utf8) + [0xE9] + Array("\nif x == None:\n    pass\n".utf8)
        try Data(bytes).write(to: URL(filePath: folder.path + "/a.py"))
        let run = try fix()
        #expect(run.errors.contains("note: a.py was not fixed: it is not UTF-8"))
        #expect(try Array(Data(contentsOf: URL(filePath: folder.path + "/a.py"))) == bytes)
        let piped = try fix("-")
        #expect(piped.errors.contains("--fix cannot repair standard input; name files."))
        #expect(piped.exitCode == 2)
    }
}
