import Foundation

/// `github_server.py` in a folder of its own, for as long as the value lives: GitHub's API over real git repositories.
package final class GitHubServer {
    /// The only token that it takes.
    package static let token = "good-token"
    package let url: String
    private let folder: URL
    private let process = Process()
    private let input = Pipe()

    package init(_ options: String...) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "github-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "github_server.py")
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", script.path, folder.path] + options
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let port = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        url = "http://127.0.0.1:\(port)/"
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    /// The requests that came, with or without a right token: method and path.
    package var requests: [String] {
        let log = try? String(contentsOf: folder.appending(path: "requests"), encoding: .utf8)
        return (log ?? "").split(separator: "\n").map(String.init)
    }

    /// What a clone of the repository holds, and its commits' ids, newest first.
    package func clone(_ name: String) throws -> (files: [String: String], commits: [String]) {
        let clone = folder.appending(path: "clone-\(UUID().uuidString)")
        try git("clone", "-q", folder.appending(path: "\(name).git").path, clone.path)
        let names = try git("-C", clone.path, "ls-files", "-z").split(separator: "\0").map(String.init)
        let files = try names.map { ($0, try String(contentsOf: clone.appending(path: $0), encoding: .utf8)) }
        let commits = try git("-C", clone.path, "log", "--format=%H").split(separator: "\n").map(String.init)
        return (Dictionary(uniqueKeysWithValues: files), commits)
    }

    /// Git's modes of the files of a clone, by path, such as `100644`.
    package func modes(_ name: String) throws -> [String: String] {
        let repository = folder.appending(path: "\(name).git").path
        let lines = try git("-C", repository, "ls-tree", "-r", "HEAD").split(separator: "\n")
        return Dictionary(
            lines.map { line in (String(line.drop { $0 != "\t" }.dropFirst()), String(line.prefix(6))) }
        ) { $1 }
    }

    @discardableResult
    private func git(_ arguments: String...) throws -> String {
        let git = Process()
        let output = Pipe()
        git.executableURL = URL(filePath: "/usr/bin/env")
        git.arguments = ["git"] + arguments
        git.standardOutput = output
        try git.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        git.waitUntilExit()
        guard git.terminationStatus == 0 else { throw GitFailure(arguments: arguments) }
        return String(decoding: bytes, as: UTF8.self)
    }
}

private struct GitFailure: Error {
    let arguments: [String]
}
