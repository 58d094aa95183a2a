import JSON

/// `initialize`: the first message, in which client and server say what they can do.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#initialize
package struct InitializeRequest: Request {
    package static let method = "initialize"

    package let processID: Int?
    package let clientName: String?
    package let workspaceFolders: [WorkspaceFolder]
    package let capabilities: ClientCapabilities
    package let initializationOptions: JSONValue?
    package let trace: String?

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        let object = try parameters.object()
        processID = try object.optional("processId")
        clientName = object["clientInfo"]?["name"]?.string
        workspaceFolders = try Self.folders(object)
        var capabilities = ClientCapabilities(object["capabilities"])
        capabilities.readPrompts(
            of: clientName, version: object["clientInfo"]?["version"]?.string, capabilities: object["capabilities"],
            options: object["initializationOptions"])
        self.capabilities = capabilities
        initializationOptions = try object.optional("initializationOptions")
        trace = try object.optional("trace")
    }

    /// The folders of a new client, the `rootUri` of an older one, the `rootPath` of the oldest.
    private static func folders(_ object: JSONNode) throws(InvalidParameters) -> [WorkspaceFolder] {
        if let folders: [WorkspaceFolder] = try object.optional("workspaceFolders"), !folders.isEmpty { return folders }
        if let uri: String = try object.optional("rootUri") { return [WorkspaceFolder(uri: uri, name: lastName(uri))] }
        if let path: String = try object.optional("rootPath"), path.hasPrefix("/") {
            return [WorkspaceFolder(uri: DocumentURI.file(path: path).text, name: lastName(path))]
        }
        return []
    }

    private static func lastName(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// The answer to `initialize`.
    package struct Answer: JSONEncodable, Sendable {
        package let capabilities: ServerCapabilities
        package let version: String

        package init(capabilities: ServerCapabilities, version: String) {
            self.capabilities = capabilities
            self.version = version
        }

        package func write(to writer: inout JSONWriter) {
            writer.object { result in
                result.member("capabilities", capabilities)
                result.key("serverInfo")
                result.object { info in
                    info.member("name", "codeforge")
                    info.member("version", version)
                }
            }
        }
    }
}
