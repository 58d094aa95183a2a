import JSON

/// What a code action is for; kinds form a tree by their dots.
package enum CodeActionKind: String, Sendable, CaseIterable {
    case quickFix = "quickfix"
    case fixAll = "source.fixAll.codeforge"
    case source = "source.codeforge"
}

/// Something that can be done at a place in the text.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#codeAction
package struct CodeAction: JSONEncodable, Hashable, Sendable {
    package var title: String
    package var kind: CodeActionKind
    /// Diagnostics that the action deals with, as the client knows them.
    package var diagnostics: [Diagnostic]
    package var isPreferred: Bool
    package var edit: WorkspaceEdit?
    package var command: Command?
    /// What `codeAction/resolve` needs to find the edit.
    package var data: JSONValue?

    package init(
        title: String, kind: CodeActionKind, diagnostics: [Diagnostic] = [], isPreferred: Bool = false,
        edit: WorkspaceEdit? = nil, command: Command? = nil, data: JSONValue? = nil
    ) {
        self.title = title
        self.kind = kind
        self.diagnostics = diagnostics
        self.isPreferred = isPreferred
        self.edit = edit
        self.command = command
        self.data = data
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { action in
            action.member("title", title)
            action.member("kind", kind.rawValue)
            action.member("diagnostics", ifPresent: diagnostics.isEmpty ? nil : diagnostics)
            action.member("isPreferred", ifPresent: isPreferred ? true : nil)
            action.member("edit", ifPresent: edit)
            action.member("command", ifPresent: command)
            action.member("data", ifPresent: data)
        }
    }
}

/// What answers a code action request: clients from before LSP 3.8 know commands only.
package enum CodeActionOrCommand: JSONEncodable, Hashable, Sendable {
    case action(CodeAction)
    case command(Command)

    package func write(to writer: inout JSONWriter) {
        switch self {
        case .action(let action): action.write(to: &writer)
        case .command(let command): command.write(to: &writer)
        }
    }
}
