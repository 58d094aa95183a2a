import Engine
import JSON
import JSONRPC
import LanguageServerProtocol
import Models

/// When a job's files are brought in by themselves: once, when it ends, or at the next start where nobody was there.
extension Session {
    /// How long whoever started a job goes before others, who hear of its end at the same moment.
    private static let precedence = Duration.milliseconds(300)

    /// How often, and how many times, it is tried again where the store or another program was in the way.
    private static let retryPause = Duration.seconds(2)
    private static let retries = 150

    /// Offers the files of a job that completed, and tells of the end: of a job of this session's own once the files
    /// are in, unless a person has to look at them first.
    mutating func offerFiles(of news: JobNews, _ application: Application, tell: @escaping SessionEvent) {
        let folder = snapshot.openFolders.first { $0.mirror.workspace.projectID == news.project }
        if let folder, snapshot.projects[folder.uri]?.project.mode == .student { return tell(&self) }
        guard let folder, jobs[news.job]?.isOwn == true else {
            tell(&self)
            guard let folder else { return }
            return after(Self.precedence) { $0.offerFiles(of: news.job, in: folder, isQuiet: false, application) }
        }
        let isLookedAt = EditorTexts(snapshot, in: folder.mirror.folder).confirms
        if isLookedAt { tell(&self) }
        offerFiles(of: news.job, in: folder, isQuiet: false, application, tell: isLookedAt ? nil : tell)
    }

    /// Goes on with jobs that completed while no editor was there, or while nobody heard of it.
    mutating func offerEarlierFiles(in folder: OpenFolder, _ application: Application) {
        let (connection, project) = (snapshot.connection, folder.mirror.workspace.projectID)
        Task {
            _ = try? await application.settleInterruptedJobs(of: project, in: folder.mirror.folder)
            await Self.tellUntold(of: project, application, connection)
            for job in (try? await application.jobsToOffer(in: project)) ?? [] {
                connection.perform { session in
                    // This session hears of the ends of its own jobs, and asks then.
                    guard session.jobs[job]?.isOwn != true else { return }
                    session.offerFiles(of: job, in: folder, isQuiet: true, application)
                }
            }
        }
    }

    /// Says once what waits for a person since a program ended that asked about it, or was writing it.
    ///
    /// What this session itself asks about is no news.
    private static func tellUntold(
        of project: RowID, _ application: Application, _ connection: ClientConnection
    ) async {
        guard (try? await application.isStudent(project)) == false,
            let untold = try? await application.untoldFiles(of: project), !untold.isEmpty
        else { return }
        let own = await connection.read { session in
            Set(untold.map(\.jobID).filter { session.jobs[$0]?.isOwn == true || session.jobs.applying.contains($0) })
        }
        let files = untold.filter { !own.contains($0.jobID) }
        let sentences = JobOutcome(files).sentences(next: JobEdits.next)
        guard !sentences.isEmpty else { return }
        connection.perform { session in
            session.show(.info, "Files of an earlier job wait for you. " + sentences.joined(separator: " "))
        }
        try? await application.noteTold(of: files)
    }

    private mutating func offerFiles(
        of job: RowID, in folder: OpenFolder, isQuiet: Bool, _ application: Application, tell: SessionEvent? = nil
    ) {
        let connection = snapshot.connection
        let edits = JobEdits(
            job: job, project: folder.mirror.workspace.projectID, folder: folder, application: application,
            connection: connection)
        jobs.applying.insert(job)
        Task {
            var result = await edits.tryOffer(isQuiet: isQuiet)
            connection.perform { $0.jobs.applying.remove(job) }
            if let tell {
                await folder.mirror.settle(within: .seconds(1))
                connection.perform(tell)
            }
            // Nobody tells when whoever was in the way is done, or has died.
            for _ in 0..<Self.retries {
                guard case .failure(let error) = result, error.isPassing else { break }
                try? await Task.sleep(for: Self.retryPause)
                result = await edits.tryOffer(isQuiet: isQuiet)
            }
            await edits.goOn(after: result)
        }
    }
}

extension ResponseError {
    /// Whether the same may go well in a while: another program, or a store that is busy, was in the way.
    fileprivate var isPassing: Bool { data?["code"] == "conflict" || data?["code"] == "unavailable" }
}

extension JobEdits {
    /// What a person does about files that were not brought in.
    static let next =
        "Look at them with “Show changes” and bring them in with “Bring in its files”: lenses in .codeforge/jobs.md, "
        + "and the commands codeforge.showChanges and codeforge.applyResult."

    fileprivate func tryOffer(isQuiet: Bool) async -> Result<Offer, ResponseError> {
        do throws(ResponseError) {
            return .success(try await offer(isQuiet: isQuiet))
        } catch {
            return .failure(error)
        }
    }

    /// Asks about files that exist, and says what became of all.
    func goOn(after result: Result<Offer, ResponseError>) async {
        do throws(ResponseError) {
            let offer = try result.get()
            if offer.mayAsk { try await ask(about: offer.changes) }
            if !offer.changes.isEmpty { await tellOutcome() }
        } catch {
            connection.perform { session in
                session.log.write(.info, "files were not brought in", ["error": error.message])
                // Another program that brings them in is no news.
                guard error.data?["code"] != "conflict", error.data?["code"]?.string != StudentMode.code else { return }
                session.show(.warning, "\(error.message) \(JobEdits.next)")
            }
        }
    }

    /// Says what changed in the folder, what was left alone and why, and what to do next.
    func tellOutcome() async {
        guard let outcome = try? await application.outcome(of: job), !outcome.isEmpty else { return }
        let text = outcome.sentences(next: Self.next).joined(separator: " ")
        let kind: MessageKind = outcome.waiting.isEmpty ? .info : .warning
        if !text.isEmpty { connection.perform { $0.show(kind, text) } }
        if let files = try? await application.jobFiles(of: job) { try? await application.noteTold(of: files) }
    }
}
