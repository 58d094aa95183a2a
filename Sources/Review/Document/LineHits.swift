/// The tokens of a line at which a rule may match, and what the line alone says against it.
///
/// To look beyond a line, its window has to be lexed; most of what a frequent word calls for is ruled out before.
struct LineHits {
    struct Hit {
        /// The token's number among those of the line that are no comments, and among all.
        var token: Int
        var index: Int
        /// What rules are looked up by.
        var hash: UInt32
        /// The hashes of the tokens beside it, and the first byte of the one after it; 0 where the line ends.
        var hashBefore: UInt32 = 0
        var hashAfter: UInt32 = 0
        var nextByte: UInt8 = 0
    }

    private(set) var all: [Hit] = []
    /// The numbers of the facts that the line states, each once.
    private(set) var facts: [UInt16] = []
    private var operators: [UInt32] = []
    /// The tokens of the line that may state a fact.
    private var asked: [UInt32] = []
    /// How many round brackets of the line are open at its end.
    private var openBrackets = 0

    private static let dot = TokenHash.of(".")
    private static let optionalDot = TokenHash.of("?.")
    private static let assignment = TokenHash.of("=")
    private static let and = TokenHash.of("and")
    private static let or = TokenHash.of("or")

    /// Whether a word stands between two conditions as an operator does.
    private static func joins(_ hash: UInt32) -> Bool { hash == and || hash == or }

    private static let colon = TokenHash.of(":")
    private static let arrow = TokenHash.of("=>")
    private static let comma = TokenHash.of(",")
    private static let openBrace = TokenHash.of("{")
    private static let semicolon = TokenHash.of(";")
    private static let openBracket = TokenHash.of("(")
    private static let closeBracket = TokenHash.of(")")

    /// Finds those of a line with these tokens and bytes, and forgets what was found before.
    mutating func find(in tokens: [Token], of bytes: UnsafeBufferPointer<UInt8>, for rules: CompiledRules) {
        if !facts.isEmpty { facts.removeAll(keepingCapacity: true) }
        if !all.isEmpty { all.removeAll(keepingCapacity: true) }
        if !operators.isEmpty { operators.removeAll(keepingCapacity: true) }
        if !asked.isEmpty { asked.removeAll(keepingCapacity: true) }
        openBrackets = 0
        var number = 0
        var previous = Token.Kind.word
        var (previousHash, previousIndex): (UInt32, Int) = (0, 0)
        let seeksHooks = rules.mayTrigger(LookUp.hookHash)
        let seeksKeys = rules.mayTrigger(LookUp.keyHash)
        let isPython = rules.isPython
        var sawBrace = false
        /// The hash of the token before the previous one.
        var secondLast: UInt32 = 0
        for (index, token) in tokens.enumerated() {
            if token.kind == .comment { continue }
            if seeksHooks, token.kind == .word, LookUp.isHook(bytes[token.range]) {
                all.append(Hit(token: number, index: index, hash: LookUp.hookHash))
            }
            if seeksKeys, number > 0, token.hash == LineHits.colon || token.hash == LineHits.arrow,
                token.kind == .operator,
                previous == .string || previous == .number || previous == .word,
                secondLast == 0 || secondLast == LineHits.comma || secondLast == LineHits.openBrace,
                openBrackets <= 0 || sawBrace, previous != .word || !isPython
            {
                all.append(Hit(token: number - 1, index: previousIndex, hash: LookUp.keyHash))
            }
            secondLast = previousHash
            if token.hash == LineHits.openBrace { sawBrace = true }
            if token.kind.isKey, rules.mayTrigger(token.hash) {
                // Phrases are looked for in all of the line: once is enough.
                if rules.mayStateFact(token.hash), !asked.contains(token.hash) {
                    asked.append(token.hash)
                    rules.addFacts(of: token.hash, in: tokens, to: &facts)
                }
                all.append(Hit(token: number, index: index, hash: token.hash))
            }
            if token.flags.contains(.alias) {
                // Rules may name it as everybody does: `$`, `_`, `CryptoJS`.
                let own = TokenHash.of(bytes[token.range])
                if rules.mayTrigger(own) { all.append(Hit(token: number, index: index, hash: own)) }
            }
            switch token.kind {
            case .operator: if !operators.contains(token.hash) { operators.append(token.hash) }
            case .open where token.hash == LineHits.openBracket: openBrackets += 1
            case .close where token.hash == LineHits.closeBracket: openBrackets -= 1
            default: break
            }
            if previous == .operator || previous == .word && LineHits.joins(previousHash) {
                let pair = TokenHash.pair(previousHash, token.hash)
                if previous == .operator, rules.mayTrigger(pair) {
                    all.append(Hit(token: number - 1, index: previousIndex, hash: pair))
                }
                let twin = TokenHash.twin(previousHash)
                if token.kind == .word, rules.mayTrigger(twin),
                    token.hash == LineHits.firstName(before: index - 1, in: tokens),
                    previousHash != LineHits.assignment || LineHits.nameEndsStatement(from: index, in: tokens)
                {
                    all.append(Hit(token: number - 1, index: previousIndex, hash: twin))
                }
            }
            (previous, previousHash, previousIndex) = (token.kind, token.hash, index)
            number += 1
        }
        if !all.isEmpty { lookBeside(tokens, bytes) }
    }

    private mutating func lookBeside(_ tokens: [Token], _ bytes: UnsafeBufferPointer<UInt8>) {
        for number in all.indices {
            let index = all[number].index
            if let next = tokens[(index + 1)...].first(where: { $0.kind != .comment }) {
                all[number].hashAfter = next.flags.contains(.alias) ? 0 : next.hash
                all[number].nextByte = bytes[Int(next.start)]
            }
            if let previous = tokens[..<index].last(where: { $0.kind != .comment }) {
                all[number].hashBefore = previous.flags.contains(.alias) ? 0 : previous.hash
            }
        }
    }

    /// The hash of the first name of the chain of names that ends before the token `index`.
    private static func firstName(before index: Int, in tokens: [Token]) -> UInt32? {
        var index = index - 1
        while index >= 2, tokens[index].kind == .word, tokens[index - 1].kind == .operator,
            tokens[index - 1].hash == dot
        {
            index -= 2
        }
        return index >= 0 && tokens[index].kind == .word ? tokens[index].hash : nil
    }

    /// Whether the chain of names that starts with the token `index` is the last thing of its statement or line.
    private static func nameEndsStatement(from index: Int, in tokens: [Token]) -> Bool {
        var index = index + 1
        while index + 1 < tokens.count, tokens[index].hash == dot, tokens[index + 1].kind == .word { index += 2 }
        return index >= tokens.count || tokens[index].kind != .operator || tokens[index].hash == semicolon
    }

    /// Whether the line lets a program match at one of its hits.
    func allow(_ program: RuleProgram, at hit: Hit) -> Bool {
        let pattern = program.pattern
        // What is in brackets may go on after the line.
        if openBrackets <= 0 {
            for companion in pattern.companions where !operators.contains(companion) { return false }
        }
        if !LineHits.mayBe(hit.hashAfter, pattern.hashAfter) { return false }
        if !LineHits.mayBe(hit.hashBefore, pattern.hashBefore) { return false }
        guard hit.nextByte != 0, let nextBytes = program.nextBytes else { return true }
        return nextBytes.contains(hit.nextByte)
    }

    /// Whether a token with this hash is what a pattern needs, if it needs one and there is one.
    private static func mayBe(_ hash: UInt32, _ needed: UInt32) -> Bool {
        hash == needed || needed == 0 || hash == 0 || (needed == dot && hash == optionalDot)
    }
}
