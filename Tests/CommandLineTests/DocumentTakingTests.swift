import Foundation
import JSON
import TestSupport
import Testing

/// What somebody writes into the documents of `.codeforge` while no language server runs.
@Suite struct DocumentTakingTests {
    private let folder: TemporaryFolder
    private let storage: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        storage = try TemporaryFolder()
    }

    private func codeforge(_ arguments: String...) throws -> CommandRun {
        try CommandRun.codeforge(
            arguments + ["--database", storage.path + "/jobs.db"], in: folder,
            environment: WorkerProcesses.quickWorker)
    }

    private func research(_ idea: String) throws -> CommandRun {
        try codeforge("run", "research", "--idea", idea, "--skip-clarification")
    }

    private func path(_ name: String) -> String { "\(folder.path)/.codeforge/\(name).md" }

    private func document(_ name: String) -> String { (try? String(contentsOfFile: path(name), encoding: .utf8)) ?? "" }

    /// Replaces the first of a text, as any program may.
    private func edit(_ name: String, _ old: String, _ new: String) throws {
        var text = document(name)
        text.replaceSubrange(try #require(text.firstRange(of: old)), with: new)
        try text.write(toFile: path(name), atomically: true, encoding: .utf8)
    }

    private func project() throws -> JSONValue { try JSONValue(parsing: codeforge("project").output) }

    /// Who git is told that it works for; a machine may not say.
    private static let identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]

    @discardableResult
    private func git(_ arguments: String...) throws -> String {
        let run = try CommandRun("/usr/bin/git", Self.identity + arguments, in: folder.path)
        #expect(run.exitCode == 0, "\(arguments): \(run.errors)")
        return run.output
    }

    /// A roadmap and its requirements that git follows.
    private func followed() throws {
        _ = try research("A CRM for dog walkers")
        _ = try codeforge("run", "roadmap")
        try git("init", "-q", "-b", "main")
        try git("add", "-A")
        try git("commit", "-q", "-m", "one")
    }

    private func names(_ feature: String) throws -> Bool {
        try project()["requirements_spec"]?["core_features"]?.array?.contains { $0["name"]?.string == feature } == true
    }

    @Test func `the requirements as they were saved are what the next command goes on with, and says so`() throws {
        _ = try research("A CRM for dog walkers")
        try edit("requirements", document("requirements").prefix { $0 != "\n" }.description, "# Leash")
        try edit("requirements", "## Stack\n\n", "## Stack\n\nWhy these?\n\n- Django\n")
        try edit("requirements", "## Features\n", "## Features\n\n### Lost dogs\n\nEverybody looks for them.\n")
        let run = try codeforge("run", "roadmap")
        #expect(
            run.errors.contains(
                "Taken over from .codeforge/requirements.md: the name “Leash”, the features, the stack."),
            "\(run.errors)")
        #expect(run.output.contains("Leash"), "\(run.output)")
        let row = try project()
        #expect(row["title"] == "Leash")
        #expect(row["requirements_spec"]?["core_features"]?[0]?["name"] == "Lost dogs")
        #expect(row["tech_stack"]?[0] == "Django")
        #expect(document("requirements").contains("Why these?"))
        // Once taken over, it is no news any more.
        #expect(try codeforge("jobs").errors.isEmpty)
    }

    @Test func `a ticked and a cleared step count, one after the other`() throws {
        _ = try research("A shop for tea")
        _ = try codeforge("run", "roadmap")
        try edit("roadmap", "- [ ]", "- [x]")
        #expect(try codeforge("project").errors.hasSuffix("is done.\n"))
        try edit("roadmap", "- [x]", "- [ ]")
        #expect(try codeforge("jobs").errors.hasSuffix("is open again.\n"))
        #expect(try codeforge("jobs").errors.isEmpty)
        #expect(!document("roadmap").contains("- [x]"))
    }

    @Test func `what cannot count is told where it stands, and counts once it is mended`() throws {
        _ = try research("A CRM for dog walkers")
        let before = try project()["requirements_spec"]
        try edit("requirements", "Priority: must-have", "Priority: soon")
        let line = try #require(
            document("requirements").components(separatedBy: "\n").firstIndex(of: "Priority: soon"))
        let run = try codeforge("project")
        #expect(run.errors.contains("warning: .codeforge/requirements.md, line \(line + 1): “soon” is no priority."))
        #expect(try project()["requirements_spec"] == before)
        try edit("requirements", "Priority: soon", "<<<<<<< a\nPriority: must-have\n=======\nPriority: x\n>>>>>>> b")
        #expect(try codeforge("jobs").errors.contains("Two versions stand here."))
        try edit(
            "requirements", "<<<<<<< a\nPriority: must-have\n=======\nPriority: x\n>>>>>>> b", "Priority: nice-to-have")
        #expect(try codeforge("jobs").errors.contains("the features"))
        #expect(try project()["requirements_spec"]?["core_features"]?[0]?["priority"] == "nice-to-have")
    }

    @Test func `a document that git brought back takes no step back, and is brought up to date`() throws {
        _ = try research("A shop for tea")
        _ = try codeforge("run", "roadmap")
        try edit("roadmap", "# Roadmap", "My note.\n\n# Roadmap")
        _ = try codeforge("run", "qa")
        try git("init", "-q")
        try git("add", "-f", ".codeforge/roadmap.md")
        try git("commit", "-q", "-m", "one")
        try edit("roadmap", "- [ ]", "- [x]")
        #expect(try codeforge("project").errors.hasSuffix("is done.\n"))
        try git("checkout", "-q", "--", ".codeforge/roadmap.md")
        #expect(!document("roadmap").contains("- [x]"))
        #expect(try codeforge("project").errors.contains(".codeforge/roadmap.md was as git has it from before"))
        #expect(try codeforge("project").errors.isEmpty)
        // Who only looks changes nothing that git follows; an agent's run does.
        #expect(!document("roadmap").contains("- [x]"))
        _ = try codeforge("run", "qa")
        #expect(document("roadmap").components(separatedBy: "- [x]").count == 2)
        #expect(document("roadmap").hasPrefix("My note."))
    }

    @Test func `a line that is typed on a branch which is behind takes no decision back`() throws {
        try followed()
        try edit("roadmap", "- [ ]", "- [x]")
        try edit("requirements", "### Client book", "### Kundenbuch")
        #expect(try codeforge("jobs").errors.contains("is done."))
        try git("commit", "-qam", "two")
        try git("checkout", "-qb", "b", "HEAD~1")
        try edit("roadmap", "# Roadmap", "A note on b.\n\n# Roadmap")
        try edit("requirements", "## Stack\n", "## Stack\n\n- Django\n")
        let run = try codeforge("run", "qa")
        #expect(!run.errors.contains("open again") && !run.errors.contains("the features"), "\(run.errors)")
        #expect(run.errors.contains("the stack"), "\(run.errors)")
        #expect(document("roadmap").contains("A note on b.") && document("roadmap").contains("- [x]"))
        #expect(try names("Kundenbuch"))
        #expect(try project()["tech_stack"]?[0] == "Django")
        try git("commit", "-qam", "three")
        try git("checkout", "-q", "main")
        #expect(try codeforge("run", "qa").errors.contains("open again") == false)
        #expect(document("roadmap").contains("- [x]") && document("requirements").contains("### Kundenbuch"))
        // What a person takes back by hand and commits is taken back.
        try edit("roadmap", "- [x]", "- [ ]")
        try edit("roadmap", "# Roadmap", "A note on main.\n\n# Roadmap")
        #expect(try codeforge("jobs").errors.contains("open again"))
    }

    @Test(arguments: [false, true])
    func `without what the documents were written from nothing is doubled, and what was edited since counts`(
        isCloned: Bool
    ) throws {
        try followed()
        try edit("roadmap", "- [ ]", "- [x]")
        try edit("requirements", "## Stack\n", "## Stack\n\nAsk Mara first.\n")
        let steps = document("roadmap").ranges(of: "- [").count
        _ = try codeforge("run", "qa")
        try git("add", "-A")
        try git("commit", "-qm", "two")
        try git("clean", "-fdXq")
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/.codeforge/.base/roadmap.md"))
        // A clone is on another machine, with another database.
        let place = isCloned ? try DocumentTakingTests() : self
        if isCloned { try git("clone", "-q", folder.path, place.folder.path) }
        try place.edit("requirements", "### Client book", "### Kundenbuch")
        if isCloned {
            _ = try place.research("A CRM for dog walkers")
            _ = try place.codeforge("run", "roadmap")
        } else {
            try edit("roadmap", "- [x]", "- [ ]")
        }
        let run = try place.codeforge("run", "wireframe")
        #expect(isCloned || run.errors.contains("is open again"), "\(run.errors)")
        #expect(try place.names("Kundenbuch") && !place.names("Client book"))
        let text = place.document("requirements")
        #expect(text.ranges(of: "### Kundenbuch").count == 1 && !text.contains("### Client book"))
        for once in ["## Features", "## Stack", "Ask Mara first."] { #expect(text.ranges(of: once).count == 1) }
        #expect(place.document("architecture").contains("Kundenbuch"))
        #expect(place.document("roadmap").contains("- [x]") == isCloned)
        #expect(place.document("roadmap").ranges(of: "- [").count == steps)
        #expect(try place.codeforge("jobs").errors.isEmpty)
    }

    @Test func `what cannot be told from what the project decided is left as it is, and the next change counts`() throws
    {
        _ = try research("A CRM for dog walkers")
        _ = try codeforge("run", "roadmap")
        let open = document("roadmap")
        try edit("roadmap", "- [ ]", "- [x]")
        _ = try codeforge("jobs")
        // No git tells whether that is older or somebody's change.
        try FileManager.default.removeItem(atPath: folder.path + "/.codeforge/.base")
        try open.write(toFile: path("roadmap"), atomically: true, encoding: .utf8)
        for _ in 0..<2 {
            #expect(try codeforge("run", "qa").errors.contains("which of the two is newer cannot be told"))
            #expect(document("roadmap") == open)
        }
        let second = try #require(open.ranges(of: "- [ ]").dropFirst().first)
        try open.replacingCharacters(in: second, with: "- [x]")
            .write(toFile: path("roadmap"), atomically: true, encoding: .utf8)
        let run = try codeforge("jobs")
        #expect(run.errors.hasSuffix("is done.\n") && !run.errors.contains("open again"), "\(run.errors)")
        #expect(document("roadmap").ranges(of: "- [x]").count == 2)
    }

    @Test(arguments: ["jobs", "project"])
    func `who only looks is in the way of no stash`(command: String) throws {
        try followed()
        try edit("roadmap", "- [ ]", "- [x]")
        _ = try codeforge("run", "qa")
        try folder.write("mine\n", to: "a.txt")
        try git("stash", "-q", "-u")
        let open = document("roadmap")
        for _ in 0..<2 { _ = try codeforge(command) }
        #expect(document("roadmap") == open)
        #expect(try git("status", "--porcelain") == "")
        try git("stash", "pop", "-q")
        #expect(FileManager.default.fileExists(atPath: folder.path + "/a.txt"))
        #expect(document("roadmap").contains("- [x]"))
        #expect(try !codeforge("jobs").errors.contains("open again"))
        #expect(document("roadmap").contains("- [x]"))
    }

    @Test func `while git rebases, nothing of what it brings counts`() throws {
        try followed()
        try git("checkout", "-qb", "b")
        try edit("roadmap", "# Roadmap", "A note on b.\n\n# Roadmap")
        try git("commit", "-qam", "note")
        try git("checkout", "-q", "main")
        try edit("roadmap", "# Roadmap", "A note on main.\n\n# Roadmap")
        try edit("roadmap", "- [ ]", "- [x]")
        _ = try codeforge("jobs")
        try git("commit", "-qam", "two")
        try git("checkout", "-q", "b")
        #expect(try CommandRun("/usr/bin/git", Self.identity + ["merge", "main"], in: folder.path).exitCode == 1)
        // Half resolved: without the tick of main.
        try git("checkout", "--ours", "--", ".codeforge/roadmap.md")
        let run = try codeforge("jobs")
        #expect(run.errors.contains("git is in the middle of a merge"), "\(run.errors)")
        #expect(!document("roadmap").contains("- [x]"))
        try git("merge", "--abort")
        try git("checkout", "-q", "main")
        #expect(try !codeforge("jobs").errors.contains("open again"))
        #expect(document("roadmap").contains("- [x]"))
    }

    @Test(arguments: [String.Encoding.utf16, .utf16LittleEndian, .windowsCP1252])
    func `a document that is no UTF-8 is left as it is, and that is said`(encoding: String.Encoding) throws {
        _ = try research("A CRM for dog walkers")
        _ = try codeforge("run", "roadmap")
        let text = document("roadmap").replacing("# Roadmap", with: "Für später.\n\n# Roadmap")
        let saved = try #require(text.data(using: encoding, allowLossyConversion: true))
        try saved.write(to: URL(fileURLWithPath: path("roadmap")))
        let run = try codeforge("run", "roadmap", "--level", "advanced")
        #expect(run.exitCode == 0)
        #expect(run.errors.contains("warning: .codeforge/roadmap.md is not in UTF-8"), "\(run.errors)")
        #expect(try Data(contentsOf: URL(fileURLWithPath: path("roadmap"))) == saved)
        #expect(try codeforge("jobs").errors.contains("Save it as UTF-8."))
    }

    @Test func `a tick of a step that the new roadmap does not have stays with its words, and that is said`() throws {
        _ = try research("A CRM for dog walkers")
        _ = try codeforge("run", "roadmap")
        let old = document("roadmap")
        // Named by its identity, the project is worked on without the folder.
        let id = try #require(try project()["id"]?.string)
        _ = try codeforge("run", "roadmap", "--level", "advanced", "--project", id)
        #expect(document("roadmap") == old)
        let step = try #require(old.components(separatedBy: "\n").first { $0.hasPrefix("- [ ] ") }).dropFirst(6)
        try edit("roadmap", "- [ ] \(step)", "- [x] \(step)")
        let told = try codeforge("run", "qa").errors
        #expect(told.contains("“\(step)” was ticked, but the roadmap does not have this step any more"), "\(told)")
        let text = document("roadmap")
        #expect(text.contains("advanced") && text.ranges(of: "- [x] \(step)\n").count == 1, "\(text)")
        #expect(text.ranges(of: "- [x]").count == 1)
        #expect(!text.components(separatedBy: "\n").contains("x"))
        #expect(try codeforge("jobs").errors.isEmpty)
    }

    @Test func `another idea begins a clean document, and all of the earlier one lies where the job's end says`() throws
    {
        _ = try research("A CRM for dog walkers")
        try edit("requirements", document("requirements").prefix { $0 != "\n" }.description, "# Radlager")
        try edit("requirements", "## Stack\n\n", "## Stack\n\nAsk Mara first.\n\n- Django\n")
        let mine = document("requirements")
        let run = try research("An app to collect family recipes")
        #expect(run.errors.contains("the name “Radlager”, the stack."), "\(run.errors)")
        #expect(run.output.contains("is in .codeforge/earlier-requirements.md."), "\(run.output)")
        #expect(document("earlier-requirements") == mine)
        let new = document("requirements")
        #expect(new.components(separatedBy: "\n").count { $0.hasPrefix("# ") } == 1)
        for word in ["Radlager", "Django", "Mara", "dog", "Dog"] { #expect(!new.contains(word), "\(word)") }
        let row = try project()
        #expect(row["title"] != "Radlager")
        #expect(row["description"] == row["requirements_spec"]?["elevator_pitch"])
        // Neither does a third idea replace what was kept.
        try edit("requirements", "## Stack\n", "## Stack\n\nAsk Ole.\n")
        let third = try research("Track the plants of my garden and when they need water")
        #expect(third.output.contains(".codeforge/earlier-requirements-2.md."), "\(third.output)")
        #expect(document("earlier-requirements") == mine && document("earlier-requirements-2").contains("Ask Ole."))
    }

    @Test func `answers that stand in the document are given by the command, which says what it leaves out`() throws {
        let asked = try codeforge("run", "research", "--idea", "an app")
        let words = try #require(asked.errors.components(separatedBy: "jobs respond ").last).split(separator: " ")
        let id = String(words[0])
        let half = try codeforge("jobs", "respond", id, "--answer", "1")
        #expect(half.exitCode == 3)
        #expect(half.errors.contains("You answered q1; q2 is open."), "\(half.errors)")
        #expect(half.errors.contains("codeforge jobs respond \(id) --answer q1=1 --answer q2=NUMBER_OR_TEXT"))
        try edit("questions", "- [ ] Book appointments", "- [x] Book appointments")
        let whole = try codeforge("jobs", "respond", id, "--answer", "q2=1")
        #expect(whole.exitCode == 0, "\(whole.errors)")
        #expect(document("questions").contains("Answered: Book appointments"))

        let next = try codeforge("run", "research", "--idea", "an app")
        let other = try #require(next.errors.components(separatedBy: "jobs respond ").last).split(separator: " ")
        let text = document("questions")
        let start = try #require(text.range(of: "<!-- job: ", options: .backwards))
        try
            (text[..<start.lowerBound]
            + text[start.lowerBound...].replacing("- [ ] Book appointments", with: "- [x] Book appointments")
            .replacing("- [ ] Only me", with: "- [x] Only me"))
            .write(toFile: path("questions"), atomically: true, encoding: .utf8)
        let answered = try codeforge("jobs", "respond", String(other[0]))
        #expect(answered.exitCode == 0, "\(answered.errors)")
        #expect(answered.errors.contains("the answers to job \(other[0])"), "\(answered.errors)")
    }

    @Test func `an answer to a job that asks nothing is not dropped without a word`() throws {
        let run = try codeforge("run", "research", "--idea", "A shop for tea", "--skip-clarification", "--answer", "7")
        #expect(run.exitCode == 0)
        #expect(run.errors.contains("the job asked nothing: --answer 7 was not used."), "\(run.errors)")
    }
}
