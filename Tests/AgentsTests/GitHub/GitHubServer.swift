import Foundation
import Models
import Testing

@testable import Agents

/// `github_server.py` in a folder of its own, for as long as the value lives.
final class GitHubServer {
    let folder: URL
    let address: GitHubAddress
    private let process = Process()
    private let input = Pipe()

    init(_ options: String...) throws {
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
        address = try GitHubAddress(validating: "http://127.0.0.1:\(port)/")
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    func exporter(token: String = "good-token") -> GitHubExporter {
        GitHubExporter(address: address, token: Secret(token))
    }

    /// What a clone of the repository holds, and its commits' ids, newest first.
    func clone(_ name: String) throws -> (files: [String: String], commits: [String]) {
        let clone = folder.appending(path: "clone-\(UUID().uuidString)")
        try git("clone", "-q", folder.appending(path: "\(name).git").path, clone.path)
        let names = try git("-C", clone.path, "ls-files", "-z").split(separator: "\0").map(String.init)
        let files = try names.map { ($0, try String(contentsOf: clone.appending(path: $0), encoding: .utf8)) }
        let commits = try git("-C", clone.path, "log", "--format=%H").split(separator: "\n").map(String.init)
        return (Dictionary(uniqueKeysWithValues: files), commits)
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
        try #require(git.terminationStatus == 0)
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// A project with nested folders, an empty file, other scripts and line ends, and one file of half a megabyte.
let exportedFiles: [String: String] = [
    "README.md": "# Dog walkers\n",
    "src/app/page.tsx": "export default function Page() { return <main>Walks</main>; }\n",
    "src/app/[id]/page.tsx": "export const walks = [];\r\n",
    "docs/späziergang 🐕.md": "Grüße, 散歩\n",
    "data/empty.txt": "",
    "data/walks.csv": String(repeating: "Rex,2026-01-15,45\n", count: 30_000),
]

func exportFiles() throws -> [GitHubExporter.File] {
    try exportedFiles.sorted { $0.key < $1.key }.map {
        GitHubExporter.File(path: try ProjectPath(validating: $0.key), content: $0.value)
    }
}
