import JSON
import Models
import Storage

/// What made a document, from what, and when: kept beside it, because the specification's documents have no place for
/// it.
package struct DocumentOrigin: Hashable, Sendable {
    /// What an agent without a model is called.
    package static let offline = "offline"

    /// `offline`, or a model and its provider.
    package var maker: String
    /// From what it was made, in a person's words, such as `from the requirements`.
    package var source: String?
    /// The pattern of the library that an offline agent started from, by its name there.
    package var pattern: String?
    /// How like the idea that pattern is, 0-1.
    package var similarity: Double?
    package var madeAt: Timestamp
    /// Why it was made offline, where nobody chose that: settings that could not be taken over.
    package var reason: String?

    package init(
        maker: String, source: String? = nil, pattern: String? = nil, similarity: Double? = nil,
        madeAt: Timestamp = .now(), reason: String? = nil
    ) {
        self.reason = reason
        self.maker = maker
        self.source = source
        self.pattern = pattern
        self.similarity = similarity
        self.madeAt = madeAt
    }

    /// A sentence for a person, such as “Made offline, from the pattern CRM (similarity 0.62), on 2026-11-27.”.
    package var sentence: String {
        var text = maker == Self.offline ? "Made offline" : "Made by \(maker)"
        if let from = source ?? pattern.map({ "from the pattern \($0)" }) {
            text += ", \(from)"
            if let similarity, pattern != nil { text += " (similarity \(Self.hundredths(similarity)))" }
            text += ","
        }
        text += " on \(madeAt.text.prefix(10))."
        return reason.map { "\(text) \(Self.offlineSentence(because: $0))" } ?? text
    }

    /// What a person should know at once: that no model did the work though one was meant; nil where that is not so.
    package var doubt: String? {
        if let reason { return Self.offlineSentence(because: reason) }
        guard maker == Self.offline, let source, source.contains(Self.instead) else { return nil }
        return "It was made offline, \(source)."
    }

    /// How the part of a source begins that says why an offline agent stood in for a model.
    package static let instead = ", because "

    /// That a product was made offline though a model may have been meant.
    package static func offlineSentence(because reason: String) -> String {
        "It was made offline because settings could not be taken over. \(reason)"
    }

    /// Whether two renderings say the same but for the days on which they were made.
    static func isSame(_ rendering: [UInt8], as other: [UInt8]) -> Bool {
        rendering.count == other.count && undated(rendering) == undated(other)
    }

    /// A rendering without the day at the end of a remark, ` 2026-11-27.`.
    private static func undated(_ rendering: [UInt8]) -> [Substring] {
        String(decoding: rendering, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map {
            line in
            let day = line.dropLast().suffix(10)
            let isDay = day.count == 10 && day.allSatisfy { $0 == "-" || $0.isASCII && $0.isNumber }
            return line.hasPrefix("> ") && isDay ? line.dropLast(11) : line
        }
    }

    private static func hundredths(_ value: Double) -> String {
        let number = Int((min(1, max(0, value)) * 100).rounded())
        return "\(number / 100).\(number % 100 < 10 ? "0" : "")\(number % 100)"
    }

    package var json: JSONValue {
        var object: JSONObject = ["maker": .string(maker), "made_at": .string(madeAt.text)]
        object["reason"] = reason.map { .string($0) }
        object["source"] = source.map { .string($0) }
        object["pattern"] = pattern.map { .string($0) }
        object["similarity"] = similarity.map { .double($0) }
        return .object(object)
    }

    package init?(json: JSONValue?) {
        guard let maker = json?["maker"]?.string, let time = json?["made_at"]?.string.flatMap({ Timestamp($0) })
        else { return nil }
        self.init(
            maker: maker, source: json?["source"]?.string, pattern: json?["pattern"]?.string,
            similarity: json?["similarity"]?.double, madeAt: time,
            reason: json?["reason"]?.string)
    }

    /// Where it is kept for a document of a project.
    static func key(_ kind: DocumentKind) -> String { "made_by/\(kind.rawValue)" }
    /// Where it is kept for what a job gave.
    static func key(_ job: RowID) -> String { "made_by/\(job)" }
}

extension JobWork {
    /// Keeps what made the job's result; for an agent with a document of its own, beside that too.
    package func setOrigin(_ origin: DocumentOrigin, of agent: AgentType) async throws(Failure) {
        let kind: DocumentKind? =
            switch agent {
            case .research: .requirements
            case .wireframe: .architecture
            case .roadmap: .roadmap
            case .qa: .review
            case .code, .pedagogy: nil
            }
        for key in [DocumentOrigin.key(job.id)] + (kind.map { [DocumentOrigin.key($0)] } ?? []) {
            try await working { () throws(StoreError) in
                try await store.setProjectValue(JSONText(origin.json), for: key, in: job.projectID, as: owner)
            }
        }
    }
}
