import Engine
import JSON
import Models

/// Files → issues with their places, beside those of the reviewer's rules.
struct QABrief: AgentBrief {
    struct Answer: Sendable {
        var summary: String
        var issues: [Issue]
    }

    struct Issue: Sendable {
        var issue: QAIssue
        var file: String?
        var quote: String?
        var line: Int?
    }

    static let agent = AgentType.qa
    static let prompt = PromptFile.qa
    static let schemaName = "qa_review"
    static let maxOutputTokens = 10_000
    private static let mostIssues = 200

    static let schema: JSONValue = [
        "type": "object", "additionalProperties": false, "required": ["summary", "issues"],
        "properties": [
            "summary": ["type": "string"],
            "issues": [
                "type": "array",
                "items": [
                    "type": "object", "additionalProperties": false,
                    "required": ["severity", "file", "line", "quote", "description", "suggestion"],
                    "properties": [
                        "severity": ["type": "string", "enum": ["critical", "warning", "info"]],
                        "file": ["anyOf": [["type": "string"], ["type": "null"]]],
                        "line": ["anyOf": [["type": "integer"], ["type": "null"]]],
                        "quote": ["anyOf": [["type": "string"], ["type": "null"]]],
                        "description": ["type": "string", "minLength": 1], "suggestion": ["type": "string"],
                    ],
                ],
            ],
        ],
    ]

    let instruction = "Review these files."
    /// The texts that the model sees, by their paths.
    private let files: [String: String]
    private let secrets: SecretPlaceholders

    init(_ task: AgentTask, _ context: inout PromptContext) throws(AgentError) {
        var seen: [String: String] = [:]
        for (path, text) in try Self.files(of: task) {
            let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
            // Numbers come when the secrets are gone: before a line they would hide them from the rules.
            guard let safe = context.hidden(text, path: path) else {
                context.note(leftOut: "\(path) (a credential file)")
                continue
            }
            let safeLines = safe.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
            let numbered = safeLines.enumerated().map { "\($0.offset + 1)| \($0.element)" }.joined(separator: "\n")
            // A key of several lines is one placeholder: the numbers after it would be wrong.
            guard safeLines.count == lines.count else {
                context.note(leftOut: "\(path) (it holds a private key)")
                continue
            }
            let whole = context.add(path, hidden: numbered)
            if whole != nil || !context.leftOut.contains(path) { seen[path] = text }
        }
        context.add("requirements", task.project.requirements?.json.serialized ?? "", isCuttable: false)
        files = seen
        secrets = context.secrets
        guard !seen.isEmpty else {
            throw .invalidInput(
                location: ["input_context", "file_path"],
                reason:
                    "There is no file that a model may see: ignored and credential files are not shown to one. Name "
                    + "another file of the project.")
        }
    }

    /// The code in the input, else the file that it names, else the project's files in the order of their paths.
    private static func files(of task: AgentTask) throws(AgentError) -> [(String, String)] {
        let path = task.input["file_path"]?.string
        if let code = task.input["code"]?.string { return [(path ?? "code", code)] }
        guard let path else { return task.project.files.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
        guard let text = task.project.files[path] else {
            throw .invalidInput(
                location: ["input_context", "file_path"],
                reason:
                    "The project has no file “\(Clip.text(path, 200))”. Give the path of one of its files, from the folder "
                    + "of the project on; ignored files are none of them.")
        }
        return [(path, text)]
    }

    func check(_ answer: JSONValue, _ context: PromptContext) -> Verdict<Answer> {
        var errors: [String] = []
        var issues: [Issue] = []
        guard let summary = answer["summary"]?.string, let items = answer["issues"]?.array else {
            return .invalid(["The answer must have summary, a text, and issues, a list."])
        }
        for (index, item) in items.enumerated() {
            let plain: JSONValue = [
                "severity": item["severity"] ?? .null, "description": item["description"] ?? .null,
                "suggestion": item["suggestion"] ?? .null,
            ]
            switch Verdict<QAIssue>(plain) {
            case .valid(let issue):
                issues.append(
                    Issue(
                        issue: issue, file: item["file"]?.string, quote: item["quote"]?.string,
                        line: item["line"]?.int ?? item["line"]?.string.flatMap(Int.init)))
            case .invalid(let reasons), .lacking(_, let reasons):
                errors += reasons.map { "issues.\(index).\($0)" }
            }
        }
        return errors.isEmpty ? .valid(Answer(summary: summary, issues: issues)) : .invalid(errors)
    }

    func outcome(
        of answer: Answer, _ task: AgentTask, _ context: PromptContext
    ) async throws(AgentError) -> (document: JSONValue, source: String) {
        let placed = answer.issues.prefix(Self.mostIssues).map(place)
        let rules = try await ruleFindings(task)
        let issues = placed.map(\.issue) + rules.result.issues
        await task.placeIssues(placed.map(\.place) + rules.places)
        let critical = issues.count { $0.severity == .critical }
        let without = placed.count { $0.place?.line == nil }
        let result = QAResult(
            passed: critical == 0, issues: issues,
            summary: "\(critical == 0 ? "Passed" : "Not passed"): a model read \(files.count) "
                + "file\(files.count == 1 ? "" : "s") and reports \(placed.count) "
                + "issue\(placed.count == 1 ? "" : "s")\(without == 0 ? "" : ", \(without) of them without a line that was found"). "
                + "Its words: \(Clip.text(InertMarkdown.text(secrets.masked(answer.summary)), 1_000)) The rules besides: \(rules.result.summary)"
        )
        return (result.json, "from \(files.count) file\(files.count == 1 ? "" : "s") and the reviewer's rules")
    }

    /// What the reviewer's rules find in the same files: a model's silence hides none of it.
    private func ruleFindings(_ task: AgentTask) async throws(AgentError) -> (result: QAResult, places: [IssuePlace?]) {
        let places = PlaceBox()
        var offline = task
        offline.progress = { _, _ in }
        offline.placeIssues = { await places.set($0) }
        guard case .document(let document, _) = try await QAAgent().run(offline),
            let result = try? QAResult(validating: document)
        else { return (QAResult(passed: true, issues: [], summary: "not looked at."), []) }
        return (result, await places.value)
    }

    /// An issue in the specification's shape, and where it is.
    private func place(_ found: Issue) -> (issue: QAIssue, place: IssuePlace?) {
        var issue = found.issue
        issue.description = InertMarkdown.text(secrets.masked(issue.description))
        issue.suggestion = InertMarkdown.text(secrets.masked(issue.suggestion))
        let name = found.file ?? (files.count == 1 ? files.keys.first : nil)
        guard let name, let text = files[name], let path = try? ProjectPath(validating: name) else {
            issue.description = "\(issue.description) (The model named no file that it was shown.)"
            return (issue, nil)
        }
        guard let quote = found.quote, !quote.isEmpty else {
            issue.description = "\(name): \(issue.description)"
            return (issue, IssuePlace(path: path, evidence: .file, certainty: 0.5))
        }
        guard !quote.contains("CODEFORGE_SECRET_"),
            let found = QuotePlacing(text).place(quote, number: found.line)
        else {
            issue.description = "\(name): \(issue.description) (Its place in the file was not found.)"
            return (issue, IssuePlace(path: path, evidence: .file, certainty: 0.3))
        }
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
        let line = String(lines[found.line]).trimmingSpaces
        issue.description = "\(name):\(found.line + 1): \(issue.description) `\(Clip.text(line, 160))`"
        var place = IssuePlace(
            path: path, line: found.line, quote: line, evidence: .quote, certainty: found.certainty)
        let alike = lines.indices.filter { String(lines[$0]).trimmingSpaces == line }
        (place.alike, place.occurrence) = (alike.count, alike.firstIndex(of: found.line) ?? 0)
        return (issue, place)
    }
}

/// Where the offline agent's places are put for a moment.
private actor PlaceBox {
    private(set) var value: [IssuePlace?] = []

    func set(_ places: [IssuePlace?]) { value = places }
}
