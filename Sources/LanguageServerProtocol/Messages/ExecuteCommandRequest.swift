import JSON

/// `workspace/executeCommand`: the user picked one of the server's commands.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#workspace_executeCommand
package struct ExecuteCommandRequest: Request {
    package typealias Answer = JSONValue
    package static let method = "workspace/executeCommand"

    package let command: String
    package let arguments: [JSONValue]
    /// Where the client wants progress reported, if it does.
    package let workDoneToken: JSONValue?

    package init(parameters: JSONNode?) throws(InvalidParameters) {
        let object = try parameters.object()
        command = try object.required("command")
        arguments = try object.optional("arguments") ?? []
        workDoneToken = try object.optional("workDoneToken")
    }
}
