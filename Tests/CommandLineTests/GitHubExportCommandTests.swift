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
        #expect(run.error == "")
        #expect(run.code == 0)
        let response = try JSONValue(parsing: run.output)
        let clone = try server.clone("shop")
        #expect(clone.files == files)
        #expect(
            response == [
                "repo_url": "https://github.com/ada/shop", "files_pushed": 2, "commit_sha": .string(clone.commits[0]),
            ])
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
}
