import Foundation
import Models
import Storage
import TestSupport
import Testing

@testable import Engine

/// An agent and a person change one folder, in any order: what the person wrote stays, and what they refused is gone.
@Suite struct FilePropertyTests {
    /// Rounds of the whole; `CODEFORGE_PROPERTY_ROUNDS` asks for more than the test command plays.
    private static let rounds =
        ProcessInfo.processInfo.environment["CODEFORGE_PROPERTY_ROUNDS"].flatMap(Int.init) ?? 200

    @Test func `no line of a person is lost or doubled, and no refused change returns`() async throws {
        for seed in 0..<Self.rounds {
            var world = try await FileWorld(seed: UInt64(seed))
            for step in 0..<12 {
                let done = try await world.step()
                let problems = world.problems()
                #expect(problems.isEmpty, "seed \(seed), step \(step), \(done): \(problems)")
                if !problems.isEmpty { return }
            }
            await world.end()
        }
    }
}

/// A folder with an agent, a person and two editors, and the slow reference of what must be true of it.
///
/// Every line is unique and says who wrote it: `p7` a person, `a3.1` a job. The reference keeps, beside the folder,
/// which lines of a person stand in which file, and which job's lines must not be seen again.
private struct FileWorld {
    private var sample: FolderSample
    private var editors: [MirrorFixture] = []
    private var random: SeededRandom
    private var count = 0
    /// The person's lines in each file, in no order.
    private var mine: [String: Set<String>] = [:]
    /// Lines that somebody refused: they stand nowhere until a person asks for them.
    private var refused: Set<String> = []
    private var jobs: [RowID] = []
    /// What `git checkout` brings back.
    private var committed: [String: String] = [:]
    private var committedMine: [String: Set<String>] = [:]
    /// Whether an agent ever had the file with the person's agreement; then merges keep the person's lines.
    private let names = ["a.txt", "b.txt", "dir/c.txt", "dir/d.txt"]

    init(seed: UInt64) async throws {
        sample = try await FolderSample()
        random = SeededRandom(seed: seed)
        for _ in 0..<2 { editors.append(try await MirrorFixture(files: sample.files, data: sample.data)) }
        for name in names where Bool.random(using: &random) { try write(name, [line("p"), line("p")]) }
    }

    func end() async {
        for editor in editors { editor.mirror.stop() }
    }

    private mutating func line(_ who: String) -> String {
        count += 1
        return "\(who)\(count)"
    }

    // MARK: - Looking

    private func lines(_ name: String) -> [String]? {
        sample.files.read(name)?.split(separator: "\n").map(String.init)
    }

    private func isPersons(_ line: String) -> Bool { line.hasPrefix("p") }

    /// What is not as it must be.
    func problems() -> [String] {
        var problems: [String] = []
        for name in names {
            let found = lines(name) ?? []
            let own = found.filter(isPersons)
            let expected = mine[name] ?? []
            let lost = expected.subtracting(own)
            if !lost.isEmpty { problems.append("\(name) lost \(lost)") }
            if !Set(own).subtracting(expected).isEmpty { problems.append("\(name) got back \(own)") }
            if Set(own).count != own.count { problems.append("\(name) doubles \(own)") }
            let back = refused.intersection(found)
            if !back.isEmpty { problems.append("\(name) has refused \(back)") }
            if found.contains(where: { $0.hasPrefix("<<<") || $0.hasPrefix("===") || $0.hasPrefix(">>>") }) {
                problems.append("\(name) has markers")
            }
        }
        return problems
    }

    // MARK: - Doing

    private mutating func write(_ name: String, _ lines: [String]) throws {
        try sample.files.write(name, lines.map { $0 + "\n" }.joined())
        mine[name] = Set(lines.filter(isPersons))
    }

    private func remove(_ name: String) { try? FileManager.default.removeItem(atPath: sample.files.path(name)) }

    private func tell() {
        for editor in editors where editor.reported.count % 3 != 2 { try? editor.told(names) }
    }

    /// Does one thing, whichever.
    mutating func step() async throws -> String {
        let name = names.randomElement(using: &random) ?? "a.txt"
        let action = Int.random(in: 0..<14, using: &random)
        switch action {
        case 0, 1: try edit(name)
        case 2: deleteFile(name)
        case 3: try rename(name)
        case 4: commit()
        case 5: try checkout()
        case 6, 7: try await run(isPipeline: action == 7)
        case 8: try await apply()
        case 9: try await undo()
        case 10: try await refuse()
        case 11: try await dieWhileWriting()
        case 12: try await restartEditor()
        default: for editor in editors { await editor.lookAgain() }
        }
        tell()
        if Bool.random(using: &random) { for editor in editors { await editor.mirror.settle() } }
        return "action \(action) on \(name)"
    }

    private mutating func edit(_ name: String) throws {
        var lines = lines(name) ?? []
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            if !lines.isEmpty, Int.random(in: 0..<4, using: &random) == 0 {
                lines.remove(at: Int.random(in: 0..<lines.count, using: &random))
            } else {
                lines.insert(line("p"), at: Int.random(in: 0...lines.count, using: &random))
            }
        }
        try write(name, lines)
    }

    private mutating func deleteFile(_ name: String) {
        remove(name)
        mine[name] = nil
    }

    private mutating func rename(_ name: String) throws {
        guard let text = lines(name), let other = names.filter({ $0 != name }).randomElement(using: &random) else {
            return
        }
        remove(name)
        mine[name] = nil
        try write(other, text)
    }

    private mutating func commit() {
        committed = Dictionary(
            uniqueKeysWithValues: names.compactMap { name in sample.files.read(name).map { (name, $0) } })
        committedMine = mine
    }

    private mutating func checkout() throws {
        for name in names {
            remove(name)
            if let text = committed[name] { try sample.files.write(name, text) }
        }
        mine = committedMine
        // A person brought these lines back themselves.
        for text in committed.values { refused.subtract(text.split(separator: "\n").map(String.init)) }
    }

    /// An agent writes; its end is offered by a front end that has nobody to ask.
    private mutating func run(isPipeline: Bool) async throws {
        var wanted: [String: String] = [:]
        for name in names where Bool.random(using: &random) {
            wanted[name] = (0..<4).map { _ in line("a") + "\n" }.joined()
        }
        // An agent that writes on what it wrote before.
        for (name, text) in wanted where Bool.random(using: &random) {
            guard let base = try await lastWritten(name) else { continue }
            wanted[name] = base + text
        }
        let job = try await sample.job(wanted, isPipeline: isPipeline)
        jobs.append(job)
        let before = mine
        try await sample.offer(job)
        #expect(mine == before)
    }

    private func lastWritten(_ name: String) async throws -> String? {
        try await sample.application.store.jobFileHistory(in: sample.project, as: sample.application.caller)
            .first { $0.path.text == name && $0.state == .applied }?.content
    }

    /// A person who looked at the changes agrees to all of them.
    private mutating func apply() async throws {
        guard let job = jobs.randomElement(using: &random) else { return }
        let changes = try await sample.plan(job, isAsked: true)
        for change in changes.changes {
            let text = (change.file.content ?? "").split(separator: "\n").map(String.init)
            refused.subtract(text)
            // What an agent never wrote is replaced, and was shown to be: those lines go with the person's word.
            guard change.kind == .replace || change.kind == .remove else { continue }
            let result = Set(
                String(decoding: change.result ?? [], as: UTF8.self).split(separator: "\n").map(String.init))
            mine[change.path.text] = (mine[change.path.text] ?? []).intersection(result)
        }
        try await sample.apply(job)
    }

    private mutating func undo() async throws {
        guard let job = jobs.randomElement(using: &random) else { return }
        let files = try await sample.application.jobFiles(of: job)
        let before = Dictionary(uniqueKeysWithValues: names.map { ($0, lines($0)) })
        let undo = try await sample.undo(job)
        for step in undo.steps {
            let name = step.file.path.text
            // Untouched since: what the job had replaced comes back, with the person's lines in it.
            mine[name] = Set((lines(name) ?? []).filter(isPersons))
            let gone = Set(before[name]??.filter { !isPersons($0) } ?? []).subtracting(lines(name) ?? [])
            refused.formUnion(gone)
        }
        #expect(files.count >= undo.steps.count)
        // Lines that stand in another file by a rename are the person's business.
        for name in names { refused.subtract(lines(name) ?? []) }
    }

    /// A person leaves out what a job offers.
    private mutating func refuse() async throws {
        guard let job = jobs.randomElement(using: &random) else { return }
        let open = try await sample.application.jobFiles(of: job).filter {
            $0.state == .offered || $0.state == .proposed
        }
        try await sample.application.move(open, to: .refused)
        for file in open {
            let text = (file.content ?? "").split(separator: "\n").map(String.init)
            refused.formUnion(text)
        }
        for name in names { refused.subtract(lines(name) ?? []) }
    }

    /// A front end dies after the agreement was noted, with none, some or all files written.
    private mutating func dieWhileWriting() async throws {
        guard let job = jobs.last else { return }
        let changes = try await sample.plan(job, isAsked: false)
        try await sample.application.note(changes)
        let agreed = changes.free
        let files = agreed.map { $0.file.agreed(by: "a test", $0, in: sample.folder) }
        let moved = try await sample.application.move(files, to: .writing)
        for change in agreed where moved.contains(change.path) && Bool.random(using: &random) {
            try sample.folder.write(change.path, change.result ?? [], replacing: nil)
        }
    }

    /// An editor ends at any moment, and another one starts.
    private mutating func restartEditor() async throws {
        let index = Int.random(in: 0..<editors.count, using: &random)
        editors[index].mirror.stop()
        editors[index] = try await MirrorFixture(files: sample.files, data: sample.data)
        if Bool.random(using: &random) { await editors[index].mirror.settle() }
    }
}
