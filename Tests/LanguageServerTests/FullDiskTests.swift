import Foundation
import JSON
import TestSupport
import Testing

/// A disk that gets full while the server runs.
///
/// The system lets the server's files grow no more, which is the same to a program and can be undone from outside.
@Suite struct FullDiskTests {
    @Test func `a full disk is told once, and what changed meanwhile is kept once there is room again`() throws {
        let session = try JobSession()
        let other = try TemporaryFolder()
        try session.workspace.write("export const a = 1\n", to: "a.ts")
        try other.write("export const b = 1\n", to: "b.ts")
        try session.server.send([
            "method": "workspace/didChangeWorkspaceFolders",
            "params": ["event": ["added": [["uri": .string(other.uri), "name": "other"]], "removed": []]],
        ])
        try session.until { try states(session) == ["mirrored", "mirrored"] }

        try limitFiles(of: session, to: "0")
        for folder in [session.workspace, other] {
            try folder.write("export const c = 2\n", to: "c.ts")
            try session.server.send([
                "method": "workspace/didChangeWatchedFiles",
                "params": ["changes": [["uri": .string(folder.uri + "/c.ts"), "type": 1]]],
            ])
        }
        try session.until { try states(session) == ["stopped", "stopped"] }
        let refused = try session.call(
            "codeforge/agent/run", ["agent_type": "research", "input_context": ["user_idea": "A CRM"]])
        #expect(refused["error"]?["data"]?["code"] == "unavailable")
        let messages = session.all("window/showMessage").compactMap { $0["message"]?.string }
        #expect(messages.count == 1)
        #expect(messages.first?.contains("not kept at the moment; the review goes on in memory") == true)
        #expect(messages.first?.contains("The database \(session.database) can't be read or written") == true)

        try limitFiles(of: session, to: "unlimited")
        // Nobody saves a file, and nobody tells the server.
        try session.until { try states(session) == ["mirrored", "mirrored"] }
        #expect(
            try session.rows() == ["a.ts": "export const a = 1\n", "c.ts": "export const c = 2\n"])
        #expect(session.all("window/showMessage").count == 1)
        #expect(try CommandRun.codeforge(["db", "check", "--database", session.database], in: other).exitCode == 0)
    }

    private func states(_ session: JobSession) throws -> [String] {
        let mirrors = try session.call("codeforge/debug/status")["result"]?["mirrors"]?.array ?? []
        return mirrors.compactMap { $0["state"]?.string }
    }

    private func limitFiles(of session: JobSession, to size: String) throws {
        let run = try CommandRun(
            "/usr/bin/env", ["prlimit", "--pid", "\(session.server.identifier)", "--fsize=\(size):"],
            in: session.workspace.path)
        #expect(run.exitCode == 0, "\(run.errors)")
    }
}
