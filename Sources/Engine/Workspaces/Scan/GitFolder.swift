import Glibc

/// Where a working tree's repository keeps what all its working trees share.
struct GitFolder {
    let path: String
    /// Where it keeps what is this working tree's own.
    let own: String

    /// Longest pointer file that is followed, in bytes.
    private static let maximumBytes = 8192

    /// Finds the folder of the working tree at `root`: `.git` itself, or what the file of that name leads to.
    ///
    /// Spec: https://git-scm.com/docs/gitrepository-layout
    init(of root: String) {
        let entry = "\(root)/.git"
        let prefix = "gitdir: "
        guard let pointer = Self.line(of: entry), pointer.hasPrefix(prefix) else {
            path = entry
            own = entry
            return
        }
        let own = Self.path(String(pointer.dropFirst(prefix.count)), in: root)
        self.own = own
        path = Self.line(of: "\(own)/commondir").map { Self.path($0, in: own) } ?? own
    }

    private static func path(_ path: String, in folder: String) -> String {
        path.hasPrefix("/") ? path : "\(folder)/\(path)"
    }

    /// The text of a small file without its line end; nil when there is no such file.
    private static func line(of path: String) -> String? {
        guard let file = try? OpenFile.regularFile(at: path),
            let bytes = try? file.read(upTo: maximumBytes, expecting: 256), bytes.count <= maximumBytes
        else { return nil }
        return String(decoding: bytes.prefix { $0 != 10 && $0 != 13 }, as: UTF8.self)
    }
}
