import Review
import Text

/// What is kept of the place of a problem that somebody asked about, to tell later whether it was mended: no code, but
/// which lines stood around it, and what it called.
package struct AskedLine: Hashable, Sendable {
    /// Hashes of the lines before and after it that are not blank; empty for the document's ends.
    package var before: String
    package var after: String
    /// Names that are called there, such as `yaml.load`.
    package var calls: [String]

    package init(before: String, after: String, calls: [String]) {
        (self.before, self.after, self.calls) = (before, after, calls)
    }

    package init(_ finding: Finding, in document: ReviewedDocument) {
        let lines = Self.lines(of: document)
        let (first, last) = (finding.range.startLine, max(finding.range.startLine, finding.range.endLine))
        before = lines[..<min(first, lines.count)].last { !$0.isEmpty }.map(MentorSubject.hash) ?? ""
        after = lines.dropFirst(last + 1).first { !$0.isEmpty }.map(MentorSubject.hash) ?? ""
        let own =
            finding.holdsSecret
            ? "" : lines[min(first, lines.count)..<min(last + 1, lines.count)].joined(separator: "\n")
        calls = Array(Set(CalledNames(own).called)).sorted()
    }

    fileprivate static func lines(of document: ReviewedDocument) -> [String] {
        (0..<document.buffer.lineCount).map { line in
            String(decoding: document.buffer.lineBytes(line).prefix(2_000), as: UTF8.self).trimmed
        }
    }
}

/// Tells whether a problem that the reviewer does not find any more was mended, or only put out of its sight.
package struct MendedCheck {
    private let document: ReviewedDocument
    private let lines: [String]

    package init(_ document: ReviewedDocument) {
        self.document = document
        lines = AskedLine.lines(of: document)
    }

    /// Whether something else stands in the problem's place that is no weakness itself.
    package func isMended(_ rule: String, at asked: AskedLine?) -> Bool {
        if isOnlyHidden(rule) { return false }
        guard let asked else { return true }
        if let place = place(of: asked) {
            let inside = place.filter { !lines[$0].isEmpty && !Self.isComment(lines[$0]) }
            guard let first = inside.first, let last = inside.last else { return false }
            let others = document.findings.filter { $0.ruleID != rule && $0.severity != .info }
            if others.contains(where: { (first...last).contains($0.range.startLine) }) { return false }
            if isAlias(asked.calls, in: inside.map { lines[$0] }.joined(separator: "\n")) { return false }
        }
        return !asked.calls.contains { CalledNames(code).mentioned.contains($0) }
    }

    /// Without comments, as far as whole lines are.
    private var code: String { lines.filter { !Self.isComment($0) }.joined(separator: "\n") }

    /// The lines between those that stood around the problem; nil where they are not there any more.
    private func place(of asked: AskedLine) -> Range<Int>? {
        let hashes = lines.map { $0.isEmpty ? "" : MentorSubject.hash($0) }
        let starts = asked.before.isEmpty ? [-1] : hashes.indices.filter { hashes[$0] == asked.before }
        for start in starts {
            let rest = hashes[(start + 1)...]
            let end = asked.after.isEmpty ? hashes.count : rest.firstIndex(of: asked.after)
            if let end, end - start <= 40 { return start + 1..<end }
        }
        return nil
    }

    /// `loader(raw)` or `y.load(raw)` where `yaml.load(raw)` stood: the same thing by another name.
    private func isAlias(_ calls: [String], in text: String) -> Bool {
        let here = CalledNames(text)
        return calls.contains { call in
            guard let last = call.split(separator: ".").last.map(String.init) else { return false }
            if here.called.contains(call) { return false }
            return here.called.contains { $0 != call && ($0 == last || $0.hasSuffix("." + last)) }
                || text.contains("getattr") && text.contains(last)
        }
    }

    /// Whether the reviewer finds it as soon as comments that ignore something are gone, and code in comments is code.
    private func isOnlyHidden(_ rule: String) -> Bool {
        let shown = lines.indices.map { index in Self.uncommented(index, lines[index], document) }
        var bare = ReviewedDocument(
            text: Array(shown.joined(separator: "\n").utf8), language: document.language, path: nil)
        bare.review()
        func count(_ document: ReviewedDocument) -> Int { document.findings.count { $0.ruleID == rule } }
        return count(bare) > count(document)
    }

    private static func isComment(_ line: String) -> Bool {
        signs.contains { line.hasPrefix($0) } && !line.hasPrefix("#include") && !line.hasPrefix("#!")
    }

    private static let signs = ["#", "//", "--", "/*", "*/", "<!--"]
    private static let ignoring = [
        "codeforge-ignore", "nosemgrep", "nosec", "noqa", "nosonar", "nolint", "eslint-disable", "biome-ignore",
        "oxlint-disable",
    ]

    private static func uncommented(_ index: Int, _ line: String, _ document: ReviewedDocument) -> String {
        let whole = String(decoding: document.buffer.lineBytes(index).prefix(4_000), as: UTF8.self)
        let isIgnoring = ignoring.contains { line.lowercased().contains($0) }
        let indent = whole.prefix { $0 == " " || $0 == "\t" }
        if isComment(line) {
            if isIgnoring { return "" }
            var rest = Substring(line)
            for sign in ["<!--", "/*", "//", "--", "#"] where rest.hasPrefix(sign) {
                rest = rest.dropFirst(sign.count)
                break
            }
            for sign in ["*/", "-->"] where rest.hasSuffix(sign) { rest = rest.dropLast(sign.count) }
            return String(indent + (rest.first == " " ? rest.dropFirst() : rest))
        }
        guard isIgnoring else { return whole }
        let start = ["#", "//", "--", "/*"].compactMap { whole.range(ofLast: $0) }.max()
        return start.map { String(whole[..<$0]) } ?? whole
    }
}

/// The names that a piece of code calls, and those that it mentions without a call.
private struct CalledNames {
    var called: Set<String> = []
    var mentioned: Set<String> = []

    init(_ code: String) {
        var rest = Substring(code)
        while let start = rest.firstIndex(where: { $0.isLetter || $0 == "_" }) {
            let end = rest[start...].firstIndex { !($0.isLetter || $0.isNumber || "_.$".contains($0)) } ?? rest.endIndex
            var name = rest[start..<end]
            rest = rest[end...]
            while name.last == "." { name = name.dropLast() }
            if rest.drop(while: { $0 == " " }).first == "(" {
                called.insert(String(name))
            } else {
                mentioned.insert(String(name))
            }
        }
        for word in ["if", "for", "while", "return", "in", "and", "or", "not", "switch", "catch", "print"] {
            called.remove(word)
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        let start = drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }

    /// Where the last place of a text begins.
    fileprivate func range(ofLast text: String) -> Index? {
        var found: Index?
        var start = startIndex
        while let range = self[start...].firstRange(of: text) {
            found = range.lowerBound
            start = range.upperBound
        }
        return found
    }
}
