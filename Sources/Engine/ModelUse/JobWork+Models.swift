import JSON
import Models
import Storage

/// What a worker keeps about a job's models.
extension JobWork {
    /// The models that the job was submitted with.
    package func models() async throws(Failure) -> ModelSettings {
        let kept = try await working { () throws(StoreError) in
            try await store.projectValue(ModelSettings.key(job.id), in: job.projectID, as: owner)
        }
        return kept?.value.map { ModelSettings(json: $0) } ?? ModelSettings()
    }

    /// Shows what would be sent for as long as the job asks, or with nil notes that it asks no more.
    package func setConsentPreview(_ preview: ConsentPreview?) async throws(Failure) {
        try await working { () throws(StoreError) in
            try await store.setProjectValue(
                JSONText(preview?.json ?? .null), for: ConsentPreview.keyPrefix + job.id.text, in: job.projectID,
                as: owner)
        }
    }

    /// Adds the tokens of one answer to those of the job and the day.
    package func addUsage(_ usage: TokenUsage) async throws(Failure) {
        let key = "\(TokenUsage.prefix(ofDay: .now()))\(job.id)"
        try await working { () throws(StoreError) in
            let before = try await store.projectValue(key, in: job.projectID, as: owner)?.value
            let sum = TokenUsage(json: before) + usage
            try await store.setProjectValue(JSONText(sum.json), for: key, in: job.projectID, as: owner)
        }
    }

    /// The tokens of all the user's jobs since midnight (UTC).
    package func tokensToday() async throws(Failure) -> Int {
        try await working { () throws(StoreError) in try await store.usage(since: .now(), as: owner).total }
    }

    /// What earlier pipelines of the project took on average; nil where none asked a model.
    package func usualPipeline() async throws(Failure) -> TokenUsage? {
        try await working { () throws(StoreError) in
            let jobs = try await store.jobs(in: job.projectID, limit: 100, offset: 0, as: owner).items
            let pipelines = Set(jobs.filter { $0.agentType == "pipeline" && $0.status == .completed }.map(\.id.text))
            let kept = try await store.projectValues(withPrefix: TokenUsage.prefix, in: job.projectID, as: owner)
            var (sum, count) = (TokenUsage(), 0)
            for (key, value) in kept where pipelines.contains(String(key.split(separator: "/").last ?? "")) {
                sum = sum + TokenUsage(json: value.value)
                count += 1
            }
            guard count > 0 else { return nil }
            return TokenUsage(input: sum.input / count, output: sum.output / count, requests: sum.requests / count)
        }
    }

    /// Keeps an answer that was not valid, as it came, for whoever looks into it.
    package func keepRawAnswer(_ text: String) async throws(Failure) {
        let kept = String(decoding: text.utf8.prefix(RawAnswer.maxBytes), as: UTF8.self)
        try await working { () throws(StoreError) in
            try await store.setProjectValue(
                JSONText(.string(kept)), for: RawAnswer.key(job.id), in: job.projectID, as: owner)
        }
    }
}

/// The last answer of a model that was not valid.
enum RawAnswer {
    static let maxBytes = 200_000

    static func key(_ job: RowID) -> String { "raw_answer/\(job)" }
}

extension Store {
    /// What all of a user's jobs took on a day (UTC).
    func usage(since day: Timestamp, as caller: Caller) async throws(StoreError) -> TokenUsage {
        var sum = TokenUsage()
        for project in try await projects(as: caller) {
            let kept = try await projectValues(
                withPrefix: TokenUsage.prefix(ofDay: day), in: project.id, as: caller)
            sum = kept.reduce(sum) { $0 + TokenUsage(json: $1.value.value) }
        }
        return sum
    }
}

extension ModelSettings {
    static func key(_ job: RowID) -> String { "models/\(job)" }
}

/// Tokens as a provider counts them.
package struct TokenUsage: Hashable, Sendable {
    package var input: Int
    package var output: Int
    /// Answers of a model.
    package var requests: Int
    /// Answers whose provider told no number: their tokens are in no sum.
    package var uncounted: Int
    /// What they cost in millionths of a dollar, as far as a price is set.
    package var cost = 0

    package init(input: Int = 0, output: Int = 0, requests: Int = 0, uncounted: Int = 0) {
        self.input = input
        self.output = output
        self.requests = requests
        self.uncounted = uncounted
    }

    package var total: Int { input + output }

    package static func + (left: TokenUsage, right: TokenUsage) -> TokenUsage {
        var sum = TokenUsage(
            input: left.input + right.input, output: left.output + right.output,
            requests: left.requests + right.requests, uncounted: left.uncounted + right.uncounted)
        sum.cost = left.cost + right.cost
        return sum
    }

    package var json: JSONValue {
        [
            "input_tokens": .integer(input), "output_tokens": .integer(output), "requests": .integer(requests),
            "uncounted_requests": .integer(uncounted), "cost_micro_usd": .integer(cost),
        ]
    }

    init(json: JSONValue?) {
        self.init(
            input: json?["input_tokens"]?.int ?? 0, output: json?["output_tokens"]?.int ?? 0,
            requests: json?["requests"]?.int ?? 0, uncounted: json?["uncounted_requests"]?.int ?? 0)
        cost = json?["cost_micro_usd"]?.int ?? 0
    }

    /// For a person; nil where no model answered.
    package var sentence: String? {
        guard requests > 0 else { return nil }
        let rest = uncounted == 0 ? "" : " and \(uncounted) that the provider did not count"
        let price = cost == 0 ? "" : ", \(TokenPrice.dollars(cost))"
        return "\(input) tokens in, \(output) out, in \(requests) request\(requests == 1 ? "" : "s")\(rest)\(price)"
    }

    static let prefix = "usage/"
    static func prefix(ofDay day: Timestamp) -> String { "\(prefix)\(day.text.prefix(10))/" }
}
