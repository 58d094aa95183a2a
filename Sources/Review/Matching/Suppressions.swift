/// What comments on a line that are for other checkers say about what is found there; ours are `IgnoreComment`s.
struct Suppressions: Sendable, Hashable {
    /// Whether another checker is told to pass over the line, by any comment, and by one that names a weakness.
    private var passesOver = false
    private var acceptsWeakness = false
    private var acceptsSecret = false
    /// What the numbers of rules are about that a comment names.
    private var named: NamedWeaknesses = []

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
            } else {
                passesOver = Suppressions.any.regex.matches(text)
                acceptsWeakness = Suppressions.weakness.regex.matches(text)
                acceptsSecret = Suppressions.secret.regex.matches(text)
            }
            named = Suppressions.named(in: text, isBefore: isBefore)
        }
    }

    /// Whether a finding of a rule is passed over.
    func accept(_ rule: Rule) -> Bool {
        if !named.isEmpty, named.isSuperset(of: NamedWeaknesses(ofRule: rule.id)) { return true }
        if rule.id.hasPrefix("secrets/") { return acceptsSecret || acceptsWeakness }
        return rule.severity == .critical ? acceptsWeakness : passesOver || acceptsWeakness || acceptsSecret
    }

    mutating func formUnion(_ other: Suppressions) {
        passesOver = passesOver || other.passesOver
        acceptsWeakness = acceptsWeakness || other.acceptsWeakness
        acceptsSecret = acceptsSecret || other.acceptsSecret
        named.formUnion(other.named)
    }

    /// Whether `#nosec` or `noqa` stands in a comment, and before the next line as all of it.
    private static let keyword = LazyRegex(sign + "(.*\\s)?(#?nosec\\b|noqa:)")
    private static let keywordOfNext = LazyRegex("^\\s*" + sign + "#?nosec\\b")

    /// What comments name by numbers, and everything where one says `nosec` alone.
    private static func named(in text: UnsafeBufferPointer<UInt8>, isBefore: Bool) -> NamedWeaknesses {
        guard (isBefore ? keywordOfNext : keyword).regex.matches(text) else { return [] }
        var named: NamedWeaknesses = []
        for (word, isNothingAll) in [("nosec", true), ("noqa:", false)] where !(isBefore && word == "noqa:") {
            guard let behind = text.lastEnd(of: Array(word.utf8)) else { continue }
            // `#nosec G101 -- a reason`, `# nosec: B608`
            let weaknesses = NamedWeaknesses(named: Array(text[behind...].prefix { $0 != UInt8(ascii: "#") })[...])
            named.formUnion(weaknesses ?? (isNothingAll ? .all : []))
        }
        return named
    }

    private static let sign = "(#|//|/\\*|--|<!--|;)\\s*"
    private static let weakness = LazyRegex(
        sign + "(.*\\s)?(nosemgrep|NOSONAR|nolint:.*gosec|lgtm\\b|swiftlint:disable:this)")
    private static let weaknessOfNext = LazyRegex(
        "^\\s*" + sign
            + "(nosemgrep|eslint-disable-next-line.*(security|no-eval|no-new-func|no-implied-eval|no-unsanitized))"
    )
    private static let secret = LazyRegex(
        "pragma: ?allowlist secret|gitleaks:allow|trufflehog:ignore|ggignore|detect-secrets: ?ignore")

    /// The names of ESLint's rules that look for what some of ours do.
    private static let sameRules =
        "(no-eval|no-new-func|no-implied-eval|no-unsafe-finally|no-empty|no-console|no-debugger|no-alert|no-self-|"
        + "no-cond-assign|no-throw|no-async-promise|no-inner-html|no-danger|security|no-compare-neg-zero|use-isnan|"
        + "no-unsanitized|no-floating-promises|only-throw-error|\\*?/?\\s*$)"
    private static let any = LazyRegex(
        "(#|//|/\\*|--)\\s*(nosemgrep|NOSONAR|nolint\\b|noqa\\s*(#.*)?$|"
            + "noqa:.*\\b(E7|BLE|B|PL|F|T|A)[0-9]|eslint-disable-line\\b.*\(sameRules)|swiftlint:disable:this)")
    private static let ofNext = LazyRegex(
        "^\\s*(#|//|/\\*|--)\\s*(nosemgrep|biome-ignore|eslint-disable-next-line\\b.*\(sameRules)|"
            + "swiftlint:disable:next)")
}

extension UnsafeBufferPointer<UInt8> {
    /// The place after the last occurrence of a word.
    fileprivate func lastEnd(of word: [UInt8]) -> Int? {
        guard count >= word.count else { return nil }
        return (0...count - word.count).reversed().first { self[$0..<$0 + word.count].elementsEqual(word) }
            .map { $0 + word.count }
    }
}
