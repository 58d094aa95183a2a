import Foundation
import TestSupport
import Testing

@testable import Engine

/// The oracle is git itself: what `git check-ignore` says of every file of a tree.
@Suite struct IgnoreRulesTests {
    @Test(arguments: 0..<60)
    func `a random tree with random ignore files is read as git reads it`(seed: Int) throws {
        var generator = SeededRandom(seed: UInt64(seed))
        let folder = try TemporaryFolder()
        try run("/usr/bin/git", ["init", "-q", folder.path])
        let files = try RandomTree.write(into: folder, using: &generator)

        let differing = try walked(folder).symmetricDifference(files.subtracting(gitIgnored(files, in: folder)))
        let reasons = try run(
            "/usr/bin/git", ["check-ignore", "-v", "--no-index", "--"] + differing.sorted(), in: folder.path)
        #expect(differing == [], "git says: \(String(decoding: reasons, as: UTF8.self))")
    }

    @Test func `patterns that git's manual names`() throws {
        try check(
            ignore: """
                # a comment
                \\#kept-name
                \\!bang
                *.log
                !keep.log
                /top
                build/
                a/**/z
                **/deep
                docs/*.txt
                trailing\\ \u{20}\u{20}
                spaces   \u{20}
                [a-c]x
                [!a-c]y
                foo/**
                !foo/bar
                x**y/z
                """,
            files: [
                "#kept-name", "!bang", "a.log", "keep.log", "sub/keep.log", "top", "sub/top", "build/x", "sub/build/y",
                "buildx/y", "a/z", "a/b/z", "a/b/c/z", "deep", "q/deep", "docs/a.txt", "docs/b/a.txt", "trailing ",
                "trailing", "spaces", "ax", "dx", "dy", "ay", "foo/bar", "foo/baz/q", "x/z", "xqy/z", "x/q/y/z",
                "ordinary",
            ])
    }

    @Test func `deeper files and the repository's own list`() throws {
        let folder = try TemporaryFolder()
        try run("/usr/bin/git", ["init", "-q", folder.path])
        try folder.write(".gitignore", "*.txt\r\nout\n!/kept/\n")
        try folder.write("sub/.gitignore", "\u{FEFF}!b.txt\n/c\n")
        try folder.write("sub/out/.gitignore", "!*\n")
        try folder.write(".git/info/exclude", "*.bak\n!a.txt\n")
        let files: Set = ["a.txt", "sub/b.txt", "sub/a.txt", "sub/c", "c", "sub/out/d", "x.bak", "kept/e", "sub/x.bak"]
        for file in files { try folder.write(file, "x") }
        let all = files.union([".gitignore", "sub/.gitignore", "sub/out/.gitignore"])

        #expect(try walked(folder) == all.subtracting(gitIgnored(all, in: folder)))
    }

    @Test func `a workspace below the repository's root obeys the files above it`() throws {
        let folder = try TemporaryFolder()
        try run("/usr/bin/git", ["init", "-q", folder.path])
        try folder.write(".gitignore", "*.log\n/packages/web/dist\nignored/\n")
        try folder.write("packages/.gitignore", "web/secret.txt\n")
        for file in ["a.log", "dist/x", "secret.txt", "kept"] { try folder.write("packages/web/\(file)", "x") }
        try folder.write("ignored/inner/file", "x")

        #expect(try walked(folder, "packages/web") == ["kept"])
        #expect(try walked(folder, "ignored/inner") == ["file"], "a folder that the user opened is never left out")
    }

    @Test func `a file of ignores that the repository's configuration names is obeyed, after all others`() throws {
        let folder = try TemporaryFolder()
        let home = try TemporaryFolder()
        try run("/usr/bin/git", ["init", "-q", folder.path])
        try home.write("my ignores", "*.tmp\n*.bak\n!kept.log\n")
        try home.link("linked", to: home.path("my ignores"))
        try run("/usr/bin/git", ["config", "core.excludesFile", home.path("linked")], in: folder.path)
        try folder.write(".gitignore", "*.log\n!kept.bak\n")
        try folder.write(".git/info/exclude", "!kept.tmp\n")
        let files: Set = ["a.tmp", "kept.tmp", "a.bak", "kept.bak", "kept.log", "a.log", "a.txt"]
        for file in files { try folder.write(file, "x") }

        let all = files.union([".gitignore"])
        #expect(try walked(folder) == all.subtracting(gitIgnored(all, in: folder)))
        #expect(try walked(folder) == ["kept.tmp", "kept.bak", "a.txt", ".gitignore"])
    }

    @Test func `a second working tree obeys the list of its repository`() throws {
        let folder = try TemporaryFolder()
        let git = "/usr/bin/git"
        let author = ["-c", "user.name=n", "-c", "user.email=e@example.com"]
        try run(git, ["init", "-q", folder.path("main")])
        try run(git, author + ["commit", "-q", "--allow-empty", "-m", "first"], in: folder.path("main"))
        try run(git, ["worktree", "add", "-q", folder.path("tree")], in: folder.path("main"))
        try folder.write("main/.git/info/exclude", "*.bak\n")
        for file in ["a.bak", "a.txt"] { try folder.write("tree/\(file)", "x") }

        #expect(try walked(folder, "tree") == ["a.txt"])
    }

    @Test(arguments: [
        "[core]\n\texcludesFile = /a/b\n", "[CORE]excludesfile=~/x", "[core]\nexcludesFile = \"/a b\" # comment\n",
        "[core]\nexcludesFile = /a\\\\b\\\"c ; no\n", "[core]\nexcludesFile = /first\n[core]\nexcludesFile = /second\n",
        "[core \"sub\"]\nexcludesFile = /a\n", "[user]\nexcludesFile = /a\n", "# [core]\n;excludesFile = /a\n",
        "[core]\nexcludesFile = /a\\\n/b  \n", "[core]\nexcludesFile =   \n",
        "[core]\nother = 1\nexcludesFile = /a  b\n",
        "[core]\r\nexcludesFile = /windows\r\n", "[include]\npath = other\n",
        "[core]\nexcludesFile = /a\n[include]\npath = other",
        "[include]\npath = ~/other\n[core]\nexcludesFile = /last",
    ])
    func `a configuration file is read as git reads it`(text: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("config", text)
        try folder.write("other", "[core]\nexcludesFile = /included\n")
        let environment = ["HOME": folder.path, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": folder.path("config")]
        let read = GitConfiguration(repository: nil) { environment[$0] }

        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/git")
        process.arguments = ["config", "--includes", "--type=path", "--get", "core.excludesFile"]
        process.currentDirectoryURL = URL(fileURLWithPath: "/")
        process.environment = environment
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let said = try output.fileHandleForReading.readToEnd().map { String(decoding: $0.dropLast(), as: UTF8.self) }
        process.waitUntilExit()
        #expect(read.excludesFile == (process.terminationStatus == 0 ? said ?? "" : nil))
    }

    @Test func `codeforgeignore leaves out more, and never less`() throws {
        let folder = try TemporaryFolder()
        try folder.write(".gitignore", "*.log\n")
        try folder.write(".codeforgeignore", "fixtures/\n*.big\n!*.log\n")
        try folder.write("sub/.codeforgeignore", "!kept.big\n")
        for file in ["a.log", "fixtures/x", "sub/fixtures/y", "a.big", "sub/kept.big", "a.swift"] {
            try folder.write(file, "x")
        }
        let own: Set = [".gitignore", ".codeforgeignore", "sub/.codeforgeignore"]

        #expect(try walked(folder) == own.union(["sub/kept.big", "a.swift"]))
    }

    @Test func `a pattern made to be slow is not`() {
        let glob = Glob(Array((String(repeating: "**/a*", count: 200) + "b").utf8)[...], spansFolders: true)
        let path = Array(String(repeating: "a/", count: 500).utf8) + Array("aaaa".utf8)
        let matches = glob.matches(path.span)
        #expect(!matches)
    }

    private func check(ignore: String, files: Set<String>) throws {
        let folder = try TemporaryFolder()
        try run("/usr/bin/git", ["init", "-q", folder.path])
        try folder.write(".gitignore", ignore)
        for file in files where !FileManager.default.fileExists(atPath: folder.path(file)) {
            try folder.write(file, "x")
        }
        let all = files.union([".gitignore"])
        #expect(try walked(folder) == all.subtracting(gitIgnored(all, in: folder)))
    }

    private func walked(_ folder: TemporaryFolder, _ name: String = "") throws -> Set<String> {
        var walk = FolderWalk(of: try ProjectFolder(path: name.isEmpty ? folder.path : folder.path(name)))
        var found: Set<String> = []
        try walk.run { found.insert($0.path.text) }
        return found
    }

    private func gitIgnored(_ files: Set<String>, in folder: TemporaryFolder) throws -> Set<String> {
        let input = Data(files.sorted().joined(separator: "\0").utf8)
        let output = try run(
            "/usr/bin/git", ["check-ignore", "-z", "--stdin", "--no-index"], input: input, in: folder.path)
        return Set(output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
    }
}

/// Trees of odd names, with ignore files made of the syntax's own pieces.
private enum RandomTree {
    static func write(into folder: TemporaryFolder, using generator: inout SeededRandom) throws -> Set<String> {
        var folders = [""]
        for _ in 0..<12 {
            let parent = folders.randomElement(using: &generator) ?? ""
            folders.append(parent + name(using: &generator) + "/")
        }
        var files: Set<String> = []
        for parent in folders {
            for _ in 0..<6 {
                let file = parent + name(using: &generator)
                if folders.contains(file + "/") || files.contains(where: { file.hasPrefix($0 + "/") }) { continue }
                if (try? folder.write(file, "x")) != nil { files.insert(file) }
            }
        }
        for parent in Set(folders) where parent.isEmpty || Bool.random(using: &generator) {
            let patterns = (0..<Int.random(in: 1...5, using: &generator)).map { _ in pattern(using: &generator) }
            try folder.write(parent + ".gitignore", patterns.joined(separator: "\n"))
            files.insert(parent + ".gitignore")
        }
        return files
    }

    private static let letters = [
        "a", "b", "c", "ab", "B", "x.c", "x.d", "é", "-", "]", "[", "!", "#", " ", "*", "?", "1",
    ]

    private static func name(using generator: inout SeededRandom) -> String {
        let name = (0..<Int.random(in: 1...2, using: &generator))
            .map { _ in letters.randomElement(using: &generator) ?? "a" }.joined()
        // Names of spaces alone are no paths of a project.
        return name.allSatisfy { $0 == " " } ? "a\(name)" : name
    }

    private static let pieces = [
        "*", "**", "/", "/", "/**/", "**/", "/**", "?", "[ab]", "[!a]", "[^b]", "[a-c]", "[]a]", "[[:alpha:]]",
        "[[:nope:]]", "[\\]]", "[a", "\\", "\\*", "\\ ", "!", "#", " ", "a", "b", "ab", "c", "x", ".c", ".d", "1",
        "[-a]", "[b-]", "[!]]", "é", "***", "[a-\\c]", "[[:", "\\/",
    ]

    private static func pattern(using generator: inout SeededRandom) -> String {
        (0..<Int.random(in: 1...4, using: &generator))
            .map { _ in pieces.randomElement(using: &generator) ?? "a" }.joined()
    }
}
