import Glibc
import Review
import RuleFiles

/// A team's own rules: the files below `.codeforge/rules/` of a folder.
///
/// They hold for the files of the folder that no folder with rules further down holds.
package struct OwnRules: Sendable {
    /// A rule file.
    package struct File: Sendable {
        /// Its absolute path.
        package let path: String
        package let text: [UInt8]
        /// What can be used of it.
        package let entries: [RuleFile.Entry]
        /// What is wrong with it, by place.
        package let problems: [RuleFile.Problem]
    }

    /// Where rules lie in a folder.
    package static let place = ".codeforge/rules"
    /// A rule file longer than this, and more files than so many, are not read.
    package static let (longestFile, mostFiles) = (1 << 20, 500)

    /// The folder that `.codeforge/rules` lies in.
    package let folder: String
    /// By path.
    package let files: [File]
    /// The rules that come with the program and, after them, those of the files.
    package let set: RuleSet

    /// Whether a path is that of a rule file, wherever its folder is.
    package static func isRuleFile(_ path: String) -> Bool {
        // Asked of every document: most have another ending.
        (path.hasSuffix(".yaml") || path.hasSuffix(".yml")) && path.contains("/\(place)/") && !isHidden(path)
    }

    private static func isHidden(_ path: String) -> Bool {
        path.split(separator: "/").last?.hasPrefix(".") ?? true
    }

    /// The innermost folder above the file at an absolute path that has rules.
    package static func nearestFolder(above path: String) -> String? {
        var folder = path[...]
        while let slash = folder.lastIndex(of: "/") {
            folder = folder[..<slash]
            var attributes = stat()
            if stat("\(folder)/\(place)", &attributes) == 0, attributes.isFolder {
                return folder.isEmpty ? "/" : String(folder)
            }
        }
        return nil
    }

    /// Reads the rules of a folder, those of files that cannot be read left out.
    ///
    /// `texts` are those of files that an editor shows, by their absolute path: they go before the disk's.
    package init(of folder: String, texts: [String: [UInt8]] = [:]) {
        let root = (folder == "/" ? "" : folder) + "/" + Self.place
        var files: [File] = []
        var known: [String: String] = [:]
        var paths: [String] = []
        if let opened = try? OpenFile.folder(at: root) { Self.list(opened, root, depth: 0, into: &paths) }
        for (number, path) in paths.sorted().enumerated() {
            guard number < Self.mostFiles, let text = texts[path] ?? Self.read(path) else {
                let reason =
                    number < Self.mostFiles
                    ? "the file is not read: it is a link, longer than 1 MiB, or cannot be opened"
                    : "the file is not read: there are more than \(Self.mostFiles)"
                files.append(
                    File(
                        path: path, text: [], entries: [],
                        problems: [RuleFile.Problem(line: 0, column: 0, reason: reason)]))
                continue
            }
            let read = RuleFile(String(decoding: text, as: UTF8.self), isOwn: true)
            var (entries, problems) = (read.entries, read.problems)
            for entry in entries {
                guard let other = known[entry.rule.id] else { continue }
                problems.append(
                    RuleFile.Problem(
                        line: entry.line, column: entry.column, reason: "\(other) has a rule \(entry.rule.id), too"))
            }
            entries.removeAll { known[$0.rule.id] != nil }
            for entry in entries { known[entry.rule.id] = String(path.dropFirst(root.utf8.count + 1)) }
            files.append(File(path: path, text: text, entries: entries, problems: problems))
        }
        self.folder = folder
        self.files = files
        let rules = files.flatMap(\.entries).map(\.rule)
        set = rules.isEmpty ? .builtIn : RuleSet(adding: rules)
    }

    /// The rule files below a folder, by path.
    static func ruleFiles(below folder: String) -> [String] {
        var paths: [String] = []
        if let opened = try? OpenFile.folder(at: folder) { list(opened, folder, depth: 0, into: &paths) }
        return Array(paths.sorted().prefix(mostFiles))
    }

    /// The rule files below a folder; links are not followed.
    private static func list(_ folder: borrowing OpenFile, _ path: String, depth: Int, into paths: inout [String]) {
        guard depth < 16, let entries = try? FolderEntries(of: folder) else { return }
        var folders: [String] = []
        while paths.count < mostFiles * 4 {
            let isMore = try? entries.next { name, kind in
                guard let name = String(validatingCString: name), !name.hasPrefix(".") else { return }
                if kind == .folder { folders.append(name) }
                if kind == .regularFile || kind == .link, name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
                    paths.append("\(path)/\(name)")
                }
            }
            if isMore != true { break }
        }
        for name in folders {
            guard let inner = try? folder.folder(named: name) else { continue }
            list(inner, "\(path)/\(name)", depth: depth + 1, into: &paths)
        }
    }

    static func read(_ path: String) -> [UInt8]? {
        var attributes = stat()
        guard lstat(path, &attributes) == 0, attributes.isRegularFile,
            let file = try? OpenFile.regularFile(at: path), let size = try? file.attributes().st_size,
            size <= longestFile
        else { return nil }
        return try? file.read(upTo: longestFile, expecting: Int(size))
    }
}
