import JSON
import LanguageServerProtocol

/// `initialized`: begins what had to wait until the client has its answer.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#initialized
struct InitializedHandler: NotificationHandler {
    func handle(_ notification: InitializedNotification, in session: inout Session) {
        // What is registered twice is an error of the client's by the protocol.
        guard !session.isReady else { return }
        session.isReady = true
        session.registerDynamically()
        session.readSettingsFiles()
        session.readModes()
        session.fetchConfiguration()
        session.openApplicationSoon()
    }
}

extension Session {
    /// Asks for notifications that a server can only get by registering.
    ///
    /// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#client_registerCapability
    fileprivate mutating func registerDynamically() {
        var registrations: [JSONValue] = []
        if snapshot.client.registersConfiguration {
            registrations.append([
                "id": "codeforge-configuration", "method": "workspace/didChangeConfiguration",
                "registerOptions": ["section": "codeforge"],
            ])
        }
        if snapshot.client.registersWatchedFiles {
            registrations.append([
                "id": "codeforge-watched-files", "method": "workspace/didChangeWatchedFiles",
                "registerOptions": ["watchers": [["globPattern": "**/*"]]],
            ])
        }
        guard !registrations.isEmpty else { return }
        ask("client/registerCapability", ["registrations": .array(registrations)] as JSONValue)
    }
}
