import JSON
import Models
import TestSupport
import Testing

@testable import Engine

@Suite struct InputContextTests {
    private func check(
        _ object: JSONObject, for agent: String = "qa", isRefusedAt location: [String],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let error = #expect(throws: RequestFailure.self, sourceLocation: sourceLocation) {
            try InputContext(object, for: agent)
        }
        #expect(error?.code == "invalid_input", sourceLocation: sourceLocation)
        #expect(error?.location == location, sourceLocation: sourceLocation)
    }

    @Test func `several things that are wrong are sentences of their own`() {
        let errors = ["title", "mode"].map {
            ValidationError(location: [.key($0)], type: "missing", message: "Field required")
        }
        let message = RequestFailure(ValidationErrors(errors)).message
        #expect(message.components(separatedBy: "\n").allSatisfy { $0.hasSuffix(": Field required.") }, "\(message)")
        #expect(message.components(separatedBy: "\n").count == 2)
    }

    @Test func `known keys have their types`() {
        for key in [
            "user_idea", "target_audience", "description", "code", "language", "decision_context",
            "question",
        ] {
            check([key: 1], isRefusedAt: ["input_context", key])
        }
        check(["skip_clarification": "yes"], isRefusedAt: ["input_context", "skip_clarification"])
        check(["tech_stack": "Swift"], isRefusedAt: ["input_context", "tech_stack"])
        check(["focus_areas": [1]], isRefusedAt: ["input_context", "focus_areas"])
        check(["skill_level": "guru"], isRefusedAt: ["input_context", "skill_level"])
    }

    @Test(arguments: ["../x", "/etc/passwd", "C:\\x", "a/../b", ".git/config", "", "a\0b"])
    func `a path that leads out of the project is refused`(path: String) {
        check(["file_path": .string(path)], for: "code", isRefusedAt: ["input_context", "file_path"])
    }

    @Test(arguments: ["research", "pipeline"]) func `an idea is needed`(agent: String) {
        check([:], for: agent, isRefusedAt: ["input_context", "user_idea"])
        check(["user_idea": " \n"], for: agent, isRefusedAt: ["input_context", "user_idea"])
    }

    @Test func `limits are checked`() {
        let long = JSONValue.string(String(repeating: "x", count: 60_000))
        check(["user_idea": long], isRefusedAt: ["input_context", "user_idea"])
        check(["other": long], isRefusedAt: ["input_context"])
        check(JSONObject((0...10).map { ("key\($0)", 1) }), isRefusedAt: ["input_context"])
    }

    @Test func `a token is withheld where it is a key, at every depth, for every agent`() throws {
        var composer = SecretComposer(seed: 12)
        for agent in ["research", "code", "qa", "pipeline"] {
            let token = composer.github()
            var object: JSONObject = ["user_idea": "A CRM", "more": ["deep": [.object([token: 1])]]]
            object[token] = "x"
            let kept = JSONValue.object(
                try InputContext(object, for: agent).withoutSecrets(for: agent).object
            ).serialized
            #expect(!kept.contains(token), "\(kept)")
            #expect(kept.contains("A CRM") && kept.contains("\"deep\""), "\(kept)")
        }
    }

    @Test func `keys that nobody knows are kept`() throws {
        let object: JSONObject = ["user_idea": "A CRM", "mood": "good", "skill_level": nil]
        #expect(try InputContext(object, for: "research").object == object)
    }
}
