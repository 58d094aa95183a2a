import Agents
import JSON
import Models
import TestSupport
import Testing

struct QAAgentTests {
    private func result(_ files: [String: String]) async throws -> QAResult {
        try await OfflineRun(project: ProjectSnapshot(title: "Files", files: files)).document(QAResult.self, from: .qa)
    }

    @Test func `passed is false exactly when something critical stands, and issues name place and code`() async throws {
        let good = try await result(["src/a.ts": "export const a = 1;\n"])
        #expect(good.passed)
        let bad = try await result(["src/a.ts": "const a = 1;\nexport const b = (code: string) => eval(code);\n"])
        #expect(!bad.passed)
        let issue = try #require(bad.issues.first)
        #expect(issue.severity == .critical)
        #expect(issue.description.hasPrefix("src/a.ts:2: "))
        #expect(issue.description.contains("`export const b = (code: string) => eval(code);`"))
        #expect(!issue.suggestion.isEmpty)
    }

    @Test func `a line that holds a secret is named and not quoted, whatever else is wrong with it`() async throws {
        var composer = SecretComposer(seed: 5)
        let code = "eval(user_input, {'key': '\(composer.github())'})\npassword = \"\(composer.password())\"\n"
        let result = try await result(["src/a.py": code])
        #expect(result.issues.contains { $0.description.hasPrefix("src/a.py:1: ") && $0.description.contains("eval") })
        #expect(result.issues.contains { $0.description.hasPrefix("src/a.py:2: ") })
        for secret in composer.made { #expect(!result.json.serialized.contains(secret)) }
    }

    @Test func `code in the input is reviewed alone, an unknown file is refused`() async throws {
        let run = OfflineRun(project: ProjectSnapshot(title: "Files", files: ["a.py": "eval(input())\n"]))
        let alone = try await run.document(QAResult.self, from: .qa, ["code": "print(1)\n", "language": "python"])
        #expect(alone.passed)
        await #expect(throws: AgentError.self) { try await run.outcome(of: .qa, ["file_path": "b.py"]) }
    }

    @Test func `odd projects give valid results`() async throws {
        var text = RandomText(seed: 9)
        for _ in 0..<Rounds.oddInputs {
            let name = text.oneOf(["a.ts", "b.py", "c.sql", "d.html", "e.sh", "f", "Dockerfile", "g.css"])
            let result = try await result([
                name: text.idea() + "\n" + text.oneOf(["eval(x)", "debugger", "DELETE FROM t;", ""])
            ])
            #expect(result.passed == !result.issues.contains { $0.severity == .critical })
        }
    }
}

struct PedagogyAgentTests {
    let run = OfflineRun()

    private func choice(_ input: JSONObject) async throws -> ChoiceFramework {
        try await run.document(ChoiceFramework.self, from: .pedagogy, input)
    }

    @Test(arguments: [
        ("Should I use Redux or context for state?", "state"), ("Where do we keep passwords and sessions?", "sign in"),
        ("Postgres or MongoDB?", "data is kept"), ("How do we deploy this?", "runs"), ("REST or GraphQL?", "talk"),
        ("Polling or websockets for live updates?", "reach other people"), ("Paint the shed blue?", "way forward"),
    ])
    func `a decision gets three options of different difficulty`(context: String, about: String) async throws {
        let framework = try await choice(["decision_context": .string(context)])
        #expect(framework.context.contains(context))
        #expect(framework.context.contains(about), "\(framework.context)")
        #expect(Set(framework.options.map(\.difficulty)).count == 3)
        #expect(Set(framework.options.map(\.id)).count == 3)
        #expect(
            framework.options.allSatisfy { $0.pros.count >= 2 && $0.cons.count >= 2 && !$0.educationalValue.isEmpty })
        #expect(framework.recommendation.contains(context))
    }

    @Test func `the level changes the recommendation`() async throws {
        let easy = try await choice(["decision_context": "Which database?", "skill_level": "beginner"])
        let hard = try await choice(["decision_context": "Which database?", "skill_level": "advanced"])
        #expect(easy.recommendation.contains("SQLite"))
        #expect(hard.recommendation != easy.recommendation)
    }

    @Test func `hints climb from a question to a pointer to another problem, never to the solution`() async throws {
        let code = "for (let i = 0; i <= list.length; i++) { print(list[i]); }"
        var hints: [String] = []
        for rung in 0...2 {
            let input: JSONObject = [
                "question": "Why is the last one undefined in my loop?", "code": .string(code),
                "hint_level": .integer(rung),
            ]
            guard case .guidance(let hint, _, _) = try await run.outcome(of: .pedagogy, input) else {
                throw UnexpectedOutcome()
            }
            hints.append(hint)
        }
        #expect(Set(hints).count == 3)
        #expect(hints[0].contains("?"))
        #expect(hints[2].contains("similar problem"))
        #expect(hints.allSatisfy { !$0.contains("i < list.length") })
    }

    @Test func `odd questions give valid answers`() async throws {
        var text = RandomText(seed: 10)
        for number in 0..<Rounds.oddInputs {
            let framework = try await choice(["decision_context": .string(text.idea())])
            #expect(framework.options.count == 3)
            let input: JSONObject = [
                "question": .string(text.idea()), "code": .string(text.idea()), "hint_level": .integer(number % 4 - 1),
            ]
            guard case .guidance(let hint, _, _) = try await run.outcome(of: .pedagogy, input) else {
                throw UnexpectedOutcome()
            }
            #expect(!hint.isEmpty)
        }
    }
}

struct RoadmapAgentTests {
    private func roadmap(_ requirements: RequirementsDoc, _ input: JSONObject) async throws -> LearningRoadmap {
        let project = ProjectSnapshot(title: "Learn", mode: "student", requirements: requirements)
        return try await OfflineRun(project: project).document(LearningRoadmap.self, from: .roadmap, input)
    }

    private func check(_ roadmap: LearningRoadmap) {
        var earlier: Set<String> = []
        for module in roadmap.modules {
            #expect(module.prerequisites.allSatisfy { earlier.contains($0) })
            #expect(earlier.insert(module.title).inserted)
            #expect(!module.steps.isEmpty)
        }
        #expect(roadmap.totalEstimatedHours == roadmap.modules.reduce(0) { $0 + $1.estimatedHours })
    }

    @Test func `hours add up, prerequisites come earlier, and levels differ`() async throws {
        let requirements = try await OfflineRun().requirements(for: "A CRM for dog walkers")
        var hours: [Double] = []
        for level in ["beginner", "intermediate", "advanced"] {
            let roadmap = try await roadmap(requirements, ["skill_level": .string(level), "focus_areas": ["testing"]])
            check(roadmap)
            #expect(roadmap.skillLevel.rawValue == level)
            #expect(roadmap.title.contains("Dog Walker CRM"))
            #expect(roadmap.modules.contains { $0.title == "Go deeper: testing" })
            hours.append(roadmap.totalEstimatedHours)
        }
        #expect(hours == hours.sorted(by: >))
    }

    @Test func `odd requirements give valid roadmaps`() async throws {
        var text = RandomText(seed: 11)
        for _ in 0..<Rounds.oddInputs {
            let focus = JSONValue.array(
                (0..<Int.random(in: 0...6, using: &text.random)).map { _ in .string(text.idea()) })
            check(
                try await roadmap(
                    text.requirements(),
                    ["focus_areas": focus, "skill_level": .string(text.oneOf(["beginner", "advanced", "?"]))]))
        }
    }
}
