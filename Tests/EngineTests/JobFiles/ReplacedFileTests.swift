import CGlibc
import Foundation
import Glibc
import Models
import Testing

@testable import Engine

/// What a file is besides its text stays, or the file is left alone.
@Suite struct ReplacedFileTests {
    private let files: TemporaryFolder

    init() throws {
        files = try TemporaryFolder()
        try files.write("a.txt", "old")
    }

    private func replace() throws {
        try ProjectFolder(path: files.path).write(
            ProjectPath(validating: "a.txt"), Array("new".utf8), replacing: Array("old".utf8))
    }

    private func text(_ name: String = "a.txt") throws -> String {
        try String(contentsOfFile: files.path(name), encoding: .utf8)
    }

    @Test func `extended attributes go along`() throws {
        let value = Array("of a person".utf8)
        guard setxattr(files.path("a.txt"), "user.note", value, value.count, 0) == 0 else { return }
        try replace()
        var kept = [UInt8](repeating: 0, count: 100)
        let length = getxattr(files.path("a.txt"), "user.note", &kept, kept.count)
        #expect(length == value.count && Array(kept.prefix(value.count)) == value)
        #expect(try text() == "new")
    }

    @Test func `a file with another name is left alone`() throws {
        #expect(link(files.path("a.txt"), files.path("b.txt")) == 0)
        #expect(throws: WorkspaceError.self) { try replace() }
        #expect(try text() == "old" && text("b.txt") == "old")
    }

    @Test func `a file that may only be read is left alone`() throws {
        #expect(chmod(files.path("a.txt"), 0o444) == 0)
        #expect(throws: WorkspaceError.self) { try replace() }
        #expect(try text() == "old")
    }
}
