import JSON

/// What the server can do; each handler adds its part.
///
/// Spec: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#serverCapabilities
package struct ServerCapabilities: JSONEncodable, Sendable {
    /// File operations that the client reports, by their name in `workspace.fileOperations`.
    package enum FileOperation: String, Sendable, CaseIterable { case didCreate, willRename, didRename, didDelete }

    package var positionEncoding = "utf-16"
    package var synchronizesText = false
    package var savesText = false
    package var hover = false
    package var codeActionKinds: [String] = []
    package var resolvesCodeActions = false
    package var codeLenses = false
    /// What is offered in the product's own documents and not registered later.
    package var documentFeatures: [DocumentFeature] = []
    /// Schemes of addresses whose documents the server alone has.
    package var contentSchemes: [String] = []
    package var pullsDiagnostics = false
    package var pullsWorkspaceDiagnostics = false
    package var commands: [String] = []
    package var followsWorkspaceFolders = false
    package var fileOperations: [FileOperation] = []
    /// `codeforge/...` methods and notifications; each is announced with its version.
    package var experimental: [String] = []

    package init() {}

    package func write(to writer: inout JSONWriter) {
        writer.object { capabilities in
            capabilities.member("positionEncoding", positionEncoding)
            if synchronizesText { writeSynchronization(to: &capabilities) }
            capabilities.member("hoverProvider", ifPresent: hover ? true : nil)
            if !codeActionKinds.isEmpty {
                capabilities.key("codeActionProvider")
                capabilities.object { provider in
                    provider.member("codeActionKinds", codeActionKinds)
                    provider.member("resolveProvider", resolvesCodeActions)
                }
            }
            if codeLenses {
                capabilities.key("codeLensProvider")
                capabilities.object { $0.member("resolveProvider", true) }
            }
            for feature in documentFeatures { feature.write(to: &capabilities) }
            if pullsDiagnostics {
                capabilities.key("diagnosticProvider")
                capabilities.object { provider in
                    provider.member("identifier", Diagnostic.source)
                    provider.member("interFileDependencies", false)
                    provider.member("workspaceDiagnostics", pullsWorkspaceDiagnostics)
                }
            }
            if !commands.isEmpty {
                capabilities.key("executeCommandProvider")
                capabilities.object { $0.member("commands", commands) }
            }
            writeWorkspace(to: &capabilities)
            writeExperimental(to: &capabilities)
        }
    }

    private func writeSynchronization(to writer: inout JSONWriter) {
        writer.key("textDocumentSync")
        writer.object { sync in
            sync.member("openClose", true)
            sync.member("change", 2)
            if savesText {
                sync.key("save")
                sync.object { $0.member("includeText", false) }
            }
        }
    }

    private func writeWorkspace(to writer: inout JSONWriter) {
        guard followsWorkspaceFolders || !fileOperations.isEmpty || !contentSchemes.isEmpty else { return }
        writer.key("workspace")
        writer.object { workspace in
            if followsWorkspaceFolders {
                workspace.key("workspaceFolders")
                workspace.object { folders in
                    folders.member("supported", true)
                    folders.member("changeNotifications", true)
                }
            }
            if !contentSchemes.isEmpty {
                workspace.key("textDocumentContent")
                workspace.object { $0.member("schemes", contentSchemes) }
            }
            guard !fileOperations.isEmpty else { return }
            workspace.key("fileOperations")
            workspace.object { operations in
                for operation in fileOperations {
                    operations.key(operation.rawValue)
                    Self.writeEveryFile(to: &operations)
                }
            }
        }
    }

    /// The registration options that match each file and folder.
    private static func writeEveryFile(to writer: inout JSONWriter) {
        writer.object { options in
            options.key("filters")
            options.beginArray()
            options.object { filter in
                filter.member("scheme", "file")
                filter.key("pattern")
                filter.object { $0.member("glob", "**/*") }
            }
            options.endArray()
        }
    }

    private func writeExperimental(to writer: inout JSONWriter) {
        guard !experimental.isEmpty else { return }
        writer.key("experimental")
        writer.object { methods in
            for method in experimental {
                methods.key(method)
                methods.object { $0.member("version", 1) }
            }
        }
    }
}
