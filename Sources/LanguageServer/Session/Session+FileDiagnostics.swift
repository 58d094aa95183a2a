import Engine
import LanguageServerProtocol

/// What is shown of files that no document is open of.
extension Session {
    /// Shows what an origin found, and takes back what it had found before.
    mutating func show(_ diagnostics: [String: [Diagnostic]], from origin: FileDiagnostics.Origin) {
        publish(files: snapshot.fileDiagnostics.replace(origin, with: diagnostics))
    }

    /// Tells the client that files have other diagnostics; open ones are told of by their own text.
    private mutating func publish(files addresses: [String]) {
        let closed = addresses.filter { snapshot.documents[$0] == nil }
        guard !closed.isEmpty else { return }
        guard !snapshot.client.pullsDiagnostics else { return askForDiagnosticPull() }
        for address in closed { publish(uri: address, version: nil, snapshot.fileDiagnostics[address]) }
    }

    /// Follows files of the last workspace review: those that were saved are reviewed again, deleted ones forgotten.
    mutating func updateFileDiagnostics(_ changes: [FileChange]) {
        let reviewed = snapshot.fileDiagnostics.addresses(of: .review)
        guard !reviewed.isEmpty else { return }
        for change in changes {
            let address = DocumentURI(change.uri).text
            let touched = reviewed.filter { $0 == address || $0.hasPrefix(address + "/") }
            for file in touched {
                if change.kind == .deleted {
                    show([], of: file)
                } else {
                    reviewAgain(file)
                }
            }
        }
    }

    private mutating func show(_ diagnostics: [Diagnostic], of address: String) {
        guard snapshot.fileDiagnostics.set(diagnostics, from: .review, of: address) else { return }
        publish(files: [address])
    }

    private mutating func reviewAgain(_ address: String) {
        let (snapshot, connection) = (self.snapshot, self.snapshot.connection)
        Task {
            let review = await WorkspaceReview(ofFile: address, in: snapshot)
            connection.perform { $0.show(review.files.first?.diagnostics ?? [], of: address) }
        }
    }
}
