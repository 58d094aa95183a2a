import Engine

/// Runs the shell command that prints a key; what it started ends with it.
struct KeyCommand: Sendable {
    enum Failure: Error, Hashable {
        case notStarted
        case timedOut
        /// The exit code, or minus the signal's number.
        case ended(Int32)
        case wroteTooMuch
    }

    /// Longer output is no key.
    private static let longestOutput = 64 << 10

    let text: String
    let timeout: Duration

    /// - Returns: What it printed.
    func run() async throws(Failure) -> [UInt8] {
        // The same from whichever program, in whichever folder.
        let program = ProgramRun(
            "/bin/sh", ["-c", text], in: "/", timeout: timeout, outputLimitBytes: Self.longestOutput)
        let outcome = await Task(executorPreference: BackgroundThreads.programs) {
            Result { () throws(ProgramRun.Failure) in try program.run() }
        }.value
        switch outcome {
        case .success(let result):
            guard result.code == 0 else { throw .ended(result.code) }
            return result.output
        case .failure(.notStarted): throw .notStarted
        case .failure(.wroteTooMuch): throw .wroteTooMuch
        case .failure(.timedOut), .failure(.cancelled): throw .timedOut
        }
    }
}
