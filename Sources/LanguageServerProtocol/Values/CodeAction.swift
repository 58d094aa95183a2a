import JSON

/// What a code action is for; kinds form a tree by their dots.
///
/// Editors run actions of a known kind by themselves or many at once: every `quickfix` of a file, every `source.fixAll`
/// on save. So those two are edits that repair code, and everything else that can be done has a kind of the product's
/// own.
package enum CodeActionKind: String, Sendable, CaseIterable {
    /// Repairs what a finding is about.
    case quickFix = "quickfix"
    /// Repairs all of a document's findings that can be repaired together.
    case fixAll = "source.fixAll.codeforge"
    /// Hides a finding for good.
    case dismiss = "codeforge.dismiss"
    /// Shows a finding again that was dismissed.
    case restore = "codeforge.restore"
    /// Says what a rule looks for.
    case explain = "codeforge.explain"
    case review = "codeforge.review"
    /// Starts an agent.
    case agent = "codeforge.agent"
    case mentor = "codeforge.mentor"
    /// Answers, chooses, ticks or starts what a document of the product's own lists.
    case document = "codeforge.document"
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
    /// Why the action cannot be had at the moment.
    package var disabledReason: String?
    /// Whether a model writes what comes of it; left out for clients that do not mark that.
    package var isGenerated = false
    /// What `codeAction/resolve` needs to find the edit.
    package var data: JSONValue?

    /// `CodeActionTag.LLMGenerated` of LSP 3.18.
    static let generatedTag = 1

    package init(
        title: String, kind: CodeActionKind, diagnostics: [Diagnostic] = [], isPreferred: Bool = false,
        edit: WorkspaceEdit? = nil, command: Command? = nil, disabledReason: String? = nil, data: JSONValue? = nil
    ) {
        self.title = title
        self.kind = kind
        self.diagnostics = diagnostics
        self.isPreferred = isPreferred
        self.edit = edit
        self.command = command
        self.disabledReason = disabledReason
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
            if let disabledReason {
                action.member("disabled", ["reason": .string(disabledReason)] as JSONValue)
            }
            action.member("tags", ifPresent: isGenerated ? [Self.generatedTag] : nil)
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
