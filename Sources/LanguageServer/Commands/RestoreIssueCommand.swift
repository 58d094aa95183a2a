import JSON
import JSONRPC

/// `codeforge.restoreIssue`: shows a finding again that was dismissed; the answer comes when that is kept.
struct RestoreIssueCommand: BackgroundCommand {
    static let name = "codeforge.restoreIssue"

    func run(_ arguments: CommandArguments, in snapshot: Snapshot) async throws(ResponseError) -> JSONValue {
        let (document, finding) = try snapshot.finding(arguments)
        let key = Dismissals.Key(place: snapshot.dismissalPlace(of: document), identity: finding.identity)
        snapshot.connection.perform { session in
            session.snapshot.dismissals.decide(key, isDismissed: false)
            session.refreshDiagnostics()
        }
        do {
            guard let keeper = try await snapshot.keeper(of: document) else { return .null }
            try await keeper.application.restore(finding.identity, in: keeper.project, at: keeper.file)
            snapshot.connection.perform { $0.dismissalWritten(key, isDismissed: false, in: keeper.project) }
        } catch {
            throw .failed("unavailable", "The finding is shown until the editor closes, but not for good: \(error)")
        }
        return .null
    }
}
