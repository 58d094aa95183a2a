import ArgumentParser

/// `codeforge lsp`, for the help alone: `main.swift` takes the short way to the server before arguments are parsed.
struct LanguageServerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lsp",
        abstract: "Serve an editor over standard input and output.",
        discussion: """
            EXAMPLES:
              codeforge lsp
              codeforge lsp --database /tmp/try-out.db --log-file /tmp/codeforge.log
            """)

    @Option(
        help: ArgumentHelp("The database to use instead of the one in the user's data folder.", valueName: "file"),
        completion: .file())
    var database: String?

    @Option(
        help: ArgumentHelp("Where to write the log instead of standard error.", valueName: "file"),
        completion: .file())
    var logFile: String?

    @Option(
        help: ArgumentHelp("How much to log: error, warning, info or debug.", valueName: "level"),
        completion: .list(["error", "warning", "info", "debug"]))
    var logLevel: String?

    @Option(
        help: ArgumentHelp(
            "Write down what both sides say, without names and texts, for 'codeforge replay'.", valueName: "file"),
        completion: .file())
    var record: String?

    @OptionGroup var models: ModelFolderOptions
}
