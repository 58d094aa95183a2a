import Foundation
import Glibc
import JSON
import TestSupport

/// An editor and its server, which dies and comes again.
final class PropertyEditor {
    enum Kind: CaseIterable {
        /// Applies no edits, and dismisses every message.
        case plain
        /// Shows each change, and the person agrees.
        case accepts
        /// Shows each change, and the person does not.
        case refuses
    }

    let kind: Kind
    private(set) var session: JobSession
    private let edits = EditorEdits()
    private var earlier: [String: [String]] = [:]

    /// No worker: the test's own agents do the jobs.
    static let environment = ["CODEFORGE_WORKER": "/bin/true"]

    init(_ workspace: TemporaryFolder, _ storage: TemporaryFolder, _ kind: Kind) throws {
        self.kind = kind
        edits.refuses = kind == .refuses
        session = try Self.start(workspace, storage, kind, edits)
    }

    private static func start(
        _ workspace: TemporaryFolder, _ storage: TemporaryFolder, _ kind: Kind, _ edits: EditorEdits
    ) throws -> JobSession {
        try JobSession(
            workspace: workspace, storage: storage,
            capabilities: kind == .plain ? JobSession.capabilities : EditorEdits.capabilities,
            environment: environment, reply: kind == .plain ? JobSession.askNothing : edits.reply)
    }

    /// Kills the server and starts another one, which is told of the open documents.
    func restart() throws {
        kill(session.server.identifier, SIGKILL)
        session = try Self.start(session.workspace, session.storage, kind, edits)
        try edits.reopen(session)
    }

    /// What it shows, by the file's name.
    var texts: [String: String] {
        let prefix = session.workspace.uri + "/"
        return Dictionary(uniqueKeysWithValues: edits.shown.map { (String($0.key.dropFirst(prefix.count)), $0.value) })
    }

    private func uri(_ name: String) -> String { session.workspace.uri + "/" + name }

    /// Takes in what the server says.
    func listen(for time: Duration) throws {
        do {
            try session.until(within: time) { false }
        } catch ServerProcessError.silent {
            return
        }
    }

    /// Texts that it showed before.
    func earlier(_ name: String) -> [String] { earlier[name] ?? [] }

    func type(_ name: String, _ text: String, opening old: String?) throws {
        if edits.shown[uri(name)] == nil { try edits.open(uri(name), "plaintext", old ?? "", session) }
        edits.shown[uri(name)].map { earlier[name, default: []].append($0) }
        try edits.type(uri(name), text, session)
    }

    func save(_ name: String) throws {
        try FileManager.default.createDirectory(
            atPath: (session.workspace.path + "/" + name as NSString).deletingLastPathComponent,
            withIntermediateDirectories: true)
        try edits.save(uri(name), session)
    }

    func discard(_ name: String) throws { try edits.close(uri(name), session) }

    /// Reads files again that changed and that it shows unmodified.
    func reload() throws { try edits.reload(session) }
}

/// A program that runs beside the test.
final class Program {
    private let process = Process()
    private let said: TemporaryFolder

    init(_ path: String, _ arguments: [String], in folder: TemporaryFolder, environment: [String: String]) throws {
        said = try TemporaryFolder()
        try Data().write(to: URL(filePath: said.path + "/output"))
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder.path)
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: said.path + "/output"))
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    func kill() { Glibc.kill(process.processIdentifier, SIGKILL) }

    /// Its whole lines, once it has ended.
    func output() throws -> [String] {
        process.waitUntilExit()
        let text = try String(contentsOfFile: said.path + "/output", encoding: .utf8)
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
}
