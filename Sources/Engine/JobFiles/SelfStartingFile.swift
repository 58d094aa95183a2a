import JSON
import Models

/// Whether a program runs a file, or obeys it, without a person's starting it: because a folder was opened or entered,
/// something was committed, pushed or installed.
///
/// An agent's file of this kind acts before anybody has read it, so that it comes in only when agreed, even where it is
/// new, and no list folds its name away. What a person starts by hand (a build, a program, a test of its own) is no
/// such file.
enum SelfStartingFile {
    /// Who acts on a file, and when.
    ///
    /// - Parameters:
    ///   - path: where the file would stand.
    ///   - text: what the file would hold; nil where only the name is known.
    ///   - isFolderThere: whether the file's folder was there before; tests in it would run along with the file.
    /// - Returns: The end of a sentence that begins with the path; nil for other files.
    static func starter(of path: ProjectPath, _ text: String?, isFolderThere: Bool = true) -> String? {
        let parts = path.text.lowercased().split(separator: "/").map(String.init)
        guard let name = parts.last else { return nil }
        if let starter = names[name] ?? namesByForm(name, in: parts.dropLast().last) { return starter }
        if name == "conftest.py" { return isFolderThere ? "pytest runs it with the tests that are there" : nil }
        if let ending = endings.first(where: { name.hasSuffix($0.key) }) { return ending.value }
        let starterByText = text.flatMap { starter(named: name, holding: $0) }
        if let folder = parts.dropLast().lazy.compactMap({ folders[$0] }).first { return folder }
        if parts.dropLast().contains(where: hookFolders.contains), hooks.contains(name) { return git }
        if parts.dropLast().contains(where: { $0.first == "." && !inertFolders.contains($0) }) { return hidden }
        if IgnoreList.names.contains(name) {
            return IgnoreList.isUsual(text ?? "") ? nil : IgnoreList.effect
        }
        if name.first == ".", !isInert(name) { return hidden }
        return starterByText
    }

    private static let editor = "editors act on it when the folder is opened"
    private static let shell = "shells and tools act on it when the folder is entered"
    private static let git = "git acts on it"
    private static let push = "build services act on it when it is pushed"
    private static let install = "package managers act on it when something is installed"
    private static let python = "Python runs it with every program"
    private static let assistant = "AI tools take orders from it"
    private static let hidden = "it is hidden, and programs act on hidden files without being asked"

    /// Names in small letters, for file systems that fold case.
    private static let names: [String: String] = {
        var names: [String: String] = [:]
        func add(_ starter: String, _ list: String...) { for name in list { names[name] = starter } }
        add(
            editor, ".exrc", ".nvimrc", ".nvim.lua", ".lvimrc", ".vimrc", "_vimrc", ".dir-locals.el", ".dir-locals-2.el"
        )
        add(editor, "devcontainer.json", ".devcontainer.json", ".projectile", ".kateproject", ".kateconfig", "build.rs")
        add(
            shell, ".envrc", ".autoenv", ".autoenv.zsh", "mise.toml", ".mise.toml", "devenv.nix", ".gdbinit",
            ".lldbinit")
        add(shell, "devbox.json", "hie.yaml", "desktop.ini", "autorun.inf")
        // A folder with such a file may be a repository with settings of its own, which git reads in it.
        add(git, ".gitattributes", ".gitmodules", ".gitconfig", "head", "commondir", "gitdir")
        add(
            push, "jenkinsfile", "azure-pipelines.yml", "azure-pipelines.yaml", "bitbucket-pipelines.yml",
            "appveyor.yml")
        add(push, "buildspec.yml", "buildspec.yaml", "cloudbuild.yaml", "cloudbuild.yml", "netlify.toml", "vercel.json")
        add(
            push, "codemagic.yaml", "render.yaml", "codeowners", "amplify.yml", "amplify.yaml", "renovate.json",
            "renovate.json5", ".gitlab-ci.yml", ".travis.yml", ".drone.yml")
        add(
            install, ".npmrc", ".yarnrc", ".yarnrc.yml", ".pnpmfile.cjs", "bunfig.toml", "binding.gyp", "pip.conf",
            "pip.ini")
        add(install, "nuget.config", "uv.toml")
        add(python, "sitecustomize.py", "usercustomize.py")
        add(
            silence, "ruff.toml", "biome.json", "biome.jsonc", "semgrep.yml", "semgrep.yaml", "bandit.yaml",
            "oxlintrc.json", "sonar-project.properties")
        add(
            assistant, "opencode.json", "opencode.jsonc", "agents.md", "claude.md", "gemini.md", ".cursorrules",
            ".windsurfrules", ".clinerules", ".mcp.json")
        return names
    }()

    /// Families of names: those of one's own machine, with other formats, with a stage.
    private static func namesByForm(_ name: String, in folder: String?) -> String? {
        func begins(_ starts: String...) -> Bool { starts.contains { name.hasPrefix($0) } }
        if name.hasSuffix(".md"), begins("agent.", "agents.", "claude.", "gemini.", "qwen.", "warp.") {
            return assistant
        }
        if begins("lefthook.", "lefthook-local.") { return git }
        if name.hasSuffix(".toml"), begins("mise.") || folder == "mise" { return shell }
        return begins("directory.build.", "directory.packages.", "directory.solution.") ? install : nil
    }

    private static let endings = [
        ".code-workspace": editor, ".sublime-project": editor, ".pth": python,
    ]

    /// Folders in which every file is one, wherever they stand.
    private static let folders = [
        ".vscode": editor, ".idea": editor, ".fleet": editor, ".zed": editor, ".vim": editor, ".nvim": editor,
        ".devcontainer": editor, ".github": push, ".gitlab": push, ".circleci": push, ".buildkite": push,
        ".gitea": push, ".forgejo": push, ".husky": git, ".githooks": git, ".cursor": assistant, ".claude": assistant,
        ".cargo": install, ".mvn": install, ".yarn": install,
    ]

    /// Where git's hooks are kept by those who point `core.hooksPath` there.
    private static let hookFolders: Set<String> = ["hooks", "git-hooks", "githooks"]
    private static let hooks: Set<String> = [
        "applypatch-msg", "pre-applypatch", "post-applypatch", "pre-commit", "pre-merge-commit", "prepare-commit-msg",
        "commit-msg", "post-commit", "pre-rebase", "post-checkout", "post-merge", "pre-push", "post-rewrite",
        "pre-auto-gc", "fsmonitor-watchman", "reference-transaction", "pre-receive", "post-receive", "update",
    ]

    /// Hidden files that only say what to leave out, which version to take or how to lay out text.
    private static func isInert(_ name: String) -> Bool {
        inertNames.contains(name) || inertBeginnings.contains { name.hasPrefix($0) }
    }

    private static let inertNames: Set<String> = [
        ".gitkeep", ".keep", ".nojekyll", ".dockerignore", ".npmignore", ".prettierignore", ".hgignore",
        ".helmignore", ".gcloudignore", ".vercelignore", ".editorconfig", ".nvmrc", ".node-version",
        ".python-version", ".ruby-version",
        ".java-version", ".go-version", ".swift-version", ".terraform-version", ".prettierrc", ".prettierrc.json",
        ".prettierrc.yaml", ".prettierrc.yml", ".prettierrc.toml", ".clang-format", ".swift-format", ".yamllint",
        ".coveragerc", ".markdownlint.json", ".markdownlint.yaml", ".htmlhintrc", ".browserslistrc",
    ]
    private static let inertBeginnings = [".env.example", ".env.sample", ".env.template", ".env.dist"]
    private static let inertFolders: Set<String> = [".well-known"]

    /// What is told by what stands in it: scripts that run at installing, settings that name code which editors and tools
    /// load, a repository in the repository.
    private static func starter(named name: String, holding text: String) -> String? {
        let small = text.lowercased()
        switch name {
        case "package.json", "composer.json": return package(text, of: name)
        // Read by nobody here, they may say anything.
        case "package.yaml", "package.json5": return install
        case "config": return gitSettings.contains(where: small.contains) ? git : nil
        case ".prettierrc", ".prettierrc.json", ".prettierrc.yaml", ".prettierrc.yml", ".prettierrc.toml":
            return small.contains("plugins") ? check : nil
        case "pylintrc", "mypy.ini", "tox.ini", "setup.cfg", "pyproject.toml":
            if small.contains("init-hook") || loadsOwnPlugin(small) { return check }
            return values(of: silencers, in: small).isEmpty ? nil : silence
        case "cargo.toml":
            return values(of: ["build"], in: small).contains { $0.first == "\"" || $0.first == "'" } ? editor : nil
        case "rust-toolchain", "rust-toolchain.toml": return small.contains("path") ? editor : nil
        default: return checkers.contains { name.hasPrefix($0 + ".config.") } ? check : nil
        }
    }

    private static let check = "editors and tools run it to check files"
    private static let silence = "it decides what checkers pass over"
    /// Settings by which Python's checkers leave out files and rules.
    private static let silencers: Set<Substring> = [
        "ignore", "extend-ignore", "per-file-ignores", "exclude", "extend-exclude", "skips", "disable", "ignore_errors",
    ]
    private static let checkers = ["eslint", "prettier", "stylelint", "commitlint", "lint-staged"]
    /// Settings of git that run programs, or that make a repository of a folder.
    private static let gitSettings = ["[core", "[include", "[alias", "[filter", "[diff", "[credential", "fsmonitor"]

    /// Whether a checker's settings name a plugin by a path, or of the project's own.
    private static func loadsOwnPlugin(_ text: String) -> Bool {
        values(of: ["plugins", "load-plugins"], in: text).contains { $0.contains("/") || $0.contains(".py") }
    }

    /// What stands after the sign on the lines that give one of these names a value.
    private static func values(of names: Set<Substring>, in text: String) -> [Substring] {
        text.split(whereSeparator: \.isNewline).compactMap { line in
            guard let sign = line.firstIndex(of: "="), names.contains(line[..<sign].trimmed) else { return nil }
            return line[line.index(after: sign)...].trimmed
        }
    }

    /// What npm and its kin run without being asked.
    ///
    /// Source: https://docs.npmjs.com/cli/v11/using-npm/scripts#life-cycle-operation-order
    private static let installScripts: Set<String> = [
        "preinstall", "install", "postinstall", "prepublish", "preprepare", "prepare", "postprepare", "dependencies",
    ]
    /// Members of a package's description by which tools add hooks to git.
    private static let hookTools: Set<String> = ["husky", "simple-git-hooks", "pre-commit", "gitHooks", "lint-staged"]

    /// Who acts on a package's description; one that cannot be read may say anything.
    private static func package(_ text: String, of name: String) -> String? {
        guard let value = try? JSONValue(parsing: Array(text.utf8)) else { return install }
        let scripts = value["scripts"]?.object?.keys ?? []
        if name == "composer.json" {
            return scripts.contains { $0.hasPrefix("pre-") || $0.hasPrefix("post-") } ? install : nil
        }
        if scripts.contains(where: installScripts.contains) { return install }
        if value["eslintConfig"]?.object?.isEmpty == false || value["prettier"]?["plugins"] != nil { return check }
        return value.object?.keys.contains(where: hookTools.contains) ?? false ? git : nil
    }
}

/// Files that say which others git, searches and CodeForge leave out: what one hides is not reviewed, what one takes back
/// may be sent to a model.
private enum IgnoreList {
    static let names: Set<String> = [
        ".gitignore", ".ignore", ".rgignore", ".fdignore", ".eslintignore", ".stylelintignore",
    ]
    static let effect = "it decides which files git, searches and reviews leave out"

    /// Whether a list leaves out nothing but what programs make, and secrets.
    static func isUsual(_ text: String) -> Bool {
        text.split(whereSeparator: \.isNewline).allSatisfy { line in
            let line = line.trimmed
            if line.isEmpty || line.first == "#" { return true }
            let name = line.drop { $0 == "/" }.lowercased()
            return usual.contains(name.last == "/" ? String(name.dropLast()) : name)
        }
    }

    /// In small letters and without slashes at the ends.
    private static let usual: Set<String> = [
        ".env", ".env.*", "!.env.example", ".env.local", ".env.*.local", "*.local", "*.pem", "*.key", ".ds_store",
        "thumbs.db", "*.log", "npm-debug.log*", "yarn-debug.log*", "yarn-error.log*", "*.swp", "*.tmp",
        "node_modules", ".next", ".nuxt", ".svelte-kit", ".astro", ".turbo", ".parcel-cache", ".cache", ".vite",
        "dist", "build", "out", "target", "bin", "obj", "coverage", ".nyc_output", "next-env.d.ts", "*.tsbuildinfo",
        ".venv", "venv", "__pycache__", "*.py[cod]", "*.pyc", "*.egg-info", ".pytest_cache", ".mypy_cache",
        ".ruff_cache", ".tox", ".coverage", "htmlcov", "instance", "*.db", "*.sqlite", "*.sqlite3", "*.db-journal",
        ".build", ".swiftpm", "deriveddata", "xcuserdata", "*.xcuserstate", ".gradle", "*.class", "*.jar", "*.war",
        "*.o", "*.obj", "*.so", "*.dll", "*.dylib", "*.exe", "*.a", "vendor", ".bundle", ".idea", ".vscode",
        ".terraform", "*.tfstate", "*.tfstate.*", ".codeforge", ".dart_tool", ".packages",
    ]
}

extension Substring {
    /// Without the blanks at its ends.
    fileprivate var trimmed: Substring {
        let rest = drop(while: \.isWhitespace)
        return rest.lastIndex { !$0.isWhitespace }.map { rest[...$0] } ?? rest
    }
}
