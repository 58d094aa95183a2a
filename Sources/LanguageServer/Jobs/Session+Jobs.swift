import Engine
import JSON
import JSONRPC
import LanguageServerProtocol
import Models

/// Following jobs: what happens to them goes to the client, into documents and into the workspace.
extension Session {
    /// How long after jobs could not be listened to it is tried again.
    private static let newsRetryPause = Duration.seconds(5)

    /// Begins to listen, once the store is open.
    mutating func followJobs(_ application: Application) {
        let connection = snapshot.connection
        Task {
            // Where the store cannot be had for the moment, it is tried until it can.
            var news = try? await application.news()
            while news == nil {
                try? await Task.sleep(for: Self.newsRetryPause)
                news = try? await application.news()
            }
            guard let news else { return }
            connection.perform { session in
                session.watchWorker(application)
                // What changed until now is not told.
                session.readDismissals()
                if !session.snapshot.openFolders.isEmpty { session.documentsOutdated() }
                // What was asked, and what ended, before the news began is in none of them.
                for folder in session.snapshot.openFolders {
                    session.tellWaitingJobs(of: folder, application)
                    session.offerEarlierFiles(in: folder, application)
                }
                session.catchUpWithOwnJobs(application)
            }
            for await item in news { connection.perform { $0.heard(item, application) } }
        }
    }

    /// Tells what happened to jobs that were submitted before the news began.
    private func catchUpWithOwnJobs(_ application: Application) {
        let (connection, jobs) = (snapshot.connection, jobs.openOwn)
        Task {
            for (job, last) in jobs {
                for event in await application.events(of: job, after: last) {
                    connection.perform { $0.heard(event, application) }
                }
            }
        }
    }

    private mutating func heard(_ news: News, _ application: Application) {
        switch news {
        case .job(let event): heard(event, application)
        case .row(let change) where change.table == .dismissedFindings: readDismissals(in: change.projectID)
        case .interrupted:
            readDismissals()
            documentsOutdated()
        case .row(let change):
            // That of a folder above an open one may be in another mode.
            if change.table == .projects { readModesAbove() }
            guard snapshot.openFolders.contains(where: { $0.mirror.workspace.projectID == change.projectID }) else {
                return
            }
            if change.table == .projects, change.operation != .insert {
                notify("codeforge/project/didChange", ["project_id": .string(change.projectID.text)] as JSONValue)
            }
            if change.table == .projects {
                for folder in snapshot.openFolders where folder.mirror.workspace.projectID == change.projectID {
                    attendTeam(of: folder, application)
                }
            }
            switch change.table {
            case .projects, .learningRoadmaps: documentsOutdated()
            // A file may show that a student's step is done.
            case .projectFiles where snapshot.hasStudents: documentsOutdated()
            default: break
            }
        }
    }

    mutating func heard(_ news: JobNews, _ application: Application) {
        // Found already when a folder was opened.
        if news.event == .waiting, jobs.asked[news.job] == news.sequence { return }
        let isOurs = jobs[news.job] != nil
        guard isOurs || snapshot.openFolders.contains(where: { $0.mirror.workspace.projectID == news.project }) else {
            return
        }
        if !isOurs { jobs[news.job] = JobBoard.Entry() }
        guard news.sequence > jobs[news.job]?.lastEvent ?? 0 else { return }
        jobs[news.job]?.lastEvent = news.sequence
        if jobs[news.job]?.early != nil {
            jobs[news.job]?.early?.append(news)
        } else {
            show(news, application)
        }
    }

    /// The client is about to get the answer with the job's identity; the job's events follow it.
    mutating func jobSubmitted(_ id: RowID) {
        if case .asked(let token)? = jobs[id]?.progress { begin(id, token) }
        // The answer is posted right after this; what comes next in the inbox follows it.
        after(.milliseconds(5)) { session in
            let access = session.snapshot.application
            let connection = session.snapshot.connection
            Task {
                guard let application = try? await access.value() else { return }
                connection.perform { session in
                    let early = session.jobs[id]?.early ?? []
                    // Only now: what is heard meanwhile comes after these.
                    session.jobs[id]?.early = nil
                    for news in early { session.show(news, application) }
                    session.watchWorker(application)
                }
            }
        }
    }

    private mutating func show(_ news: JobNews, _ application: Application) {
        guard news.event == .complete else { return tell(news, application) }
        offerFiles(of: news, application) { $0.tell(news, application) }
    }

    private mutating func tell(_ news: JobNews, _ application: Application) {
        let event = shown(news)
        notify("codeforge/job/event", event)
        reportProgress(news, ending: event["message"]?.string)
        if news.isEnd, jobs[news.job]?.isTold == true { tellEnd(news, event["message"]?.string) }
        if news.event != .waiting { withdrawQuestions(of: news.job, because: news) }
        switch news.event {
        case .progress: break
        case .waiting:
            documentsOutdated()
            askQuestions(of: news, application)
        case .complete, .error, .cancelled:
            documentsOutdated()
            let changed = news.event == .complete ? news.data["result"]?["requirements_changed"]?.string : nil
            if let changed { show(.warning, changed, brief: "The requirements changed while the pipeline ran.") }
        }
        if news.isEnd {
            jobs[news.job]?.isOver = true
            jobs.prune()
        } else {
            watchWorker(application)
        }
    }

    /// Says how a run ended that a person started from a command: progress is gone then, and not every editor shows any.
    ///
    /// Whoever cancelled it knows. A plugin that follows the events says it in its own way.
    private mutating func tellEnd(_ news: JobNews, _ ending: String?) {
        guard !snapshot.client.showsJobEnds else { return }
        switch news.event {
        case .error:
            let reason = news.data["error"]?.string ?? "no reason was given."
            show(.warning, "The agent's run failed: \(reason)", brief: "The run failed: see .codeforge/jobs.md")
        case .complete: show(.info, ending ?? "The run has ended.", brief: "The agent's run has ended.")
        case .progress, .waiting, .cancelled: break
        }
    }

    /// The event, without the solutions that its project's mode withholds.
    private func shown(_ news: JobNews) -> JSONValue {
        let folder = snapshot.openFolders.first { $0.mirror.workspace.projectID == news.project }
        guard news.event == .complete else { return news.json }
        let isStudents = folder.map { snapshot.projects[$0.uri]?.project.mode == .student } ?? false
        var event = (isStudents ? news.studentJSON : news.json).object ?? JSONObject()
        // For an editor to show as it is: what the job came to, where that is, and what to do next.
        let ending = JobEnding(of: event["data"]?["result"]).text ?? "The job has ended."
        let reason = snapshot.settings.model.offlineReason.map { " \(DocumentOrigin.offlineSentence(because: $0))" }
        event["message"] = .string(ending + (reason ?? ""))
        return .object(event)
    }

    /// Replaces a worker that dies while there are jobs.
    mutating func watchWorker(_ application: Application) {
        guard application.databasePath != nil else { return }
        jobs.wantsWatch = jobs.watchesWorker
        guard !jobs.watchesWorker else { return }
        jobs.watchesWorker = true
        let connection = snapshot.connection
        Task {
            await application.watchWorker()
            connection.perform { session in
                session.jobs.watchesWorker = false
                // A job may have come just when the task had seen none.
                if session.jobs.wantsWatch { session.watchWorker(application) }
            }
        }
    }
}
