import Engine
import Mentoring
import Patterns

/// The first rung in the language of the question; the others are written in English.
extension Mentor {
    /// The hint with what is said of its language: whole on the first rung, and before English elsewhere.
    func inTongue(_ text: String, rung: Int) -> String {
        if let tongue {
            if rung <= 0, let own = question(in: tongue) { return own }
            return (tongue.sentence("further").map { $0 + "\n\n" } ?? "") + text
        }
        return UnwrittenScript.sentence(for: question).map { $0 + "\n\n" + text } ?? text
    }

    private func question(in tongue: MentorTongue) -> String? {
        if intent == .thanks { return tongue.sentence("thanks") }
        let asked = tongue.sentence("asked", ["question": Clip.text(question, 200)])
        if let missing = advice.missing {
            return joined([
                asked, tongue.sentence("missing.line", ["line": missing.line, "total": "\(missing.total)"]),
            ])
        }
        let subject = matter(in: tongue)
        guard let subject else { return nil }
        return joined([
            asked, before(in: tongue), place(in: tongue), subject, tongue.sentence("prompt.\(level.rawValue)"),
        ])
    }

    private func joined(_ parts: [String?]) -> String {
        parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func place(in tongue: MentorTongue) -> String? {
        guard let line = advice.line else { return nil }
        let code = lines.isQuotable(line) ? LineQuestion.quoted(lines.written[line]) : "``"
        let number = "\(line + 1)"
        return code.count > 2
            ? tongue.sentence("look", ["line": number, "code": code]) : tongue.sentence("look.bare", ["line": number])
    }

    /// What is asked: by the matter where it shows, else by the kind of line.
    private func matter(in tongue: MentorTongue) -> String? {
        if advice.isUnreadable { return tongue.sentence("unreadable") }
        if let topic = advice.topic {
            return tongue.sentence("topic.\(topic)") ?? tongue.sentence("topic.\(MentorTopic.named(topic).kin)")
        }
        guard let line = advice.line, let shape = LineShape.of(line, in: lines) else {
            return lines.isEmpty ? tongue.sentence("start") : tongue.sentence("general")
        }
        if intent == .approval, !["line.loop", "line.while", "line.condition", "line.return"].contains(shape.key) {
            return tongue.sentence("judging")
        }
        return tongue.sentence(shape.key, shape.values) ?? tongue.sentence("line.other")
    }

    /// What is said before: to what was seen, to begging, to what is not about the code.
    private func before(in tongue: MentorTongue) -> String? {
        let feeling = Feeling.sentence(for: question) == nil ? nil : tongue.sentence("feeling")
        switch intent {
        case .approval where lines.isEmpty: return tongue.sentence("approval.nocode")
        case .approval: return observed(in: tongue) ?? tongue.sentence("approval")
        case .begging: return lines.isEmpty ? nil : tongue.sentence("begging")
        case .symptom: return feeling ?? (observation.seen == nil ? nil : observed(in: tongue))
        case .question where feeling != nil || isOpen: return feeling
        case .question where lines.isEmpty && !isAboutMatter: return tongue.sentence("beside.nocode")
        case .question where !lines.isEmpty && !isAboutMatter && !advice.isSeen:
            return tongue.sentence("unknown")
        case .question, .thanks: return nil
        }
    }

    /// Whether a word of the question is known, or stands in the code.
    private var isAboutMatter: Bool {
        let asked = Words.split(question, limit: 200)
        return MentorIntent.isAboutPrograms(asked) || isInCode(asked)
            || tongue.map { !$0.english(of: question).isEmpty } ?? false
            || lines.numberedLine(in: question) != nil
    }

    private func observed(in tongue: MentorTongue) -> String? {
        func quoted(_ value: String) -> String { LineQuestion.quoted(value) }
        if let seen = observation.seen, let wanted = observation.wanted {
            return tongue.sentence("seen.wanted", ["seen": quoted(seen), "wanted": quoted(wanted)])
        }
        if observation.isTrouble {
            return observation.seen.map { tongue.sentence("seen", ["seen": quoted($0)]) } ?? tongue.sentence("trouble")
        }
        return observation.isAsWanted ? tongue.sentence("works") : nil
    }
}
