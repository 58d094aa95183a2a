import Engine
import JSON
import JSONRPC
import LanguageServerProtocol
import Mentoring
import Models
import Review
import Text

/// `codeforge/code/fix`: the code agent repairs what one finding is about, and nothing else; its file is a proposal.
struct CodeFixMethod: ProductMethod {
    static let method = "codeforge/code/fix"
    static let command: String? = "codeforge.fixWithAgent"
    static let role: ModelRole? = .fix

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        let place = try await context.codePlace(parameters)
        let finding = try place.finding(parameters)
        let line = finding.range.startLine
        var input = place.input
        input["description"] = .string(
            "Mend what is wrong at line \(line + 1), and change nothing else: \(finding.message)\nThe line is: "
                + place.line(line))
        input[ModelRole.inputKey] = .string(ModelRole.fix.rawValue)
        input["issues"] = [
            [
                "severity": .string(finding.severity.rawValue), "line": .integer(line + 1),
                "description": .string("\(finding.message) [\(finding.ruleID)]"),
                "suggestion": .string(finding.rule.why),
            ]
        ]
        return try await context.submit(.code, input, place, parameters)
    }

    func completing(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> ProductParameters? {
        guard parameters.object["identity"] == nil else { return parameters }
        return try await context.completingFinding(
            parameters, "Which finding shall the code agent mend?",
            orThrow: parameters.wrong("identity", "is missing, and no open document has one."))
    }
}

/// `codeforge/code/refactor`: the code agent rewrites selected lines as `description` says, or more simply.
struct CodeRefactorMethod: ProductMethod {
    static let method = "codeforge/code/refactor"
    static let command: String? = "codeforge.refactorCode"
    static let role: ModelRole? = .code

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        let place = try await context.codePlace(parameters)
        let (text, lines) = try place.selection(parameters)
        let wish = try parameters.text("description") ?? "Make it simpler and clearer; what it does stays the same."
        var input = place.input
        input["description"] = .string(
            "Refactor lines \(lines.lowerBound + 1) to \(lines.upperBound + 1), and change nothing outside of them but what "
                + "uses them. \(wish)\nThe lines are:\n\(text)")
        return try await context.submit(.code, input, place, parameters)
    }

    /// What is selected only an editor knows.
    func completing(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> ProductParameters? {
        guard parameters.object["uri"] != nil, parameters.object["range"] != nil else {
            throw parameters.wrong(
                "range", "is missing. Select the lines that you mean, and choose this from the code actions there.")
        }
        return parameters
    }
}

/// `codeforge/code/explain`: a model explains selected lines, or what a finding is about; answered once it has.
struct CodeExplainMethod: ProductMethod {
    static let method = "codeforge/code/explain"
    static let command: String? = "codeforge.explainCode"
    static let role: ModelRole? = .explain

    static func sentence(for answer: JSONValue) -> String? { answer["explanation"]?.string }

    func run(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> JSONValue {
        let place = try await context.codePlace(parameters)
        guard try context.hasModel(for: .explain) else { return try Self.explanation(by: place, parameters) }
        var input: JSONObject = [
            ModelRole.inputKey: .string(ModelRole.explain.rawValue), "file_path": .string(place.file.text),
        ]
        if parameters.object["identity"] != nil {
            let finding = try place.finding(parameters)
            input["code"] = .string(place.line(finding.range.startLine))
            input["question"] = .string("What is wrong here, and what could happen? \(finding.message)")
        } else {
            input["code"] = .string(try place.selection(parameters).text)
            input["question"] = .string(try parameters.text("question") ?? "What does this do?")
        }
        // The command's answer tells what came of it.
        let silent = ProductParameters(parameters.object)
        let job = try await context.submit(.pedagogy, input, place, silent)["job_id"]?.string ?? ""
        let guidance = try await context.using { application throws(RequestFailure) in
            try await application.guidance(ofJob: job)
        }
        return [
            "job_id": .string(job), "explanation": .string(guidance.text),
            "concepts": .array(guidance.concepts.map { .string($0) }),
        ]
    }
}

extension CodeExplainMethod {
    /// Without a selection: which finding.
    func completing(
        _ parameters: ProductParameters, in context: ProductContext
    ) async throws(ResponseError) -> ProductParameters? {
        let object = parameters.object
        if object["uri"] != nil, object["range"] != nil || object["identity"] != nil { return parameters }
        return try await context.completingFinding(
            parameters, "Which finding is to be explained?",
            orThrow: parameters.wrong(
                "range", "is missing. Select the lines that you mean, and choose this from the code actions there."))
    }

    /// Without a model: what the finding's rule says.
    private static func explanation(
        by place: CodePlace, _ parameters: ProductParameters
    ) throws(ResponseError) -> JSONValue {
        guard parameters.object["identity"] != nil else {
            throw .failed(
                "unavailable", "No model explains code: set codeforge.model.provider and codeforge.model.name.")
        }
        let finding = try place.finding(parameters)
        let words =
            place.snapshot.isStudent(place.document)
            ? FindingHint.explanation(of: finding) : "\(finding.message) \(finding.rule.why)"
        return ["explanation": .string(words), "concepts": []]
    }
}

/// A document of an open folder, as it is now.
private struct CodePlace: Sendable {
    /// Longest text of an editor that goes into a job's input, in bytes: it has its own limit.
    private static let maxText = 30_000

    let snapshot: Snapshot
    let document: OpenDocument
    let folder: OpenFolder
    let file: ProjectPath
    /// What the disk holds; nil where that cannot be read.
    let saved: [UInt8]?

    /// The file, and its text where nobody has saved that yet.
    var input: JSONObject {
        var input: JSONObject = ["file_path": .string(file.text)]
        let text = document.buffer.copyBytes()
        if text != saved, text.count <= Self.maxText { input["code"] = .string(String(decoding: text, as: UTF8.self)) }
        return input
    }

    func finding(_ parameters: ProductParameters) throws(ResponseError) -> Finding {
        let identity = try parameters.requiredText("identity")
        guard let finding = snapshot.findings(of: document).first(where: { $0.identity == identity }) else {
            throw .failed("not_found", "That finding is not in the document any more.")
        }
        return finding
    }

    func line(_ number: Int) -> String {
        String(decoding: document.buffer.lineBytes(number).prefix(2_000), as: UTF8.self)
    }

    /// The text of the lines that `range` touches, and the lines.
    func selection(_ parameters: ProductParameters) throws(ResponseError) -> (text: String, lines: ClosedRange<Int>) {
        let range = try parameters.object("range")
        func position(_ name: String) throws(ResponseError) -> TextPosition {
            guard let line = range?[name]?["line"]?.int, let character = range?[name]?["character"]?.int, line >= 0,
                character >= 0
            else { throw parameters.wrong("range", "must be {start, end}, each {line, character} from 0.") }
            return TextPosition(line: line, character: character)
        }
        let (start, end) = (try position("start"), try position("end"))
        guard start < end else { throw parameters.wrong("range", "is empty: select some code.") }
        let lines = document.buffer.lines(start..<end, snapshot.encoding)
        var text = ""
        for line in lines {
            text += String(decoding: document.buffer.lineBytes(line), as: UTF8.self) + "\n"
            guard text.utf8.count <= AgentActions.maxSelection else {
                throw .failed(
                    "invalid_input", "The selection is too long. Select less than \(AgentActions.maxSelection) bytes.")
            }
        }
        return (text, lines)
    }
}

extension TextBuffer {
    /// The lines that a range touches; a selection of whole lines ends before the first character of the next one.
    fileprivate func lines(_ range: Range<TextPosition>, _ encoding: PositionEncoding) -> ClosedRange<Int> {
        let (start, end) = (
            byteOffset(of: range.lowerBound, encoding: encoding), byteOffset(of: range.upperBound, encoding: encoding)
        )
        let last = end.line > start.line && end.byteColumn == 0 ? end.line - 1 : end.line
        return start.line...max(start.line, last)
    }
}

extension ProductContext {
    /// The document that `uri` names.
    ///
    /// - Throws: `not_found` for one that is not open, `invalid_input` for one outside of every folder.
    fileprivate func codePlace(_ parameters: ProductParameters) async throws(ResponseError) -> CodePlace {
        let uri = try parameters.requiredText("uri")
        if let path = DocumentURI(uri).path {
            _ = await snapshot.connection.findOpen { OpenFolder.containing(path, among: $0.openFolders)?.file }
        }
        // The document as it is now: the command may have waited for the store.
        let now = await snapshot.connection.read { $0.snapshot }
        let document = try now.document(uri)
        guard let path = document.path, let (folder, file) = OpenFolder.containing(path, among: now.openFolders) else {
            throw .failed(
                "invalid_input", "Agents work on files of an open folder. Open the folder of this file.",
                data: ["loc": ["uri"]])
        }
        let saved = (try? folder.mirror.folder.read(file))?.bytes
        return CodePlace(snapshot: now, document: document, folder: folder, file: file, saved: saved)
    }

    /// - Throws: `invalid_input` where the settings name a model that cannot be reached.
    fileprivate func hasModel(for role: ModelRole) throws(ResponseError) -> Bool {
        do {
            return try application.models.route(as: role) != nil
        } catch {
            throw ResponseError(error)
        }
    }

    fileprivate func submit(
        _ agent: AgentType, _ input: JSONObject, _ place: CodePlace, _ parameters: ProductParameters
    ) async throws(ResponseError) -> JSONValue {
        let project = place.folder.mirror.workspace.projectID.text
        return try await submit(parameters) { application, id throws(RequestFailure) in
            try await application.runAgent(
                RunAgentRequest(projectID: project, agentType: agent, inputContext: input), as: id)
        }
    }
}
