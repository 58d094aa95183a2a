import Models
import Testing

@testable import Engine

/// Files that programs run or obey without a person's starting them: none comes in unseen.
@Suite struct SelfStartingFileTests {
    @Test(arguments: [
        ".vscode/tasks.json", "web/.vscode/settings.json", ".VSCode/Tasks.json", "app.code-workspace",
        ".idea/workspace.xml",
        ".exrc", ".nvimrc", ".nvim.lua", "src/.exrc", ".dir-locals.el", ".devcontainer/devcontainer.json", ".envrc",
        ".gitattributes", ".gitmodules", ".husky/pre-commit", "tools/hooks/post-checkout", "lefthook.yml",
        ".pre-commit-config.yaml", ".github/workflows/ci.yml", ".github/dependabot.yml", ".gitlab-ci.yml",
        "Jenkinsfile",
        ".circleci/config.yml", "azure-pipelines.yml", ".npmrc", ".yarnrc.yml", ".pnpmfile.cjs", ".cargo/config.toml",
        "sitecustomize.py", "lib/evil.pth", "conftest.py", "AGENTS.md", "CLAUDE.md", ".cursor/rules/all.mdc",
        ".mcp.json",
        ".bashrc", ".config/nvim/init.lua", ".eslintrc.cjs", "eslint.config.mjs", ".htaccess", ".neverheardof",
        "lefthook-local.yml", "lefthook.json", "mise.local.toml", "mise/config.toml", "CLAUDE.local.md", "AGENT.md",
        "AGENTS.override.md", "amplify.yml", "renovate.json", "opencode.json", "uv.toml", "Directory.Build.rsp",
        "data/HEAD",
        "hie.yaml", "devbox.json", "desktop.ini",
    ])
    func `it waits for a person, and every list names it`(path: String) async throws {
        let sample = try await FolderSample()
        let plain = Dictionary(uniqueKeysWithValues: (1...9).map { ("a\($0).txt", "text\n") })
        let job = try await sample.job(plain.merging([path: "{}\n"]) { $1 })
        let changes = try await sample.offer(job)
        #expect(changes.asking.map(\.path.text) == [path])
        #expect(changes.asking.first?.why.hasPrefix("is new, but read it first: ") == true)
        #expect(changes.free.count == 9)
        #expect(sample.folder.presence(of: path) == .absent)
        let waiting = try await sample.application.outcome(of: job)
        #expect(waiting.sentences(next: "").contains { $0.hasPrefix("Not brought in: \(path) (read it first: ") })
        try await sample.apply(job)
        #expect(sample.files.read(path) == "{}\n")
        let brought = try await sample.application.outcome(of: job).sentences(next: "").joined()
        #expect(brought.contains(path) && brought.contains(" and 5 more"))
    }

    @Test(arguments: [
        "src/main.py", ".editorconfig", ".dockerignore", ".env.example", ".nvmrc",
        ".prettierrc", "tests/conftest.py", "package.json", "Makefile", "hooks/useTasks.ts", "src/hooks/update.ts",
        "Package.swift", "next.config.mjs", "vitest.config.ts", "docs/claude.html", ".well-known/security.txt",
        "src/config", "src/heading", "mise/index.ts", "agents/main.md", "src/agent.py", "pyproject.toml", "Cargo.toml",
    ])
    func `what a person starts, or what only lays out text, comes in`(path: String) async throws {
        let sample = try await FolderSample()
        let job = try await sample.job([path: "{}\n"])
        #expect(try await sample.offer(job).asking.isEmpty)
    }

    @Test(arguments: [
        ("package.json", #"{"scripts": {"test": "vitest", "postinstall": "node x.js"}}"#),
        ("web/package.json", #"{"scripts": {"prepare": "husky"}}"#), ("package.json", "{ no JSON"),
        ("composer.json", #"{"scripts": {"post-install-cmd": ["php x.php"]}}"#),
        ("data/config", "[core]\n\tfsmonitor = ./x\n"), ("data/HEAD", "ref: refs/heads/main\n"),
        (".gitignore", "node_modules/\n!notes/salaries.md\n"), ("notes/.gitignore", "!*\n"),
        ("src/.gitignore", "*\n"), (".ignore", "*.py\n"), ("ruff.toml", "[lint]\n"),
        ("pyproject.toml", "[tool.ruff.lint]\nignore = [\"S\"]\n"),
        ("a.py", "import sys\neval(sys.argv[1])  # codeforge-ignore: meant\n"),
    ])
    func `some are told by what stands in them`(path: String, text: String) async throws {
        let sample = try await FolderSample()
        let job = try await sample.job([path: text])
        #expect(try await sample.offer(job).asking.map(\.path.text) == [path])
    }

    @Test(arguments: [
        ("package.json", #"{"scripts": {"dev": "next dev", "test": "vitest run"}}"#),
        ("package.json", #"{"name": "x"}"#),
        ("composer.json", #"{"scripts": {"test": "phpunit"}}"#), ("src/config", "core = true\n"),
        ("pyproject.toml", "[tool.mypy]\nplugins = [\"pydantic.mypy\"]\n[build-system]\nrequires = [\"hatchling\"]\n"),
        (".prettierrc", #"{"semi": false}"#), ("Cargo.toml", "[package]\nname = \"x\"\n"),
        (".gitignore", "# made here\nnode_modules/\n.env\n!.env.example\n"), ("web/.gitignore", "/dist/\n*.log\n"),
        ("a.py", "import sys\nprint(sys.argv[1])\n"),
    ])
    func `the same names with nothing that starts by itself come in`(path: String, text: String) async throws {
        let sample = try await FolderSample()
        #expect(try await sample.offer(try await sample.job([path: text])).asking.isEmpty)
    }

    @Test func `a settings file for pytest in a folder of tests that is there runs with them`() async throws {
        let sample = try await FolderSample()
        try sample.files.write("tests/test_mine.py", "def test_mine(): pass\n")
        let job = try await sample.job(["tests/conftest.py": "import os\n"])
        #expect(try await sample.offer(job).asking.map(\.path.text) == ["tests/conftest.py"])
    }

    @Test func `sixty of them are not folded into a number of five`() async throws {
        let sample = try await FolderSample()
        let paths = (10..<70).map { ".github/workflows/w\($0).yml" }
        let job = try await sample.job(Dictionary(uniqueKeysWithValues: paths.map { ($0, "on: push\n") }))
        _ = try await sample.offer(job)
        let text = try await sample.application.outcome(of: job).sentences(next: "").joined()
        #expect(paths.prefix(50).allSatisfy(text.contains) && text.contains(" and 10 more"))
    }
}
