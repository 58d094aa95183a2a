import Engine
import JSON
import JSONRPC
import LanguageServerProtocol
import Review

/// `codeforge.restoreIssue`: shows a finding again that was dismissed; the answer comes when that is kept.
///
/// Where the team's `.codeforge/dismissals.json` has it, it goes from there: a change to be committed, or not.
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
            try await takeOutOfTeamFiles(finding, document, in: snapshot)
            guard let keeper = try await snapshot.keeper(of: document) else { return .null }
            try await keeper.application.restore(finding.identity, in: keeper.project, at: keeper.file)
            snapshot.connection.perform { $0.dismissalWritten(key, isDismissed: false, in: keeper.project) }
        } catch {
            throw .failed("unavailable", "The finding is shown until the editor closes, but not for good: \(error)")
        }
        return .null
    }

    private func takeOutOfTeamFiles(_ finding: Finding, _ document: OpenDocument, in snapshot: Snapshot) async throws {
        guard let path = document.path else { return }
        for folder in snapshot.decisions.folders(dismissing: finding, inFileAt: path) {
            let file = String(path.dropFirst(folder == "/" ? 1 : folder.count + 1))
            try SavedDismissals.remove(finding.identity, of: file, inFolder: folder)
            let place = (folder == "/" ? "" : folder) + "/" + DismissalsFile.path
            snapshot.connection.perform { session in
                session.decisionsChanged([FileChange(uri: DocumentURI.file(path: place).text, kind: .saved)])
                session.show(
                    .info, "The finding is taken out of \(DismissalsFile.path), which the team shares.",
                    isCalledFor: true)
            }
        }
    }
}
