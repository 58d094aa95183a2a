import Foundation
import Review
import Testing
import RuleFiles
import rule_compiler

/// Every rule's examples, which are in its file, and what the set as a whole must keep to.
@Suite struct RuleExampleTests {
    @Test(arguments: RuleSet.builtIn.rules)
    func `a rule reports its bad examples and leaves its good ones alone`(rule: Rule) {
        #expect(rule.examples.contains { $0.isBad })
        #expect(rule.examples.contains { !$0.isBad })
        for example in rule.examples {
            let found = review(Array(example.code.utf8), language: example.language, path: nil)
            let isFound = found.contains { $0.ruleID == rule.id }
            #expect(isFound == example.isBad, "\(rule.id), \(example.language.id): \(example.code)")
        }
    }

    @Test(arguments: RuleSet.builtIn.rules.filter { $0.id.hasSuffix("-mistake") })
    func `a rule about several kinds says of each what the code does`(rule: Rule) {
        for example in rule.examples where example.isBad {
            let found = review(Array(example.code.utf8), language: example.language, path: nil)
            let what = found.first { $0.ruleID == rule.id }?.what
            #expect(what?.isEmpty == false, "\(rule.id): \(example.code)")
        }
    }

    @Test(arguments: [("yaml", "import yaml", true), ("y", "import yaml as y", false)])
    func `a fix is offered where the name that it writes is there`(name: String, importing: String, isOffered: Bool)
        throws
    {
        let code = "\(importing)\ndata = \(name).load(source)\n"
        let found = review(Array(code.utf8), language: .python, path: nil)
        let finding = try #require(found.first { $0.ruleID == "eval/yaml-load" })
        #expect((finding.fix != nil) == isOffered)
    }

    @Test(arguments: RuleSet.builtIn.rules)
    func `what is said of a rule without a match holds no placeholder`(rule: Rule) {
        for text in [rule.title, rule.generalMessage, rule.why] {
            #expect(text.firstMatch(of: /\$[A-Z]/) == nil, "\(rule.id): \(text)")
        }
    }

    @Test func `the rules that find secrets find the same without the others`() {
        var count = 0
        for example in RuleSet.builtIn.rules.flatMap(\.examples) {
            func secrets(_ rules: RuleSet) -> [String] {
                review(Array(example.code.utf8), language: example.language, path: nil, rules: rules)
                    .filter(\.holdsSecret).map { "\($0.ruleID) \($0.range) \($0.message)" }
            }
            let expected = secrets(.builtIn)
            #expect(secrets(.secrets) == expected, "\(example.code)")
            count += expected.count
        }
        #expect(count > 50)
    }

    @Test func `the generated rules are those of the rule files`() throws {
        let source = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Review")
        for (name, expected) in GeneratedSource.files(
            of: try RuleFolder.builtInRules(in: source.appending(path: "Rules")))
        {
            let actual = try String(contentsOf: source.appending(path: "Generated/\(name)"), encoding: .utf8)
            #expect(actual == expected, "run `swift run rule-compiler`")
        }
    }

    @Test func `the rules that the program holds say what their files say`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Review/Rules")
        #expect(RuleSet.builtIn.rules.map(\.definition) == (try RuleFolder.builtInRules(in: folder)))
    }

    @Test(arguments: Language.allCases)
    func `every pattern and every regular expression compiles`(language: Language) {
        for rule in RuleSet.builtIn.rules where rule.languages.contains(language) {
            #expect(rule.problems(for: language, isOwn: false) == [], "\(rule.id)")
        }
    }

    @Test(arguments: RuleSet.builtIn.rules)
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

    @Test(arguments: [
        ("if (x) debugger;\nstart();\n", "if (x) ;\nstart();\n"),
        ("if (x) debugger\nelse start()\n", "if (x) ;\nelse start()\n"),
        ("if (x) start(); else debugger;\n", "if (x) start(); else ;\n"),
        ("for (const a of f(b, (c))) debugger;\n", "for (const a of f(b, (c))) ;\n"),
        ("do debugger; while (x)\n", "do ; while (x)\n"),
        ("on: debugger;\n", "on: ;\n"),
        ("start(x)\ndebugger\n;[1].map(end)\n", "start(x)\n\n;[1].map(end)\n"),
        ("start(x)\ndebugger;\n[1].map(end)\n", "start(x)\n;\n[1].map(end)\n"),
        ("start(x)\ndebugger\n`a`.end()\n", "start(x)\n;\n`a`.end()\n"),
        ("start(x);\ndebugger;\n(end)()\n", "start(x);\n\n(end)()\n"),
        ("start(x); debugger;\n", "start(x); \n"),
        ("start(x)\ndebugger;\nend()\n", "start(x)\n\nend()\n"),
        ("function f() { debugger; }\n", "function f() {  }\n"),
    ])
    func `a statement that is removed leaves code behind`(text: String, expected: String) throws {
        let finding = try #require(review(Array(text.utf8), language: .javascript, path: nil).first { $0.fix != nil })
        let fix = try #require(finding.fix)
        #expect(String(decoding: apply(fix, to: Array(text.utf8), .javascript), as: UTF8.self) == expected)
    }

    @Test(arguments: [
        ("assert (a\n        and b, 'm')\n", false), ("assert (a and b,\n        'm')\n", true),
        ("assert (f(a,\n          b), 'm')\n", true), ("x = (a\n     == None)\n", true),
    ])
    func `a fix leaves no line of Python that ends too early`(text: String, isOffered: Bool) throws {
        let findings = review(Array(text.utf8), language: .python, path: nil)
        let finding = try #require(findings.first { $0.rule.hasFix })
        #expect((finding.fix != nil) == isOffered)
    }
}
