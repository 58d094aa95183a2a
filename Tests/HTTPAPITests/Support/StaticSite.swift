import Foundation
import Glibc
import JSON
import TestSupport

/// Files behind HTTP on this machine, as an identity provider publishes its keys.
final class StaticSite {
    private let folder: TemporaryFolder
    private let process = Process()
    private let port: Int

    init() throws {
        folder = try TemporaryFolder()
        let output = folder.path + "/.output"
        try Data().write(to: URL(filePath: output))
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", folder.path,
        ]
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
        process.standardError = FileHandle.nullDevice
        try process.run()
        port = try RunningServer.wait(for: "the site's port") {
            let words = try String(contentsOfFile: output, encoding: .utf8).split(separator: " ")
            return words.firstIndex(of: "port").flatMap { Int(words[$0 + 1]) }
        }
    }

    deinit { kill(process.processIdentifier, SIGKILL) }

    func url(_ file: String) -> String { "http://127.0.0.1:\(port)/\(file)" }

    func write(_ value: JSONValue, to file: String) throws { try folder.write(value.serialized, to: file) }
}
