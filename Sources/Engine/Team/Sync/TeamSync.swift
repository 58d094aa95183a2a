import JSON
import Models
import Storage

/// Keeps one project of this machine in step with a team's server; what is to be known again is kept in the store.
package struct TeamSync: Sendable {
    private let application: Application
    package let project: RowID
    package let link: TeamLink
    private let server: any TeamTransport
    private let cleared: ClearedTexts

    /// How often a look is repeated because something changed meanwhile.
    private static let repeats = 5

    /// `cleared` are texts that need not be searched for secrets once more.
    package init(
        _ application: Application, project: RowID, link: TeamLink, server: any TeamTransport,
        cleared: ClearedTexts = ClearedTexts()
    ) {
        (self.application, self.project, self.link, self.server) = (application, project, link, server)
        self.cleared = cleared
    }

    /// Where something may have changed.
    package struct Scope: OptionSet, Sendable {
        package let rawValue: Int
        package init(rawValue: Int) { self.rawValue = rawValue }
        /// The team's side.
        package static let server = Scope(rawValue: 1)
        /// This machine's files.
        package static let files = Scope(rawValue: 2)
        /// This machine's jobs, dismissals, picks, roadmaps, conversations, and the project itself.
        package static let rows = Scope(rawValue: 4)
        package static let all: Scope = [.server, .files, .rows]
    }

    /// Looks, brings in what may come without a word, and looks again where something came.
    ///
    /// Of two programs that look, the second waits for the first.
    ///
    /// - Parameters:
    ///   - scope: Where something may have changed; what was never looked at is looked at anyway.
    ///   - isEdited: Whether an editor has a folder open: it brings files in itself.
    /// - Returns: What was done, and what waits for a person.
    /// - Throws: `offline` where the server gives no answer, `busy` where another look does not end. What was done until
    ///   then stays done.
    package func lookAndBringIn(
        _ scope: Scope = .all, unless isEdited: (Workspace) -> Bool
    ) async throws(RequestFailure) -> TeamReport {
        let lock = try await TeamLock(database: application.databasePath, project: project)
        defer { lock.end() }
        var report = try await look(scope)
        let came = try await bringIn(unseenJobs(), unless: isEdited)
        // What was just offered and is not in waits for a person: that is part of the answer.
        if came > 0 || !report.jobs.isEmpty {
            let again = try await look(.files)
            (report.sent, report.removed) = (report.sent + again.sent, report.removed + again.removed)
            (report.agreed, report.waiting, report.leftOut) = (again.agreed, again.waiting, again.leftOut)
            report.savedRows += again.savedRows
            report.broughtIn = came
        }
        return report
    }

    /// Looks at both sides and does what nobody has to be asked about.
    private func look(_ scope: Scope) async throws(RequestFailure) -> TeamReport {
        var report = TeamReport()
        var scope = scope
        for _ in 0..<Self.repeats {
            (report.isOutdated, report.waiting, report.leftOut, report.agreed) = (false, [], [], 0)
            guard try await lookOnce(scope, &report) else { return report }
            guard report.isOutdated else { break }
            scope = .all
        }
        try await application.keepTeamReport(report.json, of: project)
        return report
    }

    /// - Returns: Whether there was anything to look at.
    private func lookOnce(_ scope: Scope, _ report: inout TeamReport) async throws(RequestFailure) -> Bool {
        let files = TeamFiles(
            application: application, project: project, link: link, server: server, cleared: cleared,
            folders: await application.folders(of: project))
        var listing = try await application.teamListing(of: project)
        let state = TeamState(application: application, project: project, link: link, server: server)
        var isTold = false
        if scope.contains(.server) || scope.contains(.rows) || listing.cursor == nil {
            let isAsked = scope.contains(.server) || listing.cursor == nil
            if let answer = try await state.look(since: listing, isAsked: isAsked, &report) {
                listing.take(answer.files, upTo: answer.cursor)
                try await application.keep(listing, of: project)
                isTold = true
            }
        }
        guard isTold || scope.contains(.files) else { return false }
        let before = listing
        do throws(RequestFailure) {
            try await files.look(&listing, &report)
        } catch {
            try? await application.keep(listing, of: project)
            throw error
        }
        if isTold || listing != before { try await application.keep(listing, of: project) }
        return true
    }

    /// Brings what was offered into the folders that no editor shows, as far as it was agreed to when the project was
    /// linked: files that are new, and those that nobody here has touched.
    ///
    /// - Parameters:
    ///   - jobs: The jobs that offer it.
    ///   - isEdited: Whether an editor has the folder open: it brings the files in itself.
    /// - Returns: How many files came.
    /// - Throws: Where the store cannot be used.
    private func bringIn(_ jobs: [RowID], unless isEdited: (Workspace) -> Bool) async throws(RequestFailure) -> Int {
        let workspaces = try await storing { () throws(StoreError) in
            try await application.store.local?.workspaces(of: project, as: application.caller) ?? []
        }
        var count = 0
        for workspace in workspaces where !isEdited(workspace) && FolderIdentity.holds(workspace) {
            guard let folder = try? ProjectFolder(path: workspace.folder) else { continue }
            for job in jobs { count += try await bringIn(job, folder) }
            if count > 0 { _ = try? await application.syncOnce(folder) }
        }
        return count
    }

    private func bringIn(_ job: RowID, _ folder: ProjectFolder) async throws(RequestFailure) -> Int {
        guard let claim = application.claimEdits(of: job) else { return 0 }
        defer { claim.end() }
        try await application.settleInterrupted(of: job, in: folder)
        let changes = try await application.changes(of: job, isAsked: false, in: folder) {
            path throws(WorkspaceError) in
            try folder.refuseLinks(on: path)
            return try folder.read(path)?.bytes
        }
        try await application.note(changes)
        let written = try await application.write(
            changes.free, into: folder, agreedBy: "the agreement given with codeforge team link")
        return written.applied.count
    }

    /// Jobs of the team whose files nobody has looked at, as after the end of a program.
    private func unseenJobs() async throws(RequestFailure) -> [RowID] {
        try await storing { () throws(StoreError) in
            var jobs: [RowID] = []
            for job in try await application.store.jobs(
                withFilesIn: [.proposed], of: project, as: application.caller)
            where try await application.store.job(job, as: application.caller).agentType == teamJobType {
                jobs.append(job)
            }
            return jobs
        }
    }
}

extension Application {
    /// The folders of a project that are there.
    func folders(of project: RowID) async -> [ProjectFolder] {
        let workspaces = (try? await store.local?.workspaces(of: project, as: caller)) ?? []
        // Of another folder that stands there now nothing is concluded, least of all that files are gone.
        return workspaces.filter(FolderIdentity.holds).compactMap { try? ProjectFolder(path: $0.folder) }
    }

    /// What the team's server listed when it was last asked.
    fileprivate func teamListing(of project: RowID) async throws(RequestFailure) -> TeamListing {
        try await storing { () throws(StoreError) in
            TeamListing(
                try await store.projectValue(TeamListing.key, in: project, as: caller),
                agreed: try await store.onThisMachine().teamFiles(in: project, as: caller))
        }
    }

    fileprivate func keep(_ listing: TeamListing, of project: RowID) async throws(RequestFailure) {
        try await storing { () throws(StoreError) in
            let agreed = try await store.onThisMachine().teamFiles(in: project, as: caller)
            try await store.setProjectValue(
                listing.kept(agreed: agreed), for: TeamListing.key, in: project, as: caller)
        }
    }
}
