import Models

/// Tells a folder in which somebody's project stands from one that is there to be filled.
///
/// A README, a licence, notes, pictures and settings of git are no project; code is, and the file that describes a package.
enum ProjectSign {
    /// A file that shows a project; of a folder with very many files, the first ones are looked at.
    ///
    /// - Parameters:
    ///   - folder: where it may stand.
    ///   - made: the files that agents wrote, which show nothing.
    /// - Returns: the file that shows it best; nil where none does.
    static func find(in folder: ProjectFolder, besides made: Set<ProjectPath>) -> ProjectPath? {
        var limits = MirrorLimits.standard
        (limits.files, limits.entries) = (limits.unaskedFiles, limits.unaskedFiles)
        var walk = FolderWalk(of: folder, limits: limits)
        var found: ProjectPath?
        try? walk.run { file in
            guard shows(file.path), !made.contains(file.path) else { return }
            // The one that says most, and the same one at each look.
            if let known = found, rank(known) <= rank(file.path) { return }
            found = file.path
        }
        return found
    }

    private static func shows(_ path: ProjectPath) -> Bool {
        guard !path.text.hasPrefix(DocumentKind.folder + "/") else { return false }
        return isDescription(path) || FileLanguage.name(of: path).map { !proseAndData.contains($0) } ?? false
    }

    /// The description of a package first, then what stands higher up, then by name.
    private static func rank(_ path: ProjectPath) -> (Int, Int, String) {
        (isDescription(path) ? 0 : 1, path.text.split(separator: "/").count, path.text)
    }

    private static func isDescription(_ path: ProjectPath) -> Bool {
        let name = path.text.split(separator: "/").last.map { $0.lowercased() } ?? ""
        return descriptions.contains(name) || descriptionEndings.contains { name.hasSuffix($0) }
    }

    private static let proseAndData: Set<String> = [
        "markdown", "plaintext", "csv", "json", "yaml", "toml", "xml", "ini",
    ]
    private static let descriptions: Set<String> = [
        "package.json", "deno.json", "composer.json", "pyproject.toml", "setup.cfg", "requirements.txt", "pipfile",
        "cargo.toml", "go.mod", "pom.xml", "gemfile", "makefile", "cmakelists.txt", "meson.build", "pubspec.yaml",
        "build.gradle", "mix.exs", "project.clj", "stack.yaml", "build.sbt", "dune-project", "rebar.config",
    ]
    private static let descriptionEndings = [".csproj", ".fsproj", ".sln", ".cabal", ".gemspec"]
}
