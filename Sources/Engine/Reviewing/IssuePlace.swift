import JSON
import Models
import Storage

/// Where an issue of the QA agent is: a value beside the issue, whose own words are free text and point at nothing.
package struct IssuePlace: Hashable, Sendable {
    /// How the place is known.
    package enum Evidence: String, Hashable, Sendable {
        /// A rule's finding, or the place that a parser names.
        case rule
        /// The agent looked at this file and at no other.
        case file
        /// The quoted code stands there.
        case quote
        /// A path and line that stand in free text.
        case text
    }

    package var path: ProjectPath
    /// From 0; nil for the file as a whole.
    package var line: Int?
    /// The line as it was when the issue was found, without the blanks at its ends.
    package var quote: String?
    /// How many lines of the file were like this one, and which of them it is, from 0.
    package var alike = 1
    package var occurrence = 0
    package var evidence: Evidence
    /// How sure the place is, 0-1.
    package var certainty: Double

    package init(path: ProjectPath, line: Int? = nil, quote: String? = nil, evidence: Evidence, certainty: Double) {
        self.path = path
        self.line = line
        self.quote = quote
        self.evidence = evidence
        self.certainty = certainty
    }

    package var json: JSONValue {
        var object: JSONObject = ["path": .string(path.text)]
        object["line"] = line.map { .integer($0) }
        object["quote"] = quote.map { .string($0) }
        if alike != 1 { (object["alike"], object["occurrence"]) = (.integer(alike), .integer(occurrence)) }
        object["evidence"] = .string(evidence.rawValue)
        object["certainty"] = .double(certainty)
        return .object(object)
    }

    package init?(json: JSONValue) {
        guard let path = json["path"]?.string.flatMap({ try? ProjectPath(validating: $0) }),
            let evidence = json["evidence"]?.string.flatMap(Evidence.init)
        else { return nil }
        self.init(
            path: path, line: json["line"]?.int, quote: json["quote"]?.string, evidence: evidence,
            certainty: json["certainty"]?.double ?? 0)
        (alike, occurrence) = (json["alike"]?.int ?? 1, json["occurrence"]?.int ?? 0)
    }

    /// The places of a review's issues in their order; null stands for one whose place is not known.
    package static func list(_ json: JSONValue?) -> [IssuePlace?] { (json?.array ?? []).map(IssuePlace.init(json:)) }

    /// Where the places of a job's review are kept.
    static func key(_ job: RowID) -> String { "issue_places/\(job)" }
}

extension JobWork {
    /// Keeps where the issues of the job's review are, in the order of the issues.
    package func setIssuePlaces(_ places: [IssuePlace?]) async throws(Failure) {
        let value = JSONValue.array(places.map { $0?.json ?? .null })
        try await working { () throws(StoreError) in
            try await store.setProjectValue(
                JSONText(value), for: IssuePlace.key(job.id), in: job.projectID, as: owner)
        }
    }

    /// Where the issues of the job's last review are.
    package func issuePlaces() async throws(Failure) -> [IssuePlace?] {
        let kept = try await working { () throws(StoreError) in
            try await store.projectValue(IssuePlace.key(job.id), in: job.projectID, as: owner)
        }
        return IssuePlace.list(kept?.value)
    }
}
