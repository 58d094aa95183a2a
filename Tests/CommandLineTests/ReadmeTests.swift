import Foundation
import TestSupport
import Testing

/// What README.md says of lists that the program knows.
@Suite struct ReadmeTests {
    private let readme: String

    init() throws {
        readme = try String(contentsOfFile: BuiltProgram.packageRoot + "/README.md", encoding: .utf8)
    }

    /// The text between `<!-- name -->` and `<!-- /name -->`.
    private func section(_ name: String) throws -> String {
        let start = try #require(readme.range(of: "<!-- \(name) -->\n"))
        let end = try #require(readme.range(of: "<!-- /\(name) -->"))
        return String(readme[start.upperBound..<end.lowerBound])
    }

    @Test func `the table of settings is the program's own`() throws {
        let table = try CommandRun.codeforge(["settings", "--markdown"], in: TemporaryFolder()).output
        #expect(try section("settings") == table)
    }

    @Test func `the table of editor commands is the program's own`() throws {
        let table = try CommandRun.codeforge(["commands", "--markdown"], in: TemporaryFolder()).output
        #expect(try section("commands") == table)
    }

    @Test func `every command has its row`() throws {
        let help = try CommandRun.codeforge(["--help"], in: TemporaryFolder(), environment: ["COLUMNS": "200"])
        let list = try #require(help.output.split(separator: "SUBCOMMANDS:\n").last)
        let commands = list.split(separator: "\n").prefix { !$0.contains("See '") }.compactMap { line in
            line.split(separator: " ").first
        }
        #expect(commands.contains("review"))
        for command in commands { #expect(readme.contains("| `codeforge \(command)` |"), "\(command)") }
    }

    @Test func `every target of the library has its row`() throws {
        let sources = BuiltProgram.packageRoot + "/Sources"
        let targets = try FileManager.default.contentsOfDirectory(atPath: sources).filter { !$0.hasSuffix(".md") }
        for target in targets where !target.hasPrefix("codeforge") {
            #expect(readme.contains("| `\(target)` |"), "\(target)")
        }
    }

    @Test func `paths that it names exist`() throws {
        for match in readme.matches(of: /`((?:Sources|editors|protocol-fixtures|\.ci|\.github)\/[\w.\/-]+)`/) {
            let path = BuiltProgram.packageRoot + "/" + match.1
            #expect(FileManager.default.fileExists(atPath: path), "\(match.1)")
        }
    }
}
