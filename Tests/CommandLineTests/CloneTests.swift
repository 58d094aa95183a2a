import Foundation
import JSON
import TestSupport
import Testing

/// The documents that a team commits, on the machine of somebody who cloned them: there are no rows of them yet.
@Suite struct CloneTests {
    private let origin: TemporaryFolder
    private let folder: TemporaryFolder
    private let storage: TemporaryFolder

    init() throws {
        origin = try TemporaryFolder()
        folder = try TemporaryFolder()
        storage = try TemporaryFolder()
    }

    private func codeforge(_ arguments: String..., in other: TemporaryFolder? = nil) throws -> CommandRun {
        try CommandRun.codeforge(
            arguments + ["--database", "\(storage.path)/\(other == nil ? "second" : "first").db"], in: other ?? folder,
            environment: WorkerProcesses.quickWorker)
    }

    @discardableResult
    private func git(_ arguments: String..., in other: TemporaryFolder? = nil) throws -> String {
        let own = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        let run = try CommandRun("/usr/bin/git", own + arguments, in: (other ?? folder).path)
        #expect(run.exitCode == 0, "\(arguments): \(run.errors)")
        return run.output
    }

    private func document(_ name: String, in other: TemporaryFolder? = nil) -> String {
        (try? String(contentsOfFile: "\((other ?? folder).path)/.codeforge/\(name).md", encoding: .utf8)) ?? ""
    }

    private func edit(_ name: String, _ old: String, _ new: String) throws {
        var text = document(name)
        text.replaceSubrange(try #require(text.firstRange(of: old)), with: new)
        try folder.write(text, to: ".codeforge/\(name).md")
    }

    /// A project with requirements and a roadmap of which one step is done, committed and cloned.
    private func clone() throws {
        _ = try codeforge(
            "run", "research", "--idea", "A CRM for dog walkers", "--skip-clarification", in: origin)
        _ = try codeforge("run", "roadmap", in: origin)
        let text = document("roadmap", in: origin)
        try origin.write(
            text.replacingCharacters(in: try #require(text.range(of: "- [ ]")), with: "- [x]"),
            to: ".codeforge/roadmap.md")
        _ = try codeforge("project", in: origin)
        try git("init", "-q", "-b", "main", in: origin)
        try git("add", ".codeforge", in: origin)
        try git("commit", "-q", "-m", "one", in: origin)
        try git("clone", "-q", origin.path, ".")
    }

    private func project() throws -> JSONValue { try JSONValue(parsing: codeforge("project").output) }

    @Test func `what belongs to a machine is left out of the repository, what is the team's is in it`() throws {
        try clone()
        let files = try git("ls-files").split(separator: "\n").map(String.init)
        #expect(
            files == [".codeforge/.gitignore", ".codeforge/requirements.md", ".codeforge/roadmap.md"], "\(files)")
        #expect(!document("jobs", in: origin).isEmpty)
        // One that a person wrote stays, as does a folder that they made.
        try folder.write("", to: ".codeforge/.gitignore")
        _ = try codeforge("run", "qa")
        #expect(try String(contentsOfFile: folder.path + "/.codeforge/.gitignore", encoding: .utf8).isEmpty)
    }

    @Test func `requirements and roadmap of a clone are the project's, and that is said once`() throws {
        try clone()
        let (requirements, roadmap) = (document("requirements"), document("roadmap"))
        let first = try codeforge("project")
        #expect(
            first.errors.contains("Taken over from .codeforge/requirements.md: the requirements of “")
                && first.errors.contains("Taken over from .codeforge/roadmap.md: the roadmap “"), "\(first.errors)")
        let (here, there) = (
            try JSONValue(parsing: first.output), try JSONValue(parsing: codeforge("project", in: origin).output)
        )
        #expect(here["title"] == there["title"] && here["tech_stack"] == there["tech_stack"])
        #expect(here["requirements_spec"]?["core_features"] == there["requirements_spec"]?["core_features"])
        #expect(here["id"] != there["id"])
        #expect(try codeforge("jobs").errors.isEmpty)
        #expect(document("requirements") == requirements && document("roadmap") == roadmap)
        #expect(try git("status", "--porcelain").isEmpty)
        // A tick and another name count from here on.
        try edit("roadmap", "- [ ]", "- [x]")
        try edit("requirements", document("requirements").prefix { $0 != "\n" }.description, "# Leash")
        let next = try codeforge("project")
        #expect(next.errors.contains("the name “Leash”.") && next.errors.contains(" is done."), "\(next.errors)")
        #expect(try JSONValue(parsing: next.output)["title"] == "Leash")
        #expect(try codeforge("run", "wireframe").exitCode == 0)
    }

    @Test func `what was edited in a clone before the first command counts as it stands`() throws {
        try clone()
        try edit("requirements", document("requirements").prefix { $0 != "\n" }.description, "# Leash")
        try edit("requirements", "## Stack\n\n", "## Stack\n\nAsk Mara.\n\n- Django\n")
        let mine = document("requirements")
        let row = try project()
        #expect(row["title"] == "Leash" && row["tech_stack"]?[0] == "Django")
        #expect(try codeforge("run", "roadmap").exitCode == 0)
        #expect(document("requirements") == mine)
    }

    @Test func `a database that was lost takes nothing of the documents with it`() throws {
        try clone()
        _ = try project()
        for name in try FileManager.default.contentsOfDirectory(atPath: storage.path) where name.hasPrefix("second") {
            try FileManager.default.removeItem(atPath: "\(storage.path)/\(name)")
        }
        try edit("roadmap", "- [ ]", "- [x]")
        let text = document("roadmap")
        let run = try codeforge("project")
        #expect(run.errors.contains("2 of its steps done"), "\(run.errors)")
        #expect(try JSONValue(parsing: run.output)["requirements_spec"]?["app_name"] != nil)
        #expect(document("roadmap") == text)
    }

    @Test func `what cannot be read is told with its line and what to do, and stays`() throws {
        try clone()
        try edit("requirements", "Priority: must-have", "Priority: soon")
        try edit("roadmap", "## 1. ", "## First: ")
        let (requirements, roadmap) = (document("requirements"), document("roadmap"))
        let line = try #require(
            requirements.components(separatedBy: "\n").firstIndex(of: "Priority: soon"))
        let run = try codeforge("project")
        #expect(run.errors.contains("warning: .codeforge/requirements.md, line \(line + 1): “soon”"), "\(run.errors)")
        #expect(run.errors.contains("run the research agent"), "\(run.errors)")
        #expect(run.errors.contains("warning: .codeforge/roadmap.md, line 1: "), "\(run.errors)")
        #expect(document("requirements") == requirements && document("roadmap") == roadmap)
        try edit("requirements", "Priority: soon", "Priority: must-have")
        #expect(try codeforge("project").errors.contains("Taken over from .codeforge/requirements.md"))
    }

    @Test func `another idea keeps the requirements of a clone beside the new ones`() throws {
        try clone()
        let old = document("requirements")
        let run = try codeforge(
            "run", "research", "--idea", "An app to collect family recipes", "--skip-clarification")
        #expect(run.exitCode == 0 && run.output.contains(".codeforge/earlier-requirements.md"), "\(run.output)")
        #expect(document("earlier-requirements") == old)
    }
}
