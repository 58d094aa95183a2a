import Engine
import JSON
import JSONRPC
import LanguageServerProtocol
import Models

/// Telling of a job's questions: in messages with the options as buttons where such a message leaves a person alone
/// who is typing, else in a plain message; `questions.md` takes the answers.
extension Session {
    /// An agent asks something, just now.
    mutating func askQuestions(of news: JobNews, _ application: Application) {
        guard jobs.asked.updateValue(news.sequence, forKey: news.job) != news.sequence else { return }
        guard !snapshot.client.showsQuestions else { return }
        if snapshot.client.promptsTakeKeys { return announceQuestions(of: [news]) }
        let connection = snapshot.connection
        Task {
            guard let row = try? await application.job(news.job.text), row.status == .waitingForInput else { return }
            let round = QuestionRound(row, news.sequence, application)
            connection.perform { $0.ask(round) }
        }
    }

    /// A folder is open whose jobs wait, perhaps since before this editor came: says so without asking.
    mutating func tellWaitingJobs(of folder: OpenFolder, _ application: Application) {
        let (connection, project) = (snapshot.connection, folder.mirror.workspace.projectID)
        Task {
            let waiting = (try? await application.waitingNews(in: project)) ?? []
            connection.perform { session in
                let news = waiting.filter { session.jobs.asked[$0.job] != $0.sequence }
                // Jobs of this session, and those that it follows, are told of as ever.
                for item in news where session.jobs[item.job] != nil { session.heard(item, application) }
                let unknown = news.filter { session.jobs[$0.job] == nil }
                for item in unknown {
                    session.jobs.asked[item.job] = item.sequence
                    session.jobs[item.job] = JobBoard.Entry()
                    session.notify("codeforge/job/event", item.json)
                }
                if !unknown.isEmpty, !session.snapshot.client.showsQuestions { session.announceQuestions(of: unknown) }
            }
        }
    }

    private mutating func announceQuestions(of news: [JobNews]) {
        let questions = news.flatMap { $0.data["questions"]?.array ?? [] }.compactMap { $0["question"]?.string }
        guard let first = questions.first else { return }
        let rest = questions.count == 1 ? "" : " (and \(questions.count - 1) more)"
        show(
            .info, "An agent asks: \(first)\(rest) Answer in .codeforge/questions.md, then save.",
            brief: "An agent asks: see .codeforge/questions.md")
    }

    // MARK: - One question after the other

    /// Asks the round's next question; one that is dismissed leaves the rest to the document.
    ///
    /// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#window_showMessageRequest
    private mutating func ask(_ round: QuestionRound) {
        // Answered or cancelled while the row was read.
        guard jobs.asked[round.job] == round.sequence, let question = round.next else { return }
        let actions = (question.options ?? []) + [QuestionRound.openTitle]
        jobs.prompts[round.job] = ask(
            "window/showMessageRequest",
            [
                "type": .integer(MessageKind.info.rawValue), "message": .string(question.question),
                "actions": .array(actions.map { ["title": .string($0)] }),
            ] as JSONValue
        ) { session, result in
            guard case .success(let answer) = result, let title = answer["title"]?.string, actions.contains(title)
            else {
                if session.jobs.asked[round.job] == round.sequence { session.jobs.prompts[round.job] = nil }
                return
            }
            session.answered(round, with: title)
        }
    }

    private mutating func answered(_ round: QuestionRound, with title: String) {
        guard jobs.asked[round.job] == round.sequence else { return tellLateAnswer(title) }
        jobs.prompts[round.job] = nil
        guard title != QuestionRound.openTitle else { return showSoon(.questions, of: round.project.text) }
        let next = round.answering(title)
        guard next.next == nil else { return ask(next) }
        let connection = snapshot.connection
        Task {
            do throws(RequestFailure) {
                _ = try await next.application.respond(to: next.job.text, next.responses)
            } catch {
                connection.perform { session in
                    if error.code == "conflict" { return session.tellLateAnswer(title) }
                    session.show(
                        .warning, "Your answer was not taken: \(error.message)", brief: "Your answer was not taken.")
                }
                return
            }
            _ = try? next.application.ensureWorker()
        }
    }

    private mutating func tellLateAnswer(_ answer: String) {
        guard answer != QuestionRound.openTitle else { return }
        show(
            .info, "Your answer “\(answer)” came too late: the question was settled elsewhere. See .codeforge/jobs.md.",
            brief: "Too late: that was answered elsewhere.")
    }

    /// Asks a person who has called for it, in whichever editor.
    mutating func askNow(_ row: AgentJob, _ sequence: Int, _ application: Application) {
        if let prompt = jobs.prompts[row.id] { notify("$/cancelRequest", ["id": prompt.json] as JSONValue) }
        jobs.asked[row.id] = sequence
        ask(QuestionRound(row, sequence, application))
    }

    /// The job asks nothing any more: its prompt goes, and an answer that comes all the same is late.
    ///
    /// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#cancelRequest
    mutating func withdrawQuestions(of job: RowID, because news: JobNews) {
        // Older events may come after a look at the row.
        guard let sequence = jobs.asked[job], sequence < news.sequence else { return }
        jobs.asked[job] = nil
        guard let prompt = jobs.prompts.removeValue(forKey: job) else { return }
        notify("$/cancelRequest", ["id": prompt.json] as JSONValue)
    }

    // MARK: - Documents

    /// Opens a document that may be about to be written.
    mutating func showSoon(_ kind: DocumentKind, of project: String) {
        if show(kind, of: project) { return }
        after(.milliseconds(200)) { $0.show(kind, of: project) }
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

/// The questions of one turn of a job, and what was picked so far.
private struct QuestionRound: Sendable {
    static let openTitle = "Write an answer in questions.md"

    let job: RowID
    let project: RowID
    /// That of the event that told of the questions.
    let sequence: Int
    let application: Application
    private let questions: [ClarificationQuestion]
    private(set) var responses: [ClarificationResponse] = []

    init(_ row: AgentJob, _ sequence: Int, _ application: Application) {
        (job, project, questions) = (row.id, row.projectID, row.clarificationQuestions)
        (self.sequence, self.application) = (sequence, application)
    }

    /// The question that is not answered yet.
    var next: ClarificationQuestion? {
        responses.count < questions.count ? questions[responses.count] : nil
    }

    func answering(_ answer: String) -> QuestionRound {
        guard let next else { return self }
        var round = self
        round.responses.append(ClarificationResponse(questionID: next.id, answer: answer))
        return round
    }
}
