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
        guard line < document.buffer.lineCount else {
            throw parameters.wrong("position", Self.beyond(line, document))
        }
        let place = document.buffer.byteOffset(
            of: TextPosition(line: line, character: character), encoding: now.encoding)
        let question = try parameters.text("question")
        let known = MentorPlace(document, line: place.line, byte: place.byteColumn, snapshot: now)
        // Whoever asks in their own words about what was mended is not told of what else stands there.
        let isOther = known.map { !$0.isFinding && question != nil } ?? true
        if isOther, let answer = try await goneHint(in: document, now, question) { return answer }
        // A question in somebody's own words is about more than the word at the cursor.
        guard let mentor = known, question == nil || mentor.isFinding else {
            if let question { return try await answer(to: question, about: document, line: place.line, parameters) }
            throw .failed(
                "not_found",
                "There is no finding at line \(line + 1), column \(character + 1), and no concept that the mentor knows. "
                    + "Select code there and ask a question about it.")
        }
        guard let (folder, _) = now.studentProject(of: document) else {
            guard now.folders.isEmpty else {
                throw .failed("unavailable", "The folder's project is not open yet. Ask again in a moment.")
            }
            throw .failed("invalid_input", "No folder is open. Open the folder of this file, and ask again.")
        }
        if let question, question.contains(where: { !$0.isWhitespace }) {
            return try await answer(to: question, about: mentor, isAgain: isSeen, in: folder, parameters)
        }
        let hints = HintRung.allCases.map { now.hint($0, about: mentor, in: folder) }
        let texts = hints.map(\.text)
        let (subject, asked, concept) = (mentor.subject, mentor.asked, mentor.concept)
        let given = try await using { application throws(RequestFailure) in
            try await application.giveHint(
                about: subject, asked: asked, concepts: [concept], in: folder.mirror.workspace.projectID,
                isSeen: isSeen, at: mentor.askedLine, text: { texts[min($0, texts.count - 1)] })
        }
        // What is asked before somebody agrees is not sent once they do.
        let project = folder.mirror.workspace.projectID
        let isAgreed = (try? await now.applicationWithModels().mayAskModel(in: project)) ?? false
        snapshot.connection.perform { session in
            session.solvedSubjects.remove(subject)
            session.askedSubjects[subject] = given.level + 1
            session.snapshot.projects[folder.uri]?.learner.lines[subject] = mentor.askedLine
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

    /// The answer to a question in somebody's own words about a thing that the mentor knows.
    private func answer(
        to question: String, about mentor: MentorPlace, isAgain: Bool, in folder: OpenFolder,
        _ parameters: ProductParameters
    ) async throws(ResponseError) -> JSONValue {
        let (subject, line) = (mentor.subject, mentor.range.startLine)
        let thing = MentorQuestion.Thing(
            subject: subject, name: "about “\(mentor.title)” at line \(line + 1)", concept: mentor.concept,
            isAgain: isAgain, line: mentor.askedLine)
        let given = try await answer(to: question, about: mentor.document, line: line, thing: thing, parameters)
        let times = (given["hint_level"]?.int ?? 0) + 1
        snapshot.connection.perform { session in
            session.solvedSubjects.remove(subject)
            let most = max(times, session.snapshot.projects[folder.uri]?.learner.asked[subject] ?? 0)
            session.askedSubjects[subject] = most
            session.snapshot.projects[folder.uri]?.learner.lines[subject] = mentor.askedLine
            session.snapshot.projects[folder.uri]?.learner.asked[subject] = most
            session.documentsOutdated()
        }
        return given
    }

    /// What the mentor says to somebody who asked about a problem of the document before that is gone now; nil where
    /// there was none.
    private func goneHint(
        in document: OpenDocument, _ now: Snapshot, _ question: String?
    ) async throws(ResponseError) -> JSONValue? {
        guard document.isReviewed, let (folder, documents) = now.studentProject(of: document) else { return nil }
        let solved = await snapshot.connection.read { $0.solvedSubjects }
        let gone = SolvedProblem.all(in: document, documents.learner, besides: solved)
        guard !gone.isEmpty else { return nil }
        let name = document.reviewed.path ?? document.place
        let titles = gone.map(\.title).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let rules = Array(Set(gone.map(\.rule)).sorted().prefix(3))
        let subject = "gone/\(gone.map(\.subject).sorted().joined(separator: " "))"
        let given = try await using { application throws(RequestFailure) in
            try await application.giveHint(
                about: subject, asked: question ?? "What about \(name) now?", concepts: rules,
                in: folder.mirror.workspace.projectID, isSeen: false,
                text: { SolvedSentence.asked(about: titles, in: name, rung: $0) })
        }
        snapshot.connection.perform { $0.documentsOutdated() }
        return [
            "guidance": .string(given.guidance), "session_id": .string(given.session.text),
            "hint_level": .integer(given.level), "concepts": .array(rules.map { .string($0) }),
            "made_by": .string(DocumentOrigin.offline),
        ]
    }

    /// The answer to a question about a range of an open document, in LSP's shape.
    func answer(
        to question: String, in range: JSONObject, of uri: String, _ parameters: ProductParameters
    ) async throws(ResponseError) -> JSONValue {
        func position(_ name: String) throws(ResponseError) -> TextPosition {
            guard let line = range[name]?["line"]?.int, let character = range[name]?["character"]?.int, line >= 0,
                character >= 0
            else { throw parameters.wrong("range", "must be {start, end} of {line, character}, counted from 0.") }
            return TextPosition(line: line, character: character)
        }
        let (start, end) = (try position("start"), try position("end"))
        let now = try await snapshotWithProject(of: uri)
        let document = try now.document(uri)
        guard start <= end else { throw parameters.wrong("range", "must not end before it starts.") }
        guard start.line < document.buffer.lineCount else {
            throw parameters.wrong("range", Self.beyond(start.line, document))
        }
        let last = min(end.line, document.buffer.lineCount - 1)
        // A selection of whole lines ends before the first character of the next one.
        let isWhole = end.character == 0 && last == end.line && last > start.line
        return try await answer(
            to: question, about: document, line: start.line, lastLine: start == end ? nil : isWhole ? last - 1 : last,
            parameters)
    }

    private static func beyond(_ line: Int, _ document: OpenDocument) -> String {
        "begins at line \(line), and the document has \(document.buffer.lineCount), counted from 0."
    }

    /// The mentor's answer to a question at a place of which nothing is known by itself, with the document's text.
    private func answer(
        to question: String, about document: OpenDocument, line: Int, lastLine: Int? = nil,
        thing: MentorQuestion.Thing? = nil, _ parameters: ProductParameters
    ) async throws(ResponseError) -> JSONValue {
        var asked = MentorQuestion(project: "", question: question)
        // What is too long for a question goes without its text.
        if document.buffer.byteCount <= Self.longestCode { asked.code = document.buffer.string }
        asked.language = document.languageID
        asked.place = MentorQuestion.Place(line: line + 1, lastLine: lastLine.map { $0 + 1 })
        asked.thing = thing
        asked.skillLevel = try parameters.text("skill_level")
        asked.session = try parameters.text("session_id")
        asked.project = try await projectID(parameters)
        return try await using { [asked] application throws(RequestFailure) in
            try await application.ask(asked).json
        }
    }

    /// Longest code that goes into a question as a whole, in bytes.
    private static let longestCode = 40_000

    /// What is known now, with the project of a document's folder: soon after a start that is still being read.
    private func snapshotWithProject(of uri: String) async throws(ResponseError) -> Snapshot {
        let connection = snapshot.connection
        _ = await connection.findOpen { now in now.documents[uri].flatMap { now.openFolder(of: $0)?.uri } }
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
