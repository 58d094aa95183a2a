import Review

/// Tells whether a text gives away how a piece of somebody's code is put right.
///
/// Blanks, line ends and kinds of quotes make no difference, and neither do other names for what the code names.
package struct SpoilerCheck: Sendable {
    private enum Part: Sendable, Equatable {
        case token(Substring)
        /// A name that the code has already: any other one may stand for it.
        case name
    }

    /// The corrected code where it differs, with as much around it as is needed to tell it from the code as it is.
    private let sequence: [Part]
    /// Names that only the solution has, and that nobody writes by chance.
    let telling: Set<Substring>
    /// Words, numbers and operators that only the solution has.
    let fresh: Set<Substring>
    let freshOperators: Set<Substring>
    /// What the names of the code are made of, in small letters.
    let ownWords: Set<String>
    /// What the solution leaves out of the code and puts nothing in the place of; empty for any other.
    let removed: [Substring]

    /// - Parameters:
    ///   - code: The lines as they are.
    ///   - solution: The same lines put right.
    package init(code: String, solution: String) {
        let (old, new) = (Self.tokens(of: code), Self.tokens(of: solution))
        let known = Set(old)
        var start = 0
        while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
        var tail = 0
        while tail < min(old.count, new.count) - start, old[old.count - 1 - tail] == new[new.count - 1 - tail] {
            tail += 1
        }
        telling = Set(new.filter { !known.contains($0) && Self.isTelling($0) })
        fresh = Set(new.filter { !known.contains($0) && $0.first.map(Self.isWord) ?? false })
        freshOperators = Self.operators(in: solution).subtracting(Self.operators(in: code))
        removed = start + tail == new.count ? Array(old[start..<old.count - tail]) : []
        ownWords = Set(old.flatMap { Self.parts(of: $0) })
        func parts(_ range: Range<Int>) -> [Part] {
            new[range].map { known.contains($0) && Self.isName($0) ? .name : .token($0) }
        }
        var (lower, upper) = (start, new.count - tail)
        var found: [Part] = []
        // One token on each side, then as many as it takes.
        while lower > 0 || upper < new.count || found.isEmpty {
            (lower, upper) = (max(0, lower - 1), min(new.count, upper + 1))
            found = parts(lower..<upper)
            if found.isEmpty || (found.count > 1 && !Self.holds(old, found)) { break }
        }
        sequence = found.count > 1 && !Self.holds(old, found) ? found : []
    }

    /// What a rule's fix would write; nil for a finding without a fix.
    package init?(_ finding: Finding, in document: ReviewedDocument) {
        guard let fix = finding.fix, !fix.edits.isEmpty else { return nil }
        let first = fix.edits.map(\.range.startLine).min() ?? 0
        let last = fix.edits.map(\.range.endLine).max() ?? first
        var lines = (first...max(first, last)).map { document.buffer.lineBytes($0) }
        let code = lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
        for edit in fix.edits.sorted(by: {
            ($0.range.startLine, $0.range.startByte) > ($1.range.startLine, $1.range.startByte)
        }) {
            let (from, to) = (edit.range.startLine - first, edit.range.endLine - first)
            guard lines.indices.contains(from), lines.indices.contains(to) else { continue }
            let head = lines[from].prefix(edit.range.startByte)
            let rest = lines[to].dropFirst(edit.range.endByte)
            lines.replaceSubrange(from...to, with: [Array(head) + Array(edit.newText.utf8) + Array(rest)])
        }
        self.init(code: code, solution: lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n"))
    }

    /// The interfaces that a rule's good examples call, and that neither its bad ones nor somebody's code do.
    ///
    /// There is more than one way to put something right, and a rule without a fix has such ways too.
    package init(otherWaysOf rule: Rule, for code: String) {
        func called(_ code: String) -> [Substring] {
            let tokens = Self.tokens(of: code)
            return tokens.indices.filter { index in
                index > 0 && [".", "="].contains(tokens[index - 1])
                    || index + 1 < tokens.count && tokens[index + 1] == "("
            }.map { tokens[$0] }
        }
        let known = Set(
            (rule.examples.filter(\.isBad).map(\.code) + [code]).flatMap { Self.tokens(of: $0).map(String.init) })
        let good = rule.examples.filter { !$0.isBad }.flatMap { called($0.code) }
        telling = Set(good.filter { !known.contains(String($0)) && Self.isTelling($0) })
        ownWords = Set(Self.tokens(of: code).flatMap { Self.parts(of: $0) })
        (sequence, fresh, freshOperators, removed) = ([], [], [], [])
    }

    /// Whether the text holds the solution.
    package func leaks(into text: String) -> Bool {
        let tokens = Self.tokens(of: text)
        if !telling.isEmpty, tokens.contains(where: telling.contains) { return true }
        return !sequence.isEmpty && Self.holds(tokens, sequence)
    }

    private static func holds(_ tokens: [Substring], _ sequence: [Part]) -> Bool {
        guard tokens.count >= sequence.count else { return false }
        return (0...tokens.count - sequence.count).contains { start in
            sequence.indices.allSatisfy { offset in
                switch sequence[offset] {
                case .token(let text): tokens[start + offset] == text
                case .name: isName(tokens[start + offset])
                }
            }
        }
    }

    /// Words, and every other character by itself.
    static func tokens(of text: String) -> [Substring] {
        var tokens: [Substring] = []
        var index = text.startIndex
        while index < text.endIndex {
            let character = text[index]
            var end = text.index(after: index)
            if isWord(character) {
                while end < text.endIndex, isWord(text[end]) { end = text.index(after: end) }
                tokens.append(text[index..<end])
            } else if character == "'" || character == "`" {
                tokens.append("\"")
            } else if !character.isWhitespace {
                tokens.append(text[index..<end])
            }
            index = end
        }
        return tokens
    }

    /// "safe_load", "SafeLoader" → safe, load; safe, loader.
    static func parts(of name: Substring) -> [String] {
        var parts: [String] = []
        var last: Character = "_"
        for character in name {
            if !character.isLetter {
                last = "_"
                continue
            }
            if !last.isLetter || last.isLowercase && character.isUppercase { parts.append("") }
            parts[parts.count - 1] += character.lowercased()
            last = character
        }
        return parts
    }

    private static func isWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_" || character == "$"
    }

    private static func isName(_ token: Substring) -> Bool {
        token.first.map { $0.isLetter || $0 == "_" || $0 == "$" } ?? false && !keywords.contains(token)
    }

    /// A name of an interface, as opposed to a word of prose.
    private static func isTelling(_ token: Substring) -> Bool {
        isName(token) && token.count > 3
            && (token.contains("_") || token.dropFirst().contains { $0.isUppercase || $0.isNumber })
    }

    private static let keywords: Set<Substring> = [
        "if", "else", "elif", "for", "while", "return", "not", "in", "is", "and", "or", "def", "function", "const",
        "let",
        "var", "new", "None", "null", "undefined", "true", "false", "True", "False", "try", "except", "catch",
        "finally",
        "raise", "throw", "async", "await", "class", "import", "from", "with", "as", "assert", "lambda", "yield",
        "pass",
        "break", "continue", "switch", "case", "func", "guard", "typeof", "delete", "this", "self",
    ]
}
