import Engine
import JSON
import JSONRPC
import LanguageServerProtocol

/// `codeforge.reviewWorkspace`: reviews the files of all folders and the open documents, shows and answers with what is
/// found.
struct ReviewWorkspaceCommand: BackgroundCommand {
    let name = "codeforge.reviewWorkspace"

    func run(_ arguments: CommandArguments, in snapshot: Snapshot) async throws(ResponseError) -> JSONValue {
        let progress = WorkDoneProgress.begin(
            "CodeForge reviews the workspace", token: arguments.workDoneToken, in: snapshot)
        let review = await WorkspaceReview(of: snapshot) { progress?.report(percent: $0) }
        var current = snapshot
        current.decisions = review.decisions
        let count = review.files.reduce(0) { $0 + $1.shown(in: current).count }
        progress?.end("\(count.counted("finding")) in \(review.files.count.counted("file"))")
        return await withCheckedContinuation { continuation in
            snapshot.connection.perform { session in
                continuation.resume(returning: session.show(review))
            }
        }
    }
}

extension Session {
    /// Shows what was found in files that no document is open of; open ones are shown from their text.
    ///
    /// - Returns: all findings, those of open documents first.
    fileprivate mutating func show(_ review: WorkspaceReview) -> JSONValue {
        take(review.decisions, withoutReplacing: true)
        reviewedFiles = Dictionary(review.files.map { ($0.uri, $0) }, uniquingKeysWith: { first, _ in first })
        refreshDiagnostics()
        var list = (try? FindingList(of: nil, in: &self)) ?? FindingList()
        for file in review.files where snapshot.documents[file.uri] == nil { list.append(file, in: snapshot) }
        return list.json
    }
}
