import JSON
import LanguageServerProtocol

/// Reviews that can be started from anywhere in a document.
struct ReviewActions: CodeActionProvider {
    func actions(at place: CodeActionPlace) -> [CodeAction] {
        guard place.request.wants(.source) else { return [] }
        let review = Command(
            title: "Review this file", command: ReviewFileCommand.name,
            arguments: [["uri": .string(place.document.uri)]])
        return [CodeAction(title: "Review this file with CodeForge", kind: .source, command: review)]
    }
}
