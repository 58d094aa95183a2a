import Models
import Review

extension FindingHint {
    /// The mentor's words on a rung, once it was looked whether they hold what the fix would write.
    package static func safeHint(
        for finding: Finding, in document: ReviewedDocument, _ rung: HintRung, level: SkillLevel
    ) -> String {
        let text = FindingHint(finding, in: document).hint(rung, level: level)
        return withheld(text, about: [finding], in: document)
    }

    /// The text, or where it gives away how one of the findings is put right, a question in its place.
    package static func withheld(_ text: String, about findings: [Finding], in document: ReviewedDocument) -> String {
        let isLeak = findings.contains { SpoilerCheck($0, in: document)?.leaks(into: text) ?? false }
        return isLeak ? "What does this line do that you do not want? Say it in your own words first." : text
    }
}
