import Engine
import JSON
import JSONRPC
import LanguageServerProtocol
import Models

/// Asking an agent's questions: in messages with the options as buttons; `questions.md` takes free answers.
extension Session {
    private static let openTitle = "Write an answer in questions.md"

    mutating func askQuestions(of news: JobNews, _ application: Application) {
        guard jobs.asking.insert(news.job).inserted else { return }
        let (connection, job) = (snapshot.connection, news.job)
        Task {
            await Self.ask(job, application, connection)
            connection.perform { $0.jobs.asking.remove(job) }
        }
    }

    /// Asks one question after the other; one that is dismissed leaves the rest to the document.
    private static func ask(_ job: RowID, _ application: Application, _ connection: ClientConnection) async {
        guard let row = try? await application.job(job.text) else { return }
        var responses: [ClarificationResponse] = []
        for question in row.clarificationQuestions {
            let actions = (question.options ?? []) + [openTitle]
            let answer = try? await connection.request(
                "window/showMessageRequest",
                [
                    "type": .integer(MessageKind.info.rawValue), "message": .string(question.question),
                    "actions": .array(actions.map { ["title": .string($0)] }),
                ] as JSONValue)
            guard let title = answer?["title"]?.string, actions.contains(title) else { return }
            if title == openTitle {
                let project = row.projectID.text
                connection.perform { session in
                    if session.show(.questions, of: project) { return }
                    // The document is being written.
                    session.after(.milliseconds(200)) { $0.show(.questions, of: project) }
                }
                return
            }
            responses.append(ClarificationResponse(questionID: question.id, answer: title))
        }
        // Somebody else may have answered meanwhile: then there is nothing left to do.
        guard (try? await application.respond(to: job.text, responses)) != nil else { return }
        try? application.ensureWorker()
    }

    /// Opens a document of a project in the editor; of the first folder where no project is named.
    ///
    /// - Returns: Whether there is such a document, and the editor can open it.
    ///
    /// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#window_showDocument
    @discardableResult
    mutating func show(_ kind: DocumentKind, of project: String?) -> Bool {
        let folder =
            snapshot.openFolders.first { $0.mirror.workspace.projectID.text == project ?? "" }
            ?? (project == nil ? snapshot.openFolders.first : nil)
        guard snapshot.client.showsDocuments, let folder, snapshot.projects[folder.uri]?.shows(kind) == true else {
            return false
        }
        let uri = DocumentURI.file(path: folder.mirror.folder.shownPath + "/" + kind.path).text
        ask("window/showDocument", ["uri": .string(uri), "takeFocus": true] as JSONValue)
        return true
    }
}
