import JSON

/// Common beginnings and ends of a conversation.
extension ServerProcess {
    /// Sends `initialize` and `initialized`.
    ///
    /// - Returns: what the server can do.
    @discardableResult
    package func initialize(
        root: TemporaryFolder? = nil, capabilities: JSONValue = [:], options: JSONValue? = nil,
        client: String? = nil
    ) throws -> JSONValue {
        var parameters: JSONObject = ["processId": nil, "rootUri": nil, "capabilities": capabilities]
        if let root {
            parameters["rootUri"] = .string(root.uri)
            parameters["workspaceFolders"] = [["uri": .string(root.uri), "name": "workspace"]]
        }
        if let client { parameters["clientInfo"] = ["name": .string(client)] }
        if let options { parameters["initializationOptions"] = options }
        try send(["id": "initialize", "method": "initialize", "params": .object(parameters)])
        let answer = try answer(to: "initialize")
        try send(["method": "initialized", "params": [:]])
        return answer["result"]?["capabilities"] ?? .null
    }

    /// Sends a request and waits for its answer.
    package func request(_ id: Int, _ method: String, _ parameters: JSONValue? = nil) throws -> JSONValue {
        var message: JSONObject = ["id": .integer(id), "method": .string(method)]
        if let parameters { message["params"] = parameters }
        try send(.object(message))
        return try answer(to: .integer(id))
    }

    /// Opens a document.
    package func open(_ uri: String, _ languageID: String, _ text: String, version: Int = 1) throws {
        try send([
            "method": "textDocument/didOpen",
            "params": [
                "textDocument": [
                    "uri": .string(uri), "languageId": .string(languageID), "version": .integer(version),
                    "text": .string(text),
                ]
            ],
        ])
    }

    /// Sends `shutdown` and `exit`.
    ///
    /// - Returns: the exit code.
    package func shutDown() throws -> Int32 {
        try send(["id": "shutdown", "method": "shutdown"])
        _ = try answer(to: "shutdown")
        try send(["method": "exit"])
        return try exitCode()
    }
}
