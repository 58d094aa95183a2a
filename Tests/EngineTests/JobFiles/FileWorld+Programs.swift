import Models
import Storage
import TestSupport

@testable import Engine

/// What agents, front ends and the death of either do.
extension FileWorld {
    private mutating func sample() -> FolderSample { samples[Int.random(in: 0..<samples.count, using: &random)] }

    /// Mostly the latest: what several runs and a person did to one file is decided about then.
    private mutating func pickJob() -> RowID? { chance(2) ? jobs.last : pick(jobs) }

    // MARK: - Agents

    mutating func begin() async throws {
        guard running == nil else { return }
        let isPipeline = chance(2)
        // A lease that is over at once, so that another worker may take the job up when this one dies.
        let work = try await sample().begin(isPipeline: isPipeline, lease: .zero)
        running = RunningJob(work: work, isPipeline: isPipeline)
        reference.begin(work.job.id, isPipeline: isPipeline)
        try await propose()
    }

    /// An agent writes some files: anew, on what stands there, on what it wrote before, or what was refused once.
    mutating func propose() async throws {
        guard let running else { return }
        let sample = sample()
        try await sample.application.syncOnce(sample.folder)
        var wanted: [String: String] = [:]
        for name in names where chance(2) { wanted[name] = text(for: name) }
        try await sample.propose(wanted, in: running.work, isPipeline: running.isPipeline)
        for name in names {
            if let text = wanted[name] {
                reference.propose(text, for: name, by: running.work.job.id)
            } else if running.isPipeline, reference.mayBeRemoved(name) {
                // The product looks at what became of the path last; where that was no writing, it proposes nothing.
                let files = try await sample.application.jobFiles(of: running.work.job.id)
                if files.contains(where: { $0.path.text == name && $0.content == nil }) {
                    reference.propose(nil, for: name, by: running.work.job.id)
                }
            }
        }
    }

    private mutating func text(for name: String) -> String {
        switch Int.random(in: 0..<5, using: &random) {
        case 0: reference.declinedText(of: name) ?? lines("a")
        case 1: lines("a")
        case 2: (reference.lastWish(for: name) ?? "") + lines("a")
        default: changed(reference.files[name] ?? "")
        }
    }

    /// A text with lines of the agent's, and without one or two.
    private mutating func changed(_ text: String) -> String {
        var lines = text.split(separator: "\n").map(String.init)
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            if !lines.isEmpty, chance(4) { lines.remove(at: Int.random(in: 0..<lines.count, using: &random)) }
            lines.insert(word("a"), at: Int.random(in: 0...lines.count, using: &random))
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// The worker is killed, and another one takes the job up.
    ///
    /// The dead one, should it wake, can do nothing more.
    mutating func dieWorking() async throws {
        guard var job = running, !job.hasDied else { return }
        let dead = job.work
        job.work = try await sample().claim(dead.job.id, lease: .zero)
        job.hasDied = true
        running = job
        do throws(JobWork.Failure) {
            try await dead.complete([:])
        } catch .lost {
            return
        }
        throw RequestFailure("conflict", "a dead worker ended a job")
    }

    /// The job ends; whoever hears of it offers its files, and everybody who hears of it later does so again.
    mutating func finish() async throws -> FolderReference.Step {
        guard let job = running else { return .nothing }
        running = nil
        try await job.work.complete([:])
        jobs.append(job.work.job.id)
        let changes = try await sample().offer(job.work.job.id)
        for change in changes.changes where reference.isDeclined(change.file.content, for: change.path.text) {
            throw RequestFailure("conflict", "what was refused is offered again: \(change.path)")
        }
        if chance(2) { try await sample().offer(job.work.job.id) }
        return .offer(job.work.job.id)
    }

    /// An editor that starts thinks of earlier jobs: each file was thought of once, and nothing comes.
    mutating func offerAgain() async throws -> FolderReference.Step {
        guard let job = pickJob() else { return .nothing }
        try await sample().offer(job)
        return .offer(job)
    }

    // MARK: - A person and a front end

    mutating func apply(all: Bool) async throws -> FolderReference.Step {
        guard let job = pickJob() else { return .nothing }
        let taken = all ? Set(names) : Set(names.filter { _ in Bool.random(using: &random) })
        let plan = try await sample().plan(job, isAsked: true)
        for change in plan.changes {
            if taken.contains(change.path.text) {
                reference.agree(change.path.text, of: job)
            } else {
                reference.refuse(change.path.text, of: job)
            }
        }
        // Somebody saves while the changes are looked at: that file stays.
        let saved = chance(4) ? pick(plan.changes.map(\.path.text)) : nil
        let before = reference.files
        var world = self
        try await sample().apply(job, where: { taken.contains($0.path.text) }) {
            if let saved { try world.edit(saved) }
        }
        self = world
        // A text that is as it was looked at was agreed to, whoever saved it meanwhile.
        let changed = saved.flatMap { reference.files[$0] == before[$0] ? nil : $0 }
        let agreed = taken.subtracting(changed.map { [$0] } ?? [])
        return .apply(job, agreed)
    }

    mutating func refuse() async throws {
        guard let job = pickJob() else { return }
        let sample = sample()
        let open = try await sample.application.jobFiles(of: job).filter { $0.state == .offered }
        try await sample.application.move(open, to: .refused)
        for file in open { reference.refuse(file.path.text, of: job) }
    }

    mutating func undo() async throws -> FolderReference.Step {
        guard let job = pickJob() else { return .nothing }
        _ = try await sample().undo(job)
        return .undo(job)
    }

    // MARK: - Deaths

    /// A front end dies while a person looks at the changes that they asked for, and before they decide.
    mutating func dieAsking() async throws {
        guard let job = pickJob() else { return }
        let sample = sample()
        reference.takeUp(job)
        try await sample.claimed(job) {
            let changes = try await sample.plan(job, isAsked: true)
            try await sample.application.note(changes)
            for settled in changes.settled { reference.note(settled: settled.path.text, of: job) }
        }
    }

    /// A front end dies after the agreement was noted, with none, some or all files written.
    mutating func dieWriting() async throws {
        guard let job = pickJob() else { return }
        let sample = sample()
        reference.takeUp(job)
        try await sample.claimed(job) {
            let changes = try await sample.plan(job, isAsked: true)
            try await sample.application.note(changes)
            for settled in changes.settled { reference.note(settled: settled.path.text, of: job) }
            let files = changes.changes.map { $0.file.agreed(by: "a test", $0, in: sample.folder) }
            try await sample.application.move(files, to: .writing)
            for change in changes.changes {
                let isWritten = Bool.random(using: &random)
                if isWritten, let result = change.result {
                    try sample.folder.write(change.path, result, replacing: change.current)
                } else if isWritten, let current = change.current {
                    try sample.folder.remove(change.path, holding: current)
                }
                let change = (name: change.path.text, texts: FolderReference.Change(change))
                if let problem = reference.problem(with: change.texts, of: change.name, by: job) {
                    throw RequestFailure("conflict", "the plan for \(change.name): \(problem)")
                }
                reference.interrupt(change.name, change.texts, of: job, isWritten: isWritten)
            }
        }
    }

    /// A front end dies after it took files back and before it noted that.
    mutating func dieUndoing() async throws {
        guard let job = pickJob() else { return }
        let sample = sample()
        reference.takeUp(job)
        try await sample.claimed(job) {
            for step in try await sample.planUndo(job).steps where Bool.random(using: &random) {
                if let result = step.result {
                    try sample.folder.write(step.file.path, result, replacing: step.current)
                } else if let current = step.current {
                    try sample.folder.remove(step.file.path, holding: current)
                }
                reference.interruptUndo(step.file.path.text, of: job)
            }
        }
    }

    /// A server dies after it deleted the row of a file that was away for a moment, and before it noted that.
    func dieNoting(_ name: String) async {
        // There may be no row.
        try? await editors[0].deleteAsAnother(name)
    }

    /// An editor ends at any moment, and another one starts.
    mutating func startEditor() async throws {
        let index = Int.random(in: 0..<editors.count, using: &random)
        editors[index].mirror.stop()
        let application = chance(4) ? nil : programs.applications[index]
        editors[index] = try await MirrorFixture(files: files, data: programs.data, application: application)
    }
}

extension FolderReference.Change {
    fileprivate init(_ change: JobChange) {
        before = change.current.map { String(decoding: $0, as: UTF8.self) }
        after = change.result.map { String(decoding: $0, as: UTF8.self) }
    }
}
