import Foundation
import JSON
import TestSupport
import Testing

/// Clocks that somebody sets while agents work.
@Suite(.serialized) struct ClockTests {
    /// The clock goes back by an hour while a worker holds a job: for a worker that is dead, its clock was ahead.
    @Test func `a job whose worker died before the clock went back is taken up by the next worker`() throws {
        let storage = try TemporaryFolder()
        let session = try JobSession(storage: storage, environment: try Self.aheadWorker(in: storage))
        let database = session.database
        defer { WorkerProcesses.kill(database) }
        let job = try session.pipeline("A CRM for dog walkers")
        try session.until { session.all("codeforge/job/event").count >= 3 }
        WorkerProcesses.kill(database)
        // Long before the hour is over, which would be too long for this test as well.
        #expect(try session.event(JobSession.ends, of: job)["event"] == "complete")
        let ahead = try session.call("codeforge/job/get", ["job_id": .string(job)])["result"]
        #expect(ahead?["created_at"] != nil)
    }

    /// The clock goes forth by an hour: a worker that lives keeps its job.
    @Test func `two workers with clocks that differ by an hour do not take jobs from each other`() throws {
        let storage = try TemporaryFolder()
        let session = try JobSession(storage: storage, environment: WorkerProcesses.quickWorker)
        let database = session.database
        defer { WorkerProcesses.kill(database) }
        var jobs: [String] = []
        for number in 1...4 { jobs.append(try session.pipeline("A CRM for dog walkers, number \(number)")) }
        try session.until { session.all("codeforge/job/event").count >= 3 }
        let environment = try Self.aheadWorker(in: storage)
        let ahead = Process()
        ahead.executableURL = URL(filePath: environment["CODEFORGE_WORKER"] ?? "")
        ahead.arguments = ["--database", database]
        ahead.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        try ahead.run()
        for job in jobs {
            #expect(try session.event(JobSession.ends, of: job)["event"] == "complete")
            // One that was taken away and begun anew would have run twice.
            let starts = session.all("codeforge/job/event").filter {
                $0["job_id"]?.string == job && $0["data"]?["progress"] == 0.0
            }
            #expect(starts.count <= 2, "\(starts)")
        }
        ahead.waitUntilExit()
    }

    @Test func `the mentor goes on with a conversation that began before the clock went back`() throws {
        let (workspace, storage) = (try TemporaryFolder(), try TemporaryFolder())
        let environment = WorkerProcesses.quickWorker.merging(["LD_PRELOAD": try Self.aheadClock(in: storage)]) { $1 }
        let ahead = try JobSession(workspace: workspace, storage: storage, environment: environment)
        defer { WorkerProcesses.kill(ahead.database) }
        let first = try ahead.call("codeforge/mentor/ask", ["question": "Why is the sky blue?"])
        let conversation = try #require(first["result"]?["session_id"]?.string)
        _ = try ahead.server.shutDown()
        WorkerProcesses.kill(ahead.database)
        let later = try JobSession(workspace: workspace, storage: storage)
        let second = try later.call(
            "codeforge/mentor/ask", ["question": "And the sea?", "session_id": .string(conversation)])
        #expect(second["error"] == nil && second["result"]?["session_id"]?.string == conversation, "\(second)")
    }

    @Test func `a day begins at midnight in the middle of a ladder, and only one, wherever the clock goes`() throws {
        let storage = try TemporaryFolder()
        let clock = try MovedClock(in: storage)
        try clock.moveTo(secondsBeforeMidnight: 60)
        let session = try JobSession(
            storage: storage, environment: WorkerProcesses.quickWorker.merging(clock.environment) { $1 })
        defer { WorkerProcesses.kill(session.database) }
        let uri = session.workspace.uri + "/load.py"
        try session.server.open(uri, "python", "import yaml\n\n\ndef load(text):\n    return yaml.load(text)\n")
        _ = try session.call(
            "workspace/executeCommand", ["command": "codeforge.setMode", "arguments": [["mode": "student"]]])
        func ask() throws -> JSONValue {
            let place: JSONValue = ["line": 4, "character": 18]
            return try session.call("codeforge/mentor/ask", ["uri": .string(uri), "position": place])["result"] ?? .null
        }
        func days() throws -> [JSONValue] {
            try session.call("codeforge/session/list")["result"]?["items"]?.array ?? []
        }
        let first = try ask()
        #expect(first["hint_level"] == 0)
        #expect(try days().count == 1)
        try clock.move(by: 120)
        // The ladder goes on, the conversation is another day's.
        let second = try ask()
        #expect(second["hint_level"] == 1 && second["session_id"] != first["session_id"])
        let spoken = try session.call("codeforge/mentor/ask", ["question": "Why is that so?"])["result"]
        #expect(spoken?["session_id"] == second["session_id"])
        // Somebody puts the clock right again.
        try clock.move(by: -120)
        let third = try ask()
        #expect(third["hint_level"] == 2 && third["session_id"] == first["session_id"])
        let kept = try days()
        #expect(kept.count == 2)
        #expect(
            kept.allSatisfy { $0["concepts_covered"] == ["eval/yaml-load"] && $0["duration_minutes"]?.int ?? -1 < 3 })
        #expect(Set(kept.compactMap { $0["transcript"]?.array?.count }) == [4])
    }

    /// What has the first worker's wall clock be an hour ahead.
    private static func aheadWorker(in folder: TemporaryFolder) throws -> [String: String] {
        WorkerProcesses.quickWorker.merging([
            "CODEFORGE_WORKER": source + "/ahead-worker.sh", "CLOCK_AHEAD": try aheadClock(in: folder),
            "FIRST_WORKER": folder.path + "/first-worker",
        ]) { $1 }
    }

    private static let source = BuiltProgram.packageRoot + "/Tests/TestSupport/Clock"

    /// A library that puts the wall clock of a program an hour ahead.
    private static func aheadClock(in folder: TemporaryFolder) throws -> String {
        let library = folder.path + "/clock-ahead.so"
        let compiled = try CommandRun(
            "/usr/bin/env", ["clang", "-shared", "-fPIC", "-O1", "-o", library, source + "/clock_ahead.c", "-ldl"],
            in: folder.path)
        #expect(compiled.exitCode == 0, "\(compiled.errors)")
        return library
    }
}
