import LanguageServerProtocol
import Review

/// Explains a keyword of the language under the cursor.
struct ConceptHover: HoverProvider {
    func hover(at place: HoverPlace) -> Hover? {
        guard !place.snapshot.isStudent(place.document), let (word, bytes) = place.wordOfCode,
            let concept = Concept.named(word, in: place.document.reviewed.language)
        else { return nil }
        return place.hover("**\(word)**: \(concept.explanation)\n\n\(concept.question)", covering: bytes)
    }
}
