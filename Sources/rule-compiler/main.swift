import Foundation
import Review

// `rule-compiler [FOLDER]`: compiles the rule files below Sources/Review/Rules into Swift source.
// `rule-compiler --check`: tries the examples of the rules that this program was built with.
// `rule-compiler --review PATH...`: reviews files, for work on rules.

do {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "--review" {
        RuleTrial(paths: Array(arguments.dropFirst())).run()
    } else if arguments.first == "--check" {
        RuleTrial.checkExamples()
    } else {
        let root = URL(filePath: arguments.first ?? "Sources/Review", directoryHint: .isDirectory)
        let rules = try RuleFolder.rules(in: root.appending(path: "Rules"))
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
