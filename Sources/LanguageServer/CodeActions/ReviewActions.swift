import JSON
import LanguageServerProtocol

/// Reviews that can be started from anywhere in a document.
struct ReviewActions: CodeActionProvider {
    func actions(at place: CodeActionPlace) -> [CodeAction] {
        guard place.wantsBeyondFindings(.review), !place.request.isAutomatic, !place.document.isReadOnly else {
            return []
        }
        let review = Command(
            title: "Review this file", command: ReviewFileCommand.name,
            arguments: [["uri": .string(place.document.uri)]])
        return [CodeAction(title: "Review this file with CodeForge", kind: .review, command: review)]
    }
}
