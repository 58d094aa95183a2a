import Foundation
import JSON
import Models
import SQLiteStorage
import Storage
import TestSupport

@testable import Engine

/// A team's server in this process: the use cases that the routes call, on a store of its own.
final class TeamServerSample: Sendable {
    let store: SQLiteStore
    let owner: RowID
    let friend: RowID
    let project: RowID

    init() async throws {
        store = try SQLiteStore.inMemory()
        owner = try await store.createProfile(NewProfile(username: "ada"), as: .service).id
        friend = try await store.createProfile(NewProfile(username: "bob"), as: .service).id
        project = try await store.createProject(NewProject(userID: owner, title: "Walks"), as: .user(owner)).id
        _ = try await store.addMember(friend, to: project, as: .user(owner))
    }

    func texts() async throws -> [String: String] {
        let paths = try await store.files(in: project, as: .service).map(\.path)
        let files = try await store.contents(of: paths, in: project, as: .service)
        return Dictionary(files.map { ($0.path.text, $0.content) }) { $1 }
    }
}

/// The way to it, which breaks when a test says so: before a request, or after it was done and before its answer came.
final class TeamWaySample: TeamTransport {
    enum Weather: Sendable {
        case fair
        /// So many requests go well; the next is done or not, and has no answer.
        case breaks(after: Int, isDone: Bool)
        case down
    }

    private let server: TeamServerSample
    private let user: RowID
    let weather = Shared(Weather.fair)
    let requests = Shared(0)
    /// The last answer.
    let answer = Shared(JSONValue.null)

    init(_ server: TeamServerSample, as user: RowID) { (self.server, self.user) = (server, user) }

    func send(_ method: String, _ path: String, _ body: JSONValue?) async throws(RequestFailure) -> JSONValue {
        let lost = RequestFailure("offline", "The server could not be reached.")
        requests.change { $0 += 1 }
        // Several requests may be under way: each has a weather of its own.
        var now = Weather.fair
        weather.change { weather in
            now = weather
            switch weather {
            case .breaks(0, _): weather = .down
            case .breaks(let rest, let isDone): weather = .breaks(after: rest - 1, isDone: isDone)
            case .fair, .down: break
            }
        }
        switch now {
        case .fair, .breaks(after: 1..., isDone: _):
            let answer = try await answer(method, path, body)
            self.answer.change { $0 = answer }
            return answer
        case .breaks(_, isDone: true): _ = try await self.answer(method, path, body)
        case .breaks, .down: break
        }
        throw lost
    }

    private func answer(_ method: String, _ path: String, _ body: JSONValue?) async throws(RequestFailure) -> JSONValue
    {
        let application = Application(store: server.store, caller: .user(user))
        let project = server.project
        let name = path.split(separator: "/").last.map { $0.prefix { $0 != "?" } } ?? ""
        do {
            switch (method, name) {
            case ("POST", "files"):
                let changes = try ChangeFilesRequest(validating: body ?? .null)
                let outcomes = try await application.changeFiles(changes, in: project)
                return ["items": .array(outcomes.map { $0.outcome.json($0.path) })]
            case ("POST", "file-contents"):
                let wanted = try FileContentsRequest(validating: body ?? .null)
                return try await application.contents(of: wanted.paths, in: project).json
            case ("POST", "sync"):
                return try await application.sync(try TeamSyncRequest(validating: body ?? .null), in: project)
            default: throw RequestFailure("not_found", "There is no such route: \(method) \(path).")
            }
        } catch let failure as RequestFailure {
            throw failure
        } catch let errors as ValidationErrors {
            throw RequestFailure(errors)
        } catch {
            throw RequestFailure("unavailable", "\(error)")
        }
    }
}

/// A value that several tasks of a test see.
final class Shared<Value: Sendable>: @unchecked Sendable {
    // Guarded by the lock.
    private var kept: Value
    private let lock = NSLock()

    init(_ value: Value) { kept = value }

    var value: Value { lock.withLock { kept } }
    func change(_ body: (inout Value) -> Void) { lock.withLock { body(&kept) } }
}

/// One person's machine: a folder, a database, and a link to the team's project.
struct LaptopSample {
    let folder: TemporaryFolder
    let application: Application
    let project: RowID
    let way: TeamWaySample
    private var sync: TeamSync

    init(_ server: TeamServerSample, as user: RowID, allowing allowed: [String] = []) async throws {
        folder = try TemporaryFolder()
        let store = try SQLiteStore.inMemory()
        application = Application(store: store, caller: .user(try await store.localUser().id))
        project = try await application.syncOnce(try ProjectFolder(path: folder.path))
        let link = TeamLink(url: "https://team.test", project: server.project, user: user, allowed: allowed)
        try await application.link(project, link)
        way = TeamWaySample(server, as: user)
        sync = TeamSync(application, project: project, link: link, server: way)
    }

    /// Forgets what only a running program knows, as after `kill -9`.
    mutating func restart() async throws {
        guard let link = try await application.teamLink(of: project) else { return }
        sync = TeamSync(application, project: project, link: link, server: way)
    }

    /// The folder's files, mirrored, then one look at both sides.
    @discardableResult
    mutating func look() async throws -> TeamReport {
        try await mirror()
        return try await sync.lookAndBringIn { _ in false }
    }

    /// One look while the folder's rows are as they were.
    @discardableResult
    mutating func lookWithoutMirror() async throws -> TeamReport { try await sync.lookAndBringIn { _ in false } }

    func mirror() async throws { try await application.syncOnce(try ProjectFolder(path: folder.path)) }

    func text(_ name: String) -> String? { try? String(contentsOfFile: folder.path + "/" + name, encoding: .utf8) }

    func texts() -> [String: String] {
        let names = (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? [])
        return Dictionary(names.compactMap { name in text(name).map { (name, $0) } }) { $1 }
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: folder.path + "/" + name) }

    /// Takes everything that waits, as a person does who says yes to all.
    func takeAll(_ report: TeamReport) async throws {
        for job in Set(report.waiting.map(\.job)) {
            let disk = try ProjectFolder(path: folder.path)
            let changes = try await application.changes(of: job, isAsked: true) { path throws(WorkspaceError) in
                try disk.read(path)?.bytes
            }
            try await application.note(changes)
            _ = try await application.write(changes.changes, into: disk, agreedBy: "a test")
        }
        try await mirror()
    }

    /// Every text that a record of this machine holds.
    func recordedTexts() async throws -> [String] {
        var texts: [String] = []
        for job in try await application.store.jobs(in: project, limit: 100, offset: 0, as: application.caller).items {
            for file in try await application.store.jobFiles(of: job.id, as: application.caller) {
                texts += [file.content, file.seen, file.before, file.written].compactMap { $0 }
            }
        }
        return texts
    }
}

extension TeamReport {
    /// Whether either side was changed.
    var didSomething: Bool { sent + removed + broughtIn > 0 || !jobs.isEmpty }
}
