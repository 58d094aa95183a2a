import Foundation
import Models
import Storage
import Testing

@testable import Engine

/// Another writer's changes, and what happens when both sides change.
@Suite struct StoreToWorkspaceTests {
    typealias Row = MirrorFixture.Row

    @Test func `another writer's new, changed and deleted files reach the disk`() async throws {
        let fixture = try await MirrorFixture()
        try fixture.files.write("kept.txt", "one")
        try await fixture.changed("kept.txt")

        try await fixture.writeAsAnother("kept.txt", "two")
        try await fixture.writeAsAnother("src/app/new.ts", "export {}\n")
        try await fixture.until {
            fixture.files.read("kept.txt") == "two" && fixture.files.read("src/app/new.ts") == "export {}\n"
        }

        let path = try ProjectPath(validating: "src/app/new.ts")
        try await fixture.application.store.deleteFile(
            path, expectedVersion: nil, in: fixture.project, as: fixture.application.caller)
        try await fixture.until { fixture.files.read("src/app/new.ts") == nil }

        await fixture.lookAgain()
        #expect(try await fixture.rows() == ["kept.txt": Row(2, "two")], "what was brought is no new version")
    }

    @Test func `changes made while no editor ran are brought at the next start`() async throws {
        let files = try TemporaryFolder()
        let data = try TemporaryFolder()
        try files.write("a.txt", "one")
        do {
            let fixture = try await MirrorFixture(files: files, data: data)
            await fixture.mirror.settle()
            fixture.mirror.stop()
            try await fixture.writeAsAnother("b.txt", "new")
        }
        let fixture = try await MirrorFixture(files: files, data: data)
        await fixture.mirror.settle()
        #expect(files.read("b.txt") == "new")
    }

    @Test func `both sides changed: both versions are kept and told once`() async throws {
        let files = try TemporaryFolder()
        let data = try TemporaryFolder()
        try files.write("a.txt", "base")
        do {
            let first = try await MirrorFixture(files: files, data: data)
            await first.mirror.settle()
            first.mirror.stop()
            try await first.writeAsAnother("a.txt", "theirs")
        }
        try files.write("a.txt", "mine!")
        let fixture = try await MirrorFixture(files: files, data: data)
        await fixture.lookAgain()

        let path = try ProjectPath(validating: "a.txt")
        #expect(
            fixture.conflicts == [
                FileConflict(
                    path: path, workspaceContent: "mine!", storeContent: "theirs", storeVersion: 2, baseVersion: 1)
            ])
        #expect(files.read("a.txt") == "mine!")
        #expect(try await fixture.rows() == ["a.txt": Row(2, "theirs")])

        fixture.mirror.resolveConflict(path, keeping: .workspace)
        await fixture.mirror.settle()
        await fixture.mirror.settle()
        #expect(try await fixture.rows() == ["a.txt": Row(3, "mine!")])
        #expect(files.read("a.txt") == "mine!")
    }

    @Test func `a conflict can end with the other version`() async throws {
        let fixture = try await MirrorFixture()
        try await fixture.writeAsAnother("new.txt", "theirs")
        try await fixture.until { fixture.files.read("new.txt") == "theirs" }
        let path = try ProjectPath(validating: "new.txt")
        fixture.mirror.fileOpened(path)
        await fixture.mirror.settle()
        try await fixture.writeAsAnother("new.txt", "theirs again")
        try await fixture.until { fixture.storeChanges.count == 1 }
        try fixture.files.write("new.txt", "mine")
        try await fixture.changed("new.txt")
        #expect(fixture.conflicts.map(\.workspaceContent) == ["mine"])

        fixture.mirror.fileClosed(path)
        fixture.mirror.resolveConflict(path, keeping: .store)
        await fixture.mirror.settle()
        await fixture.mirror.settle()
        #expect(fixture.files.read("new.txt") == "theirs again")
        #expect(try await fixture.rows() == ["new.txt": Row(2, "theirs again")])
    }

    @Test func `the same change on both sides is none`() async throws {
        let fixture = try await MirrorFixture()
        try fixture.files.write("a.txt", "base")
        try await fixture.changed("a.txt")
        try fixture.files.write("a.txt", "same")
        try await fixture.writeAsAnother("a.txt", "same")
        try await fixture.changed("a.txt")
        #expect(fixture.conflicts == [])
        #expect(try await fixture.rows() == ["a.txt": Row(2, "same")])
    }

    @Test func `an open file is the editor's: its change is told, not written`() async throws {
        let fixture = try await MirrorFixture()
        try fixture.files.write("a.txt", "base")
        try await fixture.changed("a.txt")
        let path = try ProjectPath(validating: "a.txt")
        fixture.mirror.fileOpened(path)
        await fixture.mirror.settle()

        try await fixture.writeAsAnother("a.txt", "theirs")
        try await fixture.until { !fixture.storeChanges.isEmpty }
        #expect(
            fixture.storeChanges == [
                StoreFileChange(path: path, content: "theirs", diskContent: "base", version: 2)
            ])
        #expect(fixture.files.read("a.txt") == "base")

        // The user takes the edit and saves.
        try fixture.files.write("a.txt", "theirs")
        try await fixture.changed("a.txt")
        #expect(try await fixture.rows() == ["a.txt": Row(2, "theirs")])
        #expect(fixture.conflicts == [])
    }

    @Test func `a refused change stays in the store until the next save`() async throws {
        let files = try TemporaryFolder()
        let data = try TemporaryFolder()
        let fixture = try await MirrorFixture(files: files, data: data)
        try files.write("a.txt", "base")
        try await fixture.changed("a.txt")
        let path = try ProjectPath(validating: "a.txt")
        fixture.mirror.fileOpened(path)
        await fixture.mirror.settle()
        try await fixture.writeAsAnother("a.txt", "theirs")
        try await fixture.until { !fixture.storeChanges.isEmpty }

        fixture.mirror.changeHandled(path, version: 2)
        fixture.mirror.fileClosed(path)
        await fixture.mirror.settle()
        await fixture.lookAgain()
        #expect(files.read("a.txt") == "base")
        #expect(try await fixture.rows() == ["a.txt": Row(2, "theirs")])

        try files.write("a.txt", "base, edited")
        try await fixture.changed("a.txt")
        #expect(try await fixture.rows() == ["a.txt": Row(3, "base, edited")])
    }

    @Test func `deleted there and edited here: the edit is kept`() async throws {
        let files = try TemporaryFolder()
        let data = try TemporaryFolder()
        try files.write("a.txt", "base")
        do {
            let first = try await MirrorFixture(files: files, data: data)
            await first.mirror.settle()
            first.mirror.stop()
            try await first.application.store.deleteFile(
                ProjectPath(validating: "a.txt"), expectedVersion: nil, in: first.project,
                as: first.application.caller)
        }
        try files.write("a.txt", "edited")
        let fixture = try await MirrorFixture(files: files, data: data)
        await fixture.mirror.settle()
        #expect(files.read("a.txt") == "edited")
        #expect(try await fixture.rows() == ["a.txt": Row(1, "edited")])
    }

    @Test func `a row never replaces a file that is not mirrored`() async throws {
        let fixture = try await MirrorFixture()
        try fixture.files.write(".gitignore", "dist/\n")
        try fixture.files.write(".env", "SECRET=1")
        try fixture.files.write("dist/a.js", "built")
        await fixture.lookAgain()

        try await fixture.writeAsAnother(".env", "STOLEN=1")
        try await fixture.writeAsAnother("dist/a.js", "other")
        try await fixture.writeAsAnother("marker", "x")
        try await fixture.until { fixture.files.read("marker") == "x" }

        #expect(fixture.files.read(".env") == "SECRET=1")
        #expect(fixture.files.read("dist/a.js") == "built")
    }

    @Test func `a change that the folder cannot take is told once, and brought as soon as it can`() async throws {
        let fixture = try await MirrorFixture()
        try fixture.files.write("lib", "a file where a folder is needed")
        await fixture.lookAgain()
        try await fixture.writeAsAnother("lib/a.ts", "a")
        try await fixture.writeAsAnother("lib/b.ts", "b")
        try await fixture.until { fixture.notices.count == 1 }
        let told = fixture.notices.first ?? ""
        #expect(told.hasPrefix("A change of another writer was not brought to the folder. \"lib/"), "\(told)")
        #expect(told.hasSuffix("Not a directory."), "\(told)")

        try fixture.files.remove("lib")
        // Nobody tells that there is room now.
        try await fixture.until { fixture.files.read("lib/b.ts") == "b" }
        #expect(fixture.files.read("lib/a.ts") == "a")
        #expect(fixture.notices.count == 1)
    }

    @Test func `two mirrors on one folder and one database agree`() async throws {
        let files = try TemporaryFolder()
        let data = try TemporaryFolder()
        let one = try await MirrorFixture(files: files, data: data)
        let two = try await MirrorFixture(files: files, data: data)
        #expect(one.project == two.project)

        for round in 0..<20 {
            try files.write("f\(round % 4).txt", "round \(round)")
            one.mirror.filesChanged([try ProjectPath(validating: "f\(round % 4).txt")])
            two.mirror.filesChanged([try ProjectPath(validating: "f\(round % 4).txt")])
        }
        await one.mirror.settle()
        await two.mirror.settle()
        await one.lookAgain()
        await two.lookAgain()

        #expect(one.conflicts == [] && two.conflicts == [])
        let rows = try await one.rows()
        #expect(
            rows.mapValues(\.content) == [
                "f0.txt": "round 16", "f1.txt": "round 17", "f2.txt": "round 18", "f3.txt": "round 19",
            ])
    }
}
