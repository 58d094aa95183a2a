import Foundation
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

    /// What has the first worker's wall clock be an hour ahead.
    private static func aheadWorker(in folder: TemporaryFolder) throws -> [String: String] {
        let library = folder.path + "/clock-ahead.so"
        let source = BuiltProgram.packageRoot + "/Tests/TestSupport/Clock"
        let compiled = try CommandRun(
            "/usr/bin/env", ["clang", "-shared", "-fPIC", "-O1", "-o", library, source + "/clock_ahead.c", "-ldl"],
            in: folder.path)
        #expect(compiled.exitCode == 0, "\(compiled.errors)")
        return WorkerProcesses.quickWorker.merging([
            "CODEFORGE_WORKER": source + "/ahead-worker.sh", "CLOCK_AHEAD": library,
            "FIRST_WORKER": folder.path + "/first-worker",
        ]) { $1 }
    }
}
