import Foundation
import Glibc
import JSON
import TestSupport
import Testing

/// `kill -9` and cancellation at random moments of a pipeline.
///
/// The moments are the same in every run of the tests, as
/// far as the machine allows.
@Suite(.serialized) struct JobCrashTests {
    private enum Victim: CaseIterable { case worker, server, both }

    /// Lets a random part of a pipeline go by: so many of its events.
    private func letPass(_ count: Int, of job: String, in session: JobSession) throws {
        try session.until { session.all("codeforge/job/event").count >= count || isOver(job, session) }
    }

    private func isOver(_ job: String, _ session: JobSession) -> Bool {
        session.all("codeforge/job/event").contains {
            $0["job_id"]?.string == job && JobSession.ends.contains($0["event"]?.string ?? "")
        }
    }

    @Test func `a pipeline survives the murder of its worker, its server, or both`() throws {
        var random = SeededRandom(seed: 5)
        for round in 0..<Rounds.number("CODEFORGE_CRASH_ROUNDS", else: 15) {
            var session = try JobSession()
            let database = session.database
            defer { WorkerProcesses.kill(database) }
            let job = try session.pipeline("A CRM for dog walkers")
            try letPass(Int.random(in: 0...90, using: &random), of: job, in: session)
            let victim = Victim.allCases.randomElement(using: &random) ?? .both
            if victim != .server { WorkerProcesses.kill(database) }
            if victim != .worker {
                kill(session.server.identifier, SIGKILL)
                session = try JobSession(workspace: session.workspace, storage: session.storage)
            }
            var status = ""
            try session.until {
                status = try session.status(of: job)
                return ["completed", "failed", "cancelled"].contains(status)
            }
            #expect(status == "completed", "round \(round), \(victim)")
            // What a server had agreed to write when it was killed waits until a person asks for it.
            if victim != .worker {
                _ = try session.call("codeforge/job/apply", ["job_id": .string(job), "which": "new"])
            }
            try session.until {
                let files = try session.files()
                return try files.count >= 12 && session.rows() == files
            }
            #expect(try session.roadmaps() == 1)
        }
    }

    @Test func `a job cancelled at random moments is over, with its progress`() throws {
        var random = SeededRandom(seed: 7)
        let session = try JobSession()
        defer { WorkerProcesses.kill(session.database) }
        for round in 0..<Rounds.number("CODEFORGE_CRASH_ROUNDS", else: 15) {
            session.forget()
            let job = try session.pipeline("A CRM for dog walkers, number \(round)")
            try letPass(Int.random(in: 0...90, using: &random), of: job, in: session)
            let answer = try session.call("codeforge/job/cancel", ["job_id": .string(job)])
            let end = try session.event(JobSession.ends, of: job)
            // A job that was faster than the cancellation says so.
            #expect(end["event"] == "cancelled" || answer["error"]?["data"]?["code"] == "conflict")
            let events = session.all("codeforge/job/event").filter { $0["job_id"]?.string == job }
            #expect(events.last == end)
            try session.until {
                let kinds = session.all("$/progress").compactMap { $0["value"]?["kind"]?.string }
                return kinds.filter { $0 == "begin" }.count == kinds.filter { $0 == "end" }.count
            }
        }
    }
}

extension JobSession {
    /// 1 where the project has a roadmap with steps, as one pipeline makes.
    fileprivate func roadmaps() throws -> Int {
        try call("codeforge/roadmap/get")["result"]?["total_steps"]?.int ?? 0 > 0 ? 1 : 0
    }
}
