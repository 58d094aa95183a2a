import JSON
import TestSupport
import Testing

/// Settings files that cannot be taken over, from the editor's side.
@Suite struct MistakenSettingsTests {
    private func messages(_ server: ServerProcess) throws -> [String] {
        try server.send(["id": "shutdown", "method": "shutdown"])
        try server.send(["method": "exit"])
        return try server.receiveAll().filter { $0["method"] == "window/showMessage" }
            .compactMap { $0["params"]?["message"]?.string }
    }

    @Test(arguments: [
        (#"{"model.provider": "antropic", "log.level": "loud"}"#, ["'antropic'", "'anthropic'", "'loud'"]),
        (#"{"model": {"routes": {"qaa": "offline"}}}"#, ["'qaa'", "Did you mean 'qa'?"]),
        ("{,}", ["This is not JSON"]),
    ])
    func `one message says what could not be taken over, once`(text: String, says: [String]) throws {
        let settings = try TemporaryFolder()
        let workspace = try TemporaryFolder()
        try settings.write(text, to: "codeforge/config.json")
        let server = try ServerProcess(environment: ["XDG_CONFIG_HOME": settings.path])
        try server.initialize(root: workspace)
        // Read again, with nothing new in it.
        try server.send([
            "method": "workspace/didChangeWatchedFiles",
            "params": ["changes": [["uri": .string(settings.uri + "/codeforge/config.json"), "type": 2]]],
        ])
        let told = try messages(server)
        #expect(told.count == 1, "\(told)")
        for words in says { #expect(told.first?.contains(words) == true, "\(told)") }
        #expect(told.first?.hasPrefix("\(settings.path)/codeforge/config.json: ") == true)
    }

    @Test func `settings that hold say nothing`() throws {
        let settings = try TemporaryFolder()
        try settings.write(#"{"log.level": "error", "model.provider": "offline"}"#, to: "codeforge/config.json")
        let server = try ServerProcess(environment: ["XDG_CONFIG_HOME": settings.path])
        try server.initialize(root: try TemporaryFolder())
        #expect(try messages(server) == [])
    }
}
