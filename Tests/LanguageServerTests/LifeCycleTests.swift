import Foundation
import JSON
import TestSupport
import Testing

@Suite struct LifeCycleTests {
    @Test func `a session with shutdown and exit ends with 0`() throws {
        let server = try ServerProcess()
        try server.initialize()
        #expect(try server.shutDown() == 0)
    }

    @Test func `exit without shutdown ends with 1`() throws {
        let server = try ServerProcess()
        try server.initialize()
        try server.send(["method": "exit"])
        #expect(try server.exitCode() == 1)
    }

    @Test func `exit before initialize ends with 1`() throws {
        let server = try ServerProcess()
        try server.send(["method": "exit"])
        #expect(try server.exitCode() == 1)
    }

    @Test func `the end of input ends the server, with 1 where shutdown is missing`() throws {
        let server = try ServerProcess()
        try server.initialize()
        try server.closeInput()
        #expect(try server.exitCode() == 1)
    }

    @Test func `the end of input ends a server whose client takes nothing and whose question is open`() throws {
        let server = try ServerProcess()
        try server.initialize()
        // More than a pipe holds.
        for number in 0..<40 {
            try server.open("file:///w/\(number).js", "javascript", String(repeating: "debugger;\n", count: 200))
        }
        try server.send([
            "id": 1, "method": "workspace/executeCommand", "params": ["command": "codeforge.runPipeline"],
        ])
        try server.closeInput()
        #expect(try server.exitCode() == 1)
    }

    @Test func `the end of input after shutdown ends with 0`() throws {
        let server = try ServerProcess()
        try server.initialize()
        _ = try server.request(1, "shutdown")
        try server.closeInput()
        #expect(try server.exitCode() == 0)
    }

    @Test func `requests before the end of input are answered`() throws {
        let server = try ServerProcess()
        try server.send(["id": 1, "method": "initialize", "params": ["capabilities": [:]]])
        try server.send(["id": 2, "method": "codeforge/debug/status"])
        try server.closeInput()
        #expect(try server.receiveAll().map { $0["id"] } == [1, 2])
    }

    @Test func `the death of the client's process ends the server`() throws {
        let client = Process()
        client.executableURL = URL(filePath: "/bin/sleep")
        client.arguments = ["600"]
        try client.run()
        let server = try ServerProcess()
        try server.send([
            "id": 1, "method": "initialize",
            "params": ["processId": .integer(Int(client.processIdentifier)), "capabilities": [:]],
        ])
        _ = try server.answer(to: 1)
        kill(client.processIdentifier, SIGKILL)
        #expect(try server.exitCode() == 1)
    }

    @Test func `the death of the process that the command line names ends a server that nobody initialized`() throws {
        let client = Process()
        client.executableURL = URL(filePath: "/bin/sleep")
        client.arguments = ["600"]
        try client.run()
        let server = try ServerProcess(arguments: ["--stdio", "--clientProcessId=\(client.processIdentifier)"])
        kill(client.processIdentifier, SIGKILL)
        #expect(try server.exitCode() == 1)
    }

    @Test func `before initialize each request gets ServerNotInitialized, unknown ones too`() throws {
        let server = try ServerProcess()
        for (id, method) in ["shutdown", "textDocument/hover", "no/such", "$/secret"].enumerated() {
            #expect(try server.request(id, method)["error"]?["code"] == -32002)
        }
        try server.initialize()
        #expect(try server.shutDown() == 0)
    }

    @Test func `a second initialize is refused, and so is everything after shutdown`() throws {
        let server = try ServerProcess()
        try server.initialize()
        #expect(try server.request(1, "initialize", ["capabilities": [:]])["error"]?["code"] == -32600)
        #expect(try server.request(2, "shutdown")["result"] == .null)
        #expect(try server.request(3, "textDocument/hover")["error"]?["code"] == -32600)
        #expect(try server.request(4, "shutdown")["error"]?["code"] == -32600)
        try server.send(["method": "exit"])
        #expect(try server.exitCode() == 0)
    }

    @Test func `unknown requests are answered and unknown notifications ignored`() throws {
        let server = try ServerProcess()
        try server.initialize()
        try server.send(["method": "no/such", "params": [1, 2]])
        try server.send(["method": "$/noSuch"])
        #expect(try server.request(1, "no/such")["error"]?["code"] == -32601)
        #expect(try server.request(2, "$/noSuch")["error"]?["code"] == -32601)
        #expect(try server.shutDown() == 0)
    }

    @Test func `parameters of a wrong shape are refused, and the message names the member`() throws {
        let server = try ServerProcess()
        try server.initialize()
        let error = try server.request(1, "textDocument/hover", ["textDocument": ["uri": 7]])["error"]
        #expect(error?["code"] == -32602)
        #expect(error?["message"] == "params.textDocument.uri must be a string.")
        #expect(try server.request(2, "textDocument/hover", [1])["error"]?["code"] == -32602)
        #expect(try server.request(3, "textDocument/hover")["error"]?["code"] == -32602)
        #expect(try server.shutDown() == 0)
    }

    @Test(arguments: [
        ["--no-such"], ["--log-level", "loud"], ["--database"], ["file.txt"], ["--clientProcessId=x"],
    ]) func `a wrong option ends the program with 2 and no byte of output`(arguments: [String]) throws {
        let server = try ServerProcess(arguments: arguments)
        #expect(try server.receiveAll().isEmpty)
        #expect(try server.exitCode() == 2)
    }
}
