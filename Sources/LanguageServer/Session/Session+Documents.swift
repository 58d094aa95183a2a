import JSON
import JSONRPC
import LanguageServerProtocol
import Text

/// Reviewing what changed, and telling the client.
extension Session {
    /// Whether edits wait to be reviewed.
    var hasUnreviewedDocuments: Bool { snapshot.documents.hasUnreviewed }

    /// Reviews one document now, because a request is about it.
    mutating func reviewIfChanged(_ uri: String) {
        snapshot.documents.reviewIfChanged(uri)
    }

    /// Reviews every document that changed, because a request may be about any of them.
    mutating func reviewChangedDocuments() {
        snapshot.documents.reviewChanged()
    }

    /// Reviews every document that changed; pushes what is found to clients that do not pull.
    mutating func publishChanges() {
        guard snapshot.documents.hasUnpublished else { return }
        for uri in snapshot.documents.takeUnpublished() {
            reviewIfChanged(uri)
            guard !snapshot.client.pullsDiagnostics, phase == .initialized else { continue }
            publish(uri)
        }
    }

    /// Says, once for a document, that it grew too long to be reviewed.
    mutating func tellTooLong(_ uri: String) {
        guard let document = snapshot.documents[uri], toldTooLong.insert(document.uri).inserted else { return }
        show(
            .warning,
            "\(document.place) is longer than \(document.reviewLimitBytes) bytes now, so it is no longer reviewed. "
                + "The setting review.maxFileBytes is the limit; a text that grows past "
                + "\(OpenDocument.longestText >> 20) MiB has to be opened again.")
    }

    /// Has the diagnostics of every open document sent or pulled again, because what is shown has changed.
    package mutating func refreshDiagnostics() {
        snapshot.documents.markAllUnpublished()
        showReviewedFiles()
        askForDiagnosticPull()
        askForNewLenses()
    }

    /// Has a client that pulls diagnostics pull them again.
    mutating func askForDiagnosticPull() {
        guard snapshot.client.pullsDiagnostics else { return }
        ask("workspace/diagnostic/refresh", JSONValue?.none)
    }

    mutating func askForNewLenses() {
        if snapshot.client.refreshesCodeLenses { ask("workspace/codeLens/refresh", JSONValue?.none) }
    }

    private mutating func publish(_ uri: String) {
        guard let document = snapshot.documents[uri], !document.isReadOnly else { return }
        let diagnostics = snapshot.diagnostics(of: document)
        publish(uri: document.uri, version: document.version, diagnostics)
    }

    /// Sends one `textDocument/publishDiagnostics`.
    package mutating func publish(uri: String, version: Int?, _ diagnostics: [Diagnostic]) {
        outbox.notify("textDocument/publishDiagnostics") { writer in
            writer.object { publication in
                publication.member("uri", uri)
                publication.member("version", ifPresent: version)
                publication.member("diagnostics", diagnostics)
            }
        }
    }
}
