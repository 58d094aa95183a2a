import JSON
import TestSupport
import Testing

/// What a person does with files, windows and programs in a real Neovim, with the built server.
///
/// The situations are functions in `editors/neovim/tests/situations.lua`.
@Suite struct NeovimSituationTests {
    private func check(_ situation: String, in neovim: Neovim, sees expected: JSONValue) throws {
        let result = try JSONValue(parsing: SampleWorkspace().neovim(situation, in: neovim))
        #expect(result["failure"] == nil)
        #expect(result["seen"] == expected)
    }

    @Test(arguments: Neovim.allCases)
    func `what waits can be looked at, and whoever refuses it then is told that they left it out`(
        neovim: Neovim
    ) throws {
        let folder = try TemporaryFolder()
        let result = try JSONValue(
            parsing: SampleWorkspace().neovim(
                "look_and_refuse", in: neovim,
                environment: WorkerProcesses.quickWorker.merging(["FOLDER": folder.path]) { $1 }))
        #expect(result["failure"] == nil)
        #expect(
            result["seen"] == [
                "shown": true, "shown_again": true,
                "told": "CodeForge: Not brought in: README.md (you left it out).",
            ])
    }

    @Test(arguments: Neovim.allCases)
    func `whoever has a single file open is asked before its whole folder becomes a project`(neovim: Neovim) throws {
        let result = try JSONValue(
            parsing: SampleWorkspace().neovim(
                "lone_file", in: neovim, environment: WorkerProcesses.quickWorker))
        #expect(result["failure"] == nil)
        #expect(
            result["seen"] == [
                "asked": 2, "question": "holds no .codeforge or .git. Work on all of it?", "refused": 0,
            ], "\(result)")
    }

    @Test(arguments: Neovim.allCases)
    func `a student who asks for a quick fix is told why there is none`(neovim: Neovim) throws {
        try check(
            "fix_of_a_student", in: neovim,
            sees: .string(
                "CodeForge: quick fixes are withheld in student mode; :CodeForge mentor helps on, "
                    + ":CodeForge set-mode changes the mode"))
    }

    @Test(arguments: Neovim.allCases)
    func `lenses of a buffer that is gone throw nothing at whoever types`(neovim: Neovim) throws {
        try check("lenses_of_what_is_gone", in: neovim, sees: ["thrown": nil, "is_kept": true])
    }

    @Test(arguments: Neovim.allCases)
    func `lines of a message that are shown as one do not run together`(neovim: Neovim) throws {
        try check("lines_in_one", in: neovim, sees: "The first is wrong. The second is, too. So is this")
    }

    @Test(arguments: Neovim.allCases)
    func `the mentor's answer is shown whole, and takes no keys`(neovim: Neovim) throws {
        let result = try JSONValue(
            parsing: SampleWorkspace().neovim(
                "mentor_answer", in: neovim, environment: WorkerProcesses.quickWorker))
        #expect(result["failure"] == nil)
        #expect(result["seen"] == ["is_whole": true, "is_focused": false, "is_long": true])
    }

    @Test(arguments: Neovim.allCases)
    func `an agent's fix takes the file's only finding from anywhere, and says where there is none`(
        neovim: Neovim
    ) throws {
        try check(
            "fix_with_agent_anywhere", in: neovim,
            sees: [
                "asked": ["Which finding? 2"], "chosen": ["codeforge.fixWithAgent"],
                "said": ["CodeForge: no finding in this file"],
            ])
    }

    private static let rule: JSONValue = ["correctness/mutable-default"]

    @Test(arguments: Neovim.allCases)
    func `a file that is saved under another name is reviewed there`(neovim: Neovim) throws {
        try check(
            "save_as", in: neovim, sees: ["before": Self.rule, "after": Self.rule, "name": "second #1.py"])
    }

    @Test(arguments: Neovim.allCases)
    func `a buffer in two windows is one document, also when it is read again`(neovim: Neovim) throws {
        try check("two_windows", in: neovim, sees: ["found": Self.rule, "clients": 1])
    }

    @Test(arguments: Neovim.allCases)
    func `a program that vanishes is told of, and comes back with the file`(neovim: Neovim) throws {
        try check(
            "program_vanishes", in: neovim,
            sees: [
                "found": Self.rule,
                "said": [
                    "CodeForge: the server ended; entering a buffer or :edit starts it again",
                    "codeforge: 'PROGRAM' is not there any more; once it is back, :edit starts it",
                    "codeforge: not running for this buffer; see :checkhealth codeforge",
                ],
            ])
    }

    @Test(arguments: Neovim.allCases)
    func `what was said opens at the newest`(neovim: Neovim) throws {
        try check("newest_message", in: neovim, sees: ["message 80", "message 81"])
    }

    @Test(arguments: Neovim.allCases)
    func `completion is the server's in its own documents, and elsewhere what it was`(neovim: Neovim) throws {
        try check(
            "completion_of_own_documents", in: neovim,
            sees: ["page": true, "offered": ["\"info\"", "\"warning\"", "\"critical\""]])
    }

    @Test(arguments: Neovim.allCases)
    func `progress is Neovim's own, and its outline shows a document's headings`(neovim: Neovim) throws {
        try check("outline_and_progress", in: neovim, sees: ["first": "Jobs", "is_told": true])
    }
}
