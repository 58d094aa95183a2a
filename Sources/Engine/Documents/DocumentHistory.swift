import Glibc
import JSON

/// The texts that a document had lately, each with the rendering that it was based on.
///
/// They lie beside the rendering, and tell a text that a person made from one that git brought back: whoever switches to
/// an older commit has not taken back what was done since.
struct DocumentHistory {
    /// As many texts as are remembered of a document.
    private static let length = 24

    private var entries: [(text: String, rendering: String)]

    init(_ bytes: [UInt8]?) {
        let kept = bytes.flatMap { try? JSONValue(parsing: String(decoding: $0, as: UTF8.self)) }?.array ?? []
        entries = kept.compactMap { entry in
            guard let text = entry["text"]?.string, let rendering = entry["rendering"]?.string else { return nil }
            return (text, rendering)
        }
    }

    var bytes: [UInt8] {
        let kept = entries.map { JSONValue.object(["text": .string($0.text), "rendering": .string($0.rendering)]) }
        return Array(JSONValue.array(kept).serialized.utf8)
    }

    /// - Returns: Whether that is not the last thing that was noted.
    mutating func note(_ state: DocumentState) -> Bool {
        let entry = (text: Self.name(of: state.text), rendering: String(decoding: state.rendering, as: UTF8.self))
        if let last = entries.last, last == entry { return false }
        entries.removeAll { $0.text == entry.text }
        entries.append(entry)
        entries.removeFirst(max(0, entries.count - Self.length))
        return true
    }

    /// What a text was based on when the document had it; nil for a text that it never had.
    func rendering(behind text: [UInt8]) -> [UInt8]? {
        let name = Self.name(of: text)
        return entries.last { $0.text == name }.map { Array($0.rendering.utf8) }
    }

    private static func name(of text: [UInt8]) -> String { String(ContentHash.of(text), radix: 16) }
}

extension DocumentFolder {
    /// What a document's text is based on that no editor told of.
    ///
    /// That is the last rendering, except where git brought back a text that the document had before.
    package func basis(of kind: DocumentKind, _ file: DocumentState) async -> [UInt8] {
        guard file.text != file.rendering, let earlier = history(of: kind).rendering(behind: file.text),
            earlier != file.rendering
        else { return file.rendering }
        let (folder, path) = (folder.path, kind.path)
        let isFromGit = await Task(executorPreference: BackgroundThreads.programs) {
            GitWrote(path, in: folder).isSo
        }.value
        return isFromGit ? earlier : file.rendering
    }
}

/// Whether git gave a file the content that it has.
private struct GitWrote {
    let isSo: Bool

    init(_ path: String, in folder: String) {
        let git = Git(folder: folder)
        guard let entry = try? git.line("ls-files", "--debug", "--", path) else {
            isSo = false
            return
        }
        guard entry.isEmpty else {
            // What git wrote has the time in its index; what an editor wrote has one of its own.
            var status = stat()
            let words = entry.split { $0.isWhitespace }
            let time = words.firstIndex(of: "mtime:").flatMap { words.indices.contains($0 + 1) ? words[$0 + 1] : nil }
            let parts = (time ?? "").split(separator: ":").compactMap { Int($0) }
            isSo =
                lstat("\(folder)/\(path)", &status) == 0 && parts.count == 2 && parts[0] == status.st_mtim.tv_sec
                && (parts[1] == 0 || parts[1] == status.st_mtim.tv_nsec)
            return
        }
        // Of a file that is in no commit git has what it put away.
        guard let name = try? git.line("hash-object", "--no-filters", "--", path) else {
            isSo = false
            return
        }
        isSo = (try? git.line("cat-file", "-e", name)) != nil
    }
}
