import JSON
import Models
import Testing

/// The rules one by one, in words; `DifferentialTests` holds all of them against Pydantic.
struct ValidationTests {
    /// Validates a document and expects a verdict as it is written.
    private func check(
        _ model: String, _ document: String, _ expected: String, at place: SourceLocation = #_sourceLocation
    )
        throws
    {
        let entry = try #require(Catalogue.entry(named: model), sourceLocation: place)
        var writer = JSONWriter()
        _ = entry.validate(Array(document.utf8), into: &writer)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == expected, sourceLocation: place)
    }

    private func checkErrors(
        _ model: String, _ document: String, _ expected: String..., at place: SourceLocation = #_sourceLocation
    ) throws {
        try check(
            model, document, #"{"valid":false,"errors":["# + expected.joined(separator: ",") + "]}", at: place)
    }

    @Test func `defaults are filled and texts become what they stand for`() throws {
        try check(
            "CodeGenerationResult", #"{"explanation":"e","code":"c"}"#,
            #"{"valid":true,"value":{"file_path":"src/app/page.tsx","code":"c","language":"typescript","explanation":"e"}}"#
        )
        try check(
            "QAResult", #"{"passed":"Yes","issues":[],"summary":""}"#,
            #"{"valid":true,"value":{"passed":true,"issues":[],"summary":""}}"#)
        try check(
            "RoadmapModule",
            #"{"title":"t","description":"","steps":[],"estimated_hours":"1_0.5"}"#,
            #"{"valid":true,"value":{"title":"t","description":"","steps":[],"estimated_hours":10.5,"prerequisites":[]}}"#
        )
    }

    @Test func `all errors come at once: unknown members first, then by the model's order`() throws {
        try checkErrors(
            "QAResult", #"{"summary":1,"extra":0,"issues":[{"severity":"bad","suggestion":"s"}]}"#,
            #"{"loc":["extra"],"type":"extra_forbidden","msg":"Extra inputs are not permitted"}"#,
            #"{"loc":["passed"],"type":"missing","msg":"Field required"}"#,
            #"{"loc":["issues",0,"severity"],"type":"enum","msg":"Input should be 'critical', 'warning' or 'info'"}"#,
            #"{"loc":["issues",0,"description"],"type":"missing","msg":"Field required"}"#,
            #"{"loc":["summary"],"type":"string_type","msg":"Input should be a valid string"}"#)
    }

    @Test func `lengths count code points`() throws {
        let family = "👩‍👩‍👧"  // Five code points, one character.
        let fits = String(repeating: family, count: 20)
        try check(
            "Component", #"{"name":"\#(fits)","props":[],"children":[]}"#,
            #"{"valid":true,"value":{"name":"\#(fits)","props":[],"children":[]}}"#)
        try checkErrors(
            "Component", #"{"name":"\#(fits)x","props":[],"children":[]}"#,
            #"{"loc":["name"],"type":"string_too_long","msg":"String should have at most 100 characters"}"#)
    }

    @Test func `bounds hold for infinities and for what is no number`() throws {
        let document = #"{"title":"t","description":"","steps":[],"estimated_hours":@}"#
        for (hours, type, message) in [
            ("0", "greater_than", "Input should be greater than 0"),
            ("-Infinity", "greater_than", "Input should be greater than 0"),
            ("NaN", "less_than_equal", "Input should be less than or equal to 100"),
            ("1e400", "less_than_equal", "Input should be less than or equal to 100"),
            ("null", "float_type", "Input should be a valid number"),
        ] {
            try checkErrors(
                "RoadmapModule", document.replacing("@", with: hours),
                #"{"loc":["estimated_hours"],"type":"\#(type)","msg":"\#(message)"}"#)
        }
    }

    @Test func `a text that is not JSON has one error`() throws {
        try checkErrors(
            "Feature", "\u{feff}{}",
            #"{"loc":[],"type":"json_invalid","msg":"Invalid JSON: expected value at line 1 column 1"}"#)
    }

    @Test func `a question is answered once`() throws {
        let answer = #"{"question_id":"q1","answer":"a"}"#
        try checkErrors(
            "RespondRequest", #"{"responses":[\#(answer),\#(answer)]}"#,
            #"{"loc":["responses"],"type":"value_error","#
                + #""msg":"Value error, question_id 'q1' is answered more than once"}"#)
    }

    @Test func `a rule over several members is not held against what is wrong already`() throws {
        let answer = #"{"question_id":"q1","answer":"a","extra":0}"#
        try checkErrors(
            "RespondRequest", #"{"responses":[\#(answer),{"question_id":"q1","answer":"b"}]}"#,
            #"{"loc":["responses",0,"extra"],"type":"extra_forbidden","msg":"Extra inputs are not permitted"}"#)
    }

    @Test func `a token is never shown`() throws {
        let request = try ExportGitHubRequest(
            validating: ["repo_name": "project", "github_token": "ghp_secret"])
        #expect(request.githubToken.reveal { $0 } == "ghp_secret")
        var dumped = ""
        dump(request, to: &dumped)
        for text in [request.json.serialized, "\(request)", String(reflecting: request), dumped] {
            #expect(!text.contains("ghp_secret"))
        }
    }

    @Test func `every entry of the catalogue has its own name and a section on the reference page`() {
        #expect(Set(Catalogue.entries.map(\.name)).count == Catalogue.entries.count)
        for entry in Catalogue.entries {
            #expect(Catalogue.referencePage.contains("\(entry.name)\n  \(entry.summary)\n    "))
        }
    }
}
