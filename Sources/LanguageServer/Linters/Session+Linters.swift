import Engine
import LanguageServerProtocol
import Review

/// Linters that run beside the loop over documents of trusted folders, once they are saved.
struct LinterRuns {
    /// The last run for each document, by its address.
    private var runs: [String: (number: Int, run: SavedFileRun)] = [:]
    private var count = 0
    /// What was said of linters that failed, so that it is said once.
    var told: Set<String> = []
    /// Those that have run.
    private(set) var names: Set<String> = []

    /// Numbers a run that is about to begin for a document; an earlier one is stopped.
    mutating func next(for uri: String) -> Int {
        stop(uri)
        count += 1
        return count
    }

    mutating func begin(_ run: SavedFileRun, _ number: Int, for uri: String) { runs[uri] = (number, run) }

    mutating func stop(_ uri: String) { runs.removeValue(forKey: uri)?.run.stop() }

    func isLast(_ number: Int, for uri: String) -> Bool { runs[uri]?.number == number }

    mutating func ran(_ linters: [String]) { names.formUnion(linters) }
}

extension Snapshot {
    /// Whether a person trusts a folder of the editor: by the editor's own word where it has one.
    func trusts(_ folder: String) -> Bool { client.trustsWorkspace ?? trustedFolders.contains(folder) }

    /// The trusted folder whose linters run on a document; nil where none do.
    fileprivate func linterFolder(of document: OpenDocument) -> String? {
        guard let path = document.path, document.isReviewed, !document.mayBeOwn,
            !decisions.decisions(forFileAt: path).isExcluded
        else { return nil }
        let holding = folderPaths.filter { path.hasPrefix($0 == "/" ? "/" : $0 + "/") }
        guard let folder = holding.max(by: { $0.utf8.count < $1.utf8.count }) else { return nil }
        return trusts(folder) ? folder : nil
    }

    /// What linters found in a document, where that still stands and no comment says that it is meant.
    func linterFindings(of document: OpenDocument) -> [Finding] {
        if document.linted.checkers.isEmpty { return [] }
        let found = document.linted.findings(in: document.buffer, beside: document.reviewed.findings)
        var comments = document.reviewed.commentedFindings
        if comments.isEmpty { return found }
        let kept = found.filter { !comments.accept($0) }
        return kept + comments.remarks(on: document.linted.checkers)
    }

    /// What the review found in a document, without remarks on comments that hide what linters found.
    func reviewFindings(of document: OpenDocument) -> [Finding] {
        let findings = document.reviewed.findings
        if document.linted.isEmpty { return findings }
        var comments = document.reviewed.commentedFindings
        if comments.isEmpty { return findings }
        for finding in document.linted.findings(in: document.buffer, beside: []) { _ = comments.accept(finding) }
        return comments.corrected(findings)
    }
}

extension Session {
    /// How long a document must have been open before linters look at it: what is only passed by is not waited for.
    private static let openingPause = Duration.milliseconds(300)

    /// Runs linters over a document that was saved.
    mutating func lint(_ uri: String, onlyQuick: Bool = false) {
        guard let document = snapshot.documents[uri], let path = document.path,
            let folder = snapshot.linterFolder(of: document),
            let choice = snapshot.settings(at: path).reviewLinters
        else { return }
        let (uri, connection) = (document.uri, snapshot.connection)
        let number = linters.next(for: uri)
        let run = SavedFileRun.start(choice, over: path, in: folder, onlyQuick: onlyQuick) { report in
            connection.perform { $0.take(report, number, of: uri) }
        }
        linters.begin(run, number, for: uri)
    }

    /// Runs quick linters over a document that was opened, unless it is closed or saved in a moment.
    mutating func lintOpened(_ uri: String) {
        // Where nobody trusts a folder, opening hundreds of documents waits for nothing.
        guard snapshot.client.trustsWorkspace ?? !snapshot.trustedFolders.isEmpty,
            let document = snapshot.documents[uri], document.path != nil, !document.isReadOnly
        else { return }
        after(Self.openingPause) { session in
            if session.snapshot.documents[uri]?.linted.isEmpty == true { session.lint(uri, onlyQuick: true) }
        }
    }

    private mutating func take(_ report: SavedFileRun.Report, _ number: Int, of uri: String) {
        // Saved again meanwhile, or closed.
        guard linters.isLast(number, for: uri), let document = snapshot.documents[uri] else { return }
        switch report {
        case .found(let found, let linter, let text):
            linters.ran([linter])
            let isNew = !document.linted.checkers.contains(linter) && !document.reviewed.commentedFindings.isEmpty
            if found.isEmpty, document.linted.isEmpty, !isNew { return }
            snapshot.documents.edit(uri) { document in
                document.linted.replace(of: linter, with: found, in: text, now: document.buffer)
            }
            askForDiagnosticPull()
        case .failed(let sentence, let linter):
            if linters.told.insert(linter).inserted { show(.warning, sentence) }
        case .ended(let names): dropFindings(of: uri, exceptOf: names)
        }
    }

    private mutating func dropFindings(of uri: String, exceptOf linters: [String] = []) {
        var kept = snapshot.documents[uri]?.linted ?? LinterFindings()
        guard kept.keep(only: linters) else { return }
        snapshot.documents.edit(uri) { $0.linted = kept }
        askForDiagnosticPull()
    }

    /// Folders came to be trusted, or are not any more, or other linters are wanted.
    mutating func lintersChanged() {
        for document in Array(snapshot.documents.all) {
            let isWanted = snapshot.settings(at: document.place).reviewLinters != nil
            if isWanted, snapshot.linterFolder(of: document) != nil {
                lintOpened(document.uri)
            } else {
                linters.stop(document.uri)
                dropFindings(of: document.uri)
            }
        }
    }

    /// Notes whether a person trusts a folder.
    mutating func folderTrusted(_ path: String, _ isTrusted: Bool) {
        guard snapshot.trustedFolders.contains(path) != isTrusted else { return }
        if isTrusted { snapshot.trustedFolders.insert(path) } else { snapshot.trustedFolders.remove(path) }
        lintersChanged()
    }
}
