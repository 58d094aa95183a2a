/// A file as a job wants it, and what became of that: the job's proposal, and the record of what it did to the folder.
///
/// An agent writes proposals alone. A folder changes only by a proposal that was agreed to: the change is noted here
/// with the text that it replaces and the text that it writes, for one folder, and is taken up once.
package struct JobFile: Hashable, Sendable {
    /// Where a proposal stands.
    package enum State: String, CaseIterable, Sendable {
        /// The agent wrote it; nobody was asked yet.
        case proposed
        /// Somebody was asked, and has not decided.
        case offered
        /// Agreed to, and being written. A process that dies here leaves it so; it is never taken up by itself.
        case writing
        /// An editor shows it in a document that is not saved.
        case shown
        /// The folder was seen to hold it.
        case applied
        /// A person left it out, discarded it, or took it back.
        case refused
        /// It was in the folder and was taken out again.
        case undone
    }

    package var jobID: RowID
    package var projectID: RowID
    package var path: ProjectPath
    /// What the agent wrote; nil where it wants the file removed, which it wrote itself in an earlier job.
    package var content: String?
    package var language: String?
    /// What the project held at the path when the agent first wrote to it; nil where it held nothing.
    package var seen: String?
    package var state: State
    /// Why the folder was left as it is, a sentence's end for a person; nil where it was not.
    package var reason: String?
    /// What the folder held before the change; nil for no file.
    ///
    /// Says something from `writing` on.
    package var before: String?
    /// What the change writes; nil where it removes the file.
    ///
    /// Says something from `writing` on.
    package var written: String?
    /// The permissions of a file that the change removes, such as `0o644`; nil where it removes none.
    package var mode: Int?
    /// The topmost folder that had to be made for the file, relative to the project's; nil where all were there.
    package var madeFolder: String?
    /// The absolute path of the folder that the change is for.
    package var folder: String?
    /// Who agreed: an editor's name, or the command line.
    package var agreedBy: String?
    package var agreedAt: Timestamp?
    /// Grows with every move of a proposal of the project, so that the order needs no clock.
    package var sequence: Int

    /// Whether the folder held the very same already: it is nobody's but the person's.
    package var changedNothing: Bool { state == .applied && written != nil && before == written }

    package init(
        jobID: RowID, projectID: RowID, path: ProjectPath, content: String?, language: String? = nil,
        seen: String? = nil, state: State = .proposed, reason: String? = nil, before: String? = nil,
        written: String? = nil, mode: Int? = nil, madeFolder: String? = nil, folder: String? = nil,
        agreedBy: String? = nil, agreedAt: Timestamp? = nil, sequence: Int = 0
    ) {
        self.jobID = jobID
        self.projectID = projectID
        self.path = path
        self.content = content
        self.language = language
        self.seen = seen
        self.state = state
        self.reason = reason
        self.before = before
        self.written = written
        self.mode = mode
        self.madeFolder = madeFolder
        self.folder = folder
        self.agreedBy = agreedBy
        self.agreedAt = agreedAt
        self.sequence = sequence
    }
}
