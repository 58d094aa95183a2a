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

    private func git(_ arguments: String...) throws {
        let own = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        let run = try CommandRun("/usr/bin/git", own + arguments, in: folder.path)
        #expect(run.exitCode == 0, "\(run.errors)")
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
        #expect(document("roadmap").components(separatedBy: "- [x]").count == 2)
        #expect(document("roadmap").hasPrefix("My note."))
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
