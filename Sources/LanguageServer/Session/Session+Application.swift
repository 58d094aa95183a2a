import JSON
import JSONRPC
import LanguageServerProtocol

/// What the session has done by the store, which is never waited for.
extension Session {
    /// Opens the store in the background, a moment after the first documents are there.
    mutating func openApplicationSoon() {}

    /// The file of the open database.
    var databasePath: String? { options.database }

    /// The mirror of the workspace follows.
    mutating func filesChanged(_ changes: [FileChange]) {}

    /// Folders were opened or closed.
    mutating func foldersChanged() {}

    /// Hides a finding for good.
    mutating func dismiss(_ identity: String, at place: String) {
        snapshot.dismissals.insert(identity: identity, at: place)
        refreshDiagnostics()
    }
}
