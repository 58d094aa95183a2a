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

    /// Shows what is to be shown of the files of the last review of the workspace.
    mutating func showReviewedFiles() {
        let snapshot = snapshot
        show(reviewedFiles.mapValues { $0.shown(in: snapshot).map(\.diagnostic) }, from: .review)
    }

    /// Once the workspace was reviewed, follows its files: what was saved is reviewed again, what was deleted forgotten.
    mutating func updateFileDiagnostics(_ changes: [FileChange]) {
        guard !reviewedFiles.isEmpty else { return }
        var (saved, deleted) = (Set<String>(), Set<String>())
        for change in changes {
            let address = DocumentURI(change.uri).text
            if change.kind == .deleted {
                saved.remove(address)
                deleted.insert(address)
            } else {
                deleted.remove(address)
                saved.insert(address)
            }
        }
        forget(deleted)
        reviewAgain(saved.sorted())
    }

    /// Forgets files that are gone, and those in folders that are.
    private mutating func forget(_ deleted: Set<String>) {
        let gone = deleted.isEmpty ? [] : reviewedFiles.keys.filter { Self.isIn(deleted, $0) }
        guard !gone.isEmpty else { return }
        for address in gone { reviewedFiles[address] = nil }
        showReviewedFiles()
    }

    private static func isIn(_ deleted: Set<String>, _ address: String) -> Bool {
        var rest = Substring(address)
        while !deleted.contains(String(rest)) {
            guard let slash = rest.lastIndex(of: "/") else { return false }
            rest = rest[..<slash]
        }
        return true
    }

    private mutating func reviewAgain(_ addresses: [String]) {
        guard !addresses.isEmpty else { return }
        let (snapshot, connection) = (self.snapshot, self.snapshot.connection)
        Task {
            for address in addresses {
                let review = await WorkspaceReview(at: address, in: snapshot)
                connection.perform { $0.reviewedAgain(review.files, at: address) }
            }
        }
    }

    private mutating func reviewedAgain(_ files: [ReviewedFile], at address: String) {
        // A file that is left out now, or became binary, has no findings any more.
        if files.isEmpty, let known = reviewedFiles[address] { show(ReviewedFile(path: known.path, findings: [])) }
        for file in files { show(file) }
    }

    private mutating func show(_ file: ReviewedFile) {
        let address = file.uri
        reviewedFiles[address] = file
        let shown = file.shown(in: snapshot).map(\.diagnostic)
        guard snapshot.fileDiagnostics.set(shown, from: .review, of: address) else { return }
        publish(files: [address])
    }
}
