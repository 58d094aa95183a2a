import Foundation
import Glibc

/// `codeforge-server` on a database of its own, for as long as the value lives, and a person who is signed in to it.
package final class TeamServer {
    /// What a program of the person's needs to be theirs.
    package let environment: [String: String]
    package let url: String
    private let folder: TemporaryFolder
    private let process = Process()
    private let output = Pipe()

    private static let secret = "a-shared-secret-of-the-fixtures-that-is-long"
    private static let token = """
        import base64, hmac, json, sys, time
        part = lambda value: base64.urlsafe_b64encode(value).rstrip(b"=")
        claims = {"sub": sys.argv[1], "aud": "authenticated", "role": "authenticated", "exp": int(time.time()) + 7200}
        text = part(b'{"alg":"HS256","typ":"JWT"}') + b"." + part(json.dumps(claims).encode())
        print((text + b"." + part(hmac.digest(sys.argv[2].encode(), text, "sha256"))).decode())
        """

    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    /// - Throws: Where the server does not start, or does not let the person in.
    package init() throws {
        folder = try TemporaryFolder()
        environment = ["XDG_CONFIG_HOME": folder.path + "/config"]
        process.executableURL = URL(filePath: BuiltProgram.folder + "/codeforge-server")
        process.arguments = [
            "serve", "--database-url", "sqlite:\(folder.path)/team.db", "--listen", "127.0.0.1:0",
            "--requests-per-minute", "0",
        ]
        process.environment = ProcessInfo.processInfo.environment.merging(WorkerProcesses.quickWorker) { $1 }
            .merging(["CODEFORGE_JWT_SECRET": Self.secret]) { $1 }
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let said = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        guard let port = said.split(separator: ":").last.flatMap({ Int($0.filter(\.isNumber)) }) else {
            throw Failure(description: "codeforge-server did not start: \(said)")
        }
        url = "http://127.0.0.1:\(port)"
        let token = try CommandRun(
            "/usr/bin/env", ["python3", "-c", Self.token, UUID().uuidString.lowercased(), Self.secret], in: folder.path)
        let login = try CommandRun.codeforge(
            ["team", "login", url], in: folder, input: Array(token.output.utf8),
            environment: environment.merging(WorkerProcesses.quickWorker) { $1 })
        guard login.exitCode == 0 else { throw Failure(description: token.errors + login.errors) }
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        WorkerProcesses.kill(folder.path + "/team.db")
    }
}
