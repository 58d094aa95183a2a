/// The Python programs of `ModelsTests/Differential/`, run with the packages of `Tests/Support/python-requirements.txt`.
package struct PythonScript {
    private let name: String

    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    package init(name: String) { self.name = name }

    /// Runs the script to its end.
    ///
    /// - Returns: What it wrote to standard output.
    /// - Throws: `Failure` with what it had to say where it ended with another code than 0.
    @discardableResult
    package func run(_ arguments: String...) throws -> String {
        let script = "\(BuiltProgram.packageRoot)/Tests/ModelsTests/Differential/\(name).py"
        return try Self.output(of: Self.interpreter(), ["-B", script] + arguments)
    }

    /// The path of a Python with the packages; their programs are beside it.
    package static func interpreter() throws -> String {
        let python = try output(of: BuiltProgram.packageRoot + "/Tests/Support/python-env.sh", [])
        return String(python.prefix { $0 != "\n" })
    }

    private static func output(of program: String, _ arguments: [String]) throws -> String {
        let run = try CommandRun(program, arguments, in: BuiltProgram.packageRoot)
        guard run.exitCode == 0 else {
            throw Failure(description: "\(program) \(arguments) ended with code \(run.exitCode): \(run.errors)")
        }
        return run.output
    }
}
