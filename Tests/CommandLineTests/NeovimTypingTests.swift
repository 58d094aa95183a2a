import JSON
import TestSupport
import Testing

/// A person who types in a real Neovim in a terminal, while the built server has something to say.
///
/// The scenarios are functions in `editors/neovim/tests/keys.lua`.
@Suite struct NeovimTypingTests {
    private func seen(_ scenario: String, in neovim: Neovim) throws -> JSONValue {
        let result = try JSONValue(parsing: SampleWorkspace().neovim(scenario, in: neovim))
        #expect(result["failure"] == nil)
        return result["seen"] ?? .null
    }

    @Test(arguments: Neovim.allCases, ["type_on_with_the_plugin", "type_on_without_the_plugin"])
    func `a question takes no key of somebody who types`(neovim: Neovim, scenario: String) throws {
        #expect(try seen(scenario, in: neovim) == ["is_open": true, "lines": 2, "mode": "n"])
    }

    @Test(arguments: Neovim.allCases)
    func `the end of a job takes no key of somebody who types`(neovim: Neovim) throws {
        #expect(try seen("type_on_to_the_end", in: neovim) == ["lines": 2])
    }

    @Test(arguments: Neovim.allCases)
    func `an editor that is opened while a question waits says so, and its command answers it`(neovim: Neovim) throws {
        #expect(
            try seen("open_while_a_question_waits", in: neovim) == [
                "said": [
                    "CodeForge asks: What should the first version for dog walkers cover? :CodeForge answer"
                ], "status": "CodeForge asks", "is_still_open": true,
                "answered": "Everything, payments included",
            ])
    }

    @Test(arguments: Neovim.allCases)
    func `a student's first day leaves its rows, from the quiz to two finished steps`(neovim: Neovim) throws {
        let seen = try seen("student_day", in: neovim)
        #expect(["beginner", "intermediate", "advanced"].contains(seen["level"]?.string))
        #expect(seen["steps"]?.int ?? 0 > 10)
        #expect(seen["question"]?.string?.contains("Who can write the text that arrives at `yaml.load(text)`") == true)
        let session = seen["session"]
        #expect(session?["concepts_covered"]?.array?.contains("eval/yaml-load") == true)
        #expect(session?["transcript"]?.array?.map { $0["role"] } == ["user", "mentor", "user", "mentor"])
        #expect(seen["solved"]?.string?.contains("“YAML read without a safe loader” in board.py") == true)
        #expect(seen["choices"]?[0]?["context"] != nil && seen["choices"]?[0]?["selected"] != nil)
        #expect(seen["roadmap"]?["current_step_index"] == 2)
        #expect(seen["learning"]?.string?.contains("YAML read without a safe loader") == true)
        // Nothing that the student saw held the solution.
        #expect(seen["question"]?.serialized.contains("safe_load") == false)
        #expect(session?.serialized.contains("safe_load") == false)
    }
}
