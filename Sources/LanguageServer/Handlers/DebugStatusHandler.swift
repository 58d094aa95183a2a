import JSON
import JSONRPC
import LanguageServerProtocol

/// `codeforge/debug/status`: counts, versions, memory and the active database.
struct DebugStatusHandler: SessionHandler {
    func handle(_ request: DebugStatusRequest, in session: inout Session) throws(ResponseError) -> JSONValue {
        ServerStatus(of: session).json
    }
}
