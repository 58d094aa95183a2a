import Engine
import JSON
import JSONRPC
import LanguageServerProtocol

/// Settings that the editor gives.
extension Session {
    /// Asks the editor for its settings, where it can be asked.
    ///
    /// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#workspace_configuration
    mutating func fetchConfiguration() {
        guard snapshot.client.configuration else { return }
        ask("workspace/configuration", ["items": [["section": "codeforge"]]] as JSONValue) { session, result in
            guard case .success(let answer) = result, let settings = answer.array?.first, settings.object != nil else {
                return
            }
            let before = session.snapshot.settings
            session.applySettings(settings)
            if session.snapshot.settings != before { session.refreshDiagnostics() }
        }
    }

    /// Takes settings over; what is wrong with them is shown once.
    mutating func applySettings(_ json: JSONValue) {
        guard let object = json.object else { return }
        let problems = snapshot.settings.apply((object["codeforge"]?.object) ?? object)
        if options.logLevel == nil { log.level = LogLevel(rawValue: snapshot.settings.logLevel) ?? .warning }
        for problem in problems where toldProblems.insert(problem).inserted { show(.warning, problem) }
    }

    /// How a message looks to the user.
    package enum MessageKind: Int, Sendable { case error = 1, warning, info, log }

    /// Shows a sentence to the user.
    ///
    /// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#window_showMessage
    package mutating func show(_ kind: MessageKind, _ message: String) {
        notify("window/showMessage", ["type": .integer(kind.rawValue), "message": .string(message)] as JSONValue)
    }
}
