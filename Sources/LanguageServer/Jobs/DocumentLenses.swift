import LanguageServerProtocol
import Text

/// What can be done with the things that a `.codeforge/` document lists, above each of them.
struct DocumentLenses: CodeLensProvider {
    func lenses(for document: OpenDocument, in snapshot: Snapshot) -> [CodeLens] {
        guard let place = DocumentPlace(document, in: snapshot) else { return [] }
        return place.items.flatMap { item in
            let start = TextPosition(line: item.line, character: 0)
            return place.commands(for: item).map { CodeLens(range: start..<start, command: $0) }
        }
    }
}

/// The same as actions, on the line of the thing.
struct DocumentActions: CodeActionProvider {
    func actions(at place: CodeActionPlace) -> [CodeAction] {
        guard place.request.wants(.quickFix), let documents = DocumentPlace(place.document, in: place.snapshot) else {
            return []
        }
        let lines = place.request.range.lowerBound.line...place.request.range.upperBound.line
        return documents.items.filter { lines.contains($0.line) }.flatMap { item in
            documents.commands(for: item).map { CodeAction(title: $0.title, kind: .quickFix, command: $0) }
        }
    }
}

/// Says what a place of a `.codeforge/` document is for.
struct DocumentHover: HoverProvider {
    func hover(at place: HoverPlace) -> Hover? {
        guard let documents = DocumentPlace(place.document, in: place.snapshot),
            let item = documents.items.first(where: { $0.line == place.line })
        else { return nil }
        let text: String
        switch item.kind {
        case .requirement(let name): text = "**\(name)**: a feature that the research agent found."
        case .route(let path): text = "`\(path)`: a page that the wireframe agent placed."
        case .step: text = "Tick this step when it is done, then save: the roadmap goes on."
        case .question, .answer:
            text = "Tick an option or write after “Answer:”, then save: the job goes on with your answer."
        case .choice, .option: text = "Tick the option that you want, then save: your choice shapes the next steps."
        case .issue: text = "Found by the QA agent in its last review of the whole project."
        case .job: text = "A job of an agent. Cancel it, or bring in the files that it wrote."
        }
        let length = place.document.buffer.lineBytes(place.line).count
        return place.hover(text, covering: 0..<length)
    }
}
