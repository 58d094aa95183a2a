import Review

extension LinterIssue {
    /// The issue as a finding of a rule of its linter; it is where the linter says, in the line's limits.
    func finding(of linter: String, in lines: SourceLines) -> Finding {
        let first = min(max(start.line - 1, 0), max(lines.count - 1, 0))
        let text = Array(lines.text(ofLine: first).utf8)
        let indent = text.prefix { $0 == 0x20 || $0 == 0x09 }.count
        let from = start.column.map { unit.bytes(in: text, before: $0 - 1) } ?? indent
        var (last, to) = (first, text.count)
        if let end, end.line > start.line {
            last = min(end.line - 1, max(lines.count - 1, 0))
            let lastText = Array(lines.text(ofLine: last).utf8)
            to = end.column.map { unit.bytes(in: lastText, before: $0 - 1) } ?? lastText.count
        } else if let column = end?.column {
            to = unit.bytes(in: text, before: column - 1)
        }
        let rule = Rule(
            RuleDefinition(
                id: "\(linter)/\(code)", title: "Found by \(linter)", message: message,
                why: page.map { "\($0) says more." } ?? "", severity: severity, languages: [], cwe: cwe,
                references: page.map { [$0] } ?? [], tags: [], fix: nil, fixTitle: nil, skipsTests: false,
                skipsScripts: false, skipsProse: false, formulas: [], examples: []))
        return Finding(
            rule: rule, severity: severity, message: message,
            range: ByteRange(
                startLine: first, startByte: from, endLine: last, endByte: last == first ? max(to, from) : to),
            fix: nil, lineHash: LineHash.of(text), occurrence: 0)
    }
}

extension LinterIssue.Unit {
    /// How many bytes of a line come before so many of these; all of them where it has fewer.
    fileprivate func bytes(in line: [UInt8], before count: Int) -> Int {
        if self == .bytes { return min(max(count, 0), line.count) }
        var left = max(count, 0)
        var index = 0
        while index < line.count, left > 0 {
            let length = line[index] < 0x80 ? 1 : line[index] < 0xE0 ? 2 : line[index] < 0xF0 ? 3 : 4
            left -= self == .utf16 && length == 4 ? 2 : 1
            index += length
        }
        return min(index, line.count)
    }
}
