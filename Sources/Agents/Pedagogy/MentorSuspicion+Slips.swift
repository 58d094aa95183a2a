import Mentoring

/// Beginners' slips that one line shows, from the mentor's data.
extension MentorSuspicion {
    static let inSlips: [@Sendable (CodeLines, String) -> MentorSuspicion?] = read.indices.map { index in
        { lines, _ in read[index].suspicion(in: lines) }
    }

    // A regular expression that was read is never written to.
    nonisolated(unsafe) private static let read: [ReadSlip] = Slip.all.compactMap(ReadSlip.init)
}

private struct ReadSlip {
    let slip: Slip
    private let sign: Regex<AnyRegexOutput>

    /// How many lines above and below a sign are looked at for what else must stand there.
    private static let around = 30

    init?(_ slip: Slip) {
        // A dot between two names is a word's edge in code, and none in prose.
        guard let sign = try? Regex(slip.sign).wordBoundaryKind(.simple) else { return nil }
        (self.slip, self.sign) = (slip, sign)
    }

    func suspicion(in lines: CodeLines) -> MentorSuspicion? {
        let language = lines.isPython ? .python : lines.language
        guard slip.languages.contains(language) else { return nil }
        for index in lines.code.indices where !lines.code[index].allSatisfy(\.isWhitespace) && lines.isQuotable(index) {
            let line = slip.isOfText ? lines.written[index] : lines.code[index]
            guard let found = line.firstMatch(of: sign) else { continue }
            let taken = found.output.dropFirst().map { $0.substring.map(String.init) ?? "" }
            let near = lines.code.indices.clamped(to: max(0, index - Self.around)..<index + Self.around)
            let text = near.filter { !lines.code[$0].isEmpty }.map { lines.written[$0] }.joined(separator: "\n")
            guard slip.needs.isEmpty || Self.holds(slip.needs, taken, text),
                slip.excludes.isEmpty || !Self.holds(slip.excludes, taken, text)
            else { continue }
            let shown = taken.map { $0.filter { $0 != "`" } }
            return MentorSuspicion(
                line: index, about: slip.topic, Slip.filling(slip.question, shown), Slip.filling(slip.pointer, shown))
        }
        return nil
    }

    private static func holds(_ pattern: String, _ taken: [String], _ text: String) -> Bool {
        let literal = taken.map { $0.reduce(into: "") { $0 += "\\.+*?()[]{}|^$/".contains($1) ? "\\\($1)" : "\($1)" } }
        guard let sign = try? Regex("(?m)" + Slip.filling(pattern, literal)).wordBoundaryKind(.simple) else {
            return false
        }
        return text.contains(sign)
    }
}
