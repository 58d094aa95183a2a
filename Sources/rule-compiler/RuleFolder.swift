import Foundation
import Review

/// The rule files below a folder.
package enum RuleFolder {
    /// - Throws: what is wrong with the first file that cannot be used, or with two rules of one identifier.
    package static func rules(in folder: URL) throws -> [RuleDefinition] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var rules: [RuleDefinition] = []
        for case let file as URL in files ?? FileManager.DirectoryEnumerator() where file.pathExtension == "yaml" {
            let text = try String(contentsOf: file, encoding: .utf8)
            rules += try RuleFile(text, file: file.lastPathComponent).rules
        }
        rules.sort { $0.id < $1.id }
        for (one, other) in zip(rules, rules.dropFirst()) where one.id == other.id {
            throw RuleFile.Problem(file: folder.path, reason: "two rules are named \(one.id)")
        }
        return rules
    }
}
