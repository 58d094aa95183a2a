import Engine
import JSON
import Models

/// Brings a job's files into a folder on the command line: new ones at once, others once a person has agreed.
struct JobDelivery {
    let application: Application
    let job: AgentJob
    let folder: ProjectFolder
    /// Whether the person agreed to everything beforehand (`--yes`).
    let agreesToAll: Bool

    private static let agreedBy = "the command line"

    enum Answer {
        case all, new, none
    }

    /// - Parameters:
    ///   - isAsked: whether a person asks for these files, which takes back that they were refused.
    ///   - claim: the right to bring the files in; nil while another program has it.
    /// - Returns: Whether the folder took everything that was agreed to, what it took, and what nobody was there to
    ///   agree to.
    /// - Throws: where another program has the claim, or the database does not work.
    func run(
        isAsked: Bool, claim: EditClaim?
    ) async throws -> (isTaken: Bool, written: [ProjectPath], unasked: [ProjectPath]) {
        guard claim != nil else {
            throw CommandFailure(
                description: "An editor brings in the files of this job, or asks about them. Look there.")
        }
        try await application.settleInterrupted(of: job.id, in: folder)
        let changes = try await changes(isAsked: isAsked)
        try await application.note(changes)
        // Who asks for a job's files has been told of what stands there; who runs one cannot know it.
        // What two of a team made apart from one another nobody has seen both of: mine stays.
        let isOfTeam = job.agentType == teamJobType
        let unseen = agreesToAll && (!isAsked || isOfTeam) ? changes.changes.filter(\.isOfUnseen) : []
        let answer = changes.asking.isEmpty || agreesToAll ? .all : ask(about: changes)
        let (agreed, left): ([JobChange], [JobChange]) =
            switch answer {
            case .all: (changes.changes.filter { !unseen.contains($0) }, [])
            // Nobody was there to decide about the others: they wait.
            case nil: (changes.free, [])
            case .new?: (changes.new, changes.notNew)
            case Answer.none?: ([], changes.changes)
            }
        // Who agreed beforehand is told what that means here, before anything is written.
        if agreesToAll, !isAsked {
            for change in agreed where !changes.new.contains(change) {
                StandardStream.error.write("\(change.path.text.printable) \(change.why); you agreed by --yes.\n")
            }
        }
        try await offerUnseen(unseen)
        let written = try await application.write(agreed, into: folder, agreedBy: Self.agreedBy)
        try await leave(left)
        try await application.syncOnce(folder)
        let isTaken =
            written.refused.isEmpty && unseen.isEmpty && changes.left.allSatisfy { $0.state == .refused }
        return (isTaken, written.applied, answer == nil ? changes.asking.map(\.path) : [])
    }

    /// Writes none of the files, now and later, until somebody asks for them: no editor brings them in by itself.
    func leaveAll() async throws {
        let files = try await application.jobFiles(of: job.id).filter { $0.state == .proposed }.map { file in
            var file = file
            file.reason = JobFile.leftForApply
            return file
        }
        try await application.move(files, to: .offered)
    }

    func changes(isAsked: Bool) async throws -> JobChanges {
        let folder = folder
        return try await application.changes(of: job.id, isAsked: isAsked, in: folder) { path throws(WorkspaceError) in
            try folder.readPlanned(path)?.bytes
        }
    }

    private func leave(_ changes: [JobChange]) async throws {
        let files = changes.map { change in
            var file = change.file
            file.reason = JobFile.leftOut
            return file
        }
        try await application.move(files, to: .refused, from: Application.agreeable)
    }

    /// What came since the job was made was not meant by who agreed to everything beforehand.
    private func offerUnseen(_ changes: [JobChange]) async throws {
        let files = changes.map { change in
            var file = change.file
            file.reason =
                job.agentType == teamJobType
                ? "you made it too; yours stays, and goes to them once you have changed it"
                : "no agent has seen what is there"
            return file
        }
        try await application.move(files, to: .offered)
    }

    /// - Returns: nil where nobody can answer: no terminal, or end of input.
    private func ask(about changes: JobChanges) -> Answer? {
        guard TerminalPrompt.isPossible else { return nil }
        let new = changes.free.count
        if new > 0 { StandardStream.error.write("New files: \(JobOutcome.list(changes.free.map(\.path)).printable)\n") }
        let held = changes.heldByPlace
        if let reason = held.first?.hold {
            let names = JobOutcome.list(held.map(\.path))
            let text = "\(held.count.counted("new file")) for \(folder.shownPath), but \(reason): \(names)"
            StandardStream.error.write(text.printable + ".\n")
        }
        for change in changes.notNew { StandardStream.error.write("\(change.path.text.printable) \(change.why).\n") }
        while true {
            let question = "Bring in (a)ll, only (n)ew files, (s)how the differences, or (l)eave? "
            guard let line = TerminalPrompt.ask(question) else { return nil }
            switch line.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ") {
            case "a", "all", "bring in all": return .all
            case "n", "new", "only new", "only new files": return .new
            case "l", "leave", "no", "none", "q", "quit", "abort", "cancel": return Answer.none
            case "s", "show", "show the differences":
                for change in changes.asking { StandardStream.error.write(change.diff.printableLines) }
            default: StandardStream.error.write("Nothing is done yet: one of a, n, s or l.\n")
            }
        }
    }

    /// What became of the files, a line each thing to tell; `isLast` where bringing them in once more would be of no use.
    func report(_ known: JobOutcome? = nil, isLast: Bool = false) async throws -> String {
        let id = job.id.shortText
        let bring = isLast ? "" : " Bring them in: codeforge jobs apply \(id) --yes."
        let next = "Look at them: codeforge jobs diff \(id).\(bring)"
        let outcome = if let known { known } else { try await application.outcome(of: job.id) }
        try await application.noteTold(of: try await application.jobFiles(of: job.id))
        return outcome.sentences(next: next).map { $0.printable + "\n" }.joined()
    }
}

extension String {
    /// The text as it may be shown on a terminal, line for line; of line ends it shows that they are there.
    var printableLines: String {
        utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            let line = line.last == 0x0D ? line.dropLast() : line
            return String(decoding: line, as: UTF8.self).printable
        }.joined(separator: "\n")
    }
}
