import Foundation
import Review
import Testing
import rule_compiler

/// Every rule's examples, which are in its file, and what the set as a whole must keep to.
@Suite struct RuleExampleTests {
    @Test(arguments: RuleSet.builtIn)
    func `a rule reports its bad examples and leaves its good ones alone`(rule: Rule) {
        #expect(rule.examples.contains { $0.isBad })
        #expect(rule.examples.contains { !$0.isBad })
        for example in rule.examples {
            let found = review(Array(example.code.utf8), language: example.language, path: nil)
            let isFound = found.contains { $0.ruleID == rule.id }
            #expect(isFound == example.isBad, "\(rule.id), \(example.language.id): \(example.code)")
        }
    }

    @Test func `the generated rules are those of the rule files`() throws {
        let source = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Review")
        for (name, expected) in GeneratedSource.files(of: try RuleFolder.rules(in: source.appending(path: "Rules"))) {
            let actual = try String(contentsOf: source.appending(path: "Generated/\(name)"), encoding: .utf8)
            #expect(actual == expected, "run `swift run rule-compiler`")
        }
    }

    @Test(arguments: Language.allCases)
    func `every pattern and every regular expression compiles`(language: Language) {
        #expect(RuleSet.problems(for: language) == [])
    }

    @Test(arguments: RuleSet.builtIn)
    func `a fix removes its finding and changes nothing else`(rule: Rule) {
        guard rule.hasFix else { return }
        for example in rule.examples where example.isBad {
            let text = Array(example.code.utf8)
            let found = review(text, language: example.language, path: nil).filter { $0.ruleID == rule.id }
            guard let finding = found.first, let fix = finding.fix else { continue }
            let fixed = apply(fix, to: text, example.language)
            let left = review(fixed, language: example.language, path: nil).filter { $0.ruleID == rule.id }
            #expect(left.count == found.count - 1, "\(rule.id): \(String(decoding: fixed, as: UTF8.self))")
        }
    }
}
