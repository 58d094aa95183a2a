import Foundation
import Glibc
import JSON
import TestSupport

/// An editor's conversation about jobs with the built server and the built worker.
///
/// Requests of the server are answered as `replies` says; everything it says is kept in order.
final class JobSession {
    typealias Reply = (_ method: String, _ parameters: JSONValue, JobSession) throws -> JSONValue

    let workspace: TemporaryFolder
    /// Where the database lies.
    let storage: TemporaryFolder
    let server: ServerProcess
    private(set) var heard: [JSONValue] = []
    /// Requests of the server that nobody has answered, oldest first; see `keepOpen`.
    private(set) var open: [JSONValue] = []
    /// Answers of the server, by the request's identity.
    private(set) var answers: [JSONValue: JSONValue] = [:]
    /// What the server said it can do.
    let announced: JSONValue
    private var nextID = 0
    private var reply: Reply
    /// Done after each reply.
    var replied: (() throws -> Void)?
    /// Done each time before a condition is looked at.
    var idle: (() throws -> Void)?

    /// Accepts progress tokens and the first button of each question; applies no edits.
    static func oblige(_ method: String, _ parameters: JSONValue, _ session: JobSession) -> JSONValue {
        switch method {
        case "window/showMessageRequest": parameters["actions"]?[0] ?? .null
        case "workspace/applyEdit": ["applied": false]
        default: .null
        }
    }

    /// Dismisses every question, so that it waits in its document.
    static func askNothing(_ method: String, _ parameters: JSONValue, _ session: JobSession) -> JSONValue { .null }

    /// Lets every message request wait until the test answers it with `answer`.
    static func keepOpen(_ method: String, _ parameters: JSONValue, _ session: JobSession) throws -> JSONValue {
        if method == "window/showMessageRequest" { throw Waits() }
        return oblige(method, parameters, session)
    }

    private struct Waits: Error {}

    init(
        workspace: TemporaryFolder? = nil, storage: TemporaryFolder? = nil,
        capabilities: JSONValue = JobSession.capabilities, environment: [String: String] = WorkerProcesses.quickWorker,
        client: String? = nil, options: JSONValue? = nil,
        reply: @escaping Reply = JobSession.oblige
    ) throws {
        self.workspace = try workspace ?? TemporaryFolder()
        self.storage = try storage ?? TemporaryFolder()
        self.reply = reply
        let database = self.storage.path + "/jobs.db"
        server = try ServerProcess(
            arguments: ["--database", database],
            environment: environment)
        announced = try server.initialize(
            root: self.workspace, capabilities: capabilities, options: options, client: client)
    }

    var database: String { storage.path + "/jobs.db" }

    static let capabilities: JSONValue = ["window": ["workDoneProgress": true]]

    /// - Returns: The answer, with its `result` or `error`.
    func call(_ method: String, _ parameters: JSONValue = [:]) throws -> JSONValue {
        nextID += 1
        let id = JSONValue.integer(nextID)
        try server.send(["id": id, "method": .string(method), "params": parameters])
        while true {
            let message = try next()
            if message["id"] == id, message["method"] == nil { return message }
        }
    }

    func submit(_ method: String, _ parameters: JSONValue) throws -> String {
        let answer = try call(method, parameters)
        guard let job = answer["result"]?["job_id"]?.string else { throw FixtureError("refused: \(answer.serialized)") }
        return job
    }

    func pipeline(_ idea: String, skipping: Bool = true) throws -> String {
        try submit(
            "codeforge/pipeline/run",
            ["input_context": ["user_idea": .string(idea), "skip_clarification": .bool(skipping)]])
    }

    /// Listens until an event of the job comes.
    func event(_ names: Set<String>, of job: String) throws -> JSONValue {
        func matches(_ message: JSONValue) -> Bool {
            message["method"] == "codeforge/job/event" && message["params"]?["job_id"]?.string == job
                && names.contains(message["params"]?["event"]?.string ?? "")
        }
        if let known = heard.first(where: matches) { return known["params"] ?? .null }
        while true {
            let message = try next()
            if matches(message) { return message["params"] ?? .null }
        }
    }

    static let ends: Set<String> = ["complete", "error", "cancelled"]

    /// Listens until the condition holds; it is looked at after each message, and now and then without one.
    func until(within timeout: Duration = ServerProcess.patience, _ condition: () throws -> Bool) throws {
        let deadline = ContinuousClock.now + timeout
        func holds() throws -> Bool {
            try idle?()
            return try condition()
        }
        while try !holds() {
            guard ContinuousClock.now < deadline else { throw ServerProcessError.silent }
            do {
                _ = try next(within: .milliseconds(100))
            } catch ServerProcessError.silent {
                continue
            }
        }
    }

    func status(of job: String) throws -> String {
        try call("codeforge/job/get", ["job_id": .string(job)])["result"]?["status"]?.string ?? ""
    }

    /// Everything that was heard of a kind of message.
    func all(_ method: String) -> [JSONValue] {
        heard.filter { $0["method"]?.string == method }.map { $0["params"] ?? .null }
    }

    /// Forgets what was heard: a long test looks at each part alone.
    func forget() { heard = [] }

    private func next(within timeout: Duration = ServerProcess.patience) throws -> JSONValue {
        let message = try server.receive(within: timeout)
        if message["method"] != nil { heard.append(message) }
        if message["method"] == nil, let id = message["id"] { answers[id] = message }
        if let method = message["method"]?.string, let id = message["id"] {
            do {
                try server.send(["id": id, "result": try reply(method, message["params"] ?? .null, self)])
                try replied?()
            } catch is Waits {
                open.append(message)
            }
        }
        return message
    }

    /// Answers a request that was kept open.
    func answer(_ request: JSONValue, with result: JSONValue) throws {
        open.removeAll { $0["id"] == request["id"] }
        try server.send(["id": request["id"] ?? .null, "result": result])
    }

    /// The files of the workspace without the product's own documents, by path.
    func files() throws -> [String: String] {
        let paths = FileManager.default.enumerator(atPath: workspace.path)?.compactMap { $0 as? String } ?? []
        var files: [String: String] = [:]
        for path in paths where !path.hasPrefix(".codeforge") {
            var isFolder: ObjCBool = false
            let absolute = workspace.path + "/" + path
            guard FileManager.default.fileExists(atPath: absolute, isDirectory: &isFolder), !isFolder.boolValue else {
                continue
            }
            files[path] = try String(contentsOfFile: absolute, encoding: .utf8)
        }
        return files
    }

    /// The files of the project, by path.
    func rows() throws -> [String: String] {
        let items = try call("codeforge/file/list")["result"]?["items"]?.array ?? []
        var rows: [String: String] = [:]
        for path in items.compactMap({ $0["path"]?.string }) {
            rows[path] = try call("codeforge/file/get", ["path": .string(path)])["result"]?["content"]?.string
        }
        return rows
    }

    /// What was shown to the person, in order.
    var shownMessages: [String] {
        heard.filter { $0["method"] == "window/showMessage" }.compactMap { $0["params"]?["message"]?.string }
    }

    func document(_ name: String) -> String {
        (try? String(contentsOfFile: workspace.path + "/.codeforge/" + name, encoding: .utf8)) ?? ""
    }
}
