import Glibc
import Models

/// A file to review: where it is, and how it is shown.
package struct ReviewTarget: Sendable {
    let shownPath: String
    /// The path in the project, which tells tests and scripts from other code: folders above it say nothing.
    let projectPath: String
    let location: String
    let limitBytes: Int
    /// The folder that somebody named, in which the file was found; nil for a file that was named itself.
    var namedFolder: String?

    package var path: String { shownPath }

    /// The folder below the named one that holds the file and is a repository of its own, as it is shown; nil where none
    /// is.
    ///
    /// A submodule or another person's checkout: who names the folder above it does not mean it.
    package var nestedRepository: String? {
        guard let namedFolder else { return nil }
        let inside = location.dropFirst(namedFolder.count + 1).split(separator: "/").dropLast()
        let shown = shownPath.split(separator: "/", omittingEmptySubsequences: false).dropLast(inside.count + 1)
        for count in 1..<(inside.count + 1) {
            let folder = inside.prefix(count).joined(separator: "/")
            if Self.isRepository("\(namedFolder)/\(folder)") { return (shown + [folder[...]]).joined(separator: "/") }
        }
        return nil
    }

    /// How near the file was named.
    fileprivate var depth: Int { namedFolder.map { $0.utf8.count } ?? .max }

    private static func isRepository(_ folder: String) -> Bool {
        var attributes = stat()
        return [".git", ".hg", ".jj", ".svn", ".sl"].contains { lstat("\(folder)/\($0)", &attributes) == 0 }
    }
}

/// The files that some paths of a command line name, each once, in the order of their shown paths.
package struct ReviewTargets: Sendable {
    /// Files longer than this are passed over in folders: 1 MiB, as nobody writes such by hand.
    package static let folderLimitBytes = 1 << 20
    /// Files longer than this are not reviewed even when they are named: 64 MiB.
    package static let fileLimitBytes = 64 << 20

    package private(set) var targets: [ReviewTarget] = []
    /// What is known without reading: paths that do not exist, folders that cannot be read.
    package private(set) var failures: [FileReview] = []
    /// What a killed program left of a person's files under other names, a sentence each.
    package private(set) var leftovers: [String] = []

    /// - Parameters:
    ///   - paths: Files and folders, relative to the current folder or absolute.
    ///   - readsIgnored: Whether what ignore files leave out is reviewed too.
    package init(paths: [String], readsIgnored: Bool = false) {
        for path in paths { add(path, readsIgnored: readsIgnored) }
        sortOnce()
    }

    /// The files of whole projects.
    ///
    /// - Parameter folders: The absolute paths of the projects' folders.
    package init(projects folders: [String]) {
        for folder in folders { addFolder(folder, projectPrefix: "", readsIgnored: false) }
        sortOnce()
    }

    /// One file of a project, or the files of one of its folders, by the path in the project's folder; none where ignore
    /// files leave it out.
    package init(at path: String, ofProject folder: String) {
        guard let path = try? ProjectPath(validating: path), let root = try? ProjectFolder(path: folder) else { return }
        var walk = FolderWalk(of: root, limits: .review, selection: .reviewable)
        try? walk.run(at: path) { file in targets.append(Self.target(file, shownBelow: folder + "/", "", folder)) }
        sortOnce()
    }

    /// Some files of projects, and the files of some of their folders, by absolute paths; `folders` are the projects'.
    package init(at paths: Set<String>, ofProjects folders: [String]) {
        // What is on the way to each of many is not looked at so often.
        if paths.count > Self.mostSinglePaths {
            for folder in folders { addFolder(folder, projectPrefix: "", readsIgnored: false) }
            targets.removeAll { !Self.isIn(paths, $0.location) }
        }
        for path in paths where paths.count <= Self.mostSinglePaths {
            let holding = folders.filter { path.hasPrefix($0 + "/") }
            guard let folder = holding.max(by: { $0.utf8.count < $1.utf8.count }) else { continue }
            targets += ReviewTargets(at: String(path.dropFirst(folder.count + 1)), ofProject: folder).targets
        }
        sortOnce()
    }

    /// Most paths that are looked for one by one.
    private static let mostSinglePaths = 200

    private static func isIn(_ paths: Set<String>, _ path: String) -> Bool {
        var rest = Substring(path)
        while !paths.contains(String(rest)) {
            guard let slash = rest.lastIndex(of: "/") else { return false }
            rest = rest[..<slash]
        }
        return true
    }

    private static func target(
        _ file: FoundFile, shownBelow prefix: String, _ projectPrefix: String, _ folder: String
    ) -> ReviewTarget {
        ReviewTarget(
            shownPath: prefix + file.path.text, projectPath: projectPrefix + file.path.text,
            location: "\(folder)/\(file.path.text)", limitBytes: folderLimitBytes)
    }

    private mutating func sortOnce() {
        // Of a file that was named in several ways, the nearest way counts.
        targets.sort { left, right in
            if left.shownPath != right.shownPath {
                return left.shownPath.utf8.lexicographicallyPrecedes(right.shownPath.utf8)
            }
            return left.depth > right.depth
        }
        var seen: Set<String> = []
        targets = targets.filter { seen.insert($0.shownPath).inserted }
    }

    private mutating func add(_ path: String, readsIgnored: Bool) {
        var attributes = stat()
        guard stat(path, &attributes) == 0 else {
            return fail(path, "\(SystemError.last)")
        }
        if attributes.isFolder {
            let prefix = pathFromHere(path).map { $0.isEmpty ? "" : $0 + "/" } ?? ""
            addFolder(path, projectPrefix: prefix, readsIgnored: readsIgnored)
        } else if attributes.isRegularFile {
            targets.append(
                ReviewTarget(
                    shownPath: shown(path), projectPath: projectPath(ofFile: path), location: path,
                    limitBytes: Self.fileLimitBytes))
        } else {
            var review = FileReview(path: shown(path), outcome: .skipped(.notAFile))
            review.isNamed = true
            failures.append(review)
        }
    }

    private mutating func addFolder(_ path: String, projectPrefix: String, readsIgnored: Bool) {
        let prefix = shown(path) == "." ? "" : shown(path).hasSuffix("/") ? shown(path) : shown(path) + "/"
        do {
            var walk = FolderWalk(
                of: try ProjectFolder(path: path), limits: .review,
                selection: readsIgnored ? .everything : .reviewable)
            try walk.run { file in
                var target = Self.target(file, shownBelow: prefix, projectPrefix, path)
                target.namedFolder = path
                targets.append(target)
            }
            if let sentence = walk.report.keptSentence { leftovers.append(sentence) }
            for (reason, skipped) in walk.report.skipped where reason != .tooLarge {
                for example in skipped.examples {
                    if reason == .unusableName {
                        addOddName(example, of: path, shownBelow: prefix, projectPrefix)
                    } else {
                        fail(prefix + example, reason.rawValue)
                    }
                }
                if skipped.count > skipped.examples.count {
                    fail(path, "\(skipped.count - skipped.examples.count) more in it: each \(reason.rawValue)")
                }
            }
        } catch {
            fail(path, "\(error)")
        }
    }

    /// A file whose name no project may hold, such as one with an end of a line: code as any other.
    private mutating func addOddName(
        _ name: String, of folder: String, shownBelow prefix: String, _ projectPrefix: String
    ) {
        var attributes = stat()
        let location = "\(folder)/\(name)"
        // What is no UTF-8 was replaced, so that nothing is there under that name.
        guard lstat(location, &attributes) == 0, attributes.isRegularFile else {
            return failures.append(FileReview(path: prefix + name, outcome: .skipped(.unusableName)))
        }
        targets.append(
            ReviewTarget(
                shownPath: prefix + name, projectPath: projectPrefix + name, location: location,
                limitBytes: Self.folderLimitBytes, namedFolder: folder))
    }

    private mutating func fail(_ path: String, _ reason: String) {
        failures.append(FileReview(path: shown(path), outcome: .failed(reason: reason)))
    }

    private func projectPath(ofFile path: String) -> String {
        pathFromHere(path) ?? path.split(separator: "/").last.map(String.init) ?? path
    }

    /// The path relative to the current folder; nil for one outside of it.
    private func pathFromHere(_ path: String) -> String? {
        let path = shown(path)
        guard path.hasPrefix("/") else { return path == "." ? "" : path }
        guard let here = getcwd(nil, 0) else { return nil }
        defer { free(here) }
        let folder = String(cString: here)
        if path == folder { return "" }
        return path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : nil
    }

    /// The path without needless `./` and slashes.
    private func shown(_ path: String) -> String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: true).filter { $0 != "." }
        let joined = parts.joined(separator: "/")
        return path.hasPrefix("/") ? "/" + joined : joined.isEmpty ? "." : joined
    }
}
