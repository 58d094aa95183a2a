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
        let now = try await snapshotWithProject(of: uri)
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
        let hints = HintRung.allCases.map { now.hint($0, about: mentor, in: folder) }
        let texts = hints.map(\.text)
        let (subject, asked, concept) = (mentor.subject, mentor.asked, mentor.concept)
        let given = try await using { application throws(RequestFailure) in
            try await application.giveHint(
                about: subject, asked: asked, concepts: [concept], in: folder.mirror.workspace.projectID,
                isSeen: isSeen, text: { texts[min($0, texts.count - 1)] })
        }
        // What is asked before somebody agrees is not sent once they do.
        let project = folder.mirror.workspace.projectID
        let isAgreed = (try? await now.applicationWithModels().mayAskModel(in: project)) ?? false
        snapshot.connection.perform { session in
            session.solvedSubjects.remove(subject)
            session.askedSubjects[subject] = given.level + 1
            session.snapshot.projects[folder.uri]?.learner.asked[subject] = given.level + 1
            session.documentsOutdated()
            if isAgreed { session.askModel(about: mentor, HintRung(asked: given.level), in: folder) }
        }
        return [
            "guidance": .string(given.guidance), "session_id": .string(given.session.text),
            "hint_level": .integer(given.level), "concepts": [.string(concept)],
            "made_by": .string(hints[min(given.level, hints.count - 1)].maker),
        ]
    }

    /// How often it is looked whether a folder is open that an editor has just told of: for some ten seconds.
    private static let mostLooks = 10

    /// What is known now, with the project of a document's folder: soon after a start that is still being read.
    private func snapshotWithProject(of uri: String) async throws(ResponseError) -> Snapshot {
        let connection = snapshot.connection
        for _ in 0..<Self.mostLooks {
            let isThere = await connection.read { session in
                guard let document = session.snapshot.documents[uri], !session.snapshot.folders.isEmpty else {
                    return true
                }
                return session.snapshot.openFolder(of: document) != nil
            }
            if isThere { break }
            await connection.wait { session in
                session.snapshot.documents[uri].flatMap { session.snapshot.openFolder(of: $0) } != nil
            }
        }
        let now = await connection.read { $0.snapshot }
        guard let folder = now.documents[uri].flatMap({ now.openFolder(of: $0) }), now.projects[folder.uri] == nil
        else { return now }
        let shown = try await using { application throws(RequestFailure) in
            try await application.documents(of: folder.mirror.workspace.projectID)
        }
        return await connection.read { session in
            if session.snapshot.projects[folder.uri] == nil { session.documentsRead(shown, in: folder) }
            return session.snapshot
        }
    }
}
