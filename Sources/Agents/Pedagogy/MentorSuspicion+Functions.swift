import Review

/// Functions of Go and Swift, and loops in any language.
extension MentorSuspicion {
    static let inFunctions: [@Sendable (CodeLines, String) -> MentorSuspicion?] = [
        endBeforeTheOthers, laterThanTheLoop, mapOfNothing, copyInLoop, keptCircle, forgottenValue, letterAgainstWord,
    ]

    private static func endBeforeTheOthers(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        guard lines.language == .go, let line = lines.first(kept(#/^\s*go\s+\w/#)) else { return nil }
        let waits = lines.code.contains { $0.contains(kept(#/<-|\bWait\(|\bselect\s*\{|errgroup|ListenAndServe/#)) }
        guard !waits else { return nil }
        let function = lines.function(around: line)?.name ?? "this function"
        return MentorSuspicion(
            line: line, about: "async",
            "What has happened with what is started here when `\(function)` reaches its end, and who waits for it?",
            "Print a line as the last thing that `\(function)` does, and one in what is started; run it ten times.")
    }

    private static func laterThanTheLoop(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        guard lines.language == .go else { return nil }
        for (index, line) in lines.code.enumerated() {
            guard let found = line.firstMatch(of: kept(#/^\s*defer\s+([\w.]+)/#)) else { continue }
            var own = lines.indentation(index)
            for above in stride(from: index - 1, through: 0, by: -1) {
                let text = lines.code[above].trimmingSpaces
                guard !text.isEmpty, lines.indentation(above) < own else { continue }
                own = lines.indentation(above)
                if text.contains("func") { break }
                guard text.hasPrefix("for ") || text == "for {" else { continue }
                return MentorSuspicion(
                    line: index, about: "resource",
                    "When does `\(found.1)` run: at the end of a round, or later? How many of them wait by the thousandth round?",
                    "Print a line in the round and one in a deferred call, and look at the order of the two.")
            }
        }
        return nil
    }

    private static func mapOfNothing(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        guard lines.language == .go else { return nil }
        for (index, line) in lines.code.enumerated() {
            guard let found = line.firstMatch(of: kept(#/\bvar\s+(\w+)\s+map\[[^=]*$/#)) else { continue }
            let name = String(found.1)
            let rest = lines.code[(index + 1)...]
            let isMade = rest.contains { $0.contains(name + " = ") }
            guard !isMade, rest.contains(where: { $0.contains(name + "[") }) else { continue }
            return MentorSuspicion(
                line: index, about: "not-made-yet",
                "What does `\(name)` hold after this line: a map without entries, or no map at all?",
                "Compare `\(name)` with `nil` right after this line and print the answer.")
        }
        return nil
    }

    private static func copyInLoop(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        guard lines.language == .swift else { return nil }
        for (index, line) in lines.code.enumerated() {
            guard let found = line.firstMatch(of: kept(#/\bfor\s+var\s+(\w+)\s+in\s+([\w.]+)/#)) else { continue }
            return MentorSuspicion(
                line: index, about: "state",
                "Is the `\(found.1)` that a round changes the one that stands in `\(found.2)`, or one of its own?",
                "Print the element of `\(found.2)` after the change in the round, beside `\(found.1)`.")
        }
        return nil
    }

    /// A closure that is kept by what it uses.
    private static func keptCircle(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        guard lines.language == .swift else { return nil }
        for (index, line) in lines.code.enumerated() {
            guard let found = line.firstMatch(of: kept(#/^\s*(?:self\.)?(\w+)\s*=\s*\{/#)), !line.contains("[weak"),
                !line.contains("[unowned")
            else { continue }
            let uses = lines.code[index..<min(index + 12, lines.code.count)].contains { $0.contains("self.") }
            guard uses, lines.code.contains(where: { $0.contains(kept(#/\bclass\b/#)) }) else { continue }
            return MentorSuspicion(
                line: index, about: "resource",
                "Who keeps `\(found.1)`, and whom does what stands in these braces keep?",
                "Draw an arrow from each object to those that it keeps alive, and look for a way round that comes back."
            )
        }
        return nil
    }

    /// What a loop gathers is replaced in every round.
    private static func forgottenValue(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        for (index, line) in lines.code.enumerated() {
            guard line.contains(kept(#/^\s*for\b/#)), !line.contains(kept(#/\bfor\b.*;.*;/#)) || line.contains("{")
            else {
                continue
            }
            let own = lines.indentation(index)
            let body = lines.code.indices.dropFirst(index + 1).prefix {
                lines.code[$0].allSatisfy(\.isWhitespace) || lines.indentation($0) > own
            }.filter { !lines.code[$0].allSatisfy(\.isWhitespace) }
            guard let first = body.first else { continue }
            let inner = lines.indentation(first)
            for next in body where lines.indentation(next) == inner {
                guard let found = lines.code[next].firstMatch(of: kept(#/^\s*([A-Za-z_]\w*)\s*=\s*([^=].*?);?$/#))
                else {
                    continue
                }
                let name = String(found.1)
                let names = found.2.matches(of: kept(#/[A-Za-z_]\w*/#)).map { String($0.0) }
                let start = lines.code[..<index].contains {
                    let begun = $0.firstMatch(
                        of: kept(#/([A-Za-z_]\w*)\s*(?::[^=]*)?:?=\s*(?:0|0\.0|"\s*"|\[\s*\])\s*;?\s*$/#))
                    return begun.map { $0.1 == name } ?? false
                }
                let isAskedLater = lines.code.indices.contains {
                    $0 > body[body.count - 1] && lines.mentions(name, on: $0)
                }
                let isReadInside = body.contains { $0 != next && lines.mentions(name, on: $0) }
                guard start, isAskedLater, !isReadInside, !names.contains(name) else { continue }
                return MentorSuspicion(
                    line: next, about: "loop",
                    "What did `\(name)` hold in the round before, and where is that after this line has run?",
                    "Print `\(name)` at the end of each round for three values, and write down beside it what you want it to hold."
                )
            }
        }
        return nil
    }

    /// One letter that is compared with a whole word.
    private static func letterAgainstWord(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        for (index, line) in lines.written.enumerated() where lines.isQuotable(index) {
            guard
                let found = line.firstMatch(
                    of:
                        kept(
                            #/\b(letter|char|character|ch|c|letra|lettera|lettre|buchstabe|zeichen|carattere)\s*={2,3}\s*["'](\w{2,})["']/#
                        )
                )
            else { continue }
            return MentorSuspicion(
                line: index, about: "condition",
                "What does `\(found.1)` hold in one round, and for which of its values is this comparison true?",
                "Print `\(found.1)` in each round, beside what this comparison says.")
        }
        return nil
    }
}

extension CodeLines {
    /// Whether a name stands on a line as a word.
    fileprivate func mentions(_ name: String, on line: Int) -> Bool {
        code[line].split { !($0.isLetter || $0.isNumber || $0 == "_") }.contains { $0 == name }
    }
}
