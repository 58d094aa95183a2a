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
        session.readDecisions()
        session.readModes()
        session.scopeChanged()
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
        registrations += DocumentFeature.allCases.filter(snapshot.client.registersFeatures.contains).map(
            Self.registration)
        guard !registrations.isEmpty else { return }
        ask("client/registerCapability", ["registrations": .array(registrations)] as JSONValue)
    }

    /// Where the product's own documents lie, and a person's own settings.
    private static let ownDocuments: [JSONValue] = [
        "**/.codeforge/*.md", "**/.codeforge/config.json", "**/.codeforge/review.json", "**/codeforge/config.json",
    ]
    .map { ["scheme": "file", "pattern": .string($0)] }

    private static func registration(of feature: DocumentFeature) -> JSONValue {
        var options: JSONObject = ["documentSelector": .array(ownDocuments)]
        if feature == .completion {
            options["triggerCharacters"] = .array(DocumentFeature.completionTriggers.map(JSONValue.string))
        }
        return [
            "id": .string("codeforge-\(feature.rawValue)"), "method": .string(feature.method),
            "registerOptions": .object(options),
        ]
    }
}
