import JSON

/// What the client can do, as far as the server asks.
///
/// A missing or ill-shaped capability is one it does not have.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#clientCapabilities
package struct ClientCapabilities: Sendable, Hashable {
    package var positionEncodings: [String] = []
    /// Whether the client pulls diagnostics, and can be asked to do so again.
    ///
    /// One that cannot (Neovim 0.11) would go on showing what was dismissed until its user types: it gets them pushed.
    package var pullsDiagnostics = false
    package var refreshesDiagnostics = false
    package var refreshesCodeLenses = false
    package var linksDiagnosticCodes = false
    package var keepsDiagnosticData = false
    /// Whether the client shows other places beside a diagnostic.
    package var showsRelatedPlaces = false
    package var showsDiagnosticVersions = false
    package var hoverMarkdown = false
    package var codeActionLiterals = false
    package var resolvesCodeActionEdits = false
    /// Whether the client leaves the choice among several actions to its user.
    ///
    /// One that knows neither preferred actions nor their data may run every action that it gets about a diagnostic
    /// (Kate 22.12 does).
    package var choosesCodeActions = false
    package var disablesCodeActions = false
    /// Whether the client marks actions whose edits a model writes.
    package var tagsCodeActions = false
    /// Whether the client asks for the commands of lenses once they are seen.
    package var resolvesCodeLenses = false
    /// Whether the client shows symbols as a tree.
    package var nestsSymbols = false
    /// What the client can be told of later, for which documents.
    package var registersFeatures: Set<DocumentFeature> = []
    /// Whether a server's completion takes the place of the editor's own in every document.
    package var completionReplacesOwn = false
    /// Whether the client opens documents that the server alone has.
    package var asksForContent = false
    package var appliesEdits = false
    package var versionedEdits = false
    package var createsFiles = false
    package var deletesFiles = false
    package var annotatesChanges = false
    package var workspaceFolders = false
    package var configuration = false
    package var registersConfiguration = false
    package var registersWatchedFiles = false
    package var workDoneProgress = false
    package var showsDocuments = false
    package var willRenameFiles = false
    package var didCreateFiles = false
    package var didRenameFiles = false
    package var didDeleteFiles = false
    /// Whether a message request takes the keys of a person who is typing: such an editor gets messages, lenses and
    /// documents instead, unless the person has just called for a prompt.
    package var promptsTakeKeys = false
    /// Whether a plugin shows the questions of waiting jobs itself, as `codeforge/job/event` tells them.
    package var showsQuestions = false
    /// Whether a plugin shows the ends of jobs itself, as `codeforge/job/event` tells them.
    package var showsJobEnds = false
    /// Whether a link of the form `command:NAME?ARGUMENTS` in a hover runs that command: VS Code does, where its
    /// extension trusts the command.
    package var followsCommandLinks = false
    /// Whether the editor's user trusts the workspace; nil where the editor knows no trust.
    package var trustsWorkspace: Bool?
    /// Longest message that is shown without a prompt to go on, in characters; nil where there is no such limit.
    package var maxMessageLength: Int?
    /// Whether a message of any kind but an error takes the keys of a person who is typing.
    package var onlyErrorsTakeNoKey = false

    /// A client that can do nothing.
    package init() {}

    package init(_ node: JSONNode?) {
        guard let node, node.isObject else { return }
        if let general = node["general"]?["positionEncodings"], general.isArray {
            positionEncodings = general.elements.compactMap(\.string)
        }
        if let document = node["textDocument"], document.isObject { read(textDocument: document) }
        if let workspace = node["workspace"], workspace.isObject { read(workspace: workspace) }
        pullsDiagnostics = pullsDiagnostics && refreshesDiagnostics
        if let window = node["window"], window.isObject {
            workDoneProgress = window["workDoneProgress"]?.bool ?? false
            showsDocuments = window.flag("showDocument", "support")
        }
    }

    private mutating func read(textDocument: JSONNode) {
        readFeatures(textDocument)
        pullsDiagnostics = textDocument["diagnostic"]?.isObject ?? false
        if let published = textDocument["publishDiagnostics"], published.isObject {
            linksDiagnosticCodes = published["codeDescriptionSupport"]?.bool ?? false
            keepsDiagnosticData = published["dataSupport"]?.bool ?? false
            showsRelatedPlaces = published["relatedInformation"]?.bool ?? false
            showsDiagnosticVersions = published["versionSupport"]?.bool ?? false
        }
        if let formats = textDocument["hover"]?["contentFormat"], formats.isArray {
            hoverMarkdown = formats.elements.contains { $0.string == "markdown" }
        }
        if let actions = textDocument["codeAction"], actions.isObject {
            codeActionLiterals = actions["codeActionLiteralSupport"]?.isObject ?? false
            disablesCodeActions = actions["disabledSupport"]?.bool ?? false
            choosesCodeActions =
                actions["isPreferredSupport"]?.bool ?? false || actions["dataSupport"]?.bool ?? false
            if let tags = actions["tagSupport"]?["valueSet"], tags.isArray {
                tagsCodeActions = tags.elements.contains { $0.int == CodeAction.generatedTag }
            }
            if let resolved = actions["resolveSupport"]?["properties"], resolved.isArray {
                resolvesCodeActionEdits = resolved.elements.contains { $0.string == "edit" }
            }
        }
    }

    private mutating func readFeatures(_ textDocument: JSONNode) {
        if let resolved = textDocument["codeLens"]?["resolveSupport"]?["properties"], resolved.isArray {
            resolvesCodeLenses = resolved.elements.contains { $0.string == "command" }
        }
        nestsSymbols = textDocument["documentSymbol"]?["hierarchicalDocumentSymbolSupport"]?.bool ?? false
        for feature in DocumentFeature.allCases {
            guard let capability = textDocument[feature.rawValue], capability.isObject,
                capability["dynamicRegistration"]?.bool == true
            else { continue }
            registersFeatures.insert(feature)
        }
    }

    private mutating func read(workspace: JSONNode) {
        asksForContent = workspace["textDocumentContent"]?.isObject ?? false
        appliesEdits = workspace["applyEdit"]?.bool ?? false
        versionedEdits = workspace.flag("workspaceEdit", "documentChanges")
        if let edits = workspace["workspaceEdit"], edits.isObject {
            if let operations = edits["resourceOperations"], operations.isArray {
                createsFiles = operations.elements.contains { $0.string == "create" }
                deletesFiles = operations.elements.contains { $0.string == "delete" }
            }
            annotatesChanges = edits["changeAnnotationSupport"]?.isObject ?? false
        }
        workspaceFolders = workspace["workspaceFolders"]?.bool ?? false
        configuration = workspace["configuration"]?.bool ?? false
        registersConfiguration = workspace.flag("didChangeConfiguration", "dynamicRegistration")
        registersWatchedFiles = workspace.flag("didChangeWatchedFiles", "dynamicRegistration")
        refreshesDiagnostics = workspace.flag("diagnostics", "refreshSupport")
        refreshesCodeLenses = workspace.flag("codeLens", "refreshSupport")
        willRenameFiles = workspace.flag("fileOperations", "willRename")
        didCreateFiles = workspace.flag("fileOperations", "didCreate")
        didRenameFiles = workspace.flag("fileOperations", "didRename")
        didDeleteFiles = workspace.flag("fileOperations", "didDelete")
    }
}

extension JSONNode {
    fileprivate func flag(_ object: StaticString, _ member: StaticString) -> Bool {
        guard let object = self[object], object.isObject else { return false }
        return object[member]?.bool ?? false
    }
}
