import Foundation
import Models
import Storage
import Synchronization

@testable import Engine

/// A folder, a database, and a mirror between them.
final class MirrorFixture: Sendable {
    let files: TemporaryFolder
    let data: TemporaryFolder
    let application: Application
    let folder: ProjectFolder
    let mirror: WorkspaceMirror
    private let events: EventLog
    private let running: Task<Void, Never>

    /// Mirrors `files` to a database in `data`; new folders where none are given.
    init(
        files: TemporaryFolder? = nil, data: TemporaryFolder? = nil, application: Application? = nil,
        limits: MirrorLimits = .standard
    ) async throws {
        let files = try files ?? TemporaryFolder()
        let data = try data ?? TemporaryFolder()
        let events = EventLog()
        self.files = files
        self.data = data
        self.events = events
        if let application {
            self.application = application
        } else {
            self.application = try await Application.open(database: data.path("codeforge.db"))
        }
        let application = self.application
        folder = try ProjectFolder(path: files.path)
        let workspace = try await application.workspace(of: folder)
        let mirror = WorkspaceMirror(
            folder: folder, workspace: workspace, store: try application.store.onThisMachine(),
            caller: application.caller,
            limits: limits, retryPause: .milliseconds(20)
        ) { events.add($0) }
        self.mirror = mirror
        running = Task { await mirror.run() }
        // The first look is at the folder as it is given: what a test writes is told of, once.
        await mirror.settle()
    }

    deinit {
        mirror.stop()
    }

    /// Ends the mirror and waits until it has done what it was asked: nobody looks from now on.
    func stop() async {
        mirror.stop()
        await running.value
    }

    var project: RowID { mirror.workspace.projectID }

    /// What was reported so far.
    var reported: [MirrorEvent] { events.all }

    var notices: [String] {
        reported.compactMap { if case .notice(let text) = $0 { text } else { nil } }
    }

    var stops: [String] {
        reported.compactMap { if case .stopped(let reason, _) = $0 { reason } else { nil } }
    }

    var summaries: [MirrorSummary] {
        reported.compactMap { if case .synced(let summary) = $0 { summary } else { nil } }
    }

    /// Tells of changes.
    func told(_ paths: [String]) throws {
        mirror.filesChanged(try paths.map { try ProjectPath(validating: $0) })
    }

    /// Tells of changes and waits until they are taken up.
    func changed(_ paths: String...) async throws {
        mirror.filesChanged(try paths.map { try ProjectPath(validating: $0) })
        await mirror.settle()
    }

    /// Looks at everything and waits for the end.
    func lookAgain() async {
        mirror.everythingChanged()
        await mirror.settle()
    }

    /// The rows: path, version and content.
    func rows() async throws -> [String: Row] {
        let rows = try await application.store.files(in: project, as: application.caller)
        let contents = try await application.store.contents(
            of: rows.map(\.path), in: project, as: application.caller)
        return Dictionary(uniqueKeysWithValues: contents.map { ($0.path.text, Row($0.version, $0.content)) })
    }

    struct Row: Equatable {
        let version: Int
        let content: String

        init(_ version: Int, _ content: String) {
            self.version = version
            self.content = content
        }
    }

    func row(_ path: String) async throws -> ProjectFile {
        try await application.store.file(
            ProjectPath(validating: path), in: project, as: application.caller)
    }

    /// Writes a row as another program would: a worker, or an editor on another machine.
    @discardableResult
    func writeAsAnother(_ path: String, _ content: String, base: FileSave.Base = .any) async throws -> ProjectFileInfo {
        let save = FileSave(path: try ProjectPath(validating: path), content: content, language: nil, base: base)
        return try await application.store.saveFile(save, in: project, as: application.caller)
    }

    func deleteAsAnother(_ path: String) async throws {
        try await application.store.deleteFile(
            ProjectPath(validating: path), expectedVersion: nil, in: project, as: application.caller)
    }

    /// Waits until something that the change feed brings about is there.
    func until(_ condition: @escaping @Sendable () async throws -> Bool) async throws {
        let deadline = ContinuousClock.now + .seconds(240)
        while try await !condition() {
            guard ContinuousClock.now < deadline else { throw TookTooLong() }
            await mirror.settle()
            try await Task.sleep(for: .milliseconds(2))
        }
    }

    struct TookTooLong: Error {}
}

/// Events in the order in which they were reported.
private final class EventLog: Sendable {
    private let events = Mutex<[MirrorEvent]>([])

    var all: [MirrorEvent] { events.withLock { $0 } }

    func add(_ event: MirrorEvent) { events.withLock { $0.append(event) } }
}
