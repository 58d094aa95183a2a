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

    @Test func `an unknown command ends with 2 and names the one that was meant`() throws {
        for arguments in [["reveiw"], ["help", "reveiw"]] {
            let run = try CommandRun.codeforge(arguments, in: TemporaryFolder())
            #expect(run.output == "")
            #expect(run.errors == "Error: There is no command 'reveiw'. Did you mean 'review'?\n")
            #expect(run.exitCode == 2)
        }
        #expect(try codeforge("qqqqqqqq").errors.contains("`codeforge --help` lists them all"))
    }

    @Test func `examples stay on their lines in a narrow terminal`() throws {
        for command in try commands() {
            let help = try CommandRun.codeforge(
                ["help", command], in: TemporaryFolder(), environment: ["COLUMNS": "80"]
            ).output
            let full = try codeforge("help", command).output
            for line in full.split(separator: "\n") where line.hasPrefix("  codeforge ") {
                #expect(help.contains(line + "\n"), "\(line)")
            }
        }
    }

    /// What bash offers for the last of these words.
    private func completions(_ words: String...) throws -> [String] {
        let folder = try TemporaryFolder()
        try folder.write("", to: "src/a.py")
        let script = try codeforge("--generate-completion-script", "bash").output
        try folder.write(script, to: "completions.bash")
        let run = try CommandRun(
            "/bin/bash",
            [
                "-c",
                """
                source ./completions.bash
                COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
                _codeforge codeforge "${COMP_WORDS[-1]}" "${COMP_WORDS[-2]}"
                printf '%s\\n' "${COMPREPLY[@]}"
                """, "bash",
            ] + words, in: folder.path)
        return run.output.split(separator: "\n").map(String.init).sorted()
    }

    @Test func `the shell completes files, rules, schemas and choices`() throws {
        #expect(try completions("codeforge", "review", "sr") == ["src"])
        #expect(try completions("codeforge", "review", "--format", "s") == ["sarif"])
        #expect(try completions("codeforge", "review", "--fail-on", "n") == ["never"])
        #expect(try completions("codeforge", "review", "--rule", "eval/python-e").contains("eval/python-eval"))
        #expect(try completions("codeforge", "run", "qa", "--folder", "s") == ["src"])
        #expect(try completions("codeforge", "rules", "explain", "eval/python-e").contains("eval/python-eval"))
        #expect(try completions("codeforge", "schema", "QAR") == ["QAResult"])
        #expect(try completions("codeforge", "lsp", "--log-level", "w") == ["warning"])
    }
}
