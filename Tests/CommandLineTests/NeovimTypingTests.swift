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
}
