internal import Text

/// A document's lines: their text, their lexer states, and their tokens on demand.
///
/// Tokens are never kept for the whole document. Those that matching asks for lie in a window around the line that is
/// being matched, which reaches at most `reach` lines ahead and behind. A token keeps its number while the window
/// grows in either direction.
struct DocumentLines {
    /// How far matching may look from the line where it starts, in lines.
    static let reach = 64
    private static let longestWindow = 6 * reach

    var buffer: TextBuffer
    var records: LineRecords
    private(set) var lexer: LineLexer
    private(set) var states: LexerStates

    private var bytes: [UInt8] = []
    private var tokens: [Token] = []
    /// Number of `tokens[0]`, and the offset that tokens give for `bytes[0]`.
    private var firstToken = 0
    private var firstByte = 0
    /// For each line of the window, the number of its first token and the offset of its first byte; and one more.
    private var starts: [(token: Int, byte: Int)] = [(0, 0)]
    private var firstLine = 0
    /// The state after the window's last line.
    private var endState = LexerState.unknown
    /// Whether a comment is the last thing in the window.
    private var endsInComment = false

    private var anchorLine = 0
    /// The numbers of the window's tokens that may be looked at from the anchor line.
    private var allowed = 0..<0
    private var lowestTouched = 0
    private var highestTouched = 0
    /// Whether matching asked for more than there is in reach, before or after.
    private var touchedStart = false
    private var touchedEnd = false

    init(buffer: TextBuffer, records: LineRecords, states: LexerStates, language: Language) {
        self.buffer = buffer
        self.records = records
        self.states = states
        lexer = LineLexer(language)
    }

    var language: Language { lexer.language }
    private var endLine: Int { firstLine + starts.count - 1 }
    private var endToken: Int { firstToken + tokens.count }

    /// Lexes a line whose state is known; its tokens are in `lexer` until the next call.
    mutating func lex(_ line: Int) -> LexerState {
        lex(line, from: records[line].state)
    }

    /// As `lex(_:)`, for a line whose bytes are at hand.
    mutating func lex(_ line: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> LexerState {
        lexer.lex(bytes, from: records[line].state, &states)
    }

    private mutating func lex(_ line: Int, from state: LexerState) -> LexerState {
        var after = state
        buffer.visitLine(line) { after = lexer.lex($0, from: state, &states) }
        return after
    }

    // MARK: The window

    private mutating func reset(to line: Int) {
        bytes.removeAll(keepingCapacity: true)
        tokens.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        starts.append((0, 0))
        (firstToken, firstByte, firstLine) = (0, 0, line)
        (endState, endsInComment) = (.unknown, false)
    }

    /// Starts matching at a line, whose state is known: from now on what is looked at counts for this line.
    ///
    /// - Returns: the number of the line's first token.
    mutating func focus(on line: Int) -> Int {
        if line < firstLine || line >= endLine + DocumentLines.reach / 4 || endLine == firstLine {
            reset(to: line)
            endState = records[line].state
        } else if starts.count > DocumentLines.longestWindow {
            dropFront(before: line - DocumentLines.reach)
        }
        while endLine <= line { appendLine() }
        anchorLine = line
        updateAllowed()
        let start = starts[line - firstLine].token
        (lowestTouched, highestTouched) = (start, start)
        (touchedStart, touchedEnd) = (false, false)
        return start
    }

    private mutating func dropFront(before line: Int) {
        let count = min(max(line - firstLine, 0), starts.count - 1)
        guard count > 0 else { return }
        let (token, byte) = starts[count]
        bytes.removeFirst(byte - firstByte)
        tokens.removeFirst(token - firstToken)
        starts.removeFirst(count)
        (firstToken, firstByte, firstLine) = (token, byte, firstLine + count)
    }

    private mutating func updateAllowed() {
        let low = max(anchorLine - DocumentLines.reach, firstLine)
        let high = min(anchorLine + DocumentLines.reach + 1, endLine)
        allowed = starts[low - firstLine].token..<starts[high - firstLine].token
    }

    private mutating func appendLine() {
        let line = endLine
        endState = lex(line, from: endState)
        let base = starts[starts.count - 1].byte
        for token in lexer.tokens {
            if token.kind == .comment {
                endsInComment = true
                continue
            }
            var token = token
            token.start += Int32(base)
            token.end += Int32(base)
            if endsInComment { token.flags.insert(.afterComment) }
            endsInComment = false
            tokens.append(token)
        }
        buffer.visitLine(line) { bytes.append(contentsOf: $0) }
        bytes.append(0x0A)
        starts.append((endToken, firstByte + bytes.count))
    }

    /// Puts the lines before the window into it, as far as the anchor line reaches.
    private mutating func prependLines() {
        let from = max(0, anchorLine - DocumentLines.reach)
        guard from < firstLine else { return }
        var front = self
        front.reset(to: from)
        front.endState = records[from].state
        while front.endLine < firstLine { front.appendLine() }
        states = front.states
        let (tokenShift, byteShift) = (firstToken - front.tokens.count, firstByte - front.bytes.count)
        for index in front.tokens.indices {
            front.tokens[index].start += Int32(byteShift)
            front.tokens[index].end += Int32(byteShift)
        }
        if front.endsInComment {
            if tokens.isEmpty { endsInComment = true } else { tokens[0].flags.insert(.afterComment) }
        }
        tokens.insert(contentsOf: front.tokens, at: 0)
        bytes.insert(contentsOf: front.bytes, at: 0)
        starts.insert(
            contentsOf: front.starts.dropLast().map { ($0.token + tokenShift, $0.byte + byteShift) }, at: 0)
        (firstToken, firstByte, firstLine) = (tokenShift, byteShift, from)
    }

    // MARK: What matching sees

    /// The token with this number, or nil where the document or the reach ends.
    @inline(__always)
    mutating func token(_ number: Int) -> Token? {
        if number < lowestTouched { lowestTouched = number }
        if number > highestTouched { highestTouched = number }
        if !allowed.contains(number), !load(number) { return nil }
        return tokens[number - firstToken]
    }

    private mutating func load(_ number: Int) -> Bool {
        if number < allowed.lowerBound {
            prependLines()
            updateAllowed()
            if number < allowed.lowerBound {
                touchedStart = true
                lowestTouched = allowed.lowerBound
            }
        } else {
            while number >= endToken, endLine < buffer.lineCount, endLine <= anchorLine + DocumentLines.reach {
                appendLine()
            }
            updateAllowed()
            if number >= allowed.upperBound {
                touchedEnd = true
                highestTouched = max(allowed.upperBound - 1, lowestTouched)
            }
        }
        return allowed.contains(number)
    }

    /// A token that was looked at before.
    func known(_ number: Int) -> Token { tokens[number - firstToken] }

    /// The byte right after a token that was looked at before.
    func followingByte(_ number: Int) -> UInt8? {
        let offset = Int(known(number).end) - firstByte
        return offset < bytes.count ? bytes[offset] : nil
    }

    /// Whether a comment lies between a token and the one before it.
    mutating func hasComment(before number: Int) -> Bool {
        guard token(number - 1) != nil, let token = token(number) else { return false }
        return token.flags.contains(.afterComment)
    }

    /// How many lines after and before the anchor line have been looked at since `focus`.
    var touched: (ahead: Int, behind: Int) {
        let ahead =
            touchedEnd
            ? min(buffer.lineCount - anchorLine, DocumentLines.reach + 1)
            : max(line(of: highestTouched) - anchorLine, 0)
        let behind =
            touchedStart ? min(anchorLine + 1, DocumentLines.reach + 1) : max(anchorLine - line(of: lowestTouched), 0)
        return (ahead, behind)
    }

    /// The line that a token of the window is on.
    func line(of number: Int) -> Int {
        var (low, high) = (0, starts.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle].token <= number { low = middle } else { high = middle }
        }
        return firstLine + low
    }

    /// Where a token's byte is in its line.
    func place(of number: Int, byte: Int32) -> (line: Int, byte: Int) {
        let line = line(of: number)
        return (line, Int(byte) - starts[line - firstLine].byte)
    }

    func text(_ range: Range<Int>) -> ArraySlice<UInt8> {
        bytes[(range.lowerBound - firstByte)..<(range.upperBound - firstByte)]
    }

    func text(of token: Token) -> ArraySlice<UInt8> { text(token.range) }

    /// The text of some lines of the window.
    func text(ofLines lines: ClosedRange<Int>) -> ArraySlice<UInt8> {
        text(starts[lines.lowerBound - firstLine].byte..<starts[lines.upperBound + 1 - firstLine].byte)
    }

    /// The text of the line before that of a token; nil where the document or the reach starts.
    mutating func text(ofLineBefore number: Int) -> ArraySlice<UInt8>? {
        var first = number
        while let token = token(first), !token.flags.contains(.startsLine) { first -= 1 }
        // This brings the lines before into the window.
        _ = token(first - 1)
        let before = line(of: number) - 1
        return before >= firstLine ? text(ofLines: before...before) : nil
    }

    /// The text from one token to the one before another, with what lies between them.
    func text(ofTokens numbers: Range<Int>) -> ArraySlice<UInt8> {
        guard !numbers.isEmpty else { return [] }
        let (first, last) = (tokens[numbers.lowerBound - firstToken], tokens[numbers.upperBound - 1 - firstToken])
        return text(Int(first.start)..<Int(last.end))
    }
}
