import Engine
import JSON
import Mentoring
import Models
import Review

/// Files → QA result: the reviewer over every file of the project, and whether each can be parsed.
///
/// Nothing is built or run, and the requirements are not compared: the summary says so.
struct QAAgent: Agent {
    let type = AgentType.qa

    /// Issues beyond these help nobody; critical ones are never left out.
    private static let mostIssues = 500

    func run(_ task: AgentTask) async throws(AgentError) -> AgentOutcome {
        let files = try Self.files(of: task)
        let isStudent = task.project.mode == Project.Mode.student.rawValue
        try await task.report(2, "Collecting \(files.count) file\(files.count == 1 ? "" : "s")")
        var issues: [QAIssue] = []
        var places: [QAIssue: IssuePlace] = [:]
        var scope = QAScope()
        for (number, file) in files.enumerated() {
            try await task.report(5 + 90 * Double(number) / Double(files.count), "Reviewing \(file.path)")
            let verdict = SyntaxCheck.verdict(of: file.text, language: file.language, path: file.path)
            scope.add(verdict, language: file.language)
            let all = Self.issue(verdict, in: file) + Self.issues(in: file, isStudent: isStudent)
            let found = isStudent ? all.map(Self.withoutSolution) : all
            if let path = try? ProjectPath(validating: file.path) {
                for issue in found { places[issue] = IssuePlace(path: path, evidence: .file, certainty: 1) }
            }
            issues += found
        }
        issues = issues.enumerated().sorted {
            ($0.element.severity.rank, $0.offset) < ($1.element.severity.rank, $1.offset)
        }
        .map(\.element)
        try await task.report(98, "Weighing \(issues.count) finding\(issues.count == 1 ? "" : "s")")
        let result = Self.result(of: issues, scope: scope)
        await task.placeIssues(result.issues.map { places[$0] })
        return .document(
            result.json, madeBy: .offline(from: "from the reviewer's rules and a check of syntax"))
    }

    private struct File {
        let path: String
        let language: Language
        let text: String
    }

    /// The code in the input, else the file that it names, else the whole project, in the order of paths.
    private static func files(of task: AgentTask) throws(AgentError) -> [File] {
        let path = task.input["file_path"]?.string
        if let code = task.input["code"]?.string {
            let language = task.input["language"]?.string
            let detected = Language.detect(languageID: language, path: path, firstLine: firstLine(of: code))
            return [File(path: path ?? "code", language: detected, text: code)]
        }
        if let path {
            guard let text = task.project.files[path] else {
                throw .invalidInput(
                    location: ["input_context", "file_path"],
                    reason:
                        "The project has no file “\(Clip.text(path, 200))”. Name one of its files, or send its code.")
            }
            return [File(path: path, language: detected(path, text), text: text)]
        }
        return task.project.files.sorted { $0.key < $1.key }.map { path, text in
            File(path: path, language: detected(path, text), text: text)
        }
    }

    private static func detected(_ path: String, _ text: String) -> Language {
        Language.detect(languageID: nil, path: path, firstLine: firstLine(of: text))
    }

    private static func firstLine(of text: String) -> String { String(text.prefix { $0 != "\n" }.prefix(200)) }

    private static func issue(_ verdict: SyntaxCheck.Verdict, in file: File) -> [QAIssue] {
        guard case .broken(let problem) = verdict else { return [] }
        let lines = lines(of: file)
        let secrets = secretLines(review(Array(file.text.utf8), language: file.language, path: file.path))
        let isQuotable = lines.indices.contains(problem.line - 1) && !secrets.contains(problem.line - 1)
        let line = isQuotable ? String(lines[problem.line - 1]).trimmingSpaces : ""
        let quote = line.isEmpty ? "" : " `\(Clip.text(line, 160))`"
        return [
            QAIssue(
                severity: .critical,
                description: "\(file.path):\(problem.line): This file does not parse: \(problem.message).\(quote)",
                suggestion: "Mend this place first: nothing that uses the file can run before it parses.")
        ]
    }

    private static func secretLines(_ findings: [Finding]) -> Set<Int> {
        Set(findings.filter(\.holdsSecret).flatMap { $0.range.startLine...$0.range.endLine })
    }

    private static func lines(of file: File) -> [Substring] {
        file.text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    }

    /// The issue for a student, whose place is named and whose solution is not.
    private static func withoutSolution(_ issue: QAIssue) -> QAIssue {
        QAIssue(severity: issue.severity, description: issue.description, suggestion: StudentMode.suggestion)
    }

    private static func issues(in file: File, isStudent: Bool) -> [QAIssue] {
        let findings = review(Array(file.text.utf8), language: file.language, path: file.path)
        guard !findings.isEmpty else { return [] }
        let lines = lines(of: file)
        // The result is kept with the job: a line that holds a secret is not quoted there, whatever it is about.
        let secretLines = secretLines(findings)
        return findings.map { finding in
            let number = finding.range.startLine
            let isQuotable = lines.indices.contains(number) && !secretLines.contains(number)
            let line = isQuotable ? String(lines[number]).trimmingSpaces : ""
            let quote = line.isEmpty ? "" : " `\(Clip.text(line, 160))`"
            return QAIssue(
                severity: QAIssueSeverity(rawValue: finding.severity.rawValue) ?? .info,
                description: "\(file.path):\(number + 1): "
                    + "\(isStudent ? FindingHint.message(of: finding) : finding.message)\(quote) [\(finding.ruleID)]",
                suggestion: finding.fix?.title ?? finding.rule.why)
        }
    }

    private static func result(of issues: [QAIssue], scope: QAScope) -> QAResult {
        let critical = issues.count { $0.severity == .critical }
        let warnings = issues.count { $0.severity == .warning }
        let notes = issues.count - critical - warnings
        let kept = Array(issues.prefix(max(critical, mostIssues)))
        let left = issues.count - kept.count
        let rest = left == 0 ? "" : " The \(left) least severe are not listed."
        // Nothing that was not looked at has passed.
        let passed = critical == 0 && scope.files > 0
        return QAResult(
            passed: passed, issues: kept,
            summary: "\(passed ? "Passed" : "Not passed"): \(scope.sentence), \(critical) critical, "
                + "\(warnings) warning\(warnings == 1 ? "" : "s"), \(notes) note\(notes == 1 ? "" : "s").\(rest) \(QAScope.limits)"
        )
    }
}

/// What a review looked at, and what it did not.
struct QAScope: Sendable {
    private(set) var files = 0
    private var parsed = 0
    private var broken = 0
    private var unknown = 0

    static let limits =
        "Looked at: the reviewer's rules and syntax. Not looked at: nothing was built or run, no test was started, and the "
        + "requirements were not compared."

    mutating func add(_ verdict: SyntaxCheck.Verdict, language: Language) {
        files += 1
        switch verdict {
        case .parses: parsed += 1
        case .broken: broken += 1
        case .notChecked: unknown += 1
        }
    }

    var sentence: String {
        guard files > 0 else { return "no file was there to review" }
        var text = "\(files) file\(files == 1 ? "" : "s") reviewed offline"
        if broken > 0 { text += ", \(broken) of them \(broken == 1 ? "does" : "do") not parse" }
        if unknown > 0 { text += ", the syntax of \(unknown) not checked" }
        return text
    }
}

extension QAIssueSeverity {
    /// 0 for the most severe.
    fileprivate var rank: Int {
        switch self {
        case .critical: 0
        case .warning: 1
        case .info: 2
        }
    }
}
