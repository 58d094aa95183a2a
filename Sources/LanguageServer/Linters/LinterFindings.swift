import Engine
import Review
import Text

/// What linters found in a document when it was saved, each finding where its line stands now.
///
/// A finding is gone while its line has another text, and comes back with it.
package struct LinterFindings: Sendable {
    /// What one linter found, and where it was.
    private struct Found: Sendable {
        let findings: [LinterFinding]
        /// Where each line's content began when the linter saw it, in bytes.
        let indents: [Int]
        var lines: AnchoredLines
    }

    private struct Placed {
        let anchor: LineAnchor
        let indent: Int
        let found: LinterFinding

        /// The finding where it stands; of one over several lines the first, which is what is followed.
        func finding(in text: TextBuffer) -> Finding {
            var finding = found.finding
            let (range, bounds) = (finding.range, text.contentBounds(ofLine: anchor.line))
            let shift = bounds.lowerBound - indent
            let start = max(range.startByte + shift, 0)
            let end = range.endLine > range.startLine ? bounds.upperBound : range.endByte + shift
            finding.range = ByteRange(
                startLine: anchor.line, startByte: start, endLine: anchor.line, endByte: max(start, end))
            return finding
        }
    }

    private var found: [String: Found] = [:]
    /// The linters that have looked at the document.
    private(set) var checkers: Set<String> = []

    package init() {}

    package var isEmpty: Bool { found.isEmpty }

    /// Replaces what a linter found: places in `text`, which is what it saw; the document is `now` meanwhile.
    mutating func replace(of linter: String, with findings: [LinterFinding], in text: [UInt8], now: TextBuffer) {
        found[linter] = nil
        checkers.insert(linter)
        let seen = TextBuffer(text)
        let findings = findings.filter { $0.finding.range.startLine < seen.lineCount }
        if findings.isEmpty { return }
        let numbers = findings.map(\.finding.range.startLine)
        var lines = AnchoredLines(numbers, of: seen)
        if let edit = LineEdit(from: seen, to: now) { lines.follow(edit, in: now) }
        found[linter] = Found(
            findings: findings, indents: numbers.map { seen.contentBounds(ofLine: $0).lowerBound }, lines: lines)
    }

    /// Drops what other linters found.
    ///
    /// - Returns: whether there was anything.
    mutating func keep(only linters: [String]) -> Bool {
        let before = found.count
        found = found.filter { linters.contains($0.key) }
        checkers.formIntersection(linters)
        return found.count != before
    }

    /// Follows an edit after which the text is `text`.
    mutating func follow(_ edit: LineEdit, in text: TextBuffer) {
        for linter in found.keys { found[linter]?.lines.follow(edit, in: text) }
    }

    /// Those whose lines stand as they were, in the order of the linters' names.
    private var placed: [Placed] {
        found.sorted { $0.key < $1.key }.flatMap { _, found in
            found.findings.indices.compactMap { index in
                let anchor = found.lines.anchors[index]
                return anchor.isThere
                    ? Placed(anchor: anchor, indent: found.indents[index], found: found.findings[index]) : nil
            }
        }
    }

    /// Those whose lines stand as they were, without what others found there as well: `ours`, or another linter.
    func findings(in text: TextBuffer, beside ours: [Finding]) -> [Finding] {
        let there = placed
        if there.isEmpty { return [] }
        let lines = Set(there.map(\.anchor.line))
        let known = Dictionary(grouping: ours.filter { lines.contains($0.range.startLine) }, by: \.range.startLine)
        var shown: [Int: [LinterFinding]] = [:]
        return there.compactMap { placed -> Finding? in
            let line = placed.anchor.line
            if known[line]?.contains(where: placed.found.isSame) == true { return nil }
            if shown[line]?.contains(where: placed.found.isSame) == true { return nil }
            shown[line, default: []].append(placed.found)
            return placed.finding(in: text)
        }
    }

    /// A rule of a linter that found something here.
    func rule(id: String) -> Rule? {
        for found in found.values {
            if let finding = found.findings.first(where: { $0.finding.ruleID == id }) { return finding.finding.rule }
        }
        return nil
    }
}
