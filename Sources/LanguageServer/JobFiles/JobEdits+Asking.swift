import Text
import Engine
import JSON
import JSONRPC
import LanguageServerProtocol
import Models

/// Asking what is to happen to files that exist, where the editor does not ask by itself.
extension JobEdits {
    private enum Answer: String, CaseIterable {
        case show = "Show"
        case all = "Bring in all"
        case new = "Only new files"
        case nothing = "Leave"
    }

    /// Names the files and offers to look at them, to bring in all or the new ones, or to leave them.
    ///
    /// Not answered, nothing happens: the lenses in `changes.md` and the command do the same later. The claim is not
    /// held meanwhile, for a message may stand there for hours.
    ///
    /// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#window_showMessageRequest
    func ask(about changes: JobChanges) async throws(ResponseError) {
        let question = Self.question(about: changes, for: disk)
        let message = ShowMessageRequest(.info, question, Answer.allCases.map(\.rawValue))
        await noteShown(changes)
        let title = try? await connection.request(ShowMessageRequest.method, message)["title"]?.string
        switch title.flatMap(Answer.init) {
        case .show: try await showChanges()
        case .all: try await apply(.all)
        case .new: try await apply(.new)
        case .nothing: try await apply(.nothing)
        case nil: break
        }
    }

    /// Who then asks for all of them agrees to these.
    private func noteShown(_ changes: JobChanges) async {
        let (job, shown) = (job, changes.changes)
        _ = await connection.read { $0.jobs.shownChanges[job] = shown }
    }

    static func question(about changes: JobChanges, for folder: ProjectFolder) -> String {
        var parts: [String] = []
        let held = changes.heldByPlace
        if let reason = held.first?.hold {
            let names = JobOutcome.list(held.map(\.path))
            parts.append("\(held.count.counted("new file")) for \(folder.shownPath), but \(reason): \(names).")
        }
        func add(_ kinds: Set<JobChange.Kind>, _ text: String) {
            let paths = changes.changes.filter {
                kinds.contains($0.kind) && $0.namesake == nil && $0.starter == nil && !$0.isHeldByPlace
            }.map(\.path)
            if !paths.isEmpty { parts.append("\(text): \(JobOutcome.list(paths)).") }
        }
        add([.create], "New files")
        let namesakes = changes.changes.compactMap { change in
            change.namesake.map { "\(change.path) (\($0) is there)" }
        }
        if !namesakes.isEmpty {
            parts.append(
                "New, but for letter case or encoding under the name of files that are there: "
                    + "\(JobOutcome.list(namesakes)).")
        }
        let starting = changes.changes.compactMap { change in change.starter.map { "\(change.path) (\($0))" } }
        if !starting.isEmpty {
            parts.append("New, and to be read first: \(JobOutcome.list(starting, naming: starting)).")
        }
        add([.change], "Would change")
        add([.replace], "Exist already and would be replaced")
        add([.restore], "Were removed before and would come back")
        add([.remove], "No longer wanted and would be removed")
        return "CodeForge has files to bring in. \(parts.joined(separator: " ")) Nothing is changed yet."
    }

    /// Writes `.codeforge/changes.md`, with every difference, and opens it where the editor can.
    @discardableResult
    func showChanges() async throws(ResponseError) -> JobChanges {
        let changes = try await preview()
        await noteShown(changes)
        do {
            try await DocumentFolder(disk).write(ChangesDocument(job: job, changes: changes))
        } catch {
            throw .failed("unavailable", "The changes cannot be shown: \(error)")
        }
        let uri = DocumentURI.file(path: disk.shownPath + "/" + ChangesDocument.path).text
        connection.perform { session in
            guard session.snapshot.client.showsDocuments else {
                return session.show(.info, "The changes are in \(ChangesDocument.path).")
            }
            session.ask("window/showDocument", ["uri": .string(uri), "takeFocus": true] as JSONValue)
        }
        return changes
    }
}

/// Every lens of `.codeforge/changes.md`: what can be done with the changes it shows.
struct ChangesLenses: CodeLensProvider {
    func lenses(for document: OpenDocument, in snapshot: Snapshot) -> [CodeLens] {
        guard let path = document.path, path.hasSuffix("/" + ChangesDocument.path),
            let line = ChangesDocument.line(in: document.buffer.string)
        else { return [] }
        let start = TextPosition(line: line.number, character: 0)
        func lens(_ title: String, _ which: JobEdits.Choice) -> CodeLens {
            let arguments: JSONValue = ["job_id": .string(line.job), "which": .string(which.rawValue)]
            return CodeLens(
                range: start..<start,
                command: Command(title: title, command: "codeforge.applyResult", arguments: [arguments]))
        }
        return [lens("Bring in all", .all), lens("Only new files", .new), lens("Leave", .nothing)]
    }
}
