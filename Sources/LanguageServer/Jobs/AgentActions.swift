import Engine
import JSON
import LanguageServerProtocol
import Models
import Review
import Text

/// Starts agents and the mentor on selected text, and on findings where a model does the code agent's work.
///
/// Offline none is offered on a finding: the code agent repairs what a rule's fix repairs, which is the quick fix.
struct AgentActions: CodeActionProvider {
    /// Longest selection that goes into a job, in bytes; a job's whole input has its own limit.
    static let maxSelection = 20_000

    func actions(at place: CodeActionPlace) -> [CodeAction] {
        onFindings(at: place) + onSelection(at: place)
    }

    /// What a model can do about each finding.
    private func onFindings(at place: CodeActionPlace) -> [CodeAction] {
        guard !place.findings.isEmpty, place.wantsAboutFindings(.agent), place.folder != nil,
            !place.snapshot.isStudent(place.document)
        else { return [] }
        let (fixer, explainer) = (place.model(for: .fix), place.model(for: .explain))
        func titles(_ title: @escaping (Finding) -> String) -> FindingTitles {
            FindingTitles(place.findings, of: place.document, title)
        }
        let fixes = fixer.map { name in titles { "Fix with the code agent, \(name) (\($0.ruleID))" } }
        let explanations = explainer.map { name in titles { "Explain with \(name) (\($0.ruleID))" } }
        return place.findings.flatMap { finding in
            let arguments: JSONObject = [
                "uri": .string(place.document.uri), "identity": .string(finding.identity),
            ]
            let diagnostic = place.snapshot.diagnostic(for: finding, in: place.document)
            func offer(_ title: String, _ command: String) -> CodeAction {
                CodeAction(
                    title: title, kind: .agent, diagnostics: [diagnostic],
                    command: Command(title: title, command: command, arguments: [.object(arguments)]))
            }
            return [
                fixes.map { offer($0.of(finding), "codeforge.fixWithAgent") },
                explanations.map { offer($0.of(finding), "codeforge.explainCode") },
            ].compactMap(\.self)
        }
    }

    private func onSelection(at place: CodeActionPlace) -> [CodeAction] {
        guard let text = place.selectedText(limitBytes: Self.maxSelection) else { return [] }
        if ["markdown", "plaintext"].contains(place.document.languageID) {
            let pipeline =
                place.snapshot.isStudent(place.document)
                ? nil
                : action(
                    .agent, "Run the pipeline with this idea", "codeforge.runPipeline", ["user_idea": .string(text)],
                    place)
            return [
                pipeline,
                action(
                    .agent, "Lay out options for this decision", ProductMethods.command(running: .pedagogy),
                    ["decision_context": .string(text)], place),
            ].compactMap(\.self)
        }
        return [
            action(
                .mentor, "Ask the mentor about this", "codeforge.askMentor",
                aboutCode(text, at: place), place)
        ].compactMap(\.self) + byModel(at: place)
    }

    /// A question about selected code: with all that is around it, unless that is long.
    private func aboutCode(_ text: String, at place: CodeActionPlace) -> JSONObject {
        var question: JSONObject = [
            "question": "What should I understand about this code?",
            "language": .string(place.document.languageID),
            "line": .integer(place.lines.lowerBound + 1), "last_line": .integer(place.lines.upperBound + 1),
        ]
        let buffer = place.document.buffer
        if buffer.byteCount <= Self.maxSelection {
            question["code"] = .string(buffer.string)
        } else {
            question["code"] = .string(text)
            question["first_line"] = .integer(place.lines.lowerBound + 1)
        }
        return question
    }

    /// What a model can do with selected code.
    private func byModel(at place: CodeActionPlace) -> [CodeAction] {
        guard place.folder != nil, !place.snapshot.isStudent(place.document) else { return [] }
        let arguments: JSONObject = [
            "uri": .string(place.document.uri), "range": JSONValue(encoding: place.request.range),
        ]
        return [
            place.model(for: .code).flatMap {
                action(.agent, "Refactor this with the code agent, \($0)", "codeforge.refactorCode", arguments, place)
            },
            place.model(for: .explain).flatMap {
                action(.agent, "Explain this with \($0)", "codeforge.explainCode", arguments, place)
            },
        ].compactMap(\.self)
    }

    /// An action about the project of the document's folder; of the first folder for a document outside of all.
    private func action(
        _ kind: CodeActionKind, _ title: String, _ command: String, _ arguments: JSONObject, _ place: CodeActionPlace
    ) -> CodeAction? {
        guard place.wantsBeyondFindings(kind) else { return nil }
        var arguments = arguments
        if let (folder, _) = place.folder { arguments["project_id"] = .string(folder.mirror.workspace.projectID.text) }
        return CodeAction(
            title: "CodeForge: \(title)", kind: kind,
            command: Command(title: title, command: command, arguments: [.object(arguments)]))
    }
}

extension CodeActionPlace {
    /// The model that does some work; nil where none does.
    fileprivate func model(for role: ModelRole) -> String? {
        guard !snapshot.settings.model.isOffline else { return nil }
        return (try? snapshot.settings.model.route(as: role))?.maker
    }

    /// The folder that holds the document, and its path there.
    fileprivate var folder: (folder: OpenFolder, file: ProjectPath)? {
        document.path.flatMap { OpenFolder.containing($0, among: snapshot.openFolders) }
    }

    /// What the range covers; nil for nothing, blanks alone, or more than the limit.
    fileprivate func selectedText(limitBytes: Int) -> String? {
        guard request.range.lowerBound < request.range.upperBound else { return nil }
        let (buffer, encoding) = (document.buffer, snapshot.encoding)
        let start = buffer.byteOffset(of: request.range.lowerBound, encoding: encoding)
        let end = buffer.byteOffset(of: request.range.upperBound, encoding: encoding)
        var bytes: [UInt8] = []
        for line in start.line...end.line {
            let whole = buffer.lineBytes(line)
            let from = line == start.line ? min(start.byteColumn, whole.count) : 0
            let to = line == end.line ? min(end.byteColumn, whole.count) : whole.count
            if line > start.line { bytes.append(0x0A) }
            if from < to { bytes += whole[from..<to] }
            if bytes.count > limitBytes { return nil }
        }
        let text = String(decoding: bytes, as: UTF8.self)
        return text.contains { !$0.isWhitespace } ? text : nil
    }
}
