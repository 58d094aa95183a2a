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
    ///
    /// `revocation` is the name of the provider's last one, which the answer comes after.
    package func setConsentPreview(_ preview: ConsentPreview?, after revocation: String = "") async throws(Failure) {
        var kept = preview?.json.object
        kept?["revocation"] = .string(revocation)
        let json = JSONText(kept.map { .object($0) } ?? .null)
        try await working { () throws(StoreError) in
            try await store.setProjectValue(
                json, for: ConsentPreview.keyPrefix + job.id.text, in: job.projectID, as: owner)
        }
    }

    /// The revocation that the job's open question came after; nil where it asks, or asked, nothing that is open.
    package func revocationBeforeQuestion() async throws(Failure) -> String? {
        let kept = try await working { () throws(StoreError) in
            try await store.projectValue(ConsentPreview.keyPrefix + job.id.text, in: job.projectID, as: owner)
        }
        guard let asked = kept?.value, !asked.isNull else { return nil }
        return asked["revocation"]?.string ?? ""
    }

    /// Adds the tokens of one answer to those of the job and the day.
    package func addUsage(_ usage: TokenUsage) async throws(Failure) {
        guard usage != TokenUsage() else { return }
        let key = "\(TokenUsage.prefix(ofDay: .now()))\(job.id)"
        try await working { () throws(StoreError) in
            let before = try await store.projectValue(key, in: job.projectID, as: owner)?.value
            let sum = TokenUsage(json: before) + usage
            try await store.setProjectValue(JSONText(sum.json), for: key, in: job.projectID, as: owner)
        }
    }

    /// What counts for the day's limit: the tokens of all the user's jobs since midnight (UTC), and what is set aside.
    package func tokensToday() async throws(Failure) -> Int {
        try await working { () throws(StoreError) in try await store.tokensForLimit(on: .now(), as: owner) }
    }

    /// Sets tokens aside for this job's request that is about to go, or gives them back with 0.
    ///
    /// What a worker that died had set aside stays so for the day: the provider may well have counted it.
    package func setAside(_ tokens: Int) async throws(Failure) {
        let key = "\(TokenUsage.asidePrefix(ofDay: .now()))\(job.id)"
        try await working { () throws(StoreError) in
            try await store.setProjectValue(
                tokens > 0 ? JSONText(.integer(tokens)) : nil, for: key, in: job.projectID, as: owner)
        }
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

    /// What counts for a user's limit on a day (UTC).
    func tokensForLimit(on day: Timestamp, as caller: Caller) async throws(StoreError) -> Int {
        let usage = try await usage(since: day, as: caller)
        var aside = 0
        for project in try await projects(as: caller) {
            let kept = try await projectValues(
                withPrefix: TokenUsage.asidePrefix(ofDay: day), in: project.id, as: caller)
            aside += kept.reduce(0) { $0 + ($1.value.value?.int ?? 0) }
        }
        return usage.total + usage.estimated + aside
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
    /// What those, and requests that broke off, are likely to have taken: for the day's limit.
    package var estimated = 0
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
        sum.estimated = left.estimated + right.estimated
        return sum
    }

    package var json: JSONValue {
        [
            "input_tokens": .integer(input), "output_tokens": .integer(output), "requests": .integer(requests),
            "uncounted_requests": .integer(uncounted), "estimated_tokens": .integer(estimated),
            "cost_micro_usd": .integer(cost),
        ]
    }

    init(json: JSONValue?) {
        self.init(
            input: json?["input_tokens"]?.int ?? 0, output: json?["output_tokens"]?.int ?? 0,
            requests: json?["requests"]?.int ?? 0, uncounted: json?["uncounted_requests"]?.int ?? 0)
        cost = json?["cost_micro_usd"]?.int ?? 0
        estimated = json?["estimated_tokens"]?.int ?? 0
    }

    /// For a person; nil where no model answered.
    package var sentence: String? {
        guard requests > 0 else { return nil }
        let rest = uncounted == 0 ? "" : " and \(uncounted) that the provider did not count"
        let price = cost == 0 ? "" : ", \(TokenPrice.dollars(cost))"
        return "\(input) tokens in, \(output) out, in \(requests) request\(requests == 1 ? "" : "s")\(rest)\(price)"
    }

    /// How many tokens a text has, rather too many than too few.
    package static func estimate(_ text: String) -> Int {
        let bytes = text.utf8.count
        // Words of other scripts take a token or more for a letter.
        let others = text.unicodeScalars.count { !$0.isASCII }
        let ascii = others == 0 ? bytes : text.utf8.count { $0 < 0x80 }
        return (ascii + 2) / 3 + others
    }

    static let prefix = "usage/"
    static func asidePrefix(ofDay day: Timestamp) -> String { "aside/\(day.text.prefix(10))/" }
    static func prefix(ofDay day: Timestamp) -> String { "\(prefix)\(day.text.prefix(10))/" }
}
