import Foundation
import JSON
import TestSupport
import Testing

/// Commands of the Neovim plugin that are given nothing, and what completes them.
///
/// The scenarios are functions in `editors/neovim/tests/asking.lua`.
@Suite struct NeovimAskingTests {
    private func seen(
        _ scenario: String, in neovim: Neovim, environment: [String: String] = [:]
    ) throws -> JSONValue {
        let result = try JSONValue(
            parsing: SampleWorkspace().neovim(scenario, in: neovim, environment: environment))
        #expect(result["failure"] == nil)
        return result["seen"] ?? .null
    }

    @Test(arguments: Neovim.allCases)
    func `every command alone asks, says or shows something in plain words`(neovim: Neovim) throws {
        let seen = try seen("commands_alone", in: neovim).array?.compactMap(\.string) ?? []
        let known: [String] = [
            "CodeForge: CodeForge", "CodeForgeAnswer: CodeForge: no agent asks anything",
            "CodeForgeApply: CodeForge: no job here has made files",
            "CodeForgeCancel: CodeForge: no job is running",
            "CodeForgeChoose: CodeForge: there is no choice to make",
            "CodeForgeDismiss: CodeForge: no finding here",
            "CodeForgeDocument: CodeForge: there is no document yet", "CodeForgeExplain: Which rule?",
            "CodeForgeExport: Name of the new repository? ", "CodeForgeFix: CodeForge: no quick fix here",
            "CodeForgeJobs: shows codeforge://jobs", "CodeForgeMentor: What do you want to know? ",
            "CodeForgeMessages: shows codeforge://messages",
            "CodeForgeNext: codeforge: This project has no roadmap yet. Run the roadmap agent first.",
            "CodeForgePipeline: What do you want to build? ",
            "CodeForgeProject: CodeForge: Project “shop”: planning, in builder mode.",
            "CodeForgeRestore: CodeForge: no dismissed finding here",
            "CodeForgeReviewFile: CodeForge: no findings",
            "CodeForgeReviewWorkspace: shows the quickfix list", "CodeForgeRun: Which agent?",
            "CodeForgeStatus: shows codeforge://status",
        ]
        // Commands of the server that have no words here say or ask something of their own.
        #expect(seen.filter { known.contains($0) } == known, "\(seen)")
        #expect(seen.allSatisfy { $0.split(separator: ":").count > 1 }, "\(seen)")
    }

    @Test(arguments: Neovim.allCases)
    func `the code agent without words asks what to write, and writes nothing without an answer`(
        neovim: Neovim
    ) throws {
        #expect(
            try seen("code_without_words", in: neovim) == [
                "asked": ["What is the code agent to write? ", "Which agent?"], "before": 0, "page": 0,
                "answered": ["Which agent?", "What do you want to build? "],
            ])
    }

    @Test(arguments: Neovim.allCases)
    func `subcommands, agents, rules, jobs and documents are completed, and words are not`(neovim: Neovim) throws {
        #expect(
            try seen("completion", in: neovim) == [
                "subcommands": ["cancel"], "agents": ["qa"], "short": ["wireframe"], "words": [],
                "rules": ["eval/python-eval"], "jobs": [], "is_completed": true, "documents": ["questions"],
            ])
    }

    @Test(arguments: Neovim.allCases)
    func `an answer that is no option is asked again, and the others stay`(neovim: Neovim) throws {
        let (first, second) = ("What should the app help people do?", "Who will use it first?")
        #expect(
            try seen("answer_again", in: neovim) == [
                "prompts": [.string(first), .string(second), .string(first)], "left": 0,
            ])
    }

    @Test(arguments: Neovim.allCases)
    func `the list of jobs follows them, and its keys act on one`(neovim: Neovim) throws {
        #expect(try seen("list_of_jobs", in: neovim) == ["windows": 1, "status": ""])
    }

    @Test(arguments: Neovim.allCases)
    func `the health check says that a worker is missing`(neovim: Neovim) throws {
        #expect(
            try seen("health_without_a_worker", in: neovim, environment: ["CODEFORGE_WORKER": "/nowhere/worker"])
                == "agents cannot run: there is no program at /nowhere/worker, so no agent can run")
    }
}
