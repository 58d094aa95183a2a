import Foundation
import Glibc
import JSON
import TestSupport
import Testing

/// Two Neovims on one folder and one database edit and save; they and their servers are killed at random moments.
///
/// What they do is in `editors/neovim/tests/saves.lua`.
@Suite(.serialized) struct NeovimCrashTests {
    @Test func `after twenty rounds of kills the database is whole and no saved version is lost`() throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "workspace/.git/HEAD")
        var versionsKept = 0
        for round in 0..<20 {
            let editors = try ["a", "b"].map { try SavingEditor(named: $0, round: round, in: folder) }
            for editor in editors { try editor.waitForKeptVersion() }
            let victims = editors.flatMap { [$0.killEditor, $0.killServers] }.shuffled()
            for kill in victims {
                // The random moment that the test is about, not a wait for a state.
                usleep(.random(in: 0..<200_000))
                kill()
            }
            // A server that its editor started after the one that was killed.
            for editor in editors { editor.killServers() }

            let check = try CommandRun.codeforge(["db", "check", "--database", folder.path + "/store.db"], in: folder)
            #expect(check.exitCode == 0, "\(check.output)\(check.errors)")
            let kept = editors.flatMap(\.kept)
            versionsKept += kept.count
            let problems = try Aftermath(in: folder).problems(of: kept)
            #expect(problems == [], "round \(round)")
        }
        print("Neovim crash test: \(versionsKept) versions were kept")
    }
}

/// A version of a file that a server said the project has.
private struct KeptVersion {
    let path: String
    let version: Int
}

/// A Neovim that saves two files over and over, and its journal.
private final class SavingEditor: Sendable {
    private let process: Process
    private let journal: String

    init(named name: String, round: Int, in folder: TemporaryFolder) throws {
        journal = "\(folder.path)/journal-\(round)-\(name)"
        try Data().write(to: URL(filePath: journal))
        process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let script = BuiltProgram.packageRoot + "/editors/neovim/tests/saves.lua"
        process.arguments = ["nvim", "--headless", "-u", "NONE", "-n", "-c", "luafile \(script)"]
        process.currentDirectoryURL = URL(filePath: folder.path + "/workspace")
        let own = [
            "NAME": name, "JOURNAL": journal, "CODEFORGE_BIN": BuiltProgram.codeforge,
            "CODEFORGE_DATABASE": folder.path + "/store.db",
        ]
        let places = ["DATA", "CONFIG", "STATE", "CACHE"].map { ("XDG_\($0)_HOME", "\(folder.path)/\($0)") }
        process.environment = ProcessInfo.processInfo.environment.merging(own) { $1 }.merging(places) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    deinit {
        killEditor()
        killServers()
    }

    /// The words of the journal's whole lines.
    private var lines: [[Substring]] {
        let text = (try? String(contentsOfFile: journal, encoding: .utf8)) ?? ""
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { $0.split(separator: " ") }
    }

    var kept: [KeptVersion] {
        lines.compactMap { words in
            guard words.count == 4, words[0] == "kept", let version = Int(words[2]) else { return nil }
            return KeptVersion(path: String(words[1]), version: version)
        }
    }

    func waitForKeptVersion() throws {
        let deadline = ContinuousClock.now + .seconds(240)
        while kept.isEmpty {
            guard ContinuousClock.now < deadline else { throw NeovimFailure(description: "Neovim kept nothing.") }
            usleep(5000)
        }
    }

    func killEditor() {
        guard process.isRunning else { return }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    func killServers() {
        for words in lines where words.count == 2 && words[0] == "server" {
            // A number is given again after a while, but not within one round.
            if let server = Int32(words[1]) { kill(server, SIGKILL) }
        }
    }
}

/// What the next start finds.
private struct Aftermath {
    private var rows: [String: (version: Int, content: String)] = [:]
    private var disk: [String: String] = [:]

    init(in folder: TemporaryFolder) throws {
        let workspace = folder.path + "/workspace"
        let server = try ServerProcess(arguments: ["--database", folder.path + "/store.db"])
        let root: JSONValue = .string("file://" + workspace)
        try server.send([
            "id": 0, "method": "initialize",
            "params": ["processId": nil, "rootUri": root, "capabilities": [:]],
        ])
        _ = try server.answer(to: 0)
        try server.send(["method": "initialized", "params": [:]])
        var id = 0
        func ask(_ method: String, _ parameters: JSONValue) throws -> JSONValue {
            id += 1
            return try server.request(id, method, parameters)["result"] ?? .null
        }
        while try ask("codeforge/debug/status", [:])["mirrors"]?.array?.first?["state"] != "mirrored" {}
        for item in try ask("codeforge/file/list", ["limit": 100])["items"]?.array ?? [] {
            guard let path = item["path"] else { continue }
            let file = try ask("codeforge/file/get", ["path": path])
            rows[path.string ?? ""] = (file["version"]?.int ?? 0, file["content"]?.string ?? "")
        }
        for name in try FileManager.default.contentsOfDirectory(atPath: workspace) where name != ".git" {
            disk[name] = try String(contentsOfFile: "\(workspace)/\(name)", encoding: .utf8)
        }
    }

    /// Files whose rows are not as on the disk, and versions that are gone.
    ///
    /// An editor that was killed while it saved may have left the file under its backup's name alone.
    func problems(of kept: [KeptVersion]) -> [String] {
        let differing = Set(rows.keys).union(disk.keys).filter { rows[$0]?.content != disk[$0] }
            .map { "\($0) is not as on the disk" }
        let lost = kept.filter { kept in
            let name = disk[kept.path] == nil ? kept.path + "~" : kept.path
            return rows[name].map { $0.version < kept.version } ?? true
        }
        return differing + lost.map { "\($0.path) is not at version \($0.version) or later" }
    }
}
