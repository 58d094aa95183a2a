/// What comments on a line say about what is found there: ours, and those for other checkers.
struct Suppressions: Sendable {
    /// Whether another checker is told to pass over the line, by any comment, and by one that names a weakness.
    private var passesOver = false
    private var acceptsWeakness = false
    private var acceptsSecret = false
    /// The rules that `codeforge-ignore` names; nil without one, empty for all.
    private var ignored: [[UInt8]]?

    /// Nothing is passed over.
    init() {}

    /// How much of a long line's end is looked at: comments stand there.
    private static let longest = 2048

    /// Reads a line's own comments; of the line before one, those that mean the next line.
    init(_ line: some BidirectionalCollection<UInt8>, isBefore: Bool = false) {
        let text = Array(line.suffix(Suppressions.longest))
        guard text.contains(where: { $0 == 0x23 || $0 == 0x2F || $0 == 0x2D || $0 == 0x3C || $0 == 0x3B }) else {
            return
        }
        text.withUnsafeBufferPointer { text in
            if isBefore {
                passesOver = Suppressions.ofNext.regex.matches(text)
                acceptsWeakness = Suppressions.weaknessOfNext.regex.matches(text)
                guard Suppressions.isComment.regex.matches(text) else { return }
            } else {
                passesOver = Suppressions.any.regex.matches(text)
                acceptsWeakness = Suppressions.weakness.regex.matches(text)
                acceptsSecret = Suppressions.secret.regex.matches(text)
            }
            if let found = Suppressions.own.regex.firstMatch(in: text) {
                ignored = Suppressions.rules(text[found.upperBound...])
            }
        }
    }

    /// Whether a finding of a rule is passed over.
    func accept(_ rule: Rule) -> Bool {
        if let ignored, ignored.isEmpty || ignored.contains(where: { Suppressions.names($0, rule.id) }) { return true }
        if rule.id.hasPrefix("secrets/") { return acceptsSecret || acceptsWeakness }
        return rule.severity == .critical ? acceptsWeakness : passesOver || acceptsWeakness || acceptsSecret
    }

    mutating func formUnion(_ other: Suppressions) {
        passesOver = passesOver || other.passesOver
        acceptsWeakness = acceptsWeakness || other.acceptsWeakness
        acceptsSecret = acceptsSecret || other.acceptsSecret
        if let more = other.ignored {
            ignored = ignored.map { $0.isEmpty || more.isEmpty ? [] : $0 + more } ?? more
        }
    }

    /// The identifiers of rules, which hold a slash, at the start of a comment's text.
    private static func rules(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> [[UInt8]] {
        var rules: [[UInt8]] = []
        for word in text.split(whereSeparator: { $0.isSpace || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ":") }) {
            guard word.contains(UInt8(ascii: "/")), word.contains(where: \.isLetter) else { break }
            rules.append(Array(word))
        }
        return rules
    }

    /// Whether a word of a comment is a rule's identifier, or its category with a star.
    private static func names(_ word: [UInt8], _ id: String) -> Bool {
        if word.last == UInt8(ascii: "*") { return id.utf8.starts(with: word.dropLast()) }
        return word.elementsEqual(id.utf8)
    }

    private static let sign = "(#|//|/\\*|--|<!--|;)\\s*"
    private static let own = LazyRegex("(#|//|/\\*|--|<!--|;)\\s*codeforge(-|:\\s*)ignore")
    private static let isComment = LazyRegex("^\\s*(#|//|/\\*|--|<!--|;)")
    private static let weakness = LazyRegex(
        sign + "(.*\\s)?(#?nosec\\b|nosemgrep|NOSONAR|nolint:.*gosec|noqa:.*\\bS[0-9]|lgtm\\b|swiftlint:disable:this)")
    private static let weaknessOfNext = LazyRegex(
        "^\\s*" + sign
            + "(#?nosec\\b|nosemgrep|eslint-disable-next-line.*(security|no-eval|no-new-func|no-implied-eval|no-unsanitized))"
    )
    private static let secret = LazyRegex(
        "pragma: ?allowlist secret|gitleaks:allow|trufflehog:ignore|ggignore|detect-secrets: ?ignore")

    /// The names of ESLint's rules that look for what some of ours do.
    private static let sameRules =
        "(no-eval|no-new-func|no-implied-eval|no-unsafe-finally|no-empty|no-console|no-debugger|no-alert|no-self-|"
        + "no-cond-assign|no-throw|no-async-promise|no-inner-html|no-danger|security|no-compare-neg-zero|use-isnan|"
        + "no-unsanitized|no-floating-promises|only-throw-error|\\*?/?\\s*$)"
    private static let any = LazyRegex(
        "(#|//|/\\*|--)\\s*(#?nosec\\b|nosemgrep|NOSONAR|nolint\\b|noqa\\s*(#.*)?$|"
            + "noqa:.*\\b(S|E7|BLE|B|PL|F|T|A)[0-9]|eslint-disable-line\\b.*\(sameRules)|swiftlint:disable:this)")
    private static let ofNext = LazyRegex(
        "^\\s*(#|//|/\\*|--)\\s*(#?nosec\\b|nosemgrep|biome-ignore|eslint-disable-next-line\\b.*\(sameRules)|"
            + "swiftlint:disable:next)")
}
