import Foundation
import Review

/// The rule files below a folder, as the program's own are read.
package enum RuleFolder {
    /// Where in which file something is wrong.
    package struct Problem: Error, CustomStringConvertible {
        package var file: String
        package var reason: String
        package var description: String { "\(file): \(reason)" }
    }

    /// - Throws: what is wrong with the first file that cannot be used, or with two rules of one identifier.
    package static func builtInRules(in folder: URL) throws -> [RuleDefinition] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var rules: [RuleDefinition] = []
        for case let file as URL in files ?? FileManager.DirectoryEnumerator() where file.pathExtension == "yaml" {
            let text = try String(contentsOf: file, encoding: .utf8)
            let read = RuleFile(text, isOwn: false)
            if let problem = read.problems.first {
                throw Problem(file: file.lastPathComponent, reason: "\(problem)")
            }
            rules += read.entries.map(\.rule.definition)
        }
        rules.sort { $0.id < $1.id }
        for (one, other) in zip(rules, rules.dropFirst()) where one.id == other.id {
            throw Problem(file: folder.path, reason: "two rules are named \(one.id)")
        }
        return rules
    }
}
