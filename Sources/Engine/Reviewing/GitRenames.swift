/// What git says of files of a folder that are gone.
struct GitRenames: Sendable {
    enum Answer: Sendable, Hashable {
        /// It is this file now, relative to the folder.
        case renamed(String)
        /// It was deleted, or what it became cannot be told from others.
        case gone
        /// It is of another branch than the one that is checked out.
        case elsewhere
        /// Git does not know, for nobody told it yet.
        case unknown
    }

    private let git: Git

    /// As many renames of a file are followed.
    private static let most = 10

    init(in folder: String) { git = Git(folder: folder) }

    func answer(_ path: String) -> Answer {
        var path = path
        for _ in 0..<Self.most {
            if isFollowed(path) { return .unknown }
            let changes: [Change]
            if has("HEAD:./\(path)") {
                changes = self.changes("diff", "--cached", "HEAD")
            } else if let commit = try? git.line(
                "log", "-1", "--no-renames", "--diff-filter=D", "--format=%H", "--", path), !commit.isEmpty
            {
                changes = self.changes("diff-tree", "-r", "\(commit)^", commit)
            } else {
                let any = try? git.line("log", "-1", "--all", "--format=%H", "--", path)
                return any?.isEmpty ?? true ? .unknown : .elsewhere
            }
            let renamed = changes.filter { $0.old == path && $0.new != path }
            guard let change = renamed.first, changes.count(where: { $0.blob == change.blob }) == 1 else {
                return .gone
            }
            if isFollowed(change.new) { return .renamed(change.new) }
            path = change.new
        }
        return .gone
    }

    /// Whether git follows just one file with the content that a file of the folder has, which is that file.
    func isAlone(_ path: String) -> Bool {
        guard let blob = try? git.line("rev-parse", "--verify", "--quiet", ":./\(path)"),
            let all = try? git.bytes("ls-files", "-z", "--stage", "--full-name", ":/")
        else { return false }
        let entries = all.split(separator: 0).map { String(decoding: $0, as: UTF8.self).split(separator: " ") }
        return entries.count { $0.count > 1 && $0[1] == blob } == 1
    }

    private func isFollowed(_ path: String) -> Bool { has(":./\(path)") }

    private func has(_ object: String) -> Bool { (try? git.bytes("cat-file", "-e", object)) != nil }

    /// A file that a change brought: under another name before, or new.
    private struct Change {
        var old: String?
        var new: String
        var blob: Substring
    }

    /// What differs, of new and of renamed files.
    ///
    /// Spec: https://git-scm.com/docs/diff-format#_raw_output_format
    private func changes(_ command: String, _ arguments: String...) -> [Change] {
        let options = ["--raw", "-z", "--no-abbrev", "--find-renames", "--relative", "--diff-filter=AR"]
        guard let raw = try? git.bytes([command] + options + arguments) else { return [] }
        var parts = raw.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }[...]
        var changes: [Change] = []
        while let head = parts.popFirst() {
            let words = head.split(separator: " ")
            guard words.count == 5, let first = parts.popFirst() else { break }
            let second = words[4].hasPrefix("R") ? parts.popFirst() : nil
            changes.append(Change(old: second == nil ? nil : first, new: second ?? first, blob: words[3]))
        }
        return changes
    }
}
