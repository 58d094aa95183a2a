/// Two paths of one answer that no folder can hold beside each other.
enum PathClash {
    /// What is wrong with a path beside others, of which `known` are in the project; nil where nothing is.
    static func with(_ path: String, among others: [String], known: [String: String]) -> String? {
        // Some file systems hold one file for `A.ts` and `a.ts`.
        let own = path.lowercased()
        if others.contains(where: { $0.lowercased() == own }) { return "\(path.debugDescription) is there twice." }
        let folders = folders(of: path)
        if let file = others.first(where: { folders.contains($0) }) ?? folders.first(where: { known[$0] != nil }) {
            return "\(path.debugDescription) lies in \(file.debugDescription), which is a file."
        }
        let isFolder = others.contains { $0.hasPrefix(path + "/") } || known.keys.contains { $0.hasPrefix(path + "/") }
        return isFolder ? "\(path.debugDescription) is a folder that other files lie in." : nil
    }

    /// `a/b/c` lies in `a` and in `a/b`.
    private static func folders(of path: String) -> [String] {
        path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
    }
}
