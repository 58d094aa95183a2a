import Models

extension ProjectFolder {
    /// What stands where a path leads, if not under the same name to the byte: `README.md` for `readme.md`, `src` for
    /// `Src/app.ts`, an `é` of one letter for one of two.
    ///
    /// People take such names for one, and so do the file systems of macOS and Windows.
    ///
    /// - Returns: nil where the path's own name is there, or nothing like it.
    func namesake(of path: ProjectPath) -> ProjectPath? {
        var found: [String] = []
        var isOther = false
        for part in path.text.split(separator: "/").map(String.init) {
            guard let names = entries(of: found.joined(separator: "/")) else { break }
            if names.contains(where: { $0.utf8.elementsEqual(part.utf8) }) {
                found.append(part)
                continue
            }
            // Swift compares characters, whatever they are made of.
            guard let name = names.filter({ $0.lowercased() == part.lowercased() }).min() else { break }
            found.append(name)
            isOther = true
        }
        return isOther ? try? ProjectPath(validating: found.joined(separator: "/")) : nil
    }

    /// The names in a folder, by its relative path, as far as they are UTF-8; nil where there is no such folder.
    private func entries(of folder: String) -> [String]? {
        guard let opened = try? OpenFile.folder(at: folder.isEmpty ? path : "\(path)/\(folder)"),
            let entries = try? FolderEntries(of: opened)
        else { return nil }
        var names: [String] = []
        func note(_ name: UnsafePointer<CChar>, _: FolderEntries.Kind) {
            if let name = String(validatingCString: name) { names.append(name) }
        }
        while (try? entries.next(note)) == true {}
        return names
    }
}
