import JSON
import Models
import Patterns

@testable import Agents

/// Runs offline agents as a worker does, with the pattern library as its store.
struct OfflineRun {
    var project = ProjectSnapshot(title: "Untitled")

    func outcome(
        of type: AgentType, _ input: JSONObject = [:], answers: [ClarificationResponse] = []
    ) async throws -> AgentOutcome {
        let task = AgentTask(input: input, project: project, answers: answers, matchPatterns: Self.matchPatterns)
        return try await OfflineAgents().agent(for: type).run(task)
    }

    /// The agent's document, read back through its contract's validation.
    func document<Document: Contract>(
        _: Document.Type, from type: AgentType, _ input: JSONObject = [:], answers: [ClarificationResponse] = []
    ) async throws -> Document {
        guard case .document(let json, _) = try await outcome(of: type, input, answers: answers) else {
            throw UnexpectedOutcome()
        }
        return try Document(validating: json)
    }

    func requirements(
        for idea: String, skipping: Bool = true, answers: [ClarificationResponse] = [], _ more: JSONObject = [:]
    ) async throws -> RequirementsDoc {
        var input = more
        input["user_idea"] = .string(idea)
        input["skip_clarification"] = .bool(skipping)
        return try await document(RequirementsDoc.self, from: .research, input, answers: answers)
    }

    func questions(for idea: String) async throws -> [ClarificationQuestion] {
        guard case .needsInput(let questions) = try await outcome(of: .research, ["user_idea": .string(idea)]) else {
            return []
        }
        return questions
    }

    /// A project with requirements, architecture and all planned files.
    static func project(for idea: String, stack: [String] = []) async throws -> ProjectSnapshot {
        var run = OfflineRun()
        let stack = JSONValue.array(stack.map { .string($0) })
        run.project.requirements = try await run.requirements(for: idea, ["tech_stack": stack])
        run.project.architecture = try await run.document(WireframeSpec.self, from: .wireframe)
        // What the code agent gives for each of them, which plans them anew for each: a test compares.
        for file in OfflineAgents.sourceFiles(for: run.project) { run.project.files[file.path] = file.text() }
        return run.project
    }

    static let matchPatterns: AgentTask.PatternSearch = { query, count, _ in
        let matches = PatternLibrary.seeds.map { seed in
            PatternMatch(
                id: RowID.random(), projectType: seed.projectType, metadata: nil, successScore: seed.successScore,
                similarity: Double(TextEmbedding.dot(query, seed.embedding)))
        }
        return Array(matches.sorted { $0.similarity > $1.similarity }.prefix(count))
    }
}

struct UnexpectedOutcome: Error {}
