import Engine
import JSON
import Models

/// What the model agents of one job share: its models, the person's agreement, and what was used up.
struct ModelJob: Sendable {
    let work: JobWork
    let settings: ModelSettings
    let endpoints: ModelEndpoints
    let agreements: ModelAgreements
    var timeouts = ModelTimeouts()
    var firstPause = 0.5

    /// - Throws: `AgentError.cannot` where the settings name no model, with what to set.
    func client(for agent: AgentType) throws(AgentError) -> ModelClient? {
        try client(as: ModelRole(agent, purpose: work.input[ModelRole.inputKey]?.string))
    }

    /// As above, for work that may have a model of its own.
    func client(as role: ModelRole) throws(AgentError) -> ModelClient? {
        let route: ModelRoute?
        do throws(RequestFailure) {
            route = try settings.route(as: role)
        } catch {
            throw .cannot(reason: error.message)
        }
        guard let route else { return nil }
        guard !route.model.isEmpty else {
            throw .cannot(
                reason: "No model of \(route.provider.rawValue) is set. Set codeforge.model.name to one that "
                    + "`codeforge models list` shows.")
        }
        var client = ModelClient(route: route, endpoints: endpoints, timeouts: timeouts, firstPause: firstPause)
        if !settings.recordFolder.isEmpty {
            client.recording = ModelRecording(folder: settings.recordFolder)
            client.recording?.note(settings)
        }
        if !settings.replayFolder.isEmpty { client.replay = ModelRecording(folder: settings.replayFolder) }
        return client
    }

    /// Whether texts of the project may go to a model without anybody being asked.
    func isAgreed(_ client: ModelClient) -> Bool {
        client.replay != nil || agreements.isGiven(work.job.projectID, client.route)
    }

    /// Asks whether a request may go before the first byte does.
    ///
    /// - Returns: The question that has to be answered first; nil where the person has agreed.
    /// - Throws: `AgentError.cannot` where they did not.
    func question(
        before request: ModelRequest, of agent: AgentType, to client: ModelClient, secretsReplaced: Int
    ) async throws(AgentError) -> ClarificationQuestion? {
        let route = client.route
        // Nothing leaves where a recording answers.
        if isAgreed(client) { return nil }
        switch ConsentQuestion.answer(about: route.provider, in: work.job.clarificationResponses) {
        case .yes:
            do throws(RequestFailure) {
                try agreements.give(work.job.projectID, route)
            } catch {
                throw .unavailable(reason: error.message)
            }
            await keep(nil)
            return nil
        case .no:
            await keep(nil)
            throw .cannot(
                reason:
                    "Nothing was sent to \(route.provider.rawValue): you did not agree. To agree, run `codeforge models "
                    + "allow \(route.provider.rawValue)` and then the job again; or set codeforge.model.provider to offline."
            )
        case .none:
            let (url, payload) = await client.preview(of: request)
            await keep(
                ConsentPreview(
                    job: work.job.id.text, agent: agent.rawValue, provider: route.provider.rawValue, model: route.model,
                    url: url, payload: payload, secretsReplaced: secretsReplaced))
            return ConsentQuestion.about(route, agent: agent)
        }
    }

    /// A preview that cannot be kept is no reason to end the job: the question says where it should be.
    private func keep(_ preview: ConsentPreview?) async { try? await work.setConsentPreview(preview) }

    /// Waits until one more request may go.
    ///
    /// - Returns: What ends it.
    func enter(_ client: ModelClient, _ task: AgentTask) async throws(AgentError) -> @Sendable () -> Void {
        if client.replay != nil { return {} }
        let most = settings.maxRequests
        let slot = await RequestSlot.wait(for: work, most: most) {
            await task.progress(
                15, "Waiting: \(most) request\(most == 1 ? " is" : "s are") under way, as model.maxRequests allows")
        }
        guard let slot else { throw .cancelled }
        return { slot.end() }
    }

    /// - Throws: `AgentError.cannot` where the day's tokens are used up.
    func checkLimit() async throws(AgentError) {
        guard settings.dailyLimit > 0 else { return }
        let used: Int
        do throws(JobWork.Failure) {
            used = try await work.tokensToday()
        } catch {
            throw AgentError(error)
        }
        guard used < settings.dailyLimit else {
            throw .cannot(
                reason:
                    "The day's limit is reached: \(used) of \(settings.dailyLimit) tokens were used since midnight (UTC), "
                    + "and nothing more was sent. Raise codeforge.model.dailyLimit, or run the job again tomorrow.")
        }
    }

    /// What a pipeline will take, as a sentence: what earlier ones of the project took, or a first guess.
    func estimate(_ route: ModelRoute) async -> String {
        let known = (try? await work.usualPipeline()) ?? nil
        // Requirements, pages, a plan, a dozen files and a review, each with what was made before it.
        let usage = known ?? TokenUsage(input: 60_000, output: 30_000)
        let price = settings.price(of: route).map {
            ", \(TokenPrice.dollars($0.microdollars(input: usage.input, output: usage.output)))"
        }
        let basis = known == nil ? "a first guess" : "as the ones before"
        return "a pipeline takes about \(usage.input) tokens in and \(usage.output) out\(price ?? "") (\(basis))"
    }

    func spend(_ usage: TokenUsage, _ route: ModelRoute) async throws(AgentError) {
        var usage = usage
        usage.cost = settings.price(of: route)?.microdollars(input: usage.input, output: usage.output) ?? 0
        do throws(JobWork.Failure) {
            try await work.addUsage(usage)
        } catch {
            throw AgentError(error)
        }
        // Before the next request, not in the middle of an answer.
    }
}

extension AgentError {
    init(_ failure: JobWork.Failure) {
        switch failure {
        case .lost: self = .cancelled
        case .failed(let reason): self = .unavailable(reason: reason)
        }
    }
}

extension MadeBy {
    /// What a model made, with the version of the prompt.
    static func model(_ route: ModelRoute, prompt: PromptFile, from source: String) -> MadeBy {
        MadeBy(maker: route.maker, source: "\(source) (prompt \(prompt.rawValue) \(prompt.version))")
    }
}
