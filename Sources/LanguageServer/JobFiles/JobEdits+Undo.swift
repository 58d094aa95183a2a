import Engine
import JSON
import JSONRPC
import LanguageServerProtocol
import Models

/// Taking back what a job did to the folder: documents through the editor, all else on the disk.
extension JobEdits {
    /// What came of it.
    struct Undone: Sendable {
        var files: [ProjectPath] = []
        /// Files that stay, each with the reason why.
        var left: [JobFile] = []
        /// Files that were as before already.
        var settled: [ProjectPath] = []

        var json: JSONValue { JobUndo.json(undone: files, left: left, settled: settled) }
    }

    func undo() async throws(ResponseError) -> Undone {
        let undone = try await claimed(within: Application.claimPatience) { () async throws -> Undone in
            let editor = await editorTexts()
            let undo = try await application.undo(of: job, in: disk) { path throws(WorkspaceError) in
                try current(path, editor)
            }
            // Where only the editor shows the old text, the folder does not hold it yet.
            let isUndone = undo.settled.map { onDisk($0.path) == $0.before.map { Array($0.utf8) } }
            let settled = zip(undo.settled, isUndone).filter(\.1).map(\.0.path)
            var result = Undone(left: undo.left, settled: settled)
            result.left += zip(undo.settled, isUndone).filter { !$0.1 }.map { $0.0.with(reason: Self.unsaved) }
            let shown = undo.steps.filter {
                editor.texts[$0.file.path] != nil && $0.result != nil && editor.applies
            }
            let paths = Set(shown.map(\.file.path))
            let written = try await application.takeBack(
                undo.steps.filter { !paths.contains($0.file.path) }, in: disk)
            result.files += written.undone.map(\.path)
            result.left += written.left
            try await takeBack(shown, editor, &result)
            return result
        }
        folder.mirror.filesChanged(undone.files)
        connection.perform { $0.documentsOutdated() }
        return undone
    }

    private func takeBack(_ steps: [JobUndo.Step], _ editor: EditorTexts, _ undone: inout Undone) async throws {
        guard !steps.isEmpty else { return }
        let edits = steps.map { EditorChange(path: $0.file.path, current: $0.current, result: $0.result) }
        let (isApplied, reason) = await send(edits, editor, needsConfirmation: false)
        let now = await editorTexts()
        var files: [JobFile] = []
        var unsaved: [UnsavedEdit] = []
        for step in steps {
            let disk = onDisk(step.file.path)
            if isApplied, disk == step.result, now.texts[step.file.path].map({ $0 == step.result }) ?? true {
                files.append(step.file)
            } else if isApplied, now.texts[step.file.path] == step.result {
                unsaved.append(UnsavedEdit(edits: self, file: step.file, disk: disk, isUndo: true))
                undone.left.append(step.file.with(reason: Self.unsaved))
            } else {
                undone.left.append(step.file.with(reason: reason))
            }
        }
        try await application.noteUndone(files)
        undone.files += files.map(\.path)
        await waitForSave(of: unsaved)
    }

    private static let unsaved = "taken back in the editor; save it there"

    private func onDisk(_ path: ProjectPath) -> [UInt8]? { (try? disk.read(path))?.bytes }
}
