import JSON
import Testing

@testable import Engine

@Suite struct SettingsFileTests {
    /// The marked text of each problem, with its code.
    private func problems(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return SettingsFile.problems(in: bytes).map { problem in
            let line = TextPieces.lines(bytes).dropFirst(problem.line).first ?? []
            let marked = line.dropFirst(problem.columns.lowerBound).prefix(problem.columns.count)
            return "\(problem.code) \(problem.line): \(String(decoding: marked, as: UTF8.self))"
        }
    }

    @Test func `good settings have no problem`() {
        #expect(problems(#"{"review.enabled": true, "log": {"level": "debug"}, "review.disabledRules": null}"#) == [])
    }

    @Test func `an unknown key is marked, and the nearest name told`() {
        let text = "{\n  \"review\": {\n    \"é minimumSeverty\": \"info\"\n  }\n}\n"
        #expect(problems(text) == ["unknown-setting 2: \"é minimumSeverty\""])
        #expect(
            SettingsFile.problems(in: Array(#"{"review.minimumSeverty": 1}"#.utf8)).first?.message
                == "'review.minimumSeverty' is not a setting. "
                + "Did you mean 'review.minimumSeverity'?")
    }

    @Test func `a wrong value is marked, or its key where it takes several lines`() {
        #expect(problems(#"{"log.level": "loud"}"#) == [#"wrong-setting 0: "loud""#])
        #expect(problems("{\"log.level\": [1,\n2]}") == [#"wrong-setting 0: "log.level""#])
    }

    @Test func `a workspace names no model, address or command`() throws {
        let text = #"{"model": {"provider": "openai", "routes": {"qa": "offline"}}, "model.keyCommand": "cat key"}"#
        #expect(
            problems(text) == [
                #"personal-setting 0: "provider""#, #"personal-setting 0: "routes""#,
                #"personal-setting 0: "model.keyCommand""#,
            ])
        var settings = Settings()
        _ = SettingsFile.apply(Array(text.utf8), isOfWorkspace: true, to: &settings)
        #expect(settings.model.isOffline && settings.model.keyCommand.isEmpty && settings.model.routes.isEmpty)
        #expect(SettingsFile.apply(Array(text.utf8), isOfWorkspace: false, to: &settings) == [])
        #expect(settings.model.provider == .openai && settings.model.keyCommand == "cat key")
        #expect(try settings.model.route(as: .qa) == nil)
    }

    @Test(arguments: [
        #"{"model.provider": "skynet"}"#, #"{"model.baseURL": "ftp://a"}"#, #"{"model.baseURL": "https://u:p@a"}"#,
        #"{"model.routes": {"quality": "offline"}}"#, #"{"model.routes": {"qa": "skynet/1"}}"#,
        #"{"model.routes": {"qa": "openai/"}}"#, #"{"model.dailyLimit": -1}"#,
    ])
    func `a model that there cannot be is a problem`(text: String) {
        var settings = Settings()
        #expect(
            SettingsFile.apply(Array(text.utf8), isOfWorkspace: false, to: &settings).map(\.code) == ["wrong-setting"])
        #expect(settings.model.isOffline && settings.model.baseURL.isEmpty && settings.model.dailyLimit == 0)
        #expect(settings.model.allMistakes.count == 1)
    }

    @Test(arguments: [
        ("{\"a\": 1,}", "not-json 0: }"), ("[]", "not-json 0: []"), ("", "not-json 0: "), ("{\n'", "not-json 1: '"),
    ]) func `what is no object is marked where it goes wrong`(text: String, expected: String) {
        #expect(problems(text) == [expected])
    }

    @Test(arguments: ["gateway.corp:8443/v1", "htps://gateway.corp/v1", "ftp://a/v1", "https://u:p@a/v1"])
    func `an address that is not taken over lets nothing go to another one`(address: String) throws {
        var settings = Settings()
        let model: JSONObject = ["provider": "vllm", "name": "m", "baseURL": .string(address)]
        #expect(settings.apply(["model": .object(model)]).count == 1)
        #expect(throws: RequestFailure.self) { try settings.model.defaultRoute() }
        // Beside a job, too.
        let kept = ModelSettings(json: settings.model.json)
        #expect(throws: RequestFailure.self) { try kept.route(as: .code) }
        // A good one, and another provider's own, are used.
        #expect(settings.apply(["model": ["baseURL": "https://gateway.corp/v1"]]).isEmpty)
        #expect(try settings.model.defaultRoute()?.address.text == "https://gateway.corp/v1")
    }

    private static let wrongModelSettings: [(String, JSONValue)] = [
        ("dailyLimit", "50"), ("dailyLimit", -1), ("keyCommand", ["pass", "show", "key"]), ("caFile", "ca.pem"),
    ]

    @Test(arguments: wrongModelSettings)
    func `a limit or a key that is not taken over lets nothing go without it`(key: String, value: JSONValue) throws {
        var settings = Settings()
        let model: JSONObject = ["provider": "openai", "name": "m", key: value]
        #expect(settings.apply(["model": .object(model)]).count == 1)
        #expect(throws: RequestFailure.self) { try ModelSettings(json: settings.model.json).route(as: .code) }
        let good: JSONValue = key == "dailyLimit" ? 50 : ""
        #expect(settings.apply(["model": .object([key: good])]).isEmpty)
        #expect(try settings.model.route(as: .code)?.model == "m")
    }

    @Test func `a file of authorities is named by its whole path`() {
        for (path, isTaken) in [
            ("ca.pem", false), ("./ca.pem", false), ("~/ca.pem", true), ("/etc/ca.pem", true), ("", true),
        ] {
            var settings = Settings()
            #expect(settings.apply(["model": ["caFile": .string(path)]]).isEmpty == isTaken, "\(path)")
            #expect(settings.model.caFile.isEmpty == (!isTaken || path.isEmpty))
        }
    }

    @Test func `a rule that there is none of is marked, and the others are switched off`() {
        let text = #"{"review.disabledRules": ["errors/*", "eval/python-evall", "own/mine", "team/x", "ruff/E501"]}"#
        #expect(problems(text) == ["wrong-setting 0: \"review.disabledRules\""])
        var settings = Settings()
        let told = settings.apply(["review.disabledRules": ["errors/*", "eval/python-evall"]])
        #expect(told.map(\.message).joined().contains("Did you mean 'eval/python-eval'?"))
        #expect(settings.reviewDisabledRules.count == 2)
    }
}
