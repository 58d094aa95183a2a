import ArgumentParser
import JSON

/// How a command that runs agents talks with whoever started it.
struct ConversationOptions: ParsableArguments {
    @Flag(help: "Write the job's events as JSON, one a line, instead of progress.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "An answer to a question: its text, or ID=TEXT. May be given several times.", valueName: "text"))
    var answer: [String] = []

    @Flag(help: "Write no generated file into the folder; `jobs apply` brings them in later.")
    var noWrite = false

    @Flag(help: "Agree to everything that the agents have seen: replace, change and remove files that exist, too.")
    var yes = false
}

/// Whether a new job may ask.
struct ClarificationOptions: ParsableArguments {
    @Flag(help: "Have the agent assume what it would ask.")
    var skipClarification = false
}
