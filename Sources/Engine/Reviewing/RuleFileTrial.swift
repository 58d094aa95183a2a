import Glibc
import Review
import RuleFiles

/// A rule file that was tried on the files beside it, and on its own examples.
package struct RuleFileTrial: Sendable {
    package let path: String
    /// How many rules can be used.
    package private(set) var ruleCount = 0
    package private(set) var problems: [RuleFile.Problem] = []
    /// The lines that are not judged as comments say, with their files.
    package private(set) var failures: [(file: String, failure: RuleTest.Failure)] = []
    /// The examples that are not judged as the rule says, in sentences.
    package private(set) var examples: [String] = []
    package private(set) var badCount = 0
    package private(set) var goodCount = 0

    /// Whether anything was tried.
    package var isTried: Bool { badCount + goodCount > 0 }
    package var isPassed: Bool { failures.isEmpty && examples.isEmpty && !problems.contains(where: \.isFatal) }

    /// Tries a rule file, or those below a folder.
    ///
    /// - Throws: For a path that cannot be read.
    package static func trials(at path: String) throws -> [RuleFileTrial] {
        var attributes = stat()
        guard stat(path, &attributes) == 0 else { throw SystemFailure(path: path, reason: "\(SystemError.last)") }
        guard attributes.isFolder else { return [try RuleFileTrial(path)] }
        return try OwnRules.ruleFiles(below: path).map(RuleFileTrial.init)
    }

    private init(_ path: String) throws {
        self.path = path
        guard let text = OwnRules.read(path) else {
            throw SystemFailure(path: path, reason: "it cannot be read, or is longer than 1 MiB")
        }
        let file = RuleFile(String(decoding: text, as: UTF8.self), isOwn: true)
        (ruleCount, problems) = (file.entries.count, file.problems)
        for target in Self.targets(of: path) {
            guard let text = OwnRules.read(target) else { continue }
            let test = RuleTest(of: file.entries, on: text, path: target)
            badCount += test.badCount
            goodCount += test.goodCount
            failures += test.failures.map { (target, $0) }
        }
        for rule in file.entries.map(\.rule) {
            let set = RuleSet(adding: [rule])
            for example in rule.examples {
                if example.isBad { badCount += 1 } else { goodCount += 1 }
                let found = review(Array(example.code.utf8), language: example.language, path: nil, rules: set)
                if found.contains(where: { $0.rule == rule }) == example.isBad { continue }
                let what = example.isBad ? "is not reported" : "is reported"
                examples.append("the \(example.isBad ? "bad" : "good") example \(what) by \(rule.id): \(example.code)")
            }
        }
    }

    /// The files with the rule file's name up to its ending: `no-eval.py`, `no-eval.test.js` of `no-eval.yaml`.
    private static func targets(of path: String) -> [String] {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let folder = name.utf8.count == path.utf8.count ? "." : String(path.dropLast(name.count + 1))
        let stem = name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex) + "."
        guard let opened = try? OpenFile.folder(at: folder.isEmpty ? "/" : folder),
            let entries = try? FolderEntries(of: opened)
        else { return [] }
        var names: [String] = []
        var isMore = true
        while isMore {
            isMore =
                (try? entries.next { entry, kind in
                    guard kind == .regularFile, let other = String(validatingCString: entry) else { return }
                    let isRule = other.hasSuffix(".yaml") && !other.hasSuffix(".test.yaml") || other.hasSuffix(".yml")
                    // What a fix makes of a file is none that the rule is tried on.
                    let isFixed = other.dropFirst(stem.count).hasPrefix("fixed.")
                    if other.hasPrefix(stem), other != name, !isRule, !isFixed { names.append(other) }
                }) ?? false
        }
        return names.sorted().map { "\(folder)/\($0)" }
    }
}

/// A path that cannot be used.
package struct SystemFailure: Error, CustomStringConvertible {
    let path: String
    let reason: String
    package var description: String { "\(path): \(reason)" }
}
