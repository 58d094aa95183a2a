import Foundation

/// A wall clock of programs that a test moves while they run; their other clocks go on as they are.
package struct MovedClock {
    private let library: String
    private let file: String

    /// Compiles the library that the programs load into a folder.
    package init(in folder: TemporaryFolder) throws {
        let source = BuiltProgram.packageRoot + "/Tests/TestSupport/Clock/clock_moved.c"
        library = folder.path + "/clock-moved.so"
        file = folder.path + "/clock-moved-by"
        let compiled = try CommandRun(
            "/usr/bin/env", ["clang", "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], in: folder.path)
        guard compiled.exitCode == 0 else { throw FixtureError("clang: \(compiled.errors)") }
        try write(0)
    }

    /// What has a program see the clock.
    package var environment: [String: String] { ["LD_PRELOAD": library, "CLOCK_MOVED_BY": file] }

    /// Puts it so long before a day ends in UTC.
    package func moveTo(secondsBeforeMidnight: Int64) throws {
        let now = Int64(Date().timeIntervalSince1970)
        try write(86_400 - now % 86_400 - secondsBeforeMidnight)
    }

    /// Moves it on, or back.
    package func move(by seconds: Int64) throws { try write(try read() + seconds) }

    private func read() throws -> Int64 {
        let bytes = try Data(contentsOf: URL(filePath: file))
        return bytes.withUnsafeBytes { $0.loadUnaligned(as: Int64.self) }
    }

    /// In the file as it is: programs have it in their memory.
    private func write(_ seconds: Int64) throws {
        if !FileManager.default.fileExists(atPath: file) { try Data(count: 8).write(to: URL(filePath: file)) }
        let handle = try FileHandle(forWritingTo: URL(filePath: file))
        defer { try? handle.close() }
        try handle.write(contentsOf: withUnsafeBytes(of: seconds) { Data($0) })
    }
}
