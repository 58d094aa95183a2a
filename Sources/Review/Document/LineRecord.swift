/// What the review remembers of a line.
struct LineRecord: BitwiseCopyable, Sendable {
    /// What the lexer is inside of where the line starts; `unknown` for a line that was not lexed yet.
    var state = LexerState.unknown
    /// How many lines after and before it the matches that start on it have looked at.
    var ahead: UInt8 = 0
    var behind: UInt8 = 0
    /// Which of the language's facts it holds, as bits.
    var facts: UInt16 = 0
}
