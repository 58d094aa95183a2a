import Glibc
import Synchronization
import Review

/// The rules that hold for files: the program's own, and those of the nearest folder above with rules of its own.
///
/// Each folder is looked at once, by whichever thread comes first.
package final class RuleSets: Sendable {
    private struct Known {
        /// The folder with rules above the files of a folder, nil where there is none.
        var folders: [String: String?] = [:]
        var rules: [String: OwnRules] = [:]
    }

    private let known = Mutex(Known())
    private let start: String

    /// Rules that were read already, which an editor may show otherwise than the disk has them, are not read again.
    package init(knowing read: [OwnRules] = []) {
        let here = getcwd(nil, 0)
        defer { free(here) }
        start = here.map { String(cString: $0) } ?? ""
        known.withLock { known in
            for rules in read { known.rules[rules.folder] = rules }
        }
    }

    /// The rules of the file at a path, which is absolute or relative to the current folder.
    package func rules(ofFileAt path: String) -> RuleSet {
        let path = path.hasPrefix("/") ? path : "\(start)/\(path)".replacing("/./", with: "/")
        guard let slash = path.lastIndex(of: "/") else { return .builtIn }
        let folder = String(path[..<slash])
        return known.withLock { known in
            if known.folders[folder] == nil { known.folders[folder] = .some(OwnRules.nearestFolder(above: path)) }
            guard let root = known.folders[folder] ?? nil else { return .builtIn }
            if let rules = known.rules[root] { return rules.set }
            let rules = OwnRules(of: root)
            known.rules[root] = rules
            return rules.set
        }
    }

    /// The folders whose rules were read, by path.
    package var read: [OwnRules] { known.withLock { $0.rules.values.sorted { $0.folder < $1.folder } } }

    /// What is wrong with the rule files that were read.
    package var problems: [SettingsFiles.Problem] {
        read.flatMap(\.files).flatMap { file in
            file.problems.map { problem in
                let effect = problem.isFatal ? "; the rule is not used" : ""
                return SettingsFiles.Problem(
                    path: "\(file.path):\(problem.line + 1)", message: problem.reason + effect)
            }
        }
    }
}
