import Foundation
import Synchronization
import TestSupport
import Testing

/// `codeforge run` waits for a job, and for nothing else.
@Suite(.serialized) struct RunEndsTests {
    @Test(.timeLimit(.minutes(10)))
    func `each of many runs ends while files change`() throws {
        let (folder, storage) = (try TemporaryFolder(), try TemporaryFolder())
        let isOver = Mutex(false)
        // Changes that each run's mirror saves: the change feed has work while its listeners come and go.
        let writer = Thread { [path = folder.path] in
            var number = 0
            while !isOver.withLock({ $0 }) {
                number += 1
                try? "export const n = \(number)\n".write(
                    toFile: path + "/file\(number % 20).ts", atomically: false, encoding: .utf8)
                usleep(2_000)
            }
        }
        writer.start()
        defer { isOver.withLock { $0 = true } }
        for number in 0..<25 {
            let run = try CommandRun.codeforge(
                [
                    "run", "research", "--idea", "A shop for tea, number \(number)", "--skip-clarification",
                    "--database", storage.path + "/jobs.db",
                ], in: folder, environment: WorkerProcesses.quickWorker)
            #expect(run.exitCode == 0, "\(run.errors)")
        }
    }

    @Test(.timeLimit(.minutes(10)))
    func `runs that wait at the same time on one database all end`() async throws {
        let storage = try TemporaryFolder()
        try await withThrowingTaskGroup(of: Int32.self) { group in
            for number in 0..<4 {
                group.addTask {
                    let folder = try TemporaryFolder()
                    var code: Int32 = 0
                    for round in 0..<5 {
                        let run = try CommandRun.codeforge(
                            [
                                "run", "research", "--idea", "A shop for tea, number \(number * 10 + round)",
                                "--skip-clarification", "--database", storage.path + "/jobs.db",
                            ], in: folder, environment: WorkerProcesses.quickWorker)
                        code = max(code, run.exitCode)
                    }
                    return code
                }
            }
            for try await code in group { #expect(code == 0) }
        }
    }

    @Test func `the worker that stays keeps no project's folder busy`() throws {
        let (folder, storage) = (try TemporaryFolder(), try TemporaryFolder())
        let database = storage.path + "/jobs.db"
        defer { WorkerProcesses.kill(database) }
        let run = try CommandRun.codeforge(
            ["run", "research", "--idea", "A shop for tea", "--skip-clarification", "--database", database],
            in: folder, environment: ["CODEFORGE_WORKER": BuiltProgram.folder + "/codeforge-worker"])
        #expect(run.exitCode == 0, "\(run.errors)")
        let workers = WorkerProcesses.of(database)
        #expect(!workers.isEmpty)
        for worker in workers {
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(worker)/cwd") == "/")
        }
    }
}
