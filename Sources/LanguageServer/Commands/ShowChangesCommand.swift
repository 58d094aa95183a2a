import JSON
import JSONRPC

/// `codeforge.showChanges`: shows what bringing in a job's files would change, in a document.
struct ShowChangesCommand: BackgroundCommand {
    static let name = "codeforge.showChanges"

    func run(_ arguments: CommandArguments, in snapshot: Snapshot) async throws(ResponseError) -> JSONValue {
        let context = ProductContext(snapshot: snapshot, application: try await snapshot.application.value())
        let job = try arguments.requiredText("job_id", at: 0)
        let edits = try await context.jobEdits(ProductParameters(["job_id": .string(job)]))
        return try await edits.showChanges().json
    }
}
