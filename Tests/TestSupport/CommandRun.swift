import Foundation

/// One run of a program to its end: what it wrote, and its exit code.
package struct CommandRun: Sendable {
    package let output: String
    package let errors: String
    /// Minus the signal's number where a signal ended it.
    package let exitCode: Int32

    /// Runs `codeforge` with data and settings folders of its own.
    ///
    /// - Parameters:
    ///   - arguments: What follows the program's name.
    ///   - folder: The current folder of the run.
    ///   - input: What it reads from standard input.
    ///   - environment: Variables besides those of this process.
    /// - Returns: What it printed and how it ended.
    /// - Throws: Where the program cannot be started.
    package static func codeforge(
        _ arguments: [String], in folder: TemporaryFolder, input: [UInt8] = [], environment: [String: String] = [:]
    ) throws -> CommandRun {
        let own = [
            "XDG_DATA_HOME": folder.path + "/.data", "XDG_CONFIG_HOME": folder.path + "/.config", "NO_COLOR": "1",
        ]
        return try CommandRun(
            BuiltProgram.codeforge, arguments, in: folder.path, input: input,
            environment: own.merging(environment) { $1 })
    }

    /// Longest time that a program may run, in seconds: a test that would wait for ever fails, and says on what.
    private static let patience = 900.0

    /// Runs any program.
    ///
    /// - Throws: Where it cannot be started, or does not end.
    package init(
        _ program: String, _ arguments: [String], in folder: String, input: [UInt8] = [],
        environment: [String: String] = [:]
    ) throws {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder)
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        // Files instead of pipes: nobody has to read one while waiting on another.
        let space = try TemporaryFolder()
        func file(_ name: String) -> URL { URL(filePath: space.path).appending(path: name) }
        try Data(input).write(to: file("input"))
        for name in ["output", "errors"] { try Data().write(to: file(name)) }
        process.standardInput = try FileHandle(forReadingFrom: file("input"))
        process.standardOutput = try FileHandle(forWritingTo: file("output"))
        process.standardError = try FileHandle(forWritingTo: file("errors"))
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        try process.run()
        let isOver = ended.wait(timeout: .now() + Self.patience) == .success
        if !isOver { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        output = String(decoding: try Data(contentsOf: file("output")), as: UTF8.self)
        errors = String(decoding: try Data(contentsOf: file("errors")), as: UTF8.self)
        if !isOver {
            throw CommandRunFailure(description: "\(program) \(arguments) does not end: \(output)\(errors)")
        }
        exitCode = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    }
}

/// A program that had to be killed.
private struct CommandRunFailure: Error, CustomStringConvertible {
    let description: String
}
