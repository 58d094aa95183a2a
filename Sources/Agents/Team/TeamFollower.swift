import Engine
import JSON
import Models

/// Keeps every linked project of a database in step for as long as an editor has a folder of one open.
package struct TeamFollower: Sendable {
    private let application: Application
    private let settings: Settings

    /// How often it is looked whether somebody is there, and which projects are linked.
    private static let watchInterval = Duration.seconds(2)
    /// How long after the start nobody needs to be there yet.
    private static let grace = Duration.seconds(10)

    package init(_ application: Application, settings: Settings) {
        (self.application, self.settings) = (application, settings)
    }

    /// Runs until no editor is there.
    package func run() async {
        var followed: [RowID: (link: TeamLink, task: Task<Void, Never>)] = [:]
        let start = ContinuousClock.now
        while true {
            if ContinuousClock.now - start > Self.grace {
                guard await application.isAnyLinkedFolderEdited() else { break }
            }
            guard let linked = try? await application.linkedProjects() else {
                try? await Task.sleep(for: Self.watchInterval)
                continue
            }
            let known = Dictionary(linked.map { ($0.project, $0.link) }) { $1 }
            for (project, entry) in followed where known[project] != entry.link {
                entry.task.cancel()
                followed[project] = nil
            }
            for (project, link) in known where followed[project] == nil {
                let follower = ProjectFollower(application, settings: settings, project: project, link: link)
                followed[project] = (link, Task { await follower.run() })
            }
            try? await Task.sleep(for: Self.watchInterval)
        }
        for entry in followed.values { entry.task.cancel() }
        for entry in followed.values { await entry.task.value }
    }
}

/// Keeps one project in step: looks when either side tells of a change, and every now and then anyway.
struct ProjectFollower: Sendable {
    let application: Application
    let settings: Settings
    let project: RowID
    let link: TeamLink

    private static let safetyInterval = Duration.seconds(60)
    private static let firstPause = 0.5
    private static let longestPause = 30.0

    init(_ application: Application, settings: Settings, project: RowID, link: TeamLink) {
        (self.application, self.settings, self.project, self.link) = (application, settings, project, link)
    }

    /// Runs until it is cancelled.
    func run() async {
        let client: TeamClient
        do throws(RequestFailure) {
            client = try TeamClient(url: link.url, token: TeamToken(settings))
        } catch {
            return await keep(error)
        }
        let due = TeamDue()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await hearOwn(due) }
            group.addTask { await hearTeam(client, due) }
            group.addTask {
                while (try? await Task.sleep(for: Self.safetyInterval)) != nil { due.add(.all) }
                due.end()
            }
            group.addTask { await look(client, due) }
        }
        await client.shutDown()
    }

    /// What happens on this machine.
    private func hearOwn(_ due: TeamDue) async {
        while !Task.isCancelled {
            if let changes = try? await application.changes() {
                for await change in changes where change.projectID == project {
                    due.add(change.table == .projectFiles ? .files : .rows)
                }
            }
            try? await Task.sleep(for: .seconds(1))
        }
    }

    /// What happens at the team's; a lost connection is made anew, with growing pauses.
    private func hearTeam(_ client: TeamClient, _ due: TeamDue) async {
        var pause = Self.firstPause
        while !Task.isCancelled {
            do throws(RequestFailure) {
                try await client.listen(to: link.project) { event in
                    switch event.name {
                    case "reload": due.add(.server)
                    case "change": due.heard(of: Self.row(event))
                    default: break
                    }
                }
                pause = Self.firstPause
            } catch {
                pause = min(pause * 2, Self.longestPause)
            }
            try? await Task.sleep(for: .seconds(pause * Double.random(in: 1...1.3)))
        }
    }

    /// The file that an event tells of; nil where it tells of something else.
    private static func row(_ event: ServerSentEvents.Event) -> RowID? {
        guard let data = try? JSONValue(parsing: event.data), data["table"] == "project_files" else { return nil }
        return data["id"]?.string.flatMap(RowID.init)
    }

    private func look(_ client: TeamClient, _ due: TeamDue) async {
        let sync = TeamSync(application, project: project, link: link, server: client)
        var pause = Self.firstPause
        for await _ in due.news {
            try? await Task.sleep(for: TeamPace.gathering(after: client.recentRequests))
            if Task.isCancelled { return }
            let scope = due.take()
            if scope.isEmpty { continue }
            do throws(RequestFailure) {
                let report = try await sync.lookAndBringIn(scope) { application.isEdited($0) }
                due.expect(report.savedRows)
                pause = Self.firstPause
            } catch {
                await keep(error)
                due.add(scope)
                try? await Task.sleep(for: .seconds(pause * Double.random(in: 1...1.3)))
                pause = min(pause * 2, Self.longestPause)
            }
        }
    }

    private func keep(_ failure: RequestFailure) async {
        try? await application.keepTeamFailure(failure, of: project)
    }
}
