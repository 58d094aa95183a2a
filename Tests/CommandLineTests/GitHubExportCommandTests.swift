import Foundation
import JSON
import TestSupport
import Testing

@Suite struct GitHubExportCommandTests {
    /// What a run of `codeforge project export-github shop` in a folder printed and how it ended.
    private func export(
        _ folder: TemporaryFolder, to server: GitHubServer, token: String
    ) throws -> (code: Int32, output: String, error: String) {
        let process = Process()
        process.executableURL = URL(filePath: BuiltProgram.codeforge)
        process.arguments = [
            "project", "export-github", "shop", "--folder", folder.path, "--database", folder.path + ".db",
            "--api-url", server.url,
        ]
        process.environment = ProcessInfo.processInfo.environment.merging(["GITHUB_TOKEN": token]) { $1 }
        let (output, error) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = error
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let printed = output.fileHandleForReading.readDataToEndOfFile()
        let said = error.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (
            process.terminationStatus, String(decoding: printed, as: UTF8.self), String(decoding: said, as: UTF8.self)
        )
    }

    @Test func `a folder becomes a repository that clones as the same files`() throws {
        let (folder, server) = (try TemporaryFolder(), try GitHubServer())
        let files = ["README.md": "# Shop\n", "src/cart/index.ts": "export const cart: string[] = [];\n"]
        for (path, text) in files { try folder.write(text, to: path) }
        try folder.write("SECRET=1\n", to: ".env")

        let run = try export(folder, to: server, token: GitHubServer.token)
        #expect(run.error == "Left out because it is there for credentials (environment variables): .env.\n")
        #expect(run.code == 0)
        let response = try JSONValue(parsing: run.output)
        let clone = try server.clone("shop")
        #expect(clone.files == files)
        #expect(
            response == [
                "repo_url": "https://github.com/ada/shop", "files_pushed": 2, "commit_sha": .string(clone.commits[0]),
                "left_out": [
                    ["path": ".env", "reason": "is there for credentials (environment variables)"]
                ],
            ])
    }

    private func codeforge(_ arguments: [String], in folder: TemporaryFolder, server: GitHubServer) throws -> CommandRun
    {
        try CommandRun(
            BuiltProgram.codeforge, arguments + ["--database", folder.path + ".db"], in: folder.path,
            environment: [
                "GITHUB_TOKEN": GitHubServer.token, "CODEFORGE_GITHUB_API_URL": server.url,
                "GIT_CONFIG_NOSYSTEM": "1", "HOME": "/nonexistent",
            ])
    }

    /// A project whose folder was looked at once, by its identity.
    private func project(of folder: TemporaryFolder, server: GitHubServer) throws -> String {
        let shown = try codeforge(["project"], in: folder, server: server)
        return try #require(try JSONValue(parsing: shown.output)["id"]?.string, "\(shown.errors)")
    }

    @Test func `what a folder no longer holds does not go, what stays is named, and programs stay programs`() throws {
        let (folder, other, server) = (try TemporaryFolder(), try TemporaryFolder(), try GitHubServer())
        for name in ["a.txt", "gone.txt", "old/gone.txt"] { try folder.write("text\n", to: name) }
        let id = try project(of: folder, server: server)
        #expect(try codeforge(["project", "mirror"], in: folder, server: server).exitCode == 0)
        #expect(try codeforge(["project", "files"], in: folder, server: server).output.contains("gone.txt"))
        for name in ["gone.txt", "old"] { try FileManager.default.removeItem(atPath: folder.path + "/" + name) }
        try folder.write("newer\n", to: "a.txt")
        try folder.write("#!/bin/sh\n", to: "bin/run.sh")
        chmod(folder.path + "/bin/run.sh", 0o755)
        try folder.write("build/\n*.log\n", to: ".gitignore")
        for number in 1...7 { try folder.write("x\n", to: "\(number).log") }
        try folder.write("x\n", to: "build/x.js")
        try folder.write("x\n", to: "node_modules/a/index.js")
        try folder.write(String(repeating: "x", count: 1 << 20 + 1), to: "big.txt")
        try folder.write("\0\u{1}", to: "picture.png")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/link.txt", withDestinationPath: folder.path + "/a.txt")

        let run = try CommandRun(
            BuiltProgram.codeforge,
            ["project", "export-github", "shop", "--project", id, "--database", folder.path + ".db"], in: other.path,
            environment: [
                "GITHUB_TOKEN": GitHubServer.token, "CODEFORGE_GITHUB_API_URL": server.url,
                "GIT_CONFIG_NOSYSTEM": "1", "HOME": "/nonexistent",
            ])
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(
            try server.clone("shop").files
                == [".gitignore": "build/\n*.log\n", "a.txt": "newer\n", "bin/run.sh": "#!/bin/sh\n"])
        #expect(
            try server.modes("shop") == [".gitignore": "100644", "a.txt": "100644", "bin/run.sh": "100755"])
        let leftOut = try JSONValue(parsing: run.output)["left_out"]?.array ?? []
        #expect(
            leftOut.compactMap { $0["path"]?.string } == [
                "1.log", "2.log", "3.log", "4.log", "5.log", "6.log", "7.log", "big.txt", "build/", "link.txt",
                "node_modules/", "picture.png",
            ])
        for sentence in [
            "it is left out by an ignore file: 1.log, 2.log, 3.log, 4.log, 5.log and 3 more.",
            "it is larger than 1 MiB: big.txt.", "it is a link: link.txt.", "it is no text: picture.png.",
            "such as dependencies and caches: node_modules/.",
        ] {
            #expect(run.errors.contains(sentence), "\(run.errors)")
        }
    }

    @Test func `a project whose folder is gone sends nothing and says why`() throws {
        let (folder, server) = (try TemporaryFolder(), try GitHubServer())
        try folder.write("text\n", to: "shop/a.txt")
        let run = try codeforge(["project", "--folder", "shop"], in: folder, server: server)
        let id = try #require(try JSONValue(parsing: run.output)["id"]?.string)
        _ = try codeforge(["project", "files", "--folder", "shop"], in: folder, server: server)
        try FileManager.default.removeItem(atPath: folder.path + "/shop")
        let refused = try codeforge(["project", "export-github", "shop", "--project", id], in: folder, server: server)
        #expect(refused.exitCode != 0)
        #expect(refused.errors.contains("\(folder.path)/shop is not there"), "\(refused.errors)")
        #expect(server.requests == [])
    }

    @Test func `a refused token ends with a sentence that does not hold it`() throws {
        let (folder, server) = (try TemporaryFolder(), try GitHubServer())
        try folder.write("# Shop\n", to: "README.md")
        let run = try export(folder, to: server, token: "ghp_not-this-one")
        #expect(run.code == 2)
        #expect(run.error.contains("GitHub refused the token"))
        #expect(!run.error.contains("not-this-one") && !run.output.contains("not-this-one"))
        let database = try Data(contentsOf: URL(filePath: folder.path + ".db"))
        #expect(database.range(of: Data("not-this-one".utf8)) == nil)
    }

    @Test(arguments: ["ghp_x\r\nHost: evil", "two words", "gh\u{2011}p", "token\n\nx"])
    func `a token that cannot be one is refused before anything is asked`(token: String) throws {
        let (folder, server) = (try TemporaryFolder(), try GitHubServer())
        try folder.write("# Shop\n", to: "README.md")
        let run = try export(folder, to: server, token: token)
        #expect(run.code != 0)
        #expect(run.error.contains("The GitHub token is empty, or holds a space, a line break"))
        #expect(!run.error.contains(token))
    }
}
