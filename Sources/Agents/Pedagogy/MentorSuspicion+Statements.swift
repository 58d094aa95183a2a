import Review

/// SQL.
extension MentorSuspicion {
    static let inStatements: [@Sendable (CodeLines, String) -> MentorSuspicion?] = [
        comparedWithNothing, unrelatedTables, aggregateAsCondition, columnBesideGroups, everyRow, undoneJoin,
    ]

    private static func comparedWithNothing(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        guard lines.language == .sql else { return nil }
        for (index, line) in lines.code.enumerated() where !line.contains(kept(#/(?i)^\s*(?:update\b.*)?\bset\b/#)) {
            guard let found = line.firstMatch(of: kept(#/(?i)([\w.]+)\s*(?:=|<>|!=)\s*null\b/#)) else { continue }
            return MentorSuspicion(
                line: index, about: "missing",
                "Take a row whose `\(found.1)` is missing: what does `\(found.0)` say of it, yes, no, or neither?",
                "Let the database show this very comparison as a column, for a row that has a `\(found.1)` and for one "
                    + "that has none; look at the two results.")
        }
        return nil
    }

    private static func unrelatedTables(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        guard lines.language == .sql else { return nil }
        for statement in lines.statements {
            let isRelated = statement.contains { lines.code[$0].contains(kept(#/\w+\.\w+\s*=\s*\w+\.\w+/#)) }
            guard !isRelated,
                let line = statement.first(where: {
                    lines.code[$0].contains(kept(#/(?i)\bfrom\s+\w+(?:\s+(?:as\s+)?\w+)?\s*,/#))
                }),
                let found = lines.code[line].firstMatch(
                    of: kept(#/(?i)\bfrom\s+(\w+)(?:\s+(?:as\s+)?\w+)?\s*,\s*(\w+)/#))
            else { continue }
            return MentorSuspicion(
                line: line, about: "data",
                "If `\(found.1)` has three rows and `\(found.2)` has two, how many come out of this line, and which of "
                    + "them belong together?",
                "Write the rows of `\(found.1)` and of `\(found.2)` on paper and draw a line for each row that comes out. "
                    + "Which lines do you want, and where does the statement say so?")
        }
        return nil
    }

    private static func aggregateAsCondition(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        guard lines.language == .sql else { return nil }
        for (index, line) in lines.code.enumerated() {
            guard
                let found = line.firstMatch(
                    of: kept(#/(?i)^\s*(?:where|and|or)\b.*?\b((?:avg|sum|count|min|max)\([^)]*\))/#))
            else { continue }
            let above = lines.code[..<index].last { $0.contains(kept(#/(?i)\b(?:where|having|on)\b/#)) }
            if let above, above.contains(kept(#/(?i)\bhaving\b/#)) { continue }
            return MentorSuspicion(
                line: index, about: "data",
                "Of which rows is `\(found.1)` made, and are they already together when this line is asked about a row?",
                "Write down the order in which the database works through the parts of this statement, and put `\(found.1)` "
                    + "where it can first be known.")
        }
        return nil
    }

    /// `select city, name, count(*) … group by city`.
    private static func columnBesideGroups(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        guard lines.language == .sql else { return nil }
        for statement in lines.statements {
            let text = statement.map { lines.code[$0] }.joined(separator: " ")
            guard let select = text.firstMatch(of: kept(#/(?i)\bselect\s+(.+?)\s+from\b/#)),
                let group = text.firstMatch(
                    of: kept(#/(?i)\bgroup\s+by\s+(.+?)(?:\bhaving\b|\border\b|\blimit\b|;|$)/#))
            else { continue }
            let groups = group.1.lowercased().split(separator: ",").map { String($0).trimmingSpaces }
            // A key of the table decides the others.
            if groups.contains(where: { $0 == "id" || $0.hasSuffix(".id") }) { continue }
            let columns = select.1.split(separator: ",").map { String($0).trimmingSpaces }
            let loose = columns.first { column in
                column.contains(kept(#/^[\w.]+$/#)) && !groups.contains(column.lowercased())
                    && !groups.contains { $0.hasSuffix("." + column.lowercased()) }
                    && !groups.contains { column.lowercased().hasSuffix("." + $0) }
            }
            guard let loose, let line = statement.first(where: { lines.code[$0].contains(loose) }) else { continue }
            return MentorSuspicion(
                line: line, about: "data",
                "Of the rows that become one for each `\(groups.joined(separator: ", "))`, whose `\(loose)` is shown?",
                "Take three rows with one `\(groups.joined(separator: ", "))` and three different `\(loose)`s, and write "
                    + "down the row that comes out.")
        }
        return nil
    }

    private static func everyRow(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        guard lines.language == .sql else { return nil }
        for statement in lines.statements {
            guard
                let line = statement.first(where: {
                    lines.code[$0].contains(kept(#/(?i)^\s*(?:update\s+\w+|delete\s+from\b)/#))
                }),
                !statement.contains(where: { lines.code[$0].contains(kept(#/(?i)\bwhere\b/#)) }),
                let table = lines.code[line].firstMatch(of: kept(#/(?i)(?:update|from)\s+(\w+)/#))
            else { continue }
            return MentorSuspicion(
                line: line, about: "data",
                "How many rows of `\(table.1)` does this statement change, and which line says which?",
                "Ask the database first to show the rows of `\(table.1)` that you mean, and count them; then hold that against "
                    + "this statement.")
        }
        return nil
    }

    /// A condition on the right side of a left join that throws its empty rows away.
    private static func undoneJoin(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        guard lines.language == .sql else { return nil }
        for statement in lines.statements {
            let text = statement.map { lines.code[$0] }.joined(separator: " ")
            guard
                let join = text.firstMatch(
                    of: kept(#/(?i)\bleft\s+(?:outer\s+)?join\s+(\w+)(?:\s+(?:as\s+)?(\w+))?\s+on\b/#))
            else { continue }
            let names = [String(join.1), join.2.map(String.init)].compactMap(\.self)
            for line in statement {
                guard let where_ = lines.code[line].firstMatch(of: kept(#/(?i)\bwhere\b(.*)/#)),
                    let found = where_.1.firstMatch(
                        of: kept(#/(?i)\b(\w+)\.(\w+)\s*(?:=|<|>|<>|!=|like|in)\s*[^=\s]/#)),
                    names.contains(String(found.1)), !where_.1.lowercased().contains("null")
                else { continue }
                return MentorSuspicion(
                    line: line, about: "missing",
                    "What stands in `\(found.1).\(found.2)` for a row that found no partner, and what does this line say of it?",
                    "Make up one row without a partner and follow it: through the join first, then through this line.")
            }
        }
        return nil
    }
}

extension CodeLines {
    /// The lines of each statement, for languages that end them with a semicolon.
    var statements: [[Int]] {
        var statements: [[Int]] = [[]]
        for index in code.indices where !code[index].allSatisfy(\.isWhitespace) {
            statements[statements.count - 1].append(index)
            if code[index].contains(";") { statements.append([]) }
        }
        return statements.filter { !$0.isEmpty }
    }
}

/// Shell.
extension MentorSuspicion {
    static let inScripts: [@Sendable (CodeLines, String) -> MentorSuspicion?] = [
        blanksAroundEquals, emptyBetweenBrackets, listedNames, openToWords,
    ]

    private static func blanksAroundEquals(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        guard lines.language == .shell else { return nil }
        for (index, line) in lines.code.enumerated() {
            guard let found = line.firstMatch(of: kept(#/^\s*([A-Za-z_]\w*)(?: +=|= +\S)/#)) else { continue }
            return MentorSuspicion(
                line: index, about: "shell",
                "Which program does the shell look for on this line, and what does it hand to it?",
                "Read the line as the shell does: it cuts it at blanks and takes the first piece for a command. What is the "
                    + "first piece here, and what becomes of `\(found.1)`?")
        }
        return nil
    }

    private static func emptyBetweenBrackets(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        guard lines.language == .shell else { return nil }
        for (index, line) in lines.code.enumerated() {
            guard let found = line.firstMatch(of: kept(#/(?:^|\s)\[\s+(?:!\s+)?(?:-\w\s+)?\$\{?(\w+)/#)) else {
                continue
            }
            return MentorSuspicion(
                line: index, about: "shell",
                "What is left between the brackets once the shell has put an empty `$\(found.1)` in? And one with a blank?",
                "Run it with `set -x` before this line, once with an empty `$\(found.1)` and once with two words in it, and "
                    + "read the line that the shell shows.")
        }
        return nil
    }

    private static func listedNames(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        guard lines.language == .shell else { return nil }
        return lines.first(kept(#/\bfor\s+\w+\s+in\s+(?:\$\(|`)\s*(?:ls|find|cat)\b/#)).map {
            MentorSuspicion(
                line: $0, about: "shell",
                "Into how many words does the shell cut what the inner command prints, if one name holds a blank?",
                "Print each round's value between two marks, with a file in the folder whose name holds a blank.")
        }
    }

    private static func openToWords(_ lines: CodeLines, _: String) -> MentorSuspicion? {
        guard lines.language == .shell else { return nil }
        for (index, line) in lines.code.enumerated() {
            guard
                let found = line.firstMatch(
                    of:
                        kept(
                            #/(?:^|[;&|]\s*|\b(?:do|then)\s+|^\s+)(?:sudo\s+)?(rm|cp|mv|cd|mkdir|chmod|chown|rsync|tar)\b[^;|&]*?\s\$\{?(\w+)/#
                        )
                )
            else { continue }
            return MentorSuspicion(
                line: index, about: "shell",
                "What does `\(found.1)` get to see on this line if `$\(found.2)` is empty, and what if it holds a blank?",
                "Put `echo` before `\(found.1)` and run it with an empty `$\(found.2)` and with one that holds a blank; read "
                    + "what it would have done.")
        }
        return nil
    }
}
