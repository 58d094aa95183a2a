import JSON
import Models
import Patterns
import Review

/// One planned file at a time → its code; also repairs of what the reviewer's rules found and can fix.
///
/// Input: `file_path` names the file, or `route` the page that it is for; `description` says what it shall do, `code`
/// is what stands there now, `issues` are those of a QA result. Whatever else is asked for is refused with the reason:
/// no file is better than one that only looks like what was wanted.
struct CodeAgent: Agent {
    let type = AgentType.code

    func run(_ task: AgentTask) async throws(AgentError) -> AgentOutcome {
        try await task.report(5, "Reading the plan")
        let description = IdeaReading.oneLine(task.input["description"]?.string ?? "")
        let planned = OfflineAgents.sourceFiles(for: task.project)
        let path =
            task.input["file_path"]?.string
            ?? task.input["route"]?.string.map { OfflineAgents.pageFile(of: $0, for: task.project) }
            ?? (description.isEmpty ? Self.firstPage(of: planned) : nil)
        let file = planned.first { $0.path == path }
        let current = task.input["code"]?.string ?? path.flatMap { task.project.files[$0] }

        if let path, let current, task.input["issues"]?.array?.isEmpty == false {
            try await task.report(40, "Repairing \(path)")
            let result = try Self.repaired(current, path: path, planned: file)
            return .document(result.json, madeBy: .offline(from: "by the reviewer's rules"))
        }
        guard let file else {
            if let path, let found = Recipe.find(description, path: path) {
                guard current?.isEmpty ?? true else {
                    throw .cannot(
                        reason: "Nothing was written: \(path) is there already, and offline I change no file that "
                            + "exists. Name another file for this: “\(Clip.text(description, 200))”. "
                            + "\(Refusal.whatWould)")
                }
                try await task.report(40, found.recipe.purpose)
                return .document(
                    CodeGenerationResult(
                        filePath: path, code: found.code, language: found.language,
                        explanation:
                            "\(found.recipe.purpose), written offline from the library of routines; not built and not run."
                    ).json, madeBy: .offline(from: "from the library of routines"))
            }
            throw .cannot(
                reason: Refusal(path: path, description: description, project: task.project, plan: planned).reason)
        }
        try await task.report(40, file.purpose)
        let code = file.text()
        guard Self.does(description, file, code) else {
            throw .cannot(
                reason:
                    "The offline plan has \(file.path) for this: \(file.purpose). It has no code for “\(Clip.text(description, 200))”, "
                    + "and nothing was written. \(Refusal.whatWould)")
        }
        let app = Clip.text(task.project.requirements?.appName ?? task.project.title, 100)
        return .document(
            CodeGenerationResult(
                filePath: file.path, code: code, language: file.language,
                explanation:
                    "\(file.purpose) for \(app). Written offline from a template and the requirements; not built and not run."
            ).json, madeBy: .offline(from: "from a template and the requirements"))
    }

    /// Whether the planned code has to do with everything that the description names.
    private static func does(_ description: String, _ file: SourceFile, _ code: String) -> Bool {
        guard !description.isEmpty, description != file.purpose else { return true }
        let asked = Set(Words.split(description, limit: 200)).subtracting(IdeaShape.stopWords).map(Words.stem)
        let written = Set(
            CodeLines.parts(of: file.purpose + " " + file.path + " " + code, limit: 20_000).map(Words.stem))
        return asked.allSatisfy(written.contains)
    }

    private static func firstPage(of planned: [SourceFile]) -> String? {
        (planned.first { $0.path.hasSuffix("page.tsx") } ?? planned.first)?.path
    }

    /// Fixes what a rule can fix; a planned file that is broken beyond that is written anew.
    private static func repaired(
        _ code: String, path: String, planned: SourceFile?
    ) throws(AgentError) -> CodeGenerationResult {
        let language = planned?.language ?? SourceFile.language(of: path)
        let outcome = Repair(code: code, path: path)
        let rest =
            outcome.openCritical == 0 ? "" : " \(outcome.openCritical) critical findings need a person's decision."
        if outcome.fixes > 0, outcome.openCritical == 0 || planned == nil {
            return CodeGenerationResult(
                filePath: path, code: outcome.code, language: language,
                explanation:
                    "\(outcome.fixes) \(outcome.fixes == 1 ? "fix" : "fixes") applied from the reviewer's rules, nothing else changed; "
                    + "not built and not run.\(rest)")
        }
        if let planned, case let anew = planned.text(), anew != code {
            return CodeGenerationResult(
                filePath: path, code: anew, language: language,
                explanation: "Written anew from the plan: what stood there had problems that no rule can fix.")
        }
        throw .cannot(
            reason: "Nothing was changed in \(path): the reviewer's rules have no fix for what was found there.\(rest) "
                + "Mend it by hand, or dismiss the finding. \(Refusal.whatWould)")
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

    /// Why the code agent writes nothing for a project that has requirements; nil where it writes all planned files.
    package static func codeRefusal(for project: ProjectSnapshot) -> String? {
        guard let requirements = project.requirements else { return nil }
        let isWritable = !ServiceRecords.named(in: requirements).isEmpty
        if !isWritable, let shape = OwnWords.shape(of: requirements), !shape.hasTemplate {
            return "No code was written: it is to be \(shape.phrase), and the offline agents have no template for one. "
                + "\(Refusal.whatWould)"
        }
        let unknown = CodeStack.unwritable(
            in: technologies(of: project).filter { !OwnWords.noStacks.contains($0) })
        guard unknown.isEmpty else { return refusal(of: unknown) }
        guard !isWritable, OwnWords.areIn(requirements), ProductRecords(requirements) == nil else { return nil }
        let tongue = Tongue(requirements.elevatorPitch)
        return tongue != .english
            ? "\(ResearchTexts.say("refusal", tongue)). No code was written: the offline agents' templates are in English, and the idea is not. \(Refusal.whatWould)"
            : "No code was written: no pattern of the offline library fits the idea, its requirements are its own sentences, "
                + "and code of another idea would not help. \(Refusal.whatWould)"
    }

    private static func refusal(of unknown: [String]) -> String {
        "No code was written: the stack demands \(English.list(unknown)), and the offline agents write only "
            + "\(CodeStack.names). \(Refusal.whatWould)"
    }

    static func sourceFiles(for project: ProjectSnapshot) -> [SourceFile] {
        guard let requirements = project.requirements, codeRefusal(for: project) == nil else { return [] }
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

    private static func technologies(of project: ProjectSnapshot) -> [String] {
        project.techStack.isEmpty ? project.requirements?.recommendedStack ?? [] : project.techStack
    }

    private static func stack(of project: ProjectSnapshot) -> CodeStack {
        CodeStack(technologies: technologies(of: project))
    }
}
