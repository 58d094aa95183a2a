import Patterns

/// The lines of the constraints that come from the idea: what its statements rule out, demand and tell, what was decided,
/// and the idea itself.
struct StatedConstraints {
    let brief: ProjectBrief

    private var tongue: Tongue { brief.tongue }

    var lines: [String] {
        let turned = WishReader(brief.statements, tongue: tongue).turned
        let statements = brief.statements.filter { statement in
            if brief.reading.opposedLosers.contains(statement.text) { return false }
            if case .condition(.rule) = statement.kind { return !turned.contains(statement.text) }
            return true
        }
        let end = brief.reading.isMinimal ? statements.firstIndex { $0.kind == .limit } : nil
        var lines = statements.enumerated().compactMap { index, statement in
            if let end, index > end, statement.kind == .feature {
                return "\(Frame.notTakenUp(tongue)): “\(statement.text)”"
            }
            return line(of: statement)
        }
        if brief.reading.isMinimal, end == nil { lines.append(Frame.nothingElse(tongue)) }
        for conflict in brief.assumed {
            lines.append(
                "\(Frame.assumedOpen(tongue)): \(conflict.question(in: tongue)) \(conflict.options(in: tongue)[0])")
        }
        lines += open.map { "\(Frame.open(tongue)): \($0)" }
        lines += brief.decisions.map { "\(Frame.decided(tongue)): \($0.question) \($0.answer)" }
        if !brief.reading.text.isEmpty { lines.append(BriefLine.write(brief.reading.text)) }
        return lines
    }

    /// Nil for what stands among the features or in the pitch.
    private func line(of statement: Statement) -> String? {
        switch statement.kind {
        case .feature, .opening: return nil
        case .exclusion: return "\(Frame.leftOut(tongue)): “\(statement.text)”"
        case .background: return "\(Frame.background(tongue)): “\(statement.text)”"
        case .limit: return Frame.nothingElse(tongue)
        case .condition(let role):
            let line = "\(role.label(tongue)): “\(statement.text)”"
            guard role == .rule, let text = AcceptanceCriteria(statement.text, tongue: tongue).text else { return line }
            return line + ". " + text
        }
    }

    /// What whoever builds it has to know and the idea leaves open.
    private var open: [String] {
        let reading = brief.reading
        let holds = !reading.wanted.isDisjoint(with: [.scheduling, .payments]) || brief.pattern.id == "ecommerce"
        let isSaid = reading.words.contains { ["link", "lien", "enlace", "code", "pin"].contains($0.lower) }
        guard reading.refusesAccounts, holds, !isSaid, brief.shape.hasTemplate,
            !reading.settled.contains(.ownWithoutAccounts)
        else { return [] }
        return [Frame.whoseWithoutAccounts(tongue)]
    }
}
