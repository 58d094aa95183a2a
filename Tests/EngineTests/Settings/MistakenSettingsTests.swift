import JSON
import Models
import TestSupport
import Testing

@testable import Engine

/// Settings that a person made and that could not be taken over: nobody works offline for them without a word.
@Suite struct MistakenSettingsTests {
    private func models(_ text: String, isOfWorkspace: Bool = false) -> ModelSettings {
        var settings = Settings()
        _ = SettingsFile.apply(
            Array(text.utf8), isOfWorkspace: isOfWorkspace, to: &settings, from: "/home/ann/config.json")
        return settings.model
    }

    @Test(arguments: [
        (#"{"model.provider": "antropic"}"#, ["model.provider", "'antropic'", "'anthropic'"]),
        (#"{"model": {"provider": "OpenAI"}}"#, ["model.provider", "'OpenAI'", "'openai'"]),
        (#"{"model.provider": ["ollama"]}"#, ["model.provider", #"["ollama"]"#]),
        (#"{"model.provder": "ollama"}"#, ["model.provder", "'model.provider'"]),
        (#"{"provider": "ollama"}"#, ["'provider'", "'model.provider'"]),
        (#"{"model": "gpt-5"}"#, ["'model'", "'gpt-5'"]),
        (#"{"model": {"name": "gpt-5"}}"#, ["'model.name'", "'model.provider' is not", "ollama"]),
        (#"{"codeforge": {"model.baseURL": "http://localhost:1234/v1"}}"#, ["'model.baseURL'", "provider"]),
        (#"{"modle": {"provider": "ollama"}}"#, ["'modle'", "Did you mean 'model'?"]),
        (#"{"model.routes": {"reviewer": "ollama/q"}}"#, ["'reviewer'", "qa"]),
        (#"{"model.routes": {"qaa": "ollama/q"}}"#, ["'qaa'", "Did you mean 'qa'?"]),
        (#"{"model.provider": "openai""#, ["not JSON"]), ("[]", ["object"]), ("", ["not JSON"]),
    ])
    func `what was meant and not taken over is the reason why agents work offline`(text: String, says: [String]) {
        let models = models(text)
        let reason = models.offlineReason ?? ""
        #expect(reason.hasPrefix("/home/ann/config.json: "), "\(reason)")
        for words in says { #expect(reason.contains(words), "\(reason)") }
        #expect(models.mistake(for: .research) != nil && models.mistake(for: .mentor) != nil)
        // The worker reads it beside the job.
        #expect(ModelSettings(json: models.json) == models)
    }

    @Test(arguments: [
        "{}", #"{"model.provider": "offline"}"#, #"{"log.level": "loud"}"#, #"{"review.enabeld": true}"#,
        #"{"model.routes": {"qa": "offline"}}"#, #"{"model": {"provider": "offline", "name": "gpt-5"}}"#,
        #"{"model.dailyLimit": "much"}"#,
    ])
    func `what is offline by choice, or wrong elsewhere, is no reason`(text: String) {
        #expect(models(text).offlineReason == nil)
        #expect(models(text).mistake(for: .qa) == nil)
    }

    @Test func `a wrong route leaves the others, and its agent offline with the reason`() throws {
        let models = models(
            #"{"model": {"provider": "openai", "name": "m", "routes": "#
                + #"{"qa": "ollama/q", "code": "antropic/opus", "roadmp": "offline", "mentor": 5}}}"#)
        #expect(try models.route(as: .qa)?.provider == .ollama)
        #expect(try models.route(as: .research)?.provider == .openai)
        // What was meant for one model goes to no other.
        #expect(try models.route(as: .code) == nil && models.route(as: .mentor) == nil)
        #expect(try models.route(as: .pedagogy)?.provider == .openai)
        #expect(models.mistake(for: .code)?.contains("Did you mean 'anthropic/opus'?") == true)
        #expect(models.mistake(for: .fix) == models.mistake(for: .code))
        #expect(models.mistake(for: .mentor)?.contains("'mentor'") == true)
        #expect(models.mistake(for: .qa) == nil && models.offlineReason == nil)
        #expect(models.allMistakes.count == 3)
        #expect(models.allMistakes.first?.roles == [], "an agent that there is not works nowhere")
    }

    @Test func `a workspace that names a provider is a reason, and one that cannot be read is none`() {
        #expect(
            models(#"{"model.provider": "ollama"}"#, isOfWorkspace: true).offlineReason?.contains("not read") == true)
        #expect(models("{", isOfWorkspace: true).offlineReason == nil)
    }

    @Test func `what an editor sets goes before, and its own mistakes are told as its own`() {
        var settings = Settings()
        _ = SettingsFile.apply(Array("{".utf8), isOfWorkspace: false, to: &settings, from: "config.json")
        var good = settings
        #expect(good.apply(["model": ["provider": "ollama"]]) == [])
        #expect(good.model.offlineReason == nil && good.model.mistake(for: .code) == nil)
        _ = settings.apply(["model.provider": "olama"])
        #expect(settings.model.offlineReason?.contains("the editor's settings: ") == true)
    }

    @Test func `a model without a provider is told where it stands, until somebody names one`() throws {
        let text = "{\n  \"codeforge\": {\n    \"model\": {\"name\": \"gpt-5\"}\n  }\n}\n"
        let problem = try #require(SettingsFile.problems(in: Array(text.utf8), isOfWorkspace: false).first)
        #expect(problem.line == 2 && problem.message.contains("'model.provider' is not"))
        var settings = Settings()
        _ = settings.apply(["model": ["name": "gpt-5", "routes": ["qa": "ollama/q"]]])
        #expect(settings.model.mistake(for: .code) != nil && settings.model.mistake(for: .qa) == nil)
        #expect(settings.model.allMistakes.count == 1)
        #expect(ModelSettings(json: settings.model.json) == settings.model)
        #expect(settings.apply(["model.provider": "openai"]) == [])
        #expect(settings.model.allMistakes.isEmpty)
        #expect(settings.apply(["model.name": "gpt-6"]) == [], "the provider stands elsewhere")
    }

    @Test func `settings within one of the program's name, and behind a byte order mark, apply`() {
        var settings = Settings()
        let text = "\u{FEFF}{\"codeforge\": {\"model.provider\": \"ollama\", \"review\": {\"enabeld\": true}}}"
        let problems = SettingsFile.apply(Array(text.utf8), isOfWorkspace: false, to: &settings)
        #expect(settings.model.provider == .ollama)
        #expect(problems.map(\.line) == [0] && problems[0].message.contains("'review.enabeld'"))
        let place = Array(text.utf8)[problems[0].columns]
        #expect(String(decoding: place, as: UTF8.self) == "\"enabeld\"")
    }

    @Test func `a file that cannot be read is told with its path`() throws {
        let folder = try TemporaryFolder()
        try folder.write("codeforge/config.json/in-the-way", "x")
        let files = SettingsFiles(folder: nil) { $0 == "XDG_CONFIG_HOME" ? folder.path : nil }
        let problem = try #require(files.problems.first)
        #expect(problem.sentence == "\(folder.path)/codeforge/config.json: \(problem.message)")
        #expect(files.settings.model.offlineReason == problem.sentence)
    }
}
