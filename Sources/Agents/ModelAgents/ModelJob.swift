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
    ///
    /// Decided anew each time: whoever takes an agreement back stops the next request.
    func isAgreed(_ client: ModelClient) async throws(AgentError) -> Bool {
        if client.replay != nil { return true }
        let revocation = try await revocation(of: client.route)
        return agreements.isGiven(work.job.projectID, client.route, after: revocation)
    }

    private func revocation(of route: ModelRoute) async throws(AgentError) -> String {
        do throws(JobWork.Failure) {
            return try await work.revocation(of: route.provider)
        } catch {
            throw AgentError(error)
        }
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
        if try await isAgreed(client) { return nil }
        let revocation = try await revocation(of: route)
        let isFresh = try await revocationBeforeQuestion() == revocation
        switch ConsentQuestion.answer(about: route.provider, in: work.job.clarificationResponses) {
        // One that was given before the last revocation, or used up, is none.
        case .yes where isFresh:
            do throws(RequestFailure) {
                try agreements.give(work.job.projectID, route, after: revocation)
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
        case .none, .yes:
            let (url, payload) = await client.preview(of: request)
            await keep(
                ConsentPreview(
                    job: work.job.id.text, agent: agent.rawValue, provider: route.provider.rawValue, model: route.model,
                    url: url, payload: payload, secretsReplaced: secretsReplaced), after: revocation)
            return ConsentQuestion.about(route, agent: agent)
        }
    }

    /// A preview that cannot be kept is no reason to end the job: the question says where it should be.
    private func keep(_ preview: ConsentPreview?, after revocation: String = "") async {
        try? await work.setConsentPreview(preview, after: revocation)
    }

    private func revocationBeforeQuestion() async throws(AgentError) -> String? {
        do throws(JobWork.Failure) {
            return try await work.revocationBeforeQuestion()
        } catch {
            throw AgentError(error)
        }
    }

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

    /// A request that fits into what is left of the day's tokens.
    ///
    /// `own` is what was set aside for it.
    /// - Throws: `AgentError.cannot` where it does not.
    func fitted(
        _ request: ModelRequest, to client: ModelClient, besides own: Int = 0
    ) async throws(AgentError) -> ModelRequest {
        guard settings.dailyLimit > 0, client.replay == nil else { return request }
        let used: Int
        do throws(JobWork.Failure) {
            used = try await work.tokensToday() - own
        } catch {
            throw AgentError(error)
        }
        return try TokenBudget(limit: settings.dailyLimit, used: used)
            .fitted(request, isLengthKept: await client.keepsLength())
    }

    /// As above, at the last moment: the person still agrees, and what the request may take is set aside until it
    /// ended, so that many at once do not take the same tokens.
    func allowed(_ request: ModelRequest, to client: ModelClient) async throws(AgentError) -> ModelRequest {
        guard try await isAgreed(client) else {
            throw .cannot(
                reason: "Nothing more was sent to \(client.route.provider.rawValue): the agreement was taken back. To "
                    + "agree again, run `codeforge models allow \(client.route.provider.rawValue)`.")
        }
        guard settings.dailyLimit > 0, client.replay == nil else { return request }
        let first = try await fitted(request, to: client)
        try await setAside(first.estimatedTokens + first.maxOutputTokens)
        do throws(AgentError) {
            // Whoever set some aside meanwhile is seen now, as we are by them: not both can go on.
            return try await fitted(request, to: client, besides: first.estimatedTokens + first.maxOutputTokens)
        } catch {
            try await setAside(0)
            throw error
        }
    }

    private func setAside(_ tokens: Int) async throws(AgentError) {
        do throws(JobWork.Failure) {
            try await work.setAside(tokens)
        } catch {
            throw AgentError(error)
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

    /// Keeps an answer that was not valid.
    ///
    /// - Returns: Where to look at it, for a person.
    func keepRaw(_ text: String) async -> String {
        try? await work.keepRawAnswer(text)
        return "`codeforge jobs show \(work.job.id.shortText) --raw` shows what it said."
    }

    func spend(_ usage: TokenUsage, _ route: ModelRoute) async throws(AgentError) {
        var usage = usage
        usage.cost = settings.price(of: route)?.microdollars(input: usage.input, output: usage.output) ?? 0
        // Noted even where the job was cancelled in the middle of an answer.
        let (work, hasLimit, sum) = (work, settings.dailyLimit > 0, usage)
        let noting = Task { () -> JobWork.Failure? in
            do throws(JobWork.Failure) {
                try await work.addUsage(sum)
                if hasLimit { try await work.setAside(0) }
                return nil
            } catch {
                return error
            }
        }
        if let failure = await noting.value { throw AgentError(failure) }
    }
}

extension AgentError {
    package init(_ failure: JobWork.Failure) {
        switch failure {
        case .lost, .away: self = .cancelled
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
