import Engine
import Text

/// What is known of one of the product's own documents while an editor shows it.
///
/// A document that nobody typed into is written on the disk alone, and the editor reads it from there: an edit would
/// leave it modified, though nothing of the person's changed.
struct OwnDocument: Sendable {
    /// The rendering that the editor's text is based on.
    var rendering: [UInt8]
    /// The text that the editor and the disk had in common last; nil where they never had.
    var saved: [UInt8]?
    /// What lies on the disk and the editor has not read yet.
    var unread: DocumentState?

    /// A document as it was opened.
    ///
    /// - Parameters:
    ///   - text: what the editor shows.
    ///   - file: what lies on the disk.
    ///   - rendering: what the text is based on.
    init(text: [UInt8], file: DocumentState, rendering: [UInt8]) {
        self.rendering = rendering
        if text == file.text { agreed(on: file) }
    }

    /// Compares the editor's text with the file's.
    ///
    /// - Returns: Whether a person made something of the text that the disk does not have.
    mutating func meet(_ text: [UInt8], _ file: DocumentState) -> Bool {
        if text == file.text {
            // An editor that had not read the file and wrote over it: what it wrote is based on what it had.
            let basis = DocumentFolder.nearest(to: text, rendering, file.rendering)
            agreed(on: DocumentState(text: text, rendering: basis))
            return false
        }
        guard text == saved else { return true }
        if unread?.text != file.text { unread = DocumentState(text: file.text, rendering: rendering(under: file)) }
        return false
    }

    /// The rendering that a file is based on which is not what the editor shows.
    ///
    /// An editor that had not read the file may have written over it before it tells of what was typed: then the file
    /// goes with what the editor had.
    func rendering(under file: DocumentState) -> [UInt8] {
        guard let unread, unread.text != file.text else { return file.rendering }
        return DocumentFolder.nearest(to: file.text, rendering, file.rendering)
    }

    /// The editor and the disk have this in common now.
    mutating func agreed(on state: DocumentState) {
        (rendering, saved, unread) = (state.rendering, state.text, nil)
    }

    /// The editor changed its text; costs nothing unless there is something that it may have read.
    mutating func textChanged(_ buffer: TextBuffer) {
        guard let unread, buffer.byteCount == unread.text.count, buffer.copyBytes() == unread.text else { return }
        agreed(on: unread)
    }
}

extension OwnDocument {
    /// Looks up what a text is based on that an editor shows.
    init(text: [UInt8], _ kind: DocumentKind, in folder: DocumentFolder) async {
        let file = await folder.state(of: kind)
        self.init(text: text, file: file, rendering: await folder.rendering(of: kind, behind: text))
    }
}
