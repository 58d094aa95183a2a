import Foundation
import JSON
import TestSupport
import Testing

/// An editor that was opened in a home folder.
@Suite struct HomeFolderTests {
    private let home: TemporaryFolder
    private let data: TemporaryFolder

    init() throws {
        home = try TemporaryFolder()
        data = try TemporaryFolder()
        for (path, text) in [
            "notes.py": "if x == None: pass\n", ".aws/credentials": "[default]\n", ".bash_history": "ls\n",
            ".ssh/id_rsa": "key\n", ".docker/config.json": "{}", ".kube/config": "apiVersion: v1\n",
            "photos/list.txt": "a\n",
        ] {
            try home.write(text, to: path)
        }
    }

    private func server() throws -> ServerProcess {
        let server = try ServerProcess(
            arguments: ["--database", data.path + "/codeforge.db"], environment: ["HOME": home.path])
        try server.initialize(root: home)
        return server
    }

    private func mirror(_ server: ServerProcess, _ id: Int) throws -> JSONValue {
        try server.request(id, "codeforge/debug/status")["result"]?["mirrors"]?[0] ?? .null
    }

    private func files(_ server: ServerProcess, _ id: Int) throws -> JSONValue? {
        try server.request(id, "codeforge/file/list", [:])["result"]?["total"]
    }

    /// Waits for the state of the folder's mirror.
    private func wait(for state: JSONValue, _ server: ServerProcess) throws {
        let deadline = ContinuousClock.now + .seconds(20)
        while try mirror(server, 1000)["state"] != state {
            guard ContinuousClock.now < deadline else { throw ServerProcessError.silent }
        }
    }

    private func messages(_ server: ServerProcess) throws -> [JSONValue] {
        try server.send(["id": "shutdown", "method": "shutdown"])
        try server.send(["method": "exit"])
        return try server.receiveAll().filter { $0["method"]?.string?.hasPrefix("window/show") == true }
            .map { $0["params"] ?? .null }
    }

    @Test func `nothing of it is mirrored until agreed, that is said once, and the review goes on`() throws {
        let first = try server()
        try first.open(home.uri + "/notes.py", "python", "if x == None: pass\n")
        var message = try first.receive()
        while message["method"] != "textDocument/publishDiagnostics" { message = try first.receive() }
        #expect(message["params"]?["diagnostics"]?.array?.count == 1)
        try wait(for: "not_agreed", first)
        #expect(try files(first, 2) == 0)
        #expect(
            try messages(first) == [
                [
                    "type": 3,
                    "message": "Agents see no files of this home folder. To agree: codeforge.mirrorFolder",
                ]
            ])

        let second = try server()
        try wait(for: "not_agreed", second)
        let agreed = try second.request(3, "codeforge/project/mirror", [:])["result"]
        #expect(agreed?["agreed"] == true)
        try wait(for: "mirrored", second)
        // Keys, logins and histories stay out all the same; of the program files, those without a secret may be in.
        let listed = try second.request(4, "codeforge/file/list", [:])["result"]?["items"]?.array ?? []
        let paths = listed.compactMap { $0["path"]?.string }
        #expect(paths.sorted() == [".docker/config.json", "notes.py", "photos/list.txt"])
        #expect(try messages(second) == [])
    }

    @Test func `the command line does the same and says so in plain words`() throws {
        func run(_ arguments: String...) throws -> CommandRun {
            try CommandRun(
                BuiltProgram.codeforge, arguments + ["--database", data.path + "/other.db"], in: home.path,
                environment: ["HOME": home.path].merging(WorkerProcesses.quickWorker) { $1 })
        }
        let decision = try run("run", "pedagogy", "--decision", "Where to keep the session?")
        #expect(decision.exitCode == 0, "\(decision.errors)")
        #expect(decision.errors.contains("is a home folder, so that CodeForge keeps no copy of its files"))
        #expect(decision.errors.contains("To have it mirrored: codeforge project mirror"))
        #expect(try run("project", "files").output == "")

        let agreed = try run("project", "mirror")
        #expect(agreed.exitCode == 0, "\(agreed.errors)")
        #expect(agreed.output.contains("is mirrored: 3 files"))
        #expect(agreed.errors == "")
        #expect(try run("project", "files").output.contains("notes.py"))
        #expect(try run("project", "mirror", "--off").output.contains("is not mirrored from now on"))
    }
}
