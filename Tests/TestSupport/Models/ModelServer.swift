import Foundation
import JSON

/// `model_server.py` for as long as the value lives: a provider that says what a script wants.
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

    /// `http://127.0.0.1:PORT`, or `https://localhost:PORT`.
    package let address: String
    private let folder: TemporaryFolder
    private let process = Process()
    private let input = Pipe()

    /// Starts it; `certificate` are PEM files of a certificate for `localhost` and its key, without which it speaks in
    /// clear.
    package init(_ script: [Step], certificate: (certificate: String, key: String)? = nil) throws {
        folder = try TemporaryFolder()
        try folder.write(JSONValue.array(script.map(\.json)).serialized, to: "script.json")
        let program = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "model_server.py")
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-B", program.path, folder.path]
        if let certificate { process.arguments? += [certificate.certificate, certificate.key] }
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let port = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        address = certificate == nil ? "http://127.0.0.1:\(port)" : "https://localhost:\(port)"
    }

    /// Has it say something else from the next request on, the first step first.
    package func play(_ script: [Step]) {
        try? folder.write(JSONValue.array(script.map(\.json)).serialized, to: "script.json")
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// The requests that it is done with, in their order: `{method, path, headers, body, wrong, left}`.
    package var requests: [JSONValue] {
        let log = try? String(contentsOfFile: folder.path + "/requests.jsonl", encoding: .utf8)
        return (log ?? "").split(separator: "\n").compactMap { try? JSONValue(parsing: String($0)) }
    }

    /// The requests once there are so many, or what there is after 10 s.
    package func requests(atLeast count: Int) async -> [JSONValue] {
        for _ in 0..<1_000 where requests.count < count { try? await Task.sleep(for: .milliseconds(10)) }
        return requests
    }
}
