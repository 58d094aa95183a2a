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
        try await working { () throws(StoreError) in
            var sum = 0
            for project in try await store.projects(as: owner) {
                let kept = try await store.projectValues(
                    withPrefix: TokenUsage.prefix(ofDay: .now()), in: project.id, as: owner)
                sum += kept.reduce(0) { $0 + TokenUsage(json: $1.value.value).total }
            }
            return sum
        }
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

    package init(input: Int = 0, output: Int = 0, requests: Int = 0, uncounted: Int = 0) {
        self.input = input
        self.output = output
        self.requests = requests
        self.uncounted = uncounted
    }

    package var total: Int { input + output }

    package static func + (left: TokenUsage, right: TokenUsage) -> TokenUsage {
        TokenUsage(
            input: left.input + right.input, output: left.output + right.output,
            requests: left.requests + right.requests, uncounted: left.uncounted + right.uncounted)
    }

    package var json: JSONValue {
        [
            "input_tokens": .integer(input), "output_tokens": .integer(output), "requests": .integer(requests),
            "uncounted_requests": .integer(uncounted),
        ]
    }

    init(json: JSONValue?) {
        self.init(
            input: json?["input_tokens"]?.int ?? 0, output: json?["output_tokens"]?.int ?? 0,
            requests: json?["requests"]?.int ?? 0, uncounted: json?["uncounted_requests"]?.int ?? 0)
    }

    /// For a person; nil where no model answered.
    package var sentence: String? {
        guard requests > 0 else { return nil }
        let rest = uncounted == 0 ? "" : " and \(uncounted) that the provider did not count"
        return "\(input) tokens in, \(output) out, in \(requests) request\(requests == 1 ? "" : "s")\(rest)"
    }

    static let prefix = "usage/"
    static func prefix(ofDay day: Timestamp) -> String { "\(prefix)\(day.text.prefix(10))/" }
}
