internal import Text

/// A document's lines: their text, their lexer states, and their tokens on demand.
///
/// Tokens are never kept for the whole document. Those that matching asks for lie in a window around the line that is
/// being matched, which reaches at most `reach` lines ahead and behind. A token keeps its number while the window
/// grows in either direction.
struct DocumentLines {
    /// How far matching may look from the line where it starts, in lines.
    static let reach = 250
    /// How many lines are put into the window at once.
    private static let step = 32
    private static let longestWindow = 4 * reach
    /// How much text matching may have before and after its line, in bytes: what a line of minified code costs stays
    /// in proportion to its length.
    private static let widestReach = 32 * 1024
    /// The number of a new window's first token; those before it, which come later, have numbers above 0, too: 0 is that
    /// of no token, wherever a window starts.
    private static let firstNumber = 1 << 32

    var buffer: TextBuffer
    var records: LineRecords
    /// What words of the document stand for instead of themselves; whoever changes it starts a new window.
    var aliases = Aliases()
    private(set) var lexer: LineLexer
    private(set) var states: LexerStates

    private var bytes: [UInt8] = []
    private var tokens: [Token] = []
    /// Number of `tokens[0]`, and the offset that tokens give for `bytes[0]`.
    private var firstToken = firstNumber
    private var firstByte = 0
    /// For each line of the window, the number of its first token and the offset of its first byte; and one more.
    private var starts: [(token: Int, byte: Int)] = [(firstNumber, 0)]
    private var firstLine = 0
    /// The state after the window's last line.
    private var endState = LexerState.unknown
    /// Whether a comment is the last thing in the window.
    private var endsInComment = false

    private(set) var anchorLine = 0
    /// Tells windows apart: a token keeps its number in one of them.
    private(set) var epoch = 0
    /// The lines that may be looked at from the anchor line, as far as they are in the window.
    private var allowedLines = 0..<0
    /// The numbers of the window's tokens that may be looked at from the anchor line.
    private var allowed = 0..<0
    private var lowestTouched = 0
    private var highestTouched = 0
    /// Whether matching asked for more than there is in reach, before or after.
    private var touchedStart = false
    private var touchedEnd = false
    /// The lines whose text was searched, whether they are in the window or not.
    private var searchedLines = 0..<0

    /// How much was done so far: bytes lexed, and tokens and bytes looked at.
    private(set) var work = 0
    /// How many tokens and bytes were looked at on the anchor line's behalf, and how many of them `work` holds.
    private var looks = 0
    private var counted = 0
    /// Where `looks` must not get past, in the attempt at hand and on the anchor line as a whole.
    private var attemptEnd = Int.max
    private var lineEnd = Int.max
    /// Those of the attempt, while something is looked at that many share.
    private var own = (looks: 0, attemptEnd: Int.max)

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
    mutating func lex(_ line: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> LexerState {
        work += DocumentLines.work(ofLexing: bytes.count)
        return lexer.lex(bytes, from: records[line].state, &states)
    }

    /// Gives the words that were lexed last and are other names of something the hash of that name.
    mutating func resolveAliases() {
        if !aliases.isEmpty { lexer.resolve(aliases, DocumentLines.importWords) }
    }

    private static let importWords = [TokenHash.of("import"), TokenHash.of("from"), TokenHash.of("require")]

    private mutating func lex(_ line: Int, from state: LexerState) -> LexerState {
        var after = state
        buffer.visitLine(line) {
            work += DocumentLines.work(ofLexing: $0.count)
            after = lexer.lex($0, from: state, &states)
        }
        return after
    }

    // MARK: Work

    /// What lexing a line and looking through its tokens comes to, in tokens looked at.
    private static func work(ofLexing bytes: Int) -> Int { 4 * bytes + 32 }

    /// Lets the matches that start on a line do so much work in all.
    mutating func limitLine(to units: Int) {
        work += looks - counted
        (looks, counted) = (0, 0)
        (lineEnd, attemptEnd) = (units, units)
    }

    /// Starts an attempt to match, which may look at so many tokens and bytes.
    ///
    /// What is out of reach for an attempt must not depend on what others made ready: only looking counts.
    ///
    /// - Returns: whether the line has any work left.
    mutating func limitAttempt(to units: Int) -> Bool {
        work += looks - counted
        counted = looks
        attemptEnd = min(looks + units, lineEnd)
        return looks < lineEnd
    }

    /// Counts looking at so many tokens or bytes.
    @inline(__always)
    mutating func count(_ units: Int) { looks += units }

    /// Whether the attempt at hand may look at no more tokens.
    var isExhausted: Bool { looks > attemptEnd }

    // MARK: The window

    private mutating func reset(to line: Int) {
        epoch += 1
        clear(to: line)
    }

    private mutating func clear(to line: Int) {
        bytes.removeAll(keepingCapacity: true)
        tokens.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        starts.append((DocumentLines.firstNumber, 0))
        (firstToken, firstByte, firstLine) = (DocumentLines.firstNumber, 0, line)
        (endState, endsInComment) = (.unknown, false)
    }

    /// Starts matching at a line, whose state is known: from now on what is looked at counts for this line.
    ///
    /// - Returns: the number of the line's first token.
    mutating func focus(on line: Int) -> Int {
        if line < firstLine || line >= endLine + DocumentLines.step || endLine == firstLine {
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
        searchedLines = line..<line + 1
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
        var low = max(anchorLine - DocumentLines.reach, firstLine)
        var high = min(anchorLine + DocumentLines.reach + 1, endLine)
        let bytes = (starts[anchorLine - firstLine].byte, starts[anchorLine + 1 - firstLine].byte)
        if bytes.0 - starts[low - firstLine].byte > DocumentLines.widestReach {
            while bytes.0 - starts[low - firstLine].byte > DocumentLines.widestReach { low += 1 }
        }
        if starts[high - firstLine].byte - bytes.1 > DocumentLines.widestReach {
            while starts[high - firstLine].byte - bytes.1 > DocumentLines.widestReach { high -= 1 }
        }
        allowed = starts[low - firstLine].token..<starts[high - firstLine].token
        allowedLines = low..<high
    }

    private mutating func appendLine() {
        let line = endLine
        endState = lex(line, from: endState)
        resolveAliases()
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
        var from = max(0, anchorLine - DocumentLines.reach, firstLine - DocumentLines.step)
        guard from < firstLine else { return }
        // Of long lines only those that count: the others would be lexed for nothing.
        let start = buffer.startOffset(ofLine: anchorLine)
        while from < firstLine, start - buffer.startOffset(ofLine: from) > 2 * DocumentLines.widestReach { from += 1 }
        guard from < firstLine else { return }
        // The lines that are in the window already go behind those before them, and keep their numbers.
        let old = (tokens: tokens, bytes: bytes, starts: starts)
        let (oldToken, oldByte, oldLine, oldState, oldEndsInComment) = (
            firstToken, firstByte, firstLine, endState, endsInComment
        )
        clear(to: from)
        bytes.reserveCapacity(old.bytes.count + 2048)
        tokens.reserveCapacity(old.tokens.count + 512)
        endState = records[from].state
        while endLine < oldLine { appendLine() }
        (firstToken, firstByte) = (oldToken - tokens.count, oldByte - bytes.count)
        for index in tokens.indices {
            tokens[index].start += Int32(firstByte)
            tokens[index].end += Int32(firstByte)
        }
        starts.removeLast()
        for index in starts.indices {
            starts[index].token += firstToken - DocumentLines.firstNumber
            starts[index].byte += firstByte
        }
        let count = tokens.count
        tokens += old.tokens
        if endsInComment {
            if count < tokens.count { tokens[count].flags.insert(.afterComment) }
            endsInComment = old.tokens.isEmpty || oldEndsInComment
        } else {
            endsInComment = oldEndsInComment
        }
        bytes += old.bytes
        starts += old.starts
        endState = oldState
    }

    // MARK: What matching sees

    /// The token with this number, or nil where the document or the reach ends.
    @inline(__always)
    mutating func token(_ number: Int) -> Token? {
        looks &+= 1
        if looks > attemptEnd { return nil }
        if number < lowestTouched { lowestTouched = number }
        if number > highestTouched { highestTouched = number }
        if !allowed.contains(number), !load(number) { return nil }
        return tokens[number - firstToken]
    }

    private mutating func load(_ number: Int) -> Bool {
        if number < allowed.lowerBound {
            var known = firstLine + 1
            while number < allowed.lowerBound, firstLine < known {
                known = firstLine
                prependLines()
                updateAllowed()
            }
            if number < allowed.lowerBound {
                touchedStart = true
                lowestTouched = allowed.lowerBound
            }
        } else {
            let anchorEnd = starts[anchorLine + 1 - firstLine].byte
            while number >= endToken, endLine < buffer.lineCount, endLine <= anchorLine + DocumentLines.reach,
                starts[starts.count - 1].byte - anchorEnd <= DocumentLines.widestReach
            {
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

    /// Whether a line may be looked at; it is in the window then.
    mutating func reaches(_ line: Int) -> Bool {
        if line < allowedLines.lowerBound {
            var known = firstLine + 1
            while line < allowedLines.lowerBound, firstLine < known {
                known = firstLine
                prependLines()
                updateAllowed()
            }
            if line < allowedLines.lowerBound { touchedStart = true }
        } else if line >= allowedLines.upperBound {
            let anchorEnd = starts[anchorLine + 1 - firstLine].byte
            while line >= endLine, endLine < buffer.lineCount, endLine <= anchorLine + DocumentLines.reach,
                starts[starts.count - 1].byte - anchorEnd <= DocumentLines.widestReach
            {
                appendLine()
            }
            updateAllowed()
            if line >= allowedLines.upperBound { touchedEnd = true }
        }
        return allowedLines.contains(line)
    }

    /// The tokens of a line that is in reach.
    func tokens(ofLine line: Int) -> Range<Int> {
        starts[line - firstLine].token..<starts[line + 1 - firstLine].token
    }

    /// Notes that the match at hand depends on some lines in reach, with tokens or without.
    mutating func touch(_ lines: Range<Int>) { noteSearch(of: lines.clamped(to: firstLine..<endLine)) }

    /// On longer lines than this so many names may be looked up that searching for each would take too long.
    private static let longestSearching = 1024

    /// Whether the text of a token may stand at two places of some lines at least, as far as they can be in reach.
    mutating func standsTwice(_ token: Token, in searched: Range<Int>) -> Bool {
        let anchor = anchorLine - firstLine
        if starts[anchor + 1].byte - starts[anchor].byte > DocumentLines.longestSearching { return true }
        let searched = searched.clamped(to: 0..<buffer.lineCount)
        noteSearch(of: searched)
        // Line ends count once in the window, and may be two bytes.
        let widest = DocumentLines.widestReach + DocumentLines.reach
        let start = max(
            buffer.startOffset(ofLine: searched.lowerBound), buffer.startOffset(ofLine: anchorLine) - widest)
        let end = min(
            buffer.startOffset(ofLine: searched.upperBound), buffer.startOffset(ofLine: anchorLine + 1) + widest)
        guard start < end else { return false }
        let second = bytes.withUnsafeBufferPointer { window in
            let word = UnsafeBufferPointer(rebasing: window[Int(token.start) - firstByte..<Int(token.end) - firstByte])
            return buffer.withBytes(start..<end) { WordSearch.endOfSecond(word, in: $0) }
        }
        work += (second ?? end - start) / 32
        return second != nil
    }

    /// How much was looked at on the anchor line's behalf.
    var lookCount: Int { looks }

    /// Forgets the window, for one elsewhere.
    mutating func leave() { reset(to: 0) }

    /// Counts work that is done once for many matches.
    mutating func countShared(_ units: Int) { work += units }

    /// Starts to look at tokens for what many matches share: what an attempt may look at does not depend on whether
    /// another one had it made.
    mutating func beginShared(to units: Int) {
        own = (looks, attemptEnd)
        attemptEnd = looks + units
    }

    mutating func endShared() {
        work += looks - own.looks
        (looks, attemptEnd) = own
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
        return (
            max(ahead, searchedLines.upperBound - 1 - anchorLine), max(behind, anchorLine - searchedLines.lowerBound)
        )
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

    /// Whether the text of a token of the window is `text`.
    @inline(__always)
    func says(_ token: Token, _ text: StaticString) -> Bool {
        DocumentLines.says(bytes, from: Int(token.start) - firstByte, count: Int(token.end - token.start), text)
    }

    @inline(__always)
    fileprivate static func says(_ bytes: [UInt8], from start: Int, count: Int, _ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        for offset in 0..<count where bytes[start + offset] != text.utf8Start[offset] { return false }
        return true
    }

    func text(_ range: Range<Int>) -> ArraySlice<UInt8> {
        bytes[(range.lowerBound - firstByte)..<(range.upperBound - firstByte)]
    }

    func text(of token: Token) -> ArraySlice<UInt8> { text(token.range) }

    /// The text of some lines of the window.
    func text(ofLines lines: ClosedRange<Int>) -> ArraySlice<UInt8> {
        text(starts[lines.lowerBound - firstLine].byte..<starts[lines.upperBound + 1 - firstLine].byte)
    }

    /// The text of the lines of some tokens; of very long lines what lies near the tokens.
    func text(around numbers: Range<Int>) -> ArraySlice<UInt8> {
        let (first, last) = (line(of: numbers.lowerBound), line(of: numbers.upperBound - 1))
        let (start, end) = (known(numbers.lowerBound).start, known(numbers.upperBound - 1).end)
        let nearby = 1024
        return text(
            max(
                starts[first - firstLine].byte, Int(start) - nearby)..<min(
                    starts[last + 1 - firstLine].byte, Int(end) + nearby))
    }

    /// Calls `body` with the text of the line before one of the window, which need not be in it; not where there is none,
    /// or none in reach.
    mutating func visitLine(before line: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        guard line > 0, line > anchorLine - DocumentLines.reach else { return }
        noteSearch(of: line - 1..<line)
        buffer.visitLine(line - 1, body)
    }

    private mutating func noteSearch(of lines: Range<Int>) {
        searchedLines =
            min(searchedLines.lowerBound, lines.lowerBound)..<max(searchedLines.upperBound, lines.upperBound)
    }

    /// The text from one token to the one before another, with what lies between them.
    func text(ofTokens numbers: Range<Int>) -> ArraySlice<UInt8> {
        guard !numbers.isEmpty else { return [] }
        let (first, last) = (tokens[numbers.lowerBound - firstToken], tokens[numbers.upperBound - 1 - firstToken])
        return text(Int(first.start)..<Int(last.end))
    }
}

extension DocumentLines {
    /// The tokens of the window as they are, and their bytes.
    struct Window {
        fileprivate let tokens: [Token]
        fileprivate let bytes: [UInt8]
        fileprivate let firstToken: Int
        fileprivate let firstByte: Int

        @inline(__always)
        subscript(number: Int) -> Token { tokens[number - firstToken] }

        /// Whether a token's text is `text`.
        @inline(__always)
        func says(_ token: Token, _ text: StaticString) -> Bool {
            DocumentLines.says(bytes, from: Int(token.start) - firstByte, count: Int(token.end - token.start), text)
        }

        /// How many bytes of its line lie before a token.
        func column(of token: Token) -> Int {
            var start = Int(token.start) - firstByte
            while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
            return Int(token.start) - firstByte - start
        }
    }

    var window: Window {
        Window(tokens: tokens, bytes: bytes, firstToken: firstToken, firstByte: firstByte)
    }
}
