import Glibc

/// The folder that holds a file, open, and the file's name in it; the name is no link.
struct FileLocation: ~Copyable {
    let folder: OpenFile
    let name: String
}

/// Follows a relative path below a root, resolving links itself and never leaving the root.
struct PathWalk {
    /// Why a path leads nowhere.
    enum Failure: Error {
        case outside
        case reserved
        /// The root itself can't be opened, which says nothing about what is in it.
        case noRoot(SystemError)
        case system(SystemError)
    }

    private let root: String
    /// Absolute spellings of the root by which links may name it.
    private let aliases: [String]
    private let createsFolders: Bool
    private var linksFollowed = 0

    /// As many links as the kernel follows in one path.
    private static let maximumLinks = 40

    init(root: String, aliases: [String], createsFolders: Bool) {
        self.root = root
        self.aliases = aliases
        self.createsFolders = createsFolders
    }

    /// Finds where a path ends, through as many links as there are.
    mutating func locate(_ path: String) throws(Failure) -> FileLocation {
        var parts = path.split(separator: "/").map(String.init)
        while true {
            parts = try normalised(parts)
            switch try descend(parts) {
            case .arrived(let location): return location
            case .link(let depth, let target): parts = try replacing(depth, of: parts, by: target)
            }
        }
    }

    private enum Step: ~Copyable {
        case arrived(FileLocation)
        /// The part at this depth is a link.
        case link(depth: Int, target: String)
    }

    private func descend(_ parts: [String]) throws(Failure) -> Step {
        guard let name = parts.last else { throw .outside }
        var folder = try openRoot()
        for (depth, part) in parts.dropLast().enumerated() {
            if let target = try link(part, in: folder) { return .link(depth: depth, target: target) }
            folder = try enter(part, of: folder)
        }
        if let target = try link(name, in: folder) { return .link(depth: parts.count - 1, target: target) }
        return .arrived(FileLocation(folder: folder, name: name))
    }

    private func enter(_ part: String, of folder: borrowing OpenFile) throws(Failure) -> OpenFile {
        do throws(SystemError) {
            return try folder.folder(named: part)
        } catch {
            guard createsFolders, error.code == ENOENT else { throw .system(error) }
        }
        // Another writer may have made it meanwhile; what counts is that it opens.
        let reason = mkdirat(folder.descriptor, part, 0o777) == 0 ? nil : SystemError.last
        do throws(SystemError) {
            return try folder.folder(named: part)
        } catch {
            throw .system(error.code == ENOENT ? reason ?? error : error)
        }
    }

    /// Where the entry leads when it is a link; nil when it is anything else or missing.
    private func link(_ name: String, in folder: borrowing OpenFile) throws(Failure) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlinkat(folder.descriptor, name, &buffer, buffer.count)
        if count < 0 {
            let error = SystemError.last
            guard error.code == EINVAL || error.code == ENOENT else { throw .system(error) }
            return nil
        }
        guard let target = String(validating: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self) else {
            throw .outside
        }
        return target
    }

    private mutating func replacing(_ depth: Int, of parts: [String], by target: String) throws(Failure) -> [String] {
        linksFollowed += 1
        guard linksFollowed <= PathWalk.maximumLinks else { throw .system(SystemError(code: ELOOP)) }
        let rest = parts.dropFirst(depth + 1)
        guard target.hasPrefix("/") else {
            return parts.prefix(depth) + target.split(separator: "/").map(String.init) + rest
        }
        for alias in aliases where target == alias || target.hasPrefix(alias + "/") {
            return target.dropFirst(alias.count).split(separator: "/").map(String.init) + rest
        }
        throw .outside
    }

    /// Removes `.` and `..` by the letter: a link before a `..` is not followed first, which keeps the path inside.
    private func normalised(_ parts: [String]) throws(Failure) -> [String] {
        var result: [String] = []
        for part in parts where part != "." {
            if part == ".." {
                guard result.popLast() != nil else { throw .outside }
            } else {
                guard part.lowercased() != ".git" else { throw .reserved }
                result.append(part)
            }
        }
        return result
    }

    private func openRoot() throws(Failure) -> OpenFile {
        do throws(SystemError) {
            return try OpenFile.folder(at: root)
        } catch {
            throw .noRoot(error)
        }
    }
}
