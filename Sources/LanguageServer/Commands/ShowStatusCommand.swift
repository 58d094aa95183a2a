import JSON
import JSONRPC

/// `codeforge.showStatus`: shows in a sentence how the server is doing, and answers with all that is known.
struct ShowStatusCommand: SessionCommand {
    static let name = "codeforge.showStatus"

    func run(_ arguments: CommandArguments, in session: inout Session) throws(ResponseError) -> JSONValue {
        let status = ServerStatus(of: session)
        session.show(.info, status.sentence, isCalledFor: true)
        return status.json
    }
}
