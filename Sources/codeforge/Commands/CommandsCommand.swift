import ArgumentParser
import JSON
import LanguageServer

/// `codeforge commands`: what an editor can ask of the language server, from the list that the server itself has.
struct CommandsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "commands",
        abstract: "List the commands that editors get.",
        discussion: """
            An editor runs them with 'workspace/executeCommand'; each takes one object with the arguments as members. \
            The JSON also holds the 'codeforge/...' methods and the documents of the folder .codeforge.

            EXAMPLES:
              codeforge commands
              codeforge commands --json
              codeforge commands --markdown
            """)

    @Flag(help: "Write JSON, with arguments, methods and documents.")
    var json = false

    @Flag(help: "Write a Markdown table.")
    var markdown = false

    func run() {
        let catalogue = { Catalogue.json.serialized(pretty: true) + "\n" }
        StandardStream.output.write(json ? catalogue() : markdown ? table : list)
    }

    private var list: String {
        let style = TerminalStyle(for: .output)
        return CommandDescriptions.all.map { command in
            let arguments = command.arguments.map { argument in
                "\n    \(argument.name): \(argument.sentence)\(argument.isRequired ? " (required)" : "")"
            }
            return "\(style.bold(command.name)): \(command.sentence)\(arguments.joined())\n"
        }.joined()
    }

    private var table: String {
        let rows = CommandDescriptions.all.map { command in
            let required = command.arguments.filter(\.isRequired).map { "`\($0.name)`" }
            let optional = command.arguments.filter { !$0.isRequired }.map { "[`\($0.name)`]" }
            return "| `\(command.name)` | \(command.sentence) | \((required + optional).joined(separator: " ")) |\n"
        }
        return "| command | what it does | takes |\n|---|---|---|\n" + rows.joined()
    }
}
