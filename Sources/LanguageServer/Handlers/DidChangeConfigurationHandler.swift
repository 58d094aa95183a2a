import JSON
import LanguageServerProtocol

/// `workspace/didChangeConfiguration`: takes the settings from the message, or asks for them where it has none.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#workspace_didChangeConfiguration
struct DidChangeConfigurationHandler: NotificationHandler {
    func handle(_ notification: DidChangeConfigurationNotification, in session: inout Session) {
        if session.snapshot.client.configuration {
            session.fetchConfiguration()
        } else if let settings = notification.settings {
            session.applySettings(settings["codeforge"] ?? settings)
            session.refreshDiagnostics()
            session.lintersChanged()
            session.scopeChanged()
        }
    }
}
