import JSON
import TestSupport
import Testing

/// A model's change of several files in an editor: one edit that asks, one preview, one step back.
@Suite struct ModelFilesEditingTests {
    private static let texts = [
        "app.py": "from lib import add\n\nprint(add(1, 2))\n", "lib.py": "def add(a, b):\n    return a + b\n",
    ]

    private static let answer: JSONValue = [
        "explanation": "add is called plus now.",
        "files": [
            [
                "file_path": "lib.py", "language": "python", "code": .null,
                "edits": [["find": "def add(", "replace": "def plus("]],
            ],
            [
                "file_path": "app.py", "language": "python", "code": .null,
                "edits": [
                    ["find": "import add", "replace": "import plus"], ["find": "print(add(", "replace": "print(plus("],
                ],
            ],
            ["file_path": "NOTES.md", "language": "markdown", "code": "# Notes\n", "edits": []],
        ],
    ]

    @Test func `several files are one edit that is shown before, asks for each change, and is taken back in one step`()
        throws
    {
        let workspace = try TemporaryFolder()
        for (name, text) in Self.texts { try workspace.write(text, to: name) }
        let server = try ModelServer([ModelStream.chat(Self.answer.serialized)])
        let editor = EditorEdits()
        let session = try JobSession(
            workspace: workspace, capabilities: EditorEdits.capabilities,
            options: ["model": ["provider": "vllm", "name": "trial-1", "baseURL": .string(server.address + "/v1")]]
        ) { method, parameters, session in
            method == "window/showMessageRequest"
                ? parameters["actions"]?[0] ?? .null : try editor.reply(method, parameters, session)
        }
        defer { WorkerProcesses.kill(session.database) }
        let uri = workspace.uri + "/app.py"
        try editor.open(uri, "python", Self.texts["app.py"] ?? "", session)
        try session.until { try session.rows()["lib.py"] != nil }
        editor.refuses = true
        let job = try session.submit(
            "codeforge/agent/run",
            ["agent_type": "code", "input_context": ["description": "Rename add of lib.py to plus where it is used"]])
        #expect(try session.event(JobSession.ends, of: job)["event"] == "complete")
        try session.until { editor.edits.count == 1 }
        let edit = editor.edits[0]["edit"]
        let changes = edit?["documentChanges"]?.array ?? []
        // One file is made; in the others only the words that change are replaced, each annotated.
        #expect(changes.count { $0["kind"] == "create" } == 1 && changes.count == 4, "\(changes)")
        let edits = changes.flatMap { $0["edits"]?.array ?? [] }
        #expect(edits.count == 4 && edits.allSatisfy { $0["annotationId"] != nil }, "\(edits)")
        #expect(edit?["changeAnnotations"]?.object?.allSatisfy { $0.value["needsConfirmation"] == true } == true)
        #expect(try session.files().filter { Self.texts[$0.key] != nil } == Self.texts)

        editor.refuses = false
        _ = try session.call("codeforge/job/apply", ["job_id": .string(job), "which": "all"])
        try session.until { try session.files()["lib.py"] == "def plus(a, b):\n    return a + b\n" }
        #expect(editor.shown[uri] == "from lib import plus\n\nprint(plus(1, 2))\n")
        #expect(try session.files()["NOTES.md"] == "# Notes\n")
        try editor.save(uri, session)
        try session.until { try session.rows()["app.py"] == editor.shown[uri] }
        let undone = try session.call("codeforge/job/undo", ["job_id": .string(job)])["result"]
        #expect(undone?["undone"]?.array?.count == 2, "\(undone ?? .null)")
        #expect(editor.shown[uri] == Self.texts["app.py"])
        try editor.save(uri, session)
        try session.until { try session.files().filter { $0.key.hasSuffix(".py") } == Self.texts }
        #expect(try session.files()["NOTES.md"] == nil)
    }
}
