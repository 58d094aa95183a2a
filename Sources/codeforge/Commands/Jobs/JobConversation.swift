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
        try await start(response.jobID)
        return try await follow(
            response.jobID, answering: options.answer, into: isFolders ? try project.openFolder() : nil)
    }

    /// Follows a job from the event after the one with `sequence` on, until it ends or waits.
    ///
    /// `answers` are what this command has to say to its questions.
    func follow(
        _ id: String, after sequence: Int = 0, answering answers: [String], into folder: ProjectFolder?
    ) async throws -> Int32 {
        let job = try await application.job(id)
        var given = answers
        let kept = folder.map { folder in Set(DocumentKind.allCases.flatMap(DocumentFolder(folder).kept)) } ?? []
        let watch = Task {
            if job.isWorkedElsewhere { await keepInStep(job) } else { await keepWorking(job.id) }
        }
        func cancelledByInterruption() -> Interruption { Interruption { try? await application.cancel(job: id) } }
        var interruption = cancelledByInterruption()
        defer {
            watch.cancel()
            interruption.end()
        }
        // The files are this command's to bring in, whichever editors see the job end.
        let claim = folder == nil ? nil : application.claimEdits(of: job.id)
        defer { claim?.end() }
        var progress = ProgressLine()
        var code: Int32 = 1
        for await news in try await application.follow(job.id, after: sequence) {
            if options.json { StandardStream.output.write(json: news.json, pretty: false) }
            switch news.event {
            case .progress:
                if !options.json { progress.show(news.progressText) }
            case .waiting:
                progress.clear()
                // Whoever ends the program at a question leaves the job waiting for its answer.
                interruption.end()
                defer { interruption = cancelledByInterruption() }
                guard try await answer(job.id, with: &given, isTold: true, in: folder) else {
                    if let folder { try await application.writeDocuments(of: job.projectID, in: folder, after: job.id) }
                    return Self.waitingCode
                }
            case .complete: code = 0
            case .error, .cancelled: break
            }
        }
        progress.clear()
        // That it was cancelled is for its workers to know.
        if code != 0, job.isWorkedElsewhere { _ = try? await application.syncTeam(job.projectID) }
        // From here on there is nothing to cancel: it ends the program, and the files wait.
        interruption.end()
        if !given.isEmpty {
            StandardStream.error.write(
                "note: the job asked nothing: \(given.map { "--answer \($0)" }.joined(separator: " ")) was not used.\n"
                    .printableLines)
        }
        return try await finish(job.id, code: code, into: folder, claim, keptBefore: kept)
    }

    /// Sees to it that somebody works on a job that was just submitted.
    ///
    /// - Throws: where the team's server, which is to run it, does not get it; then the job ends here.
    private func start(_ id: String) async throws {
        let job = try await application.job(id)
        guard job.isWorkedElsewhere else {
            try application.ensureWorker()
            return
        }
        do {
            _ = try await application.syncTeam(job.projectID)
        } catch {
            try? await application.cancel(job: id)
            throw CommandFailure(
                description: "The job is for the team's workers (codeforge.team.runJobs is team), and their server did "
                    + "not get it: \(error)")
        }
    }

    /// Asks the team's server how a job of its workers stands, and sends answers, for as long as this waits.
    private func keepInStep(_ job: AgentJob) async {
        var lastError: String?
        while (try? await Task.sleep(for: Self.askInterval)) != nil {
            do {
                _ = try await application.syncTeam(job.projectID)
                lastError = nil
            } catch {
                let text = "\(error)"
                if text != lastError, !Task.isCancelled { StandardStream.error.write(text.printable + "\n") }
                lastError = text
            }
        }
    }

    /// How often the team's server is asked about a job: a look is a program of its own, and counts for its limit.
    private static let askInterval = Duration.seconds(3)

    /// A worker that dies while this waits is replaced.
    private func keepWorking(_ job: RowID) async {
        while !Task.isCancelled {
            await application.watchWorker { StandardStream.error.write($0.printable + "\n") }
            try? await Task.sleep(for: .milliseconds(500))
        }
    }

    private func finish(
        _ id: RowID, code: Int32, into folder: ProjectFolder?, _ claim: EditClaim?, keptBefore: Set<String>
    ) async throws -> Int32 {
        let job = try await application.job(id.text)
        var (code, report) = (code, "")
        var isWritten = true
        if let folder {
            let delivery = JobDelivery(
                application: application, job: job, folder: folder, agreesToAll: options.yes)
            if code == 0 {
                if options.noWrite {
                    try await delivery.leaveAll()
                } else if try await !delivery.run(isAsked: false, claim: claim).isTaken {
                    code = 1
                }
            }
            report = try await delivery.report()
            isWritten = try await application.writeDocuments(of: job.projectID, in: folder, after: job.id)
            if !isWritten, code == 0 { code = 1 }
            for kind in DocumentKind.allCases {
                for path in DocumentFolder(folder).kept(of: kind) where !keptBefore.contains(path) {
                    report += DocumentFolder.sentence(keeping: kind, as: path).printable + "\n"
                }
            }
        }
        // The events are what a program reads; what became of the files is for whoever looks on.
        if options.json {
            StandardStream.error.write(report)
        } else {
            let doubt = job.status == .completed ? try await application.origin(ofJob: job)?.doubt : nil
            let made = doubt.map { $0.printable + "\n" } ?? ""
            StandardStream.output.write(job.summary(isWritten: isWritten) + made + report)
        }
        return code
    }
}
