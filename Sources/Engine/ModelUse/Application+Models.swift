import JSON
import Models
import Storage

/// Models on behalf of the application's caller: agreements, previews, tokens.
extension Application {
    /// The tokens of each of a project's jobs that asked a model.
    package func usage(ofProject project: RowID) async throws(RequestFailure) -> [RowID: TokenUsage] {
        let kept = try await storing { () throws(StoreError) in
            try await store.projectValues(withPrefix: TokenUsage.prefix, in: project, as: caller)
        }
        var sums: [RowID: TokenUsage] = [:]
        for (key, value) in kept {
            guard let job = key.split(separator: "/").last.flatMap({ RowID(String($0)) }) else { continue }
            sums[job] = (sums[job] ?? TokenUsage()) + TokenUsage(json: value.value)
        }
        return sums
    }

    /// What all of the user's jobs took since midnight (UTC).
    package func usageToday() async throws(RequestFailure) -> TokenUsage {
        try await storing { () throws(StoreError) in try await store.usage(since: .now(), as: caller) }
    }

    /// Asks each model for a word, within the day's limit, and counts what it took with the project's.
    ///
    /// - Throws: `unavailable` where the worker program cannot be run.
    package func testModels(inProject project: RowID) async throws(RequestFailure) -> [JSONValue] {
        let used = try await storing { () throws(StoreError) in
            try await store.tokensForLimit(on: .now(), as: caller)
        }
        let results = try await models.ask(.test, used: used)
        let sum = results.reduce(TokenUsage()) { $0 + TokenUsage(json: $1["usage"]) }
        guard sum != TokenUsage() else { return results }
        // As if it were a job's, though there is none.
        let key = "\(TokenUsage.prefix(ofDay: .now()))\(RowID.random())"
        try await storing { () throws(StoreError) in
            try await store.setProjectValue(JSONText(sum.json), for: key, in: project, as: caller)
        }
        return results
    }

    /// A job's last answer that was not valid, as the model gave it; nil for a job without one.
    package func rawAnswer(ofJob job: AgentJob) async throws(RequestFailure) -> String? {
        try await storing { () throws(StoreError) in
            try await store.projectValue(RawAnswer.key(job.id), in: job.projectID, as: caller)?.value?.string
        }
    }

    /// What made the result of a job; nil for a job without one.
    package func origin(ofJob job: AgentJob) async throws(RequestFailure) -> DocumentOrigin? {
        try await storing { () throws(StoreError) in
            DocumentOrigin(
                json: try await store.projectValue(DocumentOrigin.key(job.id), in: job.projectID, as: caller)?.value)
        }
    }

    /// The requests that wait for a person's agreement, of the jobs that still ask.
    package func consentPreviews(inProject project: RowID) async throws(RequestFailure) -> [ConsentPreview] {
        try await consentDocument(of: project)?.previews ?? []
    }

    /// What waits for a person's agreement; nil in a project where nothing ever did.
    func consentDocument(of project: RowID) async throws(RequestFailure) -> ConsentDocument? {
        let kept = try await storing { () throws(StoreError) in
            try await store.projectValues(withPrefix: ConsentPreview.keyPrefix, in: project, as: caller)
        }
        var previews: [ConsentPreview] = []
        for preview in kept.compactMap({ ConsentPreview(json: $0.value.value) }) {
            guard let job = try? await self.job(preview.job), job.status == .waitingForInput else { continue }
            previews.append(preview)
        }
        return kept.isEmpty ? nil : ConsentDocument(previews: previews)
    }

    /// Agrees that texts of a project go to a provider, and answers the jobs that ask just that.
    ///
    /// A job that was submitted with another address goes on asking.
    ///
    /// - Returns: The address that was agreed to.
    /// - Throws: `invalid_input` for `offline`, `unavailable` where the agreement cannot be kept.
    package func allow(_ provider: ModelProvider, inProject project: RowID) async throws(RequestFailure) -> String {
        guard let route = try models.route(to: provider, model: "") else {
            throw .invalidInput(["provider"], "is 'offline', which sends nothing.")
        }
        try ModelAgreements().give(project, route, after: try await revocations(of: project).last(of: provider))
        let question = ConsentQuestion.id(of: provider)
        for preview in try await consentPreviews(inProject: project)
        where preview.url.hasPrefix(route.address.text + "/") {
            guard let job = try? await self.job(preview.job), job.clarificationQuestions.map(\.id) == [question] else {
                continue
            }
            _ = try? await respond(
                to: preview.job, [ClarificationResponse(questionID: question, answer: ConsentQuestion.yes)])
        }
        await resumeWork()
        return route.address.text
    }
}

/// What only the worker program can do, because this one has no network code.
extension ModelSettings {
    package enum Inquiry: String, Sendable { case list, test }

    /// Asks providers, `used` tokens of the day being gone; see the worker's `models` for the shape of the answer.
    ///
    /// - Throws: `unavailable` where the worker program cannot be run.
    package func ask(_ inquiry: Inquiry, used: Int = 0) async throws(RequestFailure) -> [JSONValue] {
        let question = JSONValue.object([
            "action": .string(inquiry.rawValue), "settings": json, "used_tokens": .integer(used),
        ])
        do {
            let worker = WorkerExchange(path: WorkerLauncher.standardPath(), arguments: ["models"])
            let bytes = try await worker.run(input: Array((question.serialized + "\n").utf8))
            return try JSONValue(parsing: bytes)["result"]?.array ?? []
        } catch {
            throw RequestFailure("unavailable", "The providers could not be asked: \(error)")
        }
    }
}
