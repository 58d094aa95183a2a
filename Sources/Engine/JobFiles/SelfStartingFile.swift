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
        if let starter = names[name] { return starter }
        if name == "conftest.py" { return isFolderThere ? "pytest runs it with the tests that are there" : nil }
        if let ending = endings.first(where: { name.hasSuffix($0.key) }) { return ending.value }
        if let folder = parts.dropLast().lazy.compactMap({ folders[$0] }).first { return folder }
        if parts.dropLast().contains(where: hookFolders.contains), hooks.contains(name) { return git }
        if parts.dropLast().contains(where: { $0.first == "." && !inertFolders.contains($0) }) { return hidden }
        if name.first == ".", !isInert(name) { return hidden }
        return text.flatMap { starter(named: name, holding: $0) }
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
        add(git, ".gitattributes", ".gitmodules", ".gitconfig", "lefthook.yml", "lefthook.yaml", "lefthook.toml")
        add(
            push, "jenkinsfile", "azure-pipelines.yml", "azure-pipelines.yaml", "bitbucket-pipelines.yml",
            "appveyor.yml")
        add(push, "buildspec.yml", "buildspec.yaml", "cloudbuild.yaml", "cloudbuild.yml", "netlify.toml", "vercel.json")
        add(push, "codemagic.yaml", "render.yaml", "codeowners", ".gitlab-ci.yml", ".travis.yml", ".drone.yml")
        add(
            install, ".npmrc", ".yarnrc", ".yarnrc.yml", ".pnpmfile.cjs", "bunfig.toml", "binding.gyp", "pip.conf",
            "pip.ini")
        add(install, "nuget.config", "directory.build.props", "directory.build.targets")
        add(python, "sitecustomize.py", "usercustomize.py")
        add(
            assistant, "agents.md", "claude.md", "gemini.md", ".cursorrules", ".windsurfrules", ".clinerules",
            ".mcp.json")
        return names
    }()

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
        ".gitignore", ".gitkeep", ".keep", ".nojekyll", ".dockerignore", ".npmignore", ".eslintignore",
        ".prettierignore", ".stylelintignore", ".hgignore", ".ignore", ".rgignore", ".helmignore", ".gcloudignore",
        ".vercelignore", ".editorconfig", ".nvmrc", ".node-version", ".python-version", ".ruby-version",
        ".java-version", ".go-version", ".swift-version", ".terraform-version", ".prettierrc", ".prettierrc.json",
        ".prettierrc.yaml", ".prettierrc.yml", ".prettierrc.toml", ".clang-format", ".swift-format", ".yamllint",
        ".coveragerc", ".markdownlint.json", ".markdownlint.yaml", ".htmlhintrc", ".browserslistrc",
    ]
    private static let inertBeginnings = [".env.example", ".env.sample", ".env.template", ".env.dist"]
    private static let inertFolders: Set<String> = [".well-known"]

    /// What is told by what stands in it: scripts that run at installing, settings that an editor's extension runs, a
    /// repository in the repository.
    private static func starter(named name: String, holding text: String) -> String? {
        switch name {
        case "package.json": runs(text) { installScripts.contains($0) } ? install : nil
        case "composer.json": runs(text) { $0.hasPrefix("pre-") || $0.hasPrefix("post-") } ? install : nil
        case "config" where text.contains("[core"), "head" where text.hasPrefix("ref: "): git
        default:
            checkers.contains { name.hasPrefix($0 + ".config.") } ? "editors run it to check files" : nil
        }
    }

    private static let checkers = ["eslint", "prettier", "stylelint", "commitlint", "lint-staged"]
    /// What npm and its kin run without being asked.
    ///
    /// Source: https://docs.npmjs.com/cli/v11/using-npm/scripts#life-cycle-operation-order
    private static let installScripts: Set<String> = [
        "preinstall", "install", "postinstall", "prepublish", "preprepare", "prepare", "postprepare", "dependencies",
    ]

    /// Whether a package's description has a script that its tool runs by itself; one that cannot be read may have.
    private static func runs(_ text: String, _ isRun: (String) -> Bool) -> Bool {
        guard let value = try? JSONValue(parsing: Array(text.utf8)) else { return true }
        return value["scripts"]?.object?.keys.contains(where: isRun) ?? false
    }
}
