import Engine
import JSON
import Models

/// What one kind of model agent asks for, and what it makes of the answer.
protocol AgentBrief: Sendable {
    associatedtype Answer: Sendable

    static var agent: AgentType { get }
    static var prompt: PromptFile { get }
    static var schemaName: String { get }
    static var schema: JSONValue { get }
    /// Most tokens of an answer.
    static var maxOutputTokens: Int { get }

    /// Reads the task; what it holds goes into the context, the most important first.
    ///
    /// - Throws: `AgentError.invalidInput` for a task that lacks what the agent needs.
    init(_ task: AgentTask, _ context: inout PromptContext) throws(AgentError)

    /// What is to be done, after the material.
    var instruction: String { get }
    func check(_ answer: JSONValue, _ context: PromptContext) -> Verdict<Answer>
    /// The document, and from what it was made in a person's words.
    func outcome(of answer: Answer, _ task: AgentTask, _ context: PromptContext) async throws(AgentError) -> (
        document: JSONValue, source: String
    )
}

/// An agent that a model does the work of, by its brief.
struct ModelAgent<Brief: AgentBrief>: Agent {
    let job: ModelJob
    /// Does the work where the settings say so, and what is asked before a model is.
    let offline: any Agent

    var type: AgentType { Brief.agent }

    func run(_ task: AgentTask) async throws(AgentError) -> AgentOutcome {
        // No model can be held to leaving the solution to a student.
        let tellsSolutions = type == .qa && task.project.mode == Project.Mode.student.rawValue
        guard !tellsSolutions, let client = try job.client(for: type) else { return try await offline.run(task) }
        if type == .research, task.answers.isEmpty {
            // An idea that says next to nothing is asked about before a model is.
            var quiet = task
            quiet.progress = { _, _ in }
            if case .needsInput(let questions) = try await offline.run(quiet) { return .needsInput(questions) }
        }
        do throws(AgentError) {
            switch try await ModelTurn<Brief>(job: job, client: client).run(task) {
            case .question(let question): return .needsInput([question])
            case .answer(var document, var source):
                if task.project.mode == Project.Mode.student.rawValue {
                    let count = StudentTexts(task, of: type).cut(&document)
                    if count > 0 {
                        source += "; \(count) sentence\(count == 1 ? "" : "s") that showed a solution left out"
                    }
                }
                return .document(document, madeBy: .model(client.route, prompt: Brief.prompt, from: source))
            }
        } catch {
            guard job.settings.fallsBack, case .unavailable(let reason) = error else { throw error }
            return try await offline(task, instead: client.route, because: reason)
        }
    }

    /// The offline agent's work, which says in whose place it stands: only where the person chose that.
    private func offline(
        _ task: AgentTask, instead route: ModelRoute, because reason: String
    ) async throws(AgentError) -> AgentOutcome {
        try await task.report(10, "Working offline: \(Clip.text(reason, 300))")
        guard case .document(let document, var maker) = try await offline.run(task) else {
            throw .unavailable(reason: reason)
        }
        let why = "\(route.maker) gave no answer: \(Clip.text(reason, 300))"
        maker.source += DocumentOrigin.instead + (why.hasSuffix(".") ? String(why.dropLast()) : why)
        return .document(document, madeBy: maker)
    }
}

/// One turn of a model agent: its prompt, the agreement, the answer.
struct ModelTurn<Brief: AgentBrief>: Sendable {
    enum Outcome: Sendable {
        case question(ClarificationQuestion)
        case answer(JSONValue, source: String)
    }

    let job: ModelJob
    let client: ModelClient

    /// How much material goes into a prompt at first; where it does not fit into a model's context, half of it, twice.
    ///
    /// Servers on one's own machine mostly have small contexts, and some cut a prompt without saying so.
    private var contextBytes: Int { client.route.provider.needsKey ? 160_000 : 16_000 }
    private static var halvings: Int { 2 }

    func run(_ task: AgentTask) async throws(AgentError) -> Outcome {
        try await task.report(5, "Reading what there is")
        var limit = contextBytes
        for halving in 0... {
            var context = PromptContext(limitBytes: limit)
            let brief = try Brief(task, &context)
            let request = try await job.fitted(request(brief, context), to: client)
            if let question = try await job.question(
                before: request, of: Brief.agent, to: client, secretsReplaced: context.secrets.count)
            {
                return .question(question)
            }
            do throws(AgentError) {
                let answer = try await ask(request, brief, context, task)
                var (document, source) = try await brief.outcome(of: answer, task, context)
                if !context.leftOut.isEmpty { source += "; left out: \(Self.some(of: context.leftOut))" }
                return .answer(document, source: source)
            } catch {
                guard case .unavailable(let reason) = error, reason.contains(ModelFault.contextMark),
                    halving < Self.halvings
                else { throw error }
                limit /= 2
            }
        }
        throw .cancelled
    }

    private static func some(of names: [String]) -> String {
        let shown = names.prefix(5).joined(separator: ", ")
        return names.count > 5 ? "\(shown) and \(names.count - 5) more" : shown
    }

    private func request(_ brief: Brief, _ context: PromptContext) -> ModelRequest {
        let isSmall = !client.route.provider.needsKey
        let most =
            job.settings.maxTokens > 0 ? min(job.settings.maxTokens, Brief.maxOutputTokens) : Brief.maxOutputTokens
        return ModelRequest(
            system: Brief.prompt.system(schema: Brief.schema),
            messages: [.init(.user, context.text + "\n" + brief.instruction)], schemaName: Brief.schemaName,
            schema: Brief.schema, maxOutputTokens: isSmall ? min(4_096, most) : most)
    }

    private func ask(
        _ request: ModelRequest, _ brief: Brief, _ context: PromptContext, _ task: AgentTask
    ) async throws(AgentError) -> Brief.Answer {
        let meter = AnswerMeter()
        let maker = client.route.maker
        let isPipeline = job.work.job.agentType == "pipeline" && Brief.agent == .research
        let estimate = isPipeline ? "; \(await job.estimate(client.route))" : ""
        try await task.report(15, "Asking \(maker)\(estimate)")
        let answer = StructuredAnswer(
            client: client,
            allow: { request async throws(AgentError) in try await job.allowed(request, to: client) },
            enter: { () async throws(AgentError) in try await job.enter(client, task) },
            spend: { usage async throws(AgentError) in try await job.spend(usage, client.route) },
            progress: { bytes in
                guard await meter.isDue() else { return }
                // How long an answer will be is not known: it nears the end without reaching it.
                let share = 1 - 1 / (1 + Double(bytes) / 4_000)
                await task.progress(20 + 70 * share, "\(maker) writes: \(bytes) characters so far")
            },
            keepRaw: { text in await job.keepRaw(text) })
        return try await answer.ask(request) { brief.check($0, context) }
    }
}

/// Lets progress through twice a second.
private actor AnswerMeter {
    private var last = ContinuousClock.now - .seconds(1)

    func isDue() -> Bool {
        let now = ContinuousClock.now
        guard now - last >= .milliseconds(500) else { return false }
        last = now
        return true
    }
}
