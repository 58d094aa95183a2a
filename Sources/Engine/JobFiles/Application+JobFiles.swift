import Models
import Storage

/// Bringing a job's files into a folder, and taking them out again, by exactly one of all the programs that could.
extension Application {
    /// The states of files that a person who agrees brings in; those that were in already may be out again.
    package static let agreeable = open(isAsked: true).union([.applied])

    /// Proposals that a job may still bring in; where a person asks for them, the refused ones too.
    private static func open(isAsked: Bool) -> Set<JobFile.State> {
        isAsked ? [.proposed, .offered, .refused, .undone, .shown] : [.proposed]
    }

    /// What bringing in a job's files would do.
    ///
    /// Not asked for, each file is thought of once: what was offered and not taken waits until somebody asks.
    ///
    /// Names in `folder`, where the files come, that are the same to people are asked about.
    package func changes(
        of job: RowID, isAsked: Bool, in folder: ProjectFolder? = nil,
        current: (ProjectPath) throws(WorkspaceError) -> [UInt8]?
    ) async throws(RequestFailure) -> JobChanges {
        let files = try await jobFiles(of: job)
        guard let project = files.first?.projectID else {
            return JobChanges(of: [], history: [], isAsked: isAsked, current: current)
        }
        let isOfTeam =
            try await storing { () throws(StoreError) in try await store.job(job, as: caller) }.agentType == teamJobType
        if !isOfTeam { try await requireBuilder(project, for: "What an agent wrote") }
        let history = try await storing { () throws(StoreError) in
            try await store.jobFileHistory(in: project, as: caller)
        }
        let edits = try await storing { () throws(StoreError) in
            try await store.edits(of: job, in: project, as: caller)
        }
        let states = Self.open(isAsked: isAsked)
        let open = files.filter { file in
            states.contains(file.state)
                || (isAsked && isOfTeam && file.isDisputed)
                || (isAsked && !isOfTeam && Self.isTakenOut(file, of: folder, current: current))
        }
        return JobChanges(
            of: open, history: history, edits: edits, isAsked: isAsked,
            isOfTeam: isOfTeam, hold: folder.flatMap(FolderPlace.hold), namesake: { folder?.namesake(of: $0) },
            isFolderThere: { path in folder.map { $0.firstMissingFolder(of: path) == nil } ?? false },
            current: current)
    }

    /// Whether a file that came in is gone again, or as it was before, as `git checkout` leaves it: it comes again where
    /// somebody asks for it.
    private static func isTakenOut(
        _ file: JobFile, of folder: ProjectFolder?, current: (ProjectPath) throws(WorkspaceError) -> [UInt8]?
    ) -> Bool {
        guard file.state == .applied, !file.changedNothing, file.folder == folder?.path else { return false }
        do throws(WorkspaceError) {
            let now = try current(file.path)
            return now == file.before.map { Array($0.utf8) } || (now == nil && file.content != nil)
        } catch {
            return false
        }
    }

    /// A job's files and what became of each.
    package func jobFiles(of job: RowID) async throws(RequestFailure) -> [JobFile] {
        try await storing { () throws(StoreError) in try await store.jobFiles(of: job, as: caller) }
    }

    /// The folder's completed jobs whose files nobody was asked about, oldest first.
    package func jobsToOffer(in project: RowID) async throws(RequestFailure) -> [RowID] {
        try await storing { () throws(StoreError) in
            try await store.jobs(withFilesIn: [.proposed], of: project, as: caller)
        }
    }

    /// Gives files a new state, each if nobody else decided about it meanwhile: what a person decided counts for the
    /// pattern that the files were made from.
    @discardableResult
    package func move(
        _ files: [JobFile], to state: JobFile.State, from states: Set<JobFile.State>? = nil
    ) async throws(RequestFailure) -> Set<ProjectPath> {
        let moved = try await keep(files, as: state, from: states)
        if !moved.isEmpty, let outcome = PatternOutcome(of: state) {
            for job in Set(files.map(\.jobID)) { await note(outcome, of: job) }
        }
        return moved
    }

    /// As `move`, of files that nobody has decided about now.
    @discardableResult
    private func keep(
        _ files: [JobFile], as state: JobFile.State, from states: Set<JobFile.State>? = nil
    ) async throws(RequestFailure) -> Set<ProjectPath> {
        guard !files.isEmpty else { return [] }
        let moved = files.map { file in
            var file = file
            file.state = state
            return file
        }
        return try await storing { () throws(StoreError) in
            try await store.moveJobFiles(moved, from: states ?? Self.open(isAsked: true), as: caller)
        }
    }

    /// Notes that files are to be thought of as offered, left out as the plan says, or in the folder already.
    package func note(_ changes: JobChanges) async throws(RequestFailure) {
        let offered = changes.changes.map { change in
            var file = change.file
            file.reason = change.reason
            return file
        }
        // What was decided stays decided until the person who looks at it now decides anew.
        let open: Set<JobFile.State> = [.proposed, .offered, .shown]
        try await keep(offered, as: .offered, from: open)
        try await keep(changes.left.filter { $0.state == .refused }, as: .refused)
        try await keep(changes.left.filter { $0.state != .refused }, as: .offered, from: open)
        let settled = changes.settled.map { file in
            var file = file
            file.reason = nil
            // What was there before the job's own change is what undoing it gives back. A change that was taken back is
            // over: whoever brought the text back since, it was not the job.
            let isTakenBack = file.state == .undone || file.state == .refused
            if isTakenBack || file.written != file.content || file.folder == nil {
                (file.before, file.written) = (file.content, file.content)
            }
            return file
        }
        try await keep(settled, as: .applied)
    }

    /// Notes that a person was told of a job's files that wait for them.
    package func noteTold(of files: [JobFile]) async throws(RequestFailure) {
        let told = files.filter(\.isUntold).map(\.told)
        try await keep(told, as: .offered, from: [.offered])
    }

    /// Files that wait for a person whom nobody told of it, as when the editor that asked died; oldest job first.
    package func untoldFiles(of project: RowID) async throws(RequestFailure) -> [JobFile] {
        let jobs = try await storing { () throws(StoreError) in
            try await store.jobs(withFilesIn: [.offered], of: project, as: caller)
        }
        var files: [JobFile] = []
        for job in jobs { files += try await jobFiles(of: job).filter(\.isUntold) }
        return files
    }

    /// The project's jobs whose writing was cut off, each with the files that did not come in by that.
    package func interruptedJobs(
        of project: RowID
    ) async throws(RequestFailure) -> [(job: RowID, files: [ProjectPath])] {
        let jobs = try await storing { () throws(StoreError) in
            try await store.jobs(withFilesIn: [.offered], of: project, as: caller)
        }
        var interrupted: [(job: RowID, files: [ProjectPath])] = []
        for job in jobs {
            let files = try await jobFiles(of: job).filter(\.isInterrupted).map(\.path)
            if !files.isEmpty { interrupted.append((job, files)) }
        }
        return interrupted
    }

    /// How many files of each completed job nobody has brought in or refused.
    ///
    /// Those that a program is bringing in at this moment are left out.
    package func waitingFiles(of project: RowID) async throws(RequestFailure) -> [RowID: Int] {
        let jobs = try await storing { () throws(StoreError) in
            try await store.jobs(withFilesIn: [.proposed, .offered], of: project, as: caller)
        }
        var waiting: [RowID: Int] = [:]
        for job in jobs {
            guard try await self.job(job.text).status == .completed, let claim = claimEdits(of: job) else { continue }
            claim.end()
            waiting[job] = try await jobFiles(of: job).count { [.proposed, .offered].contains($0.state) }
        }
        return waiting
    }

    /// How long a person's command waits for a program that brings the same files in by itself.
    package static let claimPatience = Duration.seconds(5)

    /// The right to bring a job's files into a folder; nil while another program has it.
    package func claimEdits(of job: RowID) -> EditClaim? {
        guard let databasePath else { return EditClaim() }
        return EditClaim(path: "\(databasePath)-edits-\(job).lock")
    }

    /// As above, but waits for whoever has it; nil where that takes longer, as when a person looks at a preview.
    package func claimEdits(of job: RowID, within patience: Duration) async -> EditClaim? {
        let deadline = ContinuousClock.now + patience
        while true {
            if let claim = claimEdits(of: job) { return claim }
            guard ContinuousClock.now < deadline, (try? await Task.sleep(for: .milliseconds(20))) != nil else {
                return nil
            }
        }
    }

    /// Looks at what a program that died was writing: what the folder holds is in, the rest waits to be asked for.
    ///
    /// What an editor showed, or was still asking about, counts as well: it may have been saved when nobody was there to
    /// see it. Under the claim, so that nobody else is writing it now.
    ///
    /// - Returns: Whether the writing of any file was cut off.
    @discardableResult
    package func settleInterrupted(of job: RowID, in folder: ProjectFolder) async throws(RequestFailure) -> Bool {
        let open = try await jobFiles(of: job).filter { $0.isUnsettled && $0.folder == folder.path }
        // What stood there may have been set aside, in a folder that no look at the project comes by.
        for folders in Set(open.map { $0.path.parent }) { folder.clearLeftovers(in: folders) }
        let isWritten = open.map { file in
            (try? folder.read(file.path))?.bytes == file.written.map { Array($0.utf8) }
        }
        let written = zip(open, isWritten).filter(\.1).map { file, _ in
            var file = file
            file.reason = nil
            return file
        }
        try await move(written, to: .applied, from: [.writing, .shown, .offered])
        let rest = zip(open, isWritten).filter { !$0.1 && $0.0.state == .writing }.map { file, _ in
            var file = file
            file.reason = JobFile.interrupted
            return file
        }
        try await move(rest, to: .offered, from: [.writing])
        return open.contains { $0.state == .writing }
    }

    /// As above, of all jobs of a project that nobody is writing now.
    ///
    /// - Returns: The jobs whose writing was cut off, oldest first.
    package func settleInterruptedJobs(
        of project: RowID, in folder: ProjectFolder
    ) async throws(RequestFailure) -> [RowID] {
        let jobs = try await storing { () throws(StoreError) in
            try await store.jobs(withFilesIn: [.writing, .offered], of: project, as: caller)
        }
        var interrupted: [RowID] = []
        for job in jobs {
            guard try await jobFiles(of: job).contains(where: \.isUnsettled) else { continue }
            guard let claim = claimEdits(of: job) else { continue }
            defer { claim.end() }
            if try await settleInterrupted(of: job, in: folder) { interrupted.append(job) }
        }
        return interrupted
    }
}

/// Writing on the disk.
extension Application {
    /// What became of changes that were agreed to.
    package struct Written: Sendable {
        package var applied: [ProjectPath] = []
        /// What the folder did not take, and why.
        package var refused: [JobFile] = []
    }

    /// Writes changes that were agreed to, each if the folder still holds what the change was made for.
    ///
    /// The agreement is noted first and taken up once: whatever happens then, no other program and no later start
    /// writes it again by itself.
    package func write(
        _ changes: [JobChange], into folder: ProjectFolder, agreedBy: String
    ) async throws(RequestFailure) -> Written {
        let files = changes.map { $0.file.agreed(by: agreedBy, $0, in: folder) }
        let mine = try await move(files, to: .writing, from: Self.agreeable)
        var written = Written()
        var applied: [JobFile] = []
        let due = zip(changes, files).filter { mine.contains($0.0.path) }
        // What goes makes room for what comes: a folder may take the name of a file.
        let (going, coming) = (due.filter { $0.0.result == nil }, due.filter { $0.0.result != nil })
        var failures = await Self.write(going.map(\.0), into: folder)
        failures += await Self.write(coming.map(\.0), into: folder)
        for ((_, file), failure) in zip(going + coming, failures) {
            guard let failure else {
                applied.append(file)
                continue
            }
            var file = file
            file.reason = "\(failure)"
            if let made = file.madeFolder { folder.removeEmptyFolders(above: file.path, upTo: made) }
            written.refused.append(file)
        }
        written.applied = applied.map(\.path)
        try await move(applied, to: .applied, from: [.writing])
        try await move(written.refused, to: .offered, from: [.writing])
        return written
    }

    /// Writes some files at a time, for each waits until it is on the disk.
    ///
    /// - Returns: Why the folder did not take a change, for each of them; nil where it did.
    private static func write(_ changes: [JobChange], into folder: ProjectFolder) async -> [WorkspaceError?] {
        await withTaskGroup(of: (Int, WorkspaceError?).self) { group in
            var rest = changes.indices[...]
            func addNext() {
                guard let index = rest.popFirst() else { return }
                let change = changes[index]
                group.addTask(executorPreference: BackgroundThreads.disk) { (index, failure(of: change, in: folder)) }
            }
            for _ in 0..<2 * BackgroundThreads.disk.count { addNext() }
            var failures = [WorkspaceError?](repeating: nil, count: changes.count)
            while let (index, failure) = await group.next() {
                failures[index] = failure
                addNext()
            }
            return failures
        }
    }

    /// Carries a change out.
    ///
    /// - Returns: Why the folder did not take it.
    private static func failure(of change: JobChange, in folder: ProjectFolder) -> WorkspaceError? {
        do throws(WorkspaceError) {
            if let result = change.result {
                try folder.write(change.path, result, replacing: change.current)
            } else if let current = change.current {
                try folder.remove(change.path, holding: current)
            }
            return nil
        } catch {
            return error
        }
    }
}

extension JobFile {
    /// The record of an agreement: which change, for which folder, by whom and when.
    package func agreed(by person: String, _ change: JobChange, in folder: ProjectFolder) -> JobFile {
        var file = self
        file.before = change.current.map { String(decoding: $0, as: UTF8.self) }
        file.written = change.result.map { String(decoding: $0, as: UTF8.self) }
        file.madeFolder = change.result == nil ? nil : folder.firstMissingFolder(of: path)
        file.mode = change.result == nil ? folder.attributes(of: path.text).map { Int($0.st_mode & 0o7777) } : nil
        (file.folder, file.agreedBy, file.agreedAt, file.reason) = (folder.path, person, .now(), nil)
        return file
    }
}
