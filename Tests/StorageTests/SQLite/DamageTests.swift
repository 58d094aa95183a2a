import Foundation
import GRDB
import Models
import TestSupport
import Testing

import Storage
@testable import SQLiteStorage

/// Files that something damaged: what can be read is read, what can't is told, and nothing is made worse.
@Suite struct DamageTests {
    @Test(arguments: 0..<8)
    func `bytes that changed at random places never end the program`(seed: UInt64) async throws {
        var random = SeededRandom(seed: seed)
        let folder = try TemporaryFolder()
        let whole = try await filledDatabase(folder.path("whole.db"))
        for number in 0..<12 {
            let path = folder.path("damaged-\(number).db")
            try whole.damaged(using: &random).write(to: URL(fileURLWithPath: path))
            // Each of these ends: well, or with an error of the store.
            guard let store = try? SQLiteStore(path: path) else { continue }
            _ = try? await store.problems()
            _ = try? await store.profiles(as: .service)
            for project in (try? await store.projects(as: .service)) ?? [] {
                let files = try? await store.files(in: project.id, as: .service)
                _ = try? await store.contents(of: files?.map(\.path) ?? [], in: project.id, as: .service)
                _ = try? await store.jobs(in: project.id, limit: 100, offset: 0, as: .service)
                for workspace in (try? await store.workspaces(of: project.id, as: .service)) ?? [] {
                    _ = try? await store.syncedFiles(in: workspace.id, as: .service)
                    _ = try? await store.unsyncedRows(in: workspace.id, as: .service)
                }
            }
            let query = Array(repeating: Float(1), count: PatternEmbedding.dimensions)
            _ = try? await store.matchPatterns(query, count: 3, type: nil, as: .service)
            _ = try? await store.export { _ in }
            _ = try? await store.localUser()
        }
    }

    @Test func `damage that is met on the way is told with a copy, and ends all work on the file`() async throws {
        let folder = try TemporaryFolder()
        let database = folder.path("store.db")
        var data = try await filledDatabase(database)
        let root = try await DatabaseQueue(path: database).read { db in
            try Int.fetchOne(db, sql: "select rootpage from sqlite_master where name = 'project_files'")
        }
        let start = (try #require(root) - 1) * 4096
        data.replaceSubrange(start..<(start + 4096), with: repeatElement(0xA5, count: 4096))
        try data.write(to: URL(fileURLWithPath: database))

        let store = try SQLiteStore(path: database)
        let user = try await store.localUser().id
        let project = try #require(try await store.projects(as: .user(user)).first).id
        let met = await error { () async throws(StoreError) in
            _ = try await store.file(path("a.ts"), in: project, as: .user(user))
        }
        guard case .unavailable(.corrupt(database, let copy?)) = met else {
            return #expect(Bool(false), "\(String(describing: met))")
        }
        #expect(
            try Data(contentsOf: URL(fileURLWithPath: copy))[start..<(start + 4096)] == data[start..<(start + 4096)])
        let kept = try Data(contentsOf: URL(fileURLWithPath: database))
        let later = await error { () async throws(StoreError) in
            _ = try await store.createProject(NewProject(userID: user, title: "Later"), as: .user(user))
        }
        #expect(later == met)
        #expect(try Data(contentsOf: URL(fileURLWithPath: database)) == kept)
    }

    @Test func `a damaged database of an older version is not brought up to date`() async throws {
        let folder = try TemporaryFolder()
        let database = folder.path("store.db")
        var data = try await filledDatabase(database)
        let root = try await DatabaseQueue(path: database).read { db in
            try Int.fetchOne(db, sql: "select rootpage from sqlite_master where name = 'project_files'")
        }
        let start = (try #require(root) - 1) * 4096
        data.replaceSubrange(start..<(start + 4096), with: repeatElement(0xA5, count: 4096))
        // The schema's version: https://www.sqlite.org/fileformat.html#the_database_header
        data.replaceSubrange(60..<64, with: [0, 0, 0, UInt8(Migration.latest - 1)])
        try data.write(to: URL(fileURLWithPath: database))

        let met = await error { () async throws(StoreError) in try SQLiteStore(path: database).close() }
        guard case .unavailable(.corrupt(database, let copy?)) = met else {
            return #expect(Bool(false), "\(String(describing: met))")
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: copy)) == data)
        #expect(try Data(contentsOf: URL(fileURLWithPath: database)) == data)
    }

    /// A closed database with rows in every table.
    ///
    /// - Returns: the file's bytes.
    private func filledDatabase(_ file: String) async throws -> Data {
        let store = try SQLiteStore(path: file)
        let owner = try await store.localUser().id
        let workspace = try await store.openWorkspace(
            folder: "/w", identity: nil, title: "W", mode: .builder, as: .user(owner))
        let stat = FileStat(sizeBytes: 1, modifiedNanoseconds: 1, inode: 1, hash: 1)
        let saves = ["a.ts", "b.ts", "c/d.ts"].map { name in
            FileSave(
                path: path(name), content: String(repeating: name, count: 900), language: nil, base: .absent,
                stat: stat)
        }
        _ = try await store.saveFiles(saves, in: workspace.projectID, workspace: workspace.id, as: .user(owner))
        for _ in 0..<3 {
            _ = try await store.submitJob(
                NewJob(
                    projectID: workspace.projectID, userID: owner, agentType: "qa", inputContext: JSONText("{}")),
                as: .service)
        }
        let vector = (0..<PatternEmbedding.dimensions).map { Float($0) }
        try await store.savePatterns([NewPattern(projectType: "saas", embedding: vector)], as: .service)
        store.close()
        return try Data(contentsOf: URL(fileURLWithPath: file))
    }
}

extension Data {
    /// A copy with a few bits, bytes or a page changed.
    fileprivate func damaged(using random: inout SeededRandom) -> Data {
        var data = self
        let page = Int.random(in: 0..<(count / 4096), using: &random) * 4096
        switch Int.random(in: 0..<5, using: &random) {
        case 0:
            for _ in 0..<Int.random(in: 1...50, using: &random) {
                let place = Int.random(in: 0..<count, using: &random)
                data[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            }
        case 1: data.replaceSubrange(page..<(page + 4096), with: repeatElement(0, count: 4096))
        case 2:
            let other = Int.random(in: 0..<(count / 4096), using: &random) * 4096
            data.replaceSubrange(page..<(page + 4096), with: self[other..<(other + 4096)])
        case 3: data.removeLast(Int.random(in: 1..<count, using: &random))
        default:
            let noise = (0..<4096).map { _ in UInt8.random(in: 0...255, using: &random) }
            data.replaceSubrange(page..<(page + 4096), with: noise)
        }
        return data
    }
}
