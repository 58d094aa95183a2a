import ArgumentParser

/// `--json` of a command that writes JSON whether it is asked to or not, so that every command takes it.
struct JSONOutput: ParsableArguments {
    @Flag(help: "Write JSON, which this command does in any case.")
    var json = false
}
