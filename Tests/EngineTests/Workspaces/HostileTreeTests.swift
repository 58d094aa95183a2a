import Foundation
import Glibc
import Models
import Testing

@testable import Engine

/// Folders that were made to harm.
///
/// These tests may run as root, whom no permission stops; what needs an unreadable folder asks for that first.
@Suite struct HostileTreeTests {
    @Test(.timeLimit(.minutes(5)))
    func `FIFOs, sockets, devices and links are passed over without being opened`() async throws {
        let outside = try TemporaryFolder()
        try outside.write("secret.txt", "secret")
        let files = try TemporaryFolder()
        try files.write("good.txt", "good")
        #expect(mkfifo(files.path("pipe.txt"), 0o666) == 0)
        #expect(mkfifo(files.path(".gitignore"), 0o666) == 0, "an ignore file that would block whoever opens it")
        try files.link("loop", to: ".")
        try files.link("up", to: "..")
        try files.link("self", to: "self")
        try files.link("leaving", to: outside.path)
        try files.link("leaving.txt", to: outside.path("secret.txt"))
        try files.link("dangling.txt", to: "nowhere")
        try files.link(".codeforgeignore", to: outside.path("secret.txt"))
        if geteuid() == 0 { #expect(mknod(files.path("device.txt"), S_IFCHR | 0o666, dev_t(0x501)) == 0) }
        let fixture = try await MirrorFixture(files: files)
        try await fixture.changed("pipe.txt", "loop/good.txt", "leaving/secret.txt", "leaving.txt", "self", "up")

        #expect(try await fixture.rows() == ["good.txt": .init(1, "good")])
    }

    @Test func `names that are no paths are left out and reported`() async throws {
        let files = try TemporaryFolder()
        try files.write("good.txt", "good")
        for name: [CChar] in [
            [0x66, -1, -2, 0], [0x61, 0x0A, 0x62, 0], [0x61, 0x5C, 0x62, 0], [0x1B, 0x5B, 0x6D, 0],
        ] {
            let path = Array(files.path.utf8CString.dropLast()) + [0x2F] + name
            let descriptor = open(path, O_CREAT | O_WRONLY, 0o644)
            #expect(descriptor >= 0)
            close(descriptor)
        }
        try files.write(String(repeating: "n", count: 255), "longest name")
        let fixture = try await MirrorFixture(files: files)
        await fixture.mirror.settle()

        #expect(try await fixture.rows().count == 2)
        let skipped = try #require(fixture.summaries.first?.report.skipped[.unusableName])
        #expect(skipped.count == 4)
        #expect(
            fixture.reported.contains {
                if case .log(let text, true) = $0 { text.contains("no valid path") } else { false }
            })
    }

    @Test func `a tree deeper than the limit ends at it`() async throws {
        let files = try TemporaryFolder()
        var folder = try OpenFile.folder(at: files.path)
        for _ in 0..<3000 {
            #expect(mkdirat(folder.descriptor, "d", 0o755) == 0)
            folder = try folder.folder(named: "d")
        }
        try files.write("good.txt", "good")
        let fixture = try await MirrorFixture(files: files)
        await fixture.mirror.settle()

        #expect(try await fixture.rows().count == 1)
        #expect(fixture.summaries.first?.report.skipped[.tooDeep]?.count == 1)
        try run("/bin/rm", ["-rf", files.path("d")])
    }

    @Test func `a folder that may not be read is reported, and its rows stay`() async throws {
        let files = try TemporaryFolder()
        try files.write("closed/a.txt", "a")
        try files.write("good.txt", "good")
        let fixture = try await MirrorFixture(files: files)
        await fixture.mirror.settle()
        #expect(chmod(files.path("closed"), 0) == 0)
        defer { chmod(files.path("closed"), 0o755) }
        await fixture.lookAgain()

        #expect(try await fixture.rows().keys.sorted() == ["closed/a.txt", "good.txt"])
        if geteuid() != 0 {
            #expect(fixture.summaries.last?.report.skipped[.unreadable]?.examples == ["closed"])
        }
    }

    @Test func `a file that cannot be read for the moment is reported, and its row stays`() async throws {
        let files = try TemporaryFolder()
        try files.write("leased.txt", "one")
        try files.write("good.txt", "good")
        let fixture = try await MirrorFixture(files: files)
        await fixture.mirror.settle()
        try files.write("leased.txt", "two, which nobody may read yet")
        // A lease keeps everybody out, root too, until its holder gives it back.
        let descriptor = open(files.path("leased.txt"), O_RDWR)
        defer { close(descriptor) }
        let (setLease, setSignal) = (Int32(1024), Int32(10))
        #expect(fcntl(descriptor, setSignal, SIGURG) == 0)
        #expect(fcntl(descriptor, setLease, Int32(F_WRLCK)) == 0)
        await fixture.lookAgain()

        #expect(try await fixture.rows() == ["leased.txt": .init(1, "one"), "good.txt": .init(1, "good")])
        #expect(fixture.summaries.last?.report.skipped[.unreadable]?.examples == ["leased.txt"])

        #expect(fcntl(descriptor, setLease, Int32(F_UNLCK)) == 0)
        await fixture.lookAgain()
        #expect(try await fixture.row("leased.txt").version == 2)
    }

    @Test func `a path from elsewhere is never written outside the folder`() throws {
        let outside = try TemporaryFolder()
        try outside.write("victim.txt", "untouched")
        let files = try TemporaryFolder()
        try files.link("leaving", to: outside.path)
        try files.link("leaving.txt", to: outside.path("victim.txt"))
        try files.link("up", to: "../../../..")
        try files.link("a", to: "b")
        try files.link("b", to: "a")
        try files.write("dir/file.txt", "x")
        let folder = try ProjectFolder(path: files.path)
        for name in ["leaving/new.txt", "leaving/victim.txt", "leaving.txt", "up/tmp/x.txt", "a/x", "a", "dir"] {
            let path = try ProjectPath(validating: name)
            #expect(throws: WorkspaceError.self, "\(name)") {
                try folder.write(path, Array("evil".utf8), replacing: nil)
            }
            #expect(throws: WorkspaceError.self, "\(name)") { try folder.remove(path, holding: []) }
        }
        #expect(outside.read("victim.txt") == "untouched")
        #expect(try FileManager.default.contentsOfDirectory(atPath: outside.path) == ["victim.txt"])
    }

    @Test func `links inside the folder are followed`() throws {
        let files = try TemporaryFolder()
        try files.write("real/file.txt", "old")
        try files.link("alias", to: "real")
        try files.link("absolute", to: files.path("real"))
        try files.link("real/link.txt", to: "../real/./file.txt")
        let folder = try ProjectFolder(path: files.path)

        let new = Array("new".utf8)
        try folder.write(ProjectPath(validating: "alias/new.txt"), new, replacing: nil)
        try folder.write(ProjectPath(validating: "absolute/other/new.txt"), new, replacing: nil)
        try folder.write(
            ProjectPath(validating: "real/link.txt"), Array("through the link".utf8), replacing: Array("old".utf8))

        #expect(files.read("real/new.txt") == "new")
        #expect(files.read("real/other/new.txt") == "new")
        #expect(files.read("real/file.txt") == "through the link")
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: files.path("real/link.txt"))
                == "../real/./file.txt")
    }

    @Test func `a replaced file keeps its mode, and no temporary file stays`() throws {
        let files = try TemporaryFolder()
        try files.write("run.sh", "#!/bin/sh\n")
        #expect(chmod(files.path("run.sh"), 0o750) == 0)
        let folder = try ProjectFolder(path: files.path)
        try folder.write(
            ProjectPath(validating: "run.sh"), Array("#!/bin/sh\nexit\n".utf8), replacing: Array("#!/bin/sh\n".utf8))

        let mode = try FileManager.default.attributesOfItem(atPath: files.path("run.sh"))[.posixPermissions] as? Int
        #expect(mode == 0o750)
        #expect(try FileManager.default.contentsOfDirectory(atPath: files.path) == ["run.sh"])
    }

    @Test func `git's folder is never written, through no spelling`() throws {
        let files = try TemporaryFolder()
        try files.write(".git/config", "x")
        try files.link("hooks", to: ".git")
        let folder = try ProjectFolder(path: files.path)
        #expect(throws: WorkspaceError.self) {
            try folder.write(ProjectPath(validating: "hooks/post-commit"), Array("evil".utf8), replacing: nil)
        }
        for name in [".git/config", "sub/.git/config", ".GIT/config", "../x", "/etc/x", "C:/x", "a//b", "a\0b"] {
            #expect(throws: ProjectPathError.self, "\(name)") { try ProjectPath(validating: name) }
        }
    }

    @Test func `what a crash left half written is not mirrored, and goes`() async throws {
        let files = try TemporaryFolder()
        // The first process always lives; no process has the other number.
        try files.write(".codeforge-new-1-abc", "half")
        try files.write("sub/.codeforge-new-99999999-abc", "half")
        try files.write("good.txt", "good")
        let fixture = try await MirrorFixture(files: files)
        await fixture.mirror.settle()
        #expect(try await fixture.rows().keys.sorted() == ["good.txt"])
        #expect(FileManager.default.fileExists(atPath: files.path + "/.codeforge-new-1-abc"))
        #expect(!FileManager.default.fileExists(atPath: files.path + "/sub/.codeforge-new-99999999-abc"))
    }
}
