import Foundation
import Glibc
import Models
import Synchronization
import Testing

@testable import Engine

/// A person saves a file in the very moment in which it is replaced or removed.
@Suite struct SavingRaceTests {
    /// A moment, in which nobody else has to get a turn: on a busy machine each would take milliseconds.
    private static func pause() {
        let end = ContinuousClock.now + .microseconds(2)
        while ContinuousClock.now < end {}
    }

    /// Somebody who saves on a thread of their own, after as many moments.
    private final class Saver: Sendable {
        private let isDone = Mutex(false)

        init(after moments: Int, _ save: @escaping @Sendable () throws -> Void) {
            Thread { [self] in
                for _ in 0..<moments { pause() }
                try? save()
                isDone.withLock { $0 = true }
            }.start()
        }

        func wait() { while !isDone.withLock({ $0 }) { sched_yield() } }
    }

    /// Saves as editors do: a complete file takes the name.
    private static func save(_ text: String, as path: String) throws {
        let aside = path + ".swp\(UInt32.random(in: 0 ... .max))"
        try Data(text.utf8).write(to: URL(filePath: aside))
        guard rename(aside, path) == 0 else { throw POSIXError(.EIO) }
    }

    /// Saves as VS Code does: the file is opened, emptied, and filled in pieces.
    private static func saveInPlace(_ text: String, to path: String) throws {
        let file = open(path, O_WRONLY | O_CREAT, 0o666)
        guard file >= 0 else { throw POSIXError(.EIO) }
        defer { close(file) }
        for _ in 0..<20 { pause() }
        guard ftruncate(file, 0) == 0 else { throw POSIXError(.EIO) }
        for byte in text.utf8 {
            guard withUnsafeBytes(of: byte, { write(file, $0.baseAddress, 1) }) == 1 else { throw POSIXError(.EIO) }
            pause()
        }
    }

    /// Saves as Vim does: the old file becomes a backup, a new one is filled, the backup goes.
    private static func saveBesideBackup(_ text: String, to path: String) throws {
        guard rename(path, path + "~") == 0 || errno == ENOENT else { throw POSIXError(.EIO) }
        try saveInPlace(text, to: path)
        unlink(path + "~")
    }

    @Test(arguments: 0..<2)
    func `no save of an editor that writes into the file is lost`(way: Int) throws {
        let save = [Self.saveInPlace, Self.saveBesideBackup][way]
        let files = try TemporaryFolder()
        let folder = try ProjectFolder(path: files.path)
        let path = try ProjectPath(validating: "a.txt")
        for round in 0..<300 {
            let old = "round \(round)\n"
            try files.write("a.txt", old)
            let mine = "saved in round \(round)\n"
            let saver = Saver(after: (round % 20) * 20) { try save(mine, files.path("a.txt")) }
            do throws(WorkspaceError) {
                if round % 3 == 0 {
                    try folder.remove(path, holding: Array(old.utf8))
                } else {
                    try folder.write(path, Array("written\n".utf8), replacing: Array(old.utf8))
                }
            } catch {
                #expect(error == .changed(path: "a.txt"), "\(error)")
            }
            saver.wait()
            #expect(files.read("a.txt") == mine, "round \(round): a save was lost")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: files.path) == ["a.txt"])
    }

    @Test(arguments: 0..<3)
    func `no save of a document is lost while it is rendered anew`(way: Int) async throws {
        let save = [Self.saveInPlace, Self.saveBesideBackup, Self.save][way]
        let files = try TemporaryFolder()
        let documents = DocumentFolder(try ProjectFolder(path: files.path))
        let path = documents.path(of: .roadmap)
        for round in 0..<60 {
            let old = "# Roadmap\n\nStep \(round)\n"
            try await documents.update { [.roadmap: old] }
            let mine = "My note \(round)\n" + (files.read(".codeforge/roadmap.md") ?? "")
            let saver = Saver(after: (round % 30) * 30) { try save(mine, path) }
            try await documents.update { [.roadmap: old.replacing("Step", with: "Changed step")] }
            saver.wait()
            let text = files.read(".codeforge/roadmap.md") ?? ""
            #expect(text.contains("My note \(round)\n"), "round \(round): \(text)")
        }
    }

    @Test func `no save is ever lost, whatever is written or removed meanwhile`() throws {
        let files = try TemporaryFolder()
        let folder = try ProjectFolder(path: files.path)
        let path = try ProjectPath(validating: "a.txt")
        for round in 0..<500 {
            let old = "round \(round)\n"
            try files.write("a.txt", old)
            let mine = "saved in round \(round)\n"
            let saver = Saver(after: (round % 40) * 40) { try Self.save(mine, as: files.path("a.txt")) }
            var isChanged = false
            do throws(WorkspaceError) {
                if round % 3 == 0 {
                    try folder.remove(path, holding: Array(old.utf8))
                } else {
                    try folder.write(path, Array("written\n".utf8), replacing: Array(old.utf8))
                }
            } catch {
                isChanged = error == .changed(path: "a.txt")
                #expect(isChanged, "\(error)")
            }
            saver.wait()
            #expect(files.read("a.txt") == mine, "round \(round): a save was lost (change refused: \(isChanged))")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: files.path) == ["a.txt"])
    }

    @Test func `a file that appears is not replaced by a new one`() throws {
        let files = try TemporaryFolder()
        let folder = try ProjectFolder(path: files.path)
        for name in ["a.txt", "deep/er/b.txt"] {
            let path = try ProjectPath(validating: name)
            try files.write(name, "mine\n")
            #expect(throws: WorkspaceError.changed(path: name)) {
                try folder.write(path, Array("new\n".utf8), replacing: nil)
            }
            #expect(files.read(name) == "mine\n")
        }
        #expect(throws: WorkspaceError.changed(path: "none.txt")) {
            try folder.write(ProjectPath(validating: "none.txt"), [], replacing: Array("old".utf8))
        }
        #expect(throws: WorkspaceError.changed(path: "none.txt")) {
            try folder.remove(ProjectPath(validating: "none.txt"), holding: [])
        }
    }

    @Test func `a file that a program set aside before it was killed gets its name back`() throws {
        let files = try TemporaryFolder()
        let gone = "99999999-abc"
        try files.write(".codeforge-kept-\(gone)-lost.txt", "saved\n")
        try files.write(".codeforge-kept-\(gone)-other.txt", "mine\n")
        try files.write("other.txt", "newer\n")
        try files.write("deep/.codeforge-kept-\(gone)-same-one.txt", "same\n")
        try files.write("deep/same-one.txt", "same\n")
        try files.write("deep/.codeforge-new-\(gone)", "half a fi")
        try files.write(".codeforge-kept-\(getpid())-abc-busy.txt", "being exchanged\n")
        var walk = FolderWalk(of: try ProjectFolder(path: files.path), limits: .standard)
        try walk.run { _ in }
        #expect(files.read("lost.txt") == "saved\n" && files.read("other.txt") == "newer\n")
        #expect(files.read(".codeforge-kept-\(gone)-other.txt") == "mine\n")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: files.path).sorted()
                == [
                    ".codeforge-kept-\(getpid())-abc-busy.txt", ".codeforge-kept-\(gone)-other.txt", "deep", "lost.txt",
                    "other.txt",
                ].sorted())
        #expect(try FileManager.default.contentsOfDirectory(atPath: files.path + "/deep") == ["same-one.txt"])
    }

    @Test func `what an agent plans is not read or written through a link`() throws {
        let files = try TemporaryFolder()
        let folder = try ProjectFolder(path: files.path)
        try files.write(".env", "KEY=1\n")
        try files.write("real/a.txt", "a\n")
        symlink(".env", files.path("README.md"))
        symlink("nowhere", files.path("dangling.txt"))
        symlink("real", files.path("src"))
        for name in ["README.md", "dangling.txt", "src/a.txt", "src/new.txt"] {
            #expect(throws: WorkspaceError.link(path: name)) {
                try folder.readPlanned(ProjectPath(validating: name))
            }
        }
        #expect(try folder.readPlanned(ProjectPath(validating: "real/a.txt"))?.bytes == Array("a\n".utf8))
        #expect(try folder.readPlanned(ProjectPath(validating: "real/none/b.txt")) == nil)
    }

    @Test func `notes in the document of changes stay when it is written anew`() async throws {
        let files = try TemporaryFolder()
        let documents = DocumentFolder(try ProjectFolder(path: files.path))
        let path = try ProjectPath(validating: "a.txt")
        func document(_ text: String) -> ChangesDocument {
            let (job, project) = (RowID.random(), RowID.random())
            let file = JobFile(jobID: job, projectID: project, path: path, content: text, seen: "old\n")
            return ChangesDocument(
                job: job, changes: JobChanges(of: [file], history: [], isAsked: true) { _ in Array("old\n".utf8) })
        }
        try await documents.write(document("one\n"))
        let written = try #require(files.read(".codeforge/changes.md"))
        try files.write(".codeforge/changes.md", written + "\nMy note.\n")
        try await documents.write(document("two\n"))
        let text = try #require(files.read(".codeforge/changes.md"))
        #expect(text.contains("+two\n") && !text.contains("+one\n") && text.hasSuffix("\nMy note.\n"))
    }

    @Test func `mode and links of a file stay`() throws {
        let files = try TemporaryFolder()
        let folder = try ProjectFolder(path: files.path)
        try files.write("run.sh", "old\n")
        chmod(files.path("run.sh"), 0o750)
        symlink("run.sh", files.path("link.sh"))
        try folder.write(
            ProjectPath(validating: "link.sh"), Array("new\n".utf8), replacing: Array("old\n".utf8))
        #expect(files.read("run.sh") == "new\n")
        var status = stat()
        #expect(lstat(files.path("run.sh"), &status) == 0 && status.st_mode & 0o777 == 0o750)
        #expect(lstat(files.path("link.sh"), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    }
}
