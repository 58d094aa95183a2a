import Engine
import LanguageServerProtocol
import Text

/// Following what people decide in the `.codeforge` folders above what is reviewed.
extension Session {
    /// Reads what was decided in the workspace's folders and above them.
    ///
    /// The files are small, and looked for only when the folders change.
    mutating func readDecisions() {
        var decisions = snapshot.decisions
        decisions.read(above: snapshot.folderPaths.map { $0 + "/." })
        take(decisions)
    }

    /// Looks for decisions in the folders above a document that nobody looked at yet; what they say follows.
    mutating func lookForDecisions(about document: OpenDocument) {
        guard let path = document.path, let slash = path.lastIndex(of: "/"), !document.isReadOnly,
            !snapshot.decisions.knows(above: path), decisionLookups.insert(String(path[..<slash])).inserted
        else { return }
        let folder = String(path[..<slash])
        let connection = snapshot.connection
        var decisions = snapshot.decisions
        Task {
            decisions.read(above: [path])
            let read = decisions
            connection.perform { session in
                session.decisionLookups.remove(folder)
                session.take(read, withoutReplacing: true)
            }
        }
    }

    /// Reads files of decisions that were written or are gone.
    mutating func decisionsChanged(_ changes: [FileChange]) {
        let folders = Set(changes.compactMap { $0.path.flatMap(ReviewDecisions.folder) })
        for folder in folders.sorted() where decisionReads.begin(folder, (), unless: { true }) { readAgain(folder) }
    }

    private mutating func readAgain(_ folder: String) {
        let connection = snapshot.connection
        Task {
            var decisions = ReviewDecisions()
            decisions.read(inFolder: folder)
            let read = decisions
            connection.perform { session in
                session.take(read)
                if session.decisionReads.end(folder) != nil { session.readAgain(folder) }
            }
        }
    }

    /// Goes by what was read from now on; with `withoutReplacing`, only of folders that nobody else has read meanwhile.
    mutating func take(_ read: ReviewDecisions, withoutReplacing: Bool = false) {
        let before = snapshot.decisions
        if withoutReplacing {
            var all = read
            all.merge(before)
            snapshot.decisions = all
        } else {
            snapshot.decisions.merge(read)
        }
        guard snapshot.decisions.isOther(than: before) else { return }
        var diagnostics: [String: [Diagnostic]] = [:]
        for file in snapshot.decisions.problems {
            let buffer = TextBuffer(file.text)
            diagnostics[DocumentURI.file(path: file.path).text] = file.problems.map {
                snapshot.diagnostic($0, in: buffer)
            }
        }
        show(diagnostics, from: .decisions)
        refreshDiagnostics()
    }
}
