import JSON
import TestSupport
import Testing

@Suite struct SchemaCommandTests {
    private func schema(_ arguments: String...) throws -> CommandRun {
        try CommandRun.codeforge(["schema"] + arguments, in: TemporaryFolder())
    }

    @Test func `a schema is printed in full`() throws {
        let run = try schema("QAIssue")
        #expect(
            try JSONValue(parsing: run.output) == [
                "$defs": [
                    "QAIssueSeverity": [
                        "enum": ["critical", "warning", "info"], "title": "QAIssueSeverity", "type": "string",
                    ]
                ],
                "additionalProperties": false,
                "properties": [
                    "severity": ["$ref": "#/$defs/QAIssueSeverity"],
                    "description": ["title": "Description", "type": "string"],
                    "suggestion": ["title": "Suggestion", "type": "string"],
                ],
                "required": ["severity", "description", "suggestion"],
                "title": "QAIssue",
                "type": "object",
            ])
        #expect(run.exitCode == 0)
    }

    @Test func `everything on the list can be printed`() throws {
        let names = try schema("--list").output.split(separator: "\n").filter { !$0.hasPrefix(" ") }
        #expect(names.contains("LearningRoadmap"))
        for name in names {
            let run = try schema(String(name))
            #expect(run.exitCode == 0)
            #expect(try JSONValue(parsing: run.output)["title"]?.string == String(name))
        }
    }

    @Test func `a name or the list is needed, not both`() throws {
        #expect(try schema().exitCode == 2)
        #expect(try schema("QAIssue", "--list").exitCode == 2)
        #expect(try schema("QAIssues").errors == "Error: There is no schema 'QAIssues'. Did you mean 'QAIssue'?\n")
    }
}
