import Foundation
import JSON
import TestSupport

/// An editor that applies workspace edits to its documents and to the disk, as the protocol says.
final class EditorEdits {
    /// What the editor shows, by address.
    var shown: [String: String] = [:]
    private var versions: [String: Int] = [:]
    /// The text that each document's file had when the editor read or wrote it last.
    private var known: [String: String] = [:]
    var refuses = false
    /// Whether a changed file is opened as a document and left unsaved, as VS Code does.
    var opensChangedFiles = false
    /// Whether it tells of a change only after it has answered that it made it, as Neovim 0.7 does.
    var tellsLate = false
    /// What a person does while the editor shows an edit and asks.
    var meanwhile: (() throws -> Void)?
    private var untold: [JSONValue] = []
    private(set) var edits: [JSONValue] = []

    static let capabilities: JSONValue = [
        "general": ["positionEncodings": ["utf-16"]],
        "workspace": [
            "applyEdit": true,
            "workspaceEdit": [
                "documentChanges": true, "resourceOperations": ["create"], "changeAnnotationSupport": [:],
            ],
        ],
        "textDocument": ["codeAction": ["codeActionLiteralSupport": ["codeActionKind": ["valueSet": ["quickfix"]]]]],
        "window": ["showMessage": [:]],
    ]

    func reply(_ method: String, _ parameters: JSONValue, _ session: JobSession) throws -> JSONValue {
        guard method == "workspace/applyEdit" else { return .null }
        edits.append(parameters)
        try meanwhile?()
        if refuses { return ["applied": false, "failureReason": "refused"] }
        // A person may have deleted it in this moment; editors refuse the whole edit then.
        if let gone = missingFile(of: parameters["edit"]) {
            return ["applied": false, "failureReason": .string("\(gone) is not there")]
        }
        // Editors make changes one after the other, and stop at the first that cannot be made.
        guard try apply(parameters["edit"], session) else { return ["applied": false, "failureReason": "it exists"] }
        return ["applied": true]
    }

    func open(_ uri: String, _ languageID: String, _ text: String, _ session: JobSession) throws {
        (shown[uri], versions[uri], known[uri]) = (text, 1, text)
        try session.server.open(uri, languageID, text)
    }

    func type(_ uri: String, _ text: String, _ session: JobSession) throws {
        let version = (versions[uri] ?? 1) + 1
        (shown[uri], versions[uri]) = (text, version)
        let change: JSONValue = [
            "method": "textDocument/didChange",
            "params": [
                "textDocument": ["uri": .string(uri), "version": .integer(version)],
                "contentChanges": [["text": .string(text)]],
            ],
        ]
        if tellsLate { untold.append(change) } else { try session.server.send(change) }
    }

    /// Tells of the changes that were made before the last answer.
    func tell(_ session: JobSession) throws {
        for change in untold { try session.server.send(change) }
        untold = []
    }

    /// Whether the editor shows a document with text that it has not saved.
    func isModified(_ uri: String) -> Bool { shown[uri] != known[uri] }

    /// Reads the files of unmodified documents again where they changed, as editors do.
    func reload(_ session: JobSession) throws {
        for uri in shown.keys.sorted() where !isModified(uri) {
            guard let text = try? String(contentsOfFile: Self.path(uri), encoding: .utf8), text != known[uri] else {
                continue
            }
            known[uri] = text
            try type(uri, text, session)
        }
        if tellsLate { try tell(session) }
    }

    /// Closes a document, with what was not saved.
    func close(_ uri: String, _ session: JobSession) throws {
        (shown[uri], versions[uri], known[uri]) = (nil, nil, nil)
        try session.server.send(["method": "textDocument/didClose", "params": ["textDocument": ["uri": .string(uri)]]])
    }

    /// Tells a new server of the open documents.
    func reopen(_ session: JobSession) throws {
        for (uri, text) in shown { try session.server.open(uri, "plaintext", text, version: versions[uri] ?? 1) }
    }

    func save(_ uri: String, _ session: JobSession) throws {
        known[uri] = shown[uri]
        try shown[uri]?.write(toFile: Self.path(uri), atomically: true, encoding: .utf8)
        try session.server.send(["method": "textDocument/didSave", "params": ["textDocument": ["uri": .string(uri)]]])
    }

    /// The first file that an edit changes without making it, and that is neither shown nor there.
    private func missingFile(of edit: JSONValue?) -> String? {
        var made: Set<String> = []
        for change in edit?["documentChanges"]?.array ?? [] {
            if change["kind"] == "create", let uri = change["uri"]?.string { made.insert(uri) }
            guard let uri = change["textDocument"]?["uri"]?.string, shown[uri] == nil, !made.contains(uri) else {
                continue
            }
            if !FileManager.default.fileExists(atPath: Self.path(uri)) { return uri }
        }
        return nil
    }

    /// - Returns: Whether all of it could be applied.
    @discardableResult
    func apply(_ edit: JSONValue?, _ session: JobSession) throws -> Bool {
        for change in edit?["documentChanges"]?.array ?? [] {
            if change["kind"] == "create", change["options"]?["ignoreIfExists"] != true,
                FileManager.default.fileExists(atPath: Self.path(change["uri"]?.string ?? ""))
            {
                return false
            }
            try apply(change, session)
        }
        for (uri, edits) in edit?["changes"]?.object ?? JSONObject() {
            try apply(["textDocument": ["uri": .string(uri)], "edits": edits], session)
        }
        return true
    }

    private func apply(_ change: JSONValue, _ session: JobSession) throws {
        if change["kind"] == "create", let uri = change["uri"]?.string {
            let path = Self.path(uri)
            try FileManager.default.createDirectory(
                atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            if !FileManager.default.fileExists(atPath: path) {
                try Data().write(to: URL(filePath: path))
            }
            if opensChangedFiles {
                try session.server.send([
                    "method": "workspace/didChangeWatchedFiles",
                    "params": ["changes": [["uri": .string(uri), "type": 1]]],
                ])
            }
            return
        }
        guard let uri = change["textDocument"]?["uri"]?.string, let edits = change["edits"]?.array else { return }
        let old = try shown[uri] ?? String(contentsOfFile: Self.path(uri), encoding: .utf8)
        let new = Self.applying(edits, to: old)
        if shown[uri] == nil, opensChangedFiles { try open(uri, "plaintext", old, session) }
        guard shown[uri] != nil else {
            try new.write(toFile: Self.path(uri), atomically: true, encoding: .utf8)
            return
        }
        try type(uri, new, session)
    }

    private static func path(_ uri: String) -> String { URL(string: uri)?.path ?? "" }

    /// Last edit first, in UTF-16 units.
    private static func applying(_ edits: [JSONValue], to text: String) -> String {
        var units = Array(text.utf16)
        var starts = [0]
        for (index, unit) in units.enumerated() where unit == 10 { starts.append(index + 1) }
        func offset(_ position: JSONValue?) -> Int {
            let (line, character) = (position?["line"]?.int ?? 0, position?["character"]?.int ?? 0)
            return line < starts.count ? starts[line] + character : units.count
        }
        let ranges = edits.map { edit in
            (offset(edit["range"]?["start"]), offset(edit["range"]?["end"]), edit["newText"]?.string ?? "")
        }
        for (start, end, new) in ranges.sorted(by: { ($0.0, $0.1) > ($1.0, $1.1) }) {
            units.replaceSubrange(start..<end, with: Array(new.utf16))
        }
        return String(decoding: units, as: UTF16.self)
    }
}
