import Engine
import JSON
import JSONRPC
import LanguageServerProtocol
import Models

/// Something that another thread or task wants done to the session; the loop does it between two messages.
package typealias SessionEvent = @Sendable (inout Session) -> Void

/// Everything that the server knows while it runs.
///
/// The loop owns the one value; nobody else ever sees it.
package struct Session {
    /// How far the conversation is.
    ///
    /// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#lifeCycleMessages
    package enum Phase: Sendable {
        case uninitialized, initialized, shutDown
    }

    package let options: ServerOptions
    package let inbox: Inbox<SessionEvent>
    package internal(set) var phase = Phase.uninitialized
    /// Whether `initialized` has come.
    var isReady = false
    /// What handlers that only read get a copy of.
    package var snapshot: Snapshot
    /// Messages on their way to the client.
    package var outbox = Outbox()
    package var log: Log
    package var trace = TraceLevel.off
    package internal(set) var running = RunningRequests()
    /// What the cancel button of a running progress does, by the progress's token.
    package var progressCancellations: [JSONValue: SessionEvent] = [:]
    /// Progresses that code beside the loop reports, and whether each has begun.
    var progresses: [JSONValue: Bool] = [:]
    var linters = LinterRuns()
    /// Documents of which it was said that they are too long.
    var toldTooLong: Set<String> = []
    /// Problems with settings that were shown already.
    var toldProblems: Set<String> = []
    /// The file of the open database; nil while it is not open, or in memory.
    package internal(set) var databasePath: String?
    /// What the settings files set: outside of every folder, and in each, by its path.
    var fileSettings = Settings()
    var folderFileSettings: [String: Settings] = [:]
    /// What came with `initialize`, which goes before the settings files.
    var initialSettings: JSONObject?
    /// For folders of open documents, the folder whose own rules hold there, if any.
    var ruleFolders: [String: String?] = [:]
    /// Folders of documents of which that is being found out.
    var ruleLookups: Set<String> = []
    /// How often it was looked for anew, because files came or went.
    var ruleSearches = 0
    /// How often documents of rule files were edited.
    var ruleEdits = 0
    /// The folders whose rules are being read.
    var ruleReads = OneAtATime<Void>()
    /// What the editor set since, which goes before all else.
    var editorSettings: JSONObject?
    /// Done once the store is open.
    package var afterOpening: [@Sendable (inout Session, Application) -> Void] = []
    /// Folders whose project is known or looked for.
    var openingFolders: Set<DocumentURI> = []
    /// Folders of linked projects, by their workspaces: a lock says that this editor brings the team's files in.
    var attended: [RowID: TeamPresence.Announcement] = [:]
    /// What is shown of jobs.
    package var jobs = JobBoard()
    /// The folders of which it is being read what is dismissed.
    var dismissalReads = OneAtATime<Void>()
    /// The folders whose decisions are being read again.
    var decisionReads = OneAtATime<Void>()
    /// Folders of documents above which they are being looked for.
    var decisionLookups: Set<String> = []
    /// The files of the last review of the workspace, by their address.
    var reviewedFiles: [String: ReviewedFile] = [:]
    var scope = ReviewScope()
    /// How far each folder is mirrored, by the folder's address.
    var mirrorStates: [String: MirrorState] = [:]
    /// When it was said last that nothing is kept, by the reason.
    var toldStops: [String: ContinuousClock.Instant] = [:]
    var asked = AskedRequests()
    /// Projects as they were when their mode was changed here: an older reading of the row does not count.
    var decidedModes: [RowID: Project] = [:]
    /// What the mentor was asked about here and is solved, by its subject.
    var solvedSubjects: Set<String> = []
    /// How often things were asked about here: rows that were read before do not take it back.
    var askedSubjects: [String: Int] = [:]
    var dueWork = DueWork()
    /// Requests that are answered once documents are reviewed.
    var waitingForReview:
        [(
            uris: [String], ticket: RunningRequests.Ticket,
            work: @Sendable (inout Session) throws(ResponseError) -> Void
        )] = []
    /// The document whose review goes on in the next round.
    var unfinished: String?
    /// When work was done last that leaves unused memory behind, and whether that is about to be given back.
    var lastBurst = ContinuousClock().now
    var isSettling = false
    /// The process whose death ends the server.
    package internal(set) var parentProcess: Int32?
    /// Set by `exit`, or at the end of input: the loop stops.
    private(set) var isOver = false

    init(options: ServerOptions, inbox: Inbox<SessionEvent>) {
        self.options = options
        self.inbox = inbox
        snapshot = Snapshot(connection: ClientConnection(inbox: inbox))
        (snapshot.modelRecording, snapshot.modelReplay) = (options.modelRecording, options.modelReplay)
        parentProcess = options.clientProcess
        log = Log(level: options.logLevel ?? .warning, file: options.logFile)
    }

    /// 0 when the client said goodbye with `shutdown`, else 1.
    package var exitCode: Int32 { phase == .shutDown ? 0 : 1 }

    /// Stops the loop after this round.
    mutating func end() { isOver = true }

    /// Stops the loop once the requests that still run are answered, but at the latest after `duration`.
    mutating func end(within duration: Duration) {
        guard !running.isEmpty else { return end() }
        after(duration) { $0.end() }
    }

    /// Tells the client something.
    package mutating func notify(_ method: String, _ parameters: some JSONEncodable) {
        outbox.notify(method) { parameters.write(to: &$0) }
    }

    /// Asks the client something; `then` gets its answer.
    ///
    /// A client that never answers costs only a little memory.
    ///
    /// - Returns: The request's identity, with which it can be withdrawn.
    @discardableResult
    package mutating func ask(
        _ method: String, _ parameters: (some JSONEncodable)?,
        then: @escaping @Sendable (inout Session, Result<JSONValue, ResponseError>) -> Void = { _, _ in }
    ) -> RequestID {
        let id = asked.add(then)
        if let parameters {
            outbox.request(id, method) { parameters.write(to: &$0) }
        } else {
            outbox.request(id, method, parameters: nil)
        }
        return id
    }

    /// Has something done by the loop in `delay`, not before.
    package mutating func after(_ delay: Duration, _ work: @escaping SessionEvent) {
        dueWork.add(at: ContinuousClock().now + delay, work)
    }

    /// When the loop must do something even if no message comes.
    var nextDueWork: ContinuousClock.Instant? { dueWork.next }

    /// Does what is due.
    mutating func runDueWork() {
        guard dueWork.next != nil else { return }
        for work in dueWork.takeDue(at: ContinuousClock().now) { work(&self) }
    }
}
