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
    /// What the document was rendered to last, by its hash.
    private var latest: String?

    init(_ bytes: [UInt8]?) {
        let kept = bytes.flatMap { try? JSONValue(parsing: String(decoding: $0, as: UTF8.self)) }?.array ?? []
        entries = kept.compactMap { entry in
            guard let text = entry["text"]?.string, let rendering = entry["rendering"]?.string else { return nil }
            return (text, rendering)
        }
        latest = kept.lazy.compactMap { $0["latest"]?.string }.first
    }

    var bytes: [UInt8] {
        let kept = entries.map { JSONValue.object(["text": .string($0.text), "rendering": .string($0.rendering)]) }
        let last = latest.map { [JSONValue.object(["latest": .string($0)])] } ?? []
        return Array(JSONValue.array(kept + last).serialized.utf8)
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

    /// - Returns: Whether the document was not rendered to that last.
    mutating func note(rendered rendering: [UInt8]) -> Bool {
        let name = Self.name(of: rendering)
        defer { latest = name }
        return latest != name
    }

    /// Whether a rendering is the last one that the document was written from: since then there is nothing new in it.
    func wasRenderedLast(_ rendering: [UInt8]) -> Bool { latest == Self.name(of: rendering) }

    /// Whether a text is the last one that was noted.
    func isLast(_ text: [UInt8]) -> Bool { entries.last?.text == Self.name(of: text) }

    /// What a text was based on when the document had it; nil for a text that it never had.
    func rendering(behind text: [UInt8]) -> [UInt8]? {
        let name = Self.name(of: text)
        return entries.last { $0.text == name }.map { Array($0.rendering.utf8) }
    }

    /// The rendering with the most lines of a text, of several the latest; nil where nothing was noted.
    func nearest(to text: [UInt8]) -> [UInt8]? {
        entries.reduce(nil) { best, entry in
            let rendering = Array(entry.rendering.utf8)
            guard let best else { return rendering }
            return DocumentFolder.nearest(to: text, best, rendering)
        }
    }

    private static func name(of text: [UInt8]) -> String { String(ContentHash.of(text), radix: 16) }
}

extension DocumentFolder {
    /// What a document's text is based on that no editor told of.
    ///
    /// That is the last rendering, except where git brought back a text that the document had before: as it is, or as
    /// what a person made the text of.
    package func basis(of kind: DocumentKind, _ file: DocumentState) async -> DocumentBasis {
        let known = DocumentBasis(rendering: file.rendering)
        let history = history(of: kind)
        guard file.text != file.rendering, !history.isLast(file.text) else { return known }
        let earlier = history.rendering(behind: file.text)
        if let earlier, earlier == file.rendering { return known }
        let (folder, path) = (folder.path, kind.path)
        let noted = self.folder.attributes(of: historyPath(of: kind)).map { FileStamp($0).modifiedNanoseconds }
        return await Task(executorPreference: BackgroundThreads.programs) {
            let version = GitVersion(of: path, in: folder)
            if let earlier {
                let isFromGit = version?.isFile ?? GitVersion.holds(path, in: folder)
                return isFromGit ? DocumentBasis(rendering: earlier, isFromGit: true) : known
            }
            // A person's text: of what git put there since the document was looked at last?
            guard let noted, let version, version.wasWritten(after: noted), let given = version.text else {
                return known
            }
            if let basis = history.rendering(behind: given) { return DocumentBasis(rendering: basis) }
            guard version.isCommitted(before: noted), let basis = history.nearest(to: given) else { return known }
            return DocumentBasis(rendering: Self.nearest(to: given, basis, file.rendering))
        }.value
    }
}

/// What a document's text is based on.
package struct DocumentBasis: Hashable, Sendable {
    package var rendering: [UInt8]
    /// Whether git brought the text back as it is, so that it takes nothing back.
    package var isFromGit = false
}

/// What git has of a file that it follows, and put there or took from there last.
struct GitVersion: Sendable {
    private let path: String
    private let folder: String
    /// When the file was written that git knows, in seconds and nanoseconds; without the latter on some systems.
    private let seconds: Int
    private let nanoseconds: Int

    private var git: Git { Git(folder: folder) }

    /// Nil for a file that git does not follow, and without git.
    init?(of path: String, in folder: String) {
        guard let entry = try? Git(folder: folder).line("ls-files", "--debug", "--", path), !entry.isEmpty else {
            return nil
        }
        let words = entry.split { $0.isWhitespace }
        let time = words.firstIndex(of: "mtime:").flatMap { words.indices.contains($0 + 1) ? words[$0 + 1] : nil }
        let parts = (time ?? "").split(separator: ":").compactMap { Int($0) }
        guard parts.count == 2 else { return nil }
        (self.path, self.folder, seconds, nanoseconds) = (path, folder, parts[0], parts[1])
    }

    /// Whether the file is as git has it: what git wrote has the time in its index, what an editor wrote one of its own.
    var isFile: Bool {
        var status = stat()
        return lstat("\(folder)/\(path)", &status) == 0 && seconds == status.st_mtim.tv_sec
            && (nanoseconds == 0 || nanoseconds == status.st_mtim.tv_nsec)
    }

    func wasWritten(after time: Int64) -> Bool {
        let billion: Int64 = 1_000_000_000
        let seconds = Int64(seconds)
        return nanoseconds == 0 ? seconds > time / billion : seconds * billion + Int64(nanoseconds) > time
    }

    /// What the file says there, as git would write it; nil while a merge has several versions of it.
    var text: [UInt8]? { try? git.bytes("cat-file", "--filters", ":./\(path)") }

    /// Whether the file was committed last before a time: what was is no work that somebody committed since.
    func isCommitted(before time: Int64) -> Bool {
        guard let line = try? git.line("log", "-1", "--format=%ct", "--", path), let committed = Int64(line) else {
            return false
        }
        return committed <= time / 1_000_000_000
    }

    /// Whether git has a file's content though it does not follow the file: it put it away.
    static func holds(_ path: String, in folder: String) -> Bool {
        let git = Git(folder: folder)
        guard let name = try? git.line("hash-object", "--no-filters", "--", path) else { return false }
        return (try? git.line("cat-file", "-e", name)) != nil
    }
}

/// What git is in the middle of in a folder's repository.
struct GitOperation: Sendable {
    /// In a person's words, such as `a merge`.
    let words: String

    private static let signs = [
        ("MERGE_HEAD", "a merge"), ("rebase-merge", "a rebase"), ("rebase-apply", "a rebase"),
        ("CHERRY_PICK_HEAD", "a cherry-pick"), ("REVERT_HEAD", "a revert"),
    ]

    /// Nil where there is none.
    ///
    /// Spec: https://git-scm.com/docs/gitrepository-layout
    init?(in folder: String) {
        guard let root = RepositoryIgnores.repositoryRoot(of: folder) else { return nil }
        let git = GitFolder(of: root).own
        var status = stat()
        guard let sign = Self.signs.first(where: { lstat("\(git)/\($0.0)", &status) == 0 }) else { return nil }
        words = sign.1
    }

    /// Whether git has put a change of a file away, and has it still: what is written there would be in the way of
    /// `git stash pop`.
    static func hasStashed(_ path: String, in folder: String) -> Bool {
        let git = Git(folder: folder)
        let entries = (try? git.line("stash", "list", "--format=%H"))?.split(separator: "\n") ?? []
        return entries.prefix(20).contains { entry in
            let changed = try? git.bytes("diff", "--name-only", "\(entry)^1", "\(entry)", "--", path)
            if changed?.isEmpty == false { return true }
            return (try? git.bytes("ls-tree", "--name-only", "\(entry)^3", "--", path))?.isEmpty == false
        }
    }
}
