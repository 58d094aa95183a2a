import Glibc

/// Folders that programs fill and nobody edits: dependencies, environments, caches, histories, other people's keys.
///
/// They are left out wherever they stand, without any ignore file. What a name does not tell, a marker inside does.
enum ForeignFolders {
    /// Whether a folder's name says it.
    static func isForeign(named name: Span<UInt8>) -> Bool {
        // Most names end here: half of the foreign ones begin with a dot, and none has a capital but these few.
        let text = String(unsafeUninitializedCapacity: name.count) { buffer in
            for index in name.indices { buffer[index] = name[index] }
            return name.count
        }
        return names.contains(text) || text.hasSuffix(".egg-info") || text.hasSuffix(".git")
    }

    /// Whether what stands in a folder says it.
    static func isForeign(_ folder: borrowing OpenFile, named name: [UInt8]) -> Bool {
        if markers.contains(where: { exists($0, in: folder) }) || isTagged(folder) { return true }
        let text = String(decoding: name, as: UTF8.self)
        return (markersByName[text] ?? []).contains { exists($0, in: folder) }
    }

    private static func exists(_ name: String, in folder: borrowing OpenFile) -> Bool {
        faccessat(folder.descriptor, name, F_OK, AT_SYMLINK_NOFOLLOW) == 0
    }

    /// Whether a folder calls itself a cache, as those of Cargo, pytest, mypy and Bazel do.
    ///
    /// Spec: https://bford.info/cachedir/
    private static func isTagged(_ folder: borrowing OpenFile) -> Bool {
        guard exists("CACHEDIR.TAG", in: folder), let tag = try? folder.regularFile(named: "CACHEDIR.TAG"),
            let bytes = try? tag.read(upTo: signature.utf8.count, expecting: signature.utf8.count)
        else { return false }
        return bytes.starts(with: signature.utf8)
    }

    private static let signature = "Signature: 8a477f597d28d172789f06886806bc55"

    /// In any folder: a virtual environment, old and new, and one of conda.
    private static let markers = ["pyvenv.cfg", "conda-meta", "bin/activate_this.py", "Scripts/activate.bat"]

    /// In folders whose name a project may use, too: what the package tools put there.
    private static let markersByName: [String: [String]] = [
        "vendor": ["autoload.php", "modules.txt", "bundle/ruby", "composer/installed.json", ".cargo-checksum.json"],
        "target": [".rustc_info.json", "maven-status", "scala-2.13", "streams"],
        "deps": [".hex", "phoenix/mix.exs", "plug/mix.exs", "jason/mix.exs"],
        "env": ["bin/activate", "Scripts/activate"], "venv": ["bin/activate", "Scripts/activate"],
        "ENV": ["bin/activate", "Scripts/activate"], "packages": ["repositories.config"],
        "build": ["CMakeCache.txt", "intermediates", "tmp/compileJava"], "_build": ["dev/lib", "prod/lib", "test/lib"],
        "mod": ["cache/download"], "Library": ["Keychains", "ScriptAssemblies"], "Cellar": [".keepme"],
    ]

    private static let names: Set<String> = [
        // Dependencies.
        "node_modules", "bower_components", "jspm_packages", "web_modules", "site-packages", "dist-packages",
        "__pypackages__", ".eggs", ".pnpm-store", ".pnp", "Pods", "Carthage", ".swiftpm", ".build", "DerivedData",
        "elm-stuff", ".stack-work", ".dart_tool", ".pub-cache", ".pub", "dist-newstyle", ".cabal-sandbox", ".bundle",
        ".gems", ".cpanm", ".nuget", ".paket", ".m2", ".ivy2", ".sbt", ".gradle", ".rustup", ".nvm", ".npm", ".nodenv",
        ".pyenv", ".rbenv", ".rvm", ".asdf", ".sdkman", ".volta", ".fnm", ".deno", ".bun", ".goenv", ".jenv", ".opam",
        ".ghcup", ".elan", ".juliaup", ".yarn-cache", ".linuxbrew", ".platformio", ".arduino15", ".julia",
        // Environments.
        ".venv", ".virtualenv", ".virtualenvs", ".conda", ".mamba", ".pixi", ".tox", ".nox", ".direnv", ".devenv",
        ".vagrant", "miniconda3", "anaconda3", "miniforge3", "mambaforge", "micromamba",
        // Caches and what tools make.
        "__pycache__", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".hypothesis", ".ipynb_checkpoints", ".cache",
        ".parcel-cache", ".turbo", ".next", ".nuxt", ".svelte-kit", ".angular", ".expo", ".vercel", ".netlify",
        ".serverless", ".terraform", ".terragrunt-cache", ".aws-sam", ".sass-cache", ".nyc_output", ".docusaurus",
        ".vite", ".rpt2_cache", ".metals", ".bloop", ".elixir_ls", ".clangd", ".ccls-cache", ".vs", ".ccache",
        ".thumbnails", ".Trash", ".local-history", ".npm-global", ".electron-gyp", ".node-gyp", ".kotlin",
        // Histories.
        ".hg", ".svn", ".bzr", "_darcs", ".jj", ".sl", ".pijul", "CVS", ".fslckout", ".history",
        // Keys, logins, mail and what browsers know.
        ".ssh", ".gnupg", ".password-store", ".pki", ".minikube", "keyrings", "Keychains", ".mozilla",
        ".thunderbird", ".tor", ".purple", ".weechat", ".irssi", ".electrum", ".bitcoin", ".ethereum", ".putty",
        ".dbus",
        ".gvfs", ".wine",
    ]
}
