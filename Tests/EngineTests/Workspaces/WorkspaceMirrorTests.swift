import Foundation
import Models
import SQLiteStorage
import Storage
import Testing

@testable import Engine

@Suite struct WorkspaceMirrorTests {
    typealias Row = MirrorFixture.Row

    @Test func `the first look mirrors text and leaves the rest`() async throws {
        let files = try TemporaryFolder()
        try files.write("src/page.tsx", "export {}\n")
        try files.write("empty.txt", "")
        try files.write("é ü.md", "# ü\n")
        try files.write(".gitignore", "ignored\n")
        try files.write("ignored/x.ts", "x")
        try files.write("image.png", Data([0x89, 0x50, 0, 1, 2]))
        try files.write("latin1.txt", Data([0x66, 0xFC, 0x72]))
        try files.write("late.bin", Data(repeating: 0x61, count: 9000) + [0])
        try files.write("early.bin", Data([0x61, 0]) + Data(repeating: 0x61, count: 90_000))
        try files.write("big.txt", Data(repeating: 0x61, count: 1 << 20 + 1))
        try files.write("atlimit.txt", Data(repeating: 0x61, count: 1 << 20))
        try files.write(".env", "A=1")
        try files.write("sub/.env.production", "A=1")
        try files.write("deploy/id_rsa", "x")
        try files.write("server.PEM", "x")
        try files.write("odd.txt", "-----BEGIN OPENSSH PRIVATE KEY-----\nabc\n")
        try files.write("second.txt", "a -----BEGIN PRIVATE KEY-----\n\t-----BEGIN PGP PRIVATE KEY BLOCK-----\nabc\n")
        try files.write("about-keys.ts", "const header = '-----BEGIN PRIVATE KEY-----'\n")
        try files.write(".git/config", "x")
        try files.write(".codeforge/notes.md", "x")
        let fixture = try await MirrorFixture(files: files)
        await fixture.mirror.settle()

        let rows = try await fixture.rows()
        #expect(
            rows.keys.sorted() == [
                ".gitignore", "about-keys.ts", "atlimit.txt", "empty.txt", "src/page.tsx", "é ü.md",
            ])
        #expect(rows["src/page.tsx"] == Row(1, "export {}\n"))
        #expect(rows["empty.txt"] == Row(1, ""))
        #expect(try await fixture.row("src/page.tsx").info.language == "typescript")
        #expect(fixture.summaries.map(\.added) == [6])
    }

    @Test func `a saved change is the next version, and a save without a change is none`() async throws {
        let fixture = try await MirrorFixture()
        try fixture.files.write("a.txt", "one")
        try await fixture.changed("a.txt")
        try fixture.files.write("a.txt", "two!")
        try await fixture.changed("a.txt")
        try fixture.files.write("a.txt", "two!")
        try await fixture.changed("a.txt")
        #expect(try await fixture.rows() == ["a.txt": Row(2, "two!")])
    }

    /// The paths where a finding is dismissed.
    private func dismissed(_ identity: String, in fixture: MirrorFixture) async throws -> [String] {
        try await fixture.application.dismissedFindings(in: fixture.project)
            .filter { $0.identity == identity }.compactMap { $0.path?.text }.sorted()
    }

    @Test(arguments: [
        "told at once", "told one after the other", "the new one told first", "only the old one told", "seen at a look",
        "with its folder", "and edited", "and edited, told one after the other", "and edited, the new one told first",
        "and edited, only the old one told",
    ])
    func `what was dismissed in a file stays so when the file gets another name`(how: String) async throws {
        let fixture = try await MirrorFixture()
        try fixture.files.write("src/a.py", "eval(x)\n")
        try fixture.files.write("b.py", "eval(x)  # b\n")
        await fixture.lookAgain()
        for path in ["src/a.py", "b.py"] {
            try await fixture.application.dismiss(
                "one", of: "eval/python-eval", in: fixture.project, at: ProjectPath(validating: path))
        }
        let new = how == "with its folder" ? "lib/a.py" : "src/c.py"
        if how == "with its folder" {
            try fixture.files.move("src", to: "lib")
            try await fixture.changed("src", "lib")
        } else {
            try fixture.files.move("src/a.py", to: new)
            if how.hasPrefix("and edited") {
                try run("/bin/sh", ["-c", "echo '# more' >> \(fixture.files.path(new))"])
            }
            switch how.replacing("and edited, ", with: "") {
            case "told one after the other":
                try await fixture.changed("src/a.py")
                try await fixture.changed(new)
            case "the new one told first":
                try await fixture.changed(new)
                try await fixture.changed("src/a.py")
            case "only the old one told": try await fixture.changed("src/a.py")
            case "seen at a look": await fixture.lookAgain()
            default: try await fixture.changed("src/a.py", new)
            }
        }
        // At once, or with the look that follows where a file is gone.
        try await fixture.until { try await dismissed("one", in: fixture) == ["b.py", new].sorted() }
    }

    @Test func `a copy, and another file in the place of one that went, have nothing dismissed`() async throws {
        let fixture = try await MirrorFixture()
        try fixture.files.write("a.py", "eval(x)\n")
        await fixture.lookAgain()
        try await fixture.application.dismiss(
            "one", of: "eval/python-eval", in: fixture.project, at: ProjectPath(validating: "a.py"))
        try fixture.files.write("copy.py", "eval(x)\n")
        try await fixture.changed("copy.py")
        #expect(try await dismissed("one", in: fixture) == ["a.py"])
        try fixture.files.write("other.py", "eval(y)\n")
        try fixture.files.remove("a.py")
        try await fixture.changed("a.py", "other.py")
        #expect(try await dismissed("one", in: fixture) == ["a.py"])
    }

    @Test func `two saves of the same length at the same moment are two contents`() async throws {
        let fixture = try await MirrorFixture()
        for number in 0..<30 {
            try fixture.files.write("a.txt", "content \(number % 10)")
            try await fixture.changed("a.txt")
        }
        #expect(try await fixture.rows() == ["a.txt": Row(30, "content 9")])
    }

    @Test func `two names that look the same are two files`() async throws {
        let fixture = try await MirrorFixture()
        let (composed, decomposed) = ("\u{E9}.ts", "e\u{301}.ts")
        try fixture.files.write(composed, "composed")
        try fixture.files.write(decomposed, "decomposed")
        await fixture.lookAgain()
        try fixture.files.write(composed, "composed, edited")
        try fixture.files.remove(decomposed)
        await fixture.lookAgain()

        let rows = try await fixture.application.store.files(in: fixture.project, as: fixture.application.caller)
        #expect(rows.map { Array($0.path.text.utf8) } == [Array(composed.utf8)])
        #expect(rows.map(\.version) == [2])
    }

    @Test func `a file that is moved aside while it is saved keeps its row`() async throws {
        let fixture = try await MirrorFixture()
        try fixture.files.write("a.txt", "one")
        try await fixture.changed("a.txt")
        let id = try await fixture.row("a.txt").id

        // As an editor saves: the old file becomes the backup, and the new one takes a moment.
        try fixture.files.move("a.txt", to: "a.txt~")
        fixture.mirror.filesChanged([try ProjectPath(validating: "a.txt")])
        try fixture.files.write("a.txt", "two")
        await fixture.mirror.settle()
        try fixture.files.remove("a.txt~")
        await fixture.lookAgain()

        #expect(try await fixture.rows() == ["a.txt": Row(2, "two")])
        #expect(try await fixture.row("a.txt").id == id)
    }

    @Test func `that nothing is kept is told once`() async throws {
        let fixture = try await MirrorFixture()
        try fixture.files.write("a.txt", "one")
        try await fixture.changed("a.txt")
        (fixture.application.store as? SQLiteStore)?.close()
        for name in ["a.txt", "b.txt"] {
            try fixture.files.write(name, "two")
            try await fixture.changed(name)
        }
        #expect(fixture.stops == ["The database was closed."])
        #expect(fixture.reported.contains(.stopped("The database was closed.", isLasting: true)))
    }

    @Test func `deleted files and folders lose their rows`() async throws {
        let fixture = try await MirrorFixture()
        for name in ["a", "d/b", "d/e/c", "dd"] { try fixture.files.write(name, name) }
        await fixture.lookAgain()
        #expect(try await fixture.rows().count == 4)

        try fixture.files.remove("a")
        try fixture.files.remove("d")
        try await fixture.changed("a", "d")
        #expect(try await fixture.rows().keys.sorted() == ["dd"])
    }

    @Test func `a renamed file keeps its row`() async throws {
        let fixture = try await MirrorFixture()
        try fixture.files.write("old.ts", "let a = 1\n")
        try await fixture.changed("old.ts")
        let id = try await fixture.row("old.ts").id

        try fixture.files.move("old.ts", to: "sub/new.ts")
        try await fixture.changed("old.ts", "sub/new.ts")

        let row = try await fixture.row("sub/new.ts")
        #expect(row.id == id)
        #expect(row.version == 2)
        #expect(try await fixture.rows().count == 1)
    }

    @Test func `a folder renamed while nobody looked keeps its rows, edited or copied`() async throws {
        let files = try TemporaryFolder()
        let data = try TemporaryFolder()
        var ids: [String: RowID] = [:]
        do {
            let fixture = try await MirrorFixture(files: files, data: data)
            for name in ["a.ts", "b.ts", "c.ts"] {
                try files.write("old/\(name)", "content of \(name)\n")
            }
            await fixture.lookAgain()
            for name in ["a.ts", "b.ts", "c.ts"] { ids[name] = try await fixture.row("old/\(name)").id }
            await fixture.stop()
        }
        try files.move("old", to: "new")
        try files.write("new/c.ts", "copied: a new inode\n")
        try files.remove("new/b.ts")
        try files.write("new/b.ts", "content of b.ts\n")
        let handle = try #require(FileHandle(forWritingAtPath: files.path("new/a.ts")))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data("edited in place\n".utf8))
        try handle.close()

        let fixture = try await MirrorFixture(files: files, data: data)
        await fixture.mirror.settle()

        #expect(try await fixture.row("new/a.ts").id == ids["a.ts"])
        #expect(try await fixture.row("new/a.ts").content == "content of a.ts\nedited in place\n")
        #expect(try await fixture.row("new/b.ts").id == ids["b.ts"])
        #expect(try await fixture.rows().keys.sorted() == ["new/a.ts", "new/b.ts", "new/c.ts"])
    }

    @Test func `a file that becomes ignored, secret or binary loses its row and stays on the disk`() async throws {
        let fixture = try await MirrorFixture()
        for name in ["a.txt", "b.txt", "c.txt"] { try fixture.files.write(name, name) }
        await fixture.lookAgain()

        try fixture.files.write(".gitignore", "a.txt\n")
        try fixture.files.write("b.txt", Data([0, 1, 2]))
        try fixture.files.move("c.txt", to: "c.pem")
        try await fixture.changed(".gitignore", "b.txt", "c.txt", "c.pem")

        #expect(try await fixture.rows().keys.sorted() == [".gitignore"])
        #expect(fixture.files.read("a.txt") == "a.txt")
        #expect(fixture.files.read("c.pem") == "c.txt")
    }

    @Test func `nothing is written when nothing changed`() async throws {
        let files = try TemporaryFolder()
        let data = try TemporaryFolder()
        for number in 0..<50 { try files.write("d\(number % 5)/f\(number).txt", "\(number)") }
        let first = try await MirrorFixture(files: files, data: data)
        await first.mirror.settle()
        let before = try await first.rows()

        let second = try await MirrorFixture(files: files, data: data)
        await second.mirror.settle()

        #expect(try await second.rows() == before)
        #expect(second.summaries.map(\.added) == [0])
        #expect(second.summaries.map(\.files) == [50])
        #expect(second.mirror.workspace == first.mirror.workspace)
    }

    @Test func `a folder that cannot be read loses nothing`() async throws {
        let files = try TemporaryFolder()
        let data = try TemporaryFolder()
        try files.write("a.txt", "a")
        let first = try await MirrorFixture(files: files, data: data)
        await first.mirror.settle()

        try FileManager.default.moveItem(atPath: files.path, toPath: files.path + "-away")
        await first.lookAgain()
        #expect(try await first.rows() == ["a.txt": Row(1, "a")])
        #expect(first.stops == ["The folder \(files.path) cannot be read: No such file or directory."])
        #expect(first.folder.presence(of: "a.txt") == .unknown)
        try FileManager.default.moveItem(atPath: files.path + "-away", toPath: files.path)
        try files.write("b.txt", "b")
        // Nobody tells that the folder is there again.
        try await first.until { try await first.rows().count == 2 }
        #expect(try await first.rows() == ["a.txt": Row(1, "a"), "b.txt": Row(1, "b")])
    }

    @Test func `beyond the limit files are left out, and it is said once`() async throws {
        let files = try TemporaryFolder()
        for number in 0..<30 { try files.write("f\(number)", "x\(number)") }
        var limits = MirrorLimits()
        limits.files = 20
        let fixture = try await MirrorFixture(files: files, limits: limits)
        await fixture.lookAgain()
        await fixture.lookAgain()

        #expect(try await fixture.rows().count == 20)
        #expect(fixture.notices.count == 1)
        #expect(fixture.notices.first?.contains("20 files") == true)
    }
}
