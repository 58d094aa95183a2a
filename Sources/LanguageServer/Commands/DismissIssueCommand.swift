import JSON
import JSONRPC

/// `codeforge.dismissIssue`: hides one finding for good.
struct DismissIssueCommand: SessionCommand {
    static let name = "codeforge.dismissIssue"

    func run(_ arguments: CommandArguments, in session: inout Session) throws(ResponseError) -> JSONValue {
        let uri = try arguments.requiredText("uri", at: 0)
        let identity = try arguments.requiredText("identity", at: 1)
        session.reviewIfChanged(uri)
        let document = try session.snapshot.document(uri)
        guard let finding = document.reviewed.findings.first(where: { $0.identity == identity }) else {
            throw .failed("not_found", "There is no finding '\(identity)' in '\(uri)'. Review the file again.")
        }
        session.dismiss(identity, of: finding.ruleID, in: document)
        return .null
    }
}
