import Engine
import Glibc
import JSON
import Models

/// Follows a job on the command line: shows progress, asks its questions, brings its files into the folder.
struct JobConversation {
    let application: Application
    let project: ProjectOptions
    let options: ConversationOptions

    /// The job waits for an answer that nobody gave.
    static let waitingCode: Int32 = 3

    /// Submits a job and stays until it ends.
    ///
    /// - Returns: The exit code: 0 when it completed, 1 when it failed or was cancelled, 3 when it waits.
    func run(_ submit: (_ project: String) async throws -> RunAgentResponse) async throws -> Int32 {
        let isFolders = project.project == nil
        if isFolders { try await project.syncFolder(application) }
        let response = try await submit(try await project.projectID(application))
        try application.ensureWorker()
        return try await follow(response.jobID, into: isFolders ? try project.openFolder() : nil)
    }

    private func follow(_ id: String, into folder: ProjectFolder?) async throws -> Int32 {
        let job = try await application.job(id)
        let watch = Task { await keepWorking(job.id) }
        let interruption = Interruption { try? await application.cancel(job: id) }
        defer {
            watch.cancel()
            interruption.end()
        }
        // The files are this command's to bring in, whichever editors see the job end.
        let claim = folder == nil ? nil : application.claimEdits(of: job.id)
        defer { claim?.end() }
        var progress = ProgressLine()
        var code: Int32 = 1
        for await news in try await application.follow(job.id) {
            if options.json { StandardStream.output.write(json: news.json, pretty: false) }
            switch news.event {
            case .progress:
                if !options.json { progress.show(news.progressText) }
            case .waiting:
                progress.clear()
                guard try await answer(job.id) else {
                    if let folder { try await application.renderDocuments(of: job.projectID, in: folder) }
                    return Self.waitingCode
                }
            case .complete: code = 0
            case .error, .cancelled: break
            }
        }
        progress.clear()
        return try await finish(job.id, code: code, into: folder, claim)
    }

    /// A worker that dies while this waits is replaced.
    private func keepWorking(_ job: RowID) async {
        while !Task.isCancelled {
            await application.watchWorker()
            try? await Task.sleep(for: .milliseconds(500))
        }
    }

    private func finish(
        _ id: RowID, code: Int32, into folder: ProjectFolder?, _ claim: EditClaim?
    ) async throws -> Int32 {
        let job = try await application.job(id.text)
        var (code, report) = (code, "")
        if let folder {
            let delivery = JobDelivery(
                application: application, job: job, folder: folder, agreesToAll: options.yes)
            if code == 0, !options.noWrite {
                if try await !delivery.run(isAsked: false, claim: claim) { code = 1 }
            }
            report = try await delivery.report()
            try await application.renderDocuments(of: job.projectID, in: folder)
        }
        // The events are what a program reads; what became of the files is for whoever looks on.
        if options.json { StandardStream.error.write(report) } else { StandardStream.output.write(job.summary + report) }
        return code
    }

    // MARK: - Questions

    /// - Returns: Whether the job goes on.
    private func answer(_ id: RowID) async throws -> Bool {
        let job = try await application.job(id.text)
        let questions = job.clarificationQuestions
        var given = GivenAnswers(options.answer, ids: questions.map(\.id))
        var responses: [ClarificationResponse] = []
        for question in questions {
            let known = given.take(for: question.id)
            guard let text = known ?? QuestionPrompt.ask(question) else {
                explainWaiting(job, questions)
                return false
            }
            responses.append(ClarificationResponse(questionID: question.id, answer: text))
        }
        _ = try await application.respond(to: id.text, responses)
        return true
    }

    private func explainWaiting(_ job: AgentJob, _ questions: [ClarificationQuestion]) {
        var text = "The job waits for an answer:\n"
        for question in questions {
            text += "  \(question.id): \(question.question.printable)\n"
            for option in question.options ?? [] { text += "      - \(option.printable)\n" }
        }
        text += "Answer with: codeforge jobs respond \(job.id) --answer \(questions.first?.id ?? "id")=TEXT\n"
        StandardStream.error.write(text)
    }
}

/// Answers given as arguments: `ID=TEXT`, or just text, in the order of the questions.
struct GivenAnswers {
    private var named: [String: String] = [:]
    private var others: [String] = []

    init(_ arguments: [String], ids: [String]) {
        for argument in arguments {
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            if parts.count == 2, ids.contains(parts[0]) {
                named[parts[0]] = parts[1]
            } else {
                others.append(argument)
            }
        }
    }

    mutating func take(for id: String) -> String? {
        if let answer = named[id] { return answer }
        return others.isEmpty ? nil : others.removeFirst()
    }
}

/// Asks on a terminal.
enum QuestionPrompt {
    /// - Returns: `nil` where nobody can answer: no terminal, or end of input.
    static func ask(_ question: ClarificationQuestion) -> String? {
        guard isatty(0) == 1, StandardStream.error.isTerminal else { return nil }
        let options = question.options ?? []
        StandardStream.error.write(question.question.printable + "\n")
        for (index, option) in options.enumerated() {
            StandardStream.error.write("  \(index + 1). \(option.printable)\n")
        }
        while true {
            StandardStream.error.write(options.isEmpty ? "> " : "Number or answer> ")
            guard let line = readLine() else { return nil }
            if let number = Int(line), options.indices.contains(number - 1) { return options[number - 1] }
            if line.contains(where: { !$0.isWhitespace }) { return line }
        }
    }
}
