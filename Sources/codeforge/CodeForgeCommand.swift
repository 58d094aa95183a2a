import ArgumentParser
import Engine
import Glibc
import Models

/// The `codeforge` program: what its subcommands are, and which exit codes they share.
struct CodeForgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codeforge",
        abstract: "An AI engineering team inside your editor.",
        discussion: """
            EXAMPLES:
              codeforge review                  Review the files of this folder.
              codeforge review src --format sarif > review.sarif
              codeforge rules explain eval/python-eval
              codeforge doctor                  See what is set up and what is missing.

            Editors start `codeforge lsp`; see README.md for how to set yours up.
            For completions in your shell: codeforge --generate-completion-script bash|zsh|fish
            """,
        version: ProductVersion.text,
        subcommands: commands)

    /// Every command, in the order of the help; one line each.
    private static let commands: [any ParsableCommand.Type] = [
        LanguageServerCommand.self,
        ReviewCommand.self,
        RulesCommand.self,
        DatabaseCommand.self,
        DoctorCommand.self,
        SettingsCommand.self,
        CommandsCommand.self,
        ReplayCommand.self,
        SchemaCommand.self,
        ValidateCommand.self,
        RunCommand.self,
        PipelineCommand.self,
        JobsCommand.self,
        ProjectCommand.self,
        ModelsCommand.self,
        TeamCommand.self,
    ]

    /// Runs the command line and ends the program.
    ///
    /// The exit code is 0 when all went well, 2 when the command could not run, wrong arguments included, and otherwise
    /// the one that the command throws: 1 where that is an answer, as `review` says that there are findings.
    static func runAndExit() -> Never {
        Task {
            do {
                try checkName()
                var command = try parseAsRoot()
                if var command = command as? any AsyncParsableCommand {
                    try await command.run()
                } else {
                    try command.run()
                }
                Glibc.exit(0)
            } catch {
                end(with: error)
            }
        }
        // Not `dispatchMain`: it ends this thread, for which a static program sorts all of its unwind tables first.
        while true { pause() }
    }

    /// Refuses a command that there is not, with the one that was meant.
    private static func checkName() throws {
        let names = CommandLine.arguments.dropFirst().prefix { !$0.hasPrefix("-") }
        guard let name = names.first == "help" ? names.dropFirst().first : names.first else { return }
        let known = commands.compactMap { $0.configuration.commandName } + ["help"]
        if let words = PlainWords(CommandLine.arguments.dropFirst()) {
            throw CommandFailure(description: words.refusal)
        }
        guard !known.contains(name) else { return }
        let nearest = NearestName.of(name, among: known)
        let suggestion = nearest.map { " Did you mean '\($0)'?" } ?? " `codeforge --help` lists them all."
        throw CommandFailure(description: "There is no command '\(name)'.\(suggestion)")
    }

    private static func end(with error: any Error) -> Never {
        if let code = error as? ExitCode { Glibc.exit(code.rawValue) }
        let succeeded = exitCode(for: error).isSuccess
        let message = fullMessage(for: error)
        if !succeeded, JSONFailure.isWanted { JSONFailure(error, message: message).write() }
        if !message.isEmpty { (succeeded ? StandardStream.output : .error).write(message + "\n") }
        Glibc.exit(succeeded ? 0 : 2)
    }
}
