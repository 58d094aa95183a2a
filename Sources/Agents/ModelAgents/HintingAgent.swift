import Engine
import JSON
import Mentoring
import Models
import Review

/// The mentor by a model, where one is set and the person has agreed to it; else, and wherever it says nothing that may
/// be said, the offline mentor.
///
/// Nobody is asked for an agreement by a hint, and no job fails for want of a better one.
struct HintingAgent: Agent {
    let job: ModelJob
    let offline: any Agent

    var type: AgentType { .pedagogy }

    func run(_ task: AgentTask) async throws(AgentError) -> AgentOutcome {
        var quiet = task
        quiet.progress = { _, _ in }
        let kept = try await offline.run(quiet)
        // No model says anything to somebody who needs a person.
        guard Distress.answer(to: task.input["question"]?.string ?? "") == nil,
            case .guidance(let words, let concepts, var maker) = kept,
            let client = try? job.client(as: .mentor), (try? await job.isAgreed(client)) == true
        else { return kept }
        do throws(AgentError) {
            guard
                case .answer(let document, let source) = try await ModelTurn<HintBrief>(job: job, client: client).run(
                    task)
            else { return kept }
            return .guidance(
                document["hint"]?.string ?? words, concepts: concepts,
                madeBy: .model(client.route, prompt: HintBrief.prompt, from: source))
        } catch {
            if error == .cancelled { throw error }
            maker.source +=
                ", because \(client.route.maker) gave no hint that may be shown: \(Clip.text("\(error)", 300))"
            return .guidance(words, concepts: concepts, madeBy: maker)
        }
    }
}

/// A question about code, and a rung → a hint that holds nothing of the solution.
struct HintBrief: AgentBrief {
    static let agent = AgentType.pedagogy
    static let prompt = PromptFile.mentor
    static let schemaName = "hint"
    static let maxOutputTokens = 1_500
    private static let longest = 1_500

    static let schema: JSONValue = [
        "type": "object", "additionalProperties": false, "required": ["hint"],
        "properties": ["hint": ["type": "string", "minLength": 1, "maxLength": .integer(longest)]],
    ]

    let instruction: String
    private let rung: HintRung
    private let code: String
    private let language: String?
    private let answers: AnswerCheck
    private let foreign: ForeignCode

    init(_ task: AgentTask, _ context: inout PromptContext) throws(AgentError) {
        rung = HintRung(asked: task.input["hint_level"]?.int ?? 0)
        code = task.input["code"]?.string ?? ""
        language = task.input["language"]?.string
        answers = AnswerCheck(code: code, rung: rung, firstLine: task.input["first_line"]?.int ?? 1)
        foreign = ForeignCode(own: [code, task.input["question"]?.string ?? ""])
        context.add("the student's question", task.input["question"]?.string ?? "")
        context.add("the student's code", code)
        if let meant = Self.meantLines(of: code, task.input) {
            context.add("the lines of it that are asked about", meant)
        }
        let level = task.input["skill_level"]?.string ?? SkillLevel.beginner.rawValue
        instruction = "Give the hint of the rung \"\(rung)\" to a student of the level \(level)."
    }

    /// What is selected of the code, else the line of the cursor; nil where neither is told.
    private static func meantLines(of code: String, _ input: JSONObject) -> String? {
        let lines = code.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard let line = input["line"]?.int else { return nil }
        let above = max(input["first_line"]?.int ?? 1, 1)
        let (first, last) = (line - above, max(line, input["last_line"]?.int ?? line) - above)
        guard lines.indices.contains(first) else { return nil }
        return lines[first...min(last, lines.count - 1)].joined(separator: "\n")
    }

    func check(_ answer: JSONValue, _ context: PromptContext) -> Verdict<String> {
        guard let text = answer["hint"]?.string, text.contains(where: \.isLetter) else {
            return .invalid(["hint: must be a text."])
        }
        guard text.count <= Self.longest else {
            return .invalid(["hint: has \(text.count) characters; at most \(Self.longest) are allowed."])
        }
        var reasons: [String] = []
        if text.contains("```") { reasons.append("hint: it holds a block of code; in a hint there is none.") }
        if foreign.isShown(in: text) {
            reasons.append(
                "hint: it shows code that the student has not written, or proposes a change in words. Quote nothing but "
                    + "their own code as it stands, and ask.")
        }
        if leaks(text) {
            reasons.append(
                "hint: it gives away how a line of the student's own code is put right. Say nothing of how it should read."
            )
        }
        reasons += answers.problems(in: text).map { "hint: \($0.reason)" }
        // A hint is shown where links are followed: it has none.
        return reasons.isEmpty
            ? .valid(InertMarkdown.text(context.secrets.masked(text))) : .invalid(reasons)
    }

    private func leaks(_ text: String) -> Bool {
        guard !code.isEmpty else { return false }
        if OwnCodeCheck(code).isCorrected(disguisedIn: text) { return true }
        let detected = Language.detect(languageID: language, path: nil, firstLine: Mentor.firstLine(of: code))
        var document = ReviewedDocument(text: Array(code.utf8), language: detected, path: nil)
        document.review()
        return document.findings.contains { finding in
            SpoilerCheck(finding, in: document)?.leaks(disguisedIn: text) ?? false
                || SpoilerCheck(otherWaysOf: finding.rule, for: code).leaks(disguisedIn: text)
        }
    }

    func outcome(
        of answer: String, _ task: AgentTask, _ context: PromptContext
    ) async throws(AgentError) -> (document: JSONValue, source: String) {
        (["hint": .string(answer)], "from the question and the code around")
    }
}
