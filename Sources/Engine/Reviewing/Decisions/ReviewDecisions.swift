import Glibc
import Review

/// What people decided in the `.codeforge` folders above some files: the nearest `review.json` counts, and what was
/// dismissed in every `dismissals.json`.
///
/// Reading is for whoever may wait for the disk; asking never reads.
package struct ReviewDecisions: Sendable, Hashable {
    private struct Folder: Sendable, Hashable {
        var policy: ReviewPolicyFile?
        var dismissals: DismissalsFile?

        var isEmpty: Bool { policy == nil && dismissals == nil }
    }

    /// By the folder, every one that was looked at.
    private var folders: [String: Folder] = [:]
    private var isEmpty = true

    package init() {}

    /// The problems of every file, by the file's path, with its text.
    package var problems: [(path: String, text: [UInt8], problems: [DocumentProblem])] {
        if isEmpty { return [] }
        return folders.values.flatMap { folder in
            [
                folder.policy.map { ($0.path, $0.text, $0.problems) },
                folder.dismissals.map { ($0.path, $0.text, $0.problems) },
            ].compactMap { $0 }
        }
        .filter { !$0.2.isEmpty }.sorted { $0.0 < $1.0 }
    }

    /// What is wrong, a line each.
    package var warnings: [String] {
        problems.flatMap { file in file.problems.map { "\(file.path):\($0.line + 1): \($0.message)" } }
    }

    /// Whether every folder above a file was looked at.
    package func knows(above path: String) -> Bool { Self.above(path).allSatisfy { folders[$0] != nil } }

    /// What holds for a file; `path` is absolute.
    package func decisions(forFileAt path: String) -> FileDecisions {
        var decisions = FileDecisions()
        guard !isEmpty else { return decisions }
        var hasPolicy = false
        for name in Self.above(path) {
            guard let folder = folders[name], !folder.isEmpty else { continue }
            let file = String(path.dropFirst(name == "/" ? 1 : name.count + 1))
            if let dismissed = folder.dismissals?.identities[file] { decisions.dismissed.formUnion(dismissed) }
            guard !hasPolicy, let policy = folder.policy?.policy else { continue }
            hasPolicy = true
            decisions.isExcluded = policy.excluded.match(file)
            decisions.rules = policy.lines(forFileAt: file)
        }
        return decisions
    }

    /// The folders whose file dismisses a finding of the file at an absolute path.
    package func folders(dismissing finding: Finding, inFileAt path: String) -> [String] {
        Self.above(path).filter { name in
            let file = String(path.dropFirst(name == "/" ? 1 : name.count + 1))
            return folders[name]?.dismissals?.identities[file]?.contains(finding.identity) ?? false
        }
    }

    /// Whether anything else was decided than in another value.
    package func isOther(than other: ReviewDecisions) -> Bool {
        !(isEmpty && other.isEmpty)
            && folders.filter { !$0.value.isEmpty } != other.folders.filter { !$0.value.isEmpty }
    }

    /// Looks at the folders above some files that were not looked at yet; the paths are absolute.
    package mutating func read(above paths: [String]) {
        for folder in Set(paths.flatMap(Self.above)) where folders[folder] == nil { read(inFolder: folder) }
    }

    /// Looks at a folder again.
    package mutating func read(inFolder path: String) {
        var folder = Folder()
        if !Self.isAnybodys(path) {
            folder.policy = ReviewPolicyFile(inFolder: path)
            folder.dismissals = DismissalsFile(inFolder: path)
        }
        folders[path] = folder
        isEmpty = isEmpty && folder.isEmpty
    }

    /// As many files that are gone are looked for.
    private static let mostRenames = 64

    /// Has what was dismissed in files that are gone hold for those that git says they are now; waits for git.
    mutating func followRenames() {
        for (name, folder) in folders {
            guard let paths = folder.dismissals?.identities.keys else { continue }
            var attributes = stat()
            let prefix = name == "/" ? name : name + "/"
            let gone = paths.filter { lstat(prefix + $0, &attributes) != 0 && errno == ENOENT }.sorted()
            if gone.isEmpty { continue }
            let renames = GitRenames(in: name)
            for path in gone.prefix(Self.mostRenames) {
                if case .renamed(let new) = renames.answer(path) { folders[name]?.dismissals?.follow(path, to: new) }
            }
        }
    }

    /// Takes over what another value has looked at.
    package mutating func merge(_ other: ReviewDecisions) {
        folders.merge(other.folders) { $1 }
        isEmpty = isEmpty && other.isEmpty
    }

    /// The folder that a file of decisions is about; nil for the path of any other file.
    package static func folder(decidedByFileAt path: String) -> String? {
        for name in [ReviewPolicy.path, DismissalsFile.path] where path.hasSuffix("/" + name) {
            let folder = String(path.dropLast(name.count + 1))
            return folder.isEmpty ? "/" : folder
        }
        return nil
    }

    /// What is wrong in a text that is to be a file of decisions.
    package static func problems(
        ofFileAt path: String, _ text: [UInt8], hasOwnRules: Bool
    ) -> [DocumentProblem] {
        path.hasSuffix("/" + ReviewPolicy.path)
            ? ReviewPolicyFile(path, text, hasOwnRules: hasOwnRules).problems : DismissalsFile(path, text).problems
    }

    /// The folders above a file, the nearest first.
    static func above(_ path: String) -> [String] {
        var folders: [String] = []
        var rest = path.utf8[...]
        while let slash = rest.lastIndex(of: UInt8(ascii: "/")) {
            rest = rest[..<slash]
            folders.append(rest.isEmpty ? "/" : String(Substring(rest)))
        }
        return folders
    }

    /// Whether everybody may write into a folder, as into `/tmp`: nobody's decisions are read there.
    static func isAnybodys(_ folder: String) -> Bool {
        var attributes = stat()
        let shared = S_IWOTH | S_ISVTX
        return stat(folder, &attributes) == 0 && attributes.st_mode & shared == shared
    }
}
