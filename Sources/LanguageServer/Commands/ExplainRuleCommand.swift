import JSON
import JSONRPC
import Mentoring
import Review

/// `codeforge.explainRule`: shows what a rule looks for and why, on its page or in a message.
struct ExplainRuleCommand: SessionCommand {
    static let name = "codeforge.explainRule"

    func run(_ arguments: CommandArguments, in session: inout Session) throws(ResponseError) -> JSONValue {
        let id = try arguments.requiredText("rule", at: 0)
        guard let rule = session.snapshot.rule(id: id) else {
            throw .failed("not_found", "There is no rule '\(id)'. 'codeforge rules' lists them.")
        }
        guard !session.snapshot.hasStudents else {
            let words = FindingHint.explanation(of: rule)
            if !session.showPage(about: rule) { session.show(.info, words, isCalledFor: true) }
            return [
                "id": .string(rule.id), "title": .string(rule.studentTitle), "message": .string(words),
                "severity": .string(rule.severity.rawValue),
            ]
        }
        if !session.showPage(about: rule) {
            session.show(.info, "\(rule.title): \(rule.generalMessage) \(rule.why)", isCalledFor: true)
        }
        return [
            "id": .string(rule.id), "title": .string(rule.title), "message": .string(rule.generalMessage),
            "why": .string(rule.why), "severity": .string(rule.severity.rawValue),
            "references": .array(rule.references.map(JSONValue.string)),
        ]
    }
}

extension Session {
    /// Opens the page about a rule.
    ///
    /// - Returns: whether the editor can.
    fileprivate mutating func showPage(about rule: Rule) -> Bool {
        guard snapshot.client.asksForContent, snapshot.client.showsDocuments else { return false }
        ask("window/showDocument", ["uri": .string(ServerContent.rule(rule.id).uri), "takeFocus": true] as JSONValue)
        return true
    }
}
