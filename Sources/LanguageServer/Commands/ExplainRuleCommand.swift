import JSON
import JSONRPC
import Mentoring
import Review

/// `codeforge.explainRule`: shows what a rule looks for and why.
struct ExplainRuleCommand: SessionCommand {
    static let name = "codeforge.explainRule"

    func run(_ arguments: CommandArguments, in session: inout Session) throws(ResponseError) -> JSONValue {
        let id = try arguments.requiredText("rule", at: 0)
        guard let rule = RuleSet.rule(id: id) else {
            throw .failed("not_found", "There is no rule '\(id)'. 'codeforge rules' lists them.")
        }
        guard !session.snapshot.hasStudents else {
            let words = FindingHint.explanation(of: rule)
            session.show(.info, words, isCalledFor: true)
            return [
                "id": .string(rule.id), "title": .string(rule.title), "message": .string(words),
                "severity": .string(rule.severity.rawValue),
            ]
        }
        session.show(.info, "\(rule.title): \(rule.message) \(rule.why)", isCalledFor: true)
        return [
            "id": .string(rule.id), "title": .string(rule.title), "message": .string(rule.message),
            "why": .string(rule.why), "severity": .string(rule.severity.rawValue),
            "references": .array(rule.references.map(JSONValue.string)),
        ]
    }
}
