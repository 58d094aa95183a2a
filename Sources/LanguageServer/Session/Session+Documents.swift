import JSON
import JSONRPC
import LanguageServerProtocol
import Text

/// Reviewing what changed, and telling the client.
extension Session {
    /// Whether edits wait to be reviewed.
    var hasUnreviewedDocuments: Bool { snapshot.documents.hasUnreviewed }
    /// Whether reviews go on in the next round.
    var hasUnpublishedDocuments: Bool { snapshot.documents.hasUnpublished }

    /// How much of reviewing is done before messages are looked for again: about two milliseconds' worth.
    private static let slice = 400_000

    /// Does `work` for the request `id` once the findings of some documents are those of their texts.
    mutating func whenReviewed(
        _ uris: [String], _ id: RequestID,
        _ work: @escaping @Sendable (inout Session) throws(ResponseError) -> Void
    ) {
        let ticket = running.ticket(for: id)
        running.add(ticket, nil)
        waitingForReview.append((uris, ticket, work))
    }

    /// Whether the findings of some documents are those of their texts, after at most a slice of reviewing.
    mutating func isReviewed(_ uris: [String]) -> Bool {
        var units = Self.slice
        for uri in uris where !snapshot.documents.review(uri, units: &units) { return false }
        return true
    }

    /// Goes on with the reviews of documents that changed, for a slice; pushes what is found to clients that do not
    /// pull.
    ///
    /// After an edit that changes the meaning of much of a document, what stands near it is sent first.
    mutating func publishChanges() {
        let together = snapshot.documents.reviewTogether(units: Self.slice)
        var units = together ? 0 : Self.slice
        var isFirst = true
        while together || units > 0, let uri = snapshot.documents.nextUnpublished {
            let wasShown = isFirst && snapshot.documents.isShown(uri)
            isFirst = false
            let isReviewed = snapshot.documents.review(uri, units: &units)
            if isReviewed { snapshot.documents.takeUnpublished() }
            let isNewInPart = !isReviewed && wasShown && uri != unfinished
            unfinished = isReviewed ? nil : uri
            if isReviewed || isNewInPart, !snapshot.client.pullsDiagnostics, phase == .initialized { publish(uri) }
            if !isReviewed { break }
        }
        if !waitingForReview.isEmpty { answerWaiting() }
    }

    /// Answers the requests that wait for the review of a document, unless that takes longer than a slice.
    mutating func answerWaiting(for uri: String) {
        guard waitingForReview.contains(where: { $0.uris.contains(uri) }), isReviewed([uri]) else { return }
        answerWaiting()
    }

    /// Answers the requests whose documents are reviewed by now.
    private mutating func answerWaiting() {
        let waiting = waitingForReview
        waitingForReview = []
        for entry in waiting {
            guard !entry.uris.contains(where: snapshot.documents.awaitsReview) else {
                waitingForReview.append(entry)
                continue
            }
            guard running.finish(entry.ticket) else { continue }
            do throws(ResponseError) {
                try entry.work(&self)
            } catch {
                outbox.respond(to: entry.ticket.id, error: error)
            }
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
