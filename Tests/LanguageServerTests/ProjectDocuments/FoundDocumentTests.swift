import Foundation
import JSON
import TestSupport
import Testing

/// Documents that lie in a folder whose project has nothing of them, as an editor hears of them.
@Suite struct FoundDocumentTests {
    private let requirements = """
        # Leash

        A place where dog walkers keep their clients, dogs and walks.

        ## For whom

        - **Dog walker** wants: to see today's walks. Trouble today: paper lists.

        ## Features

        ### Walks

        Priority: must-have

        Plan who walks which dog.

        ## Stack

        - Flask

        """

    private let roadmap = """
        # Roadmap: Leash

        From nothing to walks.

        Level: beginner · 3 hours · 2 steps

        ## 1. Begin

        Something that runs.

        3 hours

        - [x] Make a page
        - [ ] Show a walk

        """

    private func session(_ documents: [String: String]) throws -> JobSession {
        let folder = try TemporaryFolder()
        for (name, text) in documents { try folder.write(text, to: ".codeforge/\(name)") }
        return try JobSession(workspace: folder, reply: JobSession.askNothing)
    }

    @Test func `opening a folder takes them over and says so, and a tick that is saved counts`() throws {
        let session = try session(["requirements.md": requirements, "roadmap.md": roadmap])
        try session.until { session.shownMessages.contains { $0.hasPrefix("Taken over from .codeforge/") } }
        #expect(try session.call("codeforge/project/get")["result"]?["title"] == "Leash")
        let uri = session.workspace.uri + "/.codeforge/roadmap.md"
        let ticked = roadmap.replacing("- [ ]", with: "- [x]")
        try session.server.send([
            "method": "textDocument/didOpen",
            "params": [
                "textDocument": [
                    "uri": .string(uri), "languageId": "markdown", "version": 1, "text": .string(roadmap),
                ]
            ],
        ])
        try session.workspace.write(ticked, to: ".codeforge/roadmap.md")
        try session.server.send([
            "method": "textDocument/didChange",
            "params": [
                "textDocument": ["uri": .string(uri), "version": 2], "contentChanges": [["text": .string(ticked)]],
            ],
        ])
        try session.server.send([
            "method": "textDocument/didSave", "params": ["textDocument": ["uri": .string(uri)]],
        ])
        try session.until {
            try session.call("codeforge/roadmap/get")["result"]?["current_step_index"] == 2
        }
        #expect(session.document("roadmap.md") == ticked && session.document("requirements.md") == requirements)
    }

    @Test func `one that cannot be read is marked at its line, and counts once it is mended and saved`() throws {
        let wrong = roadmap.replacing("\n3 hours\n", with: "\n")
        let session = try session(["roadmap.md": wrong])
        try session.until { session.shownMessages.contains { $0.contains("run the roadmap agent") } }
        let uri = session.workspace.uri + "/.codeforge/roadmap.md"
        try session.server.send([
            "method": "textDocument/didOpen",
            "params": [
                "textDocument": ["uri": .string(uri), "languageId": "markdown", "version": 1, "text": .string(wrong)]
            ],
        ])
        try session.until {
            session.all("textDocument/publishDiagnostics").contains { published in
                published["uri"]?.string == uri
                    && published["diagnostics"]?.array?.contains {
                        $0["code"] == "unreadable-roadmap" && $0["range"]?["start"]?["line"] == 6
                    } == true
            }
        }
        try session.workspace.write(roadmap, to: ".codeforge/roadmap.md")
        try session.server.send([
            "method": "textDocument/didChange",
            "params": [
                "textDocument": ["uri": .string(uri), "version": 2], "contentChanges": [["text": .string(roadmap)]],
            ],
        ])
        try session.server.send([
            "method": "textDocument/didSave", "params": ["textDocument": ["uri": .string(uri)]],
        ])
        try session.until { session.shownMessages.contains { $0.hasPrefix("Taken over from .codeforge/roadmap.md") } }
    }
}
