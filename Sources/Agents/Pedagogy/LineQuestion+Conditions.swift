import Patterns
import Review

/// What is asked about a condition: what lies on its edge, just below it and just above.
extension LineQuestion {
    var condition: String? {
        guard
            let found = text.firstMatch(
                of:
                    kept(
                        #/^(?:\}\s*)?(?:el(?:se\s+)?if|if|guard|unless)\b\s*\(?(.+?)\)?\s*(?:;\s*then\b.*|\{[^{}]*\}?\s*$|:\s*[^:]*$|else\b.*|$)/#
                    )
            )
        else { return nil }
        let whole = String(found.1).trimmingSpaces
        let then = nextStatement
        if let bound = whole.firstMatch(of: kept(#/^(?:let|var)\s+(\w+)\s*(?:=\s*([\w.?\[\]"]+))?/#)) {
            let source = bound.2.map { Self.quoted($0) } ?? Self.quoted(bound.1)
            return
                "What does \(doer) do if \(source) holds nothing, if it holds an empty value, and if it holds one blank? "
                + "Which way does each of the three take at \(Self.quoted(whole))?"
        }
        if lines.language == .shell { return ofShell(whole) }
        if let both = whole.firstMatch(of: kept(#/^(.+?)\s*(?:\band\b|\bor\b|&&|\|\|)\s*(.+)$/#)) {
            return
                "Take one case for which only \(Self.quoted(both.1)) holds, and one for which only \(Self.quoted(both.2)) does: "
                + "what does the whole condition say of each, and what happens then\(then)?"
        }
        if let rest = whole.firstMatch(of: kept(#/^([\w.\[\]]+)\s*%\s*(\d+)\s*(?:={2,3}|!={1,2})\s*(\d+)$/#)),
            let by = Int(rest.2), by > 0
        {
            return
                "For \(Self.quoted(rest.1)) = 0, \(by), \(by + 1) and -1: for which of the four does \(Self.quoted(whole)) hold? "
                + "And in what order does what is kept come out?"
        }
        if let compared = whole.firstMatch(of: kept(#/^(.+?)\s*(<=|>=|<|>)\s*(.+)$/#)) {
            return edge(compared.1, compared.3, whole, then)
        }
        if let equal = whole.firstMatch(of: kept(#/^(.+?)\s*(?:={2,3}|!={1,2}|\bis\s+not\b|\bis\b)\s*(.+)$/#)) {
            let (left, right) = (String(equal.1).trimmingSpaces, String(equal.2).trimmingSpaces)
            if right.contains(kept(#/^(?:nil|None|null|undefined)$/#)) {
                return
                    "For which inputs is \(Self.quoted(left)) nothing at all, and is that the same as empty or 0? What happens in "
                    + "each case\(then)?"
            }
            if right.contains(kept(#/^["']/#)) {
                return
                    "What does \(Self.quoted(whole)) say of \(right.filter { $0 != "`" }) with a capital letter, with a blank behind it, and of an "
                    + "empty text?"
            }
            if let number = Int(right) {
                return
                    "What happens for \(Self.quoted(left)) = \(number - 1), \(number) and \(number + 1)\(then)? Which of the three can come at all?"
            }
            return
                "When \(Self.quoted(left)) and \(Self.quoted(right)) look alike and have different types, what does \(Self.quoted(whole)) "
                + "say? Name one pair that is equal for it, and one that only just is not."
        }
        if let member = whole.firstMatch(of: kept(#/^(?:not\s+)?(\S+)\s+(?:not\s+)?in\s+(.+)$/#)) {
            return
                "What does \(Self.quoted(whole)) say the first time that a \(Self.quoted(member.1)) comes by, and what the second "
                + "time? And if \(Self.quoted(member.2)) is empty?"
        }
        return
            "Which values does \(Self.quoted(whole)) take for yes, and which for no: what of 0, of an empty text, of nothing at "
            + "all? What happens in the case of no\(then)?"
    }

    /// Two values against each other: at the same value, just below, and just above.
    private func edge(_ left: Substring, _ right: Substring, _ whole: String, _ then: String) -> String {
        let (left, right) = (String(left).trimmingSpaces, String(right).trimmingSpaces)
        let (value, limit) = Int(left) != nil ? (right, left) : (left, right)
        if let length = value.firstMatch(of: kept(#/^(?:len\((.+)\)|(.+)\.(?:length|count|size))(?:\(\))?$/#)),
            let number = Int(limit)
        {
            let name = Self.quoted(length.1 ?? length.2 ?? "")
            return
                "What does \(doer) do for \(name) with \(max(0, number - 1)), with \(number) and with \(number + 1) elements in it: for which of "
                + "them does \(Self.quoted(whole)) hold?"
        }
        if let number = Int(limit) {
            return
                "What does \(doer) do for \(Self.quoted(value)) = \(number - 1), \(number) and \(number + 1)\(then)? Which of the three should be "
                + "the first to be treated differently?"
        }
        return
            "What does \(doer) do for \(article(value)) \(Self.quoted(value)) that equals \(Self.quoted(limit)), for one just below it, and for one just "
            + "above\(then)?"
    }

    private func article(_ name: String) -> String { "aeiou".contains(name.lowercased().first ?? "x") ? "an" : "a" }

    private func ofShell(_ whole: String) -> String? {
        guard let name = whole.firstMatch(of: kept(#/\$\{?(\w+|[@#?*])/#)) else {
            return "With which exit status does \(Self.quoted(whole)) end, and what does `if` make of 0 and of 1?"
        }
        return
            "What stands on this line once the shell has put `$\(name.1)` in: for an empty value, for one word, and for two words? "
            + "Which way does each of them go?"
    }

    /// ", before `return None` is met", of what the condition leads to.
    private var nextStatement: String {
        guard let next = lines.inner(of: line).first, lines.isQuotable(next) else { return "" }
        let text = lines.written[next].trimmingSpaces
        guard text.contains(kept(#/^(?:return|raise|throw|break|continue)\b/#)), text.utf8.count < 60 else { return "" }
        return ", and for which of them is \(Self.quoted(text)) met"
    }
}
