import Engine
import JSON
import JSONRPC
import Models

/// What the session shows of jobs: which are its own, and the progress of each.
///
/// A state machine without effects: it says what to send, `Session+Jobs` sends it.
package struct JobBoard: Sendable {
    /// The life of one job's progress, which begins and ends exactly once.
    enum Progress: Sendable, Hashable {
        /// Nothing is shown: the client shows none, or did not accept the token.
        case none
        /// The client was asked to take the token.
        case asked(JSONValue)
        case begun(JSONValue)
        case ended
    }

    struct Entry: Sendable {
        var progress = Progress.none
        /// Events that came before the answer to the request that submitted the job.
        var early: [JobNews]?
        var isOver = false
        /// Whether this session submitted it.
        var isOwn = false
        /// Whether a person started it from a command, who is to hear of its end.
        var isTold = false
        var lastText = ""
        /// The number of the last event that was heard: one that comes twice is told once.
        var lastEvent = 0
    }

    private var entries: [RowID: Entry] = [:]
    private var tokens = 0
    /// Whether documents wait to be rendered.
    var rendersSoon = false
    /// Whether a task watches over the worker, and whether somebody asked for it since the task last looked.
    var watchesWorker = false
    var wantsWatch = false
    /// Folders whose documents are being rendered, by their address.
    var renderings = OneAtATime<Void>()
    /// Documents that the editor is asked to change: one that checks no versions would make the same change twice.
    var updates = OneAtATime<Void>()
    /// Saved documents that are being read: an editor tells of the same saving in several ways.
    ///
    /// What waits is the document as the editor saved it; nil where the file on the disk is meant.
    var reads = OneAtATime<OpenDocument?>()
    /// What documents held whose problems were told last, by their path.
    var toldTexts: [String: [UInt8]] = [:]
    /// What tells of documents that are written on the disk, by the folder's address.
    var watches: [String: DocumentWatch] = [:]
    /// Changes of jobs that the editor shows and has not saved, by the file's path.
    var unsavedEdits: [String: UnsavedEdit] = [:]
    /// What a person was shown of a job's changes last, and has not decided on.
    var shownChanges: [RowID: [JobChange]] = [:]
    /// Jobs whose files are being brought in because they completed.
    var applying: Set<RowID> = []
    /// Jobs that wait for an answer, each with the number of the event that told of its questions.
    var asked: [RowID: Int] = [:]
    /// The message requests that show a question now, by the job.
    var prompts: [RowID: RequestID] = [:]

    package init() {}

    subscript(job: RowID) -> Entry? {
        get { entries[job] }
        set { entries[job] = newValue }
    }

    /// A job of this session is being submitted; its events wait until it is.
    mutating func expect(_ job: RowID, token: JSONValue?, isTold: Bool) {
        entries[job] = Entry(progress: token.map { .asked($0) } ?? .none, early: [], isOwn: true, isTold: isTold)
    }

    /// The job was not submitted.
    mutating func forget(_ job: RowID) { entries[job] = nil }

    /// The jobs that this session submitted and that are not over, each with the number of the last event heard.
    var openOwn: [RowID: Int] { entries.filter { $0.value.isOwn && !$0.value.isOver }.mapValues(\.lastEvent) }

    /// A new token of the server's own.
    mutating func newToken() -> JSONValue {
        tokens += 1
        return .string("codeforge-job-\(tokens)")
    }

    /// Forgets jobs that are over, so that a session of days stays small.
    mutating func prune() {
        guard entries.count > 256 else { return }
        entries = entries.filter { !$0.value.isOver }
    }
}
