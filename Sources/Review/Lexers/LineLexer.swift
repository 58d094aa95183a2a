/// Makes the tokens of one line, given the state that the line starts in.
///
/// One value is used for many lines, so that its arrays are allocated once. The result depends on nothing but the
/// line's bytes and its state: that is what makes incremental review exact.
struct LineLexer {
    /// Longer lines (minified code) have no tokens and leave the state as it was; `LongLine` says so.
    static let longestLine = 16 * 1024
    /// Frames that may be open at once; what would open more is taken as ordinary code.
    private static let deepestStack = 48

    let language: Language
    let traits: LexerTraits
    private(set) var tokens: [Token] = []

    var stack: [LexerFrame] = []
    var line = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    /// The next byte to look at.
    var index = 0
    /// The end of what may be lexed now: the line's, or that of an embedded language.
    var limit = 0
    private var startsAfterOperand = false
    private var sawSpace = true

    init(_ language: Language) {
        self.language = language
        traits = LexerTraits(language)
        tokens.reserveCapacity(256)
    }

    /// Fills `tokens` with those of `bytes`, a line without its terminator.
    ///
    /// - Complexity: O(bytes)
    /// - Returns: the state that the next line starts in.
    mutating func lex(
        _ bytes: UnsafeBufferPointer<UInt8>, from state: LexerState, _ states: inout LexerStates
    ) -> LexerState {
        tokens.removeAll(keepingCapacity: true)
        guard bytes.count <= LineLexer.longestLine, language != .plain || LineLexer.mayAssign(bytes) else {
            return state
        }
        if bytes.isEmpty, state.stack == 0 { return state }
        (line, index, limit) = (bytes, 0, bytes.count)
        startsAfterOperand = state.afterOperand
        sawSpace = true
        // A byte order mark is no part of the first word.
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { index = 3 }
        let before = state.stack == 0 ? [] : states.frames(of: state)
        stack = before
        startLine()
        while index < limit {
            let from = index
            lexSome()
            // Every rule above must take at least a byte; this keeps a mistake in one from hanging the editor.
            if index == from, limit == bytes.count { index += 1 }
        }
        endLine()
        let afterOperand = traits.hasRegex && endsOperand(atLineEnd: true)
        if stack.isEmpty || stack == before {
            return LexerState(rawValue: UInt32(stack.isEmpty ? 0 : state.stack) << 1 | (afterOperand ? 1 : 0))
        }
        return states.state(for: stack, afterOperand: afterOperand)
    }

    /// Lexes at least one token, or steps into or out of a frame.
    private mutating func lexSome() {
        switch language {
        case .python: lexPython()
        case .shell, .dockerfile: lexShell()
        case .yaml: lexYAML()
        case .html: lexHTML()
        case .astro: lexAstro()
        case .php: stack.contains { $0.mode == .php } ? lexBraces() : lexPHPMarkup()
        case .powershell: lexPowerShell()
        case .plain: lexPlain()
        default: lexBraces()
        }
    }

    private mutating func startLine() {
        guard let top = stack.last else {
            if language == .yaml { startYAMLLine() }
            if language == .astro { startAstroLine() }
            if language == .ruby { startRubyLine() }
            return
        }
        switch top.mode {
        case .heredoc, .pendingHeredoc: traits.insertion == nil ? startHeredocLine() : startHeredocBody()
        case .frontMatter: startAstroLine()
        case .yamlBlock: startYAMLLine()
        default: break
        }
    }

    /// One-line texts end with their line, whether closed or not, unless its last byte is a backslash.
    private mutating func endLine() {
        if stack.isEmpty { return }
        guard let first = stack.firstIndex(where: { $0.mode == .text && !$0.flags.contains(.multiline) }) else {
            return
        }
        let goesOn = first == stack.count - 1 && line.last == UInt8(ascii: "\\") && !stack[first].flags.contains(.raw)
        if goesOn {
            stack[first].flags.insert(.continued)
        } else {
            stack.removeSubrange(first...)
        }
    }

    /// Gives words that are other names the hashes of what they stand for, but on lines that hold one of `excluding`:
    /// there the names are made.
    mutating func resolve(_ aliases: Aliases, _ excluding: [UInt32]) {
        if tokens.contains(where: { $0.kind == .word && excluding.contains($0.hash) }) { return }
        for index in tokens.indices where tokens[index].kind == .word {
            guard let meant = aliases[tokens[index].hash] else { continue }
            if index > 0, tokens[index - 1].kind == .operator, line[Int(tokens[index - 1].start)] == UInt8(ascii: ".") {
                continue
            }
            tokens[index].hash = meant
            tokens[index].flags.insert(.alias)
        }
    }

    // MARK: Tokens

    /// The byte `distance` after the next one, 0 past the end.
    @inline(__always)
    func peek(_ distance: Int = 0) -> UInt8 {
        index + distance < limit ? line[index + distance] : 0
    }

    func starts(with text: StaticString) -> Bool {
        guard index + text.utf8CodeUnitCount <= limit else { return false }
        for offset in 0..<text.utf8CodeUnitCount where line[index + offset] != text.utf8Start[offset] { return false }
        return true
    }

    /// Goes over the next byte and all white space after it.
    @inline(__always)
    mutating func skipSpace() {
        sawSpace = true
        var end = index + 1
        while end < limit, line[end].isSpace { end += 1 }
        index = end
    }

    /// Adds the token from `start` to the next byte.
    @inline(__always)
    mutating func add(_ kind: Token.Kind, from start: Int, hash: UInt32, head: Int = 0, tail: Int = 0) {
        var flags: Token.Flags = sawSpace ? .afterSpace : []
        if tokens.isEmpty { flags.insert(.startsLine) }
        if head > 1 { flags.insert(.prefixed) }
        tokens.append(
            Token(
                kind: kind, flags: flags, headLength: UInt8(truncatingIfNeeded: head),
                tailLength: UInt8(truncatingIfNeeded: tail), start: Int32(truncatingIfNeeded: start),
                end: Int32(truncatingIfNeeded: index), hash: hash))
        sawSpace = false
    }

    /// Adds a word that nobody wrote, by which what follows is looked up.
    mutating func addUnwritten(_ hash: UInt32) {
        add(.word, from: index, hash: hash)
        tokens[tokens.count - 1].flags.insert(.alias)
    }

    /// Adds the token from `start` to the next byte, with the hash of its text, or of a string's content.
    mutating func addHashed(_ kind: Token.Kind, from start: Int, head: Int = 0, tail: Int = 0) {
        var hash = TokenHash.seed
        let (from, to) = (start + head, index - tail)
        if from < to {
            // Long strings are told apart by their beginning: nothing looks up a whole one by its hash.
            for offset in from..<min(to, from + 64) { hash = TokenHash.step(hash, line[offset]) }
        }
        add(kind, from: start, hash: hash, head: head, tail: tail)
    }

    /// Adds what remains up to the limit as a comment.
    mutating func addCommentToEnd() {
        let start = index
        index = endOfPHP(in: index..<limit) ?? limit
        add(.comment, from: start, hash: 0)
    }

    /// Opens a frame, unless too many are open.
    @discardableResult
    mutating func push(_ frame: LexerFrame) -> Bool {
        guard stack.count < LineLexer.deepestStack else { return false }
        stack.append(frame)
        return true
    }

    /// Whether the bracket at `index` ends what `if` or a loop asks: a statement follows.
    private func closesCondition(_ index: Int) -> Bool {
        var depth = 0
        for at in stride(from: index, through: max(1, index - 64), by: -1) {
            if tokens[at].kind == .close { depth += 1 }
            if tokens[at].kind == .open { depth -= 1 }
            if depth == 0 {
                return tokens[at - 1].kind == .word && LexerTraits.conditionWords.contains(tokens[at - 1].hash)
            }
        }
        return false
    }

    /// Whether a `/` after the last token divides.
    func endsOperand(atLineEnd: Bool = false) -> Bool {
        guard let index = tokens.lastIndex(where: { $0.kind != .comment }) else { return startsAfterOperand }
        let last = tokens[index]
        switch last.kind {
        case .operator:
            // `x++ / 2`: the sign belongs to what is before it.
            let isPostfix =
                last.end - last.start == 2
                && (line[Int(last.start)] == UInt8(ascii: "+") || line[Int(last.start)] == UInt8(ascii: "-"))
                && line[Int(last.start) + 1] == line[Int(last.start)]
            return isPostfix && index > 0 && (tokens[index - 1].kind == .word || tokens[index - 1].kind == .close)
        case .close where line[Int(last.start)] == UInt8(ascii: ")"): return !closesCondition(index)
        case .word: return !LexerTraits.operatorWords.contains(last.hash)
        case .number, .string, .regex, .textClose: return true
        case .close: return line[Int(last.start)] != UInt8(ascii: "}")
        default: return false
        }
    }
}
