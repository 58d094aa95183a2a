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
}
