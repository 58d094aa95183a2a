import JSON
import TestSupport
import Testing

@Suite struct ReportFormatTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("start();\n\tdebugger;\n", to: "a, b: 100%.js")
        try folder.write("eval(text)\n", to: "run.py")
    }

    private func report(_ format: String, _ paths: String...) throws -> CommandRun {
        try CommandRun.codeforge(["review", "--format", format] + paths, in: folder)
    }

    @Test func `workflow commands escape what would end a property`() throws {
        let run = try report("github", "a, b: 100%.js", "nowhere.js")
        let message = try #require(BuiltRules.all()["debug/debugger-statement"]?["message"]?.string)
        #expect(
            run.output == """
                ::warning file=a%2C b%3A 100%25.js,line=2,endLine=2,col=2,endColumn=10,\
                title=debug/debugger-statement (CWE-489)::\(message)
                ::error file=nowhere.js,title=codeforge::No such file or directory

                """)
        #expect(run.exitCode == 2)
    }

    @Test func `critical findings are errors for GitHub`() throws {
        #expect(try report("github", "run.py").output.hasPrefix("::error file=run.py,line=1,"))
    }

    @Test func `JSON holds places, identities and fixes`() throws {
        let json = try JSONValue(parsing: report("json").output)
        let findings = try #require(json["findings"]?.array)
        #expect(findings.map { $0["path"]?.string } == ["a, b: 100%.js", "run.py"])
        let first = try #require(findings.first)
        #expect(first["rule"] == "debug/debugger-statement")
        #expect(first["severity"] == "warning")
        #expect(first["cwe"] == "CWE-489")
        #expect([first["line"], first["column"], first["end_line"], first["end_column"]] == [2, 2, 2, 10])
        #expect(first["source"] == "\tdebugger;")
        #expect(first["fix"]?["edits"]?.array?.count == 1)
        #expect(json["summary"] == ["files": 2, "lines": 3, "critical": 1, "warning": 1, "info": 0])
    }

    @Test func `an identity outlives edits elsewhere`() throws {
        func identity() throws -> JSONValue? {
            try JSONValue(parsing: report("json", "run.py").output)["findings"]?[0]?["identity"]
        }
        let before = try #require(try identity())
        try folder.write("import os\n\n\neval(text)\n", to: "run.py")
        #expect(try identity() == before)
    }

    // MARK: - SARIF

    private func run(_ paths: String...) throws -> JSONValue {
        let output = try CommandRun.codeforge(["review", "--format", "sarif"] + paths, in: folder).output
        let log = try JSONValue(parsing: output)
        #expect(log["version"] == "2.1.0")
        #expect(log["$schema"] == "https://json.schemastore.org/sarif-2.1.0.json")
        return try #require(log["runs"]?[0])
    }

    @Test func `a SARIF result points at its rule, and the rule at its weakness`() throws {
        let run = try run(".")
        let rules = try #require(run["tool"]?["driver"]?["rules"]?.array)
        let results = try #require(run["results"]?.array)
        #expect(results.count == 2)
        for result in results {
            let rule = rules[try #require(result["ruleIndex"]?.int)]
            #expect(rule["id"] == result["ruleId"])
            #expect(rule["shortDescription"]?["text"]?.string?.isEmpty == false)
            let weakness = try #require(rule["relationships"]?[0]?["target"])
            let taxa = try #require(run["taxonomies"]?[0]?["taxa"]?.array)
            #expect(taxa[try #require(weakness["index"]?.int)]["id"] == weakness["id"])
            #expect(result["partialFingerprints"]?["codeforgeIdentity/v1"]?.string?.isEmpty == false)
        }
        let tags = rules.first { $0["id"] == "eval/python-eval" }?["properties"]?["tags"]?.array ?? []
        #expect(tags.contains("external/cwe/cwe-095"))
    }

    @Test func `SARIF gives places in code points and paths as escaped addresses`() throws {
        let run = try run(".")
        #expect(run["columnKind"] == "unicodeCodePoints")
        let place = try #require(run["results"]?[0]?["locations"]?[0]?["physicalLocation"])
        #expect(place["artifactLocation"] == ["uri": "a%2C%20b%3A%20100%25.js", "uriBaseId": "%SRCROOT%"])
        #expect(
            place["region"] == [
                "startLine": 2, "startColumn": 2, "endLine": 2, "endColumn": 10, "snippet": ["text": "\tdebugger;"],
            ])
        #expect(run["results"]?[0]?["level"] == "warning")
        #expect(run["results"]?[1]?["level"] == "error")
    }

    @Test func `the way of a value is told, in SARIF as a flow that ends at the finding`() throws {
        try folder.write("def f():\n    c = request.args['ä']\n    c = 'ls ' + c\n    os.system(c)\n", to: "way.py")
        let json = try CommandRun.codeforge(["review", "--format", "json", "way.py"], in: folder).output
        let found = try JSONValue(parsing: json)
        let flow = try #require(found["findings"]?[0]?["flow"]?.array)
        #expect(flow.map { $0["line"] } == [2, 3] && flow.first?["end_column"] == 26)
        #expect(flow.map { $0["message"] } == ["The data come in here.", "They are passed on here."])
        let steps = try run("way.py")["results"]?[0]?["codeFlows"]?[0]?["threadFlows"]?[0]?["locations"]?.array
        let lines = try #require(steps).map { $0["location"]?["physicalLocation"]?["region"]?["startLine"] }
        #expect(lines == [2, 3, 4])
    }

    @Test func `SARIF carries fixes as replacements`() throws {
        let fix = try #require(try run(".")["results"]?[0]?["fixes"]?[0])
        #expect(fix["description"]?["text"]?.string?.isEmpty == false)
        let change = try #require(fix["artifactChanges"]?[0])
        #expect(change["artifactLocation"]?["uri"] == "a%2C%20b%3A%20100%25.js")
        #expect(change["replacements"]?[0]?["deletedRegion"]?["startLine"] == 2)
    }

    @Test func `SARIF tells of what could not be read`() throws {
        let invocation = try #require(try run("nowhere.js")["invocations"]?[0])
        #expect(invocation["executionSuccessful"] == false)
        #expect(invocation["exitCode"] == 2)
        let notification = try #require(invocation["toolExecutionNotifications"]?[0])
        #expect(notification["level"] == "error")
        #expect(notification["message"]?["text"] == "No such file or directory")
    }
}
