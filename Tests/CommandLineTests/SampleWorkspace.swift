import Foundation
import TestSupport

/// A copy of the sample workspace in a git repository of its own.
struct SampleWorkspace {
    /// Where it is in the repository.
    static let original = BuiltProgram.packageRoot + "/protocol-fixtures/workspaces/shop"

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.copyItem(atPath: Self.original, toPath: path)
        _ = try CommandRun("/usr/bin/git", ["init", "--quiet"], in: path)
    }

    var path: String { folder.path + "/shop" }

    /// Writes a file below it.
    func write(_ text: String, to name: String) throws { try folder.write(text, to: "shop/" + name) }

    /// Runs the built program in it.
    ///
    /// - Returns: What it printed and how it ended.
    func codeforge(_ arguments: String...) throws -> CommandRun {
        // The folder goes with the value, which a caller may not use again.
        try withExtendedLifetime(folder) { try CommandRun(BuiltProgram.codeforge, arguments, in: path) }
    }

    /// Runs a scenario of `editors/neovim/tests/scenarios.lua`.
    ///
    /// - Parameters:
    ///   - scenario: The function's name.
    ///   - neovim: Which Neovim runs it.
    ///   - environment: Variables besides those that keep the run's files in this folder.
    /// - Returns: What it wrote, as JSON text.
    /// - Throws: `NeovimFailure`, or where the program cannot be started.
    func neovim(
        _ scenario: String, in neovim: Neovim = .debian, environment: [String: String] = [:]
    ) throws -> String {
        let result = folder.path + "/result.json"
        let script = BuiltProgram.packageRoot + "/editors/neovim/tests/run.lua"
        let run = try CommandRun(
            "/usr/bin/env", [try neovim.program(), "--headless", "-u", "NONE", "-n", "-c", "luafile \(script)"],
            in: path,
            environment: [
                "SCENARIO": scenario, "RESULT": result, "CODEFORGE_BIN": BuiltProgram.codeforge,
                "CODEFORGE_DATABASE": folder.path + "/codeforge.db", "XDG_DATA_HOME": folder.path + "/data",
                "XDG_CONFIG_HOME": folder.path + "/config", "XDG_STATE_HOME": folder.path + "/state",
                "XDG_CACHE_HOME": folder.path + "/cache",
            ].merging(environment) { $1 })
        guard let text = try? String(contentsOfFile: result, encoding: .utf8) else {
            throw NeovimFailure(description: "Neovim wrote no result: \(run.output)\(run.errors)")
        }
        return text
    }
}

/// A Neovim that the plugin is tested in.
enum Neovim: CaseIterable, Sendable {
    /// Debian's, the oldest that the plugin works with.
    case debian
    /// The one of `Tests/Support/python-requirements.txt`, which has `vim.lsp.config` and offers UTF-8 positions.
    case current

    fileprivate func program() throws -> String {
        switch self {
        case .debian: "nvim"
        case .current: try URL(filePath: PythonScript.interpreter()).deletingLastPathComponent().path + "/nvim"
        }
    }
}

/// Neovim could not be run, or stopped before the end of the scenario.
struct NeovimFailure: Error, CustomStringConvertible {
    let description: String
}
