import Foundation
import Models
import Testing

@testable import Engine

@Suite struct DocumentFolderTests {
    private func withFolder(_ body: (String, DocumentFolder) async throws -> Void) async throws {
        let root = FileManager.default.temporaryDirectory.path + "/documents-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: root) }
        try await body(root, DocumentFolder(try ProjectFolder(path: root)))
    }

    private func write(_ text: String, to path: String) throws {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    private func text(_ folder: DocumentFolder, _ kind: DocumentKind) -> String {
        String(decoding: folder.text(of: kind) ?? [], as: UTF8.self)
    }

    @Test func `an equal rendering changes nothing`() async throws {
        try await withFolder { _, folder in
            let first = try await folder.update { [.jobs: "# Jobs\n"] }
            let second = try await folder.update { [.jobs: "# Jobs\n"] }
            #expect(first == [.jobs])
            #expect(second == [])
            #expect(text(folder, .jobs) == "# Jobs\n")
        }
    }

    @Test func `what a stash holds is not written anew unless there is something new`() async throws {
        try await withFolder { root, folder in
            func git(_ arguments: String...) throws -> String {
                let own = ["-C", root, "-c", "user.name=A", "-c", "user.email=a@example.org"]
                return String(decoding: try run("/usr/bin/git", own + arguments), as: UTF8.self)
            }
            _ = try git("init", "-q")
            try write("x", to: root + "/a.txt")
            _ = try git("add", "a.txt")
            _ = try git("commit", "-qm", "one")
            try await folder.update { [.roadmap: "# Roadmap\n"] }
            try write("# Roadmap\n\nMine.\n", to: folder.path(of: .roadmap))
            _ = try git("stash", "-q", "-u")
            #expect(folder.text(of: .roadmap) == nil)
            #expect(try await folder.update { [.roadmap: "# Roadmap\n"] } == [])
            #expect(folder.text(of: .roadmap) == nil)
            _ = try git("stash", "pop", "-q")
            #expect(text(folder, .roadmap) == "# Roadmap\n\nMine.\n")
            #expect(try git("stash", "list") == "")

            // Something new is written; the stash keeps what the person has until the file makes way.
            _ = try git("stash", "-q", "-u")
            #expect(try await folder.update { [.roadmap: "# Roadmap\n\nNew.\n"] } == [.roadmap])
            _ = try git("stash", "pop", "-q")
            #expect(try git("stash", "list").contains("stash@{0}"))
            #expect(text(folder, .roadmap) == "# Roadmap\n\nNew.\n")
            // Dropped, what is gone is somebody's deletion: it begins anew.
            _ = try git("stash", "drop", "-q")
            try FileManager.default.removeItem(atPath: folder.path(of: .roadmap))
            #expect(try await folder.update { [.roadmap: "# Roadmap\n\nNew.\n"] } == [.roadmap])
        }
    }

    @Test func `notes and ticks of a person survive a new rendering`() async throws {
        try await withFolder { _, folder in
            let first = DocumentSamples.questions().render()
            try await folder.update { [.questions: first] }
            let noted =
                "My note on top.\n"
                + first.replacing("- [ ] Payments", with: "- [x] Payments").replacing(
                    "### For whom?", with: "### For whom?\n\nI wonder.")
            try write(noted, to: folder.path(of: .questions))
            let closed = DocumentSamples.questions(answers: [
                ClarificationResponse(questionID: "q1", answer: "Payments"),
                ClarificationResponse(questionID: "q2", answer: "Me"),
            ])
            try await folder.update { [.questions: closed.render()] }
            let merged = text(folder, .questions)
            #expect(merged.hasPrefix("My note on top.\n# Questions\n"))
            for line in ["I wonder.", "- [x] Payments", "Answered: Payments", "Answered: Me"] {
                #expect(merged.contains(line))
            }
            #expect(merged.ranges(of: "### For whom?").count == 1)
        }
    }

    @Test func `a file that was there before CodeForge keeps its text`() async throws {
        try await withFolder { root, folder in
            try FileManager.default.createDirectory(atPath: root + "/.codeforge", withIntermediateDirectories: true)
            try write("My own list\n", to: folder.path(of: .roadmap))
            try await folder.update { [.roadmap: "# Roadmap\n"] }
            #expect(text(folder, .roadmap) == "My own list\n# Roadmap\n")
        }
    }

    @Test func `line ends of an editor stay, and are no change of the text`() async throws {
        try await withFolder { _, folder in
            let first = DocumentSamples.roadmap(done: 0).render()
            try await folder.update { [.roadmap: first] }
            let saved = (first + "My note\n").replacingOccurrences(of: "\n", with: "\r\n")
            try write(saved, to: folder.path(of: .roadmap))
            let second = DocumentSamples.roadmap(done: 2).render()
            try await folder.update { [.roadmap: second] }
            let expected = (second + "My note\n").replacingOccurrences(of: "\n", with: "\r\n")
            #expect(text(folder, .roadmap) == expected)
        }
    }

    @Test func `a document that is too long to be merged is left alone`() async throws {
        try await withFolder { _, folder in
            try await folder.update { [.jobs: "# Jobs\n"] }
            let long = String(repeating: "x", count: DocumentFolder.maxBytes + 1)
            try write(long, to: folder.path(of: .jobs))
            let changed = try await folder.update { [.jobs: "# Jobs\n\n- one\n"] }
            #expect(changed == [])
            #expect(try String(contentsOfFile: folder.path(of: .jobs), encoding: .utf8) == long)
        }
    }

    @Test(arguments: [".codeforge", ".codeforge/jobs.md"])
    func `a link that leads out of the workspace is not followed`(link: String) async throws {
        try await withFolder { root, folder in
            let outside = root + "-outside"
            try FileManager.default.createDirectory(atPath: outside, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: outside) }
            try write("secret", to: outside + "/jobs.md")
            let isFolder = link == ".codeforge"
            if !isFolder { try await folder.update { [.roadmap: "# Roadmap\n"] } }
            try FileManager.default.createSymbolicLink(
                atPath: "\(root)/\(link)", withDestinationPath: isFolder ? outside : outside + "/jobs.md")
            await #expect(throws: WorkspaceError.self) { try await folder.update { [.jobs: "# Jobs\n"] } }
            #expect(try String(contentsOfFile: outside + "/jobs.md", encoding: .utf8) == "secret")
            #expect(try FileManager.default.contentsOfDirectory(atPath: outside) == ["jobs.md"])
        }
    }

    @Test func `two programs that render at once lose nothing and leave one text`() async throws {
        try await withFolder { _, folder in
            try await withThrowingTaskGroup { group in
                for _ in 0..<8 {
                    group.addTask { try await folder.update { [.jobs: "# Jobs\n\n- one\n"] } }
                }
                try await group.waitForAll()
            }
            #expect(text(folder, .jobs) == "# Jobs\n\n- one\n")
        }
    }

    @Test func `a text that was read before the file was written anew is based on what it was read from`() async throws
    {
        try await withFolder { _, folder in
            let first = "# Roadmap\n\n- [ ] One\n- [ ] Two\n"
            let second = "# Roadmap\n\n- [x] One\n- [ ] Two\n"
            try await folder.update { [.roadmap: first] }
            let opened = Array(first.utf8)
            #expect(await folder.rendering(of: .roadmap, behind: opened) == Array(first.utf8))
            try await folder.update { [.roadmap: second] }
            #expect(await folder.rendering(of: .roadmap, behind: opened) == Array(first.utf8))
            // What stands in the file is based on the newest, whatever a person made of it.
            #expect(await folder.rendering(of: .roadmap, behind: Array(second.utf8)) == Array(second.utf8))
            try write(first, to: folder.path(of: .roadmap))
            #expect(await folder.rendering(of: .roadmap, behind: opened) == Array(second.utf8))
        }
    }

    @Test func `a document that an editor opens while others are written is left to the editor`() async throws {
        try await withFolder { _, folder in
            try await folder.update { [.roadmap: "One\n", .jobs: "One\n"] }
            let viewer = RoadmapHolder()
            let changed = try await folder.update(for: viewer) { [.roadmap: "Two\n", .jobs: "Two\n"] }
            #expect(changed == [.jobs])
            #expect(text(folder, .roadmap) == "One\n" && folder.rendering(of: .roadmap) == Array("One\n".utf8))
        }
    }
}

/// Somebody who typed into the roadmap and has not saved it.
private struct RoadmapHolder: DocumentViewer {
    func holds(_ kind: DocumentKind, file: DocumentState) async -> Bool { kind == .roadmap }
    func kept(_ kind: DocumentKind, as path: String) async {}
    func wrote(_ kind: DocumentKind, from old: DocumentState, to new: DocumentState) async {}
}
