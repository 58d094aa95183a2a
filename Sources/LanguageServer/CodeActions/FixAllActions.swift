import JSON
import LanguageServerProtocol

/// `source.fixAll.codeforge`: all quick fixes of the document at once, for example on save.
struct FixAllActions: CodeActionProvider {
    func actions(at place: CodeActionPlace) -> [CodeAction] {
        guard !place.snapshot.isStudent(place.document), place.wantsBeyondFindings(.fixAll),
            !place.request.isAutomatic || place.request.names(.fixAll)
        else {
            return []
        }
        guard place.snapshot.findings(of: place.document).contains(where: { $0.fix != nil }) else { return [] }
        var action = CodeAction(title: "Fix all CodeForge findings", kind: .fixAll)
        if place.snapshot.client.resolvesCodeActionEdits {
            action.data = ["uri": .string(place.document.uri), "resolve": .string(CodeActionKind.fixAll.rawValue)]
        } else {
            action.edit = place.snapshot.fixingAll(in: place.document)
        }
        return [action]
    }
}
