import Engine
import LanguageServerProtocol
import Text

/// What is wrong in the product's own documents, as they stand in the editor.
extension Snapshot {
    /// An unanswered question, an edit that has no effect, a setting that there is none of.
    func problems(of document: OpenDocument) -> [Diagnostic] {
        if let path = document.path, isSettingsFile(path) {
            let isOfWorkspace = path != SettingsFiles.userFile()
            return SettingsFile.problems(in: document.buffer.copyBytes(), isOfWorkspace: isOfWorkspace).map {
                diagnostic($0, in: document.buffer)
            }
        }
        if let path = document.path, ReviewDecisions.folder(decidedByFileAt: path) != nil {
            let problems = ReviewDecisions.problems(
                ofFileAt: path, document.buffer.copyBytes(), hasOwnRules: !ownRules.isEmpty)
            return problems.map { diagnostic($0, in: document.buffer) }
        }
        return (DocumentPlace(document, in: self)?.problems ?? []).map { diagnostic($0, in: document.buffer) }
    }

    /// Whether a path is that of the user's settings or of a folder's.
    func isSettingsFile(_ path: String) -> Bool {
        guard path.hasSuffix("/config.json") else { return false }
        return path == SettingsFiles.userFile()
            || folderPaths.contains { path == "\($0)/\(SettingsFile.workspacePath)" }
    }

    /// A problem of a document as a diagnostic.
    func diagnostic(_ problem: DocumentProblem, in buffer: TextBuffer) -> Diagnostic {
        let start = buffer.position(ofByte: problem.columns.lowerBound, inLine: problem.line, encoding: encoding)
        let end = buffer.position(ofByte: problem.columns.upperBound, inLine: problem.line, encoding: encoding)
        let severity: DiagnosticSeverity =
            switch problem.severity {
            case .error: .error
            case .warning: .warning
            case .information: .information
            }
        return Diagnostic(range: start..<end, severity: severity, code: problem.code, message: problem.message)
    }
}
