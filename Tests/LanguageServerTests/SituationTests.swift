import Foundation
import JSON
import TestSupport
import Testing

/// What editors do with documents and folders beyond opening and typing, as a client tells it.
@Suite struct SituationTests {
    private static let text = "def f(x=[]):\n    return x\n"
    private static let rule: [String] = ["correctness/mutable-default"]

    private let folder: TemporaryFolder
    private let server: ServerProcess

    init() throws {
        folder = try TemporaryFolder()
        server = try ServerProcess()
    }

    private func tell(_ method: String, _ parameters: JSONValue) throws {
        try server.send(["method": .string(method), "params": parameters])
    }

    private func close(_ uri: String) throws {
        try tell("textDocument/didClose", ["textDocument": ["uri": .string(uri)]])
    }

    /// The rules of the next publication of a document.
    private func published(_ uri: String) throws -> [String] {
        while true {
            let message = try server.receive()
            guard message["method"] == "textDocument/publishDiagnostics", message["params"]?["uri"]?.string == uri
            else { continue }
            return (message["params"]?["diagnostics"]?.array ?? []).compactMap { $0["code"]?.string }
        }
    }

    @Test func `a renamed file takes its findings along, and none stay at its old name`() throws {
        try server.initialize(root: folder, capabilities: ["workspace": ["fileOperations": ["didRename": true]]])
        let (old, new) = (folder.uri + "/a.py", folder.uri + "/b c.py")
        try server.open(old, "python", Self.text)
        #expect(try published(old) == Self.rule)
        try close(old)
        #expect(try published(old) == [])
        try tell("workspace/didRenameFiles", ["files": [["oldUri": .string(old), "newUri": .string(new)]]])
        try server.open(new, "python", Self.text)
        #expect(try published(new) == Self.rule)
        #expect(try server.shutDown() == 0)
    }

    @Test func `a remote folder's documents are reviewed by their texts, and agents say that they have no folder`()
        throws
    {
        let root: JSONValue = "vscode-remote://ssh-remote%2Bbox/home/ada/app"
        try server.send([
            "id": "initialize", "method": "initialize",
            "params": [
                "processId": nil, "rootUri": root, "capabilities": [:],
                "workspaceFolders": [["uri": root, "name": "app"]],
            ],
        ])
        _ = try server.answer(to: "initialize")
        try tell("initialized", [:])
        let uri = "vscode-remote://ssh-remote%2Bbox/home/ada/app/a.py"
        try server.open(uri, "python", Self.text)
        #expect(try published(uri) == Self.rule)
        let answer = try server.request(
            1, "codeforge/pipeline/run", ["input_context": ["user_idea": "A CRM for dog walkers"]])
        #expect(answer["error"]?["message"]?.string?.hasPrefix("No folder is open.") == true)
        #expect(try server.shutDown() == 0)
    }

    @Test func `an address with every odd character is one document in both of its spellings`() throws {
        try server.initialize(root: folder)
        let encoded = folder.uri + "/%C3%A9%20%23%25%5B1%5D%3B.py"
        let plain = folder.uri + "/é %23%25[1];.py"
        try server.open(encoded, "python", Self.text)
        #expect(try published(encoded) == Self.rule)
        try tell(
            "textDocument/didChange",
            [
                "textDocument": ["uri": .string(plain), "version": 2],
                "contentChanges": [["text": "x = 1\n"]],
            ])
        #expect(try published(encoded) == [])
        try close(plain)
        #expect(try published(encoded) == [])
        #expect(try server.shutDown() == 0)
    }

    @Test func `what is told of documents that are not open changes nothing`() throws {
        try server.initialize(root: folder)
        let uri = folder.uri + "/a.py"
        let identifier: JSONValue = ["uri": .string(uri), "version": 1]
        try tell("textDocument/didChange", ["textDocument": identifier, "contentChanges": [["text": "y"]]])
        try tell("textDocument/didSave", ["textDocument": identifier])
        try close(uri)
        try server.open(uri, "python", Self.text)
        #expect(try published(uri) == Self.rule)
        try close(uri)
        #expect(try published(uri) == [])
        try close(uri)
        let answer = try server.request(1, "codeforge/debug/document", ["uri": .string(uri)])
        #expect(answer["error"]?["data"]?["code"] == "not_found")
        #expect(try server.shutDown() == 0)
    }

    @Test func `a document that is opened twice has the last text, and is closed once`() throws {
        try server.initialize(root: folder)
        let uri = folder.uri + "/a.py"
        try server.open(uri, "python", "x = 1\n")
        #expect(try published(uri) == [])
        try server.open(uri, "python", Self.text, version: 7)
        #expect(try published(uri) == Self.rule)
        let answer = try server.request(1, "codeforge/debug/document", ["uri": .string(uri)])
        #expect(answer["result"]?["version"] == 7)
        try close(uri)
        #expect(try published(uri) == [])
        #expect(try server.shutDown() == 0)
    }

    @Test func `a file that is deleted under its document keeps its findings until the document is closed`() throws {
        try folder.write(Self.text, to: "a.py")
        try server.initialize(root: folder, capabilities: ["workspace": ["fileOperations": ["didDelete": true]]])
        let uri = folder.uri + "/a.py"
        try server.open(uri, "python", Self.text)
        #expect(try published(uri) == Self.rule)
        try FileManager.default.removeItem(atPath: folder.path + "/a.py")
        try tell("workspace/didDeleteFiles", ["files": [["uri": .string(uri)]]])
        let actions = try server.request(
            1, "textDocument/codeAction",
            [
                "textDocument": ["uri": .string(uri)], "context": ["diagnostics": []],
                "range": [
                    "start": ["line": 0, "character": 0], "end": ["line": 0, "character": 0],
                ],
            ])
        #expect(actions["result"]?.array?.isEmpty == false)
        try close(uri)
        #expect(try published(uri) == [])
        #expect(try server.shutDown() == 0)
    }

    @Test func `a document that was never saved becomes a file, and another language another review`() throws {
        try server.initialize(root: folder)
        try server.open("untitled:Untitled-1", "python", Self.text)
        #expect(try published("untitled:Untitled-1") == Self.rule)
        try close("untitled:Untitled-1")
        #expect(try published("untitled:Untitled-1") == [])
        let uri = folder.uri + "/script"
        try server.open(uri, "plaintext", Self.text)
        #expect(try published(uri) == [])
        try close(uri)
        #expect(try published(uri) == [])
        try server.open(uri, "python", Self.text)
        #expect(try published(uri) == Self.rule)
        #expect(try server.shutDown() == 0)
    }

    @Test func `a document that is moved out of its folder is a person's own`() throws {
        try server.initialize(root: folder)
        for (name, isOwn) in [(".codeforge/roadmap.md", true), ("roadmap.md", false), (".codeforge/mine.md", false)] {
            let uri = folder.uri + "/" + name
            try server.open(uri, "markdown", "# Roadmap\r\n\r\n- [ ] 😀\r\n")
            for (number, method) in ["documentSymbol", "foldingRange", "documentLink"].enumerated() {
                let answer = try server.request(
                    number, "textDocument/" + method, ["textDocument": ["uri": .string(uri)]])
                #expect(answer["result"]?.isNull == !isOwn, "\(method) of \(name)")
            }
        }
        #expect(try server.shutDown() == 0)
    }

    @Test func `a file that is open by its path and through a link is dismissed in both`() throws {
        try folder.write(Self.text, to: "a.py")
        let link = try TemporaryFolder().path
        try? FileManager.default.removeItem(atPath: link)
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path)
        try server.initialize(
            root: folder, capabilities: ["textDocument": ["publishDiagnostics": ["dataSupport": true]]])
        let (real, linked) = (folder.uri + "/a.py", "file://\(link)/a.py")
        try server.open(real, "python", Self.text)
        #expect(try published(real) == Self.rule)
        let list = try server.request(1, "codeforge/review/list")
        let identity = try #require(list["result"]?["items"]?.array?.first?["identity"])
        _ = try server.request(
            2, "workspace/executeCommand",
            ["command": "codeforge.dismissIssue", "arguments": [["uri": .string(real), "identity": identity]]])
        try tell(
            "workspace/didChangeWorkspaceFolders",
            [
                "event": [
                    "added": [["uri": .string("file://" + link), "name": "link"]],
                    "removed": [["uri": .string(folder.uri), "name": "workspace"]],
                ]
            ])
        try server.open(linked, "python", Self.text)
        // First as ever, then without what was dismissed once the folder's project is known.
        while try published(linked) != [] {}
        try FileManager.default.removeItem(atPath: link)
        #expect(try server.shutDown() == 0)
    }
}
