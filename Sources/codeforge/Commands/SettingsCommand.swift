import ArgumentParser
import Engine
import JSON

/// `codeforge settings`: what can be set, from the list that the program itself reads.
struct SettingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings",
        abstract: "List what can be set.",
        discussion: """
            An editor sends settings below 'codeforge'. 'codeforge review' reads the nearest \
            .codeforge/config.json above each file, and for what that leaves open codeforge/config.json in the XDG configuration folder (~/.config).

            EXAMPLES:
              codeforge settings
              codeforge settings --markdown
              codeforge settings --json > codeforge-settings.schema.json
            """)

    @Flag(help: "Write a Markdown table.")
    var markdown = false

    @Flag(help: "Write a JSON Schema of a settings file.")
    var json = false

    func run() {
        let schema = { Setting.schema.serialized(pretty: true) + "\n" }
        StandardStream.output.write(json ? schema() : markdown ? table : list)
    }

    private var list: String {
        let style = TerminalStyle(for: .output)
        return Setting.all.map { setting in
            """
            \(style.bold(setting.key)): \(setting.kind.described), default \(setting.defaultValue.serialized)
                \(setting.description)

            """
        }.joined()
    }

    private var table: String {
        let rows = Setting.all.map { setting in
            "| `\(setting.key)` | \(setting.kind.described) | `\(setting.defaultValue.serialized)` | \(setting.description) |\n"
        }
        return "| setting | value | default | what it does |\n|---|---|---|---|\n" + rows.joined()
    }
}

extension Setting.Kind {
    /// What may be set, in words.
    fileprivate var described: String {
        switch self {
        case .boolean: "true or false"
        case .choice(let choices): choices.joined(separator: ", ")
        case .integer(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
        case .strings: "a list of texts"
        case .linters: "on, off, or a list of linters"
        case .text, .file: "a text"
        case .address: "an address"
        case .routes: "agents and their models"
        case .prices: "models and their prices"
        }
    }
}
