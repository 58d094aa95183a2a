import Engine
import JSON
import JSONRPC
import LanguageServerProtocol
import Mentoring
import Models
import Text

/// Asking the mentor about a place of an open document: answered here, from memory.
extension ProductContext {
    /// The hint at `position` of `uri`, one rung higher than the last time.
    ///
    /// - Throws: `not_found` for a document that is not open, or a place of which the mentor knows nothing.
    func hint(at uri: String, _ parameters: ProductParameters) async throws(ResponseError) -> JSONValue {
        let position = try parameters.object("position")
        guard let line = position?["line"]?.int, let character = position?["character"]?.int, line >= 0, character >= 0
        else { throw parameters.wrong("position", "must be {line, character}, counted from 0.") }
        let isSeen = try parameters.flag("again") ?? false
        // The document as it is now: the command may have waited for the store.
        let now = await snapshot.connection.read { $0.snapshot }
        let document = try now.document(uri)
        let place = document.buffer.byteOffset(
            of: TextPosition(line: line, character: character), encoding: now.encoding)
        guard let mentor = MentorPlace(document, line: place.line, byte: place.byteColumn, snapshot: now) else {
            throw .failed(
                "not_found",
                "The mentor knows nothing about line \(line + 1), column \(character + 1). Select code and ask a question."
            )
        }
        guard let (folder, _) = now.studentProject(of: document) else {
            throw .failed("unavailable", "The folder's project is not open yet. Ask again in a moment.")
        }
        let texts = HintRung.allCases.map { mentor.text($0) }
        let (subject, asked, concept) = (mentor.subject, mentor.asked, mentor.concept)
        let given = try await using { application throws(RequestFailure) in
            try await application.giveHint(
                about: subject, asked: asked, concepts: [concept], in: folder.mirror.workspace.projectID,
                isSeen: isSeen, text: { texts[min($0, texts.count - 1)] })
        }
        snapshot.connection.perform { session in
            session.solvedSubjects.remove(subject)
            session.askedSubjects[subject] = given.level + 1
            session.snapshot.projects[folder.uri]?.learner.asked[subject] = given.level + 1
            session.documentsOutdated()
        }
        return [
            "guidance": .string(given.guidance), "session_id": .string(given.session.text),
            "hint_level": .integer(given.level), "concepts": [.string(concept)],
        ]
    }
}
