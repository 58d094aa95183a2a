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

    @Test func `links of it and of its pages lead to files and headings that there are`() throws {
        let root = BuiltProgram.packageRoot
        for page in ["README.md", ".github/docs/reviewing.md", ".github/docs/agents.md", ".github/docs/team.md"] {
            let text = try String(contentsOfFile: root + "/" + page, encoding: .utf8)
            for link in text.matches(of: /\]\((?!http)([^)#]*)#?([^)]*)\)/) {
                let target = URL(filePath: root + "/" + page).deletingLastPathComponent().appending(path: link.1)
                let file = link.1.isEmpty ? root + "/" + page : target.standardized.path
                #expect(FileManager.default.fileExists(atPath: file), "\(page): \(link.1)")
                guard !link.2.isEmpty else { continue }
                let headings = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
                    .filter { $0.hasPrefix("#") }
                let anchors = headings.map { heading in
                    heading.drop { $0 == "#" || $0 == " " }.lowercased().replacing(" ", with: "-")
                        .filter { $0.isLetter || $0.isNumber || $0 == "-" }
                }
                #expect(anchors.contains(String(link.2)), "\(page): #\(link.2)")
            }
        }
    }

    @Test func `paths that it names exist`() throws {
        for match in readme.matches(of: /`((?:Sources|editors|protocol-fixtures|\.ci|\.github)\/[\w.\/-]+)`/) {
            let path = BuiltProgram.packageRoot + "/" + match.1
            #expect(FileManager.default.fileExists(atPath: path), "\(match.1)")
        }
    }
}
