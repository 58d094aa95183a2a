import JSON
import JSONRPC

/// `codeforge.reviewWorkspace`: reviews all open documents and answers with what is found.
struct ReviewWorkspaceCommand: SessionCommand {
    static let name = "codeforge.reviewWorkspace"

    func run(_ arguments: CommandArguments, in session: inout Session) throws(ResponseError) -> JSONValue {
        session.refreshDiagnostics()
        return try FindingList(of: nil, in: &session).json
    }
}
