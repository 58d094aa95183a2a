import Engine
import LanguageServerProtocol
import Review
import Text

/// What can be done with the things that a `.codeforge/` document lists, above each of them.
struct DocumentLenses: CodeLensProvider {
    func lenses(for document: OpenDocument, in snapshot: Snapshot) -> [CodeLens] {
        guard let place = DocumentPlace(document, in: snapshot) else { return [] }
        func lens(_ line: Int, _ command: Command) -> CodeLens {
            let start = TextPosition(line: line, character: 0)
            return CodeLens(range: start..<start, command: command)
        }
        let states = place.states(in: document).map { lens($0.line, place.command(showing: $0.sentence)) }
        return states
            + place.items.filter(place.isWorthALens).flatMap { item in
                place.commands(for: item).map { lens(item.line, $0) }
            }
    }
}

/// The same as actions, on the line of the thing; on a question's line, its possible answers.
///
/// Where the client names problems of the document, on their lines alone.
struct DocumentActions: CodeActionProvider {
    func actions(at place: CodeActionPlace) -> [CodeAction] {
        guard place.wantsAboutFindings(.document), let documents = DocumentPlace(place.document, in: place.snapshot)
        else { return [] }
        let named = Set(place.request.diagnostics.filter(\.isOwn).map(\.range.lowerBound.line))
        func isMeant(_ line: Int) -> Bool {
            place.request.diagnostics.isEmpty ? place.lines.contains(line) : named.contains(line)
        }
        let here = documents.items.filter { isMeant($0.line) }
        let asked = here.compactMap { item -> Question? in
            guard case .question(let job, let id) = item.kind else { return nil }
            return Question(job: job, id: id)
        }
        let meant = documents.items.filter { item in
            guard case .answer(let job, let question, _) = item.kind else { return here.contains(item) }
            return here.contains(item) || asked.contains(Question(job: job, id: question))
        }
        let problems = documents.problems.filter { isMeant($0.line) }
            .map { place.snapshot.diagnostic($0, in: place.document.buffer) }
        return meant.flatMap { item in actions(for: item, of: documents, at: place, about: problems) }
    }

    private struct Question: Hashable {
        let job: String
        let id: String
    }

    private func actions(
        for item: DocumentItem, of documents: DocumentPlace, at place: CodeActionPlace, about problems: [Diagnostic]
    ) -> [CodeAction] {
        let commands = documents.commands(for: item).map { command in
            CodeAction(title: command.title, kind: .document, diagnostics: problems, command: command)
        }
        guard commands.isEmpty, case .answer(_, _, let option) = item.kind,
            let edit = ticking(item.line, in: place.document, place.snapshot)
        else { return commands }
        return [CodeAction(title: "Tick “\(option)”", kind: .document, diagnostics: problems, edit: edit)]
    }

    /// Ticks an open box; the answer counts when the document is saved.
    private func ticking(_ line: Int, in document: OpenDocument, _ snapshot: Snapshot) -> WorkspaceEdit? {
        let bytes = document.buffer.lineBytes(line)
        guard let box = bytes.firstRange(of: Array("[ ]".utf8)) else { return nil }
        let mark = ByteRange(
            startLine: line, startByte: box.lowerBound + 1, endLine: line, endByte: box.upperBound - 1)
        let edit = TextEdit(range: snapshot.range(mark, in: document), newText: "x")
        return WorkspaceEdit(
            [WorkspaceEdit.DocumentEdit(uri: document.uri, version: document.version, edits: [edit])],
            isVersioned: snapshot.client.versionedEdits)
    }
}

/// Says what a place of a `.codeforge/` document is for.
struct DocumentHover: HoverProvider {
    func hover(at place: HoverPlace) -> Hover? {
        guard place.document.mayBeOwn, let documents = DocumentPlace(place.document, in: place.snapshot) else {
            return nil
        }
        if let state = documents.states(in: place.document).first(where: { $0.line == place.line }) {
            return place.hover(state.sentence, covering: 0..<place.document.buffer.lineBytes(place.line).count)
        }
        guard let item = documents.items.first(where: { $0.line == place.line }) else { return nil }
        let text: String
        switch item.kind {
        case .requirement(let name): text = "**\(name)**: a feature. Change it here and save: agents go on with that."
        case .route(let path): text = "`\(path)`: a page that the wireframe agent placed."
        case .step: text = "Tick this step when it is done, then save; clear it to open it again."
        case .question, .answer:
            text = "Tick an option or write after “Answer:”, then save: the job goes on with your answer."
        case .choice, .option: text = "Tick the option that you want, then save: your choice shapes the next steps."
        case .issue: text = "Found by the QA agent in its last review of the whole project."
        case .job: text = "A job of an agent. While it runs it can be cancelled; then its files can be brought in."
        }
        let length = place.document.buffer.lineBytes(place.line).count
        return place.hover(text, covering: 0..<length)
    }
}
