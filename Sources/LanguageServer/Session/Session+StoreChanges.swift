import Engine
import JSON
import JSONRPC
import LanguageServerProtocol

/// Another writer's changes of files that are open: they come through the editor, and unsaved text is never lost.
extension Session {
    /// Joins a change with what the user typed since; where that cannot be done the user chooses.
    mutating func take(_ change: StoreFileChange, in folder: String) {
        guard let mirror = mirror(of: folder) else { return }
        let shown = snapshot.documents.all.first { $0.path.flatMap(mirror.folder.relativePath) == change.path }
        guard let document = shown else {
            // Closed meanwhile: the mirror brings it to the disk.
            return mirror.fileClosed(change.path)
        }
        guard let content = change.content else {
            return show(.info, "Another writer deleted \(change.path), which is open here. Save it to keep it.")
        }
        let merge = ThreeWayMerge(
            base: Array((change.diskContent ?? "").utf8), mine: document.buffer.copyBytes(),
            theirs: Array(content.utf8))
        if merge.conflicts == 0, merge.text == document.buffer.copyBytes() {
            mirror.changeHandled(change.path, version: change.version)
        } else if merge.conflicts == 0, snapshot.client.appliesEdits {
            apply(merge.text, of: change, to: document, in: folder)
        } else {
            ask(about: change, of: document, in: folder)
        }
    }

    private func mirror(of folder: String) -> WorkspaceMirror? {
        snapshot.openFolders.first { $0.uri == folder }?.mirror
    }

    /// Has the editor make the document's text the given one, if it is still the version that was looked at.
    private mutating func apply(
        _ text: [UInt8], of change: StoreFileChange, to document: OpenDocument, in folder: String
    ) {
        let minimal = MinimalEdits(from: document.buffer.copyBytes(), to: text)
        let encoding = snapshot.encoding
        let edits = minimal.changes.map { change in
            TextEdit(
                range: minimal.range(of: change, encoding: encoding),
                newText: String(decoding: change.replacement, as: UTF8.self))
        }
        let edit = WorkspaceEdit(
            [.init(uri: document.uri, version: document.version, edits: edits)],
            isVersioned: snapshot.client.versionedEdits)
        ask(
            "workspace/applyEdit",
            [
                "label": .string("Change of \(change.path) by another writer"), "edit": JSONValue(encoding: edit),
            ] as JSONValue
        ) { session, _ in
            // Applied or refused, what the editor holds is based on that version from now on.
            session.mirror(of: folder)?.changeHandled(change.path, version: change.version)
        }
    }

    /// The editor's text and the other writer's do not go together, or the editor takes no edits.
    private mutating func ask(about change: StoreFileChange, of document: OpenDocument, in folder: String) {
        let (mine, theirs) = ("Keep mine", "Take the other")
        let message =
            "\(change.path) is open here and was changed by another writer (version \(change.version)). "
            + "Both versions are kept: yours in the editor, the other in the project. Choose which one stays."
        let uri = document.uri
        ask(
            "window/showMessageRequest",
            [
                "type": .integer(MessageKind.warning.rawValue), "message": .string(message),
                "actions": [["title": .string(mine)], ["title": .string(theirs)]],
            ] as JSONValue
        ) { session, result in
            guard case .success(let answer) = result, let mirror = session.mirror(of: folder) else { return }
            if answer["title"]?.string == mine { mirror.changeHandled(change.path, version: change.version) }
            guard answer["title"]?.string == theirs else { return }
            if session.snapshot.client.appliesEdits, let content = change.content,
                let document = session.snapshot.documents[uri]
            {
                session.apply(Array(content.utf8), of: change, to: document, in: folder)
            } else {
                // An editor without edits reads the file again.
                mirror.fileClosed(change.path)
            }
        }
    }
}
