import Foundation
import TestSupport
import Testing

/// Secrets and the export to GitHub: the built programs, a real database, a GitHub of its own.
@Suite struct SecretExportTests {
    private let folder: TemporaryFolder
    private let server: GitHubServer

    init() throws {
        folder = try TemporaryFolder()
        server = try GitHubServer()
    }

    private func export(
        _ name: String, allowing paths: [String] = [], options: [String] = []
    ) throws -> CommandRun {
        try withExtendedLifetime(folder) {
            try CommandRun(
                BuiltProgram.codeforge,
                ["project", "export-github", name, "--database", database, "--api-url", server.url]
                    + paths.flatMap { ["--allow", $0] } + options,
                in: folder.path,
                environment: [
                    // The ignore files of this machine's own are none of the project's.
                    "GITHUB_TOKEN": GitHubServer.token, "GIT_CONFIG_NOSYSTEM": "1", "HOME": "/nonexistent",
                ])
        }
    }

    private var database: String { folder.path + ".db" }

    /// All bytes of the database and its log.
    private func stored() throws -> Data {
        try [database, database + "-wal"].filter(FileManager.default.fileExists).reduce(into: Data()) {
            $0 += try Data(contentsOf: URL(filePath: $1))
        }
    }

    private func holds(_ data: Data, _ text: String) -> Bool { data.range(of: Data(text.utf8)) != nil }

    @Test func `credential files stop an export with the list, stay out of the store, and are left out when agreed`()
        throws
    {
        var composer = SecretComposer(seed: 11)
        let credentials = [
            ".aws/credentials":
                "[default]\naws_access_key_id = \(composer.awsKey())\naws_secret_access_key = \(composer.base64(40))\n",
            ".npmrc": "//registry.npmjs.org/:_authToken=\(composer.npm())\n",
            "service-account.json": """
            {"type": "service_account", "private_key": "\(composer.privateKey(ending: "\\n"))"}
            """,
            "hosts.yml": "github.com:\n    oauth_token: \(composer.github())\n    user: ada\n",
        ]
        for (path, text) in credentials { try folder.write(text, to: path) }
        try folder.write("# Shop\n", to: "README.md")

        let refused = try export("shop")
        #expect(refused.exitCode == 1)
        for path in credentials.keys { #expect(refused.errors.contains("  \(path): credential file: ")) }
        #expect(server.requests == [])
        let stored = try stored()
        for secret in composer.made {
            #expect(!holds(stored, secret) && !refused.errors.contains(secret) && !refused.output.contains(secret))
        }

        let agreed = try export("shop", allowing: Array(credentials.keys))
        #expect(agreed.exitCode == 0, "\(agreed.errors)")
        #expect(try server.clone("shop").files == ["README.md": "# Shop\n"])
    }

    @Test func `with --json the places are on standard output, and no name shows a token`() throws {
        var composer = SecretComposer(seed: 19)
        let (token, other) = (composer.github(), composer.stripe())
        try folder.write("x = 1\n", to: "logs/\(token)/run.txt")
        try folder.write("KEY = \"\(other)\"\n", to: "src/pay.py")
        try folder.write("KEY = \"\(composer.awsKey())\"\n", to: "tests/a/one.py")
        let refused = try export("shop", options: ["--json"])
        #expect(refused.exitCode == 1)
        let json = try #require(JSONSerialization.jsonObject(with: Data(refused.output.utf8)) as? [String: Any])
        let error = try #require(json["error"] as? [String: Any])
        #expect(error["code"] as? String == "secrets_found")
        let places = try #require(error["places"] as? [[String: Any]])
        #expect(places.compactMap { $0["line"] as? Int } == [1, 1])
        #expect(places.contains { $0["path"] as? String == "logs/withheld value 1/run.txt" }, "\(places)")
        for secret in composer.made { #expect(!(refused.output + refused.errors).contains(secret)) }
        #expect(server.requests == [])

        let allowed = try export("shop", allowing: ["logs", "./src/pay.py", "tests/"], options: ["--json"])
        #expect(allowed.exitCode == 0, "\(allowed.errors)")
        let unknown = try export("shop2", allowing: ["log", token])
        #expect(
            unknown.exitCode == 2 && unknown.errors.contains("no file or folder") && !unknown.errors.contains(token))
    }

    @Test func `code that holds a secret is kept, and leaves only when its file is named`() throws {
        var composer = SecretComposer(seed: 12)
        let text = "# Pays.\nKEY = \"\(composer.stripe())\"\n"
        try folder.write(text, to: "src/pay.py")
        try folder.write("KEY = \"\(composer.awsKey())\"\n", to: "src/store.py")

        let refused = try export("shop", allowing: ["./src/pay.py"])
        #expect(refused.exitCode == 1)
        #expect(refused.errors.contains("  src/store.py:1: AWS access key\n"))
        #expect(!refused.errors.contains("src/pay.py"))
        #expect(try holds(stored(), composer.made[0]), "what is in code is what the agents see")

        let unknown = try export("shop", allowing: ["src/pays.py"])
        #expect(unknown.exitCode == 2)
        #expect(unknown.errors.contains("\"src/pays.py\", which is no file or folder of the project"))
        #expect(server.requests == [])

        let agreed = try export("shop", allowing: ["src/pay.py", "src/store.py"])
        #expect(agreed.exitCode == 0, "\(agreed.errors)")
        #expect(try server.clone("shop").files["src/pay.py"] == text)
    }

    @Test func `of 300 planted secrets none is in an export or a log, and no credential file is in the store`() throws {
        var composer = SecretComposer(seed: 13)
        var hidden: [String] = []
        var planted: [PlantedSecret] = []
        for secret in PlantedSecret.all(times: 3, &composer) { planted.append(secret) }
        #expect(planted.count >= 300)
        for secret in planted {
            try folder.write(secret.content, to: secret.path)
            if secret.isCredentialFile { hidden.append(secret.content) }
        }
        let refused = try export("shop")
        #expect(refused.exitCode == 1)
        #expect(server.requests == [])
        #expect(composer.made.filter { refused.errors.contains($0) || refused.output.contains($0) } == [])

        let listed = try CommandRun(
            BuiltProgram.codeforge, ["project", "files", "--json", "--database", database], in: folder.path)
        for secret in planted {
            #expect(listed.output.contains("\"\(secret.path)\"") == !secret.isCredentialFile, "\(secret.path)")
        }
        let stored = try stored()
        for content in hidden {
            let longest = content.split { $0 == "\n" || $0 == "\"" }.max { $0.count < $1.count } ?? ""
            #expect(longest.count < 20 || !holds(stored, String(longest)), "\(longest)")
        }

        let agreed = try export("shop", allowing: planted.filter { !$0.isUntold }.map(\.path))
        #expect(agreed.exitCode == 0, "\(agreed.errors)")
        let sent = Set(try server.clone("shop").files.keys)
        #expect(sent == Set(planted.filter { !$0.isCredentialFile }.map(\.path)))
    }

    @Test func `200 harmless look-alikes stay in and go out`() throws {
        let files = HarmlessLookAlike.all(times: 3, seed: 14)
        #expect(files.count >= 200)
        for file in files { try folder.write(file.content, to: file.path) }
        let run = try export("shop")
        #expect(run.exitCode == 0, "\(run.errors)")
        let clone = try server.clone("shop").files
        for file in files { #expect(clone[file.path] == file.content, "\(file.path)") }
        #expect(clone.count == files.count)
    }

    @Test(arguments: ["text", "json", "sarif", "github"])
    func `a review tells where a secret stands and does not repeat it`(format: String) throws {
        var composer = SecretComposer(seed: 15)
        let line = "eval(user_input, {'k': '\(composer.github())', 'é': '\(composer.awsKey())'})\n"
        try folder.write(line + "password = \"\(composer.password())\"\n", to: "app.py")
        let run = try CommandRun.codeforge(["review", "--format", format], in: folder)
        #expect(run.exitCode == 1)
        #expect(run.output.contains("secrets/known-token") && run.output.contains("app.py"))
        #expect(composer.made.filter { run.output.contains($0) || run.errors.contains($0) } == [])
    }

    @Test func `dependencies, environments, caches and histories stay out without any gitignore`() throws {
        try folder.write("print(1)\n", to: "app.py")
        try folder.write("home = /usr/bin\n", to: "myenv/pyvenv.cfg")
        try folder.write("{}", to: "tools/conda-meta/history")
        try folder.write("Signature: 8a477f597d28d172789f06886806bc55\n", to: "out/CACHEDIR.TAG")
        try folder.write("<?php\n", to: "vendor/autoload.php")
        for path in [
            "myenv/lib/site.py", "tools/lib/x.py", "out/x.rs", "vendor/a/b.php", "node_modules/a/index.js",
            ".venv/lib/a.py", "__pycache__/a.py", ".cache/a.txt", ".terraform/a.tf", ".svn/entries", ".ssh/config",
            "web/.next/a.js", "ios/Pods/A.swift", "lib/python3/site-packages/a.py", ".gradle/a.txt", ".tox/a.py",
        ] {
            try folder.write("x = 1\n", to: path)
        }
        try folder.write("package mine\n", to: "src/vendor/mine.go")
        try folder.write("x = 1\n", to: "env/settings.py")

        let run = try export("shop")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(try server.clone("shop").files.keys.sorted() == ["app.py", "env/settings.py", "src/vendor/mine.go"])
    }
}
