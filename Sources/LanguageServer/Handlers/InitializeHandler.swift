import JSON
import JSONRPC
import LanguageServerProtocol
import Text

/// `initialize`: takes note of what the client can do and answers with what the server can.
///
/// Nothing slow may happen here: no file, no store, no task. What needs them waits for `initialized`.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#initialize
struct InitializeHandler: SessionHandler {
    /// The client could not use the server after a cancelled `initialize`.
    var isCancellable: Bool { false }

    func handle(_ request: InitializeRequest, in session: inout Session) throws(ResponseError)
        -> InitializeRequest.Answer
    {
        session.phase = .initialized
        if let process = request.processID.flatMap(Int32.init(exactly:)), process > 0 {
            session.parentProcess = process
        }
        session.snapshot.client = request.capabilities
        session.snapshot.encoding = Self.encoding(for: request.capabilities)
        session.snapshot.folders = request.workspaceFolders
        session.trace = request.trace.flatMap(TraceLevel.init(rawValue:)) ?? .off
        if let options = request.initializationOptions { session.applyInitialSettings(options) }

        var capabilities = HandlerTable.standard.capabilities(for: request.capabilities)
        capabilities.positionEncoding = session.snapshot.encoding.rawValue
        session.snapshot.commands = capabilities.commands
        return InitializeRequest.Answer(capabilities: capabilities, version: session.options.version)
    }

    /// UTF-8 where the client offers it, because then nothing has to be counted; else the client's first choice.
    private static func encoding(for client: ClientCapabilities) -> PositionEncoding {
        let offered = client.positionEncodings.compactMap(PositionEncoding.init(rawValue:))
        return offered.contains(.utf8) ? .utf8 : offered.first ?? .utf16
    }
}
