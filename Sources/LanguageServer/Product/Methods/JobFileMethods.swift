import Engine
import JSON
import JSONRPC
import Models

/// `codeforge/job/apply`: brings a finished job's files into the folder, also those that were refused before.
///
/// `which` is `all`, `new` or `none`; without it a person is asked about files that exist. The answer is
/// `{applied, files, refused, reason?}`: `files` came in now, `refused` did not.
struct JobApplyMethod: ProductMethod {
    static let method = "codeforge/job/apply"
    static let command: String? = "codeforge.applyResult"

    static func sentence(for answer: JSONValue) -> String? {
        let applied = (answer["files"]?.array ?? []).compactMap(\.string)
            .compactMap { try? ProjectPath(validating: $0) }
        let refused = (answer["refused"]?.array ?? []).compactMap(\.string)
        if applied.isEmpty, refused.isEmpty { return "This job has no files that the folder does not have." }
        let reason = answer["reason"]?.string.map { " (\($0))" } ?? ""
        let came = applied.isEmpty ? "" : "Brought in \(JobOutcome.list(applied))."
        let stayed = refused.isEmpty ? "" : "Not brought in: \(JobOutcome.list(refused))\(reason)."
        return [came, stayed].filter { !$0.isEmpty }.joined(separator: " ")
    }

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        let which = try parameters.text("which")
        let choice = which.flatMap(JobEdits.Choice.init)
        guard (which == nil) == (choice == nil) else {
            throw parameters.wrong("which", "must be all, new or none.")
        }
        let edits = try await context.jobEdits(parameters)
        let before = try await edits.outcome()
        try await edits.apply(choice)
        return Self.answer(before, try await edits.outcome())
    }

    private static func answer(_ before: JobOutcome, _ now: JobOutcome) -> JSONValue {
        let had = Set(before.written + before.removed + before.shown)
        let files = (now.written + now.removed + now.shown).filter { !had.contains($0) }
        let rest = now.left + now.waiting
        var answer: JSONObject = [
            "applied": .bool(rest.isEmpty), "files": .array(files.map { .string($0.text) }),
            "refused": .array(rest.map { .string($0.path.text) }),
        ]
        let reasons = rest.compactMap { file in file.reason.map { (file.path, $0) } }
        if let first = reasons.first {
            // One reason may be that of all; else each file has its own.
            let isShared = reasons.count == rest.count && reasons.allSatisfy { $0.1 == first.1 }
            let each = JobOutcome.list(reasons.map { "\($0.0): \($0.1)" })
            answer["reason"] = .string(isShared ? first.1 : each)
        }
        return .object(answer)
    }

    func completing(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> ProductParameters? {
        try await context.completingJob(parameters, "Which job's files?")
    }
}

/// `codeforge/job/diff`: what bringing in a job's files would change; `codeforge.showChanges` shows the same.
///
/// The answer is `{files: [{path, kind, why, diff}], left: [{path, reason}]}`.
struct JobDiffMethod: ProductMethod {
    static let method = "codeforge/job/diff"

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        try await context.jobEdits(parameters).preview().json
    }
}

/// `codeforge/job/undo`: takes back what a job changed, where nobody has changed it since.
///
/// The answer is `{undone: [path], left: [{path, reason}], settled?: [path]}`: `settled` were as before already.
struct JobUndoMethod: ProductMethod {
    static let method = "codeforge/job/undo"
    static let command: String? = "codeforge.undoJob"

    static func sentence(for answer: JSONValue) -> String? {
        let undone = answer["undone"]?.array ?? []
        let left = (answer["left"]?.array ?? []).compactMap { file in
            file["path"]?.string.map { "\($0) (\(file["reason"]?.string ?? ""))" }
        }
        let settled = (answer["settled"]?.array ?? []).compactMap(\.string)
        if undone.isEmpty, left.isEmpty, settled.isEmpty { return "This job has nothing in the folder to take back." }
        var sentences = [undone.isEmpty ? "Nothing was taken back." : "Taken back: \(undone.count.counted("file"))."]
        if !settled.isEmpty { sentences.append("As before the job already: \(JobOutcome.list(settled)).") }
        if !left.isEmpty { sentences.append("Left as they are: \(left.joined(separator: ", ")).") }
        return sentences.joined(separator: " ")
    }

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        try await context.jobEdits(parameters).undo().json
    }

    func completing(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> ProductParameters? {
        try await context.completingJob(parameters, "Which job is to be taken back?")
    }
}

extension JobEdits {
    fileprivate func outcome() async throws(ResponseError) -> JobOutcome {
        do {
            return try await application.outcome(of: job)
        } catch {
            throw ResponseError(error)
        }
    }
}

extension ProductContext {
    /// A job that may have made files, where a person did not say which.
    func completingJob(
        _ parameters: ProductParameters, _ question: String
    ) async throws(ResponseError) -> ProductParameters? {
        guard parameters.object["job_id"] == nil else { return parameters }
        let job = try await pickJob(question, orSay: "No job here has made files.") {
            $0.status == .completed && ["code", "pipeline"].contains($0.agentType)
        }
        return job.map { parameters.with("job_id", $0.id.text) }
    }

    /// The files of the job that the parameters name, and the folder that they are for.
    func jobEdits(_ parameters: ProductParameters) async throws(ResponseError) -> JobEdits {
        let id = try parameters.requiredText("job_id")
        let job = try await using { application throws(RequestFailure) in try await application.job(id) }
        let project = job.projectID
        let folder = await snapshot.connection.findOpen { now in
            now.openFolders.first { $0.mirror.workspace.projectID == project }
        }
        guard let folder else {
            throw .failed("not_found", "No open folder belongs to the job's project. Open its folder and try again.")
        }
        // The server may be about to do the same by itself.
        await snapshot.connection.wait { !$0.jobs.applying.contains(job.id) }
        return JobEdits(
            job: job.id, project: job.projectID, folder: folder, application: application,
            connection: snapshot.connection)
    }
}
