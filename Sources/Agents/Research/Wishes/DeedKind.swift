import Patterns

/// What sort of deed a clause tells of, by the beginnings of its words.
enum DeedKind: String, CaseIterable {
    case cancel, export, `import`, search, book, decide, notify, ask, enter, view

    /// The kinds that a clause tells of, the most telling first.
    static func all(in clause: String, _ tongue: Tongue) -> [DeedKind] {
        let words = Words.split(clause, limit: 60)
        let line = " " + words.joined(separator: " ")
        return allCases.filter { kind in
            ResearchWords.list(kind.rawValue, tongue).contains { beginning in
                tongue == .japanese
                    ? clause.contains(beginning)
                    // "Ve" is seen, and "vende" is sold.
                    : beginning.count < 4
                        ? words.contains(beginning)
                            || beginning.count == 3 && words.contains { $0.hasPrefix(beginning) && $0.count < 8 }
                        : line.contains(" " + beginning)
            }
        }
    }

    /// The kind that the clause's own verb says, where that stands at its beginning: "trigger a reminder for the
    /// borrower" tells of a reminder, and of no borrowing.
    static func ordered(in deed: String, _ tongue: Tongue) -> [DeedKind] {
        guard tongue != .japanese, tongue != .german, tongue != .dutch else { return [] }
        for word in deed.split(separator: " ").prefix(5) {
            let kinds = all(in: String(word), tongue)
            if !kinds.isEmpty { return kinds }
        }
        return []
    }
}
