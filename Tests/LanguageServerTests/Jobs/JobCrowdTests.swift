import JSON
import TestSupport
import Testing

/// Many jobs at the same moment.
@Suite(.serialized) struct JobCrowdTests {
    @Test func `fifty jobs submitted at once from three editors start few workers, and all end`() throws {
        // The database lies in the workspace, whose files all three read.
        let folder = try TemporaryFolder()
        let first = try JobSession(workspace: folder, storage: folder)
        defer { WorkerProcesses.kill(first.database) }
        let others = try (0..<2).map { _ in try JobSession(workspace: folder, storage: folder) }
        let editors = [first] + others
        for number in 0..<51 {
            let input: JSONValue = ["decision_context": .string("Where to keep session \(number)?")]
            try editors[number % 3].server.send([
                "id": .string("run\(number)"), "method": "codeforge/agent/run",
                "params": ["agent_type": "pedagogy", "input_context": input],
            ])
        }
        // Each editor has taken in its jobs once it answers what came after them.
        for editor in editors { _ = try editor.call("codeforge/job/list") }
        var most = 0
        try first.until {
            most = max(most, WorkerProcesses.of(first.database).count)
            let items = try first.call("codeforge/job/list", ["limit": 100])["result"]?["items"]?.array ?? []
            return items.count { $0["status"] == "completed" } == 51
        }
        // One more for an editor that looks in the instant in which the lock passes from one hand to the next.
        #expect((1...editors.count).contains(most), "\(most) workers")
    }
}
