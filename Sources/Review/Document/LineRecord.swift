internal import Text

/// What the review remembers of a line.
struct LineRecord: BitwiseCopyable, Sendable {
    /// What the lexer is inside of where the line starts; `unknown` for a line that was not lexed yet.
    var state = LexerState.unknown
    /// How many lines after and before it the matches that start on it have looked at.
    var ahead: UInt8 = 0
    var behind: UInt8 = 0

    init() {}

    init(word: UInt64) {
        state = LexerState(rawValue: UInt32(truncatingIfNeeded: word))
        ahead = UInt8(truncatingIfNeeded: word >> 32)
        behind = UInt8(truncatingIfNeeded: word >> 40)
    }

    /// The record as `LineRecords` keeps it.
    var word: UInt64 {
        UInt64(state.rawValue) | UInt64(ahead) << 32 | UInt64(behind) << 40
    }
}

/// The records of a document's lines, which move with their lines.
struct LineRecords: Sendable {
    private var words: LineWords

    init(count: Int = 0) {
        words = LineWords(repeating: LineRecord().word, count: count)
        if count > 0 { self[0].state = .initial }
    }

    var count: Int { words.count }

    subscript(line: Int) -> LineRecord {
        get { LineRecord(word: words[line]) }
        set { words[line] = newValue.word }
    }

    /// Those of some lines whose matches have looked as far ahead as `line`.
    func lines(_ lines: Range<Int>, lookingAheadTo line: Int) -> [Int] {
        var found: [Int] = []
        words.visit(lines) { words in
            for place in 0..<words.count
            where lines.lowerBound + place + Int(LineRecord(word: words[place]).ahead) >= line {
                found.append(lines.lowerBound + place)
            }
        }
        return found
    }

    /// Those of some lines whose matches have looked at a line before `line`.
    func lines(_ lines: Range<Int>, lookingBehind line: Int) -> [Int] {
        var found: [Int] = []
        words.visit(lines) { words in
            for place in 0..<words.count
            where lines.lowerBound + place - Int(LineRecord(word: words[place]).behind) < line {
                found.append(lines.lowerBound + place)
            }
        }
        return found
    }

    /// Replaces the records of `lines` by `count` new ones, the first of which starts in the state of the first old one.
    mutating func replace(_ lines: Range<Int>, count: Int) {
        // What a line starts in does not depend on the line.
        var first = LineRecord()
        first.state = self[lines.lowerBound].state
        var new = [UInt64](repeating: LineRecord().word, count: count)
        if count > 0 { new[0] = first.word }
        words.replace(lines, with: new)
    }
}
