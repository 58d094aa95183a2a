/// Regular expressions of rules that are looked for in every line, code or not: Semgrep's `pattern-regex`.
///
/// Lines longer than those that have tokens are left out. Each line is searched in linear time: what an expression looks
/// at in vain is counted, and beyond a limit the rest of the line is left out.
struct LineExpressions: Sendable {
    private struct Expression: Sendable {
        var rule: Rule
        var regex: LazyRegex
        var excluding: [LazyRegex]
    }

    private let all: [Expression]

    init(_ expressions: [(rule: Rule, expression: String, excluding: [String])]) {
        all = expressions.map {
            Expression(rule: $0.rule, regex: LazyRegex($0.expression), excluding: $0.excluding.map(LazyRegex.init))
        }
    }

    /// Their texts.
    var expressions: [String] { all.flatMap { [$0.regex.expression] + $0.excluding.map(\.expression) } }

    /// Calls `body` with each match in a line, by rule.
    func forEachMatch(in line: UnsafeBufferPointer<UInt8>, _ body: (Rule, Range<Int>) -> Void) {
        if all.isEmpty || line.count > LineLexer.longestLine { return }
        for expression in all {
            let found = LineExpressions.matches(of: expression.regex.regex, in: line)
            if found.isEmpty { continue }
            let excluded = expression.excluding.flatMap { LineExpressions.matches(of: $0.regex, in: line) }
            for range in found
            where !excluded.contains(where: {
                $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound
            }) {
                body(expression.rule, range)
            }
        }
    }

    /// The matches of an expression in a line, which do not overlap; empty ones are none.
    private static func matches(of regex: ByteRegex, in line: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        guard regex.matches(line) else { return [] }
        var left = 16 * line.count + 1 << 16
        var found: [Range<Int>] = []
        var start = 0
        while start < line.count, left > 0 {
            var seen = start
            let end = regex.matchEnd(in: line, at: start, seen: &seen)
            left -= seen - start + 1
            if let end, end > start {
                found.append(start..<end)
                start = end
            } else {
                start += 1
            }
        }
        return found
    }
}
