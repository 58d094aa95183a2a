import Engine
import Review

/// What the reviewer finds in text that no person wrote: there no comment says that a finding is meant.
enum GeneratedReview {
    /// The findings of a generated text; what a comment of the person's own text, from which it was made, passes over
    /// is passed over on the same lines still.
    static func findings(in text: String, before: String, language: Language, path: String) -> [Finding] {
        let all = review(Array(text.utf8), language: language, path: path, heedsComments: false)
        guard !before.isEmpty, !all.isEmpty else { return all }
        let bytes = Array(before.utf8)
        let heeded = Set(review(bytes, language: language, path: path).map(\.identity))
        let meant = review(bytes, language: language, path: path, heedsComments: false)
            .filter { !heeded.contains($0.identity) }
        guard !meant.isEmpty else { return all }
        let (old, new) = (SourceLines(before), SourceLines(text))
        let lines = Set(meant.map { Spot(rule: $0.ruleID, line: old[$0.range.startLine]) })
        return all.filter { !lines.contains(Spot(rule: $0.ruleID, line: new[$0.range.startLine])) }
    }

    /// What is critical in the new text and was not in the old one, a sentence each.
    static func newCriticals(in code: String, before: String, path: String) -> [String] {
        func critical(_ text: String, before: String) -> [Finding] {
            let language = Language.detect(languageID: nil, path: path, firstLine: String(text.prefix(120)))
            return findings(in: text, before: before, language: language, path: path)
                .filter { $0.severity == .critical }
        }
        let known = critical(before, before: before).reduce(into: [:]) { $0[$1.ruleID, default: 0] += 1 }
        var seen: [String: Int] = [:]
        return critical(code, before: before).compactMap { finding in
            seen[finding.ruleID, default: 0] += 1
            guard seen[finding.ruleID, default: 0] > known[finding.ruleID, default: 0] else { return nil }
            return "line \(finding.range.startLine + 1): \(finding.rule.title) [\(finding.ruleID)]."
        }
    }

    /// The comments of the new text that keep the reviewer from saying what it finds, and that the old one had not, a
    /// sentence each: only people say that a finding is meant.
    static func newSilences(in code: String, before: String, path: String) -> [String] {
        let language = Language.detect(languageID: nil, path: path, firstLine: String(code.prefix(120)))
        func hidden(_ text: String) -> [Finding] {
            let bytes = Array(text.utf8)
            let said = Set(review(bytes, language: language, path: path).map(\.identity))
            return review(bytes, language: language, path: path, heedsComments: false)
                .filter { !said.contains($0.identity) }
        }
        var known = hidden(before).reduce(into: [:]) { $0[$1.ruleID, default: 0] += 1 }
        return hidden(code).compactMap { finding in
            known[finding.ruleID, default: 0] -= 1
            guard known[finding.ruleID, default: 0] < 0 else { return nil }
            return "the reviewer finds: line \(finding.range.startLine + 1): \(finding.rule.title) "
                + "[\(finding.ruleID)], which a comment keeps it from saying: mend that, and write no such comment."
        }
    }

    private struct Spot: Hashable {
        let rule: String
        let line: Substring
    }

    private struct SourceLines {
        private let lines: [Substring]

        init(_ text: String) {
            lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
        }

        subscript(line: Int) -> Substring { lines.indices.contains(line) ? lines[line] : "" }
    }
}
