import Foundation
import JSON
import Synchronization

/// A provider of models that says what a script wants, for as long as the value lives.
package final class ModelServer {
    /// What it does with one request.
    package struct Step: Sendable {
        package var status: Int
        package var headers: [String: String]
        /// Sent one after the other, one code point a byte.
        package var pieces: [String]
        /// `end`, `cut` or `hang`.
        package var then: String
        /// Sent again and again while it hangs.
        package var pulse: String

        package init(
            _ pieces: [String] = [], status: Int = 200, headers: [String: String] = [:], then: String = "end",
            pulse: String = ""
        ) {
            self.status = status
            self.headers = headers
            // What is no byte by itself goes as the bytes of its UTF-8.
            self.pieces = pieces.map { piece in
                String(String.UnicodeScalarView(piece.utf8.map { Unicode.Scalar($0) }))
            }
            self.then = then
            self.pulse = pulse
        }

        /// A failure with a body.
        package static func failure(
            _ status: Int, _ body: String, headers: [String: String] = [:], type: String = "application/json"
        ) -> Step {
            Step([body], status: status, headers: headers.merging(["Content-Type": type]) { $1 })
        }

        fileprivate var json: JSONValue {
            [
                "status": .integer(status), "then": .string(then), "pulse": .string(pulse),
                "headers": .object(JSONObject(headers.map { ($0.key, .string($0.value)) })),
                "pieces": .array(pieces.map { .string($0) }),
            ]
        }
    }

    /// Where its API is, without a version.
    package let address: String
    private let program: ModelProgram
    private let folder: String

    /// Starts it; `certificate` are PEM files of a certificate for `localhost` and its key, without which it speaks in
    /// clear.
    package init(_ script: [Step], certificate: (certificate: String, key: String)? = nil) throws {
        program = try certificate.map { try ModelProgram($0) } ?? ModelProgram.shared.get()
        let name = program.nextName()
        (folder, address) = (program.folder.path + "/" + name, program.origin + "/" + name)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        play(script)
    }

    /// `http://127.0.0.1:PORT`, or `https://localhost:PORT`.
    package var origin: String { program.origin }

    /// Has it say something else from the next request on, the first step first.
    package func play(_ script: [Step]) {
        let text = JSONValue.array(script.map(\.json)).serialized
        try? text.write(toFile: folder + "/script.json", atomically: true, encoding: .utf8)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// The requests that it is done with, in their order: `{method, path, headers, body, wrong, left}`.
    package var requests: [JSONValue] {
        let log = try? String(contentsOfFile: folder + "/requests.jsonl", encoding: .utf8)
        return (log ?? "").split(separator: "\n").compactMap { try? JSONValue(parsing: String($0)) }
    }

    /// The requests once there are so many, or what there is after 10 s.
    package func requests(atLeast count: Int) async -> [JSONValue] {
        for _ in 0..<1_000 where requests.count < count { try? await Task.sleep(for: .milliseconds(10)) }
        return requests
    }
}

/// `model_server.py`, which is many providers at once.
private final class ModelProgram: Sendable {
    /// The one without a certificate of this test process; it ends with the process.
    static let shared = Result { try ModelProgram(nil) }

    let origin: String
    let folder: TemporaryFolder
    private let process: Process
    // Only its end matters: the program ends with it.
    private let input: FileHandle
    private let count = Mutex(0)

    init(_ certificate: (certificate: String, key: String)?) throws {
        folder = try TemporaryFolder()
        let program = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "model_server.py")
        let (process, input, output) = (Process(), Pipe(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-B", program.path, folder.path]
        if let certificate { process.arguments? += [certificate.certificate, certificate.key] }
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let port = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        origin = certificate == nil ? "http://127.0.0.1:\(port)" : "https://localhost:\(port)"
        self.process = process
        self.input = input.fileHandleForWriting
    }

    deinit {
        try? input.close()
        process.waitUntilExit()
    }

    /// A name that no provider has yet.
    func nextName() -> String {
        String(
            count.withLock {
                $0 += 1
                return $0
            })
    }
}
