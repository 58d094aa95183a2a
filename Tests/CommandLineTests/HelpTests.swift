import TestSupport
import Testing

@Suite struct HelpTests {
    private func codeforge(_ arguments: String...) throws -> CommandRun {
        try CommandRun.codeforge(arguments, in: TemporaryFolder(), environment: ["COLUMNS": "200"])
    }

    /// The commands that the root's help lists.
    private func commands() throws -> [String] {
        let help = try codeforge("--help").output
        let list = help.split(separator: "SUBCOMMANDS:\n").last ?? ""
        return list.split(separator: "\n").prefix { $0.hasPrefix("  ") && !$0.contains("See '") }.compactMap { line in
            line.hasPrefix("   ") ? nil : line.split(separator: " ").first.map(String.init)
        }
    }

    @Test func `the version is one line`() throws {
        let run = try codeforge("--version")
        #expect(run.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
        #expect(run.exitCode == 0)
    }

    @Test func `every command's help shows examples`() throws {
        let commands = try commands()
        #expect(commands.contains("review"))
        for command in commands {
            let help = try codeforge("help", command)
            #expect(help.exitCode == 0)
            #expect(help.output.contains("codeforge \(command)"), "\(command)")
            #expect(help.output.contains("EXAMPLES:"), "\(command)")
        }
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `shells get completions for every command`(shell: String) throws {
        let script = try codeforge("--generate-completion-script", shell)
        #expect(script.exitCode == 0)
        for command in try commands() { #expect(script.output.contains(command)) }
    }

    @Test func `an unknown command ends with 2`() throws {
        let run = try codeforge("reveiw")
        #expect(run.errors.contains("reveiw"))
        #expect(run.exitCode == 2)
    }
}
