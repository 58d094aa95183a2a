import Foundation
import Glibc
import JSON
import TestSupport

/// The built `codeforge-server` on a database of its own, spoken to over real connections.
final class RunningServer {
    static let secret = "a-shared-secret-for-tests-of-32-bytes-and-more"

    let port: Int
    private let process = Process()
    private let folder: TemporaryFolder

    var database: String { folder.path + "/team.db" }
    var identifier: Int32 { process.processIdentifier }
    /// All that it wrote to standard error.
    var log: String { (try? String(contentsOfFile: folder.path + "/log", encoding: .utf8)) ?? "" }

    /// Starts the server and waits until it listens; without a database on SQLite.
    init(
        _ arguments: [String] = [], environment: [String: String] = [:], limit: Int = 0, database: String? = nil,
        service: String? = nil
    ) throws {
        folder = try TemporaryFolder()
        let (output, log) = (folder.path + "/output", folder.path + "/log")
        for file in [output, log] { try Data().write(to: URL(filePath: file)) }
        process.executableURL = URL(filePath: BuiltProgram.folder + "/codeforge-server")
        process.arguments =
            [
                "serve", "--database-url", database ?? "sqlite:\(folder.path)/team.db", "--listen", "127.0.0.1:0",
                "--requests-per-minute", "\(limit)",
            ] + (service.map { ["--service-database-url", $0] } ?? []) + arguments
        let own = ["CODEFORGE_JWT_SECRET": Self.secret].merging(WorkerProcesses.quickWorker) { $1 }
        process.environment = ProcessInfo.processInfo.environment.merging(own) { $1 }.merging(environment) { $1 }
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
        process.standardError = try FileHandle(forWritingTo: URL(filePath: log))
        try process.run()
        let process = process
        port = try Self.wait(for: "the server's port") {
            guard process.isRunning else { throw HTTPConnection.Failure.closed }
            let text = try String(contentsOfFile: output, encoding: .utf8)
            guard text.hasSuffix("\n") else { return nil }
            return text.split(separator: ":").last.flatMap { Int($0.filter(\.isNumber)) }
        }
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        WorkerProcesses.kill(database)
    }

    /// Polls until there is something.
    static func wait<Value>(for what: String, _ body: () throws -> Value?) throws -> Value {
        let deadline = ContinuousClock.now + ServerProcess.patience
        while ContinuousClock.now < deadline {
            if let value = try body() { return value }
            usleep(10_000)
        }
        throw HTTPConnection.Failure.malformed("\(what) did not come")
    }

    func connect() throws -> HTTPConnection { try HTTPConnection(port: port) }

    /// One request on a connection of its own.
    func send(
        _ method: String, _ target: String, as token: String?, _ body: JSONValue? = nil, headers: [String: String] = [:]
    ) throws -> HTTPReply {
        let connection = try connect()
        var headers = headers
        if let token { headers["authorization"] = "Bearer \(token)" }
        if body != nil { headers["content-type"] = headers["content-type"] ?? "application/json" }
        connection.send(method, target, headers: headers, body: body.map { Array($0.serialized.utf8) })
        return try connection.receive()
    }

    /// Asks it to end.
    func terminate() { kill(process.processIdentifier, SIGTERM) }

    func exitCode() -> Int32 {
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    }
}
