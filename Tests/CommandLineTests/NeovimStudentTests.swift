import Foundation
import JSON
import TestSupport
import Testing

/// A student's first day by keys in a real Neovim, and the rows that it leaves.
///
/// The scenario is in `editors/neovim/tests/student.lua`.
@Suite struct NeovimStudentTests {
    private struct Day {
        let seen: JSONValue
        /// The rows of the specification's tables, by table.
        let rows: [String: [JSONValue]]

        init(in neovim: Neovim) throws {
            let (folder, storage) = (try TemporaryFolder(), try TemporaryFolder())
            let database = storage.path + "/codeforge.db"
            let result = try JSONValue(
                parsing: SampleWorkspace().neovim(
                    "student_day", in: neovim, environment: ["FOLDER": folder.path, "CODEFORGE_DATABASE": database]))
            #expect(result["failure"] == nil)
            seen = result["seen"] ?? .null
            let export = try CommandRun.codeforge(["db", "export", "--database", database], in: folder).output
            let lines = try export.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
            rows = Dictionary(grouping: lines) { $0["table"]?.string ?? "" }
                .mapValues { $0.compactMap { $0["row"] } }
        }

        func only(_ table: String) throws -> JSONValue {
            let found = rows[table] ?? []
            #expect(found.count == 1, "\(table): \(found.map(\.serialized))")
            return try #require(found.first)
        }

        /// A column that holds JSON.
        func json(_ column: String, of row: JSONValue) throws -> JSONValue {
            try JSONValue(parsing: try #require(row[column]?.string))
        }
    }

    @Test(arguments: Neovim.allCases)
    func `a student's first day leaves its rows, from the quiz to two finished steps`(neovim: Neovim) throws {
        let day = try Day(in: neovim)
        // The quiz, and what is fitted to it.
        let profile = try day.only("profiles")
        #expect(profile["skill_level"] == "intermediate" && day.seen["level"] == "intermediate")
        let project = try day.only("projects")
        #expect(project["mode"] == "student" && project["title"] == "Trello Planner")
        #expect(try day.json("requirements_spec", of: project)["app_name"] == "Trello Planner")
        let jobs = day.rows["agent_jobs"] ?? []
        #expect(jobs.map { $0["agent_type"] } == ["research", "roadmap", "pedagogy"])
        #expect(jobs.allSatisfy { $0["status"] == "completed" })
        let about = try day.json("result", of: jobs[1])
        #expect(about["skill_level"] == "intermediate")

        // Two steps are done, and the modules behind them stay locked.
        let roadmap = try day.only("learning_roadmaps")
        #expect(roadmap["current_step_index"] == 2 && roadmap["project_id"] == project["id"])
        let modules = try day.json("modules", of: roadmap).array ?? []
        #expect(modules.count == about["modules"]?.array?.count)
        #expect(modules[0]["is_locked"] == false && modules[0]["done_steps"] == [0, 1])
        #expect(modules.dropFirst().allSatisfy { $0["done_steps"] == [] && $0["is_locked"] == true })

        // The ladder, and that the problem is gone.
        let session = try day.only("daily_sessions")
        let transcript = try day.json("transcript", of: session).array ?? []
        #expect(transcript.map { $0["role"] } == ["user", "mentor", "user", "mentor", "mentor"])
        #expect(try day.json("concepts_covered", of: session) == ["eval/yaml-load"])
        #expect(session["duration_minutes"]?.int ?? -1 >= 0 && session["project_id"] == project["id"])
        let said = transcript.compactMap { $0["content"]?.string }
        #expect(said.count == 5 && said[1].contains("To read: ") && said[3].contains("A similar problem, solved: "))
        #expect(said.last.map { "CodeForge: " + $0 } == day.seen["solved"]?.string)

        // The decision, and which way was taken.
        try #require(jobs.count > 2)
        let options = try day.json("result", of: jobs[2])
        #expect(options["context"]?.string?.hasPrefix("where cards are kept") == true)
        #expect(options["options"]?.array?.count == 3 && options["recommendation"]?.string?.isEmpty == false)
        let choice = (day.rows["project_values"] ?? []).first { $0["key"]?.string?.hasPrefix("choice/") == true }
        #expect(choice?["value"] == "\"file\"")

        // What was written, and not a word of how it is put right before the student wrote it.
        #expect(try day.only("project_files")["content"]?.string?.contains("yaml.safe_load(text)") == true)
        for shown in ["question", "pointer", "example"] {
            #expect(day.seen[shown]?.string?.contains("safe_load") == false)
        }
        #expect(!session.serialized.contains("safe_load"))
    }
}
