import ArgumentParser
import JSON

/// `codeforge doctor`: what is set up, what is missing, and what to do about it.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look at what is set up and what is missing, and say what to do.",
        discussion: """
            The exit code is 0 when nothing needs doing, and 1 when something does.

            EXAMPLES:
              codeforge doctor
              codeforge doctor --json
              codeforge doctor --database team.db
            """)

    @Option(
        help: ArgumentHelp("Look at this database instead of the one in the user's data folder.", valueName: "file"),
        completion: .file())
    var database: String?

    @Flag(help: "Write JSON.")
    var json = false

    func run() async throws {
        let sections = [
            ProgramChecks.ownPrograms, await DatabaseCheck.run(database), SettingsCheck.run(), ModelCheck.run(),
            ProgramChecks.git, ProgramChecks.editors, ProgramChecks.linters,
        ]
        let problems = sections.flatMap(\.checks).count { $0.state == .problem }
        if json {
            StandardStream.output.write(json: self.json(of: sections, problems: problems))
        } else {
            StandardStream.output.write(text(of: sections, problems: problems))
        }
        if problems > 0 { throw ExitCode(1) }
    }

    private func text(of sections: [HealthSection], problems: Int) -> String {
        let style = TerminalStyle(for: .output)
        let parts = sections.map { section in
            "\(style.bold(section.title))\n" + section.checks.map { $0.text(style) }.joined()
        }
        let verdict =
            problems == 0
            ? "Nothing needs doing."
            : problems == 1
                ? "1 of these needs doing; it is marked with !!."
                : "\(problems) of these need doing; they are marked with !!."
        return parts.joined(separator: "\n") + "\n\(verdict)\n"
    }

    private func json(of sections: [HealthSection], problems: Int) -> JSONValue {
        [
            "problems": .integer(problems),
            "sections": .array(
                sections.map { ["title": .string($0.title), "checks": .array($0.checks.map(\.json))] }),
        ]
    }
}
