import Foundation
import Review
import RuleFiles

// `rule-compiler [FOLDER]`: compiles the rule files below Sources/Review/Rules into Swift source.
// `rule-compiler --check`: tries the examples of the rule files, as they are now.
// `rule-compiler --review PATH...`: reviews files by the rule files, for work on them.

do {
    let arguments = Array(CommandLine.arguments.dropFirst())
    func drafts() throws -> RuleSet {
        RuleSet(insteadOfBuiltIn: try RuleFolder.builtInRules(in: URL(filePath: "Sources/Review/Rules")).map(Rule.init))
    }
    if arguments.first == "--review" {
        RuleTrial(paths: Array(arguments.dropFirst()), rules: try drafts()).run()
    } else if arguments.first == "--check" {
        RuleTrial.checkExamples(of: try drafts())
    } else {
        let root = URL(filePath: arguments.first ?? "Sources/Review", directoryHint: .isDirectory)
        let rules = try RuleFolder.builtInRules(in: root.appending(path: "Rules"))
        let target = root.appending(path: "Generated")
        for (name, source) in GeneratedSource.files(of: rules) {
            try source.write(to: target.appending(path: name), atomically: true, encoding: .utf8)
        }
        print("\(rules.count) rules")
    }
} catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(1)
}
