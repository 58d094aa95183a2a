import JSON
import JSONRPC

/// `codeforge.reviewFile`: reviews one open document, or all without a `uri`, and answers with what is found.
struct ReviewFileCommand: SessionCommand {
    static let name = "codeforge.reviewFile"

    func run(_ arguments: CommandArguments, in session: inout Session) throws(ResponseError) -> JSONValue {
        let uri = try arguments.text("uri", at: 0)
        let list = try FindingList(of: uri, in: &session).json
        session.refreshDiagnostics()
        return list
    }
}
