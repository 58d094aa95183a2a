import Engine
import JSON
import JSONRPC
import LanguageServerProtocol
import Models
import Review

/// `codeforge.dismissIssue` hides one finding for good, `codeforge.restoreIssue` shows it again; the answer comes when
/// that is kept.
///
/// Where the team's `.codeforge/dismissals.json` has one that is shown again, it goes from there: a change to be
/// committed, or not.
struct DecideIssueCommand: BackgroundCommand {
    static let dismiss = Self(name: "codeforge.dismissIssue", isDismissed: true)
    static let restore = Self(name: "codeforge.restoreIssue", isDismissed: false)

    let name: String
    private let isDismissed: Bool

    func run(_ arguments: CommandArguments, in snapshot: Snapshot) async throws(ResponseError) -> JSONValue {
        let (document, finding) = try snapshot.finding(arguments)
        let key = Dismissals.Key(place: snapshot.dismissalPlace(of: document), identity: finding.identity)
        snapshot.connection.perform { session in
            session.snapshot.dismissals.decide(key, isDismissed: isDismissed)
            session.refreshDiagnostics()
            // Before the answer: Emacs leaves what comes with an answer lying until something else comes.
            session.publishChanges()
        }
        do {
            if !isDismissed { try await takeOutOfTeamFiles(finding, document, in: snapshot) }
            guard let keeper = try await snapshot.keeper(of: document) else { return .null }
            if isDismissed {
                try await keeper.application.dismiss(
                    finding.identity, of: finding.ruleID, in: keeper.project, at: keeper.file)
            } else {
                try await keeper.application.restore(finding.identity, in: keeper.project, at: keeper.file)
            }
            snapshot.connection.perform {
                $0.dismissalWritten(key, isDismissed: isDismissed, in: keeper.project)
            }
        } catch {
            let state = isDismissed ? "hidden" : "shown"
            throw .failed("unavailable", "The finding is \(state) until the editor closes, but not for good: \(error)")
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

extension Snapshot {
    /// The document and the finding in it, shown or dismissed, that a command's `uri` and `identity` name.
    func finding(_ arguments: CommandArguments) throws(ResponseError) -> (OpenDocument, Finding) {
        let uri = try arguments.requiredText("uri", at: 0)
        let identity = try arguments.requiredText("identity", at: 1)
        let document = try document(uri)
        guard let finding = allFindings(of: document).first(where: { $0.identity == identity }) else {
            throw .failed("not_found", "There is no finding '\(identity)' in '\(uri)'. Review the file again.")
        }
        return (document, finding)
    }

    /// Who remembers what was dismissed in a document; nil for one outside of every folder, which has no project.
    func keeper(
        of document: OpenDocument
    ) async throws -> (application: Application, project: RowID, file: ProjectPath)? {
        guard let path = document.path else { return nil }
        return try await keeper(ofFileAt: path)
    }

    /// As above, for a file or a folder.
    func keeper(
        ofFileAt place: String
    ) async throws -> (application: Application, project: RowID, file: ProjectPath)? {
        let holding = folderPaths.compactMap { path -> (folder: ProjectFolder, file: ProjectPath)? in
            guard let folder = try? ProjectFolder(path: path), let file = folder.relativePath(of: place)
            else { return nil }
            return (folder, file)
        }
        // Of nested folders, the innermost.
        guard let kept = holding.max(by: { $0.folder.path.utf8.count < $1.folder.path.utf8.count }) else { return nil }
        let application = try await application.value()
        return (application, try await application.workspace(of: kept.folder).projectID, kept.file)
    }
}
