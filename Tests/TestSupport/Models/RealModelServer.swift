import Foundation

/// `real_model_server.py` for as long as the value lives: a small model that really answers.
package final class RealModelServer {
    /// `http://127.0.0.1:PORT/v1`.
    package let address: String
    private let process = Process()
    private let input = Pipe()

    package init() throws {
        let python = try CommandRun(
            BuiltProgram.packageRoot + "/Tests/Support/python-env.sh", ["models"], in: BuiltProgram.packageRoot)
        guard python.exitCode == 0 else { throw ServerProcessError.closed }
        let program = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "real_model_server.py")
        let output = Pipe()
        process.executableURL = URL(filePath: String(python.output.prefix { $0 != "\n" }))
        process.arguments = ["-B", program.path]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let port = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        address = "http://127.0.0.1:\(port)/v1"
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }
}
