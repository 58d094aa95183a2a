import Dispatch
import Foundation
import Glibc
import Models
import Synchronization
import Testing

import Storage
@testable import SQLiteStorage

/// Whoever waits for a change hears of it, whatever happens to the notification.
@Suite struct LostWakeUpTests {
    @Test(.timeLimit(.minutes(5)))
    func `a listener that is added while the last one leaves hears of the next change`() async throws {
        let path = try TemporaryFolder().path("store.db")
        let store = try SQLiteStore(path: path)
        let owner = try await store.localUser().id
        for _ in 0..<500 {
            let last = try await store.changes(as: .user(owner))
            async let left: Void = Self.leave(last)
            let added = try await store.changes(as: .user(owner))
            await left
            let project = try await store.createProject(NewProject(userID: owner, title: "New"), as: .user(owner))
            var heard = added.makeAsyncIterator()
            #expect(await heard.next()?.rowID == project.id)
        }
    }

    /// Listens, and is gone with the end of its task.
    private static func leave(_ changes: AsyncStream<StoreChange>) async {
        let task = Task { for await _ in changes {} }
        await Task.yield()
        task.cancel()
        await task.value
    }

    @Test(.timeLimit(.minutes(5)))
    func `many listeners that come and go on all threads hear of every change after their coming`() async throws {
        let path = try TemporaryFolder().path("store.db")
        let (store, other) = (try SQLiteStore(path: path), try SQLiteStore(path: path))
        let owner = try await store.localUser().id
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    for _ in 0..<50 {
                        let changes = try await store.changes(as: .user(owner))
                        // The other store is as good as another process: nothing but the file connects the two.
                        let made = try await other.createProject(
                            NewProject(userID: owner, title: "New"), as: .user(owner))
                        for await change in changes where change.rowID == made.id { break }
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    @Test(.timeLimit(.minutes(5)))
    func `a log that was replaced is watched again, though nobody told of the new one`() async throws {
        let folder = try TemporaryFolder()
        let log = folder.path("store.db-wal")
        #expect(FileManager.default.createFile(atPath: log, contents: nil))
        let (commits, continuation) = AsyncStream.makeStream(of: Void.self)
        let watch = CommitWatch(log, queue: DispatchQueue(label: "test")) { continuation.yield() }
        defer { watch.cancel() }
        var heard = commits.makeAsyncIterator()
        CommitWatch.announce(log)
        #expect(await heard.next() != nil)
        // Another file moves to the log's name: the notification is about the old one.
        for _ in 0..<3 {
            #expect(FileManager.default.createFile(atPath: folder.path("new"), contents: nil))
            #expect(rename(folder.path("new"), log) == 0)
            #expect(await heard.next() != nil)
            #expect(await heard.next() != nil)
        }
    }

    @Test(.timeLimit(.minutes(5)))
    func `without the system's notifications changes are heard all the same`() async throws {
        // No log is there to be watched.
        let log = try TemporaryFolder().path("store.db-wal")
        let (commits, continuation) = AsyncStream.makeStream(of: Void.self)
        let watch = CommitWatch(log, queue: DispatchQueue(label: "test")) { continuation.yield() }
        defer { watch.cancel() }
        var heard = commits.makeAsyncIterator()
        #expect(FileManager.default.createFile(atPath: log, contents: Data("commit".utf8)))
        #expect(await heard.next() != nil)
    }
}
