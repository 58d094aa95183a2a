import Foundation
import Testing
import TestSupport

/// The Python programs of `Differential/`, run with the packages of `Tests/Support/python-requirements.txt`.
struct PythonScript {
    let name: String

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Runs the script to its end.
    /// - Returns: what it wrote to standard output.
    /// - Throws: `Failure` where it ended with another code than 0; what it had to say went to standard error.
    @discardableResult
    func run(_ arguments: String...) throws -> Data {
        let python = String(decoding: try output(of: Self.environmentScript, []), as: UTF8.self)
        let script = "\(BuiltProgram.packageRoot)/Tests/ModelsTests/Differential/\(name).py"
        return try output(of: python.trimmingCharacters(in: .newlines), ["-B", script] + arguments)
    }

    private static var environmentScript: String { "\(BuiltProgram.packageRoot)/Tests/Support/python-env.sh" }

    private func output(of program: String, _ arguments: [String]) throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(description: "\(program) \(arguments) ended with code \(process.terminationStatus)")
        }
        return output
    }
}
