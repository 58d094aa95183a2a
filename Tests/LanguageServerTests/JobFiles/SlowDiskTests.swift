import Foundation
import Glibc
import JSON
import TestSupport
import Testing

/// A person saves while a program writes to a slow disk; `CODEFORGE_RACE_ROUNDS` plays more.
@Suite(.serialized) struct SlowDiskTests {
    @Test func `what is saved between a program's look and its write is never overwritten`() throws {
        var random = SeededRandom(seed: 3)
        let (folder, storage) = (try TemporaryFolder(), try TemporaryFolder())
        let session = try JobSession(workspace: folder, storage: storage, environment: PropertyEditor.environment)
        let project = try #require(try session.call("codeforge/project/get")["result"]?["id"]?.string)
        let library = storage.path + "/slow-fsync.so"
        let source = BuiltProgram.packageRoot + "/Tests/TestSupport/Clock/slow_fsync.c"
        let compiled = try CommandRun(
            "/usr/bin/env", ["clang", "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], in: storage.path)
        try #require(compiled.exitCode == 0, "\(compiled.errors)")
        let names = ["a.txt", "b.txt", "dir/c.txt"]
        for round in 0..<Rounds.number("CODEFORGE_RACE_ROUNDS", else: 2) {
            for name in names { try folder.write("p\(round) of \(name)\n", to: name) }
            // What the agent sees.
            try session.server.send([
                "method": "workspace/didChangeWatchedFiles",
                "params": [
                    "changes": .array(names.map { ["uri": .string("\(folder.uri)/\($0)"), "type": 2] as JSONValue })
                ],
            ])
            try session.until { try session.rows() == session.files() }
            let agent = try Program(
                BuiltProgram.folder + "/store-writer", ["agent", session.database, project, "r\(round)"], in: storage,
                environment: [:])
            let done = try agent.output().last { $0.hasPrefix("done ") }
            let job = try #require(done.flatMap { try? JSONValue(parsing: String($0.dropFirst(5)))["job"]?.string })
            let apply = try Program(
                BuiltProgram.codeforge, ["jobs", "apply", job, "--yes", "--database", session.database], in: folder,
                environment: PropertyEditor.environment.merging(["LD_PRELOAD": library]) { $1 })
            // The random moment that the test is about, not a wait for a state.
            usleep(UInt32.random(in: 0..<900_000, using: &random))
            for name in names { try folder.write("saved in \(round)\n", to: name) }
            _ = try apply.output()
            for name in names {
                let text = try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
                #expect(text.contains("saved in \(round)\n"), "round \(round), \(name): \(text)")
            }
        }
    }
}
