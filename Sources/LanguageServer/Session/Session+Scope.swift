import Engine
import LanguageServerProtocol

/// Which files are reviewed that no document is open of, and how far that is.
struct ReviewScope {
    /// The folders of which every file is, by the setting `review.scope`.
    var folders: [String] = []
    var watch: FolderWatch?
    /// The addresses that wait to be reviewed, and whether all do.
    var waiting: Set<String> = []
    var isAllWaiting = false
    var isReviewing = false

    var isOn: Bool { !folders.isEmpty }
}

/// Keeping the findings of every file of a folder current, where the setting says so.
extension Session {
    /// How long after the setting came the files are reviewed: open documents go first.
    private static let scopePause = Duration.milliseconds(100)

    /// Folders or settings are other ones.
    mutating func scopeChanged() {
        guard isReady else { return }
        let wanted = snapshot.folderPaths.filter { folder in
            let settings = snapshot.settings(at: folder + "/.")
            return settings.reviewsWorkspace && settings.reviewEnabled
        }
        guard wanted != scope.folders else { return }
        let left = scope.folders.filter { !wanted.contains($0) }
        scope.folders = wanted
        scope.watch = nil
        scope.isAllWaiting = false
        forget(Set(left.map { DocumentURI.file(path: $0).text }))
        guard !wanted.isEmpty else { return }
        let connection = snapshot.connection
        scope.watch = FolderWatch.begin(of: wanted) { changes in
            connection.perform { $0.follow(changes) }
        }
        after(Self.scopePause) { $0.reviewScope() }
    }

    /// Reviews every file of the folders anew.
    mutating func reviewScope() {
        guard scope.isOn else { return }
        scope.isAllWaiting = true
        reviewNext()
    }

    private mutating func follow(_ changes: FolderWatch.Changes) {
        if changes.isIncomplete { return reviewScope() }
        func change(_ path: String, _ kind: FileChange.Kind) -> FileChange {
            FileChange(uri: DocumentURI.file(path: path).text, kind: kind)
        }
        let all = changes.deleted.map { change($0, .deleted) } + changes.saved.map { change($0, .saved) }
        followRuleFiles(all)
        decisionsChanged(all)
        updateFileDiagnostics(all)
    }
}
