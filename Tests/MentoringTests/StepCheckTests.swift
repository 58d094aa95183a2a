import Models
import Testing

@testable import Mentoring

/// What shows in a folder that a step of a roadmap may be done.
@Suite struct StepCheckTests {
    private static let board = "export interface Card { title: string }\nexport const cards: Card[] = []\n"

    private func evidence(_ step: String, _ path: String, _ content: String) -> String? {
        StepCheck.checks(for: step).lazy.compactMap { $0.evidence(for: step, path: path, content: content) }.first
    }

    @Test(arguments: [
        ("Create the project and put it under version control", ".git", "", "there is a `.git` folder"),
        ("Write the types and five believable cards", "src/cards.ts", board, "`src/cards.ts` declares it"),
        (
            "Turn each into a test that fails without its repair", "tests/test_move.py", "assert move(1) == 2",
            "`tests/test_move.py` holds a test"
        ),
        (
            "Make one command start everything", "package.json", #"{"scripts": {"start": "node ."}}"#,
            "`package.json` has a script that starts it"
        ),
        (
            "Add a form for a new card, and refuse what is incomplete", "web/New.tsx", "<form><input name='t'/></form>",
            "`web/New.tsx` has a form"
        ),
        (
            "Set up Go with tests and checks on every push", ".github/workflows/ci.yml", "on: push",
            "`.github/workflows/ci.yml` runs on a push"
        ),
    ])
    func `what is there is named`(step: String, path: String, content: String, said: String) {
        #expect(evidence(step, path, content) == said)
    }

    @Test(arguments: [
        // Another thing's type, a test without an assertion, a form in a comment's folder, a name that only ends alike.
        ("Write the types and five believable cards", "src/users.ts", "export interface User { name: string }"),
        ("Turn each into a test that fails without its repair", "tests/test_move.py", "def test_move(): pass"),
        ("Add a form for a new card, and refuse what is incomplete", "web/New.tsx", "const reform = 1"),
        ("Make one command start everything", "README.md", "start: make"),
        ("Explain to yourself what happens between saving a file and seeing the change", ".git", ""),
        ("List all cards with their title", "src/other.tsx", "users.map((user) => user.name)"),
    ])
    func `nothing is claimed of what does not show it`(step: String, path: String, content: String) {
        #expect(evidence(step, path, content) == nil)
    }

    @Test func `every check is readable, and a huge file is not looked into`() {
        let step = "Write the types and five believable cards"
        #expect(evidence(step, "a.ts", Self.board + String(repeating: " ", count: 100_000)) == nil)
        #expect(PackageResources.checks_txt.split(separator: 10).count { $0.first != UInt8(ascii: "#") } >= 15)
        #expect(DataFile.rows(PackageResources.checks_txt).allSatisfy { $0.count == 4 })
    }

    @Test func `subjects say what they are about`() {
        #expect(MentorSubject.concept(of: "concept/js/await/1f") == "js/await")
        #expect(MentorSubject.concept(of: "finding/src/a/load.py/eval/yaml-load:1f.2") == "eval/yaml-load")
        #expect(MentorSubject.concept(of: "finding") == nil)
    }
}
