import JSON
import JSONRPC
import LanguageServerProtocol
import Review

/// Findings of open documents as `codeforge/review/...` and the review commands answer them.
struct FindingList {
    private var items: [JSONValue] = []

    /// The findings of one document, or of all when `uri` is nil.
    ///
    /// - Throws: `not_found` for a document that is not open.
    init(of uri: String?, in session: inout Session) throws(ResponseError) {
        var uris = session.snapshot.documents.all.map(\.uri).sorted()
        if let uri { uris = [try session.snapshot.document(uri).uri] }
        for uri in uris {
            session.reviewIfChanged(uri)
            let document = try session.snapshot.document(uri)
            items += session.snapshot.findings(of: document).map { Self.item($0, in: document, session.snapshot) }
        }
    }

    var json: JSONValue { ["items": .array(items), "total": .integer(items.count)] }

    private static func item(_ finding: Finding, in document: OpenDocument, _ snapshot: Snapshot) -> JSONValue {
        [
            "uri": .string(document.uri), "rule": .string(finding.ruleID),
            "severity": .string(finding.severity.rawValue),
            "message": .string(finding.message),
            "range": JSONValue(encoding: snapshot.range(finding.range, in: document)),
            "identity": .string(finding.identity), "fixable": .bool(finding.fix != nil),
        ]
    }
}
