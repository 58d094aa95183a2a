extension HandlerTable {
    /// Every message that the server deals with: one line a handler.
    static let standard: HandlerTable = {
        var table = HandlerTable()
        addLifeCycle(to: &table)
        addDocuments(to: &table)
        addWorkspace(to: &table)
        addProduct(to: &table)
        return table
    }()

    private static func addLifeCycle(to table: inout HandlerTable) {
        table.add(InitializeHandler())
        table.add(InitializedHandler())
        table.add(ShutdownHandler())
        table.add(ExitHandler())
        table.add(CancelHandler())
        table.add(SetTraceHandler())
        table.add(WorkDoneProgressCancelHandler())
    }

    private static func addDocuments(to table: inout HandlerTable) {
        table.add(DidOpenHandler())
        table.add(DidChangeHandler())
        table.add(DidSaveHandler())
        table.add(DidCloseHandler())
        table.add(DocumentDiagnosticHandler())
        table.add(WorkspaceDiagnosticHandler())
        table.add(HoverHandler())
        table.add(CodeActionHandler())
        table.add(CodeActionResolveHandler())
        table.add(CodeLensHandler())
        table.add(CodeLensResolveHandler())
        table.add(DocumentSymbolHandler())
        table.add(FoldingRangeHandler())
        table.add(DocumentLinkHandler())
        table.add(CompletionHandler())
    }

    private static func addWorkspace(to table: inout HandlerTable) {
        table.add(DidChangeConfigurationHandler())
        table.add(DidChangeWorkspaceFoldersHandler())
        table.add(DidChangeWatchedFilesHandler())
        table.add(WillRenameFilesHandler())
        table.add(DidCreateFilesHandler())
        table.add(DidRenameFilesHandler())
        table.add(DidDeleteFilesHandler())
        table.add(ExecuteCommandHandler())
        table.add(TextDocumentContentHandler())
    }

    /// `codeforge/...` messages.
    private static func addProduct(to table: inout HandlerTable) {
        table.add(DebugDocumentHandler())
        table.add(DebugStatusHandler())
        table.add(ReviewRunHandler())
        table.add(ReviewListHandler())
        table.addProductMethods()
    }
}
