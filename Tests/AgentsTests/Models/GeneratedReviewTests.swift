import Engine
import Models
import Testing

@testable import Agents

/// Comments that tell a reviewer to look away: a person's count, an agent's do not.
@Suite struct GeneratedReviewTests {
    private static let meant = "def run(text):\n    return eval(text)  # codeforge-ignore it is our own text\n"

    private func critical(_ text: String, generatedFrom before: String?) async throws -> Int {
        var project = ProjectSnapshot(title: "Trial", files: ["run.py": text])
        if let before { project.generated = ["run.py": before] }
        let task = AgentTask(input: [:], project: project, matchPatterns: { _, _, _ in [] })
        guard case .document(let document, _) = try await QAAgent().run(task) else { return -1 }
        return try QAResult(validating: document).issues.count { $0.severity == .critical }
    }

    @Test func `QA heeds a comment of a person, and none that the job itself wrote`() async throws {
        #expect(try await critical(Self.meant, generatedFrom: nil) == 0)
        #expect(try await critical(Self.meant, generatedFrom: "") == 1)
        #expect(try await critical(Self.meant, generatedFrom: "def run(text):\n    return text\n") == 1)
        // The line was the person's, with its comment, before the job changed another one.
        #expect(try await critical(Self.meant + "\nlimit = 2\n", generatedFrom: Self.meant) == 0)
        let other = Self.meant.replacing("return eval(text)", with: "return eval(text + other)")
        #expect(try await critical(other, generatedFrom: Self.meant) == 1)
    }

    @Test func `a comment that hides a finding is told when a model adds it, not when a person had it`() {
        let plain = "def run(text):\n    return eval(text)\n"
        for comment in ["# codeforge-ignore", "# codeforge-ignore eval/python-eval: safe", "# noqa: S307"] {
            let hidden = "def run(text):\n    return eval(text)  \(comment)\n"
            #expect(GeneratedReview.newSilences(in: hidden, before: plain, path: "run.py").count == 1, "\(comment)")
            #expect(GeneratedReview.newSilences(in: hidden, before: "", path: "run.py").count == 1, "\(comment)")
            #expect(GeneratedReview.newSilences(in: hidden + "x = 1\n", before: hidden, path: "run.py").isEmpty)
        }
        let whole = "# codeforge-ignore-file\n" + plain
        #expect(GeneratedReview.newSilences(in: whole, before: plain, path: "run.py").count == 1)
        #expect(GeneratedReview.newSilences(in: plain, before: plain, path: "run.py").isEmpty)
    }

    @Test(arguments: [
        "# codeforge-ignore", "# nosec", "# noqa: S307", "# nosemgrep", "# NOSONAR", "# pragma: allowlist secret",
    ])
    func `no comment of a model keeps a critical finding from going back`(comment: String) {
        let code = "def run(text):\n    return eval(text)  \(comment)\n"
        #expect(GeneratedReview.newCriticals(in: code, before: "", path: "run.py").count == 1)
        // What was there and critical before is not the model's doing.
        #expect(GeneratedReview.newCriticals(in: code, before: code, path: "run.py").isEmpty)
    }
}
