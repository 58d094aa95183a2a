import JSON
import TestSupport
import Testing

@Suite struct RulesCommandTests {
    private func rules(_ arguments: String...) throws -> CommandRun {
        try CommandRun.codeforge(["rules"] + arguments, in: TemporaryFolder())
    }

    @Test func `the table has a line for every rule`() throws {
        let identifiers = try BuiltRules.all().keys
        let lines = try rules().output.split(separator: "\n").map(String.init)
        #expect(!identifiers.isEmpty)
        for id in identifiers { #expect(lines.contains { $0.hasPrefix(id + " ") }) }
        #expect(lines.count == identifiers.count + 1)
    }

    @Test func `the list can be narrowed to a language`() throws {
        let output = try rules("list", "--language", "python", "--json").output
        let languages = try JSONValue(parsing: output).array?.map { $0["languages"]?.array ?? [] } ?? []
        #expect(!languages.isEmpty)
        #expect(languages.allSatisfy { $0.isEmpty || $0.contains("python") })
        #expect(try rules("list", "--language", "klingon").exitCode == 2)
    }

    @Test func `every rule can be explained, with what it reports and what it does not`() throws {
        for id in try BuiltRules.all().keys.sorted() {
            let run = try rules("explain", id)
            #expect(run.exitCode == 0)
            #expect(run.output.hasPrefix(id + ": "))
            #expect(run.output.contains("\nReported:\n"), "\(id)")
            #expect(run.output.contains("\nNot reported:\n"), "\(id)")
        }
    }

    @Test func `an explanation links to the weakness`() throws {
        let output = try rules("explain", "eval/python-eval").output
        #expect(output.contains("https://cwe.mitre.org/data/definitions/95.html"))
    }

    @Test func `the name after the slash is enough`() throws {
        #expect(try rules("explain", "python-eval").output.hasPrefix("eval/python-eval: "))
    }

    @Test func `a mistyped name gets the nearest one`() throws {
        let run = try rules("explain", "eval/pyton-eval")
        #expect(run.errors == "Error: There is no rule 'eval/pyton-eval'. Did you mean 'eval/python-eval'?\n")
        #expect(run.exitCode == 2)
    }

    // MARK: A team's own

    private static let own = """
        rules:
          - id: no-old
            languages: [python]
            severity: WARNING
            message: Use new_call.
            pattern: old_call(...)

        """

    @Test func `own rules are listed, explained and reviewed by, from every folder below`() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.own, to: ".codeforge/rules/team.yaml")
        try folder.write("old_call(1)\n", to: "src/a.py")
        let list = try CommandRun.codeforge(["rules"], in: folder)
        #expect(list.output.contains("own/no-old"))
        let explained = try CommandRun.codeforge(["rules", "explain", "no-old"], in: folder)
        #expect(explained.output.hasPrefix("own/no-old: no-old\n"))
        let run = try CommandRun.codeforge(["review", "--json"], in: folder)
        let found = try JSONValue(parsing: run.output)["files"]?.array ?? []
        #expect(run.exitCode == 1)
        #expect(run.output.contains("own/no-old"), "\(found)")
        let sarif = try CommandRun.codeforge(["review", "src", "--format", "sarif"], in: folder)
        #expect(sarif.output.contains("own/no-old"))
        try folder.write(Self.own + "  - id: broken\n", to: ".codeforge/rules/team.yaml")
        let told = try CommandRun.codeforge(["review"], in: folder)
        #expect(told.errors.contains(".codeforge/rules/team.yaml:7: "))
        #expect(told.exitCode == 1)
    }

    @Test func `an own rule's message is told where it names what was found, too`() throws {
        let folder = try TemporaryFolder()
        let rules = Self.own.replacing("Use new_call.", with: "Use new_call for $X.")
        try folder.write(rules, to: ".codeforge/rules/a.yaml")
        let explained = try CommandRun.codeforge(["rules", "explain", "own/no-old"], in: folder)
        #expect(explained.output.contains("\n\nUse new_call for “x”.\n"), "\(explained.output)")
    }

    @Test func `own rules are tried on the files beside them`() throws {
        let folder = try TemporaryFolder()
        let missing = try CommandRun.codeforge(["rules", "test"], in: folder)
        #expect(missing.exitCode == 2)
        try folder.write(Self.own, to: ".codeforge/rules/no-old.yaml")
        let untested = try CommandRun.codeforge(["rules", "test"], in: folder)
        #expect(untested.exitCode == 0)
        #expect(untested.output.contains("untested"))
        let good = "# ruleid: no-old\nold_call(1)\n# ok: no-old\nnew_call(1)\n"
        try folder.write(good, to: ".codeforge/rules/no-old.py")
        try folder.write("# ruleid: no-old\nnew_call(1)\n", to: ".codeforge/rules/no-old.fixed.py")
        let passed = try CommandRun.codeforge(["rules", "test"], in: folder)
        #expect(passed.exitCode == 0)
        #expect(passed.output.hasPrefix("ok  .codeforge/rules/no-old.yaml  (1 to report, 1 not)\n"))
        try folder.write(good + "old_call(2)\n", to: ".codeforge/rules/no-old.py")
        let failed = try CommandRun.codeforge(["rules", "test", ".codeforge/rules"], in: folder)
        #expect(failed.exitCode == 1)
        #expect(
            failed.output.hasPrefix(
                ".codeforge/rules/no-old.py:5: own/no-old is reported, and must not be\nFAILED"))
        let json = try CommandRun.codeforge(["rules", "test", "--json"], in: folder)
        let trial = try JSONValue(parsing: json.output).array?.first
        #expect(trial?["passed"] == false)
        #expect(trial?["failures"]?.array?.first?["line"] == 5)
    }
}
