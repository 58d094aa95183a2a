import Glibc

/// A question to the person at the terminal.
enum TerminalPrompt {
    /// Whether somebody could answer.
    static var isPossible: Bool { isatty(0) == 1 && StandardStream.error.isTerminal }

    /// Asks, and reads a line that was typed after the question was there: what was typed before was meant for
    /// something else.
    ///
    /// - Returns: nil at the end of input.
    static func ask(_ question: String) -> String? {
        tcflush(0, TCIFLUSH)
        StandardStream.error.write(question)
        return readLine()
    }
}
