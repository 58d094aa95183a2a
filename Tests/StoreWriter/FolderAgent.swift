import Glibc
import JSON
import Models
import SQLiteStorage
import Storage

/// An agent that works on one job of a project and writes some of its files, for a test that kills it at any moment.
///
/// It takes up the job that a dead one left, or else submits one. Lines: `wish {job, path, text, seen}` before each
/// file that it writes, and `done {job}`. Every word that it makes up is unique and begins with `a`.
struct FolderAgent {
    let database: String
    let project: String
    let seed: String

    private static let names = ["a.txt", "b.txt", "dir/c.txt"]
    private static let lease = Duration.milliseconds(200)

    func run() async throws {
        let store = try SQLiteStore(path: database)
        let user = try await store.localUser().id
        guard let project = RowID(project) else { throw StoreError.invalidInput(field: "project", reason: "is none") }
        let job = try await job(in: store, project, user)
        for (number, name) in Self.names.enumerated() where Bool.random() {
            let path = try ProjectPath(validating: name)
            let seen = try await store.contents(of: [path], in: project, as: .user(user)).first?.content
            let text = changed(seen ?? "", file: number)
            var wish: JSONObject = ["job": .string(job.id.text), "path": .string(name), "text": .string(text)]
            if let seen { wish["seen"] = .string(seen) }
            say("wish \(JSONValue.object(wish).serialized)")
            let file = JobFile(
                jobID: job.id, projectID: project, path: path, content: text, language: nil, seen: seen)
            try await store.proposeFile(file, as: .user(user))
        }
        _ = try await store.completeJob(job.id, worker: seed, result: JSONText("{}"), as: .service)
        say("done \(JSONValue.object(["job": .string(job.id.text)]).serialized)")
    }

    private func job(in store: SQLiteStore, _ project: RowID, _ user: RowID) async throws -> AgentJob {
        while true {
            if let job = try await store.claimJob(worker: seed, lease: Self.lease, as: .service) { return job }
            // One that died holds its job for a moment.
            if try await store.openJobs(as: .user(user)).isEmpty {
                _ = try await store.submitJob(
                    NewJob(projectID: project, userID: user, agentType: "code", inputContext: JSONText("{}")),
                    as: .service)
            } else {
                try await Task.sleep(for: .milliseconds(20))
            }
        }
    }

    /// The text with lines of this agent's, and without one that an agent wrote.
    private func changed(_ text: String, file: Int) -> String {
        var lines = text.split(separator: "\n").map(String.init)
        if let place = lines.indices.filter({ lines[$0].hasPrefix("a") && !lines[$0].contains("p") }).randomElement(),
            Bool.random()
        {
            lines.remove(at: place)
        }
        for number in 0..<Int.random(in: 1...3) {
            lines.insert("a\(seed)x\(file)x\(number)", at: Int.random(in: 0...lines.count))
        }
        return lines.map { $0 + "\n" }.joined()
    }
}

/// Tells how many ended jobs have files that nobody thought of.
struct UnthoughtOf {
    let database: String
    let project: String

    func run() async throws {
        let store = try SQLiteStore(path: database)
        guard let project = RowID(project) else { throw StoreError.invalidInput(field: "project", reason: "is none") }
        let user = Caller.user(try await store.localUser().id)
        say("\(try await store.jobs(withFilesIn: [.proposed], of: project, as: user).count)")
    }
}
