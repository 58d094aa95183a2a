import Foundation
import Models
import Testing

@testable import Engine

/// Folders that are not mirrored before a person agrees.
@Suite struct MirrorConsentTests {
    private func doubts(_ fixture: MirrorFixture) -> [MirrorDoubt] {
        fixture.reported.compactMap { if case .unasked(let doubt, _) = $0 { doubt } else { nil } }
    }

    @Test func `homes, what is above them, the root and mounts are told from projects`() throws {
        let files = try TemporaryFolder()
        try files.write("ada/work/shop/a.txt", "a")
        func doubt(_ path: String) throws -> MirrorDoubt? {
            FolderPlace.doubt(about: try ProjectFolder(path: path), home: files.path("ada/work"))
        }
        #expect(try doubt("/") == .root)
        #expect(try doubt("/proc") == .mountPoint)
        #expect(try doubt(files.path("ada/work")) == .home)
        #expect(try doubt(files.path("ada/work/")) == .home)
        #expect(try doubt(files.path("ada")) == .aboveHome)
        #expect(try doubt(files.path("ada/work/shop")) == nil)
        try files.link("other", to: "ada/work")
        #expect(try doubt(files.path("other")) == .home, "a link leads to it")
        #expect(FolderPlace.doubt(about: try ProjectFolder(path: files.path), home: nil) == nil)
    }

    @Test func `a folder of more files than need no asking waits for an agreement, which lasts`() async throws {
        let (files, data) = (try TemporaryFolder(), try TemporaryFolder())
        #expect(MirrorLimits.standard.unaskedFiles == 20_000)
        var limits = MirrorLimits()
        limits.unaskedFiles = 200
        for number in 0...limits.unaskedFiles { try files.write("f\(number).txt", "") }
        let first = try await MirrorFixture(files: files, data: data, limits: limits)
        try await first.changed("f1.txt")
        #expect(try await first.rows() == [:])
        #expect(first.reported == [.unasked(.tooManyFiles(limits.unaskedFiles), isNews: true)])
        first.mirror.stop()

        let second = try await MirrorFixture(files: files, data: data, limits: limits)
        await second.mirror.settle()
        #expect(
            second.reported == [.unasked(.tooManyFiles(limits.unaskedFiles), isNews: false)],
            "told once in the folder's life")

        try await second.application.agreeToMirror(second.folder)
        second.mirror.agreementChanged()
        await second.mirror.settle()
        #expect(try await second.rows().count == limits.unaskedFiles + 1)
        second.mirror.stop()

        let third = try await MirrorFixture(files: files, data: data, limits: limits)
        await third.mirror.settle()
        #expect(doubts(third) == [])
    }

    @Test func `a project that grows beyond the number while it is mirrored goes on`() async throws {
        let (files, data) = (try TemporaryFolder(), try TemporaryFolder())
        var limits = MirrorLimits()
        limits.unaskedFiles = 3
        for name in ["a", "b", "c"] { try files.write("\(name).txt", name) }
        let first = try await MirrorFixture(files: files, data: data, limits: limits)
        await first.mirror.settle()
        try files.write("d.txt", "d")
        await first.lookAgain()
        #expect(try await first.rows().count == 4)
        #expect(doubts(first) == [])
    }

    @Test func `an agreement of another process is taken up with the next change`() async throws {
        let files = try TemporaryFolder()
        var limits = MirrorLimits()
        limits.unaskedFiles = 1
        for name in ["a", "b"] { try files.write("\(name).txt", name) }
        let fixture = try await MirrorFixture(files: files, limits: limits)
        await fixture.mirror.settle()
        try await fixture.application.agreeToMirror(fixture.folder)
        try await fixture.changed("a.txt")
        #expect(try await fixture.rows().keys.sorted() == ["a.txt", "b.txt"])
    }

    @Test func `a row from before goes when its file turns out to hold credentials, and the file stays`() async throws {
        let (files, data) = (try TemporaryFolder(), try TemporaryFolder())
        let text = "//registry.npmjs.org/:_authToken=\(String(repeating: "a1B2c3", count: 6))\n"
        try files.write("app.ts", "export {}\n")
        let first = try await MirrorFixture(files: files, data: data)
        await first.mirror.settle()
        // As an older version left it, which knew names alone.
        try await first.writeAsAnother(".npmrc", text)
        try await first.writeAsAnother("deploy/.env", "A=1\n")
        try await first.application.store.setProjectValue(
            nil, for: "mirror/credential-rules", in: first.project, as: first.application.caller)
        first.mirror.stop()
        try files.write(".npmrc", text)

        let second = try await MirrorFixture(files: files, data: data)
        await second.mirror.settle()
        #expect(try await second.rows().keys.sorted() == ["app.ts"])
        #expect(files.read(".npmrc") == text)

        // And one that becomes a credential file while it is mirrored.
        try files.write("token.json", "{}")
        try await second.changed("token.json")
        #expect(try await second.rows().keys.sorted() == ["app.ts", "token.json"])
        try files.write("token.json", "{\"refresh_token\": \"\(String(repeating: "a1B2c3", count: 6))\"}")
        try await second.changed("token.json")
        #expect(try await second.rows().keys.sorted() == ["app.ts"])
        #expect(files.read("token.json") != nil)
    }
}
