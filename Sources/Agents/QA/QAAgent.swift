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
    /// Longest line that is kept with the place of an issue, in bytes.
    private static let longestQuote = 400

    func run(_ task: AgentTask) async throws(AgentError) -> AgentOutcome {
        let files = try Self.files(of: task)
        let isStudent = task.project.mode == Project.Mode.student.rawValue
        try await task.report(2, "Collecting \(files.count) file\(files.count == 1 ? "" : "s")")
        var found: [Found] = []
        var scope = QAScope()
        for (number, file) in files.enumerated() {
            try await task.report(5 + 90 * Double(number) / Double(files.count), "Reviewing \(file.path)")
            let verdict = SyntaxCheck.verdict(of: file.text, language: file.language, path: file.path)
            scope.add(verdict, language: file.language)
            let findings = file.findings
            let shown = findings.filter { !file.dismissed.contains($0.identity) }
            scope.dismissed += findings.count - shown.count
            // A line with a secret is not to be quoted, dismissed or not.
            let quotable = QuotableLines(of: file, findings)
            let issues =
                Self.issue(verdict, in: file, quotable) + Self.issues(shown, in: file, quotable, isStudent: isStudent)
            found += isStudent ? issues.map(\.withoutSolution) : issues
        }
        found = found.enumerated().sorted {
            ($0.element.issue.severity.rank, $0.offset) < ($1.element.issue.severity.rank, $1.offset)
        }
        .map(\.element)
        try await task.report(98, "Weighing \(found.count) finding\(found.count == 1 ? "" : "s")")
        let result = Self.result(of: found.map(\.issue), scope: scope)
        await task.placeIssues(found.prefix(result.issues.count).map(\.place))
        return .document(
            result.json, madeBy: .offline(from: "from the reviewer's rules and a check of syntax"))
    }

    private struct File {
        let path: String
        let language: Language
        let text: String
        /// The text that stood there before this job wrote it; nil for a file that it did not write.
        var before: String?
        /// Identities of findings that a person dismissed.
        var dismissed: Set<String> = []

        /// What the reviewer finds; a comment of a person alone says that something is meant.
        var findings: [Finding] {
            guard let before else { return review(Array(text.utf8), language: language, path: path) }
            return GeneratedReview.findings(in: text, before: before, language: language, path: path)
        }
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
                        "The project has no file “\(Clip.text(path, 200))”. Give the path of one of its files, from "
                        + "the folder of the project on; ignored files are none of them.")
            }
            return [file(at: path, text, in: task.project)]
        }
        return task.project.files.sorted { $0.key < $1.key }.map { file(at: $0, $1, in: task.project) }
    }

    private static func file(at path: String, _ text: String, in project: ProjectSnapshot) -> File {
        File(
            path: path, language: detected(path, text), text: text, before: project.generated[path],
            dismissed: project.dismissed[path] ?? [])
    }

    private static func detected(_ path: String, _ text: String) -> Language {
        Language.detect(languageID: nil, path: path, firstLine: firstLine(of: text))
    }

    private static func firstLine(of text: String) -> String { String(text.prefix { $0 != "\n" }.prefix(200)) }

    /// An issue and the line that it is about, which its own words only tell to people.
    private struct Found {
        let issue: QAIssue
        let place: IssuePlace?

        /// For a student: the place is named and the solution is not.
        var withoutSolution: Found {
            let hint = QAIssue(
                severity: issue.severity, description: issue.description, suggestion: StudentMode.suggestion)
            return Found(issue: hint, place: place)
        }
    }

    private static func issue(
        _ verdict: SyntaxCheck.Verdict, in file: File, _ quotable: QuotableLines
    ) -> [Found] {
        guard case .broken(let problem) = verdict else { return [] }
        let line = quotable.text(of: problem.line - 1)
        let quote = line.isEmpty ? "" : " `\(Clip.text(line, 160))`"
        let issue = QAIssue(
            severity: .critical,
            description: "\(file.path):\(problem.line): This file does not parse: \(problem.message).\(quote)",
            suggestion: "Mend this place first: nothing that uses the file can run before it parses.")
        return [Found(issue: issue, place: place(in: file, line: problem.line - 1, quote: line))]
    }

    private static func place(in file: File, line: Int, quote: String) -> IssuePlace? {
        guard let path = try? ProjectPath(validating: file.path) else { return nil }
        let isShort = !quote.isEmpty && quote.utf8.count <= longestQuote
        return IssuePlace(path: path, line: line, quote: isShort ? quote : nil, evidence: .rule, certainty: 1)
    }

    /// The lines of a file that may be kept with a job's result: none that holds a secret, whatever else is wrong with it.
    private struct QuotableLines {
        private let lines: [Substring]
        private let secret: Set<Int>

        init(of file: File, _ findings: [Finding]) {
            lines = file.text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
            secret = Set(findings.filter(\.holdsSecret).flatMap { $0.range.startLine...$0.range.endLine })
        }

        /// A line without the blanks at its ends; empty for one that is not to be quoted.
        func text(of line: Int) -> String {
            lines.indices.contains(line) && !secret.contains(line) ? String(lines[line]).trimmingSpaces : ""
        }
    }

    private static func issues(
        _ findings: [Finding], in file: File, _ quotable: QuotableLines, isStudent: Bool
    ) -> [Found] {
        findings.map { finding in
            let number = finding.range.startLine
            let line = quotable.text(of: number)
            let quote = line.isEmpty ? "" : " `\(Clip.text(line, 160))`"
            let issue = QAIssue(
                severity: QAIssueSeverity(rawValue: finding.severity.rawValue) ?? .info,
                description: "\(file.path):\(number + 1): "
                    + "\(isStudent ? FindingHint.message(of: finding) : finding.message)\(quote) [\(finding.ruleID)]",
                suggestion: finding.fix?.title ?? finding.rule.why)
            return Found(issue: issue, place: place(in: file, line: number, quote: line))
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
    /// Findings that somebody dismissed, which count for nothing.
    var dismissed = 0

    static let limits =
        "Looked at: the reviewer's rules, and syntax as far as it shows without a parser. Not looked at: nothing was "
        + "built or run, no test was started, and the requirements were not compared."

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
        if dismissed > 0 { text += ", \(dismissed) dismissed finding\(dismissed == 1 ? "" : "s") not counted" }
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
