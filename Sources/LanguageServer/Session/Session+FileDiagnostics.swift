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
        guard !reviewedFiles.isEmpty || scope.isOn else { return }
        if scope.isOn, changes.contains(where: { Self.mayChangeOthers($0.uri) }) { return reviewScope() }
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
        reviewAgain(saved)
    }

    /// Whether a file says what is reviewed, or by which rules.
    private static func mayChangeOthers(_ uri: String) -> Bool {
        let name = uri.split(separator: "/").last ?? ""
        return name == ".gitignore" || name == ".codeforgeignore" || uri.contains("/\(OwnRules.place)/")
    }

    /// Forgets files that are gone, and those in folders that are.
    mutating func forget(_ deleted: Set<String>) {
        let gone = deleted.isEmpty ? [] : reviewedFiles.keys.filter { Self.isIn(deleted, $0) }
        forgetFiles(gone)
    }

    private mutating func forgetFiles(_ addresses: [String]) {
        var changed: [String] = []
        for address in addresses {
            reviewedFiles[address] = nil
            if snapshot.fileDiagnostics.set([], from: .review, of: address) { changed.append(address) }
        }
        publish(files: changed.sorted())
    }

    private static func isIn(_ deleted: Set<String>, _ address: String) -> Bool {
        var rest = Substring(address)
        while !deleted.contains(String(rest)) {
            guard let slash = rest.lastIndex(of: "/") else { return false }
            rest = rest[..<slash]
        }
        return true
    }

    // MARK: Reviewing again

    private mutating func reviewAgain(_ addresses: Set<String>) {
        guard !addresses.isEmpty else { return }
        scope.waiting.formUnion(addresses)
        reviewNext()
    }

    /// Begins with what waits to be reviewed, unless that is going on: all of it at once, on threads that give way.
    mutating func reviewNext() {
        guard !scope.isReviewing, scope.isAllWaiting || !scope.waiting.isEmpty else { return }
        scope.isReviewing = true
        let (snapshot, connection) = (self.snapshot, self.snapshot.connection)
        let (isAll, addresses, folders, watch) = (scope.isAllWaiting, scope.waiting, scope.folders, scope.watch)
        scope.waiting = []
        scope.isAllWaiting = false
        Task(executorPreference: BackgroundThreads.computing) {
            let review =
                await isAll
                ? WorkspaceReview(of: folders, watchedBy: watch, in: snapshot)
                : WorkspaceReview(at: addresses, in: snapshot)
            connection.perform { $0.take(review.decisions, withoutReplacing: true) }
            // The loop takes a few at a time: messages come between.
            for start in stride(from: 0, to: review.files.count, by: Self.filesAtOnce) {
                let part = review.files[start..<min(start + Self.filesAtOnce, review.files.count)]
                connection.perform { $0.show(part) }
            }
            let found = Set(review.files.map(\.uri))
            connection.perform { session in
                let asked = isAll ? Set(folders.map { DocumentURI.file(path: $0).text }) : addresses
                // A file that is left out now, or became binary, has no findings any more.
                let known = isAll || addresses.count > 1 ? Array(session.reviewedFiles.keys) : Array(addresses)
                session.forgetFiles(
                    known.filter { session.reviewedFiles[$0] != nil && !found.contains($0) && Self.isIn(asked, $0) })
                session.scope.isReviewing = false
                session.reviewNext()
            }
        }
    }

    private static let filesAtOnce = 128

    private mutating func show(_ files: ArraySlice<ReviewedFile>) {
        var changed: [String] = []
        for file in files {
            let address = file.uri
            // Most files have nothing and had nothing.
            if file.findings.isEmpty, reviewedFiles[address] == nil { continue }
            reviewedFiles[address] = file
            let shown = file.shown(in: snapshot).map(\.diagnostic)
            if snapshot.fileDiagnostics.set(shown, from: .review, of: address) { changed.append(address) }
        }
        publish(files: changed)
    }
}
