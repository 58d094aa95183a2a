import Foundation
import Models
import Testing

@testable import Engine

/// What somebody agreed to and decided belongs to a folder, not to the path that it stands at.
@Suite struct FolderIdentityTests {
    private let place: TemporaryFolder
    private let application: Application

    init() async throws {
        place = try TemporaryFolder()
        application = try await Application.open(database: place.path("codeforge.db"))
        try place.write("shop/a.txt", "mine")
    }

    private func folder(_ name: String = "shop") throws -> ProjectFolder { try ProjectFolder(path: place.path(name)) }

    private func move(_ old: String, _ new: String) throws {
        try FileManager.default.moveItem(atPath: place.path(old), toPath: place.path(new))
    }

    @Test func `another folder at the same path has nothing of the first one, which keeps what it had`() async throws {
        let first = try await application.workspace(of: folder())
        #expect(try await application.workspace(of: folder()) == first)
        try move("shop", "elsewhere")
        try place.write("shop/secret.txt", "theirs")
        #expect(try await application.knownWorkspace(at: folder().path) == nil)
        #expect(try await application.isProject(first.projectID, of: folder()) == false)
        let second = try await application.workspace(of: folder())
        #expect(second.projectID != first.projectID)
        let found = try await application.workspace(of: folder("elsewhere"))
        #expect(found.id == first.id && found.projectID == first.projectID)
        #expect(try found.folder == folder("elsewhere").path)
        #expect(try await application.workspace(of: folder()) == second)
    }

    @Test func `a folder that was moved is the same one, and so is it when it comes back`() async throws {
        let first = try await application.workspace(of: folder())
        try move("shop", "renamed")
        let moved = try await application.workspace(of: folder("renamed"))
        #expect(moved.id == first.id)
        try move("renamed", "shop")
        #expect(try await application.workspace(of: folder()) == first)
    }

    @Test func `nothing is written to a folder that took the place of the one that was opened`() throws {
        let opened = try folder()
        try move("shop", "elsewhere")
        try place.write("shop/b.txt", "theirs")
        let (new, theirs) = (try ProjectPath(validating: "new/c.txt"), try ProjectPath(validating: "b.txt"))
        #expect(throws: WorkspaceError.system(path: "new/c.txt", reason: ProjectFolder.otherInPlace)) {
            try opened.write(new, Array("agent's".utf8), replacing: nil)
        }
        #expect(throws: WorkspaceError.self) {
            try opened.write(theirs, Array("agent's".utf8), replacing: Array("theirs".utf8))
        }
        #expect(throws: WorkspaceError.self) { try opened.remove(theirs, holding: Array("theirs".utf8)) }
        #expect(throws: WorkspaceError.self) { try opened.write(document: "jobs.md", Array("# Jobs".utf8)) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.path("shop")) == ["b.txt"])
        #expect(place.read("shop/b.txt") == "theirs")
        // It is written to where it came back, and so is the other one once it is opened.
        try move("shop", "other")
        try move("elsewhere", "shop")
        try opened.write(new, Array("agent's".utf8), replacing: nil)
        #expect(place.read("shop/new/c.txt") == "agent's")
        try folder("other").remove(theirs, holding: Array("theirs".utf8))
    }

    @Test func `those who open a folder at the same moment get the same project`() async throws {
        let application = application
        for round in 0..<20 {
            try place.write("many/\(round)/a.txt", "mine")
            let folder = try folder("many/\(round)")
            let found = try await withThrowingTaskGroup(of: Workspace.self) { group in
                for _ in 0..<8 { group.addTask { try await application.workspace(of: folder) } }
                return try await group.reduce(into: Set<Workspace>()) { $0.insert($1) }
            }
            #expect(found.count == 1)
        }
    }

    @Test func `a copy is a folder of its own, until it takes the place of the first`() async throws {
        let first = try await application.workspace(of: folder())
        _ = try await application.renderDocuments(of: first.projectID, in: folder())
        try FileManager.default.copyItem(atPath: place.path("shop"), toPath: place.path("copy"))
        #expect(try await application.knownWorkspace(at: place.path("copy")) == nil)
        try FileManager.default.removeItem(atPath: place.path("shop"))
        try move("copy", "shop")
        #expect(try await application.workspace(of: folder()).projectID == first.projectID)
    }

    @Test func `a link that is older than identities is taken over once`() async throws {
        let store = try application.store.onThisMachine()
        let old = try await store.openWorkspace(
            folder: folder().path, identity: nil, title: "shop", mode: .builder, as: application.caller)
        let opened = try await application.workspace(of: folder())
        #expect(opened.id == old.id)
        #expect(try opened.identity == FolderIdentity.of(folder().path))
    }

    @Test func `a folder that is replaced while it is mirrored loses no row`() async throws {
        let files = try TemporaryFolder()
        try files.write("inner/a.txt", "mine")
        let fixture = try await MirrorFixture(files: files)
        let rows = try await fixture.rows()
        #expect(rows.count == 1)
        let aside = files.path + "-aside"
        try FileManager.default.moveItem(atPath: files.path, toPath: aside)
        try FileManager.default.createDirectory(atPath: files.path, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: aside) }
        await fixture.lookAgain()
        #expect(try await fixture.rows() == rows)
        #expect(fixture.notices.contains { $0.contains("Another folder stands") } || !fixture.stops.isEmpty)
    }
}
