import Engine
import Review

/// What `codeforge review --fix` repairs.
struct ReviewRepairs {
    /// How many findings of each rule in each file, by path and rule.
    private(set) var fixed: [(path: String, rule: String, count: Int)] = []
    /// What was repaired and what could not be, a line each.
    private(set) var notes: [String] = []

    /// Repairs files, whose reviews are those of what is left then.
    mutating func run(
        on files: inout [FileReview], of targets: ReviewTargets, by rules: RuleSets, _ counting: ReviewCounting,
        database: String?
    ) async {
        let targets = Dictionary(targets.targets.map { ($0.path, $0) }) { first, _ in first }
        let repairable = files.indices.filter { index in
            files[index].findings.contains { $0.finding.fix != nil && !$0.isDismissed }
        }
        let students: StudentFiles
        do {
            students = try await StudentFiles(ofFilesAt: repairable.map { files[$0].path }, database: database)
        } catch {
            return notes.append("error: nothing was fixed, for it cannot be read who is in student mode: \(error)")
        }
        var nested: [String: Int] = [:]
        defer { noteNested(nested) }
        for index in repairable {
            let path = files[index].path
            guard let target = targets[path] else { continue }
            if let repository = target.nestedRepository {
                nested[repository, default: 0] += 1
                continue
            }
            if students.contain(path) {
                notes.append("note: \(path) was not fixed: its project is in student mode")
                continue
            }
            switch FileRepair(of: target, by: rules.rules(ofFileAt: path)).run(
                under: counting.configuration.settings(forFileAt: path), counting: counting.part)
            {
            case .unchanged: break
            case .refused(let reason): notes.append("note: \(path) was not fixed: \(reason)")
            case .repaired(let findings, let left):
                files[index] = left
                note(findings, in: path)
            }
        }
    }

    /// Says what was left alone in repositories below a folder that was named.
    private mutating func noteNested(_ counts: [String: Int]) {
        for (repository, count) in counts.sorted(by: { $0.key < $1.key }) {
            notes.append(
                "note: \(repository) is a repository of its own, so \(count == 1 ? "1 file" : "\(count) files") in it "
                    + "\(count == 1 ? "was" : "were") not fixed. Name it to have it fixed: "
                    + "codeforge review --fix \(repository)")
        }
    }

    private mutating func note(_ findings: [Finding], in path: String) {
        let counts = Dictionary(findings.map { ($0.ruleID, 1) }, uniquingKeysWith: +).sorted { $0.key < $1.key }
        fixed += counts.map { (path, $0.key, $0.value) }
        let rules = counts.map { $0.value == 1 ? $0.key : "\($0.key) (\($0.value))" }.joined(separator: ", ")
        notes.append("fixed: \(path): \(rules)")
    }
}
