import Foundation
import GRDB
import Models
import Testing

import Storage
@testable import SQLiteStorage

/// What happens to files that can't be used: they are named, and left as they are.
@Suite struct OpeningTests {
    @Test func `a new database and its folder are readable by their owner alone`() throws {
        let path = try TemporaryFolder().path("new/folder/store.db")
        let store = try SQLiteStore(path: path)
        defer { store.close() }
        #expect(try mode(of: path) == 0o600)
        #expect(try mode(of: path + "-wal") == 0o600)
        #expect(try mode(of: (path as NSString).deletingLastPathComponent) == 0o700)
    }

    @Test func `a database of a newer version is refused and left as it is`() throws {
        let path = try TemporaryFolder().path("store.db")
        try make(
            path,
            "pragma application_id = \(Schema.applicationID); pragma user_version = \(Migration.latest + 1); create table t (a)"
        )
        let before = try bytes(path)
        #expect(
            openingError(path)
                == .unavailable(.newerVersion(path: path, found: Migration.latest + 1, supported: Migration.latest)))
        #expect(try bytes(path) == before)
        #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
    }

    @Test(arguments: ["pragma application_id = 7", "create table notes (text)", "pragma user_version = 3"])
    func `another program's database is refused and left as it is`(sql: String) throws {
        let path = try TemporaryFolder().path("store.db")
        try make(path, sql)
        let before = try bytes(path)
        #expect(openingError(path) == .unavailable(.notOurs(path: path)))
        #expect(try bytes(path) == before)
        #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
    }

    @Test(arguments: [2, 99, 100, 5000])
    func `a file that is no database is kept, and a copy of it once`(size: Int) throws {
        let folder = try TemporaryFolder()
        let path = folder.path("store.db")
        let garbage = Data((0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ 7) })
        try garbage.write(to: URL(fileURLWithPath: path))
        for _ in 0..<2 {
            guard case .unavailable(.corrupt(path, let copy?)) = openingError(path) else {
                return #expect(Bool(false), "\(String(describing: openingError(path)))")
            }
            #expect(try bytes(path) == garbage)
            #expect(try bytes(copy) == garbage)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).count == 2)
    }

    @Test func `a database with damaged pages is kept, and a copy of it`() async throws {
        let path = try TemporaryFolder().path("store.db")
        let store = try SQLiteStore(path: path)
        let owner = try await store.localUser().id
        _ = try await store.createProject(NewProject(userID: owner, title: "Walks"), as: .user(owner))
        store.close()
        #expect(!FileManager.default.fileExists(atPath: path + "-wal"), "a closed database is one file")
        var data = try bytes(path)
        data.replaceSubrange(4096..<data.count, with: repeatElement(0x5A, count: data.count - 4096))
        try data.write(to: URL(fileURLWithPath: path))

        guard case .unavailable(.corrupt(path, let copy?)) = openingError(path) else {
            return #expect(Bool(false), "\(String(describing: openingError(path)))")
        }
        #expect(try bytes(path) == data && bytes(copy) == data)
    }

    @Test func `what is no regular file is named as such`() throws {
        let folder = try TemporaryFolder()
        let pipe = folder.path("pipe")
        #expect(mkfifo(pipe, 0o600) == 0)
        for path in [pipe, "/dev/null", folder.url.path] {
            #expect(openingError(path) == .unavailable(.cannotOpen(path: path, reason: "it is no regular file")))
        }
    }

    @Test func `an empty file, as an interrupted first start leaves it, becomes a database`() async throws {
        let path = try TemporaryFolder().path("store.db")
        try Data().write(to: URL(fileURLWithPath: path))
        _ = try await SQLiteStore(path: path).localUser()
    }

    @Test(arguments: ["/proc/none/store.db", "/proc/none/deeper/store.db", "/dev/null/store.db"])
    func `a folder that can't be written is named`(path: String) throws {
        guard case .unavailable(.cannotOpen(path, let reason)) = openingError(path) else {
            return #expect(Bool(false), "\(String(describing: openingError(path)))")
        }
        #expect(!reason.isEmpty)
    }

    @Test func `a full disk refuses the write, keeps what was written, and goes on when there is room`() async throws {
        let store = try SQLiteStore(path: TemporaryFolder().path("store.db"))
        let owner = try await store.localUser().id
        let project = try await store.createProject(NewProject(userID: owner, title: "Walks"), as: .user(owner)).id
        // The database may not grow: for SQLite the same as a full disk.
        try await store.database.write { db in
            let pages = try Int.fetchOne(db, sql: "pragma page_count") ?? 0
            try db.execute(sql: "pragma max_page_count = \(pages + 1)")
        }
        let large = FileSave(
            path: path("large.txt"), content: String(repeating: "x", count: 1 << 20), language: nil, base: .any)
        let full = await error { () async throws(StoreError) in
            _ = try await store.saveFile(large, in: project, as: .user(owner))
        }
        #expect(full == .unavailable(.diskFull(path: store.path)))
        #expect(try await store.files(in: project, as: .user(owner)).isEmpty)
        try await store.database.write { try $0.execute(sql: "pragma max_page_count = 1000000") }
        #expect(try await store.saveFile(large, in: project, as: .user(owner)).version == 1)
    }

    @Test func `a closed store says so and ends its streams`() async throws {
        let store = try SQLiteStore(path: TemporaryFolder().path("store.db"))
        let changes = try await store.changes(as: .service)
        store.close()
        for await _ in changes {}
        #expect(
            await error { () async throws(StoreError) in _ = try await store.projects(as: .service) }
                == .unavailable(.closed))
        #expect(
            await error { () async throws(StoreError) in _ = try await store.localUser() } == .unavailable(.closed))
    }

    private func openingError(_ path: String) -> StoreError? {
        do {
            try SQLiteStore(path: path).close()
            return nil
        } catch {
            return error
        }
    }

    private func make(_ path: String, _ sql: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }

    private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

    private func mode(of path: String) throws -> Int {
        try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }
}
