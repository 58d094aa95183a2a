import Engine
import JSON
import Models

/// Code and what is wrong with it → an explanation, by a model alone: offline there is none to give beyond the rules'.
struct ExplainingAgent: Agent {
    let job: ModelJob

    var type: AgentType { .pedagogy }

    func run(_ task: AgentTask) async throws(AgentError) -> AgentOutcome {
        guard task.project.mode != Project.Mode.student.rawValue else {
            throw .cannot(reason: StudentMode.reason("An explanation by a model"))
        }
        guard let client = try job.client(for: type) else {
            throw .cannot(reason: "No model explains code: set codeforge.model.provider and codeforge.model.name.")
        }
        switch try await ModelTurn<ExplainBrief>(job: job, client: client).run(task) {
        case .question(let question): return .needsInput([question])
        case .answer(let document, let source):
            return .guidance(
                "\(document["explanation"]?.string ?? "") (\(client.route.maker))",
                concepts: (document["concepts"]?.array ?? []).compactMap(\.string),
                madeBy: .model(client.route, prompt: ExplainBrief.prompt, from: source))
        }
    }
}

/// Code → an explanation of it.
struct ExplainBrief: AgentBrief {
    struct Answer: Sendable {
        let explanation: String
        let concepts: [String]
    }

    static let agent = AgentType.pedagogy
    static let prompt = PromptFile.explain
    static let schemaName = "explanation"
    static let maxOutputTokens = 2_000

    static let schema: JSONValue = [
        "type": "object", "additionalProperties": false, "required": ["explanation", "concepts"],
        "properties": [
            "explanation": ["type": "string", "minLength": 1, "maxLength": 1_500],
            "concepts": [
                "type": "array", "maxItems": 5, "items": ["type": "string", "minLength": 1, "maxLength": 40],
            ],
        ],
    ]

    let instruction: String

    init(_ task: AgentTask, _ context: inout PromptContext) throws(AgentError) {
        let path = task.input["file_path"]?.string
        let question = task.input["question"]?.string ?? ""
        instruction = question.isEmpty ? "Explain the code." : "Answer the question about the code."
        context.add("the question", question)
        context.add("the code", task.input["code"]?.string ?? "", path: path)
        if let path, let file = task.project.files[path] { context.add(path, file, path: path) }
    }

    func check(_ answer: JSONValue, _ context: PromptContext) -> Verdict<Answer> {
        guard let text = answer["explanation"]?.string, text.contains(where: \.isLetter) else {
            return .invalid(["explanation: must be a text."])
        }
        return .valid(
            Answer(
                explanation: Clip.text(InertMarkdown.text(context.secrets.masked(text)), 2_000),
                concepts: (answer["concepts"]?.array ?? []).prefix(5).compactMap(\.string)
                    .map { Clip.text(InertMarkdown.text(context.secrets.masked($0)), 40) }))
    }

    func outcome(
        of answer: Answer, _ task: AgentTask, _ context: PromptContext
    ) async throws(AgentError) -> (document: JSONValue, source: String) {
        (
            [
                "explanation": .string(answer.explanation),
                "concepts": .array(answer.concepts.map { .string($0) }),
            ], "from the code"
        )
    }
}
