import JSON
import TestSupport
import Testing

/// What becomes of a person's own files in a real Neovim in a terminal, by keys.
///
/// The scenarios are functions in `editors/neovim/tests/files.lua`.
@Suite struct NeovimFilesTests {
    private func seen(_ scenario: String, in neovim: Neovim) throws -> JSONValue {
        let result = try JSONValue(
            parsing: SampleWorkspace().neovim(scenario, in: neovim, environment: WorkerProcesses.quickWorker))
        #expect(result["failure"] == nil)
        return result["seen"] ?? .null
    }

    @Test(arguments: Neovim.allCases)
    func `own files stay; what was discarded with its buffer or taken back with git does not return`(
        neovim: Neovim
    ) throws {
        #expect(
            try seen("own_files", in: neovim) == [
                "stays": true, "is_modified": false, "names": true, "is_on_disk": false, "discarded": ["# Mine", true],
                "page": 0, "package": "{ \"name\": \"mine\" }\n",
            ])
    }

    @Test(arguments: Neovim.allCases)
    func `a new file that was not saved stays as it was typed, and comes back when its replacement is undone`(
        neovim: Neovim
    ) throws {
        #expect(
            try seen("new_unsaved_file", in: neovim) == [
                "typed": ["Typed and not saved."], "is_there": 0, "told": true, "saved": "Typed and not saved.\n",
                "replaced": true, "undone": "Typed and not saved.\n",
            ])
    }

    @Test(arguments: Neovim.allCases)
    func `one of six ticked steps is unticked alone, and the buffer is not left modified`(neovim: Neovim) throws {
        #expect(try seen("untick_a_step", in: neovim) == ["boxes": 5, "is_modified": false, "done": 5])
    }
}
