import Engine
import JSON
import Models

/// The questions of a job, answered by arguments or on the terminal: all of them, or none.
extension JobConversation {
    /// Answers a job that waits, and goes on as if this command had started it.
    ///
    /// - Returns: As `run`.
    func respond(to id: String, detached: Bool) async throws -> Int32 {
        let job = try await application.job(id)
        guard job.status == .waitingForInput else {
            throw CommandFailure(
                description: "Job \(job.id.shortText) is \(job.status.words) and asks nothing any more.")
        }
        let last = try await application.lastEvent(of: job.id)
        let folder = try await folder(of: job)
        var given = options.answer
        // Answers that stand in the document are given, unless this command gives others.
        let takings =
            folder == nil
            ? []
            : try await project.takeDocuments(
                application, of: job.projectID, leavingOut: given.isEmpty ? nil : job.id)
        let isAnswered = takings.contains { $0.answered.contains(job.id.text) }
        var goesOn = isAnswered
        if !isAnswered { goesOn = try await answer(job.id, with: &given, isTold: false, in: folder) }
        guard goesOn else {
            if let folder { try await application.writeDocuments(of: job.projectID, in: folder, after: job.id) }
            return Self.waitingCode
        }
        try application.ensureWorker()
        guard detached else { return try await follow(job.id.text, after: last, answering: given, into: folder) }
        if let folder { try await application.writeDocuments(of: job.projectID, in: folder, after: job.id) }
        let response = RespondResponse(status: .running, message: "Agent resumed with clarifications")
        if options.json {
            StandardStream.output.write(json: response.json, pretty: false)
        } else {
            StandardStream.output.write(
                "Job \(job.id.shortText) goes on. See how far it is with: codeforge jobs show \(job.id.shortText)\n")
        }
        return 0
    }

    /// The folder that this command is about, where the job is of its project; nil where the files stay in the project.
    private func folder(of job: AgentJob) async throws -> ProjectFolder? {
        guard project.project == nil else { return nil }
        let folder = try project.openFolder()
        guard try await application.isProject(job.projectID, of: folder) else {
            StandardStream.error.write(
                ("The job belongs to another folder\(try await application.naming(job)): its files stay in its project. "
                    + "Bring them in from there, or name that folder with --folder.").printable + "\n")
            return nil
        }
        try await application.syncOnce(folder)
        return folder
    }

    /// Answers what a job asks now with arguments, each used once, and asks for the rest on the terminal.
    ///
    /// `isTold` is whether a program that reads the job's events has its questions already. Answers that stand in the
    /// folder's document go with the arguments.
    ///
    /// - Returns: Whether the job goes on; it does where somebody else was faster.
    func answer(
        _ id: RowID, with arguments: inout [String], isTold: Bool, in folder: ProjectFolder?
    ) async throws -> Bool {
        let job = try await application.job(id.text)
        guard job.status == .waitingForInput else { return true }
        let questions = job.clarificationQuestions
        var given: GivenAnswers
        do {
            given = try GivenAnswers(arguments, to: questions)
        } catch {
            StandardStream.error.write("\(error)\n")
            explainWaiting(job, questions, "invalid_input", "\(error)")
            return false
        }
        let told = arguments
        arguments = []
        let drafts: [String: String] =
            if let folder { await application.draftedAnswers(of: job, in: folder) } else { [:] }
        let known = given
        var responses: [ClarificationResponse] = []
        for question in questions {
            guard let text = given.take(for: question.id) ?? drafts[question.id] ?? QuestionPrompt.ask(question) else {
                let code = isTold ? nil : "waiting_for_input"
                if !told.isEmpty {
                    let open = questions.map(\.id).filter { known[$0] == nil && drafts[$0] == nil }
                    let had = questions.map(\.id).filter { known[$0] != nil }
                    StandardStream.error.write(
                        "Nothing was answered: the job asks \(questions.count) questions at once. You answered "
                            + "\(had.joined(separator: ", ")); \(open.joined(separator: ", ")) "
                            + "\(open.count == 1 ? "is" : "are") open.\n")
                }
                explainWaiting(
                    job, questions, code, "\(question.id) has no answer. All questions are answered at once.",
                    given: known)
                return false
            }
            responses.append(ClarificationResponse(questionID: question.id, answer: text))
        }
        do {
            _ = try await application.respond(to: id.text, responses)
        } catch {
            guard error.code == "conflict" else { throw error }
            StandardStream.error.write("Somebody else answered first; the job goes on without this answer.\n")
        }
        return true
    }

    /// Says what the job waits for; to a program as an error with this code, where there is one.
    private func explainWaiting(
        _ job: AgentJob, _ questions: [ClarificationQuestion], _ code: String?, _ message: String,
        given: GivenAnswers? = nil
    ) {
        if options.json, let code {
            JSONFailure(
                code: code, message: message,
                details: ["job_id": .string(job.id.text), "questions": .array(questions.map(\.json))]
            ).write()
        }
        var text = "The job waits for \(questions.count == 1 ? "an answer" : "\(questions.count) answers"):\n"
        for question in questions {
            text += "  \(question.id): \(question.question.printable)\n"
            for (index, option) in (question.options ?? []).enumerated() {
                text += "      \(index + 1). \(option.printable)\n"
            }
        }
        let answers = questions.map { question in
            let open = (question.options ?? []).isEmpty ? "TEXT" : "NUMBER_OR_TEXT"
            return " --answer \(question.id)=\(given?[question.id].map(Self.quoted) ?? open)"
        }
        text += "Answer with: codeforge jobs respond \(job.id.shortText)\(answers.joined())\n"
        StandardStream.error.write(text)
    }
}

extension JobConversation {
    /// A word as it may be typed into a shell again.
    private static func quoted(_ text: String) -> String {
        if !text.isEmpty, text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) { return text }
        return "'\(text.printable.replacing("'", with: "'\\''"))'"
    }
}

/// Answers given as arguments: `ID=TEXT`, or just text, in the order of the questions that no `ID=TEXT` answers.
struct GivenAnswers {
    private var answers: [String: String] = [:]

    /// - Throws: `CommandFailure` for an answer to no question, a second one to the same, and one that is unclear.
    init(_ arguments: [String], to questions: [ClarificationQuestion]) throws(CommandFailure) {
        let ids = questions.map(\.id)
        var others: [String] = []
        for argument in arguments {
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, Self.isID(parts[0]) || ids.contains(parts[0]) else {
                others.append(argument)
                continue
            }
            guard ids.contains(parts[0]) else {
                let known = ids.joined(separator: ", ")
                throw CommandFailure(description: "There is no question \(parts[0]). The questions are \(known).")
            }
            guard answers.updateValue(parts[1], forKey: parts[0]) == nil else {
                throw CommandFailure(description: "\(parts[0]) is answered twice.")
            }
        }
        for question in questions where answers[question.id] == nil && !others.isEmpty {
            answers[question.id] = others.removeFirst()
        }
        guard others.isEmpty else {
            throw CommandFailure(
                description: "There are \(arguments.count) answers to \(questions.count) "
                    + "question\(questions.count == 1 ? "" : "s").")
        }
        for question in questions {
            guard let answer = answers[question.id] else { continue }
            if case .unclear(let reason) = AnswerReading(answer, to: question) {
                throw CommandFailure(description: "The answer to \(question.id) \(reason)")
            }
        }
    }

    /// Whether a text is made as the identities of questions are, such as `q1`.
    private static func isID(_ text: String) -> Bool {
        text.hasPrefix("q") && text.count > 1 && text.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
    }

    subscript(id: String) -> String? { answers[id] }

    mutating func take(for id: String) -> String? { answers.removeValue(forKey: id) }
}
