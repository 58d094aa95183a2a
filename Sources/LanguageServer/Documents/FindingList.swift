import Engine
import JSON
import JSONRPC
import LanguageServerProtocol
import Review
import Text

/// Findings of open documents as `codeforge/review/...` and the review commands answer them.
struct FindingList {
    private var items: [JSONValue] = []

    /// No findings.
    init() {}

    /// The findings of one document, or of all when `uri` is nil.
    ///
    /// - Throws: `not_found` for a document that is not open.
    init(of uri: String?, in session: inout Session) throws(ResponseError) {
        var uris = session.snapshot.documents.all.map(\.uri).sorted()
        if let uri { uris = [try session.snapshot.document(uri).uri] }
        for uri in uris {
            // Those of one that takes long are what its last review found.
            _ = session.isReviewed([uri])
            let document = try session.snapshot.document(uri)
            for finding in session.snapshot.findings(of: document) {
                append(
                    finding, uri, session.snapshot.range(finding.range, in: document),
                    isStudent: session.snapshot.isStudent(document), session.snapshot)
            }
        }
    }

    var json: JSONValue { ["items": .array(items), "total": .integer(items.count)] }

    /// Adds what was found in a file that no document is open of.
    mutating func append(_ file: ReviewedFile, in snapshot: Snapshot) {
        let isStudent = snapshot.isStudent(at: file.path)
        for (finding, diagnostic) in file.shown(in: snapshot) {
            append(finding, file.uri, diagnostic.range, isStudent: isStudent, snapshot)
        }
    }

    private mutating func append(
        _ finding: Finding, _ uri: String, _ range: Range<TextPosition>, isStudent: Bool, _ snapshot: Snapshot
    ) {
        var item: JSONObject = [
            "uri": .string(uri), "rule": .string(finding.ruleID), "severity": .string(finding.severity.rawValue),
            "message": .string(snapshot.message(of: finding, isStudent: isStudent)),
            "range": JSONValue(encoding: range),
            "identity": .string(finding.identity), "fixable": .bool(finding.fix != nil && !isStudent),
        ]
        if finding.ruleID == AgentIssue.ruleID { item["source"] = "agent" }
        if Linter.name(inRule: finding.ruleID) != nil { item["source"] = "linter" }
        items.append(.object(item))
    }
}
