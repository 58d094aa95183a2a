import Foundation
import Models
import Storage
import Testing

@testable import Engine

/// The mirror takes note of a folder, and never changes it.
@Suite struct FolderIsTheTruthTests {
    typealias Row = MirrorFixture.Row

    @Test func `rows that another program writes, changes or deletes change no file`() async throws {
        let fixture = try await MirrorFixture()
        for name in ["kept.txt", "gone.txt"] { try fixture.files.write(name, "one") }
        await fixture.lookAgain()

        try await fixture.writeAsAnother("kept.txt", "two")
        try await fixture.writeAsAnother("src/new.ts", "export {}\n")
        try await fixture.deleteAsAnother("gone.txt")
        try await fixture.until { try await fixture.rows()["kept.txt"]?.content == "one" }
        await fixture.lookAgain()

        #expect(fixture.files.read("kept.txt") == "one" && fixture.files.read("gone.txt") == "one")
        #expect(fixture.files.read("src/new.ts") == nil)
        #expect(try await fixture.rows()["kept.txt"] == Row(3, "one"), "the row follows the folder")
        #expect(try await fixture.rows()["gone.txt"]?.content == "one", "a missing row says: not noted yet")
    }

    @Test func `a server killed while it notes that files went away leaves those that came back`() async throws {
        let (files, data) = (try TemporaryFolder(), try TemporaryFolder())
        let names = (0..<1_000).map { "src/f\($0).txt" }
        for name in names { try files.write(name, "text of \(name)") }
        do {
            let fixture = try await MirrorFixture(files: files, data: data)
            await fixture.stop()
            // It had deleted the rows, and not yet forgotten what was agreed about them.
            for name in names.prefix(700) { try await fixture.deleteAsAnother(name) }
        }
        let fixture = try await MirrorFixture(files: files, data: data)
        await fixture.lookAgain()
        #expect(names.allSatisfy { files.read($0) == "text of \($0)" })
        #expect(try await fixture.rows().count == names.count)
    }

    @Test func `files that go and come back under two editors stay, with their text`() async throws {
        let (files, data) = (try TemporaryFolder(), try TemporaryFolder())
        let editors = [
            try await MirrorFixture(files: files, data: data), try await MirrorFixture(files: files, data: data),
        ]
        let names = (0..<20).map { "f\($0).txt" }
        for round in 0..<30 {
            for name in names { try files.write(name, "\(name) in round \(round)") }
            for editor in editors { try editor.told(names) }
            if round % 3 == 0 { await editors[0].mirror.settle() }
            for name in names { try FileManager.default.removeItem(atPath: files.path(name)) }
            for editor in editors { try editor.told(names) }
            if round % 2 == 0 { await editors[1].mirror.settle() }
            for name in names { try files.write(name, "\(name) in round \(round)") }
            for editor in editors { try editor.told(names) }
            for editor in editors { await editor.mirror.settle() }
            #expect(names.allSatisfy { files.read($0) == "\($0) in round \(round)" }, "round \(round)")
        }
        for editor in editors { await editor.lookAgain() }
        for editor in editors { await editor.lookAgain() }
        #expect(
            try await editors[0].rows().mapValues(\.content)
                == Dictionary(
                    uniqueKeysWithValues: names.map { ($0, "\($0) in round 29") }))
    }

    @Test func `changed on both sides while no editor ran, the row follows the folder`() async throws {
        let (files, data) = (try TemporaryFolder(), try TemporaryFolder())
        try files.write("a.txt", "base")
        do {
            let first = try await MirrorFixture(files: files, data: data)
            await first.stop()
            try await first.writeAsAnother("a.txt", "theirs")
        }
        try files.write("a.txt", "mine!")
        let fixture = try await MirrorFixture(files: files, data: data)
        await fixture.lookAgain()
        #expect(files.read("a.txt") == "mine!")
        #expect(try await fixture.rows() == ["a.txt": Row(3, "mine!")])
    }

    @Test func `a file that another editor saved and that is gone now has no row`() async throws {
        let (files, data) = (try TemporaryFolder(), try TemporaryFolder())
        try files.write("a.txt", "one")
        let fixture = try await MirrorFixture(files: files, data: data)
        await fixture.mirror.settle()
        try FileManager.default.removeItem(atPath: files.path("a.txt"))
        try await fixture.writeAsAnother("a.txt", "two")
        await fixture.lookAgain()
        await fixture.lookAgain()
        #expect(try await fixture.rows().isEmpty && files.read("a.txt") == nil)
    }

    @Test func `two folders of one project each keep what they have`() async throws {
        let (data, mine, theirs) = (try TemporaryFolder(), try TemporaryFolder(), try TemporaryFolder())
        try mine.write("a.txt", "mine")
        let one = try await MirrorFixture(files: mine, data: data)
        await one.mirror.settle()
        try await one.application.store.onThisMachine().linkWorkspace(
            folder: try ProjectFolder(path: theirs.path).path, to: one.project, as: one.application.caller)
        try theirs.write("a.txt", "theirs")
        let two = try await MirrorFixture(files: theirs, data: data)
        #expect(one.project == two.project)
        for _ in 0..<3 {
            await two.lookAgain()
            await one.lookAgain()
        }
        #expect(mine.read("a.txt") == "mine" && theirs.read("a.txt") == "theirs")
        try FileManager.default.removeItem(atPath: mine.path("a.txt"))
        await one.lookAgain()
        await two.lookAgain()
        #expect(mine.read("a.txt") == nil && theirs.read("a.txt") == "theirs")
    }

    @Test func `a file that another program saves by leaves no row behind, though nobody tells that it went`()
        async throws
    {
        let fixture = try await MirrorFixture()
        try fixture.files.write("a.txt", "one")
        try fixture.files.write(".dat.nosync1", "half")
        await fixture.lookAgain()
        try FileManager.default.removeItem(atPath: fixture.files.path(".dat.nosync1"))
        try await fixture.until { try await fixture.rows().keys.sorted() == ["a.txt"] }
    }

    @Test func `a row never takes in a file that is not mirrored`() async throws {
        let fixture = try await MirrorFixture()
        try fixture.files.write(".gitignore", "build/\n")
        try fixture.files.write("build/out.js", "made")
        await fixture.lookAgain()
        try await fixture.writeAsAnother("build/out.js", "theirs")
        await fixture.lookAgain()
        #expect(fixture.files.read("build/out.js") == "made")
        #expect(try await fixture.rows()["build/out.js"]?.content == "theirs")
    }

    @Test func `two mirrors on one folder and one database agree`() async throws {
        let (files, data) = (try TemporaryFolder(), try TemporaryFolder())
        let one = try await MirrorFixture(files: files, data: data)
        let two = try await MirrorFixture(files: files, data: data)
        #expect(one.project == two.project)
        for round in 0..<20 {
            try files.write("f\(round % 4).txt", "round \(round)")
            for mirror in [one, two] { try mirror.told(["f\(round % 4).txt"]) }
        }
        for mirror in [one, two] { await mirror.mirror.settle() }
        await one.lookAgain()
        await two.lookAgain()
        #expect(
            try await one.rows().mapValues(\.content) == [
                "f0.txt": "round 16", "f1.txt": "round 17", "f2.txt": "round 18", "f3.txt": "round 19",
            ])
    }
}
