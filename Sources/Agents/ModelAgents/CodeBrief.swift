import Engine
import JSON
import Models
import Review

/// One file → its code: whole, or as edits of what stands there.
struct CodeBrief: AgentBrief {
    static let agent = AgentType.code
    static let prompt = PromptFile.code
    static let schemaName = "code_answer"
    static let maxOutputTokens = 16_000

    static let schema: JSONValue = [
        "type": "object", "additionalProperties": false,
        "required": ["file_path", "language", "explanation", "code", "edits"],
        "properties": [
            "file_path": ["type": "string", "minLength": 1], "language": ["type": "string", "minLength": 1],
            "explanation": ["type": "string"], "code": ["anyOf": [["type": "string"], ["type": "null"]]],
            "edits": [
                "type": "array",
                "items": [
                    "type": "object", "additionalProperties": false, "required": ["find", "replace"],
                    "properties": ["find": ["type": "string", "minLength": 1], "replace": ["type": "string"]],
                ],
            ],
        ],
    ]

    let instruction: String
    /// The one file that may be written; nil where the model chooses.
    private let path: String?
    private let files: [String: String]
    /// The file as the model sees it, and whether it sees all of it.
    private let shown: String?
    private let isWhole: Bool

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
                location: ["input_context", "description"], reason: "Say what is to be written, or into which file.")
        }
        context.add("what is asked for", wish)
        let issues = (task.input["issues"]?.array ?? []).map(\.serialized).joined(separator: "\n")
        context.add("issues to mend", issues)
        if let current, !current.isEmpty {
            let safe = context.hidden(current, path: path ?? "text.md")
            guard let safe else {
                throw .cannot(
                    reason: "\(path ?? "The file") is there for credentials: nothing of it is sent to a model.")
            }
            isWhole = context.add(path ?? "the code", hidden: safe) != nil
            shown = safe
        } else {
            (isWhole, shown) = (true, nil)
        }
        context.add("requirements", task.project.requirements?.json.serialized ?? "", isCuttable: false)
        context.add("pages", task.project.architecture?.json.serialized ?? "", isCuttable: false)
        let related = RelatedFiles(to: path, wish: wish + (current ?? ""), among: task.project.files)
        context.add("the project's files", related.list, isCuttable: true)
        for name in related.nearest { context.add(name, task.project.files[name] ?? "", path: name, isCuttable: false) }
        let target = path.map { "the file \($0)" } ?? "the file"
        instruction =
            "Write \(target)\(shown == nil ? ", which is not there yet" : ", which is there and stands above")."
    }

    func check(_ answer: JSONValue, _ context: PromptContext) -> Verdict<CodeGenerationResult> {
        var errors: [String] = []
        let name = answer["file_path"]?.string ?? path ?? ""
        if let path, name != path {
            errors.append("file_path: must be \(path.debugDescription); no other file may be written.")
        }
        if let problem = Self.problem(withPath: name) { errors.append("file_path: \(problem)") }
        let before = name == path ? shown : files[name]
        let text = Self.text(of: answer, before: before, isWhole: isWhole, &errors)
        guard errors.isEmpty, let text else { return .invalid(errors) }
        guard !context.secrets.hasUnknown(in: text) else {
            return .invalid(["code: it has a word CODEFORGE_SECRET_… that stands for nothing in the material."])
        }
        let code = context.secrets.restore(text)
        let plain: JSONValue = [
            "file_path": .string(name), "code": .string(code),
            "language": answer["language"] ?? .string(SourceFile.language(of: name)),
            "explanation": .string(answer["explanation"]?.string ?? ""),
        ]
        guard case .valid(var result) = Verdict<CodeGenerationResult>(plain) else {
            return Verdict<CodeGenerationResult>(plain)
        }
        result.explanation = Clip.text(context.secrets.masked(result.explanation), 2_000)
        let found = Self.newFindings(in: code, before: before.map(context.secrets.restore) ?? "", path: name)
        guard !found.isEmpty else { return .valid(result) }
        result.explanation += " The reviewer finds this in it: \(found.joined(separator: " "))"
        return .lacking(result, found.map { "code: the reviewer finds: \($0)" })
    }

    func outcome(
        of answer: CodeGenerationResult, _ task: AgentTask, _ context: PromptContext
    ) async throws(AgentError) -> (document: JSONValue, source: String) {
        var answer = answer
        answer.explanation += " Written by a model; not built and not run."
        return (
            answer.json, "from what was asked for and \(files.count) file\(files.count == 1 ? "" : "s") of the project"
        )
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

    /// The new text of the file, secrets still hidden.
    private static func text(of answer: JSONValue, before: String?, isWhole: Bool, _ errors: inout [String]) -> String?
    {
        let edits = answer["edits"]?.array ?? []
        if let code = answer["code"]?.string, !code.isEmpty {
            guard isWhole else {
                errors.append("code: the file was not shown whole, so that it must not be replaced; give edits.")
                return nil
            }
            return code
        }
        guard !edits.isEmpty else {
            errors.append("code: there is neither code nor an edit.")
            return nil
        }
        guard var text = before else {
            errors.append("edits: the file is not there yet; put its whole text into code.")
            return nil
        }
        for (index, edit) in edits.enumerated() {
            guard let find = edit["find"]?.string, !find.isEmpty, let replacement = edit["replace"]?.string else {
                errors.append("edits.\(index): find and replace must be texts, and find must not be empty.")
                continue
            }
            let places = text.ranges(of: find)
            guard places.count == 1 else {
                errors.append(
                    "edits.\(index).find: stands \(places.isEmpty ? "nowhere" : "\(places.count) times") in the file; it must "
                        + "stand there exactly once, to the letter.")
                continue
            }
            text.replaceSubrange(places[0], with: replacement)
        }
        if errors.isEmpty, text == before { errors.append("edits: they change nothing.") }
        return text
    }

    /// What is critical in the new text and was not in the old one.
    private static func newFindings(in code: String, before: String, path: String) -> [String] {
        func critical(_ text: String) -> [Finding] {
            let language = Language.detect(languageID: nil, path: path, firstLine: String(text.prefix(120)))
            return review(Array(text.utf8), language: language, path: path).filter { $0.severity == .critical }
        }
        let known = critical(before).reduce(into: [:]) { $0[$1.ruleID, default: 0] += 1 }
        var seen: [String: Int] = [:]
        return critical(code).compactMap { finding in
            seen[finding.ruleID, default: 0] += 1
            guard seen[finding.ruleID, default: 0] > known[finding.ruleID, default: 0] else { return nil }
            return "line \(finding.range.startLine + 1): \(finding.rule.title) [\(finding.ruleID)]."
        }
    }
}

/// The files of a project that have to do with one, by its imports, its name and its words.
struct RelatedFiles: Sendable {
    private static let most = 12

    /// Paths, one a line.
    let list: String
    /// The nearest first.
    let nearest: [String]

    init(to path: String?, wish: String, among files: [String: String]) {
        list = files.keys.sorted().prefix(400).joined(separator: "\n")
        let folder = path.map { $0.split(separator: "/").dropLast().joined(separator: "/") }
        let words = Set(
            wish.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map { $0.lowercased() }.filter { $0.count > 3 })
        let scored = files.keys.filter { $0 != path }.map { name -> (name: String, score: Int) in
            let stem = name.split(separator: "/").last?.prefix { $0 != "." }.lowercased() ?? ""
            var score = words.contains(stem) ? 5 : 0
            if let folder, name.split(separator: "/").dropLast().joined(separator: "/") == folder { score += 2 }
            score += words.isEmpty ? 0 : words.count { name.lowercased().contains($0) }
            return (name, score)
        }
        nearest = scored.filter { $0.score > 0 }.sorted { ($1.score, $0.name) < ($0.score, $1.name) }
            .prefix(Self.most).map(\.name)
    }
}
