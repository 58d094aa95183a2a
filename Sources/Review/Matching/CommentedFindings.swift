internal import Text

/// What a text's comments say of findings that others made in it, such as linters.
///
/// `codeforge-ignore ruff/S307` names a finding of a linter by the rule that it is shown as; a comment that names no rule
/// is about those of linters, too.
package struct CommentedFindings: Sendable {
    private var comments: IgnoreComments
    private let text: TextBuffer

    init(_ comments: LineEntries<IgnoreComment>, in text: TextBuffer, rules: RuleSet) {
        self.comments = IgnoreComments(comments, isName: { IgnoreRule.isName($0, in: rules) })
        self.text = text
    }

    /// Whether there are no such comments.
    package var isEmpty: Bool { comments.isEmpty }

    /// Whether a finding is meant, by a comment that is then of use.
    package mutating func accept(_ finding: Finding) -> Bool {
        let lines = finding.range.startLine...max(finding.range.startLine, finding.range.endLine)
        return comments.accept(finding.rule.id, matchLine: finding.range.startLine, lines)
    }

    /// The review's own findings without the remarks on comments that are of use after all.
    package func corrected(_ findings: [Finding]) -> [Finding] {
        let lines = comments.linesOfUse
        if lines.isEmpty { return findings }
        return findings.filter { $0.rule != IgnoreRule.unused || !lines.contains($0.range.startLine) }
    }

    /// What is to be said of names of rules of `checkers`, all of whose findings were asked for, that hide none.
    package func remarks(on checkers: some Collection<String>) -> [Finding] {
        var occurrences = Occurrences()
        return comments.unusedNames { name in checkers.contains { name.hasPrefix($0 + "/") } }.map { remark in
            var hash: UInt64 = 0
            text.visitLine(remark.line) { hash = LineHash.of($0) }
            return Finding(
                rule: remark.rule, severity: remark.rule.severity, message: remark.message,
                range: ByteRange(
                    startLine: remark.line, startByte: remark.bytes.lowerBound, endLine: remark.line,
                    endByte: remark.bytes.upperBound),
                fix: nil, lineHash: hash, occurrence: occurrences.add(hash))
        }
    }
}

/// Programs whose findings stand beside the review's, by the names that their rules begin with.
package enum OtherCheckers {
    package static let names: Set<String> = [
        "bandit", "biome", "eslint", "golangci-lint", "hadolint", "oxlint", "ruff", "semgrep", "shellcheck", "sqlfluff",
        "swiftlint", "yamllint",
    ]

    /// Whether a word names a rule of one of them.
    static func areNamed(by word: String) -> Bool {
        guard let slash = word.utf8.firstIndex(of: UInt8(ascii: "/")) else { return false }
        return names.contains(String(word[..<slash])) && word.utf8.index(after: slash) < word.utf8.endIndex
    }
}

extension CommentedFindings {
    /// Reads the comments of a text.
    ///
    /// - Complexity: O(bytes)
    package init(in text: [UInt8], language: Language) {
        let buffer = TextBuffer(text)
        var comments = LineEntries<IgnoreComment>(lineCount: buffer.lineCount)
        var (lexer, states) = (LineLexer(language), LexerStates())
        var state = LexerState.initial
        buffer.forEachLine(in: 0..<buffer.lineCount) { number, bytes in
            state = lexer.lex(bytes, from: state, &states)
            let found = IgnoreComment.all(in: lexer.tokens, bytes, language)
            if !found.isEmpty { comments.set(found, onLine: number) }
            return true
        }
        self.init(comments, in: buffer, rules: .builtIn)
    }
}
