import TestSupport

/// The Python programs of `Differential/`, run with the packages of `Tests/Support/python-requirements.txt`.
struct PythonScript {
    let name: String

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Runs the script to its end.
    /// - Returns: what it wrote to standard output.
    /// - Throws: `Failure` with what it had to say where it ended with another code than 0.
    @discardableResult
    func run(_ arguments: String...) throws -> String {
        let root = BuiltProgram.packageRoot
        let python = try output(of: root + "/Tests/Support/python-env.sh", [])
        let script = "\(root)/Tests/ModelsTests/Differential/\(name).py"
        return try output(of: String(python.prefix { $0 != "\n" }), ["-B", script] + arguments)
    }

    private func output(of program: String, _ arguments: [String]) throws -> String {
        let run = try CommandRun(program, arguments, in: BuiltProgram.packageRoot)
        guard run.exitCode == 0 else {
            throw Failure(description: "\(program) \(arguments) ended with code \(run.exitCode): \(run.errors)")
        }
        return run.output
    }
}
