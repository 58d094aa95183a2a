import JSON

/// A command that the client may send back in `workspace/executeCommand`.
package struct Command: JSONEncodable, Hashable, Sendable {
    package var title: String
    package var command: String
    package var arguments: [JSONValue]

    package init(title: String, command: String, arguments: [JSONValue] = []) {
        self.title = title
        self.command = command
        self.arguments = arguments
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { object in
            object.member("title", title)
            object.member("command", command)
            object.member("arguments", ifPresent: arguments.isEmpty ? nil : arguments)
        }
    }
}
