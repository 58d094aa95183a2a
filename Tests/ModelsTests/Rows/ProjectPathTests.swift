import Models
import Testing

@Suite struct ProjectPathTests {
    @Test(arguments: [
        "a", "src/app/page.tsx", "[id]/(group)/@slot.ts", "a b/c.d", "日本語/é.ts", ".github/workflows/ci.yml",
        ".gitignore", ".git-blame", "..a/b..", "...x", "cc:d/e",
        "docs/.codeforge", String(repeating: "x", count: 255),
    ])
    func `is a path`(text: String) throws {
        #expect(try ProjectPath(validating: text).text == text)
    }

    @Test(arguments: [
        ("", ProjectPathError.Problem.empty), ("/etc/passwd", .absolute), ("C:/x", .absolute), ("c:x", .absolute),
        ("../x", .leavesFolder), ("a/../../x", .leavesFolder), ("a/..", .leavesFolder), ("a/.. /x", .leavesFolder),
        ("a/...", .leavesFolder), ("./a", .notNormalised), ("a//b", .notNormalised), ("a/", .notNormalised),
        ("a/./b", .notNormalised), ("a\\..\\b", .forbiddenCharacter), ("a\u{0}b", .forbiddenCharacter),
        ("a\nb", .forbiddenCharacter), ("a\u{7F}", .forbiddenCharacter), ("a\u{202E}st.exe", .forbiddenCharacter),
        (".git/hooks/pre-commit", .reserved), ("sub/.GIT/config", .reserved), (".git. /x", .reserved),
        ("GIT~1/x", .reserved), (".codeforge/config.json", .reserved), (".CodeForge", .reserved),
        (String(repeating: "x", count: 256), .tooLong), (String(repeating: "xy/", count: 342) + "z", .tooLong),
    ])
    func `is refused, with what is wrong`(text: String, problem: ProjectPathError.Problem) {
        #expect(throws: ProjectPathError(path: text, problem: problem)) { try ProjectPath(validating: text) }
    }

    @Test func `the name is the last part`() throws {
        #expect(try ProjectPath(validating: "a/b/c.ts").name == "c.ts")
        #expect(try ProjectPath(validating: "c.ts").name == "c.ts")
    }
}
