import Foundation
import Glibc
import JSON
import TestSupport
import Testing

/// git takes files away and brings them back under servers that take note of it; `CODEFORGE_RACE_ROUNDS` plays more.
@Suite(.serialized) struct GitRaceTests {
    private static let names = (0..<150).map { "src/f\($0).txt" }

    private func git(_ folder: TemporaryFolder, _ arguments: String...) throws {
        let own = ["-c", "user.name=p", "-c", "user.email=p@example.com"]
        let run = try CommandRun("/usr/bin/git", own + arguments, in: folder.path)
        try #require(run.exitCode == 0, "git \(arguments): \(run.errors)")
    }

    /// Files that are not as they were written.
    private func problems(_ folder: TemporaryFolder, _ round: Int = 0) -> [String] {
        Self.names.filter { name in
            FileManager.default.contents(atPath: folder.path + "/" + name) != Data("text of \(name) \(round)\n".utf8)
        }
    }

    private func write(_ folder: TemporaryFolder, _ round: Int = 0) throws {
        for name in Self.names { try folder.write("text of \(name) \(round)\n", to: name) }
    }

    private func isMirrored(_ session: JobSession) throws -> Bool {
        try session.call("codeforge/debug/status")["result"]?["mirrors"]?.array?.first?["state"] == "mirrored"
    }

    private func rows(_ session: JobSession) throws -> Int {
        try session.call("codeforge/file/list", ["limit": 1])["result"]?["total"]?.int ?? 0
    }

    /// Tells as editors do that something happened to files.
    private func tell(_ session: JobSession, _ kind: Int) throws {
        let changes = Self.names.map { name -> JSONValue in
            ["uri": .string("\(session.workspace.uri)/\(name)"), "type": .integer(kind)]
        }
        try session.server.send([
            "method": "workspace/didChangeWatchedFiles", "params": ["changes": .array(changes)],
        ])
    }

    @Test func `a server killed while it notes that a checkout took files away leaves those that come back`() throws {
        var random = SeededRandom(seed: 1)
        let (folder, storage) = (try TemporaryFolder(), try TemporaryFolder())
        try git(folder, "init", "-q", "-b", "main")
        try git(folder, "commit", "-q", "--allow-empty", "-m", "empty")
        try git(folder, "branch", "other")
        try write(folder)
        try git(folder, "add", "-A")
        try git(folder, "commit", "-q", "-m", "files")
        for round in 0..<Rounds.number("CODEFORGE_RACE_ROUNDS", else: 3) {
            let session = try JobSession(workspace: folder, storage: storage)
            try session.until { try isMirrored(session) && rows(session) == Self.names.count }
            try git(folder, "checkout", "-q", "other")
            try tell(session, 3)
            // The random moment that the test is about, not a wait for a state.
            usleep(UInt32.random(in: 0..<150_000, using: &random))
            kill(session.server.identifier, SIGKILL)
            try git(folder, "checkout", "-q", "main")
            let next = try JobSession(workspace: folder, storage: storage)
            try next.until { try isMirrored(next) && rows(next) == Self.names.count }
            #expect(problems(folder) == [], "round \(round)")
            kill(next.server.identifier, SIGKILL)
        }
    }

    @Test func `files that nobody committed survive a stash and its pop under two editors`() throws {
        var random = SeededRandom(seed: 2)
        let (folder, storage) = (try TemporaryFolder(), try TemporaryFolder())
        try git(folder, "init", "-q", "-b", "main")
        try git(folder, "commit", "-q", "--allow-empty", "-m", "empty")
        let sessions = [
            try JobSession(workspace: folder, storage: storage), try JobSession(workspace: folder, storage: storage),
        ]
        for session in sessions { try session.until { try isMirrored(session) } }
        for round in 0..<Rounds.number("CODEFORGE_RACE_ROUNDS", else: 5) {
            try write(folder, round)
            for session in sessions { try tell(session, round == 0 ? 1 : 2) }
            usleep(UInt32.random(in: 0..<100_000, using: &random))
            try git(folder, "stash", "-q", "-u")
            for session in sessions { try tell(session, 3) }
            usleep(UInt32.random(in: 0..<200_000, using: &random))
            try git(folder, "stash", "pop", "-q")
            for session in sessions { try tell(session, 1) }
            usleep(UInt32.random(in: 0..<100_000, using: &random))
            #expect(problems(folder, round) == [], "round \(round)")
        }
        for session in sessions { try session.until { try rows(session) == Self.names.count } }
        #expect(problems(folder, Rounds.number("CODEFORGE_RACE_ROUNDS", else: 5) - 1) == [])
    }
}
