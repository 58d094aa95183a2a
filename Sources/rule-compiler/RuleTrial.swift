import Foundation
import Review

/// Reviews files and prints what is found, with counts and speed.
struct RuleTrial {
    var paths: [String]
    /// The rules of the rule files, as they are now.
    var rules: RuleSet

    func run() {
        var (files, lines, bytes) = (0, 0, 0)
        var counts: [Severity: Int] = [:]
        var time = Duration.zero
        for path in paths.flatMap(RuleTrial.files) {
            guard let data = FileManager.default.contents(atPath: path), !data.contains(0) else { continue }
            let text = Array(data)
            let language = Language.detect(
                languageID: nil, path: path,
                firstLine: String(decoding: text.prefix { $0 != 0x0A }.prefix(200), as: UTF8.self))
            files += 1
            bytes += text.count
            lines += text.count { $0 == 0x0A }
            var findings: [Finding] = []
            time += ContinuousClock().measure { findings = review(text, language: language, path: path, rules: rules) }
            let rows = text.split(separator: 0x0A, omittingEmptySubsequences: false)
            for finding in findings {
                counts[finding.severity, default: 0] += 1
                let row =
                    finding.range.startLine < rows.count
                    ? String(decoding: rows[finding.range.startLine].prefix(160), as: UTF8.self) : ""
                print(
                    "\(path):\(finding.range.startLine + 1):\(finding.range.startByte + 1): \(finding.severity.rawValue) \(finding.ruleID): \(row.trimmingCharacters(in: .whitespaces))"
                )
            }
        }
        let seconds = Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds)
        let severe = Double(counts[.critical, default: 0] + counts[.warning, default: 0])
        print("\(files) files, \(lines) lines, \(bytes) bytes in \(seconds) s: \(Double(bytes) / 1e6 / seconds) MB/s")
        print(
            "critical \(counts[.critical, default: 0]), warning \(counts[.warning, default: 0]), info \(counts[.info, default: 0]); \(severe / Double(max(lines, 1)) * 1000) critical or warning in 1,000 lines"
        )
    }

    /// Prints the examples that are not judged as their rule says.
    static func checkExamples(of rules: RuleSet) {
        for language in Language.allCases {
            for rule in rules.rules where rule.languages.contains(language) {
                for problem in rule.problems(for: language, isOwn: false) {
                    print("\(rule.id), \(language.id): \(problem)")
                }
            }
        }
        for rule in rules.rules {
            for example in rule.examples {
                let found = review(Array(example.code.utf8), language: example.language, path: nil, rules: rules)
                if found.contains(where: { $0.ruleID == rule.id }) == example.isBad { continue }
                print("\(rule.id), \(example.language.id), \(example.isBad ? "missed" : "wrong"): \(example.code)")
            }
        }
    }

    private static func files(at path: String) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return [] }
        guard isFolder.boolValue else { return [path] }
        let all = FileManager.default.enumerator(atPath: path)
        return (all?.compactMap { $0 as? String } ?? []).filter {
            !$0.contains(".git/") && !$0.contains("node_modules/")
        }
        .sorted().map { path + "/" + $0 }
    }
}
