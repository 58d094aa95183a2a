import Engine
import JSON
import Models

/// Requirements → the files to write.
struct PlanBrief: AgentBrief {
    static let agent = AgentType.code
    static let prompt = PromptFile.plan
    static let schemaName = "file_plan"
    static let maxOutputTokens = 6_000
    private static let mostFiles = 30

    static let schema: JSONValue = [
        "type": "object", "additionalProperties": false, "required": ["files"],
        "properties": [
            "files": [
                "type": "array", "minItems": 1,
                "items": [
                    "type": "object", "additionalProperties": false, "required": ["path", "language", "purpose"],
                    "properties": [
                        "path": ["type": "string", "minLength": 1], "language": ["type": "string", "minLength": 1],
                        "purpose": ["type": "string", "minLength": 1],
                    ],
                ],
            ]
        ],
    ]

    let instruction = "Plan the files."

    init(_ task: AgentTask, _ context: inout PromptContext) throws(AgentError) {
        try context.addRequirements(of: task)
        context.add("pages", task.project.architecture?.json.serialized ?? "", isCuttable: false)
        context.add("files that are there", RelatedFiles(to: nil, wish: "", among: task.project.files).list)
    }

    func check(_ answer: JSONValue, _ context: PromptContext) -> Verdict<[PlannedFile]> {
        var errors: [String] = []
        var files: [PlannedFile] = []
        for (index, item) in (answer["files"]?.array ?? []).enumerated() {
            guard let path = item["path"]?.string, let purpose = item["purpose"]?.string, !purpose.isEmpty else {
                errors.append("files.\(index): needs path, language and purpose.")
                continue
            }
            if let problem = CodeBrief.problem(withPath: path) { errors.append("files.\(index).path: \(problem)") }
            if let twin = PathClash.with(path, among: files.map(\.path), known: [:]) {
                errors.append("files.\(index).path: \(twin)")
            }
            files.append(
                PlannedFile(
                    path: path, language: Clip.text(item["language"]?.string ?? SourceFile.language(of: path), 50),
                    purpose: Clip.text(purpose, 500)))
        }
        if files.isEmpty { errors.append("files: there is none; plan at least one.") }
        if files.count > Self.mostFiles {
            errors.append("files: there are \(files.count); at most \(Self.mostFiles) are allowed.")
        }
        return errors.isEmpty ? .valid(files) : .invalid(errors)
    }

    func outcome(
        of answer: [PlannedFile], _ task: AgentTask, _ context: PromptContext
    ) async throws(AgentError) -> (document: JSONValue, source: String) {
        let files = answer.map { file -> JSONValue in
            ["path": .string(file.path), "language": .string(file.language), "purpose": .string(file.purpose)]
        }
        return (.array(files), "from the requirements")
    }
}
