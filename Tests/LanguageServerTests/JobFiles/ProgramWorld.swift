import Foundation
import Glibc
import JSON
import TestSupport

/// A folder with everybody who changes it, as processes, and what must be true of it.
///
/// Every word is unique: `p7` was written by a person, `a3x1` by an agent. What a person does is known to the letter;
/// a program may change a file or an editor's text only in a way that `ProgramReference` allows.
final class ProgramWorld {
    static let names = ["a.txt", "b.txt", "dir/c.txt"]

    let workspace: TemporaryFolder
    let storage: TemporaryFolder
    var editors: [PropertyEditor] = []
    var random: SeededRandom
    var reference = ProgramReference()
    let project: String
    private var jobs: [String] = []
    /// What git keeps.
    var branches: [String: [String: String]] = ["main": [:], "other": [:]]
    var branch = "main"
    var stash: (branch: String, files: [String: String])?
    private let seed: UInt64
    /// Whether a job may have files that nobody thought of yet.
    var isOffering = false
    private var count = 0

    init(seed: UInt64) throws {
        self.seed = seed
        random = SeededRandom(seed: seed)
        workspace = try TemporaryFolder()
        storage = try TemporaryFolder()
        var project = ""
        for _ in 0..<2 {
            let editor = try PropertyEditor(
                workspace, storage, PropertyEditor.Kind.allCases.randomElement(using: &random) ?? .plain)
            project = try editor.session.call("codeforge/project/get")["result"]?["id"]?.string ?? ""
            editors.append(editor)
        }
        self.project = project
        _ = try git("init", "-q", "-b", "main")
        try ".codeforge\n".write(toFile: workspace.path + "/.git/info/exclude", atomically: true, encoding: .utf8)
        _ = try git("commit", "-q", "--allow-empty", "-m", "empty")
        _ = try git("branch", "other")
        for name in Self.names where chance(2) { try save(name, line() + line()) }
    }

    // MARK: - Chance

    func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

    private func line() -> String {
        count += 1
        return "p\(count)\n"
    }

    private func edited(_ text: String) -> String {
        var lines = text.split(separator: "\n").map { "\($0)\n" }
        if !lines.isEmpty, chance(3) { lines.remove(at: Int.random(in: 0..<lines.count, using: &random)) }
        lines.insert(line(), at: Int.random(in: 0...lines.count, using: &random))
        return lines.joined()
    }

    /// The random moments that the test is about, not waits for a state.
    private func letPass(_ milliseconds: Int) {
        usleep(UInt32.random(in: 0..<UInt32(milliseconds * 1000), using: &random))
    }

    // MARK: - Looking

    var disk: [String: String] {
        var found: [String: String] = [:]
        for name in Self.names {
            found[name] = FileManager.default.contents(atPath: workspace.path + "/" + name)
                .map { String(decoding: $0, as: UTF8.self) }
        }
        return found
    }

    /// What is not as it must be; what is allowed is taken over.
    func problems() throws -> [String] {
        for editor in editors { try editor.listen(for: .milliseconds(chance(3) ? 350 : 20)) }
        let problems =
            reference.check(disk, nil, isAsking: false)
            + editors.indices.flatMap { reference.check(editors[$0].texts, $0, isAsking: editors[$0].kind == .accepts) }
        reference.stepEnded()
        for editor in editors { try editor.reload() }
        for index in editors.indices { reference.texts[index] = editors[index].texts }
        return problems
    }

    /// Whether the rows become what the folder holds.
    func rowsFollow() throws -> Bool {
        let session = editors[0].session
        // As an editor that watches its folder does: 2 for a change, 3 for a removal.
        let changes = Self.names.map { name -> JSONValue in
            ["uri": .string("\(workspace.uri)/\(name)"), "type": disk[name] == nil ? 3 : 2]
        }
        try session.server.send([
            "method": "workspace/didChangeWatchedFiles", "params": ["changes": .array(changes)],
        ])
        try session.until {
            let rows = try session.rows()
            return Self.names.allSatisfy { rows[$0] == disk[$0] }
        }
        return true
    }

    // MARK: - Doing

    private func save(_ name: String, _ text: String?) throws {
        if let text {
            try workspace.write(text, to: name)
        } else {
            unlink(workspace.path + "/" + name)
        }
        reference.disk[name] = text
    }

    /// Does one thing, whichever.
    ///
    /// - Returns: What was done, and what is not as it must be.
    func step() throws -> (done: String, problems: [String]) {
        let action = Int.random(in: 0..<22, using: &random)
        let problems = action == 10 || action == 11 ? try waitForOffers() : []
        return (try perform(action), try problems + self.problems())
    }

    private func perform(_ action: Int) throws -> String {
        let name = Self.names.randomElement(using: &random) ?? ""
        let index = Int.random(in: 0..<editors.count, using: &random)
        let editor = editors[index]
        let text = reference.disk[name]
        switch action {
        case 0, 1:
            try save(name, edited(text ?? ""))
            return "edit \(name)"
        case 2:
            try save(name, nil)
            return "delete \(name)"
        case 3:
            guard let text, let other = Self.names.filter({ $0 != name }).randomElement(using: &random) else { break }
            try save(other, text)
            try save(name, nil)
            return "rename \(name) to \(other)"
        case 4, 5, 6:
            guard let shown = editor.texts[name] ?? text else { break }
            let typed = editor.earlier(name).filter { _ in chance(3) }.randomElement(using: &random) ?? edited(shown)
            try editor.type(name, typed, opening: text)
            reference.texts[index] = editor.texts
            return "type \(name) in \(index)"
        case 7, 8:
            guard let shown = editor.texts[name] else { break }
            try editor.save(name)
            reference.disk[name] = shown
            return "save \(name) in \(index)"
        case 9:
            guard editor.texts[name] != nil else { break }
            try editor.discard(name)
            reference.texts[index] = editor.texts
            return "discard \(name) in \(index)"
        case 10: return try useGit()
        case 11: return try useStash()
        case 12, 13: return try work(killing: chance(3))
        case 14, 15:
            guard let job = jobs.randomElement(using: &random) else { break }
            reference.agreed.insert(job)
            return try command(["apply", job, "--yes"], killing: chance(2))
        case 16:
            guard let job = jobs.randomElement(using: &random) else { break }
            reference.undoing.insert(job)
            return try command(["undo", job], killing: chance(2))
        case 17, 18:
            guard let job = jobs.randomElement(using: &random) else { break }
            reference.agreed.insert(job)
            return try ask(index, "apply", ["job_id": .string(job), "which": "all"])
        case 19:
            guard let job = jobs.randomElement(using: &random) else { break }
            reference.undoing.insert(job)
            return try ask(index, "undo", ["job_id": .string(job)])
        case 20:
            guard let job = jobs.randomElement(using: &random) else { break }
            return try command(["diff", job], killing: false)
        default:
            try editor.restart()
            return "kill server \(index)"
        }
        return "nothing"
    }

    // MARK: - Programs

    /// An agent writes; now and then it is killed, and another one goes on with its job.
    private func work(killing: Bool) throws -> String {
        for attempt in 0...(killing ? 1 : 0) {
            count += 1
            let program = try Program(
                BuiltProgram.folder + "/store-writer",
                ["agent", storage.path + "/jobs.db", project, "\(seed)n\(count)"], in: storage, environment: [:])
            if killing, attempt == 0 {
                letPass(60)
                program.kill()
            }
            for line in try program.output() {
                if line.hasPrefix("wish "), let wish = try? JSONValue(parsing: String(line.dropFirst(5))) {
                    reference.note(wish)
                } else if line.hasPrefix("done "),
                    let job = try? JSONValue(parsing: String(line.dropFirst(5)))["job"]?.string
                {
                    jobs.append(job)
                    reference.unasked.insert(job)
                    isOffering = true
                }
            }
        }
        return killing ? "agent, killed once" : "agent"
    }

    private func command(_ arguments: [String], killing: Bool) throws -> String {
        let program = try Program(
            BuiltProgram.codeforge, ["jobs"] + arguments + ["--database", storage.path + "/jobs.db"], in: workspace,
            environment: PropertyEditor.environment.merging(["XDG_DATA_HOME": storage.path, "NO_COLOR": "1"]) { $1 })
        if killing {
            letPass(150)
            program.kill()
        }
        _ = try program.output()
        return "\(arguments.joined(separator: " "))\(killing ? ", killed" : "")"
    }

    /// Asks an editor's server; now and then it is killed in the middle.
    private func ask(_ index: Int, _ method: String, _ parameters: JSONValue) throws -> String {
        let editor = editors[index]
        guard chance(2) else {
            _ = try editor.session.call("codeforge/job/\(method)", parameters)
            return "\(method) in \(index)"
        }
        try editor.session.server.send([
            "id": "killed", "method": .string("codeforge/job/\(method)"), "params": parameters,
        ])
        try editor.listen(for: .milliseconds(Int.random(in: 0..<100, using: &random)))
        try editor.restart()
        return "\(method) in \(index), killed"
    }
}
