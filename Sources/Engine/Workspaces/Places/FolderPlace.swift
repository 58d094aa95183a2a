import Glibc

/// Tells a project's folder from one that holds everything a person has.
enum FolderPlace {
    /// Folders that hold home folders, by custom.
    private static let homesFolders: Set<String> = ["/home", "/Users", "/var/home", "/export/home"]

    /// What speaks against mirroring a folder unasked, as far as its place tells; nil for an ordinary one.
    ///
    /// - Parameters:
    ///   - folder: A folder with links resolved.
    ///   - home: The user's home folder; nil where the environment names none.
    /// - Returns: The doubt, of which a person is told.
    static func doubt(
        about folder: ProjectFolder, home: String? = getenv("HOME").map { String(cString: $0) }
    ) -> MirrorDoubt? {
        let path = folder.path
        if path == "/" { return .root }
        let homes = [home.flatMap(resolved), "/root"].compactMap { $0 }.filter { $0 != "/" }
        if homes.contains(path) { return .home }
        if homesFolders.contains(path) || homes.contains(where: { $0.hasPrefix(path + "/") }) { return .aboveHome }
        if let slash = path.lastIndex(of: "/"), homesFolders.contains(String(path[..<slash])) { return .home }
        return isMountPoint(path) && !holdsRepository(folder) ? .mountPoint : nil
    }

    /// Why not even new files come into a folder unasked; nil for a project's.
    static func hold(on folder: ProjectFolder) -> String? {
        switch doubt(about: folder) {
        case .root, .home, .aboveHome: "\(JobChange.placing)more than a project"
        default: nil
        }
    }

    private static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(validatingCString: resolved)
    }

    /// Containers mount a project's folder; its repository tells it from a stick.
    private static func holdsRepository(_ folder: ProjectFolder) -> Bool {
        var attributes = stat()
        return lstat("\(folder.path)/.git", &attributes) == 0
    }

    /// Whether the kernel lists the folder among its mounts, bind mounts included.
    ///
    /// Spec: https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html
    private static func isMountPoint(_ path: String) -> Bool {
        guard let file = try? OpenFile.regularFile(at: "/proc/self/mountinfo"),
            let bytes = try? file.read(upTo: 4 << 20, expecting: 16 << 10)
        else { return false }
        return bytes.split(separator: 10).contains { line in
            let fields = line.split(separator: 32)
            return fields.count > 4 && unescaped(fields[4]).elementsEqual(path.utf8)
        }
    }

    /// A field with its `\040` for a space and the like read back.
    private static func unescaped(_ field: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var rest = field
        while let byte = rest.popFirst() {
            let digits = rest.prefix(3)
            guard byte == UInt8(ascii: "\\"), digits.count == 3, digits.allSatisfy({ $0 >= 48 && $0 <= 55 }) else {
                result.append(byte)
                continue
            }
            result.append(digits.reduce(0) { $0 &* 8 &+ ($1 &- 48) })
            rest = rest.dropFirst(3)
        }
        return result
    }
}
