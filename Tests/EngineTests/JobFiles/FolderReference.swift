import Models

/// What a folder must hold, word by word: the slow and obvious reference that the product is compared with.
///
/// It is told what people and agents do. What a person does to a file is known to the letter; of what a program does
/// it says what is allowed, and takes over what it finds. Every word is unique, so that lost and doubled ones show.
struct FolderReference {
    /// What each file holds; one that is missing is not there.
    private(set) var files: [String: String] = [:]
    private var jobs: [RowID: Job] = [:]
    /// The jobs whose text each file took, latest last.
    private var takers: [String: [RowID]] = [:]

    struct Wish {
        /// What the agent wants; nil for no file.
        var text: String?
        /// What stood there when the agent looked.
        var seen: String?
    }

    struct Change {
        let before: String?
        let after: String?
    }

    private struct Job {
        let isPipeline: Bool
        var wishes: [String: Wish] = [:]
        var isOffered = false
        /// What the job did to the folder and nobody took back.
        var done: [String: Change] = [:]
        /// What a program was writing when it died.
        var interrupted: [String: Change] = [:]
        /// Files about which somebody decided, or which were in the folder: another job's must not come by itself.
        var decided: Set<String> = []
        /// Files that were offered; the product may have called some of these decided.
        var touched: Set<String> = []
        /// Files that somebody decided against.
        var declined: Set<String> = []

        /// Whether the folder does not hold what the job made of a file: it did nothing to it, or that is gone again.
        func isOut(_ name: String, _ now: String?) -> Bool {
            guard let change = done[name] else { return true }
            return change.before != change.after && (now == change.before || (now == nil && change.after != nil))
        }
    }

    // MARK: - What people and agents do

    /// A person's change, to the letter.
    mutating func set(_ name: String, _ text: String?) { files[name] = text }

    mutating func begin(_ job: RowID, isPipeline: Bool) { jobs[job] = Job(isPipeline: isPipeline) }

    /// An agent writes; what it saw first stays what it saw.
    mutating func propose(_ text: String?, for name: String, by job: RowID) {
        let seen = jobs[job]?.wishes[name].map(\.seen) ?? files[name]
        jobs[job]?.wishes[name] = Wish(text: text, seen: seen)
    }

    /// The earlier text of a file that the folder took last.
    func lastWish(for name: String) -> String? { takers[name]?.last.flatMap { jobs[$0]?.wishes[name]?.text } }

    /// A text of the file that somebody decided against.
    func declinedText(of name: String) -> String? {
        jobs.values.compactMap { $0.declined.contains(name) ? $0.wishes[name]?.text : nil }.min()
    }

    func isDeclined(_ text: String?, for name: String) -> Bool {
        jobs.values.contains { $0.declined.contains(name) && $0.wishes[name]?.text == text }
    }

    func isRemoval(_ name: String, by job: RowID) -> Bool { jobs[job]?.wishes[name].map { $0.text == nil } ?? false }

    /// Whether a pipeline may propose to remove the file: the last that touched it was a pipeline that wrote it.
    func mayBeRemoved(_ name: String) -> Bool {
        guard let last = takers[name]?.last, let job = jobs[last] else { return false }
        return job.isPipeline && job.wishes[name]?.text != nil
    }

    /// A person decides against what a job has not brought in.
    mutating func refuse(_ job: RowID) {
        for name in jobs[job]?.wishes.keys.sorted() ?? []
        where jobs[job]?.done[name] == nil && jobs[job]?.interrupted[name] == nil {
            refuse(name, of: job)
        }
    }

    mutating func refuse(_ name: String, of job: RowID) {
        forget(name, of: job)
        jobs[job]?.decided.insert(name)
        jobs[job]?.declined.insert(name)
    }

    /// A person agrees to a change: what they refused before they want now, also where a save is in the way of it.
    mutating func agree(_ name: String, of job: RowID) {
        forget(name, of: job)
        jobs[job]?.declined.remove(name)
    }

    /// What came in and is gone again counts no more once somebody has decided about it anew.
    private mutating func forget(_ name: String, of id: RowID) {
        guard let job = jobs[id], job.done[name] != nil, job.isOut(name, files[name]) else { return }
        jobs[id]?.done[name] = nil
        takers[name]?.removeAll { $0 == id }
    }

    /// A program died while it wrote a file, or just before.
    mutating func interrupt(_ name: String, _ change: Change, of job: RowID, isWritten: Bool) {
        jobs[job]?.interrupted[name] = change
        jobs[job]?.decided.insert(name)
        // A person had agreed to it: what they refused before they wanted then.
        jobs[job]?.declined.remove(name)
        if isWritten { files[name] = change.after }
    }

    /// A program died after it took a file back and before it noted that.
    mutating func interruptUndo(_ name: String, of job: RowID) { files[name] = jobs[job]?.done[name]?.before }

    /// Whoever takes up a job looks at what a dead program was writing.
    mutating func takeUp(_ id: RowID) {
        for (name, change) in jobs[id]?.interrupted ?? [:] {
            if files[name] == change.after { take(name, change, by: id) } else { jobs[id]?.decided.remove(name) }
            jobs[id]?.touched.insert(name)
        }
        jobs[id]?.interrupted = [:]
    }

    /// The file was as a job wants it before the job came.
    mutating func note(settled name: String, of job: RowID) {
        take(name, Change(before: files[name], after: files[name]), by: job)
    }

    private mutating func take(_ name: String, _ change: Change, by id: RowID) {
        jobs[id]?.done[name] = change
        jobs[id]?.decided.insert(name)
        jobs[id]?.declined.remove(name)
        takers[name, default: []].removeAll { $0 == id }
        takers[name, default: []].append(id)
    }
}

// MARK: - What programs do

extension FolderReference {
    enum Step {
        /// Nothing that changes a file: mirrors, ends, starts, looks.
        case nothing
        /// A job ended, and nobody is asked.
        case offer(RowID)
        /// A person agreed to some of a job's files, having seen what they change.
        case apply(RowID, Set<String>)
        case undo(RowID)
    }

    /// Compares the folder with what the step may have made of it, and takes over what it holds.
    ///
    /// - Returns: What is not as it must be.
    mutating func check(_ found: [String: String], after step: Step) -> [String] {
        if case .offer(let job) = step { takeUp(job) }
        if case .apply(let job, _) = step { takeUp(job) }
        if case .undo(let job) = step { takeUp(job) }
        var problems: [String] = []
        for name in Set(files.keys).union(found.keys).sorted() + jobNames(of: step, beside: found) {
            let (before, now) = (files[name], found[name])
            let allowed = judge(name, step, before, now)
            if let allowed {
                problems.append(
                    "\(name) was \(before.debugDescription), is \(now.debugDescription), and must not: \(allowed)")
            }
            note(name, step, Change(before: before, after: now))
        }
        if case .offer(let job) = step { jobs[job]?.isOffered = true }
        return problems
    }

    private func jobNames(of step: Step, beside found: [String: String]) -> [String] {
        let id: RowID
        switch step {
        case .nothing: return []
        case .offer(let job), .apply(let job, _), .undo(let job): id = job
        }
        return (jobs[id]?.wishes.keys.sorted() ?? []).filter { files[$0] == nil && found[$0] == nil }
    }

    /// What is wrong with what a job would make of a file.
    func problem(with change: Change, of name: String, by job: RowID) -> String? {
        guard let wish = jobs[job]?.wishes[name] else { return "the job does not want it" }
        return judge(name, wish, of: job, change.before, change.after)
    }

    /// - Returns: What is wrong; nil where nothing is.
    private func judge(_ name: String, _ step: Step, _ before: String?, _ now: String?) -> String? {
        func must(_ text: String?, _ reason: String) -> String? { now == text ? nil : reason }
        switch step {
        case .nothing: return must(before, "nobody changed it")
        case .offer(let id):
            guard let job = jobs[id], !job.isOffered, job.done[name] == nil, before == nil,
                let text = job.wishes[name]?.text
            else { return must(before, "nobody agreed to that") }
            if job.wishes[name]?.seen != nil { return must(nil, "it was there when the agent looked") }
            let others = jobs.filter { $0.key != id }.values
            if others.contains(where: { $0.decided.contains(name) }) {
                return must(nil, "a job's file was there or was refused before")
            }
            if now == nil, others.contains(where: { $0.touched.contains(name) }) { return nil }
            return must(text, "a new file that nobody ever saw comes in")
        case .apply(let id, let agreed):
            guard let job = jobs[id], job.isOut(name, before), agreed.contains(name), let wish = job.wishes[name]
            else { return must(before, "nobody agreed to that") }
            return judge(name, wish, of: id, before, now)
        case .undo(let id):
            guard let change = jobs[id]?.done[name], before == change.after else {
                return must(before, "the job did not leave it so")
            }
            return must(change.before, "the job is taken back")
        }
    }

    /// What agreeing to a change may make of a file.
    private func judge(_ name: String, _ wish: Wish, of id: RowID, _ before: String?, _ now: String?) -> String? {
        let last = takers[name]?.last { $0 != id }.flatMap { jobs[$0] }
        guard let wanted = wish.text else {
            let isUntouched = before == last?.done[name]?.after
            return now == (isUntouched ? nil : before) ? nil : "only an untouched file is removed"
        }
        guard let before else { return now == wanted ? nil : "it was agreed to" }
        guard let base = last?.wishes[name]?.text else {
            // A file that no agent ever wrote is replaced by what was shown, if it is what the agent saw.
            let isSeen = wish.seen == nil || wish.seen == before
            return now == (isSeen ? wanted : before) ? nil : "no agent ever wrote it"
        }
        if before == base || before == wanted { return now == wanted ? nil : "nobody changed what the agent saw" }
        let (had, has, wants, based) = (before.words, (now ?? "").words, wanted.words, base.words)
        let owed = had.filter { !based.contains($0) || wants.contains($0) }
        if let lost = owed.first(where: { !has.contains($0) }) { return "\(lost) is lost" }
        if Set(has).count != has.count { return "a word is doubled" }
        if let odd = has.first(where: { !had.contains($0) && !wants.contains($0) }) {
            return "\(odd) comes from nowhere"
        }
        if let back = has.first(where: { !had.contains($0) && based.contains($0) }) {
            return "\(back) was taken out by a person"
        }
        if has.filter(had.contains) != had.filter(has.contains) { return "the order changed" }
        return nil
    }

    private mutating func note(_ name: String, _ step: Step, _ change: Change) {
        files[name] = change.after
        switch step {
        case .nothing: break
        case .offer(let id), .apply(let id, _):
            guard let job = jobs[id], let wish = job.wishes[name], job.isOut(name, change.before) else { return }
            if case .offer = step, jobs[id]?.isOffered == true { return }
            jobs[id]?.touched.insert(name)
            if change.before != change.after || change.before == wish.text { take(name, change, by: id) }
        case .undo(let id):
            guard let done = jobs[id]?.done[name], change.before == done.after else { return }
            jobs[id]?.done[name] = nil
            takers[name]?.removeAll { $0 == id }
            refuse(name, of: id)
        }
    }
}

extension String {
    /// The words of a text, in order.
    var words: [String] { split { $0 == " " || $0 == "\n" }.map(String.init) }
}
