import Foundation
import JSON
import Models
import SQLiteStorage
import Storage
import Testing

/// Writers are killed at random moments; what they acknowledged stands, and nothing stands half.
@Suite(.serialized) struct CrashTests {
    @Test func `after 200 kills every acknowledged write stands, whole, and each job had one worker`() async throws {
        let folder = try TemporaryFolder()
        let locks = folder.path("locks")
        try FileManager.default.createDirectory(atPath: locks, withIntermediateDirectories: true)
        let database = folder.path("store.db")
        var promises = Promises()

        for round in 0..<50 {
            let writers = try (0..<4).map { number in
                try StoreWriterProcess("crash", database, locks, "round\(round)-\(number)")
            }
            for writer in writers { await writer.waitUntilReady() }
            for writer in writers {
                // The random moment that the test is about, not a wait for a state.
                try await Task.sleep(for: .microseconds(Int.random(in: 0..<30_000)))
                writer.kill()
            }
            for writer in writers { promises.add(await writer.lines()) }
        }

        let store = try SQLiteStore(path: database)
        let kept = try await Kept(store)
        #expect(promises.violations == [])
        #expect(promises.unknown == [])
        #expect(promises.brokenFiles(in: kept) == [])
        #expect(promises.brokenJobs(in: kept) == [])
        #expect(kept.halfPairs == [])
        #expect(try await store.problems() == [])
        // A test that acknowledged nothing would have tested nothing.
        #expect(promises.files.count > 200 && promises.ended.count > 50)
        print("crash test: \(promises.summary), \(kept.jobs.count) jobs")
    }
}

/// What the writers said that they had written.
private struct Promises {
    var files: [String: (version: Int, token: String)] = [:]
    var submitted: Set<String> = []
    var ended: [String: (status: String, token: String)] = [:]
    var violations: [String] = []
    var unknown: [String] = []
    private var acknowledged = 0

    var summary: String { "\(acknowledged) acknowledged writes, \(ended.count) jobs ended" }

    mutating func add(_ lines: [String]) {
        for line in lines where line != "ready" {
            let words = line.split(separator: " ").map(String.init)
            acknowledged += 1
            switch (words.first, words.count) {
            case ("file", 4): files[words[1]] = (Int(words[2]) ?? -1, words[3])
            case ("submitted", 2): submitted.insert(words[1])
            case ("ended", 4): ended[words[1]] = (words[2], words[3])
            case ("violation", _): violations.append(line)
            case ("lost", _): break
            default: unknown.append(line)
            }
        }
    }

    func brokenFiles(in kept: Kept) -> [String] {
        files.compactMap { path, promise in
            guard let file = kept.files[path] else { return "\(path) is gone" }
            // The next save may have been committed without its acknowledgement.
            let isAsPromised = file.version == promise.version && file.token == promise.token
            return isAsPromised || file.version == promise.version + 1 ? nil : "\(path): \(file) is not \(promise)"
        }
    }

    func brokenJobs(in kept: Kept) -> [String] {
        submitted.filter { kept.jobs[$0] == nil }.map { "\($0) is gone" }
            + ended.compactMap { id, promise in
                guard let job = kept.jobs[id] else { return "\(id) is gone" }
                let token =
                    switch job.status {
                    case .completed: job.result?.value?.string
                    case .failed: job.error
                    default: "-"
                    }
                return job.status.rawValue == promise.status && token == promise.token
                    ? nil : "\(id): \(job.status) \(token ?? "") is not \(promise)"
            }
    }
}

/// What the store holds.
private struct Kept {
    var files: [String: (version: Int, token: String)] = [:]
    var jobs: [String: AgentJob] = [:]

    init(_ store: SQLiteStore) async throws {
        let user = try await store.localUser().id
        let projects = try await store.projects(as: .user(user))
        #expect(projects.count == 1, "all writers opened one folder")
        for project in projects {
            let infos = try await store.files(in: project.id, as: .user(user))
            for file in try await store.contents(of: infos.map(\.path), in: project.id, as: .user(user)) {
                files[file.path.text] = (file.version, String(file.content.prefix(36)))
            }
            var offset = 0
            while true {
                let page = try await store.jobs(in: project.id, limit: 100, offset: offset, as: .service)
                for job in page.items { jobs[job.id.text] = job }
                offset += 100
                if !page.hasMore { break }
            }
        }
    }

    /// Files that were saved in one transaction and are not of one save.
    var halfPairs: [String] {
        files.keys.filter { $0.hasSuffix("left.txt") }.filter { left in
            let right = left.replacingOccurrences(of: "left.txt", with: "right.txt")
            return files[left]?.token != files[right]?.token || files[left]?.version != files[right]?.version
        }
    }
}
