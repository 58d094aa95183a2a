import Models
import Storage

/// Keeps the rows of a project as its folder is. The folder is the truth: the mirror never writes to it.
///
/// What to note about a file follows from `SyncDecision`; this type finds out and carries out. Work is done in the
/// order in which it was asked for, on a thread of low priority, and nobody who asks waits. A crash at any moment loses
/// nothing: each step is one transaction, and the next look takes up what is left.
package actor WorkspaceMirror {
    nonisolated package let folder: ProjectFolder
    nonisolated package let workspace: Workspace
    let store: any LocalStore
    let caller: Caller
    let limits: MirrorLimits
    let report: @Sendable (MirrorEvent) -> Void

    /// How often the change feed is still going to tell of this mirror's own writes.
    private var ownWrites: [RowID: Int] = [:]
    private var toldRows: [RowID: Int] = [:]
    private var hasToldLimit = false
    private var toldKept: [String] = []
    var latelyGone = LateFiles()
    var latelyCame = LateFiles()
    /// Files that are gone and in which something was dismissed: their rows stay until everything was looked at.
    var missing: Set<ProjectPath> = []
    /// Whether the folder may be mirrored at all.
    var permission = MirrorPermission.unknown
    /// Why a look failed, so that there may be changes that nobody will tell of again.
    var missedBecause: String?
    private let retryPause: Duration
    private var isRetryPending = false
    /// What is begun in a moment, once for however many ask for it until then.
    private var soon: Set<Soon> = []
    private static let renamePause = Duration.milliseconds(500)

    nonisolated private let work: AsyncStream<Work>
    nonisolated private let workContinuation: AsyncStream<Work>.Continuation

    nonisolated package var unownedExecutor: UnownedSerialExecutor {
        BackgroundThread.shared.asUnownedSerialExecutor()
    }

    /// Something to do, in the order of the asking.
    enum Soon: Sendable { case renames, everything }

    private enum Work: Sendable {
        case look(MirrorScope)
        case agreement
        case rows
        case renames
        case settle(CheckedContinuation<Void, Never>)
    }

    package init(
        folder: ProjectFolder, workspace: Workspace, store: any LocalStore, caller: Caller,
        limits: MirrorLimits = .standard, retryPause: Duration = .seconds(5),
        report: @escaping @Sendable (MirrorEvent) -> Void
    ) {
        self.folder = folder
        self.workspace = workspace
        self.store = store
        self.caller = caller
        self.limits = limits
        self.retryPause = retryPause
        self.report = report
        (work, workContinuation) = AsyncStream.makeStream()
    }

    /// Looks at the whole folder, then does what it is asked until it is stopped.
    package func run() async {
        // Subscribed before the rows are read, so that no change falls in between.
        let changes = try? await store.changes(as: caller)
        let listener = Task { await listen(to: changes) }
        defer { listener.cancel() }
        await look(.everything)
        for await item in work { await perform(item) }
    }

    private func perform(_ item: Work) async {
        switch item {
        case .look(let scope): await look(scope)
        case .agreement:
            permission = .unknown
            await look(.everything)
        case .rows: await lookAtToldRows()
        case .renames: await followRenames()
        case .settle(let continuation): continuation.resume()
        }
    }
}

// What the front end says. Nothing here waits.
extension WorkspaceMirror {
    /// Files or folders changed on the disk: created, edited, deleted, renamed.
    nonisolated package func filesChanged(_ paths: [ProjectPath]) {
        // A changed ignore file can change what is mirrored anywhere below it.
        let isEverything = paths.contains {
            $0.name == IgnoreRules.gitFileName || $0.name == IgnoreRules.codeforgeFileName
        }
        if !paths.isEmpty { workContinuation.yield(.look(isEverything ? .everything : .paths(paths))) }
    }

    /// A document was opened that may be a file under a name that nobody told of.
    ///
    /// Of many that are opened together the last is enough.
    nonisolated package func documentOpened() {
        Task { await beginSoon(.renames) }
    }

    /// Anything may have changed.
    nonisolated package func everythingChanged() {
        workContinuation.yield(.look(.everything))
    }

    /// A person agreed to the mirror, or took that back.
    nonisolated package func agreementChanged() {
        workContinuation.yield(.agreement)
    }

    /// Returns when everything that was asked before is done.
    nonisolated package func settle() async {
        await withCheckedContinuation { continuation in
            if case .terminated = workContinuation.yield(.settle(continuation)) { continuation.resume() }
        }
    }

    /// As `settle()`, but returns after `limit` at the latest.
    nonisolated package func settle(within limit: Duration) async {
        let (ends, end) = AsyncStream.makeStream(of: Void.self)
        let waits = [
            Task {
                await settle()
                end.finish()
            },
            Task {
                try? await Task.sleep(for: limit)
                end.finish()
            },
        ]
        for await _ in ends {}
        waits[1].cancel()
    }

    /// Ends the mirror after what it is doing.
    nonisolated package func stop() {
        workContinuation.finish()
    }
}

// Changes of the rows.
extension WorkspaceMirror {
    /// Follows the change feed; where it ends, or cannot be had for the moment, begins again.
    private func listen(to first: AsyncStream<StoreChange>?) async {
        var changes = first
        while true {
            if let changes {
                for await change in changes where change.projectID == workspace.projectID {
                    if change.table == .projectFiles { note(change) }
                }
            } else {
                try? await Task.sleep(for: retryPause)
            }
            if Task.isCancelled { return }
            changes = try? await store.changes(as: caller)
            (ownWrites, toldRows) = ([:], [:])
            if changes != nil { workContinuation.yield(.look(.everything)) }
        }
    }

    /// Looks at everything where a file is gone in which something was dismissed, and nobody told of it.
    private func followRenames() async {
        guard let dismissed = try? await dismissedPaths() else { return }
        let gone = dismissed.filter { folder.presence(of: $0.text) == .absent }.sorted()
        // What is no longer known of was looked for before.
        guard !gone.isEmpty, let known = try? await store.syncedFiles(in: workspace.id, below: gone, as: caller),
            !known.isEmpty
        else { return }
        await look(.everything)
    }

    private func note(_ change: StoreChange) {
        if toldRows.isEmpty { workContinuation.yield(.rows) }
        toldRows[change.rowID, default: 0] += 1
    }

    /// Takes up what the feed told, unless all of it was this mirror's own doing.
    private func lookAtToldRows() async {
        let told = toldRows
        toldRows = [:]
        var isForeign = false
        for (row, count) in told {
            let own = ownWrites.removeValue(forKey: row) ?? 0
            if own > count { ownWrites[row] = own - count }
            if own < count { isForeign = true }
        }
        if isForeign { await look(.rows) }
    }

    /// Remembers that the feed will tell of a write that this mirror made.
    func expectChange(of row: RowID) {
        ownWrites[row, default: 0] += 1
    }

    /// Tells once that a limit was reached.
    func tellLimit(of walk: WalkReport) {
        guard let limit = walk.limit, !hasToldLimit else { return }
        hasToldLimit = true
        report(.notice(limit.description))
    }

    /// Tells once of what holds a person's text under another name.
    func tellKept(_ walk: WalkReport) {
        guard let sentence = walk.keptSentence, walk.kept != toldKept else { return }
        toldKept = walk.kept
        report(.notice(sentence))
    }

    /// Has everything looked at again in a while: nobody tells when a full disk has room again.
    func retrySoon() {
        guard !isRetryPending else { return }
        isRetryPending = true
        Task { [weak self, retryPause] in
            try? await Task.sleep(for: retryPause)
            await self?.retry()
        }
    }

    private func retry() {
        isRetryPending = false
        if missedBecause != nil { workContinuation.yield(.look(.everything)) }
    }

    /// Has new files looked at once more in a while: a file that another program saves by is gone then, and nobody
    /// tells of a name that nobody was told of.
    func lookAgainLater(at paths: [ProjectPath]) {
        guard !paths.isEmpty else { return }
        Task { [weak self, retryPause] in
            try? await Task.sleep(for: retryPause)
            await self?.lookAgain(at: paths)
        }
    }

    func beginSoon(_ kind: Soon) {
        guard soon.insert(kind).inserted else { return }
        Task { [weak self, renamePause = Self.renamePause] in
            try? await Task.sleep(for: renamePause)
            await self?.begin(kind)
        }
    }

    private func begin(_ kind: Soon) {
        soon.remove(kind)
        workContinuation.yield(kind == .renames ? .renames : .look(.everything))
    }

    /// Has paths looked at again, after what is waiting.
    func lookAgain(at paths: [ProjectPath]) {
        if !paths.isEmpty { workContinuation.yield(.look(.paths(paths))) }
    }
}

/// The part of a project that a look is about.
enum MirrorScope: Sendable, Hashable {
    case everything
    /// These files, and what is below those that are folders.
    case paths([ProjectPath])
    /// The files whose rows are not as they were; the folder is not walked.
    case rows
}
