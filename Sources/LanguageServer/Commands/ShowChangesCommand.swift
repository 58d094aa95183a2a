import JSON
import JSONRPC

/// `codeforge.showChanges`: shows what bringing in a job's files would change, in a document.
struct ShowChangesCommand: BackgroundCommand {
    let name = "codeforge.showChanges"

    func run(_ arguments: CommandArguments, in snapshot: Snapshot) async throws(ResponseError) -> JSONValue {
        let context = ProductContext(snapshot: snapshot, application: try await snapshot.application.value())
        var given = JSONObject()
        if let job = try arguments.text("job_id", at: 0) { given["job_id"] = .string(job) }
        let parameters = try await context.completingJob(
            ProductParameters(given, isCommand: true), "Which job's changes?")
        guard let parameters else { return .null }
        let edits = try await context.jobEdits(parameters)
        return try await edits.showChanges().json
    }
}
