import JSON
import JSONRPC

/// `codeforge.dismissIssue`: hides one finding for good; the answer comes when that is kept.
struct DismissIssueCommand: BackgroundCommand {
    static let name = "codeforge.dismissIssue"

    func run(_ arguments: CommandArguments, in snapshot: Snapshot) async throws(ResponseError) -> JSONValue {
        let uri = try arguments.requiredText("uri", at: 0)
        let identity = try arguments.requiredText("identity", at: 1)
        let document = try snapshot.document(uri)
        guard let finding = document.reviewed.findings.first(where: { $0.identity == identity }) else {
            throw .failed("not_found", "There is no finding '\(identity)' in '\(uri)'. Review the file again.")
        }
        let place = document.place
        snapshot.connection.perform { session in
            session.snapshot.dismissals.insert(identity: identity, at: place)
            session.refreshDiagnostics()
        }
        // A document outside of every folder has no project that could keep it.
        guard let path = document.path,
            let (folder, file) = OpenFolder.containing(path, among: snapshot.openFolders)
        else { return .null }
        let application = try await snapshot.application.value()
        do {
            try await application.dismiss(
                identity, of: finding.ruleID, in: folder.mirror.workspace.projectID, at: file)
        } catch {
            throw .failed("unavailable", "The finding is hidden until the editor closes, but not for good: \(error)")
        }
        return .null
    }
}
