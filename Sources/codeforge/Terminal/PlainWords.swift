import Engine
import Models

/// Words that stand where an option was to say what they are, as in `codeforge run "A CRM for dog walkers"`.
///
/// They are not taken: an agent's name may be an idea, and an idea that of an agent.
struct PlainWords {
    /// What is wrong, and the command that was meant.
    let refusal: String

    /// Nil for a command line that has no such words.
    init?(_ arguments: some Sequence<String>) {
        var words = Array(arguments.prefix { !$0.hasPrefix("-") })
        guard let command = words.first else { return nil }
        if AgentType(rawValue: command) != nil { words.insert("run", at: 0) }
        switch words[0] {
        case "pipeline" where words.count > 1: refusal = Self.refusal("codeforge pipeline", "--idea", words.dropFirst())
        case "run" where words.count > 1:
            guard let agent = AgentType(rawValue: words[1]) else {
                let names = AgentType.allCases.map(\.rawValue)
                let meant = NearestName.suggestion(for: words[1], among: names)
                let pipeline = Self.line("codeforge pipeline", "--idea", words.dropFirst())
                let next = meant.isEmpty ? " From an idea to files: \(pipeline)" : meant
                refusal = "There is no agent '\(words[1])'; there are \(names.joined(separator: ", ")).\(next)"
                return
            }
            let line = "codeforge run \(agent)"
            if words.count > 2, let option = Self.options[agent] {
                refusal = Self.refusal(line, option, words.dropFirst(2))
            } else if command != "run" {
                refusal = "There is no command '\(command)'. Did you mean '\(line)'?"
            } else {
                return nil
            }
        default: return nil
        }
    }

    private static func refusal(_ command: String, _ option: String, _ words: some Sequence<String>) -> String {
        "Words need \(option) before them: \(line(command, option, words))"
    }

    /// The command as a shell takes it.
    private static func line(_ command: String, _ option: String, _ words: some Sequence<String>) -> String {
        let quoted = words.joined(separator: " ").replacing("'", with: "'\\''")
        return "\(command) \(option) '\(quoted)'"
    }

    /// What says what an agent is to do.
    private static let options: [AgentType: String] = [
        .research: "--idea", .code: "--description", .pedagogy: "--question",
    ]
}
