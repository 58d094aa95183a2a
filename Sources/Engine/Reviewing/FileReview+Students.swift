import Mentoring
import Review

extension FileReview {
    /// The review as a student sees it: what is wrong where, and nothing of how it is put right.
    package var withoutSolutions: FileReview {
        guard case .reviewed(let findings, let lineCount, let note) = outcome else { return self }
        return with(findings.map(\.withoutSolution), lineCount, note)
    }
}

extension LocatedFinding {
    fileprivate var withoutSolution: LocatedFinding {
        var located = self
        located.edits = []
        located.finding.fix = nil
        located.finding.message = FindingHint.message(of: finding)
        located.finding.rule = finding.rule.withoutSolutions
        return located
    }
}

extension Rule {
    /// The rule as a student may read of it: without what puts it right, and without examples of that.
    package var withoutSolutions: Rule {
        var definition = definition
        definition.title = studentTitle
        definition.references = []
        definition.message = FindingHint.message(of: self)
        definition.why = FindingHint.explanation(of: self)
        definition.examples = definition.examples.filter(\.isBad)
        (definition.fix, definition.fixTitle) = (nil, nil)
        return Rule(definition)
    }
}
