import Foundation
import Models
import Storage
import TestSupport

@testable import Engine

/// A folder with agents, a person and two editors' mirrors, and the reference of what must be true of it.
///
/// Every word is unique and says who wrote it: `p7` a person, `a3` an agent. What a person does is in
/// `FileWorld+Person.swift`, what programs do in `FileWorld+Programs.swift`.
struct FileWorld {
    let names = ["a.txt", "b.txt", "dir/c.txt", "dir/d.txt"]
    let programs: FilePrograms
    /// Jobs are worked on and brought in by either program.
    var samples: [FolderSample]
    var editors: [MirrorFixture] = []
    var random: SeededRandom
    var reference = FolderReference()
    var jobs: [RowID] = []
    /// The job that is being worked on.
    var running: RunningJob?
    /// What git keeps.
    var branches: [String: [String: String]] = ["main": [:], "other": [:]]
    var branch = "main"
    var stash: [String: String]?
    /// Texts that each file had in the person's editor, for undoing.
    var earlier: [String: [String]] = [:]
    private(set) var lastStep = ""
    private var count = 0

    struct RunningJob {
        var work: JobWork
        let isPipeline: Bool
        var hasDied = false
    }

    init(seed: UInt64, programs: FilePrograms) async throws {
        self.programs = programs
        random = SeededRandom(seed: seed)
        let files = try TemporaryFolder()
        samples = []
        for application in programs.applications {
            samples.append(try await FolderSample(files: files, data: programs.data, application: application))
        }
        for application in programs.applications {
            editors.append(try await MirrorFixture(files: files, data: programs.data, application: application))
        }
        for name in names where chance(2) { try write(name, lines("p")) }
    }

    var files: TemporaryFolder { samples[0].files }

    mutating func end() async throws {
        for editor in editors { editor.mirror.stop() }
        // Nobody else's round is to take it up.
        if let running { try await running.work.fail("the round is over") }
    }

    mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

    mutating func pick<Value>(_ values: [Value]) -> Value? { values.randomElement(using: &random) }

    mutating func word(_ who: String) -> String {
        count += 1
        return "\(who)\(count)"
    }

    /// One to four lines of a word or two.
    mutating func lines(_ who: String) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            text += word(who) + (chance(4) ? " " + word(who) : "") + "\n"
        }
        return text
    }

    /// What the folder holds.
    var found: [String: String] {
        var found: [String: String] = [:]
        for name in names { found[name] = files.read(name) }
        return found
    }

    mutating func check(after step: FolderReference.Step) -> [String] { reference.check(found, after: step) }

    /// What may happen, and how often beside the others.
    private static let actions = [
        ("edit", 5), ("editor undo", 1), ("delete", 1), ("rename", 1),
        ("commit", 1), ("checkout", 1), ("switch", 1), ("stash", 1), ("pop", 1),
        ("begin", 2), ("propose", 2), ("worker dies", 1), ("finish", 3), ("run", 3), ("offer again", 2),
        ("apply", 3), ("apply some", 2), ("refuse", 1), ("undo", 2),
        ("die asking", 1), ("die writing", 1), ("die undoing", 1), ("die noting", 2), ("editor starts", 1), ("look", 1),
    ]

    /// Does one thing, whichever.
    ///
    /// - Returns: What is not as it must be.
    mutating func step() async throws -> [String] {
        let name = pick(names) ?? ""
        var number = Int.random(in: 0..<Self.actions.map(\.1).reduce(0, +), using: &random)
        let action = Self.actions.first { action in
            number -= action.1
            return number < 0
        }
        lastStep = "\(action?.0 ?? "") \(name)"
        let expected = try await perform(action?.0 ?? "", name)
        var problems = check(after: expected)
        for editor in editors where !chance(3) { try editor.told(names) }
        if chance(2) { await settleEditors() }
        problems += check(after: .nothing)
        return problems
    }

    private mutating func perform(_ action: String, _ name: String) async throws -> FolderReference.Step {
        switch action {
        case "edit": try edit(name)
        case "editor undo": try undoInEditor(name)
        case "delete": try write(name, nil)
        case "rename": try rename(name)
        case "commit": commit()
        case "checkout": try checkout()
        case "switch": try switchBranch()
        case "stash": try stashAll()
        case "pop": try popStash()
        case "begin": try await begin()
        case "propose": try await propose()
        case "worker dies": try await dieWorking()
        case "finish": return try await finish()
        case "run":
            try await begin()
            return try await finish()
        case "offer again": return try await offerAgain()
        case "apply": return try await apply(all: true)
        case "apply some": return try await apply(all: false)
        case "refuse": try await refuse()
        case "undo": return try await undo()
        case "die asking": try await dieAsking()
        case "die writing": try await dieWriting()
        case "die undoing": try await dieUndoing()
        case "die noting": await dieNoting(name)
        case "editor starts": try await startEditor()
        default: await settleEditors()
        }
        return .nothing
    }

    /// Both at once: each waits for a file that goes away and comes back.
    func settleEditors() async {
        await withTaskGroup(of: Void.self) { group in
            for editor in editors { group.addTask { await editor.mirror.settle() } }
        }
    }

    /// The rows follow the folder, whatever happened.
    mutating func problemsWithRows() async throws -> [String] {
        for _ in 0..<2 {
            for editor in editors { editor.mirror.everythingChanged() }
            await settleEditors()
        }
        let problems = check(after: .nothing)
        let rows = try await editors[0].rows().mapValues(\.content)
        return rows == found ? problems : problems + ["rows are \(rows), files \(found)"]
    }
}
