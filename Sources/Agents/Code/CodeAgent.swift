import JSON
import Models
import Patterns
import Review

/// One planned file at a time → its code; also single files by description, and repairs of what QA found.
///
/// Input: `file_path` names the file, or `route` the page that it is for; `description` says what it shall do, `code`
/// is what stands there now, `issues` are the critical ones of a QA result.
struct CodeAgent: Agent {
    let type = AgentType.code

    func run(_ task: AgentTask) async throws(AgentError) -> AgentOutcome {
        try await task.report(5, "Reading the plan")
        let description = IdeaReading.oneLine(task.input["description"]?.string ?? "")
        let planned = OfflineAgents.sourceFiles(for: task.project)
        let path =
            task.input["file_path"]?.string
            ?? task.input["route"]?.string.map { OfflineAgents.pageFile(of: $0, for: task.project) }
            ?? Self.defaultPath(description: description, planned: planned)
        let current = task.input["code"]?.string ?? task.project.files[path]

        if let current, Self.asksForRepair(task.input) {
            try await task.report(40, "Repairing \(path)")
            return .document(Self.repaired(current, path: path, planned: planned.first { $0.path == path }).json)
        }
        if let file = planned.first(where: { $0.path == path }) {
            try await task.report(40, file.purpose)
            return .document(
                CodeGenerationResult(
                    filePath: file.path, code: file.text(), language: file.language,
                    explanation:
                        "\(file.purpose) for \(Clip.text(task.project.requirements?.appName ?? task.project.title, 100)). "
                        + "Written offline from the requirements."
                ).json)
        }
        try await task.report(40, "Writing \(path)")
        let single = SingleFile(
            path: path, description: description, language: task.input["language"]?.string, current: current,
            title: task.project.title)
        return .document(single.result.json)
    }

    private static func asksForRepair(_ input: JSONObject) -> Bool {
        input["issues"]?.array?.isEmpty == false
    }

    /// Fixes what a rule can fix; a planned file that still has critical findings is written anew.
    private static func repaired(_ code: String, path: String, planned: SourceFile?) -> CodeGenerationResult {
        let language = planned?.language ?? SingleFile.language(of: path)
        let outcome = Repair(code: code, path: path)
        if outcome.openCritical == 0 || planned == nil {
            let rest =
                outcome.openCritical == 0 ? "" : " \(outcome.openCritical) critical findings need a person's decision."
            return CodeGenerationResult(
                filePath: path, code: outcome.code, language: language,
                explanation: "\(outcome.fixes) fixes applied from the reviewer's rules.\(rest)")
        }
        return CodeGenerationResult(
            filePath: path, code: planned?.text() ?? outcome.code, language: language,
            explanation: "Written anew: what stood there had critical findings that no rule can fix.")
    }

    private static func defaultPath(description: String, planned: [SourceFile]) -> String {
        guard description.isEmpty, let page = planned.first(where: { $0.path.hasSuffix("page.tsx") }) ?? planned.first
        else {
            return "src/app/page.tsx"
        }
        return page.path
    }
}

/// Applies the reviewer's own fixes to critical findings, as long as they make it better.
struct Repair {
    private(set) var code: String
    private(set) var fixes = 0
    private(set) var openCritical = 0

    init(code: String, path: String) {
        self.code = code
        let language = Language.detect(languageID: nil, path: path, firstLine: String(code.prefix(120)))
        // Each round fixes the last fixable finding; the bound is for fixes that would undo each other.
        for _ in 0..<50 {
            let critical = review(Array(self.code.utf8), language: language, path: path).filter {
                $0.severity == .critical
            }
            openCritical = critical.count
            guard let fix = critical.last(where: { $0.fix != nil })?.fix else { return }
            let changed = Self.apply(fix, to: self.code)
            let after = review(Array(changed.utf8), language: language, path: path).count { $0.severity == .critical }
            guard after < critical.count else { return }
            self.code = changed
            openCritical = after
            fixes += 1
        }
    }

    private static func apply(_ fix: Fix, to code: String) -> String {
        var bytes = Array(code.utf8)
        let starts = lineStarts(of: bytes)
        func offset(_ line: Int, _ byte: Int) -> Int {
            guard starts.indices.contains(line) else { return bytes.count }
            return min(starts[line] + byte, bytes.count)
        }
        let edits = fix.edits.map { edit in
            (
                offset(edit.range.startLine, edit.range.startByte), offset(edit.range.endLine, edit.range.endByte),
                edit.newText
            )
        }
        for (start, end, text) in edits.sorted(by: { $0.0 > $1.0 }) where start <= end {
            bytes.replaceSubrange(start..<end, with: Array(text.utf8))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Lines end with `\n`, `\r\n` or `\r`, as in the text buffer.
    private static func lineStarts(of bytes: [UInt8]) -> [Int] {
        var starts = [0]
        for (index, byte) in bytes.enumerated() {
            let isReturn = byte == 13 && !(index + 1 < bytes.count && bytes[index + 1] == 10)
            if byte == 10 || isReturn { starts.append(index + 1) }
        }
        return starts
    }
}

extension OfflineAgents {
    /// The files that the code agent will write for a project, in a sensible order; empty without requirements.
    package static func plannedFiles(for project: ProjectSnapshot) -> [PlannedFile] {
        sourceFiles(for: project).map { PlannedFile(path: $0.path, language: $0.language, purpose: $0.purpose) }
    }

    static func sourceFiles(for project: ProjectSnapshot) -> [SourceFile] {
        guard let requirements = project.requirements else { return [] }
        return stack(of: project).files(for: AppModel(requirements, architecture: project.architecture))
    }

    /// Where the project's stack keeps the page of a route.
    static func pageFile(of route: String, for project: ProjectSnapshot) -> String {
        let requirements =
            project.requirements
            ?? RequirementsDoc(
                appName: project.title, elevatorPitch: project.title, targetAudience: [], coreFeatures: [],
                recommendedStack: [], technicalConstraints: nil)
        return stack(of: project)
            .pageFile(of: route, in: AppModel(requirements, architecture: project.architecture))
    }

    private static func stack(of project: ProjectSnapshot) -> CodeStack {
        CodeStack(
            technologies: project.techStack.isEmpty
                ? project.requirements?.recommendedStack ?? [] : project.techStack)
    }
}
