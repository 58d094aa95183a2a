import Glibc

/// What changed in a git repository between the point where its history left a base and the files as they are.
///
/// Git says which lines of a followed file are new; of a file that it does not follow, all are.
package struct GitChanges: Sendable {
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    /// The repository's folder, links resolved.
    private let root: String
    /// By the path in the repository; files that did not change are in `followed` alone.
    private var lines: [String: ChangedLines] = [:]
    private var followed: Set<String> = []
    /// What changed in repositories in the repository since the commit that it had of them then, by their folders with a
    /// slash at the end; nil where that commit is not known: then all is new.
    private var submodules: [String: GitChanges?] = [:]

    /// Asks git about the repository of a folder; `base` is a commit as git knows it: a branch, a tag, a hash.
    package init(since base: String, in folder: String = ".") throws(Failure) {
        let git = Git(folder: folder)
        do {
            root = try git.line("rev-parse", "--show-toplevel")
        } catch {
            guard !error.isMissing else { throw Failure(description: "--diff needs git: \(error.text).") }
            throw Failure(description: "--diff needs a git repository, and this folder is in none: \(error.text).")
        }
        let ofRoot = Git(folder: root)
        guard !base.isEmpty, !base.hasPrefix("-"),
            let commit = try? ofRoot.line("rev-parse", "--verify", "--quiet", "\(base)^{commit}")
        else {
            throw Failure(
                description: "'\(base)' is no commit of this repository. Name a branch, a tag or a hash; a branch that "
                    + "was not fetched has to be fetched first.")
        }
        let start: String
        do {
            start = try ofRoot.line("merge-base", commit, "HEAD")
        } catch {
            throw Failure(
                description: "'\(base)' and HEAD have no commit in common. A shallow clone has to fetch more of its "
                    + "history first (`git fetch --unshallow`).")
        }
        do {
            try readChanges(since: start, ofRoot)
        } catch {
            throw Failure(description: "git does not say what changed since '\(base)': \(error.text).")
        }
    }

    /// The changes of a repository in another one since a commit of it; nil where it is no such, or lacks the commit.
    private init?(of submodule: String, since commit: String) {
        let git = Git(folder: submodule)
        guard let top = try? git.line("rev-parse", "--show-toplevel"), top == submodule else { return nil }
        root = submodule
        do { try readChanges(since: commit, git) } catch { return nil }
    }

    private mutating func readChanges(since start: String, _ git: Git) throws(Git.Refusal) {
        let folders = follow(try git.bytes("ls-files", "-z", "--stage"))
        read(try git.bytes(Self.difference + [start, "--"]))
        for folder in folders {
            let entry = try git.line("ls-tree", start, "--", folder).split { $0 == " " || $0 == "\t" }
            let isOne = entry.count > 2 && entry[0] == "160000"
            let path = realpath("\(root)/\(folder)", nil).map { resolved in
                defer { free(resolved) }
                return String(cString: resolved)
            }
            let changes = isOne ? path.flatMap { GitChanges(of: $0, since: String(entry[2])) } : nil
            submodules[folder + "/"] = .some(changes)
        }
    }

    /// Whatever the repository's settings and attributes say, the same form, and no program of theirs but filters.
    private static let difference = [
        "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--text", "--unified=0", "--inter-hunk-context=0",
        "--find-renames", "--src-prefix=a/", "--dst-prefix=b/", "--ignore-submodules", "--diff-filter=d",
    ]

    /// Whether a finding is on a line that changed; findings outside of the repository are.
    package func contains(_ located: LocatedFinding, inFileAt path: String) -> Bool {
        lines(ofFileAt: path).touch(located.start.line...max(located.start.line, located.end.line))
    }

    func lines(ofFileAt path: String) -> ChangedLines {
        guard let name = name(ofFileAt: path) else { return .all }
        if let changed = lines[name] { return changed }
        if let submodule = submodules.first(where: { name.hasPrefix($0.key) }) {
            return submodule.value?.lines(ofFileAt: path) ?? .all
        }
        return followed.contains(name) ? .none : .all
    }

    /// Follows the change of a file's lines.
    mutating func replaceLines(_ changed: ChangedLines, ofFileAt path: String) {
        guard let name = name(ofFileAt: path) else { return }
        guard let folder = submodules.keys.first(where: { name.hasPrefix($0) }) else { return lines[name] = changed }
        guard var inner = submodules[folder] ?? nil else { return }
        inner.replaceLines(changed, ofFileAt: path)
        submodules[folder] = .some(inner)
    }

    private func name(ofFileAt path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        let absolute = String(cString: resolved)
        let prefix = root.hasSuffix("/") ? root : root + "/"
        return absolute.hasPrefix(prefix) ? String(absolute.dropFirst(prefix.count)) : nil
    }

    /// Reads `MODE HASH STAGE<tab>PATH<NUL>` of every followed file.
    ///
    /// - Returns: the folders of repositories in it.
    private mutating func follow(_ list: [UInt8]) -> [String] {
        var folders: [String] = []
        for entry in list.split(separator: 0) {
            guard let tab = entry.firstIndex(of: 0x09) else { continue }
            let path = String(decoding: entry[(tab + 1)...], as: UTF8.self)
            if entry.starts(with: Array("160000".utf8)) { folders.append(path) } else { followed.insert(path) }
        }
        return folders
    }

    /// Reads a difference without context lines.
    ///
    /// Spec: https://git-scm.com/docs/diff-format#generate_patch_text_with_p
    private mutating func read(_ difference: [UInt8]) {
        var path: String?
        // Lines of a hunk may look like anything; so many of them are still to come.
        var (removed, added) = (0, 0)
        for line in difference.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let first = line.first
            if removed > 0, first == UInt8(ascii: "-") {
                removed -= 1
            } else if added > 0, first == UInt8(ascii: "+") {
                added -= 1
            } else if line.starts(with: Array("diff --git ".utf8)) {
                path = nil
            } else if line.starts(with: Array("+++ ".utf8)) {
                path = Self.path(line.dropFirst(4))
                if let path { lines[path] = ChangedLines.none }
            } else if line.starts(with: Array("@@ ".utf8)) {
                let counts = Self.counts(line)
                (removed, added) = (counts.removed, counts.added)
                if let path, added > 0 { lines[path]?.append(counts.first...counts.first + added - 1) }
            }
        }
    }

    /// The numbers of `@@ -a,b +c,d @@`; a count that is left out is 1.
    private static func counts(_ line: ArraySlice<UInt8>) -> (removed: Int, first: Int, added: Int) {
        let words = String(decoding: line, as: UTF8.self).split(separator: " ")
        guard words.count >= 3 else { return (0, 0, 0) }
        func numbers(_ word: Substring) -> (Int, Int) {
            let parts = word.dropFirst().split(separator: ",").map { Int($0) ?? 0 }
            return (parts.first ?? 0, parts.count > 1 ? parts[1] : 1)
        }
        let (old, new) = (numbers(words[1]), numbers(words[2]))
        return (old.1, new.0, new.1)
    }

    /// The path of a `+++` line: after `b/`, in quotes with the escapes of C where it has odd characters, and followed by
    /// a tab where it has spaces; nil for `/dev/null`.
    private static func path(_ text: ArraySlice<UInt8>) -> String? {
        let plain = text.last == 0x09 ? text.dropLast() : text
        let bytes = text.first == UInt8(ascii: "\"") ? unquoted(text) : Array(plain)
        guard bytes.starts(with: [UInt8(ascii: "b"), UInt8(ascii: "/")]) else { return nil }
        return String(decoding: bytes.dropFirst(2), as: UTF8.self)
    }

    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "t"): 9, UInt8(ascii: "n"): 10,
        UInt8(ascii: "v"): 11, UInt8(ascii: "f"): 12, UInt8(ascii: "r"): 13,
    ]

    private static func unquoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = text.dropFirst()
        while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
            guard byte == UInt8(ascii: "\\"), let escape = rest.popFirst() else {
                bytes.append(byte)
                continue
            }
            let digits = String(decoding: [escape] + rest.prefix(2), as: UTF8.self)
            if digits.utf8.count == 3, let value = UInt8(digits, radix: 8) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(escapes[escape] ?? escape)
            }
        }
        return bytes
    }
}

/// Runs git in a folder, in a form that no setting and no language changes, without starting a watcher or taking a lock.
struct Git {
    struct Refusal: Error {
        /// What git said, or why it did not run.
        let text: String
        /// Whether it is that there is no git.
        var isMissing = false
    }

    let folder: String

    /// As many bytes as a difference may have: 512 MiB.
    private static let outputLimitBytes = 512 << 20

    func line(_ arguments: String...) throws(Refusal) -> String {
        let bytes = try bytes(arguments)
        return String(decoding: bytes.last == 0x0A ? bytes.dropLast() : bytes[...], as: UTF8.self)
    }

    func bytes(_ arguments: String...) throws(Refusal) -> [UInt8] { try bytes(arguments) }

    func bytes(_ arguments: [String]) throws(Refusal) -> [UInt8] {
        let run = ProgramRun(
            "git", ["-c", "core.fsmonitor=false", "-c", "core.quotePath=true"] + arguments, in: folder,
            environment: ["LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_PAGER": "cat"],
            timeout: .seconds(300), outputLimitBytes: Self.outputLimitBytes)
        do {
            let result = try run.run()
            guard result.code == 0 else {
                throw Refusal(text: result.complaint.isEmpty ? "git ended with \(result.code)" : result.complaint)
            }
            return result.output
        } catch let refusal as Refusal {
            throw refusal
        } catch let failure as ProgramRun.Failure {
            var refusal = Refusal(text: "\(failure)")
            if case .notStarted = failure { refusal.isMissing = true }
            throw refusal
        } catch {
            throw Refusal(text: "\(error)")
        }
    }
}
