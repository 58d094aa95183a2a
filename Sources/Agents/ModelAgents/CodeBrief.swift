import Engine
import JSON
import Models

/// A wish → files: new ones whole, those that are there as edits of what stands in them.
///
/// Where the job names one file, no other may be written.
struct CodeBrief: AgentBrief {
    static let agent = AgentType.code
    static let prompt = PromptFile.code
    static let schemaName = "code_answer"
    static let maxOutputTokens = 16_000
    /// Most files of one answer.
    static let mostFiles = 20

    static let schema: JSONValue = [
        "type": "object", "additionalProperties": false, "required": ["explanation", "files"],
        "properties": [
            "explanation": ["type": "string"],
            "files": [
                "type": "array", "minItems": 1, "maxItems": .integer(mostFiles),
                "items": [
                    "type": "object", "additionalProperties": false,
                    "required": ["file_path", "language", "code", "edits"],
                    "properties": [
                        "file_path": ["type": "string", "minLength": 1],
                        "language": ["type": "string", "minLength": 1],
                        "code": ["anyOf": [["type": "string"], ["type": "null"]]],
                        "edits": [
                            "type": "array", "maxItems": 50,
                            "items": [
                                "type": "object", "additionalProperties": false, "required": ["find", "replace"],
                                "properties": [
                                    "find": ["type": "string", "minLength": 1], "replace": ["type": "string"],
                                ],
                            ],
                        ],
                    ],
                ],
            ],
        ],
    ]

    let instruction: String
    /// The one file that may be written; nil where the model chooses.
    private let path: String?
    private let files: [String: String]
    /// The files whose text the model sees, without their secrets.
    private let shown: [String: ShownFile]

    init(_ task: AgentTask, _ context: inout PromptContext) throws(AgentError) {
        let path =
            task.input["file_path"]?.string
            ?? task.input["route"]?.string.map { OfflineAgents.pageFile(of: $0, for: task.project) }
        self.path = path
        files = task.project.files
        let current = task.input["code"]?.string ?? path.flatMap { task.project.files[$0] }
        let wish = task.input["description"]?.string ?? task.input["question"]?.string ?? ""
        guard path != nil || wish.contains(where: \.isLetter) else {
            throw .invalidInput(
                location: ["input_context", "description"],
                reason: "Say what is to be written, or into which file, as in: codeforge run code --file PATH "
                    + "--description \"What it is to do\"")
        }
        context.add("what is asked for", wish)
        let issues = (task.input["issues"]?.array ?? []).map(\.serialized).joined(separator: "\n")
        context.add("issues to mend", issues)
        var shown: [String: ShownFile] = [:]
        if let current, !current.isEmpty {
            guard let safe = context.hidden(current, path: path ?? "text.md") else {
                throw .cannot(
                    reason: "\(path ?? "The file") is there for credentials: nothing of it is sent to a model.")
            }
            let isWhole = context.add(path ?? "the code", hidden: safe) != nil
            if let path { shown[path] = ShownFile(text: safe, original: current, isWhole: isWhole) }
        } else if let path, current != nil {
            shown[path] = ShownFile(text: "", original: "", isWhole: true)
        }
        context.add("requirements", task.project.requirements?.json.serialized ?? "", isCuttable: false)
        context.add("pages", task.project.architecture?.json.serialized ?? "", isCuttable: false)
        let related = RelatedFiles(to: path, wish: wish, code: current ?? "", among: task.project.files)
        context.add("the project's files", related.list, isCuttable: true)
        for name in related.nearest {
            let text = task.project.files[name] ?? ""
            if let safe = context.add(name, text, path: name, isCuttable: false) {
                shown[name] = ShownFile(text: safe, original: text, isWhole: true)
            }
        }
        if related.others > 0 {
            context.note(
                leftOut:
                    "\(related.others) other file\(related.others == 1 ? "" : "s") of the project, less near to this")
        }
        self.shown = shown
        instruction =
            path.map { path in
                let isThere = shown[path] != nil
                return
                    "Write the file \(path)\(isThere ? ", which is there and stands above" : ", which is not there yet"), "
                    + "and no other."
            }
            ?? "Write the files that this takes: edits where a file stands above, whole texts where one is new. "
            + "A file that is there and does not stand above must stay as it is."
    }

    func check(_ answer: JSONValue, _ context: PromptContext) -> Verdict<CodeAnswer> {
        CodeAnswer.read(answer, only: path, files: files, shown: shown, context.secrets)
    }

    func outcome(
        of answer: CodeAnswer, _ task: AgentTask, _ context: PromptContext
    ) async throws(AgentError) -> (document: JSONValue, source: String) {
        for file in answer.files { try await task.proposeFile(file.result, file.seen, file.isEdit) }
        var main = answer.files[0].result
        let others = answer.files.dropFirst().map(\.result.filePath)
        if !others.isEmpty { main.explanation += " Besides: \(others.joined(separator: ", "))." }
        main.explanation += " Written by a model; not built and not run."
        let read = shown.count
        return (main.json, "from what was asked for and \(read) file\(read == 1 ? "" : "s") of the project")
    }

    static func problem(withPath name: String) -> String? {
        let path: ProjectPath
        do {
            path = try ProjectPath(validating: name)
        } catch {
            return "is refused. \(error)"
        }
        let first = path.text.split(separator: "/").first?.lowercased() ?? ""
        if first == ".git" || first == ".codeforge" { return "lies in \(first), where no agent writes." }
        return SecretPlaceholders.isCredentialName(path) ? "is the name of a file for credentials." : nil
    }
}
